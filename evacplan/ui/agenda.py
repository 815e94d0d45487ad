"""What waits to be done over all plans: homework by its day, and reviews that are due."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import announce, button, text_label
from evacplan.ui.ports import HomeworkLine, Plans, ReviewLine, Services
from evacplan.ui.tables import LineView, TextTable
from evacplan.ui.theme import set_role
from evacplan.ui.told import day_words

if TYPE_CHECKING:
    from evacplan.form.spec import Form

SOON = timedelta(days=14)
_WHEN, _WHO, _WHAT, _PLAN = range(4)
_REVIEW_PATH = "review.review_due_on"


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing to do. path: where in its plan; what: the field's name; whose: name or number of the plan."""

    plan_id: str
    path: str
    until: date | None
    whom: str
    what: str
    whose: str

    def is_late(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.until is not None and self.until < today

    def matches(self, words: Sequence[str]) -> bool:
        """Whether it holds every word searched for."""
        text = " ".join((self.whom, self.what, self.whose))
        return all(word in text for word in words)


def duties(
    form: Form, homework: Sequence[HomeworkLine], reviews: Sequence[ReviewLine], review: str
) -> list[Duty]:
    """Homework and reviews in one list, the earliest day first. review: what is to be done for a review."""
    found = [*_of_homework(form, homework)]
    found += [
        Duty(each.plan_id, _REVIEW_PATH, each.due_on, "", review, each.name or each.number)
        for each in reviews
    ]
    return sorted(found, key=lambda duty: (duty.until or date.max, duty.whose, duty.whom))


def _of_homework(form: Form, homework: Sequence[HomeworkLine]) -> Iterator[Duty]:
    for each in homework:
        section = form.section(each.path.partition(".")[0]).title
        what = f"{section}　{form.part(each.path).label}"
        yield Duty(each.plan_id, each.path, each.until, each.whom, what, each.name or each.number)


def is_pressing(plans: Plans, today: date) -> bool:
    """Whether anything is late or due within two weeks."""
    return plans.has_due(today + SOON)


class DutyTable(TextTable):
    """One row a duty: until when, who, what, in which plan. full: the full name of a place of a plan.

    That needs the plan to be read, so it is asked for the rows that are shown.
    """

    def __init__(self, full: Callable[[Duty], str], parent: QObject) -> None:
        super().__init__(parent=parent)
        self._full = full
        self.heads = (self.tr("いつまで"), self.tr("だれが"), self.tr("確かめること"), self.tr("計画"))
        self.duties: Sequence[Duty] = ()
        self._today = date.min

    def fill(self, found: Sequence[Duty], today: date) -> None:
        """Show these duties in this order."""
        self.beginResetModel()
        self.duties, self._today = found, today
        self.endResetModel()

    def row_total(self) -> int:
        return len(self.duties)

    def is_bold(self, row: int, column: int) -> bool:
        return column == _WHEN and self.duties[row].is_late(self._today)

    def text(self, row: int, column: int) -> str:
        duty = self.duties[row]
        if column == _WHEN:
            return self._when(duty)
        if column == _WHO:
            return duty.whom or ("" if duty.path == _REVIEW_PATH else self.tr("未定"))
        return self._full(duty) if column == _WHAT else duty.whose or self.tr("（名前はまだありません）")

    def _day(self, day: date) -> str:
        return self.tr("{month}月{day}日").format(month=day.month, day=day.day)

    def _when(self, duty: Duty) -> str:
        if duty.until is None:
            return self.tr("期限なし")
        this_year = duty.until.year == self._today.year
        day = self._day(duty.until) if this_year else day_words(duty.until)
        return self.tr("{day}　過ぎました").format(day=day) if duty.is_late(self._today) else day


class PlaceNames:
    """The full names of places, 医療機器 › 機器 › 吸引器 › 優先度; each plan is read once."""

    def __init__(self, plans: Plans, form: Form) -> None:
        self._plans = plans
        self._form = form
        self._known: dict[tuple[str, str], str] = {}

    def of(self, duty: Duty, duties: Sequence[Duty]) -> str:
        """The full name of a duty's place. duties: all there are, so that those of its plan are named too."""
        if duty.path == _REVIEW_PATH:
            return duty.what
        if (duty.plan_id, duty.path) not in self._known:
            from evacplan.ui.headings import place_heading  # noqa: PLC0415  (loads the whole model)

            plan = self._plans.draft(duty.plan_id)
            for each in duties:
                if each.plan_id == duty.plan_id:
                    self._known[each.plan_id, each.path] = place_heading(self._form, plan, each.path)
        return self._known[duty.plan_id, duty.path]


class AgendaPage(QWidget):
    """opened: with the id of a plan and the path of the place to go to."""

    opened = Signal(str, str)
    back_requested = Signal()

    def __init__(self, plans: Plans, services: Services) -> None:
        super().__init__()
        set_role(self, "page")
        self._today = services.today()
        reviews = plans.reviews_due(self._today + SOON)
        self._all = duties(services.form, plans.homework(), reviews, self.tr("計画の見直し"))
        self._names = PlaceNames(plans, services.form)
        self._table = DutyTable(lambda duty: self._names.of(duty, self._all), self)
        self._view = LineView(self._table, "duties", self.tr("宿題と見直し"), self)
        self._search = QLineEdit(self)
        self._count = text_label(role="strong")
        self._arrange()
        self._show()
        self._search.textEdited.connect(self._searched)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._view.setFocus()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        index = self._view.currentIndex()
        if index.isValid():
            duty = self._table.duties[index.row()]
            self.opened.emit(duty.plan_id, duty.path)

    def _searched(self) -> None:
        self._show()
        announce(self._view, self._count.said)

    def _show(self) -> None:
        words = self._search.text().split()
        found = [duty for duty in self._all if duty.matches(words)]
        self._table.fill(found, self._today)
        self._view.selectRow(0)
        late = sum(duty.is_late(self._today) for duty in found)
        soon = sum(duty.until is not None and duty.until <= self._today + SOON for duty in found) - late
        words_of = self.tr("期限を過ぎたもの {late}件　2週間のうち {soon}件　全部で {total}件")
        self._count.say(words_of.format(late=late, soon=soon, total=len(found)))

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(32, 20, 32, 20)
        page.setSpacing(12)
        page.addWidget(text_label(self.tr("宿題と見直し"), "title"))
        page.addWidget(
            text_label(self.tr("次の会議までに確かめることです。Enter でその項目を開きます。"), "help")
        )
        page.addWidget(self._count)
        self._search.setObjectName("search")
        self._search.setPlaceholderText(self.tr("人・項目・計画の名前でしぼる"))
        self._search.setAccessibleName(self.tr("宿題をしぼる"))
        page.addWidget(self._search)
        page.addWidget(self._listed(), 1)
        page.addLayout(self._buttons())
        self.setFocusProxy(self._search)
        self.setTabOrder(self._search, self._view)

    def _listed(self) -> LineView:
        view = self._view
        view.doubleClicked.connect(self._open)
        view.fit_columns(_WHEN, _WHO, _PLAN)
        view.setTextElideMode(Qt.TextElideMode.ElideLeft)  # the end says the most
        return view

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        go = button(self.tr("その項目を開く Enter"), "open", "primary")
        go.clicked.connect(self._open)
        back = button(self.tr("計画の一覧へ Esc"), "back")
        back.clicked.connect(self.back_requested)
        for each in (go, back):
            row.addWidget(each)
        return row
