"""The page 「机上訓練」: under which circumstances, what the plan says step by step, and where it breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evacplan.form.rehearsal_words import WordedBreak, WordedStep
from evacplan.session import Change
from evacplan.ui.errors import Notice
from evacplan.ui.parts import announce, button, text_label
from evacplan.ui.rehearsal_circumstances import AskedCard, CircumstancesCard
from evacplan.ui.rehearsal_desk import RehearsalDesk
from evacplan.ui.theme import set_role
from evacplan.ui.two_columns import TitledCard, TwoColumns
from evacplan.ui.wrap import WrapButton

if TYPE_CHECKING:
    from evacplan.ui.paper_out import PaperOut


class RehearsalPage(TwoColumns):
    """Enter on a break goes to its field, F4 makes homework of it."""

    def __init__(self, desk: RehearsalDesk) -> None:
        prints = button(self.tr("記録を印刷…(&O)"), "print_rehearsal")
        saves = button(self.tr("記録をPDFに保存…(&D)"), "save_rehearsal")
        super().__init__(desk.session, self.tr("机上訓練"), (prints, saves))
        self._desk = desk
        self._notice = Notice(self, role="notice")
        prints.clicked.connect(self.print)
        saves.clicked.connect(self.save)
        self._circumstances = CircumstancesCard(desk)
        self._asked = AskedCard(
            desk, self.tr("「宿題にする」か F4 で、こわれる所がこの人のこの日までの宿題になります。")
        )
        self._count = text_label(role="heading")
        self._steps: list[TitledCard] = []
        self._breaks: dict[WrapButton, WordedBreak] = {}
        if desk.session.reads_only:
            self._asked.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.left.addWidget(self._notice)
        self.left.addWidget(self._circumstances)
        self.left.addWidget(self._asked)
        self.right.addWidget(self._count)
        self.right.addLayout(self._list)
        self.end_columns()
        self._circumstances.picked.connect(self._picked)
        self._show()
        self._unwatch = desk.session.watch(self._changed)
        self.setFocusProxy(self._circumstances.hour)

    def ask(self, found: WordedBreak) -> None:
        """Make homework of a break; not while others have the plan open."""
        if self._desk.session.reads_only:
            return
        self._asked.make(lambda: self._desk.ask(found, self._asked.name(), self._asked.day()))

    def print(self) -> None:
        """Ask how, print the sheet of this rehearsal, and write that down."""
        self._out().print(self._desk.sheet())

    def save(self) -> None:
        """Ask where to, write the sheet of this rehearsal, and write that down."""
        self._out().save(self._desk.sheet(), self._desk.file_name())

    def _out(self) -> PaperOut:
        from evacplan.ui.paper_out import OutWords, PaperOut  # noqa: PLC0415  (loads QtPdf)

        self.commit()
        words = OutWords(
            self.tr("机上訓練の記録を、印刷に送りました。"),
            self.tr("机上訓練の記録を保存する場所を選んでください"),
            self.tr("机上訓練の記録を保存しました。"),
            self.tr("家族と作成者のほかには渡さないでください。"),
        )
        return PaperOut(self, self._notice, self._desk, words)

    def commit(self) -> None:
        """Take over a name that is still being composed."""
        self._asked.commit()

    def forget(self) -> None:
        """Drop every value shown, before the page is left."""
        super().forget()
        self.commit()
        self._unwatch()
        self._asked.forget()
        self._circumstances.forget()
        self._clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_F4 and isinstance(focused, WrapButton) and focused in self._breaks:
            self.ask(self._breaks[focused])
        else:
            super().keyPressEvent(event)

    def _picked(self) -> None:
        self._show()
        announce(self, self._count.said)

    def _changed(self, _change: Change) -> None:
        self._show()

    def _show(self) -> None:
        """Walk the plan again; the cursor stays on the break it was on."""
        kept = next((found for line, found in self._breaks.items() if line is self.focusWidget()), None)
        self._clear()
        steps = self._desk.steps()
        for number, step in enumerate(steps, 1):
            card = self._card(number, step)
            self._steps.append(card)
            self._list.addWidget(card)
        total = len(self._breaks)
        red = sum(found.is_red for found in self._breaks.values())
        some = self.tr("こわれる所　{count}か所（！は命にかかわる所　{red}か所）").format(
            count=total, red=red
        )
        self._count.say(some if total else self.tr("こわれる所は、見つかりませんでした。"))
        if kept is not None:
            same = [
                line for line, one in self._breaks.items() if (one.code, one.place) == (kept.code, kept.place)
            ]
            (next(iter(same), None) or self._circumstances.hour).setFocus()

    def _card(self, number: int, step: WordedStep) -> TitledCard:
        title = self.tr("{number}　{title}").format(number=number, title=step.title)
        card = TitledCard(f"step:{step.kind}", title)
        card.setAccessibleName(title)
        if step.says:
            card.column.addWidget(text_label("\n".join(step.says)))
        for found in step.breaks:
            card.column.addWidget(self._break(found))
        return card

    def _break(self, found: WordedBreak) -> QWidget:
        holder = QFrame()
        set_role(holder, "notice-red" if found.is_red else "notice-amber")
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 2, 8, 2)
        line = WrapButton(f"{'！' if found.is_red else '△'} {found.say}", holder)
        line.setObjectName(f"break:{found.code}:{found.place}")
        line.add_line(found.do)
        line.setAccessibleName(self.tr("こわれる所：{say}").format(say=f"{found.say}　{found.do}"))
        line.clicked.connect(lambda: self.place_requested.emit(found.place))
        self._breaks[line] = found
        row.addWidget(line, 1)
        if self._desk.is_asked(found):
            done = text_label(self.tr("✓ 宿題"), "ok")
            done.setWordWrap(False)
            row.addWidget(done)
        elif not self._desk.session.reads_only:
            ask = button(self.tr("宿題にする"), f"ask:{found.code}:{found.place}", "quiet")
            ask.setAccessibleName(self.tr("宿題にする：{say}").format(say=found.say))
            ask.clicked.connect(lambda: self.ask(found))
            row.addWidget(ask)
        return holder

    def _clear(self) -> None:
        for card in self._steps:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._steps.clear()
        self._breaks.clear()
