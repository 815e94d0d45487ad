"""The short questions under an answer: who finds out and until when (F4), with whom it was confirmed (F6)."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from evacplan.domain import persons
from evacplan.domain.plan import Plan
from evacplan.domain.wareki import parse_day
from evacplan.session import RefusedError
from evacplan.ui.desk import Desk
from evacplan.ui.editors.inputs import LineInput
from evacplan.ui.editors.person import NameBox
from evacplan.ui.editors.typed import read_day
from evacplan.ui.flow import FlowLayout
from evacplan.ui.theme import set_role
from evacplan.ui.told import day_words


def who_can_find_out(plan: Plan) -> dict[str, str]:
    """The people of the plan and everybody who was asked before, by the shortest clear name."""
    people = [persons.short(plan, f"{persons.REFERENCE}{key}") for key in persons.persons(plan)]
    asked = [name for mark in plan.marks.values() for name in (mark.ask_whom, mark.confirmed_by) if name]
    return {name: name for name in dict.fromkeys([*people, *asked])}


def next_meeting(plan: Plan, today: date) -> date | None:
    """The day of the next meeting, when one is agreed."""
    ahead = [row.next_on for row in plan.meeting.meetings if row.next_on and row.next_on >= today]
    return max(ahead, default=None)


def read_until(text: str, today: date) -> date:
    """The day by which something is found out; without a year (11/30) the next such day.

    Raises ValueError with a Japanese sentence.
    """
    read = read_day(text, today)
    if isinstance(read, date):
        return read
    plain = str(read)
    if plain.count("/") == 1 or (plain.count("月") == 1 and "年" not in plain):
        found = parse_day(f"{today.year}/{plain.replace('月', '/').removesuffix('日')}")
        return found if found >= today else parse_day(f"{today.year + 1}/{found.month}/{found.day}")
    return parse_day(plain)


class Strip(QFrame):
    """A short question about an answer, under it."""

    done = Signal()

    def __init__(self, desk: Desk, path: str, parent: QWidget, role: str) -> None:
        super().__init__(parent)
        self.desk = desk
        self.path = path
        self.stops: list[QWidget] = []
        set_role(self, role)
        self.flow = FlowLayout(self, gap=6)
        self.flow.setContentsMargins(10, 8, 10, 8)

    def first(self) -> QWidget:
        """What takes the focus."""
        raise NotImplementedError

    def commit(self) -> None:
        """Take over what is typed."""

    def name_box(self, words: str) -> NameBox:
        """A labelled field for a name, offering the people of the plan."""
        label = QLabel(words, self)
        box = NameBox(lambda: who_can_find_out(self.desk.session.plan), self)
        box.setMinimumContentsLength(9)
        box.setAccessibleName(words)
        label.setBuddy(box)
        self.pair(label, box)
        return box

    def pair(self, label: QLabel, field: QWidget) -> None:
        """A field with its label before it, which stay together."""
        holder = QWidget(self)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(label)
        line.addWidget(field, 1)
        self.flow.addWidget(holder)
        self.stops.append(field)

    def button(self, words: str, role: str) -> QPushButton:
        """A button at the end of the strip."""
        button = QPushButton(words, self)
        button.setAutoDefault(True)
        set_role(button, role)
        self.flow.addWidget(button)
        self.stops.append(button)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escape()
        else:
            super().keyPressEvent(event)

    def escape(self) -> None:
        """Leave the question."""
        self.done.emit()


class AskStrip(Strip):
    """Who finds out, and until when. Both may stay empty: 未確認 alone is an answer.

    made: the plan in which the question itself made the mark just now, None where it was there before.
    """

    def __init__(self, desk: Desk, path: str, parent: QWidget, made: Plan | None = None) -> None:
        super().__init__(desk, path, parent, "notice-amber")
        self._made = made
        mark = desk.session.mark(path)
        self._who = self.name_box(self.tr("だれが"))
        self._who.line.setText(mark.ask_whom or "")
        label = QLabel(self.tr("いつまでに"), self)
        self._until = LineInput(self)
        self._until.setAccessibleName(label.text())
        self._until.setPlaceholderText(self.tr("例　11/30"))
        self._until.setText(day_words(mark.ask_until) if mark.ask_until else "")
        label.setBuddy(self._until)
        self.pair(label, self._until)
        self._offer_the_same()
        self._offer_days()
        self.button(self.tr("これでよい"), "primary").clicked.connect(self._finish)
        self.button(self.tr("未確認を取り消す"), "quiet").clicked.connect(self._take_back)
        self._trouble = QLabel(self)
        set_role(self._trouble, "error")
        self._trouble.hide()
        self.flow.addWidget(self._trouble)
        self._who.line.returnPressed.connect(self._until.setFocus)
        self._who.line.left.connect(self.commit)
        self._who.activated.connect(lambda _index: self.commit())
        self._until.returnPressed.connect(self._finish)
        self._until.left.connect(self.commit)

    def first(self) -> QWidget:
        return self._who.line

    def escape(self) -> None:
        """Leave the question, and take a mark back that was made just now and about which nothing is said."""
        session = self.desk.session
        in_vain = session.plan is self._made and not (self._who.line.text() or self._until.text())
        self.done.emit()
        if in_vain:
            session.undo()
            self.desk.say(self.tr("「わからない」を取り消して、前の答えに戻しました。"))

    def _offer_the_same(self) -> None:
        """Who was asked last, by one press: a hospital that has not answered leaves many fields open."""
        if self.desk.asked is None:
            return
        whom, until = self.desk.asked
        words = self.tr("前と同じ（{who}）").format(who=_short(whom, until)).replace("&", "&&")
        self.button(words, "").clicked.connect(lambda: self._take(whom, until))

    def _take(self, whom: str, until: date | None) -> None:
        self._who.line.setText(whom)
        self._until.setText(day_words(until) if until else "")
        self._finish()

    def _offer_days(self) -> None:
        today = self.desk.today()
        meeting = next_meeting(self.desk.session.plan, today)
        offers = [
            (self.tr("次の会議（{day}）"), meeting),
            (self.tr("2週間後（{day}）"), today + timedelta(14)),
        ]
        for words, day in offers:
            if day is not None:
                text = words.format(day=f"{day.month}/{day.day}")
                self.button(text, "").clicked.connect(lambda _on=False, one=day: self._set_day(one))

    def _set_day(self, day: date) -> None:
        self._until.setText(day_words(day))
        self.commit()

    def commit(self) -> None:
        self._who.line.finish_composing()
        self._until.finish_composing()
        until = self._read_until()
        mark = self.desk.session.mark(self.path)
        whom = self._who.line.text().strip() or None
        if mark.unknown and (mark.ask_whom, mark.ask_until) != (whom, until):
            try:
                self.desk.session.mark_unknown(self.path, whom, until)
                self.desk.asked = (whom, until) if whom else self.desk.asked
            except RefusedError as error:
                self._trouble.setText(str(error))
                self._trouble.show()

    def _read_until(self) -> date | None:
        text = self._until.text().strip()
        self._trouble.hide()
        try:
            return read_until(text, self.desk.today()) if text else None
        except ValueError as error:
            self._trouble.setText(str(error))
            self._trouble.show()
            return None

    def _finish(self) -> None:
        self.commit()
        if self._trouble.isHidden():
            self.done.emit()

    def _take_back(self) -> None:
        self.desk.session.unmark(self.path)
        self.done.emit()


def _short(whom: str, until: date | None) -> str:
    return f"{whom} {until.month}/{until.day}" if until else whom


class ConfirmStrip(Strip):
    """With whom the answers at some places were confirmed; remembered for the next ones."""

    def __init__(self, desk: Desk, path: str, parent: QWidget, paths: Sequence[str]) -> None:
        super().__init__(desk, path, parent, "notice")
        self._paths = list(paths)
        self._who = self.name_box(self.tr("だれと確認しましたか"))
        self._who.line.setText(desk.confirmed_by)
        self._who.line.selectAll()
        self.button(self.tr("確認した"), "primary").clicked.connect(self._finish)
        self.button(self.tr("やめる"), "quiet").clicked.connect(self.done)
        self._who.line.returnPressed.connect(self._finish)

    def first(self) -> QWidget:
        return self._who.line

    def _finish(self) -> None:
        self._who.line.finish_composing()
        name = self._who.line.text().strip()
        if not name:
            return
        try:
            self.desk.session.confirm(self._paths, name, self.desk.today())
        except RefusedError as error:
            self.desk.say(str(error))
        else:
            self.desk.confirmed_by = name
            self.done.emit()
