"""The page 「会議をおわる」: what was decided, who finds out what, the next day; and the minutes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from evacplan.domain.errors import UserError
from evacplan.domain.plan.meeting import Meeting
from evacplan.form.spec import Item
from evacplan.session import Change
from evacplan.ui.desk import Desk
from evacplan.ui.errors import Notice
from evacplan.ui.fields import FieldRow
from evacplan.ui.meeting_desk import MeetingDesk
from evacplan.ui.meeting_homework import HomeworkCard
from evacplan.ui.meeting_lines import Card, Line, LinesCard, MeetingPage
from evacplan.ui.meeting_minutes import TimeCard
from evacplan.ui.paper_out import OutWords, PaperOut
from evacplan.ui.parts import button, text_label
from evacplan.ui.sidebar import FINAL
from evacplan.ui.sides import Side
from evacplan.ui.told import day_words

_FIELDS = ("decisions", "open_issues", "next_on", "next_place")


class MeetingEndPage(MeetingPage):
    """Of today's meeting, or of the last one where none has begun today."""

    def __init__(self, desk: MeetingDesk) -> None:
        self._print = button(self.tr("記録を印刷…(&O)"), "print_minutes", "primary")
        self._save = button(self.tr("記録をPDFに保存…(&D)"), "save_minutes")
        self._confirm = button(self.tr("版を確定…(&K)"), "confirm")
        self._begin = button(self.tr("きょうの会議をはじめる(&M)"), "meeting_start")
        buttons = (self._print, self._save, self._confirm, self._begin)
        super().__init__(desk, self.tr("会議をおわる"), buttons)
        self._desk = desk
        self._key = ""
        self._notice = Notice(self, role="notice")
        self._fields: list[FieldRow] = []
        self._held = Card("held", self)
        self._add_fields()
        self._homework = HomeworkCard(desk, self)
        self._red = LinesCard("red", self)
        self._time = TimeCard(self)
        self._arrange()
        self._connect()
        self._show()
        self._unwatch = desk.session.watch(self._changed)

    def commit(self) -> None:
        """Take over what is being typed or composed."""
        for row in self._fields:
            row.commit()
        self._homework.commit()

    def forget(self) -> None:
        """Take over what is typed and drop every value, before the page is left."""
        super().forget()
        self.commit()
        self._unwatch()
        self._homework.clear()
        self._red.clear()
        for row in self._fields:
            row.hide()
            row.deleteLater()
        self._fields.clear()

    def run(self, command: str) -> None:
        """Print or save the minutes, as the menus say."""
        wanted = {"print": self.print, "save": self.save}.get(command)
        if wanted is not None and self._meeting() is not None:
            wanted()

    def print(self) -> None:
        """Ask how, print the minutes, and write that down."""
        pdf = self._pdf()
        if pdf is not None:
            self._out().print(pdf)

    def save(self) -> None:
        """Ask where to, write the minutes, and write that down."""
        pdf, meeting = self._pdf(), self._meeting()
        if pdf is not None and meeting is not None:
            self._out().save(pdf, self._desk.file_name(meeting))

    def _out(self) -> PaperOut:
        words = OutWords(
            self.tr("会議の記録を、印刷に送りました。"),
            self.tr("会議の記録を保存する場所を選んでください"),
            self.tr("会議の記録を保存しました。"),
            self.tr("家族と、会議に出た人のほかには渡さないでください。"),
        )
        return PaperOut(self, self._notice, self._desk, words)

    def _pdf(self) -> bytes | None:
        """The minutes with all that was typed; the time up to here goes into the ledger."""
        self.commit()
        self._desk.keep_time()
        meeting = self._meeting()
        try:
            return self._desk.minutes(meeting) if meeting is not None else None
        except UserError as error:
            self._notice.tell(error)
            return None

    def _meeting(self) -> Meeting | None:
        return self._desk.to_end()

    def _show(self) -> None:
        meeting = self._meeting()
        for part in (self._print, self._save, self._confirm):
            part.setVisible(meeting is not None)
        self._begin.setVisible(self._desk.meeting() is None)
        self._confirm.setEnabled(not self._desk.session.reads_only)
        self._head_of(meeting)
        if meeting is not None and meeting.key != self._key:
            self._bind(meeting)
        red = [Line(found.text, found.path or FINAL) for found in self._desk.red_findings()]
        title = self.tr("まだ危険なこと　{count}件").format(count=len(red))
        self._red.show_lines(title, red, self.tr("ほか{count}件を見る"))
        self._show_time(meeting)

    def _head_of(self, meeting: Meeting | None) -> None:
        if meeting is None:
            self._held.title.say(self.tr("まだ会議の記録がありません"))
            return
        words = self.tr("第{number}回の会議　{day}　{place}").format(
            number=self._desk.number(meeting),
            day=day_words(meeting.held_on) if meeting.held_on else "",
            place=meeting.place or "",
        )
        self._held.title.say(words.strip())

    def _bind(self, meeting: Meeting) -> None:
        """Let the fields stand for the row of this meeting."""
        self._key = meeting.key
        for row in self._fields:
            row.bind(f"meeting.meetings.{meeting.key}.{row.item.name}")

    def _show_time(self, meeting: Meeting | None) -> None:
        form = self._desk.form
        titles = {section.name: section.title for section in form.sections} | {FINAL: form.final.title}
        today = self._desk.spent(meeting.held_on) if meeting is not None else {}
        self._time.show_time(titles, today, self._desk.spent())

    def _changed(self, change: Change) -> None:
        meeting = self._meeting()
        if meeting is None or meeting.key != self._key:
            self._show()
        else:
            for row in self._fields:
                row.refresh()
        self._homework.refresh(anew=not change.path)

    def _add_fields(self) -> None:
        """The fields of the meeting, before all other cards also for Tab."""
        desk = Desk(self._desk.form, self._desk.session, self._desk.today, say=self._notice.say)
        if self._meeting() is not None:
            for name in _FIELDS:
                item = self._desk.form.part(f"meeting.meetings.{name}")
                assert isinstance(item, Item)
                self._fields.append(FieldRow(item, desk, self._held))
                self._held.column.addWidget(self._fields[-1])
        else:
            said = self.tr("会議をはじめると、決まったこと・宿題・次回をここに書けます。")
            self._held.column.addWidget(text_label(said, "help"))

    def _arrange(self) -> None:
        left: tuple[QWidget, ...] = (self._notice, self._held, self._time)
        for part in left:
            self.left.addWidget(part)
        for part in (self._homework, self._red):
            self.right.addWidget(part)
        self.end_columns()
        self.setFocusProxy(self._fields[0].editor.target if self._fields else self._begin)

    def _connect(self) -> None:
        self._print.clicked.connect(self.print)
        self._save.clicked.connect(self.save)
        self._confirm.clicked.connect(self.confirm_requested)
        self._begin.clicked.connect(lambda: self.side_requested.emit(Side.MEETING_START))
        self._homework.chosen.connect(self.place_requested)
        self._red.chosen.connect(self.place_requested)
        self._red.more.connect(lambda: self.place_requested.emit(FINAL))
