"""The one side that families are given, to print or to save from the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from evacplan.ui.paper_box import PaperBox
from evacplan.ui.parts import text_label
from evacplan.ui.ports import Services


class LeafletBox(PaperBox):
    """Says what the leaflet is for; nothing of any plan stands on it."""

    def __init__(self, parent: QWidget | None, services: Services) -> None:
        super().__init__(parent, services.write)
        self._services = services
        self.inside.addWidget(text_label(self.tr("家族に渡す案内"), "heading"))
        said = self.tr(
            "この道具で何を作り、何に使うのかを、ご家族に伝える1枚です。どの計画の内容も載りません。"
        )
        self.inside.addWidget(text_label(said, "help"))
        self.finish_paper()

    @property
    def title(self) -> str:
        return self.tr("案内を保存する場所を選んでください")

    @property
    def file_name(self) -> str:
        return self.tr("家族に渡す案内.pdf")

    def make(self) -> bytes:
        return self._services.leaflet()

    @staticmethod
    def offer(parent: QWidget | None, services: Services) -> None:
        """Show it until the user has what is wanted."""
        LeafletBox(parent, services).exec()
