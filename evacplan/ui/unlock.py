"""The first page: unlock the store with its passphrase, or create one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.errors import Notice
from evacplan.ui.parts import button, field_label, frame, scrolling, text_label
from evacplan.ui.passphrase import SHORTEST, Strength, strength
from evacplan.ui.ports import Vault, WrongPassphraseError

_CARD_WIDTH_EM = 34


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

    def _hint(self) -> None:
        if not self.text().isascii():
            said = self.tr("全角の文字が入っています。日本語入力がオンなら、オフにしてください。")
        elif self._caps and self.text():
            said = self.tr("Caps Lock がオンかもしれません。大文字と小文字は区別します。")
        else:
            said = ""
        self.hinted.emit(said)


class UnlockPage(QWidget):
    """One card: the passphrase, and on the first start a second time.

    opened: with the `Plans` of the store. failed: with a UserError that no passphrase would cure.
    """

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, vault: Vault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = frame("card")
        self._vault = vault
        self._creates = not vault.exists
        self._first = PassphraseField("passphrase", self.tr("パスフレーズ"))
        self._second = PassphraseField("passphrase_again", self.tr("パスフレーズをもう一度"))
        self._strength = text_label(role="help")
        self._hint = text_label(role="amber")
        self._notice = Notice()
        self._shown = QCheckBox(self.tr("パスフレーズを画面に表示する(&S)"))
        self._shown.setObjectName("show")
        words = self.tr("保存ファイルを作って始める(&O)") if self._creates else self.tr("開く(&O)")
        self._go = button(words, "open", "primary")
        self._arrange()
        self._connect()
        self._clear_hint()

    def _arrange(self) -> None:
        card = self._card
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 28, 32, 28)
        inside.setSpacing(8)
        inside.addWidget(text_label(self._title(), "heading"))
        for sentence in self._introduction():
            inside.addWidget(text_label(sentence, "grey"))
        inside.addSpacing(8)
        inside.addWidget(field_label(self.tr("パスフレーズ(&P)"), self._first))
        inside.addWidget(self._first)
        if self._creates:
            inside.addWidget(self._strength)
            inside.addWidget(field_label(self.tr("もう一度、同じパスフレーズ(&A)"), self._second))
            inside.addWidget(self._second)
        for widget in (self._hint, self._notice, self._shown):
            inside.addWidget(widget)
        inside.addSpacing(8)
        inside.addWidget(self._go)
        self._centre(card)
        self.setFocusProxy(self._first)

    def _centre(self, card: QFrame) -> None:
        column = QVBoxLayout()
        column.addStretch(2)
        name = text_label("evacplan", "title")
        column.addWidget(name)
        column.addWidget(text_label(self.tr("医療的ケア児の 災害時個別支援計画"), "grey"))
        column.addSpacing(16)
        column.addWidget(card)
        column.addStretch(3)
        row = QHBoxLayout(scrolling(self))
        row.addStretch()
        row.addLayout(column)
        row.addStretch()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the card as wide as its text at any zoom."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the card to the text."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._card.setFixedWidth(self.fontMetrics().horizontalAdvance("あ") * _CARD_WIDTH_EM)

    def _title(self) -> str:
        return self.tr("パスフレーズを決めます") if self._creates else self.tr("計画を開きます")

    def _introduction(self) -> tuple[str, ...]:
        if not self._creates:
            return (self.tr("計画は、このパソコンの中に暗号で保存してあります。"),)
        return (
            self.tr("計画は、このパソコンの中だけに、暗号にして保存します。ネットワークには何も送りません。"),
            self.tr(
                "パスフレーズを忘れると、だれにも開けません。紙に書き、パソコンとは別の場所にしまってください。"
            ),
        )

    def _connect(self) -> None:
        for field in (self._first, self._second):
            field.hinted.connect(self._show_hint)
            field.textEdited.connect(self._notice.clear)
            field.installEventFilter(self)
        self._first.textEdited.connect(self._tell_strength)
        self._first.returnPressed.connect(self._next_or_go)
        self._second.returnPressed.connect(self.submit)
        self._shown.toggled.connect(self._show_text)
        self._go.clicked.connect(self.submit)
        self._tell_strength("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drop the hint of a field that was left."""
        if event.type() == QEvent.Type.FocusOut:
            self._clear_hint()
        return super().eventFilter(watched, event)

    def submit(self) -> None:
        """Open or create the store; what is wrong is said under the field."""
        problem = self._problem()
        if problem:
            self._tell(*problem)
            return
        self._go.setEnabled(False)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._try(self._first.text())
        finally:
            QGuiApplication.restoreOverrideCursor()
            self._go.setEnabled(True)

    def _try(self, passphrase: str) -> None:
        try:
            plans = self._vault.create(passphrase) if self._creates else self._vault.open(passphrase)
        except WrongPassphraseError as error:
            self._tell(error.why, do=error.do)
            self._first.setFocus()
            self._first.selectAll()
        except UserError as error:
            self.failed.emit(error)
        else:
            self._forget()
            self.opened.emit(plans)

    def _tell(self, what: str, why: str = "", do: str = "") -> None:
        self._notice.say(what, why, do)
        # With large text the message may lie below the window's edge.
        for area in self.findChildren(QScrollArea):
            QTimer.singleShot(0, self._notice, lambda area=area: area.ensureWidgetVisible(self._notice))

    def _forget(self) -> None:
        for field in (self._first, self._second):
            field.clear()
        self._shown.setChecked(False)

    def _problem(self) -> tuple[str, ...]:
        first, second = self._first.text(), self._second.text()
        if not first:
            self._first.setFocus()
            return (self.tr("パスフレーズが入力されていません。"),)
        if not self._creates:
            return ()
        if strength(first) is Strength.SHORT:
            self._first.setFocus()
            return (self.tr("パスフレーズは {count} 文字以上にしてください。").format(count=SHORTEST),)
        if first != second:
            self._second.setFocus()
            self._second.selectAll()
            why = self.tr("打ちまちがえたまま決めると、二度と開けなくなります。")
            do = self.tr("下の欄に、もう一度入れてください。")
            return (self.tr("2つのパスフレーズが違います。"), why, do)
        return ()

    def _next_or_go(self) -> None:
        if self._creates and not self._second.text():
            self._second.setFocus()
        else:
            self.submit()

    def _show_text(self, on: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password
        for field in (self._first, self._second):
            field.setEchoMode(mode)

    def _show_hint(self, sentence: str) -> None:
        self._hint.say(sentence)
        self._hint.setVisible(bool(sentence))

    def _clear_hint(self) -> None:
        self._show_hint("")

    def _tell_strength(self, text: str) -> None:
        said = {
            Strength.SHORT: self.tr("{count} 文字以上。関係のない言葉を4つほど並べると安全です。"),
            Strength.WEAK: self.tr("弱い：破られるおそれがあります。もっと長くしてください。"),
            Strength.FAIR: self.tr("ふつう：関係のない言葉をもう1つ足すと、さらに安心です。"),
            Strength.STRONG: self.tr("強い：長さは十分です。名前や誕生日などは避けてください。"),
        }[strength(text)]
        self._strength.say(said.format(count=SHORTEST))

    def focus_first(self) -> None:
        """Put the cursor where typing starts."""
        QTimer.singleShot(0, self._first.setFocus)
