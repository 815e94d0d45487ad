"""What is known about an answer, beside the answer: なし, 未確認 with who and until when, 確認 by whom."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from evacplan.form.freshness import Freshness
from evacplan.form.mark_words import mark_words
from evacplan.ui.desk import Desk
from evacplan.ui.parts import set_shown
from evacplan.ui.questions import AskStrip, ConfirmStrip, Strip
from evacplan.ui.theme import set_role


def standing_words(desk: Desk, path: str) -> str:
    """The mark of a place in words, and that it is too old; empty when there is none."""
    mark = desk.session.mark(path)
    said = (mark_words(desk.form, mark), _age_words(desk.aged(path, mark)))
    return "　".join(part for part in said if part)


def _age_words(aged: Freshness | None) -> str:
    if aged is None:
        return ""
    words = QCoreApplication.translate("marks", "確認から{months}か月を過ぎました。もう一度確かめましょう。")
    return words.format(months=aged.kind.months)


class MarkLine(QWidget):
    """The line of an answer's mark, and the short questions that F4 and F6 ask."""

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._path = ""
        self._strip: Strip | None = None
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setMargin(4)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self._label)

    def bind(self, path: str) -> None:
        """Show the mark of another place."""
        self.close_strip()
        self._path = path
        self.refresh()

    def words(self) -> str:
        """The mark in words, empty when there is none."""
        return standing_words(self._desk, self._path)

    def refresh(self) -> None:
        """Show what the plan says."""
        mark, words = self._desk.session.mark(self._path), self.words()
        aged = self._desk.aged(self._path, mark) is not None
        set_role(self._label, "unknown" if mark.unknown or aged else "strong" if mark.none else "ok")
        self._label.setText(words)
        set_shown(self._label, bool(words))
        set_shown(self, bool(words) or self._strip is not None)

    def ask(self) -> None:
        """Mark 未確認 at once, then ask who will find out and until when."""
        session = self._desk.session
        self._desk.wrong.pop(self._path, None)
        made = None
        if not session.mark(self._path).unknown:
            session.mark_unknown(self._path)
            made = session.plan
        self._open(AskStrip(self._desk, self._path, self, made))

    def ask_confirmer(self, paths: Sequence[str] = ()) -> None:
        """Ask with whom the answer, or those at several places, are confirmed."""
        self._open(ConfirmStrip(self._desk, self._path, self, paths or (self._path,)))

    def stops(self) -> list[QWidget]:
        """Everything in an open question that the cursor can stand on, in order."""
        return self._strip.stops if self._strip is not None else []

    def commit(self) -> None:
        """Take over what is typed into an open question."""
        if self._strip is not None:
            self._strip.commit()

    def close_strip(self) -> None:
        """Close an open question."""
        if self._strip is not None:
            strip, self._strip = self._strip, None
            self._layout.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
            self.refresh()

    def _open(self, strip: Strip) -> None:
        self.close_strip()
        self._strip = strip
        strip.done.connect(self._done)
        self._layout.addWidget(strip)
        strip.show()
        self.show()
        strip.first().setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.refresh()

    def _done(self) -> None:
        self.close_strip()
        self.closed.emit()
