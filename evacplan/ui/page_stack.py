"""The pages of the window, one at a time; those that are left are dropped."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """once: the kinds of page that are made anew each time, and dropped when another one is shown."""

    def __init__(self, once: tuple[type[QWidget], ...]) -> None:
        super().__init__()
        self._once = once

    def show_page(self, page: QWidget) -> None:
        """Show a page and give it the cursor."""
        before = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        self._let_size(page)
        QTimer.singleShot(0, page, lambda: page.setFocus(Qt.FocusReason.OtherFocusReason))
        if before is not None and before is not page and isinstance(before, self._once):
            self.drop(before)

    def drop(self, page: QWidget) -> None:
        """Take a page out and delete it."""
        self.removeWidget(page)
        page.hide()
        page.deleteLater()

    def _let_size(self, page: QWidget) -> None:
        """Let only the page that is shown say how much room it needs."""
        for other in (self.widget(index) for index in range(self.count())):
            if other is not None:
                policy = QSizePolicy.Policy.Preferred if other is page else QSizePolicy.Policy.Ignored
                other.setSizePolicy(policy, policy)
