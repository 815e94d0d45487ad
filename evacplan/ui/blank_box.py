"""Which blank form to print or save: an edition or a section, to be filled in with a pen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from evacplan.ui.paper_box import PaperBox
from evacplan.ui.parts import field_label, text_label
from evacplan.ui.ports import Services

_NAME = Qt.ItemDataRole.UserRole
_LINES = 12  # of the list that are seen at once


class BlankBox(PaperBox):
    """Lists the blank forms; each can be saved as a PDF or printed. Nothing of any plan stands on them."""

    def __init__(self, parent: QWidget | None, services: Services) -> None:
        super().__init__(parent, services.write)
        self._services = services
        self._list = QListWidget()
        self._list.setObjectName("forms")
        self._list.setSpacing(2)
        self._list.setAccessibleName(self.tr("白紙の種類"))
        for name, title in services.blank_titles():
            line = QListWidgetItem(title, self._list)
            line.setData(_NAME, name)
        self._list.setCurrentRow(0)
        self._list.setMinimumHeight(self._list.sizeHintForRow(0) * _LINES)
        self.inside.addWidget(text_label(self.tr("手書き用の白紙"), "heading"))
        said = self.tr("ペンで書きこむ紙です。どの計画の内容も載りません。版の白紙か、節の白紙を選びます。")
        self.inside.addWidget(text_label(said, "help"))
        self.inside.addWidget(field_label(self.tr("白紙の種類(&K)"), self._list))
        self.inside.addWidget(self._list, 1)
        self.finish_paper()

    @property
    def chosen(self) -> str:
        """The name of the form that is marked."""
        return str(self._list.currentItem().data(_NAME))

    def choose(self, name: str) -> None:
        """Mark a form by its name."""
        rows = range(self._list.count())
        self._list.setCurrentRow(next(row for row in rows if self._list.item(row).data(_NAME) == name))

    @property
    def title(self) -> str:
        return self.tr("白紙を保存する場所を選んでください")

    @property
    def file_name(self) -> str:
        called = self._list.currentItem().text().replace("　", " ")
        return self.tr("白紙 {form}.pdf").format(form=called)

    def make(self) -> bytes:
        return self._services.blank_form(self.chosen)

    @staticmethod
    def offer(parent: QWidget | None, services: Services) -> None:
        """Show the forms until the user has what is wanted."""
        BlankBox(parent, services).exec()
