"""A dialog out of which a paper that belongs to no plan is saved or printed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.card_page import waiting
from evacplan.ui.dialogs import PDF_FILES, FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import button
from evacplan.ui.print_choice import PrintChoices, PrintJob
from evacplan.ui.roomy import RoomyDialog


class PaperBox(RoomyDialog):
    """write: puts a file where it is to be. What is asked goes inside, then comes `finish_paper`."""

    def __init__(self, parent: QWidget | None, write: Callable[[Path, bytes], object]) -> None:
        super().__init__(parent)
        self._write = write
        self._failed, self._done = Notice(), Notice(role="fill")

    @property
    def title(self) -> str:
        """What is asked where the file goes."""
        raise NotImplementedError

    @property
    def file_name(self) -> str:
        """What the file is called at first."""
        raise NotImplementedError

    def make(self) -> bytes:
        """The PDF."""
        raise NotImplementedError

    def save(self) -> None:
        """Save the paper where the user says."""
        path = FileBox.save(self, self.title, self.file_name, PDF_FILES)
        if path is None:
            return
        try:
            self._write(path, self._made())
        except UserError as error:
            self._say(self._failed, error.what, error.why, error.do)
        else:
            self._say(self._done, self.tr("{name} を保存しました。").format(name=path.name))

    def print(self) -> None:
        """Print the paper."""
        from evacplan.ui.print_box import PrintBox  # noqa: PLC0415  (loads QtPdf, rarely needed)
        from evacplan.ui.printing import opened, print_pages  # noqa: PLC0415  (the same)

        with opened(self._made()) as document:
            pages = document.pageCount()
            setup = PrintBox.ask(self, PrintJob(pages, turns=pages > 1, counted=False), PrintChoices())
            if setup is None:
                return
            with waiting():
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

    def finish_paper(self) -> None:
        """Put what is told and the buttons below what is asked."""
        self.inside.addWidget(self._failed)
        self.inside.addWidget(self._done)
        row = FlowLayout(at_end=True)
        save = button(self.tr("PDFに保存する…(&S)"), "save", "primary")
        print_ = button(self.tr("印刷する…(&P)"), "print")
        close = button(self.tr("閉じる(&C)"), "close")
        for found, slot in ((save, self.save), (print_, self.print), (close, self.accept)):
            found.clicked.connect(slot)
            found.setAutoDefault(found is save)
            row.addWidget(found)
        save.setDefault(True)
        self.finish(row)

    def _say(self, here: Notice, what: str, why: str = "", do: str = "") -> None:
        """Tell how it went, in place of what was told before."""
        for notice in (self._failed, self._done):
            notice.clear()
        here.say(what, why, do)
        self.fit()

    def _made(self) -> bytes:
        with waiting():
            return self.make()
