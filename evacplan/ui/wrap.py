"""A button whose words go on to the next line where they do not fit."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from evacplan.ui.still_text import WrappedText
from evacplan.ui.theme import set_role


class WrapButton(QPushButton):
    """A line of a list that leads somewhere."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(True)  # Enter presses it, as Space does
        set_role(self, "row")
        self.setAccessibleName(words)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(8, 5, 8, 5)
        self.add_line(words, "link")
        # Not Fixed: Qt would cap the height at that of the size hint, however many lines the words take.
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add_line(self, words: str, role: str = "help") -> None:
        """One more paragraph below, in a role of the style sheet."""
        label = WrappedText(words, role, self)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside.addWidget(label)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._inside.minimumSize().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._inside.heightForWidth(width)
