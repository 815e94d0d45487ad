"""One field as a row: label, mark, editor with its unit, help, and what is wrong or unusual about it."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from evacplan.domain.paths import exists, get, is_empty
from evacplan.domain.phones import phone_warning
from evacplan.domain.values import Shape
from evacplan.form.formats import Formats
from evacplan.form.spec import Item, Need
from evacplan.session import RefusedError
from evacplan.ui.desk import Desk, Wrong
from evacplan.ui.editors import Editor, make_editor
from evacplan.ui.editors.typed import show_number
from evacplan.ui.marks import MarkLine, standing_words
from evacplan.ui.parts import announce, set_shown
from evacplan.ui.read_only import hold
from evacplan.ui.still_text import StillText
from evacplan.ui.theme import set_role
from evacplan.ui.told import told
from evacplan.ui.veil import cover_words
from evacplan.ui.wrap import WrapButton

LONG_LABEL, WIDE_LABEL, WIDE_EXAMPLE = 18, 24, 20


def usual_warning(formats: Formats, item: Item, value: object) -> str:
    """A sentence when a number or phone is unusual, else empty; never a reason to refuse."""
    kind = item.leaf.kind
    if kind.shape is Shape.PHONE and isinstance(value, str):
        return phone_warning(value) or ""
    if kind.usual is None or not isinstance(value, int | float) or isinstance(value, bool):
        return ""
    low, high = kind.usual
    if low <= value <= high:
        return ""
    usual = f"{show_number(low)}〜{show_number(high)}" if low != high else show_number(low)
    words = QCoreApplication.translate(
        "FieldRow", "ふつうは {usual} です。入れまちがいでなければ、このままでかまいません。"
    )
    return words.format(usual=f"{usual} {formats.unit(kind.unit)}".rstrip())


class FieldRow(QWidget):
    """A field of the form at one place of the plan. `bind` moves it to the same field of another row."""

    entered = Signal()

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self.path = ""
        self._desk = desk
        self._mark: MarkLine | None = None
        self._cover: WrapButton | None = None
        self._filled: object = self
        self.editor: Editor = make_editor(item, desk, self)
        self.wide = self.editor.wide or len(item.label) > WIDE_LABEL or len(item.example) > WIDE_EXAMPLE
        self._lines: dict[str, QLabel] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 4)
        self._layout.setSpacing(3)
        self._label = self._head()
        self._body()
        if item.help:
            self._layout.addWidget(StillText(item.help, "help", self))
        self._layout.addStretch(1)
        self.editor.edited.connect(self._take)
        self.editor.left.connect(self._leave)
        self.editor.entered.connect(self._next)
        self.editor.written.connect(self._refuse)
        if desk.reads_only:
            hold(self.editor.widget)

    def _head(self) -> QLabel:
        is_long = len(self.item.label) > LONG_LABEL
        label = StillText(self.item.label, "label", self) if is_long else QLabel(self.item.label, self)
        set_role(label, "label")
        label.setBuddy(self.editor.target)
        if self.item.need is not Need.MUST:
            self._layout.addWidget(label)
            return label
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(label, 1 if is_long else 0)
        must = QLabel(self.tr("必須"), self)
        set_role(must, "error")
        line.addWidget(must)
        if not is_long:
            line.addStretch(1)
        self._layout.addLayout(line)
        return label

    def _body(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.editor.widget, 1)
        self._line = line
        self._layout.addLayout(line)

    @cached_property
    def _unit(self) -> QLabel:
        """What stands beside the answer, made for the first words that stand there."""
        label = QLabel(self)
        set_role(label, "grey")
        self._line.addWidget(label)
        return label

    def _show_unit(self, words: str) -> None:
        if words or "_unit" in self.__dict__:
            self._unit.setText(words)
            set_shown(self._unit, bool(words))

    def _add_line(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        set_role(label, role)
        self._layout.insertWidget(self._layout.count() - 1, label)
        self._lines[role] = label
        return label

    def _say(self, role: str, text: str) -> None:
        """Show or hide a line under the field; it is made when it is first needed."""
        if text or role in self._lines:
            label = self._lines.get(role) or self._add_line(role)
            label.setText(told(text))
            set_shown(label, bool(text))

    def bind(self, path: str) -> None:
        """Stand for a place of the plan from here on."""
        self.path = path
        self._filled = self
        if self._mark is not None:
            self._mark.bind(path)
        self.refresh()

    def refresh(self) -> None:
        """Show what the plan says, leaving alone what is unchanged."""
        value = get(self._desk.session.plan, self.path)
        if not is_empty(value):
            self._desk.wrong.pop(self.path, None)
        wrong = self._desk.wrong.get(self.path)
        shown = wrong or self.editor.shown(value)
        if shown != self._filled:
            self._filled = shown
            if wrong is not None:
                self.editor.show_text(wrong.text)
            else:
                self.editor.fill(value)
        self._show_state(value, wrong)

    def _show_state(self, value: object, wrong: Wrong | None) -> None:
        mark = self._desk.session.mark(self.path)
        words = standing_words(self._desk, self.path)
        if self._mark is None and words:
            self._make_mark()
        if self._mark is not None:
            self._mark.refresh()
        covered = self._desk.veil.covers(self.item, self.path)
        self._show_unit("" if covered else self.editor.aside(value) or self._unit_words())
        answers = self._desk.form.answers
        empty = answers.none if mark.none else answers.unknown if mark.unknown else ""
        example = self.item.example.replace("\n", " ")
        self.editor.hint(empty or (self.tr("例　{example}").format(example=example) if example else ""))
        self._say("error", wrong.reason if wrong and not covered else "")
        self._say("amber", "" if covered else usual_warning(self._desk.form.formats, self.item, value))
        self._say("small", self._desk.known(self.path))
        if self.editor.widget.property("role") or wrong:
            set_role(self.editor.widget, "wrong" if wrong else "")
        self._name(words, wrong)
        self._draw_cover(covered)

    def _draw_cover(self, covered: bool) -> None:
        """Put a cover in place of the answer, or take it away; it is made when it is first needed."""
        if covered and self._cover is None:
            self._cover = WrapButton(cover_words(), self)
            self._cover.setAccessibleName(f"{self.item.label}、{cover_words()}")
            self._cover.setAccessibleDescription(self.item.help)
            self._cover.clicked.connect(self._lift)
            self._line.insertWidget(0, self._cover, 1)
            self._cover.hide()
        if self._cover is None or self._cover.isHidden() != covered:
            return
        focus = QApplication.focusWidget()
        had = focus is not None and self.isAncestorOf(focus)
        self._cover.setVisible(covered)
        self.editor.widget.setVisible(not covered)
        if had:
            self.focus()

    def _lift(self) -> None:
        self._desk.veil.toggle(self.path)
        self.refresh()
        self.focus()

    @property
    def is_covered(self) -> bool:
        """Whether a cover lies over the answer."""
        return self._cover is not None and not self._cover.isHidden()

    def _unit_words(self) -> str:
        return self._desk.form.formats.unit(self.item.leaf.kind.unit)

    def _name(self, words: str, wrong: Wrong | None) -> None:
        label = [self.item.label, self._unit_words()]
        label.append(self.tr("必須") if self.item.need is Need.MUST else "")
        texts = [wrong.reason if wrong else "", words, self.item.help]
        self.editor.name(self.path, "、".join(filter(None, label)), "　".join(filter(None, texts)))

    def _make_mark(self) -> MarkLine:
        self._mark = MarkLine(self._desk, self)
        self._layout.insertWidget(1, self._mark)
        self._mark.bind(self.path)
        self._mark.closed.connect(self.focus)
        return self._mark

    def _take(self, value: object) -> None:
        """Store what the user entered; what does not fit is kept visible and stored as empty."""
        if not exists(self._desk.session.plan, self.path):
            return
        session = self._desk.session
        text = self.editor.text()
        self._desk.wrong.pop(self.path, None)
        try:
            session.set(self.path, self.item.stored(value))
        except RefusedError as error:
            self._desk.wrong[self.path] = Wrong(text, str(error))
            announce(self.editor.target, str(error))
            session.set(self.path, None)
        stored = get(session.plan, self.path)
        wrong = self._desk.wrong.get(self.path)
        self._filled = wrong or self.editor.shown(stored)
        if wrong is None and not self.editor.keeps_text:
            self.editor.fill(stored)
        self._show_state(stored, wrong)

    def _refuse(self) -> None:
        """Say that what was just written or pasted was not taken; gone with the next answer or place."""
        words = self.tr("ここは選ぶ欄です。数字か矢印で選びます。書いた文字は入っていません。")
        self._say("error", words)
        announce(self.editor.target, words)

    def _leave(self) -> None:
        """The focus went elsewhere: show the answer as it is stored, and end the step of undo."""
        plan = self._desk.session.plan
        if self.path not in self._desk.wrong and exists(plan, self.path):
            self.editor.fill(get(plan, self.path))
            self._say("error", "")
        self._desk.session.settle()
        # In another window's favour it is only put aside: the name may be half written.
        if self.isActiveWindow() and exists(plan, self.path):
            self._desk.left(self.path, self.editor.reading())

    def _next(self) -> None:
        if self.path not in self._desk.wrong:
            self.entered.emit()
            self.focusNextChild()

    def stops(self) -> list[QWidget]:
        """What Tab reaches: an open question about the answer, then the answer."""
        asked = self._mark.stops() if self._mark is not None else []
        if self.is_covered and self._cover is not None:
            return [*asked, self._cover]
        return [*asked, *self.editor.stops()]

    def focus(self) -> None:
        """Put the cursor into the field, or onto its cover."""
        if self.is_covered and self._cover is not None:
            self._cover.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.editor.target.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(self.editor.target, QLineEdit):
            self.editor.target.end(False)

    def commit(self) -> None:
        """Take over what is being typed or composed."""
        self.editor.commit()
        if self._mark is not None:
            self._mark.commit()

    def close_question(self) -> None:
        """Close what F4 or F6 asked here; what was typed into it is taken over."""
        if self._mark is not None:
            self._mark.commit()
            self._mark.close_strip()

    def toggle_none(self) -> None:
        """Answer なし, or take it back."""
        session = self._desk.session
        self._desk.wrong.pop(self.path, None)
        if session.mark(self.path).none:
            session.unmark(self.path)
        else:
            session.mark_none(self.path)
        self.refresh()

    def ask(self) -> None:
        """Answer 未確認 and ask who will find out."""
        (self._mark or self._make_mark()).ask()

    def ask_confirmer(self, paths: Sequence[str] = ()) -> None:
        """Ask with whom the answer, or those at several places, were confirmed."""
        (self._mark or self._make_mark()).ask_confirmer(paths)
