"""A secret that is typed: the hidden field, and what two of them for one to be have in common."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from evacplan.ui.parts import text_label
from evacplan.ui.passphrase import SHORTEST, Strength, strength


class PassphraseField(QLineEdit):
    """Hidden text that tells, from what is typed, whether Caps Lock or the input method is on.

    hinted: the sentence to show below, "" when all is well. Qt offers no way to ask for Caps Lock itself.
    """

    hinted = Signal(str)

    def __init__(self, name: str, spoken: str = "") -> None:
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


class SecretFields(QWidget):
    """Two fields for a secret: how strong it is, what is wrong with the keyboard, whether it is shown.

    Whoever makes one names its parts and arranges them. name: of the first field. new: it is one to be.
    """

    def __init__(self, name: str, *, new: bool) -> None:
        super().__init__()
        self.first, self.second = PassphraseField(name), PassphraseField(f"{name}_again")
        self.strength = text_label(role="help")
        self.hint = text_label(role="amber")
        self.shown = QCheckBox()
        self.shown.setObjectName("show")
        for field in (self.first, self.second):
            field.hinted.connect(self._show_hint)
            self.shown.toggled.connect(field.show_text)
        if new:
            self.first.textEdited.connect(self._tell_strength)
            self._tell_strength("")
        self._show_hint("")
        self.setFocusProxy(self.first)

    def name_parts(self, first: str, second: str, shown: str) -> None:
        """Say what the fields are for those who hear them, and what the box does."""
        self.first.setAccessibleName(first)
        self.second.setAccessibleName(second)
        self.shown.setText(shown)

    @property
    def text(self) -> str:
        """What was typed first."""
        return self.first.text()

    def unfit(self, short: str, differ: tuple[str, ...]) -> tuple[str, ...]:
        """What is told when it cannot be used, the cursor put there; () when it can.

        short: said of one that is too short. differ: of two that are not the same.
        """
        if strength(self.text) is Strength.SHORT:
            self.first.setFocus()
            return (short.format(count=SHORTEST),)
        if self.text != self.second.text():
            self.second.setFocus()
            self.second.selectAll()
            return differ
        return ()

    def refuse(self) -> None:
        """Put the cursor where another one is to be typed."""
        self.first.setFocus()
        self.first.selectAll()

    def forget(self) -> None:
        """Empty the fields."""
        for field in (self.first, self.second):
            field.clear()
        self.hide_text()

    def hide_text(self) -> None:
        """Show dots again."""
        self.shown.setChecked(False)

    def changeEvent(self, event: QEvent) -> None:
        """Hide what is typed when another window comes to the front."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.hide_text()

    def _show_hint(self, sentence: str) -> None:
        self.hint.say(sentence)
        self.hint.setVisible(bool(sentence))

    def _tell_strength(self, text: str) -> None:
        said = {
            Strength.SHORT: self.tr("{count} 文字以上。関係のない言葉を4つほど並べると安全です。"),
            Strength.WEAK: self.tr("弱い：破られるおそれがあります。もっと長くしてください。"),
            Strength.FAIR: self.tr("ふつう：関係のない言葉をもう1つ足すと、さらに安心です。"),
            Strength.STRONG: self.tr("強い：長さは十分です。名前や誕生日などは避けてください。"),
        }[strength(text)]
        self.strength.say(said.format(count=SHORTEST))
