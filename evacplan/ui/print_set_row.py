"""One recipient of the whole set: to tick, with the number of copies, or the reason why there are none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evacplan.ui.flow import FlowLayout
from evacplan.ui.number_box import NumberBox
from evacplan.ui.parts import button, text_label
from evacplan.ui.print_set import SetLine, Wanted
from evacplan.ui.reason_box import ReasonBox
from evacplan.ui.theme import set_role

_MOST = 20


class PrintSetRow(QFrame):
    """changed: what is to be printed is another now. place_requested: to the field that unblocks it."""

    changed = Signal()
    place_requested = Signal(str)

    def __init__(self, place: int, line: SetLine, title: str) -> None:
        super().__init__()
        set_role(self, "card")
        self._line = line
        self._title = title
        self._reason = ""
        to = line.recipient or self.tr("（渡した先が空です）")
        self._take = QCheckBox("　".join(filter(None, (to.replace("&", "&&"), title))))
        self._take.setObjectName(f"take:{place}")
        self._copies = NumberBox(f"copies:{place}", _MOST, self.tr(" 部"))
        self._copies.choose(line.wanted or 1)
        self._copies.setAccessibleName(self.tr("{to} に渡す部数").format(to=to))
        self._note = text_label(role="help")
        self._go = button(self.tr("記入する場所へ行く"), f"go:{place}", "quiet")
        self._exception = button(self.tr("災害時の特例で渡す…"), f"exception:{place}", "quiet")
        for part in (self._go, self._exception):
            part.setAccessibleName(f"{to}、{part.text()}")
        self._arrange()
        self._take.setChecked(line.blocked is None and line.wanted > 0)
        self._take.toggled.connect(self.changed)
        self._copies.currentIndexChanged.connect(self.changed)
        self._go.clicked.connect(lambda: self.place_requested.emit(line.cured_at))
        self._exception.clicked.connect(self._ask_reason)
        self._show_state()

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """The copies to be made; none while it is not ticked or blocked."""
        line = self._line
        if line.paper is None or not self._take.isChecked() or not self._may_be_made:
            return ()
        return (Wanted(line.paper, line.recipient, self._reason),) * self._copies.number

    @property
    def _may_be_made(self) -> bool:
        return self._line.blocked is None or bool(self._reason)

    def _ask_reason(self) -> None:
        blocked = self._line.blocked
        reason = ReasonBox.ask(self, self._line.recipient, blocked.why if blocked is not None else "")
        if reason:
            self._reason = reason
            self._take.setChecked(True)
            self._show_state()
            self.changed.emit()

    def _show_state(self) -> None:
        line, free = self._line, self._may_be_made
        for part in (self._take, self._copies):
            part.setEnabled(free)
        self._note.say(self._words())
        self._note.setVisible(bool(self._words()))
        set_role(self._note, "help" if free and not self._reason else "amber")
        self._go.setVisible(not free and bool(line.cured_at))
        self._exception.setVisible(not free and line.paper is not None and bool(line.recipient))

    def _words(self) -> str:
        line = self._line
        if self._reason:
            return self.tr("災害時の特例で渡します。理由：{reason}").format(reason=self._reason)
        if line.blocked is not None:
            return f"！ {line.blocked.what}{line.blocked.why}"
        said = []
        if line.had:
            numbers = "、".join(str(number) for number in line.had)
            said.append(self.tr("この版の控え {numbers} を渡しました。").format(numbers=numbers))
        if line.as_data:
            said.append(self.tr("データで渡す相手です。"))
        return "".join(said)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.addWidget(self._take, 1)
        row.addWidget(self._copies)
        column.addLayout(row)
        column.addWidget(self._note)
        holder = QWidget()
        flow = FlowLayout(holder)
        flow.addWidget(self._go)
        flow.addWidget(self._exception)
        column.addWidget(holder)
