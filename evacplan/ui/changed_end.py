"""The end of a change: the record of changes, the next review, whose copies grow old, the new version."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal

from evacplan.domain.errors import UserError
from evacplan.session import RefusedError
from evacplan.ui.changed_desk import ChangedDesk
from evacplan.ui.errors import Notice
from evacplan.ui.parts import announce, button, text_label
from evacplan.ui.told import day_words
from evacplan.ui.two_columns import TitledCard, flowing

_MOST = 8


class EndCard(TitledCard):
    """changed: something was written down. whom: who says so, as typed."""

    confirm_requested = Signal()
    changed = Signal()

    def __init__(self, desk: ChangedDesk, whom: Callable[[], str]) -> None:
        super().__init__("end")
        self._desk, self._whom = desk, whom
        self._record = button(self.tr("変更の記録に書く(&R)"), "record", "primary")
        self._recorded = text_label(role="ok")
        self._due = text_label()
        self._set_due = button("", "set_review")
        self._copies = text_label(role="help")
        self._confirm = button(self.tr("版を確定…(&K)"), "confirm_version")
        self._notice = Notice()
        self._arrange()
        self._record.clicked.connect(self.record)
        self._set_due.clicked.connect(self.set_due)
        self._confirm.clicked.connect(self.confirm_requested)

    def refresh(self) -> None:
        """Show what is still to be done."""
        self._record.setEnabled(self._desk.has_changes() and not self._desk.beside.recorded)
        self._recorded.setVisible(self._desk.beside.recorded)
        day, due = self._desk.review_day(), self._desk.plan.review.review_due_on
        now = day_words(due) if due else self.tr("まだ決めていません")
        self._due.say(self.tr("次に見直す日　{day}").format(day=now))
        self._set_due.setVisible(day is not None)
        if day is not None:
            self._set_due.setText(self.tr("{day}にする(&D)").format(day=day_words(day)))

    def record(self) -> None:
        """Write the line into the record of changes."""
        try:
            self._desk.record(self._whom())
        except RefusedError as error:
            self._notice.say(str(error))
            return
        except UserError as error:
            self._notice.tell(error)
            return
        self._notice.clear()
        announce(self, self._recorded.said)
        self.changed.emit()
        self._confirm.setFocus()

    def set_due(self) -> None:
        """Agree to the offered day."""
        day = self._desk.review_day()
        if day is None:
            return
        try:
            self._desk.set_review(day)
        except UserError as error:
            self._notice.tell(error)
            return
        self.changed.emit()
        self._confirm.setFocus()

    def _arrange(self) -> None:
        self.title.say(self.tr("終わったら"))
        self._recorded.say(self.tr("✓ 変更の記録に書きました。"))
        self.column.addWidget(self._notice)
        self.column.addWidget(flowing(self._record))
        self.column.addWidget(self._recorded)
        self.column.addWidget(self._due)
        self.column.addWidget(flowing(self._set_due))
        self.column.addWidget(self._copies)
        self.column.addWidget(flowing(self._confirm))
        self._tell_copies()

    def _tell_copies(self) -> None:
        try:
            out = self._desk.copies_out()
        except UserError as error:
            self._notice.tell(error)
            return
        if not out:
            self._copies.say(self.tr("手もとを離れた控えは、ありません。"))
            return
        head = self.tr("新しい版にすると古くなる控え　{count}部").format(count=len(out))
        line = self.tr("・控え {number}　{to}　{title}")
        told = [
            line.format(
                number=one.copy,
                to=one.recipient or self.tr("（渡した先の記入なし）"),
                title=self._desk.paper_title(one),
            )
            for one in out[:_MOST]
        ]
        rest = [self.tr("・ほか{count}部").format(count=len(out) - _MOST)] if len(out) > _MOST else []
        self._copies.say("\n".join([head, *told, *rest]))
