"""How many hours a planned outage lasts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evacplan.ui.editors.inputs import PickBox

HOURS = (1, 2, 3, 4, 5, 6, 8, 10, 12, 18, 24, 36, 48, 72)


class HoursChoice(PickBox):
    """Whole hours to choose from. picked: by the reader only."""

    picked = Signal(int)

    def __init__(self, hours: int, parent: QWidget) -> None:
        super().__init__(parent)
        for one in HOURS:
            self.addItem(self.tr("{hours} 時間").format(hours=one), one)
        self.setCurrentIndex(HOURS.index(hours))
        self.setAccessibleName(self.tr("計画停電の長さ"))
        self.activated.connect(lambda position: self.picked.emit(HOURS[position]))
