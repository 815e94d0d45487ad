"""The homework at the end of a meeting as a table: each has somebody and a day, typed where it stands."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from evacplan.domain.homework import Homework
from evacplan.session import RefusedError
from evacplan.ui.editors.inputs import LineInput
from evacplan.ui.editors.person import NameBox
from evacplan.ui.meeting_desk import MeetingDesk
from evacplan.ui.meeting_lines import Card
from evacplan.ui.parts import announce, button, field_label, text_label
from evacplan.ui.questions import next_meeting, read_until, who_can_find_out
from evacplan.ui.theme import set_role
from evacplan.ui.told import day_words
from evacplan.ui.wrap import WrapButton


class HomeworkRow(QFrame):
    """One 未確認: its place, who, until when. What cannot be read stays typed and red, and is not kept."""

    chosen = Signal(str)

    def __init__(self, desk: MeetingDesk, each: Homework, parent: QWidget) -> None:
        super().__init__(parent)
        self.path = each.path
        self._desk = desk
        self.name = desk.name(each.path)
        self.who = NameBox(lambda: who_can_find_out(desk.plan), self)
        self.until = LineInput(self)
        self._error = text_label(role="error-small")
        self._late = text_label(role="error-small")
        self._arrange()
        self.refresh()
        for field in (self.who, self.until):
            field.setEnabled(not desk.session.reads_only)
        self.who.line.left.connect(self.commit)
        self.who.activated.connect(lambda _index: self.commit())
        self.who.line.returnPressed.connect(self.until.setFocus)
        self.until.left.connect(self.commit)
        self.until.returnPressed.connect(self._go_on)

    def commit(self) -> None:
        """Take over what is typed or composed."""
        self.who.line.finish_composing()
        self.until.finish_composing()
        mark = self._desk.session.mark(self.path)
        whom = self.who.line.text().strip() or None
        until, said = self._read()
        if not said and mark.unknown and (mark.ask_whom, mark.ask_until) != (whom, until):
            try:
                self._desk.session.mark_unknown(self.path, whom, until)
            except RefusedError as error:
                said = str(error)
        self._tell(said)
        self._show_late()

    def refresh(self) -> None:
        """Show who and until when as they are kept."""
        mark = self._desk.session.mark(self.path)
        self.who.line.setText(mark.ask_whom or "")
        self.until.setText(day_words(mark.ask_until) if mark.ask_until else "")
        self._show_late()

    def _show_late(self) -> None:
        """Say that the day has passed, for the ear beside the day."""
        until = self._desk.session.mark(self.path).ask_until
        late = until is not None and until < self._desk.today()
        self._late.setVisible(late)
        self.until.setAccessibleDescription(self._late.said if late else "")

    def _go_on(self) -> None:
        self.commit()
        if not self._error.isVisible():
            self.focusNextChild()

    def _read(self) -> tuple[date | None, str]:
        text = self.until.text().strip()
        try:
            return (read_until(text, self._desk.today()) if text else None), ""
        except ValueError as error:
            return None, str(error)

    def _tell(self, said: str) -> None:
        if said and said != self._error.said:
            announce(self.until, said)
        self._error.say(said)
        self._error.setVisible(bool(said))
        set_role(self.until, "wrong" if said else "")

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        place = WrapButton(self.name, self)
        place.setAutoDefault(True)
        place.setObjectName(f"line:{self.path}")
        place.clicked.connect(lambda: self.chosen.emit(self.path))
        grid.addWidget(place, 0, 0, 1, 4)
        self._late.say(self.tr("期限を過ぎました"))
        self._late.setContentsMargins(8, 0, 0, 0)
        grid.addWidget(self._late, 1, 0, 1, 4)
        words = self.tr("だれが"), self.tr("いつまでに")
        for column, (said, field) in enumerate(zip(words, (self.who, self.until), strict=True)):
            field.setAccessibleName(f"{said}　{self.name}")
            (field.line if isinstance(field, NameBox) else field).setAccessibleName(field.accessibleName())
            grid.addWidget(field_label(said, field), 2, 2 * column)
            grid.addWidget(field, 2, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        self.who.setObjectName(f"who:{self.path}")
        self.who.setMinimumContentsLength(6)
        self.until.setObjectName(f"until:{self.path}")
        day = next_meeting(self._desk.plan, self._desk.today())
        offered = day_words(day) if day is not None else self.tr("11/30")
        self.until.setPlaceholderText(self.tr("例　{day}").format(day=offered))
        grid.addWidget(self._error, 3, 0, 1, 4)
        self._error.hide()


class HomeworkCard(Card):
    """Every 未確認 of the plan. chosen: with the path of the one to go to."""

    chosen = Signal(str)

    def __init__(self, desk: MeetingDesk, parent: QWidget) -> None:
        super().__init__("homework", parent)
        self._desk = desk
        self.rows: list[HomeworkRow] = []
        self._offer = button(self.tr("期限のないもの・過ぎたものを、次回までにする(&U)"), "next_day")
        self._offer.clicked.connect(self._all_until_next)
        self._open = text_label(role="amber")
        self.column.addWidget(self._open)
        self.column.addWidget(self._offer)
        self._fill()

    def commit(self) -> None:
        """Take over what is typed in every row."""
        for row in self.rows:
            row.commit()

    def clear(self) -> None:
        """Drop every row."""
        for row in self.rows:
            self.column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows.clear()

    def refresh(self, *, anew: bool) -> None:
        """Show what is open, and rows anew where others became 未確認 or were answered.

        anew: who and until when may have changed by themselves, as after undo.
        """
        if {each.path for each in self._desk.homework()} != {row.path for row in self.rows}:
            self.clear()
            self._fill()
        elif anew:
            for row in self.rows:
                row.refresh()
        self._say()

    def _fill(self) -> None:
        """Late ones and those without somebody or a day first; they keep their place while it is typed."""
        today = self._desk.today()
        for each in sorted(self._desk.homework(), key=lambda one: one.is_agreed and not one.is_late(today)):
            row = HomeworkRow(self._desk, each, self)
            row.chosen.connect(self.chosen)
            self.rows.append(row)
            self.column.addWidget(row)
        self._say()

    def _say(self) -> None:
        found = self._desk.homework()
        waiting = sum(not each.is_agreed for each in found)
        self.title.say(self.tr("宿題　{count}件").format(count=len(found)))
        self._open.setVisible(waiting > 0)
        today = self._desk.today()
        day = next_meeting(self._desk.plan, today)
        waits = any(_needs_a_day(each, today) for each in found) and not self._desk.session.reads_only
        self._offer.setVisible(day is not None and waits)
        words = self.tr("人か日の決まっていないもの　{count}件")
        if day is not None:
            words = self.tr("人か日の決まっていないもの　{count}件　次回は {day}")
        self._open.say(words.format(count=waiting, day=day_words(day) if day is not None else ""))
        self.setVisible(bool(found))

    def _all_until_next(self) -> None:
        self.commit()
        today = self._desk.today()
        day = next_meeting(self._desk.plan, today)
        for each in self._desk.homework():
            if day is not None and _needs_a_day(each, today):
                self._desk.session.mark_unknown(each.path, each.whom or None, day)
        for row in self.rows:
            row.refresh()
        self._say()


def _needs_a_day(each: Homework, today: date) -> bool:
    return each.until is None or each.is_late(today)
