"""The choice of a second language, whose words stand beside the Japanese ones on the family's papers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from evacplan.form.languages import Language
from evacplan.ui.parts import field_label
from evacplan.ui.print_choice import NAMES


class SecondWords(QWidget):
    """chosen: by the user, with the language or None."""

    chosen = Signal(object)

    def __init__(self, second: Language | None) -> None:
        super().__init__()
        self._box = QComboBox()
        self._box.setObjectName("second")
        said = self.tr("日本語の下や横に、小さくもう1つの言葉を添えます。書いた内容はそのままです。")
        self._box.setAccessibleDescription(said)
        self._box.setToolTip(said)
        self._choices = (None, *NAMES)
        self._box.addItems([self.tr("なし"), *NAMES.values()])
        self._box.setCurrentIndex(self._choices.index(second))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field_label(self.tr("ことばを添える(&B)"), self._box))
        row.addWidget(self._box)
        self._box.activated.connect(lambda place: self.chosen.emit(self._choices[place]))
