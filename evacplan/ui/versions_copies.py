"""The copies of a version that were handed out, each to be printed or saved again byte for byte."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evacplan.domain.copies import How, Issue
from evacplan.domain.errors import UserError
from evacplan.ui.dialogs import PDF_FILES, FileBox
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import button, frame, text_label
from evacplan.ui.print_box import PrintBox
from evacplan.ui.print_choice import PrintJob
from evacplan.ui.printing import opened, print_pdf
from evacplan.ui.told import day_words
from evacplan.ui.versions_desk import DRAFT, VersionDesk
from evacplan.ui.versions_states import state_words


class CopiesPanel(QWidget):
    """said: what came of it, why, and what to do."""

    said = Signal(str, str, str)

    def __init__(self, desk: VersionDesk) -> None:
        super().__init__()
        self._desk = desk
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 8, 0, 0)
        self._inside: QWidget | None = None

    def clear(self) -> None:
        """Show nothing."""
        if self._inside is not None:
            self._inside.deleteLater()
            self._inside.setParent(None)
        self._inside = None

    def show_copies(self, state: int) -> None:
        """Show the copies of a version."""
        self.clear()
        self.setVisible(state != DRAFT)
        if state == DRAFT:
            return
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = self.tr("{version}の渡した控え").format(version=state_words(self, state))
        column.addWidget(text_label(title, "group"))
        found = self._desk.copies(state)
        if not found:
            column.addWidget(text_label(self.tr("この版の紙は、まだだれにも渡していません。"), "help"))
        for issue in found:
            column.addWidget(self._card(issue))
        self._outer.addWidget(self._inside)

    def print_again(self, issue: Issue) -> None:
        """Print a copy as it was handed out."""
        try:
            pdf = self._desk.pdf(issue)
        except UserError as error:
            self.said.emit(error.what, error.why, error.do)
            return
        with opened(pdf) as pages:
            count = pages.pageCount()
        setup = PrintBox.ask(self, PrintJob(count, turns=count > 1, counted=True), self._desk.choices)
        if setup is None:
            return
        if print_pdf(pdf, setup):
            self._desk.printed(issue)
            self.said.emit(self.tr("渡したときと同じ紙を、印刷に送りました。"), "", "")
        else:
            self.said.emit(
                self.tr("印刷できませんでした。"),
                self.tr("プリンターにつながりません。"),
                self.tr("プリンターの電源と接続を確かめるか、「もう一度保存」で保存してください。"),
            )

    def save_again(self, issue: Issue) -> None:
        """Save a copy byte for byte as it was handed out."""
        title = self.tr("PDFを保存する場所を選んでください")
        try:
            pdf, name = self._desk.pdf(issue), self._desk.file_name(issue)
            path = FileBox.save(self, title, name, PDF_FILES)
            if path is None:
                return
            self._desk.save(issue, pdf, path)
        except UserError as error:
            self.said.emit(error.what, error.why, error.do)
        else:
            do = self.tr("PDFは暗号になっていません。渡したあとは、このパソコンから消してください。")
            self.said.emit(self.tr("{name} を保存しました。").format(name=path.name), "", do)

    def _card(self, issue: Issue) -> QWidget:
        card = frame("card")
        box = QVBoxLayout(card)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(4)
        number = self.tr("控え {number:02}").format(number=issue.copy)
        second = self._desk.second_words(issue)
        title = "　".join(filter(None, (number, self._desk.paper_title(issue), second)))
        box.addWidget(text_label(title, "strong"))
        box.addWidget(text_label(self._about(issue), "help"))
        holder = QWidget()
        flow = FlowLayout(holder, gap=6)
        for name, words, act in (
            ("print", self.tr("もう一度印刷…"), self.print_again),
            ("save", self.tr("もう一度保存…"), self.save_again),
        ):
            found = button(words, f"{name}:{issue.copy}")
            found.setAccessibleName(f"{title}　{words}")
            found.clicked.connect(lambda _=False, act=act: act(issue))
            flow.addWidget(found)
        box.addWidget(holder)
        return card

    def _about(self, issue: Issue) -> str:
        to = self.tr("{name} へ").format(name=issue.recipient) if issue.recipient else ""
        day = day_words(issue.issued_at.astimezone().date())
        return "　".join(filter(None, (day, to, self._whereabouts(issue))))

    def _whereabouts(self, issue: Issue) -> str:
        if issue.collected is None:
            return ""
        return {
            How.RETURNED: self.tr("返してもらいました"),
            How.DESTROYED: self.tr("処分しました"),
            How.UNKNOWN: self.tr("行方がわかりません"),
        }[issue.collected.how]
