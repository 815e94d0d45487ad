"""Two states of the plan beside each other: which, which section, and what differs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from evacplan.form.comparison import SectionLines
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import announce, field_label, text_label
from evacplan.ui.versions_desk import DRAFT, VersionDesk
from evacplan.ui.versions_lines import LinesPanel
from evacplan.ui.versions_states import state_words


class ComparePanel(QWidget):
    """compared: the states were chosen anew. restore_requested: with what to bring back (`Wanted`)."""

    compared = Signal()
    restore_requested = Signal(object)

    def __init__(self, desk: VersionDesk) -> None:
        super().__init__()
        self._desk = desk
        self._before, self._after = self._states_box("before"), self._states_box("after")
        self._section = QComboBox()
        self._section.setObjectName("section")
        self._found: tuple[SectionLines, ...] = ()
        self._summary = text_label(role="heading")
        self._lines = LinesPanel()
        self._arrange()
        for box in (self._before, self._after):
            box.activated.connect(self.compared)
        self._section.activated.connect(self._show_section)
        self._lines.restore_requested.connect(self.restore_requested)
        self.setFocusProxy(self._before)

    @property
    def before(self) -> int:
        """The state on the left."""
        return int(self._before.currentData())

    @property
    def after(self) -> int:
        """The state on the right."""
        return int(self._after.currentData())

    def choose(self, before: int, after: int) -> None:
        """Put two states beside each other; `show_found` shows how they differ."""
        for box, state in ((self._before, before), (self._after, after)):
            box.setCurrentIndex(box.findData(state))

    def show_found(self, found: tuple[SectionLines, ...]) -> None:
        """Show how the states differ, in the section that was looked at where it differs."""
        section = self._section.currentData()
        self._found = found
        self._fill_sections()
        self._section.setCurrentIndex(max(0, self._section.findData(section)))
        self._show_section()

    def clear(self) -> None:
        """Drop every value."""
        self._found = ()
        self._lines.clear()

    def _fill_sections(self) -> None:
        self._section.clear()
        count = sum(len(section.lines) for section in self._found)
        self._section.addItem(self.tr("すべての章（{n}）").format(n=count), "")
        for section in self._found:
            words = self.tr("{title}（{n}）").format(title=section.title, n=len(section.lines))
            self._section.addItem(words, section.name)

    def _show_section(self) -> None:
        name = self._section.currentData()
        shown = [section for section in self._found if name in ("", section.name)]
        titles = state_words(self, self.before), state_words(self, self.after)
        self._lines.show_lines(shown, titles, self.before)
        said = self._summed_up(self.before, self.after)
        self._summary.say(said)
        announce(self._summary, said)

    def _summed_up(self, before: int, after: int) -> str:
        if self._desk.latest() == DRAFT:
            return self.tr("まだ版がありません。版を確定すると、ここでくらべられます。")
        if before == after:
            return self.tr("同じものどうしです。前とあとに、ちがうものを選んでください。")
        count = sum(len(section.lines) for section in self._found)
        words = self.tr("{before}から{after}までに、{n} か所変わりました")
        if not count:
            words = self.tr("{before}と{after}に、ちがいはありません")
        return words.format(before=state_words(self, before), after=state_words(self, after), n=count)

    def _states_box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        for state in self._desk.states():
            box.addItem(state_words(self, state), state)
        return box

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._chooser())
        column.addWidget(self._summary)
        column.addWidget(self._lines)

    def _chooser(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, gap=12)
        for words, box in (
            (self.tr("前(&B)"), self._before),
            (self.tr("あと(&A)"), self._after),
            (self.tr("章(&C)"), self._section),
        ):
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(field_label(words, box))
            row.addWidget(box)
            flow.addWidget(pair)
        return holder
