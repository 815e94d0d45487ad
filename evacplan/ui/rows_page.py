"""A repeated list: its rows as cards, and the form of the chosen row below them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from evacplan.domain.paths import get
from evacplan.domain.plan.base import Row
from evacplan.form.progress import Standing, standing
from evacplan.form.spec import FormPart, Item, Need, Repeat, SubRecord, applies
from evacplan.ui.cards import CardStrip, CardText
from evacplan.ui.desk import Desk
from evacplan.ui.flow import FlowLayout
from evacplan.ui.headings import row_heading, row_words
from evacplan.ui.marks import MarkLine
from evacplan.ui.parts import set_shown
from evacplan.ui.still_text import StillText
from evacplan.ui.theme import set_role

if TYPE_CHECKING:
    from evacplan.ui.block import PartsBlock, Place

BlockMaker = Callable[[tuple[FormPart, ...], QWidget], "PartsBlock"]
HEADING_LETTERS, SUMMARY_LETTERS = 36, 30


class RowsEditor(QWidget):
    """A list of rows at one place of the plan: choose, add, take out, put in order, fill in."""

    def __init__(self, repeat: Repeat, desk: Desk, parent: QWidget, make_block: BlockMaker) -> None:
        super().__init__(parent)
        self.repeat = repeat
        self._make_block = make_block
        self.path = ""
        self._desk = desk
        self._chosen = ""
        self._form: RowForm | None = None
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._head(layout)
        self._mark = MarkLine(desk, self)
        self._mark.closed.connect(self.focus)
        layout.addWidget(self._mark)
        self._add_button = QPushButton(f"＋ {repeat.add}　Ctrl+Enter", self)
        self._add_button.setAutoDefault(True)
        self._add_button.clicked.connect(self.add)
        self._add_button.setEnabled(not desk.reads_only)
        self._strip = CardStrip(self._add_button, self, draggable=repeat.ordered and not desk.reads_only)
        self._strip.chosen.connect(self.toggle)
        self._strip.moved.connect(self._dropped)
        layout.addWidget(self._strip)

    def _head(self, layout: QVBoxLayout) -> None:
        self._title = QLabel(self.repeat.label, self)
        set_role(self._title, "group")
        layout.addWidget(self._title)
        if self.repeat.help:
            layout.addWidget(StillText(self.repeat.help, "help", self))

    def bind(self, path: str) -> None:
        """Stand for a list of the plan from here on; the first row of a needed list is open."""
        self.path = path
        self.setObjectName(path)
        self._mark.bind(path)
        rows = self.rows()
        self._chosen = rows[0].key if rows and self.repeat.need is Need.MUST else ""
        self._show()

    def grow(self) -> bool:
        """Build the next piece of the open row's form; whether there may be another."""
        if self._form is None or not self._chosen:
            return False
        more = self._form.block.grow()
        self._form.updateGeometry()
        return more

    @property
    def is_in_sight(self) -> bool:
        """Whether all of the open row's form that is not folded away is built."""
        block = self.open_block
        return block is None or block.is_in_sight

    def finish(self) -> None:
        """Build all that is left of the open row's form."""
        while self.grow():
            pass
        self.show_built()

    def show_built(self) -> None:
        """Show what was built of it."""
        if block := self.open_block:
            block.show_built()

    def rows(self) -> tuple[Row, ...]:
        """The rows as they stand in the plan."""
        found: tuple[Row, ...] = get(self._desk.session.plan, self.path)
        return found

    @property
    def chosen_path(self) -> str:
        """The path of the row whose form is open, empty when none is."""
        return f"{self.path}.{self._chosen}" if self._chosen else ""

    @property
    def open_block(self) -> PartsBlock | None:
        """The fields of the row whose form is open."""
        return self._form.block if self._chosen and self._form is not None else None

    def refresh(self) -> None:
        """Show what the plan says."""
        self._show()
        self.finish()

    def _show(self) -> None:
        rows = self.rows()
        keys = [row.key for row in rows]
        if self._chosen not in keys:
            self._chosen = ""
        texts = {row.key: self._card_text(row, number) for number, row in enumerate(rows, 1)}
        self._strip.show_rows(texts, self._chosen)
        self._title.setText(self._title_words(len(rows)))
        self.setAccessibleName(self._title.text())
        self._mark.refresh()
        self._show_form(keys)

    def _title_words(self, count: int) -> str:
        words = self.repeat.label
        if count:
            words = self.tr("{label}　{count}件").format(label=words, count=count)
        elif self.repeat.need is Need.MUST:
            words = self.tr("{label}　必須").format(label=words)
        return words

    def _show_form(self, keys: list[str]) -> None:
        if not self._chosen:
            if self._form is not None:
                self._form.hide()
            return
        if self._form is None:
            self._form = self._make_form()
            self._layout.addWidget(self._form)
        self._form.show_row(self.chosen_path, keys.index(self._chosen), len(keys))
        set_shown(self._form, True)

    def _make_form(self) -> RowForm:
        form = RowForm(self.repeat, self._make_block, self)
        form.moved.connect(self.move_by)
        form.removed.connect(self.remove)
        form.closed.connect(lambda: self.toggle(self._chosen))
        if self._desk.reads_only:
            form.hold()
        return form

    def _card_text(self, row: Row, number: int) -> CardText:
        prefix = f"{self.path}.{row.key}"
        hides = self._desk.veil.hides
        head = row_heading(self._desk.form, self._desk.session.plan, self.repeat, row, hides)
        heading = head or self.tr("{number}件目").format(number=number)
        if self.repeat.ordered:
            heading = f"{number}　{heading}"
        return CardText(
            _cut(heading, HEADING_LETTERS),
            _cut(self._summary(row), SUMMARY_LETTERS),
            self._trouble(row, prefix),
        )

    def _summary(self, row: Row) -> str:
        """The first two needed answers that are not in the heading."""
        found = [
            row_words(self._desk.form, self._desk.session.plan, part, row)
            for part in self.repeat.parts
            if isinstance(part, Item)
            and part.need is Need.MUST
            and part.name not in self.repeat.heading
            and not self._desk.veil.hides(part)
        ]
        return "　".join([words for words in found if words][:2])

    def _trouble(self, row: Row, prefix: str) -> str:
        states = list(_standings(self._desk, self.repeat.parts, row, prefix))
        missing = sum(1 for need, state in states if need is Need.MUST and state is Standing.EMPTY)
        unknown = sum(1 for _, state in states if state is Standing.UNKNOWN)
        words = [self.tr("必須 あと{count}").format(count=missing)] if missing else []
        words += [self.tr("未確認 {count}").format(count=unknown)] if unknown else []
        return "　".join(words)

    def toggle(self, key: str) -> None:
        """Open the form of a row, or close it when it is open."""
        self.choose("" if key == self._chosen else key)

    def choose(self, key: str) -> None:
        """Open the form of a row; none for an empty key."""
        if self._form is not None:
            self._form.commit()
        self._desk.session.settle()
        self._chosen = key
        self.refresh()

    def add(self) -> None:
        """Add a row at the end and go to its first field."""
        if self._form is not None:
            self._form.commit()
        row_path = self._desk.session.add_row(self.path)
        self.choose(row_path.rpartition(".")[2])
        first = next(self.places(), None)
        if first is not None:
            first.focus()

    def remove(self) -> None:
        """Take the open row out; undo brings it back."""
        if not self._chosen:
            return
        keys = [row.key for row in self.rows()]
        at = keys.index(self._chosen)
        left = [*keys[:at], *keys[at + 1 :]]
        removed = self.chosen_path
        self._chosen = left[min(at, len(left) - 1)] if left else ""
        self._desk.session.remove_row(removed)
        self._desk.say(
            self.tr("「{label}」から1件を取り出しました。Ctrl+Z で元に戻せます。").format(
                label=self.repeat.label
            )
        )
        self.refresh()
        self.focus()

    def move_by(self, step: int) -> None:
        """Put the open row earlier (-1) or later (1)."""
        if self._chosen and self.repeat.ordered:
            at = [row.key for row in self.rows()].index(self._chosen)
            self._desk.session.move_row(self.chosen_path, at + step)
            self.refresh()

    def _dropped(self, key: str, to: int) -> None:
        self._desk.session.move_row(f"{self.path}.{key}", to)
        self.refresh()

    def places(self) -> Iterator[Place]:
        """The fields and lists of the open row."""
        self.finish()
        yield from self.built_places()

    def built_places(self) -> Iterator[Place]:
        """Those of them that are built by now."""
        if block := self.open_block:
            yield from block.built_places()

    def place_at(self, path: str) -> Place | None:
        """The field or list at a path inside one of the rows, which is opened."""
        key = path.removeprefix(f"{self.path}.").partition(".")[0]
        if key not in [row.key for row in self.rows()]:
            return self
        if key != self._chosen:
            self.choose(key)
        assert self._form is not None
        return self._form.block.place_at(path) or self

    def stops(self) -> Iterator[QWidget]:
        """What Tab reaches before the fields of the open row."""
        yield from self._mark.stops()
        yield self._strip.first_stop()
        yield self._add_button

    def after_stops(self) -> Iterator[QWidget]:
        """What Tab reaches after the fields of the open row."""
        if self._chosen and self._form is not None:
            yield from self._form.buttons

    def focus(self) -> None:
        """Go to the open card, or to the button that adds a row."""
        self._strip.first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Take over what is being typed or composed."""
        self._mark.commit()

    def close_question(self) -> None:
        """Close what F4 or F6 asked here; what was typed into it is taken over."""
        self._mark.commit()
        self._mark.close_strip()

    def toggle_none(self) -> None:
        """Answer that there are none, or take it back. A list that holds rows keeps them."""
        session = self._desk.session
        if session.mark(self.path).none:
            session.unmark(self.path)
        elif not self._keeps_rows():
            session.mark_none(self.path)
        self.refresh()

    def ask(self) -> None:
        """Answer 未確認 and ask who will find out. A list that holds rows keeps them."""
        if not self._keeps_rows():
            self._mark.ask()

    def _keeps_rows(self) -> bool:
        """Whether there are rows, which one key must not take away; says so."""
        count = len(self.rows())
        if count:
            words = self.tr("「{label}」には{count}件が入っているので、そのままにしました。")
            self._desk.say(words.format(label=self.repeat.label, count=count))
        return bool(count)

    def ask_confirmer(self, paths: Sequence[str] = ()) -> None:
        """Ask with whom the list, or the answers at several places, were confirmed."""
        self._mark.ask_confirmer(paths)


class RowForm(QFrame):
    """The form of one row, with what can be done to the row."""

    moved = Signal(int)
    removed = Signal()
    closed = Signal()

    def __init__(self, repeat: Repeat, make_block: BlockMaker, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "card")
        self._repeat = repeat
        self._bound = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(12)
        self._title = QLabel(self)
        set_role(self._title, "small")
        layout.addWidget(self._title)
        self.block = make_block(repeat.parts, self)
        layout.addWidget(self.block)
        line = QWidget(self)
        layout.addWidget(line)
        self.buttons = self._add_buttons(line)
        # Below fields that are still to come they would move.
        line.hide()
        self.block.completed = line.show

    def _add_buttons(self, line: QWidget) -> list[QPushButton]:
        flow = FlowLayout(line, gap=6)
        found: list[QPushButton] = []
        if self._repeat.ordered:
            found.append(self._button(self.tr("前へ動かす　Alt+↑"), lambda: self.moved.emit(-1)))
            found.append(self._button(self.tr("後へ動かす　Alt+↓"), lambda: self.moved.emit(1)))
        found.append(self._button(self.tr("閉じる"), self.closed.emit))
        found[-1].setObjectName("close_row")
        found.append(self._button(self.tr("取り出す　Ctrl+Del"), self.removed.emit))
        for button in found:
            flow.addWidget(button)
        return found

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(True)
        set_role(button, "quiet")
        button.clicked.connect(act)
        return button

    def hold(self) -> None:
        """Leave only what changes nothing."""
        for button in self.buttons:
            button.setEnabled(button.objectName() == "close_row")

    def show_row(self, path: str, at: int, count: int) -> None:
        """Show a row."""
        words = self.tr("{label}　{number}件目（全{count}件）")
        self._title.setText(words.format(label=self._repeat.label, number=at + 1, count=count))
        if path != self._bound:
            self._bound = path
            self.block.bind(path)
        else:
            self.block.refresh()

    def commit(self) -> None:
        """Take over what is being typed or composed in one of the fields."""
        for place in self.block.built_places():
            place.commit()


def _cut(text: str, letters: int) -> str:
    plain = text.replace("\n", " ")
    return plain if len(plain) <= letters else f"{plain[: letters - 1]}…"


def _standings(
    desk: Desk, parts: tuple[FormPart, ...], record: object, prefix: str
) -> Iterator[tuple[Need, Standing]]:
    """How far each answer of a row is, its records and nested rows included."""
    for part in parts:
        path = f"{prefix}.{part.name}"
        if not applies(record, part.when, prefix, desk.session.plan.marks):  # type: ignore[arg-type]  # rows and records are records
            continue
        value = getattr(record, part.name)
        if isinstance(part, SubRecord):
            yield from _standings(desk, part.parts, value, path)
            continue
        yield part.need, standing(value, desk.session.plan.marks.get(path))
        if isinstance(part, Repeat):
            for row in value:
                yield from _standings(desk, part.parts, row, f"{path}.{row.key}")
