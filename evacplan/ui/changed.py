"""The page 「変わったことを書く」: what changed, every place it touches, and what is written at the end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QPushButton, QWidget

from evacplan.domain.attendance import likely_persons
from evacplan.domain.errors import UserError
from evacplan.form.change_walk import Found, How
from evacplan.session import Change as SessionChange
from evacplan.session import RefusedError
from evacplan.ui.changed_desk import ChangedDesk
from evacplan.ui.changed_end import EndCard
from evacplan.ui.editors.inputs import LineInput
from evacplan.ui.parts import announce, button, field_label, text_label
from evacplan.ui.sides import Side
from evacplan.ui.two_columns import TitledCard, TwoColumns, flowing
from evacplan.ui.wrap import WrapButton


class ChangedPage(TwoColumns):
    """Enter goes to a place, F6 says that it did not change; coming back, the walk goes on."""

    def __init__(self, desk: ChangedDesk) -> None:
        super().__init__(desk.session, self.tr("変わったことを書く"))
        self._desk = desk
        self._lines: dict[str, WrapButton] = {}
        self._shown: dict[str, How] = {}
        self._kinds = TitledCard("kinds", self.tr("何が変わりましたか"))
        self._stops = TitledCard("stops")
        self._who = LineInput(self)
        self._error = text_label(role="error")
        self._count = text_label(role="strong")
        self._end = EndCard(desk, self._name)
        self._ask = self._ask_card()
        self._arrange()
        self._connect()
        self.show_walk()
        self._unwatch = desk.session.watch(self._changed)

    def show_walk(self) -> None:
        """Show the kinds of change or, when one was begun, its places."""
        begun = self._desk.walk is not None
        self._kinds.setVisible(not begun)
        for part in (self._ask, self._end, self._stops):
            part.setVisible(begun)
        self._show_stops()
        first = self._first() or self._kinds.findChild(QPushButton)
        if first is not None:
            self.setFocusProxy(first)

    def begin(self, name: str) -> None:
        """Begin to walk the places of a change."""
        change = next(one for one in self._desk.changes if one.name == name)
        self._desk.begin(change)
        self._who.setText(self._desk.beside.confirmer)
        self.show_walk()
        self._focus_next()

    def end(self) -> None:
        """Choose another change; what was entered stays."""
        self._desk.beside.end_walk()
        self.show_walk()
        self.setFocus()

    def go_to(self, path: str) -> None:
        """Go to a place in the interview."""
        self.commit()
        self.place_requested.emit(self._desk.go_to(path))

    def keep(self, path: str) -> None:
        """Note that a place is as it was; without a name nobody could be asked, so it is asked first."""
        self.commit()
        if not self._name():
            self._refuse(self.tr("だれと確かめたかを、先に入れてください。"))
            return
        try:
            self._desk.is_as_it_was(path, self._name())
        except RefusedError as error:
            self._refuse(str(error))
            return
        except UserError as error:
            self._refuse(error.what)
            return
        self._error.hide()
        self._show_stops()
        self._focus_next(path)

    def commit(self) -> None:
        """Take over a name that is still being composed."""
        self._who.finish_composing()
        self._desk.beside.confirmer = self._name()

    def forget(self) -> None:
        """Drop every value shown, before the page is left."""
        super().forget()
        self.commit()
        self._unwatch()
        self._who.clear()
        self._desk.forget()
        self._clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        path = next((path for path, line in self._lines.items() if line is self.focusWidget()), "")
        if event.key() == Qt.Key.Key_F6 and path:
            self.keep(path)
        else:
            super().keyPressEvent(event)

    def _changed(self, _change: SessionChange) -> None:
        if self._desk.walk is not None:
            self._show_stops()

    def _name(self) -> str:
        return self._who.text().strip()

    def _refuse(self, said: str) -> None:
        self._error.say(said)
        self._error.show()
        self._who.setFocus()
        announce(self._who, said)

    def _first(self) -> QWidget | None:
        """Where one went last, else the first place that nobody has looked at."""
        last = self._lines.get(self._desk.beside.last)
        return last or next(iter(self._open_lines()), None) or next(iter(self._lines.values()), None)

    def _open_lines(self) -> list[WrapButton]:
        return [self._lines[one.stop.path] for one in self._desk.stops() if one.how is How.OPEN]

    def _focus_next(self, after: str = "") -> None:
        """Put the cursor on the next place that nobody has looked at, else on what ends the walk."""
        paths = list(self._lines)
        start = paths.index(after) + 1 if after in paths else 0
        still = self._open_lines()
        ahead = [self._lines[path] for path in paths[start:] if self._lines[path] in still]
        (next(iter(ahead or still), None) or self._end).setFocus()

    def _show_stops(self) -> None:
        focused = next((p for p, line in self._lines.items() if line is self.focusWidget()), "")
        found = self._desk.stops()
        if [one.stop.path for one in found] != list(self._lines):
            self._clear()
        for at, one in enumerate(found, 1):  # the title stands at 0
            if self._shown.get(one.stop.path) is not one.how:
                self._drop(one.stop.path)
                self._stops.column.insertWidget(at, self._stop(one))
        self._lines = {one.stop.path: self._lines[one.stop.path] for one in found}
        if self._desk.walk is not None:
            self._stops.title.say(self._desk.walk.change.title)
            done = len(found) - self._desk.open_stops()
            said = self.tr("{total}か所のうち、{done}か所を見ました。")
            self._count.say(said.format(total=len(found), done=done))
            self._end.refresh()
        if focused in self._lines and self._lines[focused] is not self.focusWidget():
            self._lines[focused].setFocus()

    def _stop(self, found: Found) -> QWidget:
        sign, state = {
            How.OPEN: ("○", self.tr("まだ見ていません")),
            How.CHANGED: ("●", self.tr("変えました")),
            How.SAME: ("✓", self.tr("変わっていません")),
        }[found.how]
        line = WrapButton(f"{sign} {found.title}", self._stops)
        line.setObjectName(f"stop:{found.stop.path}")
        line.add_line(found.stop.why)
        line.setAccessibleName("　".join((found.title, state, found.stop.why)))
        line.clicked.connect(lambda: self.go_to(found.stop.path))
        self._lines[found.stop.path], self._shown[found.stop.path] = line, found.how
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(line, 1)
        if found.how is How.OPEN:
            same = button(self.tr("変わっていない"), f"same:{found.stop.path}", "quiet")
            same.setAccessibleName(self.tr("{place}は変わっていない").format(place=found.title))
            same.clicked.connect(lambda: self.keep(found.stop.path))
            row.addWidget(same)
        else:
            row.addWidget(text_label(state, "ok"))
        return holder

    def _clear(self) -> None:
        for path in list(self._lines):
            self._drop(path)

    def _drop(self, path: str) -> None:
        line = self._lines.pop(path, None)
        self._shown.pop(path, None)
        holder = line.parentWidget() if line is not None else None
        if holder is not None:
            self._stops.column.removeWidget(holder)
            holder.hide()
            holder.deleteLater()

    def _ask_card(self) -> TitledCard:
        card = TitledCard("ask", self.tr("だれと確かめますか"))
        self._who.setObjectName("whom")
        self._who.setAccessibleName(self.tr("確かめる人"))
        self._who.setCompleter(QCompleter(list(likely_persons(self._desk.plan)), self._who))
        self._who.setText(self._desk.beside.confirmer)
        self._error.hide()
        other = button(self.tr("ほかの変わったことを選ぶ(&O)"), "other", "quiet")
        other.clicked.connect(self.end)
        card.column.addWidget(field_label(self.tr("確かめる人(&W)"), self._who))
        card.column.addWidget(self._who)
        card.column.addWidget(self._error)
        card.column.addWidget(self._count)
        said = self.tr("Enter でその欄へ、F6 で「変わっていない」。欄からは Ctrl+G でここに戻ります。")
        card.column.addWidget(text_label(said, "help"))
        card.column.addWidget(flowing(other))
        return card

    def _arrange(self) -> None:
        for change in self._desk.changes:
            line = WrapButton(change.title, self._kinds)
            line.setObjectName(f"change:{change.name}")
            line.add_line(change.help)
            line.clicked.connect(lambda _=False, name=change.name: self.begin(name))
            self._kinds.column.addWidget(line)
        drilled = button(self.tr("訓練の結果を入れる…(&T)"), "drill")
        drilled.clicked.connect(lambda: self.side_requested.emit(Side.DRILL))
        self._kinds.column.addWidget(flowing(drilled))
        self.left.addWidget(self._kinds)
        self.left.addWidget(self._ask)
        self.left.addWidget(self._end)
        self.right.addWidget(self._stops)
        self.end_columns()

    def _connect(self) -> None:
        self._end.confirm_requested.connect(self.confirm_requested)
        self._end.changed.connect(self._show_stops)
