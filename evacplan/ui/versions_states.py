"""The states of a plan as a list to choose from: the draft, and every version with who, when and where."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from evacplan.domain.occasion import Occasion
from evacplan.ui.occasion import kind_words
from evacplan.ui.parts import text_label
from evacplan.ui.ports import RevisionLine
from evacplan.ui.theme import set_role
from evacplan.ui.told import day_words
from evacplan.ui.versions_desk import DRAFT, VersionDesk
from evacplan.ui.wrap import WrapButton


class StatesPanel(QWidget):
    """chosen: with the state whose card was pressed."""

    chosen = Signal(int)

    def __init__(self, desk: VersionDesk) -> None:
        super().__init__()
        self._desk = desk
        self._cards = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(text_label(self.tr("版の一覧"), "group"))
        for state in desk.states():
            self._add(state)
        self._cards.idClicked.connect(self.chosen)

    def choose(self, state: int) -> None:
        """Show which state is looked at."""
        self._cards.button(state).setChecked(True)

    def clear(self) -> None:
        """Drop every value."""
        for card in self._cards.buttons():
            self._cards.removeButton(card)
            card.setParent(None)
            card.deleteLater()

    def _add(self, state: int) -> None:
        title = state_words(self, state)
        version = next((one for one in self._desk.versions if one.number == state), None)
        lines = list(self._about(version)) if version is not None else [self.tr("いま書いているもの")]
        card = WrapButton(title, self)
        card.setObjectName(f"state:{state}")
        card.setCheckable(True)
        set_role(card, "card")
        inside = card.layout()
        if inside is not None:
            inside.setContentsMargins(12, 9, 12, 9)
        policy = card.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)  # as high as its lines need, wrapped
        card.setSizePolicy(policy)
        for line in lines:
            card.add_line(line)
        card.setAccessibleName("　".join((title, *lines)))
        self._cards.addButton(card, state)
        self._column.addWidget(card)

    def _about(self, version: RevisionLine) -> Iterator[str]:
        at = version.confirmed_at.astimezone()
        who = self.tr("{day} {time}　{who}").format(
            day=day_words(at.date()), time=f"{at:%H:%M}", who=version.confirmed_by
        )
        yield who
        if version.occasion is not None:
            yield self._occasion(version.occasion)
        if version.note:
            yield version.note
        copies = len(self._desk.copies(version.number))
        yield self.tr("渡した控え {n} 部").format(n=copies) if copies else self.tr("渡した控えはありません")

    def _occasion(self, occasion: Occasion) -> str:
        day = day_words(occasion.day) if occasion.day is not None else ""
        return "　".join(filter(None, (kind_words(self, occasion.kind), day, occasion.persons)))


def state_words(widget: QWidget, state: int) -> str:
    """What a state is called."""
    return widget.tr("下書き") if state == DRAFT else widget.tr("第{number}版").format(number=state)
