"""The card of today's meeting: where it is held and who is here; before it begins and while it goes on."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from evacplan.domain.meetings import is_same, with_attendee, without_attendee
from evacplan.domain.paths import exists, get
from evacplan.domain.plan.meeting import Attendee
from evacplan.session import RefusedError
from evacplan.ui.editors.inputs import LineInput
from evacplan.ui.flow import FlowLayout
from evacplan.ui.meeting_desk import MeetingDesk
from evacplan.ui.meeting_lines import Card
from evacplan.ui.parts import announce, button, field_label, text_label
from evacplan.ui.read_only import hold
from evacplan.ui.theme import set_role
from evacplan.ui.told import day_words

_MOST_OFFERED = 20
_LETTERS = 20


class HereCard(Card):
    """begun: the meeting was written down. row_requested: with the path of its row in the interview."""

    begun = Signal()
    row_requested = Signal(str)

    def __init__(self, desk: MeetingDesk, parent: QWidget) -> None:
        super().__init__("here", parent)
        self._desk = desk
        self._people = desk.likely_attendees()[:_MOST_OFFERED]
        last = desk.last()
        self._last = last.attendees if last is not None else ()
        self._here: tuple[Attendee, ...] = ()
        self.place = LineInput(self)
        self.place.setObjectName("place")
        self._boxes = [self._box(one) for one in self._people]
        self._error = text_label(role="error")
        self._state = text_label(role="ok")
        words = self.tr("別の日の会議は、「会議と同意」のページの「会議の記録」に書きます。")
        self._today_only = text_label(words, "help")
        self.begin_button = button(self.tr("会議をはじめる(&M)"), "begin", "primary")
        self._all = button(self.tr("前回の全員がいる(&D)"), "all")
        self._others = button(self.tr("ほかの人を書き足す(&O)"), "others")
        self._arrange(desk.likely_place())
        self.refresh()
        self.place.textEdited.connect(self._place_typed)
        self.place.left.connect(desk.session.settle)
        self.begin_button.clicked.connect(self.begin)
        self._all.clicked.connect(self._everybody)
        self._others.clicked.connect(self._open_row)
        if desk.session.reads_only:
            hold(self)

    def begin(self) -> None:
        """Write the meeting down; where it was already, nothing is written again."""
        self.place.finish_composing()
        if self._desk.meeting() is not None or self._desk.session.reads_only:
            return
        try:
            self._desk.begin(self.place.text().strip(), self._here)
        except RefusedError as error:
            self._refuse(str(error))
            return
        self.refresh()
        announce(self, self._state.said)
        self.begun.emit()

    def write_people(self) -> bool:
        """Put the cursor on writing down who is here, where there is nobody to pick."""
        if not self._people:
            self._others.setFocus()
        return not self._people

    def commit(self) -> None:
        """Take over a place that is still being composed."""
        self.place.finish_composing()

    def forget(self) -> None:
        """Drop every name, before the page is left."""
        self._people = self._last = self._here = ()
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        self._boxes.clear()
        self.place.clear()

    def refresh(self) -> None:
        """Show the meeting as it is written down."""
        row = self._desk.meeting()
        if row is not None:
            self._here = row.attendees
            if self.place.text().strip() != (row.place or ""):
                self.place.setText(row.place or "")
        for box, one in zip(self._boxes, self._people, strict=True):
            is_here = any(is_same(one, other) for other in self._here)
            box.setChecked(is_here)
            box.setText(f"{'✓ ' if is_here else ''}{_called(one)}")
        self.begin_button.setVisible(row is None)
        self._others.setVisible(row is not None)
        self._today_only.setVisible(row is None)
        self._all.setVisible(bool(self._last))
        self._state.setVisible(row is not None)
        said = self.tr("✓ きょうの会議を記録に加えました。ここにいる人 {count}人")
        self._state.say(said.format(count=len(self._here)))

    def _everybody(self) -> None:
        for one in self._last:
            self._here = with_attendee(self._here, one)
        self._keep_here()

    def _toggled(self, one: Attendee, on: bool) -> None:
        change = with_attendee if on else without_attendee
        self._here = change(self._here, one)
        self._keep_here()

    def _keep_here(self) -> None:
        row = self._desk.meeting()
        if row is not None:
            self._desk.session.set(f"{self._row}.attendees", self._here)
        self.refresh()

    def _place_typed(self, text: str) -> None:
        self._error.hide()
        set_role(self.place, "")
        if self._desk.meeting() is None:
            return
        try:
            self._desk.session.set(f"{self._row}.place", text.strip())
        except RefusedError as error:
            self._refuse(str(error))

    @property
    def _row(self) -> str:
        row = self._desk.meeting()
        return f"meeting.meetings.{row.key}" if row is not None else ""

    def _open_row(self) -> None:
        if self._row and exists(self._desk.plan, self._row) and get(self._desk.plan, self._row):
            self.row_requested.emit(f"{self._row}.attendees")

    def _refuse(self, said: str) -> None:
        self._error.say(said)
        self._error.show()
        set_role(self.place, "wrong")
        self.place.setFocus()
        announce(self.place, said)

    def _box(self, one: Attendee) -> QCheckBox:
        words = "　".join(filter(None, (one.organisation, one.role, one.name)))
        found = QCheckBox()
        found.setAccessibleName(words)
        # A tip takes what looks like markup for such.
        found.setToolTip(f"<p>{escape(words)}</p>")
        found.setObjectName(f"person:{words}")
        set_role(found, "option")
        found.clicked.connect(lambda on: self._toggled(one, on))
        return found

    def _arrange(self, place: str) -> None:
        self.title.say(self.tr("きょうの会議　{day}").format(day=day_words(self._desk.today())))
        self.column.addWidget(self._today_only)
        self.place.setText(place)
        self.place.setAccessibleName(self.tr("場所"))
        self.column.addWidget(field_label(self.tr("場所(&W)"), self.place))
        self.column.addWidget(self.place)
        self.column.addWidget(self._error)
        self._error.hide()
        if self._boxes:
            self.column.addWidget(text_label(self.tr("ここにいる人（スペースで選ぶ）"), "label"))
            self.column.addWidget(_flowing(*self._boxes))
        self.column.addWidget(self._state)
        self.column.addWidget(_flowing(self.begin_button, self._all, self._others))


def _called(one: Attendee) -> str:
    """髙橋 健（父）, short enough for the largest letters; the whole is said beside it."""
    more = one.role or one.organisation
    words = f"{one.name}（{more}）" if one.name and more else one.name or more or ""
    short = words if len(words) <= _LETTERS else f"{words[: _LETTERS - 1]}…"
    return short.replace("&", "&&")


def _flowing(*parts: QWidget) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, gap=6)
    for part in parts:
        flow.addWidget(part)
    return holder
