"""The page 「訓練の結果を入れる」: what the last drill measured, for the plan; its problems as homework."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from evacplan.domain.drills import Offer, last_drill, offers, travel_min, until_left_min
from evacplan.domain.plan.review import Drill
from evacplan.domain.rehearsal.homework import DRILLS, is_asked, is_open
from evacplan.form.words import figure
from evacplan.session import Change
from evacplan.ui.parts import announce, button, text_label
from evacplan.ui.rehearsal_circumstances import AskedCard
from evacplan.ui.rehearsal_desk import RehearsalDesk
from evacplan.ui.told import day_words
from evacplan.ui.two_columns import TitledCard, TwoColumns, flowing


class DrillPage(TwoColumns):
    """Nothing is taken into the plan before its button is pressed; Ctrl+Z takes it back."""

    def __init__(self, desk: RehearsalDesk) -> None:
        super().__init__(desk.session, self.tr("訓練の結果を入れる"))
        self._desk = desk
        self._measured = TitledCard("measured", self.tr("前の訓練"))
        self._offers = TitledCard("offers", self.tr("計画に入れる時間"))
        self._problems = TitledCard("problems", self.tr("困ったこと"))
        self._asked = AskedCard(desk, self.tr("困ったことを、この人のこの日までの宿題にできます。"))
        self._parts: list[tuple[TitledCard, QWidget]] = []
        self._takes: list[QPushButton] = []
        self._write = button(self.tr("訓練の記録を書く(&R)"), "write")
        self._write.clicked.connect(self._open_record)
        self._told = QVBoxLayout()
        self._measured.column.addLayout(self._told)
        self._measured.column.addWidget(flowing(self._write))
        for card in (self._measured, self._asked):
            self.left.addWidget(card)
        for card in (self._offers, self._problems):
            self.right.addWidget(card)
        self.end_columns()
        self._show()
        self._unwatch = desk.session.watch(self._changed)

    def take(self, offer: Offer) -> None:
        """Let what was measured stand in the plan."""
        self._desk.session.set(offer.path, offer.minutes)
        self._desk.session.settle()
        announce(self, self.tr("計画に入れました。"))
        (self._first_offer() or self._write).setFocus()

    def ask(self, drill: Drill) -> None:
        """Make homework of the problems: what to change in the plan is 未確認, for somebody and by a day."""
        path = f"{DRILLS}.{drill.key}.changes"
        mark, asked = self._desk.session.mark_unknown, self._asked
        asked.make(lambda: mark(path, asked.name() or None, asked.day()))

    def commit(self) -> None:
        """Take over a name that is still being composed."""
        self._asked.commit()

    def forget(self) -> None:
        """Drop every value shown, before the page is left."""
        super().forget()
        self.commit()
        self._unwatch()
        self._asked.forget()
        self._clear()

    def _changed(self, _change: Change) -> None:
        self._show()

    def _show(self) -> None:
        self._clear()
        drill = last_drill(self._desk.plan, self._desk.today())
        if drill is None:
            none = self.tr("訓練の記録が、まだありません。日と時刻を書くと、ここで計画に入れられます。")
            self._say(self._measured, none)
            for card in (self._offers, self._problems, self._asked):
                card.hide()
        else:
            self._show_drill(drill)
        self.setFocusProxy(self._first_offer() or self._write)

    def _show_drill(self, drill: Drill) -> None:
        self._tell_times(drill)
        found = offers(self._desk.plan, drill)
        for offer in found:
            self._add_offer(offer)
        if not found:
            self._say(self._offers, self.tr("測った時間は、計画のとおりです。入れるものはありません。"))
        self._offers.show()
        self._problems.setVisible(bool(drill.problems))
        self._asked.setVisible(bool(drill.problems) and not drill.changes)
        if drill.problems:
            self._tell_problems(drill)

    def _tell_times(self, drill: Drill) -> None:
        unknown = self.tr("わかりません（時刻が空いています）")
        left, travel = until_left_min(drill), travel_min(drill)
        minutes = self.tr("{minutes}分")
        lines = (
            day_words(drill.held_on) if drill.held_on else "",
            self.tr("家を出るまで（準備と積み込み）　{time}").format(
                time=unknown if left is None else minutes.format(minutes=left)
            ),
            self.tr("移動　{time}").format(
                time=unknown if travel is None else minutes.format(minutes=travel)
            ),
        )
        self._say(self._measured, "\n".join(filter(None, lines)))
        if drill.devices_worked is False:
            self._say(self._measured, self.tr("避難先で、機器が動きませんでした。"), "error")

    def _add_offer(self, offer: Offer) -> None:
        now = self.tr("空") if offer.now is None else self.tr("{n}分").format(n=figure(offer.now))
        words = self.tr("{place}　いま {now} → {minutes}分")
        name = self._desk.name(offer.path)
        said = words.format(place=name, now=now, minutes=offer.minutes)
        self._say(self._offers, said)
        if offer.is_shorter:
            care = self.tr("計画より短い時間です。夜や雪でもこの時間でできるときだけ、入れます。")
            self._say(self._offers, care, "amber")
        if ".routes." in offer.path:
            self._say(self._offers, self.tr("この道を通ったときだけ、入れます。"), "help")
        take = button(
            self.tr("{minutes}分を計画に入れる").format(minutes=offer.minutes), f"take:{offer.path}"
        )
        take.setAccessibleName(f"{take.text()}　{said}")
        take.clicked.connect(lambda: self.take(offer))
        self._takes.append(take)
        self._put(self._offers, flowing(take))

    def _tell_problems(self, drill: Drill) -> None:
        self._say(self._problems, drill.problems or "")
        path = f"{DRILLS}.{drill.key}.changes"
        if drill.changes:
            self._say(
                self._problems, self.tr("計画を変えたところ：{text}").format(text=drill.changes), "help"
            )
        elif is_asked(self._desk.plan, path):
            self._say(self._problems, self.tr("✓ 宿題にしました。"), "ok")
        elif is_open(self._desk.plan, path):
            ask = button(self.tr("何を変えるかを宿題にする(&M)"), "ask")
            ask.clicked.connect(lambda: self.ask(drill))
            self._put(self._problems, flowing(ask))

    def _open_record(self) -> None:
        self.place_requested.emit(DRILLS)

    def _first_offer(self) -> QPushButton | None:
        return next(iter(self._takes), None)

    def _say(self, card: TitledCard, words: str, role: str = "") -> None:
        self._put(card, text_label(words, role))

    def _put(self, card: TitledCard, part: QWidget) -> None:
        (self._told if card is self._measured else card.column).addWidget(part)
        self._parts.append((card, part))

    def _clear(self) -> None:
        for card, part in self._parts:
            (self._told if card is self._measured else card.column).removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts.clear()
        self._takes.clear()
