"""S17: what is still open, in one list to walk through, and the way to the papers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from evacplan.domain.plan import Plan
from evacplan.form import progress
from evacplan.form.mark_words import mark_words
from evacplan.form.progress import Gauge, Place, Standing
from evacplan.form.spec import Form, Need
from evacplan.ui.consequence import ConsequenceView, finding_words
from evacplan.ui.flow import FlowLayout
from evacplan.ui.growing import GrowingPage, at_once, grown
from evacplan.ui.headings import Hiding, hides_none, place_heading
from evacplan.ui.parts import set_shown
from evacplan.ui.theme import set_role
from evacplan.ui.wrap import WrapButton

MOST, LAID_OUT_AT_ONCE = 30, 6
Lines = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Open:
    """What is open in a plan: how full it is, and the lines that lead to a place each."""

    must: Gauge
    should: Gauge
    findings: Lines
    missing: Lines
    unknown: Lines


class FinalPage(GrowingPage):
    """Gauges, findings, missing and unknown answers, and the buttons to preview, confirm and close."""

    place_chosen = Signal(str)
    preview_requested = Signal()
    confirm_requested = Signal()
    close_requested = Signal()

    def __init__(self, form: Form, parent: QWidget, hides: Hiding = hides_none) -> None:
        super().__init__(form.final.title, form.final.say, form.final.reason, parent)
        self._form = form
        self._hides = hides
        self._parts: QWidget | None = None
        self._told: _Open | None = None
        self._fresh: list[tuple[QVBoxLayout, WrapButton]] = []
        self.column.addWidget(self._actions())
        self.column.addStretch(1)
        self.setWidget(self.body)

    def _actions(self) -> QWidget:
        frame = QFrame(self.body)
        set_role(frame, "card")
        flow = FlowLayout(frame, gap=10)
        flow.setContentsMargins(20, 16, 20, 16)
        for words, role, signal in (
            (self.tr("紙面を見る　Ctrl+P"), "", self.preview_requested),
            (self.tr("版を確定"), "primary", self.confirm_requested),
            (self.tr("計画を閉じる"), "", self.close_requested),
        ):
            button = QPushButton(words, frame)
            button.setAutoDefault(True)
            set_role(button, role)
            button.clicked.connect(signal)
            flow.addWidget(button)
        return frame

    def show_plan(self, plan: Plan, view: ConsequenceView) -> None:
        """Show what is open in this plan, leaving alone what is unchanged."""
        places = list(progress.places(self._form, plan))
        must, should = (progress.counted(places, need) for need in (Need.MUST, Need.SHOULD))
        told = _Open(
            must,
            should,
            [(finding.path, finding_words(finding)) for finding in view.findings],
            [(one.path, self._words(plan, one)) for one in places if progress.is_missing(one)],
            self._unknown(plan, places),
        )
        if told != self._told:
            self._told = told
            self._begin_anew(told)

    def _begin_anew(self, told: _Open) -> None:
        self._fresh.clear()
        if self._parts is not None:
            self._parts.deleteLater()
        self._parts = QWidget(self.body)
        layout = QVBoxLayout(self._parts)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        self.column.insertWidget(1, self._parts)
        self.grow_by(self._build(told, layout))
        if self.isVisible():
            self.prepare()
            self.go_on()

    def _build(self, told: _Open, layout: QVBoxLayout) -> Iterator[object]:
        layout.addWidget(self._gauges(told.must, told.should))
        lists = (
            (self.tr("気をつけたい点　{count}件"), told.findings),
            (self.tr("まだ記入していない必須の項目　{count}件"), told.missing),
            (self.tr("未確認（宿題）　{count}件"), told.unknown),
        )
        for title, lines in lists:
            if lines:
                yield from self._list(title, lines, layout)

    def show_built(self) -> None:
        for layout, lines in groupby(self._fresh, lambda pair: pair[0]):
            with at_once(layout):
                for _, line in lines:
                    layout.addWidget(line)
                    set_shown(line, True)
            grown(layout.parentWidget(), self.body)
        self._fresh.clear()

    def focusNextPrevChild(self, ahead: bool) -> bool:
        """Go on to what may not be built yet."""
        self.finish()
        return super().focusNextPrevChild(ahead)

    def _words(self, plan: Plan, place: Place) -> str:
        return place_heading(self._form, plan, place.path, self._hides)

    def _unknown(self, plan: Plan, places: Sequence[Place]) -> list[tuple[str, str]]:
        found = [one for one in places if one.standing is Standing.UNKNOWN]
        return [
            (
                place.path,
                f"{self._words(plan, place)}　{mark_words(self._form, plan.marks[place.path])}",
            )
            for place in found
        ]

    def _gauges(self, must: Gauge, should: Gauge) -> QWidget:
        frame, layout = self._card()
        layout.addWidget(self._line(gauge_words(self.tr("必須"), must), "heading"))
        layout.addWidget(self._line(gauge_words(self.tr("推奨"), should), "strong"))
        if must.is_full:
            layout.addWidget(self._line(self.tr("✓ 必須の項目はすべて記入されています。"), "ok"))
        else:
            layout.addWidget(
                self._line(self.tr("足りない項目があっても、保存や印刷はいつでもできます。"), "help")
            )
        return frame

    def _list(self, title: str, lines: Lines, holder: QVBoxLayout) -> Iterator[object]:
        frame, layout = self._card()
        layout.addWidget(self._line(title.format(count=len(lines)), "group"))
        holder.addWidget(frame)
        for path, words in lines[:MOST]:
            button = WrapButton(words, frame)
            button.setEnabled(bool(path))
            button.clicked.connect(lambda _on=False, place=path: self.place_chosen.emit(place))
            self._fresh.append((layout, button))
            yield None if len(self._fresh) >= LAID_OUT_AT_ONCE else button
        self.show_built()
        if len(lines) > MOST:
            more = self.tr("ほか{count}件。F8 で順に開きます。").format(count=len(lines) - MOST)
            layout.addWidget(self._line(more, "help"))

    def _card(self) -> tuple[QFrame, QVBoxLayout]:
        frame = QFrame(self._parts)
        set_role(frame, "card")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(4)
        return frame, layout

    def _line(self, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        set_role(label, role)
        return label


def gauge_words(name: str, gauge: Gauge) -> str:
    """How full the plan is for one need: 必須 31／38, with the unknown ones among them."""
    words = f"{name} {gauge.answered}／{gauge.total}"
    unknown = QCoreApplication.translate("FinalPage", "未確認 {count}").format(count=gauge.unknown)
    return f"{words}（{unknown}）" if gauge.unknown else words
