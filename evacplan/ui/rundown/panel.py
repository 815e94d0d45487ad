"""Below the page of power: at which hour does what stop, and when must they leave."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evacplan.domain.plan import Plan
from evacplan.form.rundown_view import Asked, MannerView, RunDownView
from evacplan.ui.flow import FlowLayout
from evacplan.ui.growing import grown
from evacplan.ui.page import SectionPage
from evacplan.ui.parts import Sentences, button, field_label, text_label
from evacplan.ui.rundown.advice import AdvicePart, AdviceSource
from evacplan.ui.rundown.chart import RunChart
from evacplan.ui.rundown.hours_choice import HoursChoice
from evacplan.ui.rundown.legend import Legend
from evacplan.ui.rundown.manners import MannerCards
from evacplan.ui.rundown.tables import Words, WordsView, bar_rows, circumstance_rows
from evacplan.ui.theme import set_role

RUN_DOWN = "power_needs"  # the section whose page carries the run-down
SHOWN_CIRCUMSTANCES, SHOWN_SEGMENTS = 12, 10
TWO_LINES_EM = 2.8
RunDownSource = Callable[[Plan, Asked], RunDownView]


class RunDownPanel(QFrame):
    """The run-down of the plan, for the circumstance and the operation that are chosen.

    compute: makes it; plan: gives the plan as it stands; advice: says what could be done about it.
    While the panel is hidden nothing is computed. grows: whoever makes it takes the steps of `build`.
    """

    def __init__(
        self,
        compute: RunDownSource,
        plan: Callable[[], Plan],
        parent: QWidget | None,
        advice: AdviceSource | None = None,
        *,
        grows: bool = False,
    ) -> None:
        super().__init__(parent)
        self._compute = compute
        self._plan = plan
        self._advises = advice
        self._asked = Asked()
        self._view = RunDownView("")
        self._is_late, self._is_made = True, False
        set_role(self, "card")
        self._title, self._nothing = text_label("", "group"), text_label("", "help")
        self._inside, self._shelf = QWidget(self), QWidget(self)
        self._shelf.hide()  # for parts that do not stand in their place yet
        self._lines, self._segments = Words(self), Words(self)
        self._advice: AdvicePart | None = None
        self._column = QVBoxLayout(self._inside)
        self._lay_out()
        if not grows:
            for _ in self.build():
                pass

    # Building

    def build(self) -> Iterator[object]:
        """Make its parts, and show them one by one."""
        for make in (self._make_choices, self._make_chart, self._make_table, self._make_advice):
            make()
            yield self
        if self.isVisible():
            self._is_late = False
            view = self._compute(self._plan(), self._asked)
            yield self
            for _ in self._showing(view):
                yield self
        for part in self._parts():
            self._column.addWidget(part)
            grown(part, self)
            yield None
        self._order_tabs()
        self._is_made = True
        if self.isVisible():
            self._follow()

    def _make_choices(self) -> None:
        self._chooser = WordsView(self._lines, SHOWN_CIRCUMSTANCES, (11, 15, 11), self._shelf)
        self._chooser.setObjectName("circumstances")
        self._chooser.setAccessibleName(self.tr("停電の想定を選ぶ表"))
        self._chooser.selectionModel().currentRowChanged.connect(self._circumstance_chosen)
        self._planned = HoursChoice(int(self._asked.planned_h), self._shelf)
        self._planned.setObjectName("planned_h")
        self._planned.picked.connect(self._planned_chosen)
        self._cards = MannerCards(self._shelf)
        self._cards.chosen.connect(self._manner_chosen)

    def _make_chart(self) -> None:
        self._assumes, self._steps, self._facts = text_label("", "help"), text_label(), text_label("", "help")
        self._chart, self._legend, self._said = RunChart(self._shelf), Legend(self._shelf), _TwoLines()
        set_role(self._said, "say")
        self._chart.told.connect(self._say)
        self._key = text_label(
            self.tr(
                "数字は停電からの時間、灰色は夜（18時～6時）です。× で止まります。赤い点線までに家を出ます。"
            ),
            "help",
        )
        for label in (self._assumes, self._steps, self._facts, self._said, self._key):
            label.setParent(self._shelf)

    def _make_table(self) -> None:
        self._fold = button("", "show_segments", "quiet")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._unfold)
        self._table = WordsView(self._segments, SHOWN_SEGMENTS, (4, 5, 7, 7), self._shelf)
        self._table.setObjectName("segments")
        self._table.setAccessibleName(self.tr("図と同じことを書いた表"))
        self._unfold(False)

    def _make_advice(self) -> None:
        if self._advises is not None:
            self._advice = AdvicePart(self._advises, self._plan, self._shelf)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(10)
        for widget in (self._title, self._nothing, self._inside):
            column.addWidget(widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def _order_tabs(self) -> None:
        stops = (self._chooser, self._planned, *self._cards.stops(), self._chart, self._fold, self._table)
        if self._advice is not None:
            stops = (*stops, *self._advice.stops())
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _parts(self) -> Iterator[QWidget]:
        """Everything from top to bottom."""
        yield from (
            self._chooser,
            _beside(field_label(self.tr("計画停電の長さ"), self._planned), self._planned),
        )
        yield from (
            self._cards,
            self._assumes,
            self._steps,
            self._said,
            self._chart,
            self._legend,
            self._key,
            self._facts,
        )
        yield from (_beside(self._fold), self._table)
        if self._advice is not None:
            yield self._advice

    # What the page asks for

    def refresh(self) -> None:
        """Follow the plan, now or as soon as the panel is seen."""
        self._is_late = True
        if self.isVisible():
            self._follow()
        if self._advice is not None:
            self._advice.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        if self._is_late and self._is_made:
            self._is_late = False
            for _ in self._showing(self._compute(self._plan(), self._asked)):
                pass

    def _showing(self, view: RunDownView) -> Iterator[object]:
        """Show this, part by part."""
        if view == self._view:
            return
        self._view = view
        self._title.say(view.title)
        self._nothing.say(view.nothing)
        self._nothing.setVisible(bool(view.nothing))
        self._inside.setVisible(not view.nothing)
        if view.nothing:
            return
        self._show_lines(view)
        yield self
        self._cards.show_manners(view.manners)
        self._legend.show_entries(view.legend)
        yield self
        self._show_manner()

    def _show_lines(self, view: RunDownView) -> None:
        worst = frozenset(row for row, line in enumerate(view.lines) if line.is_worst)
        rows = circumstance_rows(view.lines, self.tr("{name}\n→ いちばん厳しい想定"))
        chosen = [line.code for line in view.lines].index(view.chosen)
        self._asked = replace(self._asked, code=view.chosen)
        self._lines.fill(view.heads, rows, worst)
        if self._chooser.currentIndex().row() != chosen:
            self._chooser.selectRow(chosen)

    def _show_manner(self) -> None:
        """Show the chosen operation in full."""
        shown = self._shown()
        self._chart.show_manner(shown, self._view.legend)
        block = shown.headline
        self._assumes.say("\n".join(block.notes[-1:] if block.known else block.notes))
        numbered = (f"{number}　{step}" for number, step in enumerate(shown.steps, 1))
        self._steps.say("\n".join(numbered if len(shown.steps) > 1 else shown.steps))
        self._steps.setVisible(bool(shown.steps))
        self._facts.say("　".join(f"{fact.label}：{fact.answer.text}" for fact in shown.facts[1::2]))
        self._fill_segments(shown)

    def _shown(self) -> MannerView:
        return next(one for one in self._view.manners if one.manner is self._asked.manner)

    def _fill_segments(self, shown: MannerView) -> None:
        heads = (self.tr("機器"), self.tr("電源"), self.tr("停電からの時間"), self.tr("時刻"))
        if self._fold.isChecked():
            self._segments.fill(heads, bar_rows(shown.bars))

    # What the reader chooses

    def _circumstance_chosen(self, current: QModelIndex) -> None:
        if current.isValid() and current.row() < len(self._view.lines):
            self._ask(replace(self._asked, code=self._view.lines[current.row()].code))

    def _planned_chosen(self, hours: int) -> None:
        self._ask(replace(self._asked, code=self._view.planned_code, planned_h=hours))

    def _manner_chosen(self) -> None:
        self._ask(replace(self._asked, manner=self._cards.manner))

    def _ask(self, asked: Asked) -> None:
        if asked != self._asked:
            self._asked = asked
            self._is_late = True
            self._follow()

    def _say(self, words: str) -> None:
        self._said.say(
            words or self.tr("図にマウスを置くか、Tab で図に移って矢印キーを押すと、ここに言葉で出ます。")
        )

    def _unfold(self, is_open: bool) -> None:
        words = self.tr("表をたたむ") if is_open else self.tr("図と同じことを表で見る")
        self._fold.setText(words)
        self._table.setVisible(is_open)
        if is_open and self._view.manners:
            self._fill_segments(self._shown())


class _TwoLines(Sentences):
    """Always room for two lines, so that the chart below stands still while it is read."""

    def heightForWidth(self, width: int) -> int:
        return max(super().heightForWidth(width), round(self.fontInfo().pixelSize() * TWO_LINES_EM))


def extra(
    compute: RunDownSource, advice: AdviceSource | None, plan: Callable[[], Plan]
) -> Callable[[SectionPage], Iterator[object]]:
    """What puts a run-down below the page of power."""

    def add(page: SectionPage) -> Iterator[object]:
        panel = RunDownPanel(compute, plan, page.body, advice, grows=True)
        page.add_extra(panel, panel.refresh)
        yield from panel.build()

    return add


def _beside(*widgets: QWidget) -> QWidget:
    """Widgets side by side, one below the other where the letters are too large for that."""
    line = QWidget()
    row = FlowLayout(line)
    for widget in widgets:
        row.addWidget(widget)
    return line
