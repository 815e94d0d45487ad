"""What covers the screen while a lock would lose words: they stay in memory, and nothing of them is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from evacplan.ui.card_page import CardPage
from evacplan.ui.commands import At
from evacplan.ui.parts import button
from evacplan.ui.passphrase_fields import PassphraseFields


class CoverPage(CardPage):
    """Asks for the passphrase, as the locked window does. prove: raises UserError when it is not the one.

    proven: it was.
    """

    proven = Signal()

    def __init__(self, prove: Callable[[str], object], parent: QWidget | None = None) -> None:
        introduction = (
            self.tr(
                "いちばん新しい入力が、まだ保存できていません。鍵をかけると消えるので、かくすだけにしています。"
            ),
            self.tr(
                "保存できるようになると、ひとりでに保存し、鍵をかけます。それまで電源を切らないでください。"
            ),
        )
        super().__init__(self.tr("画面をかくしています"), introduction, parent)
        self._prove = prove
        self._fields = PassphraseFields(new=False)
        self._go = button(self.tr("続きを書く(&O)"), "uncover", "primary")
        self.add(self._fields, self.notice, self._go)
        self._fields.edited.connect(self.notice.clear)
        self._fields.submitted.connect(self.submit)
        self._go.clicked.connect(self.submit)
        self.setFocusProxy(self._fields)

    @property
    def is_used(self) -> bool:
        """Whether somebody types here."""
        return bool(self._fields.text)

    def submit(self) -> None:
        """Lift the cover for who knows the passphrase; what is wrong is said under the field."""
        problem = self._fields.problem()
        if problem:
            self.tell(*problem)
        elif self.attempt(self._try, lambda error: self.tell(error.what, error.why, error.do)):
            self.proven.emit()
        else:
            self._fields.refuse()

    def _try(self) -> None:
        self._prove(self._fields.text)
        self._fields.forget()


class Cover(QObject):
    """Stands in the stack in place of the page that is shown. show: puts a page into the window.

    lifted: somebody proved to be the owner. free: all is saved, and nobody is typing on the cover.
    """

    lifted = Signal()
    free = Signal()

    def __init__(self, parent: QObject, stack: QStackedWidget, show: Callable[[QWidget, At], object]) -> None:
        super().__init__(parent)
        self._stack, self._show = stack, show

    @property
    def _page(self) -> CoverPage | None:
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, CoverPage) else None

    def put(self, prove: Callable[[str], object], at: At) -> bool:
        """Cover the page that is shown; whether none was covered yet. prove: as of `CoverPage`."""
        under = self._stack.currentWidget()
        if under is None or self._page is not None:
            return False
        page = CoverPage(prove)
        page.proven.connect(lambda: self._lift(under, at))
        self._show(page, At.LOCKED)
        return True

    def saved(self) -> None:
        """The words are on disk; whoever saved them ends first."""
        QTimer.singleShot(0, self, self._tell_free)

    def _tell_free(self) -> None:
        if self._page is not None and not self._page.is_used:
            self.free.emit()

    def _lift(self, under: QWidget, at: At) -> None:
        self._show(under, at)
        self.lifted.emit()
