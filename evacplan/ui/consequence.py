"""The panel on the right: what the plan means so far. It shows plain data; the figures are made elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from evacplan.ui.parts import Scroller
from evacplan.ui.sidebar import FINAL
from evacplan.ui.theme import set_role
from evacplan.ui.told import to_translate


class Severity(StrEnum):
    """How much a finding matters; shown as a word, and a colour beside it."""

    RED = "red"
    AMBER = "amber"
    INFO = "info"


_WORDS = {
    Severity.RED: to_translate("findings", "危険"),
    Severity.AMBER: to_translate("findings", "注意"),
    Severity.INFO: to_translate("findings", "参考"),
}
_ROLES = {Severity.RED: "error", Severity.AMBER: "amber", Severity.INFO: "help"}


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One thing that is missing, unsafe or contradictory. path: where to mend it, empty when nowhere.

    is_unasked: it says no more than that a question has not been asked yet.
    """

    severity: Severity
    text: str
    path: str = ""
    is_unasked: bool = False


@dataclass(frozen=True, slots=True)
class HomeworkLine:
    """One 未確認: what, who and until when. path: its place; is_late: whether its day has passed."""

    text: str
    path: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class ConsequenceView:
    """What the plan means so far, ready to show.

    lead, figure, note: 停電から / 9時間49分 / before what. clock: the same as a time of the day, "" where
    there is none. assumes: small print. known: False draws the figure as 未確認.
    legal_missing: the names of the legal items still open. homework: one line for each 未確認.
    """

    lead: str = ""
    figure: str = ""
    note: str = ""
    clock: str = ""
    assumes: str = ""
    known: bool = True
    findings: tuple[FindingLine, ...] = ()
    legal_met: int = 0
    legal_total: int = 0
    legal_missing: tuple[str, ...] = ()
    homework: tuple[HomeworkLine, ...] = ()

    @property
    def pressing(self) -> tuple[FindingLine, ...]:
        """What follows from the answers there are."""
        return tuple(finding for finding in self.findings if not finding.is_unasked)

    @property
    def unasked(self) -> int:
        """How many findings wait for a question that has not been asked yet."""
        return len(self.findings) - len(self.pressing)


SHOWN_FINDINGS, SHOWN_HOMEWORK = 4, 5
_EDGES = 50


