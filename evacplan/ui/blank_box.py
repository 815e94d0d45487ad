"""Which blank form to print or save: an edition or a section, to be filled in with a pen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.dialogs import PDF_FILES, FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.parts import button, field_label, text_label
from evacplan.ui.ports import Services
from evacplan.ui.print_choice import PrintChoices, PrintJob

_NAME = Qt.ItemDataRole.UserRole


class BlankBox(QDialog):
    """Lists the blank forms; each can be saved as a PDF or printed. Nothing of any plan stands on them."""

    def __init__(self, parent: QWidget | None, services: Services) -> None:
        super().__init__(parent)
        self._services = services
        self.setWindowTitle("evacplan")
        self.resize(560, 560)
        self._list = QListWidget()
        self._list.setObjectName("forms")
        self._list.setSpacing(2)
        self._list.setAccessibleName(self.tr("白紙の種類"))
        for name, title in services.blank_titles():
            line = QListWidgetItem(title, self._list)
            line.setData(_NAME, name)
        self._list.setCurrentRow(0)
        self._failed, self._done = Notice(), Notice(role="fill")
        self._arrange()

    @property
    def chosen(self) -> str:
        """The name of the form that is marked."""
        return str(self._list.currentItem().data(_NAME))

    def choose(self, name: str) -> None:
        """Mark a form by its name."""
        rows = range(self._list.count())
        self._list.setCurrentRow(next(row for row in rows if self._list.item(row).data(_NAME) == name))

    def save(self) -> None:
        """Save the form where the user says."""
        title = self.tr("白紙を保存する場所を選んでください")
        called = self._list.currentItem().text().replace("　", " ")
        path = FileBox.save(self, title, self.tr("白紙 {form}.pdf").format(form=called), PDF_FILES)
        if path is None:
            return
        try:
            self._services.write(path, self._made())
        except UserError as error:
            self._say(self._failed, error.what, error.why, error.do)
        else:
            self._say(self._done, self.tr("{name} を保存しました。").format(name=path.name))

    def print(self) -> None:
        """Print the form."""
        from evacplan.ui.print_box import PrintBox  # noqa: PLC0415  (loads QtPdf, rarely needed)
        from evacplan.ui.printing import opened, print_pages  # noqa: PLC0415  (the same)

        with opened(self._made()) as document:
            pages = document.pageCount()
            setup = PrintBox.ask(self, PrintJob(pages, turns=pages > 1, counted=False), PrintChoices())
            if setup is None:
                return
            with _waiting():
                sent = print_pages(document, setup)
        if sent:
            self._say(self._done, self.tr("印刷に送りました。"))
        else:
            self._say(
                self._failed,
                self.tr("印刷できませんでした。"),
                self.tr("プリンターにつながりません。"),
                self.tr("プリンターの電源とつなぎ目を確かめるか、「PDFに保存する」で保存してください。"),
            )

    def _say(self, here: Notice, what: str, why: str = "", do: str = "") -> None:
        """Tell how it went, in place of what was told before."""
        for notice in (self._failed, self._done):
            notice.clear()
        here.say(what, why, do)

    def _made(self) -> bytes:
        with _waiting():
            return self._services.blank_form(self.chosen)

    def _arrange(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 20)
        box.setSpacing(10)
        box.addWidget(text_label(self.tr("手書き用の白紙"), "heading"))
        said = self.tr("ペンで書きこむ紙です。どの計画の内容も載りません。版の白紙か、節の白紙を選びます。")
        box.addWidget(text_label(said, "help"))
        box.addWidget(field_label(self.tr("白紙の種類(&K)"), self._list))
        box.addWidget(self._list, 1)
        box.addWidget(self._failed)
        box.addWidget(self._done)
        row = QHBoxLayout()
        save = button(self.tr("PDFに保存する…(&S)"), "save", "primary")
        print_ = button(self.tr("印刷する…(&P)"), "print")
        close = button(self.tr("閉じる(&C)"), "close")
        row.addStretch()
        for found, slot in ((save, self.save), (print_, self.print), (close, self.accept)):
            found.clicked.connect(slot)
            found.setAutoDefault(found is save)
            row.addWidget(found)
        save.setDefault(True)
        box.addLayout(row)

    @staticmethod
    def offer(parent: QWidget | None, services: Services) -> None:
        """Show the forms until the user has what is wanted."""
        BlankBox(parent, services).exec()


@contextmanager
def _waiting() -> Iterator[None]:
    """Within it, the pointer says that it takes a moment."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
