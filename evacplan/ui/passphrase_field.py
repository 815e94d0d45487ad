"""Fields for a passphrase: one that is known, and two for one to be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from evacplan.ui.parts import field_label, text_label
from evacplan.ui.passphrase import SHORTEST, Strength, strength


class PassphraseField(QLineEdit):
    """Hidden text that tells, from what is typed, whether Caps Lock or the input method is on.

    hinted: the sentence to show below, "" when all is well. Qt offers no way to ask for Caps Lock itself.
    """

    hinted = Signal(str)

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._caps = False
        self.textEdited.connect(self._hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note whether letters come in the case that the Shift key asks for."""
        typed = event.text()
        if len(typed) == 1 and typed.isascii() and typed.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._caps = typed.isupper() != shifted
        super().keyPressEvent(event)
        self._hint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Drop the hint of a field that was left."""
        super().focusOutEvent(event)
        self.hinted.emit("")

    def show_text(self, on: bool) -> None:
        """Show what is typed, or dots."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def _hint(self) -> None:
        if not self.text().isascii():
            said = self.tr("全角の文字が入っています。日本語入力がオンなら、オフにしてください。")
        elif self._caps and self.text():
            said = self.tr("Caps Lock がオンかもしれません。大文字と小文字は区別します。")
        else:
            said = ""
        self.hinted.emit(said)


class PassphraseFields(QWidget):
    """A known passphrase, or one to be, which is typed twice and told how strong it is.

    edited: after each change by the user. submitted: with Enter in the last field.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(self, *, new: bool) -> None:
        super().__init__()
        self._new = new
        words = self.tr("新しいパスフレーズ") if new else self.tr("パスフレーズ")
        self.first = PassphraseField("passphrase", words)
        self.second = PassphraseField("passphrase_again", self.tr("パスフレーズをもう一度"))
        self._strength = text_label(role="help")
        self._hint = text_label(role="amber")
        self._shown = QCheckBox(self.tr("パスフレーズを画面に表示する(&S)"))
        self._shown.setObjectName("show")
        self._arrange()
        for field in (self.first, self.second):
            field.hinted.connect(self._show_hint)
            field.textEdited.connect(self.edited)
            self._shown.toggled.connect(field.show_text)
        self.first.textEdited.connect(self._tell_strength)
        self.first.returnPressed.connect(self._next_or_go)
        self.second.returnPressed.connect(self.submitted)
        self._tell_strength("")
        self._show_hint("")
        self.setFocusProxy(self.first)

    @property
    def text(self) -> str:
        """The passphrase as it was typed first."""
        return self.first.text()

    def problem(self) -> tuple[str, ...]:
        """What keeps this from being used (what, why, what to do), the cursor put there; () if nothing."""
        if not self.text:
            self.first.setFocus()
            return (self.tr("パスフレーズが入力されていません。"),)
        if not self._new:
            return ()
        if strength(self.text) is Strength.SHORT:
            self.first.setFocus()
            return (self.tr("パスフレーズは {count} 文字以上にしてください。").format(count=SHORTEST),)
        if self.text != self.second.text():
            self.second.setFocus()
            self.second.selectAll()
            why = self.tr("打ちまちがえたまま決めると、思ったパスフレーズでは開けなくなります。")
            do = self.tr("下の欄に、もう一度入れてください。")
            return (self.tr("2つのパスフレーズが違います。"), why, do)
        return ()

    def refuse(self) -> None:
        """Put the cursor where another passphrase is to be typed."""
        self.first.setFocus()
        self.first.selectAll()

    def forget(self) -> None:
        """Empty the fields."""
        for field in (self.first, self.second):
            field.clear()
        self._shown.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        """Hide what is typed when another window comes to the front."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._shown.setChecked(False)

    def _arrange(self) -> None:
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        words = self.tr("新しいパスフレーズ(&P)") if self._new else self.tr("パスフレーズ(&P)")
        inside.addWidget(field_label(words, self.first))
        inside.addWidget(self.first)
        if self._new:
            inside.addWidget(self._strength)
            inside.addWidget(field_label(self.tr("もう一度、同じパスフレーズ(&A)"), self.second))
            inside.addWidget(self.second)
        inside.addWidget(self._hint)
        inside.addWidget(self._shown)

    def _next_or_go(self) -> None:
        if self._new and not self.second.text():
            self.second.setFocus()
        else:
            self.submitted.emit()

    def _show_hint(self, sentence: str) -> None:
        self._hint.say(sentence)
        self._hint.setVisible(bool(sentence))

    def _tell_strength(self, text: str) -> None:
        if not self._new:
            return
        said = {
            Strength.SHORT: self.tr("{count} 文字以上。関係のない言葉を4つほど並べると安全です。"),
            Strength.WEAK: self.tr("弱い：破られるおそれがあります。もっと長くしてください。"),
            Strength.FAIR: self.tr("ふつう：関係のない言葉をもう1つ足すと、さらに安心です。"),
            Strength.STRONG: self.tr("強い：長さは十分です。名前や誕生日などは避けてください。"),
        }[strength(text)]
        self._strength.say(said.format(count=SHORTEST))
