"""A paper that is no copy of the plan, such as the minutes: printed or saved, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.dialogs import PDF_FILES, FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.print_box import PrintBox
from evacplan.ui.print_choice import PrintChoices, PrintJob
from evacplan.ui.printing import opened, print_pdf


class PaperDesk(Protocol):
    """Where such a paper comes from, and where its going out is written down."""

    @property
    def choices(self) -> PrintChoices:
        """How printing was done last in this session."""

    def printed(self) -> None:
        """Write down that it was printed."""

    def save(self, path: Path, pdf: bytes) -> None:
        """Write it, and write that down. Raises UserError."""


@dataclass(frozen=True, slots=True)
class OutWords:
    """What is said: once it was printed, over the box for a file, once it was saved, and whom it is for."""

    printed: str
    where: str
    saved: str
    care: str


@dataclass(frozen=True, slots=True)
class PaperOut:
    """page: over which the boxes open. notice: says how it went."""

    page: QWidget
    notice: Notice
    desk: PaperDesk
    words: OutWords

    def print(self, pdf: bytes) -> None:
        """Ask how, print, and write that down."""
        with opened(pdf) as document:
            pages = document.pageCount()
        job = PrintJob(pages, turns=pages > 1, counted=False)
        setup = PrintBox.ask(self.page, job, self.desk.choices)
        if setup is None:
            return
        if print_pdf(pdf, setup):
            self.desk.printed()
            self.notice.say(self.words.printed)
        else:
            self.notice.say(
                _tr("印刷できませんでした。"),
                _tr("プリンターにつながりません。"),
                _tr("プリンターの電源と接続を確かめて、もう一度押してください。"),
            )

    def save(self, pdf: bytes, name: str) -> None:
        """Ask where to, write the paper, and write that down. name: proposed for the file."""
        path = FileBox.save(self.page, self.words.where, name, PDF_FILES)
        if path is None:
            return
        try:
            self.desk.save(path, pdf)
        except UserError as error:
            self.notice.tell(error)
        else:
            self.notice.say(self.words.saved, do=self.words.care)


def _tr(words: str) -> str:
    return QCoreApplication.translate("PaperOut", words)