class ConsequencePanel(Scroller):
    """Headline, findings, legal items and homework, in this order; what there is none of is not drawn."""

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("いまの計画で分かること"))
        self._shown: ConsequenceView | None = None

    def show_view(self, view: ConsequenceView) -> None:
        """Show other figures."""
        if view == self._shown:
            return
        self._shown = view
        holder = QWidget(self)
        set_role(holder, "page")
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(4, 14, 14, 14)
        layout.setSpacing(12)
        if view.figure:
            layout.addWidget(self._headline(view))
        if view.findings:
            layout.addWidget(self._findings(view))
        if view.legal_total:
            layout.addWidget(self._legal(view))
        if view.homework:
            layout.addWidget(self._homework(view.homework))
        layout.addStretch(1)
        self.setWidget(holder)
        self._fit()

    def summary(self) -> str:
        """The panel in one line, for windows too narrow for it."""
        view = self._shown or ConsequenceView()
        parts = [f"{view.lead} {view.figure}".strip()]
        pressing = view.pressing
        parts.append(self.tr("足りないこと {count}件").format(count=len(pressing)) if pressing else "")
        parts.append(self._unasked_words(view.unasked) if view.unasked else "")
        if view.legal_total:
            words = self.tr("法定項目 {met}／{total}")
            parts.append(words.format(met=view.legal_met, total=view.legal_total))
        parts.append(self.tr("宿題 {count}件").format(count=len(view.homework)) if view.homework else "")
        return "　".join(part for part in parts if part)

    def _headline(self, view: ConsequenceView) -> QWidget:
        frame, layout = _frame("fill" if view.known else "notice-amber")
        lines = (
            ("lead", view.lead, "strong"),
            ("figure", view.figure, "figure"),
            ("note", view.note, "help"),
            ("clock", view.clock, "strong"),
            ("assumes", view.assumes, "help"),
        )
        for name, text, role in lines:
            if text:
                label = _label(text, role)
                label.setObjectName(name)
                layout.addWidget(label)
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Take a smaller size where the figure would break in the middle of a number."""
        for figure in self.findChildren(QLabel, "figure"):
            set_role(figure, "figure")
            figure.ensurePolished()
            if figure.fontMetrics().horizontalAdvance(figure.text()) > self.width() - _EDGES:
                set_role(figure, "title")

    def _findings(self, view: ConsequenceView) -> QWidget:
        """What follows from the answers, line by line; what was never asked is counted, and cries no wolf."""
        frame, layout = _frame("card")
        findings = view.pressing
        if findings:
            layout.addWidget(_label(self.tr("いま足りないこと"), "strong"))
        for finding in findings[:SHOWN_FINDINGS]:
            layout.addWidget(self._finding(finding))
        if (more := len(findings) - SHOWN_FINDINGS) > 0:
            layout.addWidget(self._link(self.tr("ほか{count}件を見る").format(count=more), "link", FINAL))
        if view.unasked:
            layout.addWidget(self._link(self._unasked_words(view.unasked), "link", FINAL))
        return frame

    def _unasked_words(self, count: int) -> str:
        return self.tr("まだ聞いていないこと {count}件").format(count=count)

    def _finding(self, finding: FindingLine) -> QWidget:
        """A finding; where it can be mended, clicking it leads there."""
        words = finding_words(finding)
        if not finding.path:
            return _label(words, _ROLES[finding.severity])
        return self._link(words, _ROLES[finding.severity], finding.path)

    def _legal(self, view: ConsequenceView) -> QWidget:
        frame, layout = _frame("card")
        words = self.tr("法定項目　{met}／{total}").format(met=view.legal_met, total=view.legal_total)
        layout.addWidget(_label(words, "strong"))
        if view.legal_missing:
            names = "、".join(view.legal_missing)
            layout.addWidget(_label(self.tr("残り：{names}").format(names=names), "help"))
        else:
            layout.addWidget(_label(self.tr("✓ すべてそろっています。"), "ok"))
        return frame

    def _homework(self, lines: Sequence[HomeworkLine]) -> QWidget:
        frame, layout = _frame("card")
        layout.addWidget(_label(self.tr("宿題　{count}件").format(count=len(lines)), "strong"))
        for line in lines[:SHOWN_HOMEWORK]:
            words = self.tr("期限切れ　{line}").format(line=line.text) if line.is_late else line.text
            layout.addWidget(self._link(words, "error" if line.is_late else "help", line.path))
        if (more := len(lines) - SHOWN_HOMEWORK) > 0:
            layout.addWidget(self._link(self.tr("ほか{count}件を見る").format(count=more), "link", FINAL))
        return frame

    def _link(self, words: str, role: str, path: str) -> QWidget:
        """A text that leads to a place when it is clicked."""
        link = _Link(words, role)
        link.clicked.connect(lambda: self.place_chosen.emit(path))
        return link


def finding_words(finding: FindingLine) -> str:
    """A finding with the word of its severity before it."""
    severity = QCoreApplication.translate("findings", _WORDS[finding.severity])
    return f"{severity}　{finding.text}"


class _Link(QLabel):
    """A text that leads somewhere."""

    clicked = Signal()

    def __init__(self, text: str, role: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_role(self, role)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.clicked.emit()


def _frame(role: str) -> tuple[QFrame, QVBoxLayout]:
    frame = QFrame()
    set_role(frame, role)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(14, 10, 14, 10)
    layout.setSpacing(4)
    return frame, layout


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    set_role(label, role)
    return label
