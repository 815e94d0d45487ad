"""What the user should know of the open store, above every page: who has it, what broke off, a code in vain.

Lines with buttons, never a box: nobody who types is disturbed.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evacplan.ui.commands import At
from evacplan.ui.parts import announce, button, text_label
from evacplan.ui.ports import HeldBy, Plans, RecoveredPlan
from evacplan.ui.read_only import who_words
from evacplan.ui.theme import set_role

MOST = 3
Buttons = tuple[tuple[str, str, Callable[[], object]], ...]


class News(QWidget):
    """edit_requested: try to open the store for changes. code_requested: make a new recovery code.

    swap_requested, keep_requested: with the id of a plan whose last sitting broke off. discreet: no names.
    """

    edit_requested = Signal()
    code_requested = Signal()
    swap_requested = Signal(str)
    keep_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._plans: Plans | None = None
        self._place = (At.LOCKED, "")
        self._is_put_off = False
        self.discreet = False
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.hide()

    @property
    def said(self) -> list[str]:
        """What its lines say."""
        return [line.text for line in self._lines]

    def opened(self, plans: Plans) -> None:
        """Tell of this store from here on."""
        self._plans = plans
        self._is_put_off = False

    def closed(self) -> None:
        """Tell nothing any more."""
        self._plans = None
        self.refresh()

    def show_at(self, at: At, plan_id: str) -> None:
        """Tell what belongs to a page. plan_id: of the open plan, "" for none."""
        self._place = (at, plan_id)
        self.refresh()

    def refresh(self) -> None:
        """Tell what is to be told now."""
        before = self.said
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = self._found()
        for line in self._lines:
            self._column.addWidget(line)
            if line.text not in before:
                announce(line, line.text)
        self.setVisible(bool(self._lines))

    def _found(self) -> list[_Line]:
        at, plan_id = self._place
        if self._plans is None or at in (At.LOCKED, At.CODE):
            return []
        lines = [self._held(self._plans.held)] if self._plans.held is not None else []
        if at in (At.LIST, At.PLAN):
            found = [each for each in self._plans.recovered() if plan_id in ("", each.plan_id)]
            lines += [self._recovered(each) for each in found[:MOST]]
        if at is At.LIST and not self._is_put_off and not self._plans.code_is_on_paper:
            lines.append(self._code())
        return lines

    def _held(self, held: HeldBy) -> _Line:
        words = self.tr(
            "読むだけで開いています。{who}開いています。ここでは何も変えられません。"
            "確定した版は印刷できますが、控えの番号は付かず、記録にも残りません。"
        )
        go = (("edit", self.tr("編集できるようにする(&Y)"), self.edit_requested.emit),)
        return _Line(words.format(who=who_words(held)), go)

    def _recovered(self, plan: RecoveredPlan) -> _Line:
        at = plan.until.astimezone()
        until = self.tr("{month}月{day}日 {hour}時{minute:02}分")
        facts = {
            "plan": self._named(plan),
            "until": until.format(month=at.month, day=at.day, hour=at.hour, minute=at.minute),
            "places": plan.places,
        }
        swap = self.swap_requested.emit
        if plan.went_back:
            words = self.tr(
                "{plan}　前回開いたときの内容に戻しました。"
                "{until}までの入力（{places}か所）も、まだ残してあります。"
            )
            names = self.tr("途中までの入力に戻す(&U)"), self.tr("もう要らない(&K)")
        else:
            words = self.tr(
                "{plan}　前回は途中で終わりました。{until}までの入力が残っています（{places}か所）。"
            )
            names = self.tr("前回開いたときの内容に戻す(&U)"), self.tr("このまま使う(&K)")
        return _Line(
            words.format(**facts),
            (
                ("swap", names[0], lambda: swap(plan.plan_id)),
                ("keep", names[1], lambda: self.keep_requested.emit(plan.plan_id)),
            ),
        )

    def _named(self, plan: RecoveredPlan) -> str:
        """The number and name of a plan; no name while a room looks on."""
        found = (plan.number,) if self.discreet else (plan.number, plan.name)
        return "　".join(filter(None, found)) or self.tr("名前のない計画")

    def _code(self) -> _Line:
        words = self.tr(
            "復旧シートがまだ紙になっていません。パスフレーズを忘れると、計画を開けなくなります。"
            "前に表示した復旧コードはもう表示できないので、新しく作ってください。"
        )
        return _Line(
            words,
            (
                ("new_code", self.tr("新しい復旧コードを作る…(&R)"), self.code_requested.emit),
                ("put_off", self.tr("あとで(&L)"), self._put_off),
            ),
        )

    def _put_off(self) -> None:
        self._is_put_off = True
        self.refresh()


class _Line(QFrame):
    """A sentence and what can be done about it."""

    def __init__(self, text: str, buttons: Buttons) -> None:
        super().__init__()
        set_role(self, "notice-amber")
        self.text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(text_label(text), 1)
        for name, words, act in buttons:
            found = button(words, name)
            found.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(found)
