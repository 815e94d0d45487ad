"""The card of the time that was worked: minutes by section of this meeting, and of the plan in all."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from evacplan.domain.working_time import minutes
from evacplan.ui.meeting_lines import Card
from evacplan.ui.parts import text_label


class TimeCard(Card):
    """Not shown while nothing was counted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("time", parent)
        self.title.say(self.tr("記入にかけた時間（目安）"))
        self._sums = text_label(role="strong")
        self._sections = text_label()
        note = self.tr("キーやマウスを使っていた時間です。手が止まっている間は、1回につき1分までを数えます。")
        for part in (self._sums, self._sections, text_label(note, "help")):
            self.column.addWidget(part)
        self.hide()

    def show_time(
        self, titles: Mapping[str, str], meeting: Mapping[str, float], in_all: Mapping[str, float]
    ) -> None:
        """Seconds by section; titles: what sections are called."""
        sums = self.tr("この日の会議 {meeting}分　この計画に あわせて {plan}分")
        self._sums.say(
            sums.format(meeting=minutes(sum(meeting.values())), plan=minutes(sum(in_all.values())))
        )
        shown = sorted(meeting.items(), key=lambda each: -each[1])
        beside = self.tr("紙面や会議の画面")
        line = self.tr("{title}　{minutes}分")
        self._sections.say(
            "\n".join(
                line.format(title=titles.get(name, beside), minutes=minutes(seconds))
                for name, seconds in shown
            )
        )
        self._sections.setVisible(bool(shown))
        self.setVisible(any(in_all.values()))
