"""The page 「会議をはじめる」: who is here, and what has waited for them since last time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QPushButton

from evacplan.domain.errors import UserError
from evacplan.form.comparison import SEPARATOR, SectionLines
from evacplan.form.comparison import Line as Change
from evacplan.session import Change as SessionChange
from evacplan.ui.errors import Notice
from evacplan.ui.meeting_desk import MeetingDesk
from evacplan.ui.meeting_here import HereCard
from evacplan.ui.meeting_lines import Line, LinesCard, MeetingPage
from evacplan.ui.parts import button, text_label
from evacplan.ui.sidebar import FINAL
from evacplan.ui.sides import Side
from evacplan.ui.told import day_words

_REVIEW = "review.review_due_on"
_SHORT = 40
_LEFT, _RIGHT = ("review", "changes"), ("homework", "red", "aged")
_FIRST = ("homework", "review", "red", "aged", "changes")  # what to talk about first


class MeetingStartPage(MeetingPage):
    """Every line leads to its place; homework that was answered is answered there."""

    def __init__(self, desk: MeetingDesk) -> None:
        self._end = button(self.tr("会議をおわる…(&E)"), "meeting_end")
        super().__init__(desk, self.tr("会議をはじめる"), (self._end,))
        self._desk = desk
        self._notice = Notice(self)
        self._here = HereCard(desk, self)
        self._cards = {name: LinesCard(name, self) for name in (*_LEFT, *_RIGHT)}
        self._nothing = text_label(self.tr("前回から、待っていることはありません。"), "ok")
        self._arrange()
        self._connect()
        self._show()
        self.setFocusProxy(self._here.place if desk.meeting() is None else self._first() or self._end)
        self._unwatch = desk.session.watch(self._changed)

    def commit(self) -> None:
        """Take over what is still being composed."""
        self._here.commit()

    def forget(self) -> None:
        """Drop every value shown, before the page is left."""
        super().forget()
        self.commit()
        self._unwatch()
        self._here.forget()
        for card in self._cards.values():
            card.clear()

    def first_line(self) -> None:
        """Put the cursor on what to talk about first."""
        (self._first() or self._end).setFocus()

    def _go_on(self) -> None:
        """To what waits, or to writing down who is here where the plan names nobody yet."""
        if not self._here.write_people():
            self.first_line()

    def _first(self) -> QPushButton | None:
        return next((line for name in _FIRST for line in self._cards[name].lines), None)

    def _show(self) -> None:
        homework = [self._homework_line(path, whom, until) for path, whom, until in self._asked()]
        late = sum(bool(line.loud) for line in homework)
        words = self.tr("宿題　{count}件（期限切れ {late}件）") if late else self.tr("宿題　{count}件")
        title = words.format(count=len(homework), late=late)
        self._cards["homework"].show_lines(title, homework, self.tr("ほか{count}件を見る"))
        self._cards["review"].show_lines(self.tr("見直し"), list(self._review()))
        red = [Line(found.text, found.path or FINAL) for found in self._desk.red_findings()]
        title = self.tr("危険なこと　{count}件").format(count=len(red))
        self._cards["red"].show_lines(title, red, self.tr("ほか{count}件を見る"))
        aged = [
            self._aged_line(each.path, each.confirmed_by, each.confirmed_on) for each in self._desk.aged()
        ]
        title = self.tr("確認が古くなったこと　{count}件").format(count=len(aged))
        self._cards["aged"].show_lines(title, aged, self.tr("ほか{count}件。F9 で順に開きます。"))
        self._show_changes()
        self._nothing.setVisible(not any(card.lines for card in self._cards.values()))

    def _asked(self) -> Iterator[tuple[str, str, date | None]]:
        return ((each.path, each.whom, each.until) for each in self._desk.homework())

    def _homework_line(self, path: str, whom: str, until: date | None) -> Line:
        who = whom or self.tr("だれが確かめるか未定")
        day = self.tr("{day}まで").format(day=day_words(until)) if until else self.tr("期限なし")
        late = until is not None and until < self._desk.today()
        return Line(self._desk.name(path), path, f"{who}　{day}", self.tr("期限を過ぎました") if late else "")

    def _review(self) -> Iterator[Line]:
        due = self._desk.review_overdue()
        if due is not None:
            said = self.tr("計画の見直しの期限（{day}）を過ぎています。").format(day=day_words(due))
            yield Line(said, _REVIEW)

    def _aged_line(self, path: str, by: str | None, on: date) -> Line:
        said = self.tr("{day}に{who}と確認") if by else self.tr("{day}に確認")
        return Line(self._desk.name(path), path, said.format(day=day_words(on), who=by))

    def _show_changes(self) -> None:
        card = self._cards["changes"]
        try:
            version = self._desk.version()
            found = self._desk.changes(version) if version is not None else ()
        except UserError as error:
            self._notice.tell(error)
            return
        lines = [self._change_line(section, line) for section in found for line in section.lines]
        if version is not None:
            title = self.tr("第{number}版（{day}）から変わったこと　{count}件").format(
                number=version.number,
                day=day_words(version.confirmed_at.astimezone().date()),
                count=len(lines),
            )
            card.show_lines(title, lines, self.tr("ほか{count}件を、版の一覧で見る"))
        else:
            card.show_lines("", [])

    def _change_line(self, section: SectionLines, line: Change) -> Line:
        words = SEPARATOR.join(filter(None, (section.title, line.where, line.label)))
        before, after = (_short(text) or self.tr("（なし）") for text in (line.before, line.after))
        return Line(words, line.what.path, f"{before}　→　{after}")

    def _changed(self, _change: SessionChange) -> None:
        self._here.refresh()

    def _arrange(self) -> None:
        self.left.addWidget(self._notice)
        self.left.addWidget(self._here)
        for name in _LEFT:
            self.left.addWidget(self._cards[name])
        for name in _RIGHT:
            self.right.addWidget(self._cards[name])
        self.right.addWidget(self._nothing)
        self.end_columns()

    def _connect(self) -> None:
        for card in self._cards.values():
            card.chosen.connect(self.place_requested)
        for name in _RIGHT:
            self._cards[name].more.connect(lambda: self.place_requested.emit(FINAL))
        self._cards["changes"].more.connect(lambda: self.side_requested.emit(Side.VERSIONS))
        self._here.begun.connect(self._go_on)
        self._here.row_requested.connect(self.place_requested)
        self._here.place.returnPressed.connect(self._here.begin)
        self._end.clicked.connect(lambda: self.side_requested.emit(Side.MEETING_END))


def _short(text: str) -> str:
    """The first line of an answer, cut where it is long; the whole stands on the page of versions."""
    first = text.partition("\n")[0]
    return first if first == text and len(first) <= _SHORT else f"{first[:_SHORT]}…"
