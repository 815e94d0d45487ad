"""The papers as they will be printed, shown inside the window; nothing of them is written to disk here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from evacplan.domain.errors import UserError
from evacplan.form.papers import Paper
from evacplan.ui.dialogs import PDF_FILES, FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.flow import FlowLayout
from evacplan.ui.paper import Printout
from evacplan.ui.parts import button, field_label, frame, text_label
from evacplan.ui.pdf_pane import PdfPane
from evacplan.ui.printing import PrintBox, print_pages
from evacplan.ui.sides import SidePage
from evacplan.ui.spellings import SpellingNotice
from evacplan.ui.theme import set_role


class PreviewPage(SidePage):
    """Tabs of the three editions and the single sheets, the pages, and what can be done with them.

    place_requested: with the path of the field that makes a refused paper possible or takes another spelling.
    """

    def __init__(self, printout: Printout, paper: Paper = Paper.FAMILY) -> None:
        super().__init__()
        set_role(self, "page")
        self._printout = printout
        self._pdf: bytes | None = None
        self._tabs = QTabBar()
        self._reader = text_label(role="help")
        self._pane = PdfPane()
        self._refused = Notice()
        self._go = button(self.tr("記入する場所へ行く(&G)"), "go", "primary")
        self._below = QStackedWidget()
        self._spellings = SpellingNotice()
        self._notice = Notice(role="notice")
        self._recipient = QLineEdit()
        self._back = button(self.tr("記入に戻る Esc"), "back")
        self._save = button(self.tr("PDFに保存… Ctrl+S"), "save")
        self._print = button(self.tr("印刷… Ctrl+P"), "print", "primary")
        # Told before the page is arranged: Tab then meets its buttons where they stand.
        self._spellings.tell(printout.spellings())
        self._arrange()
        self._connect()
        self._tabs.setCurrentIndex(list(Paper).index(paper))
        self.show_paper()

    @property
    def paper(self) -> Paper:
        """The paper whose tab is open."""
        return list(Paper)[self._tabs.currentIndex()]

    @property
    def pages(self) -> QPdfDocument:
        """What is shown; without pages while the paper is refused."""
        return self._pane.pages

    def show_paper(self) -> None:
        """Make and show the paper of the open tab, or the reason why it may not be made."""
        self._notice.clear()
        self._reader.say(self._printout.reader(self.paper))
        try:
            self._pdf = self._printout.pdf(self.paper)
        except UserError as error:
            self._refuse(error)
        else:
            self._pane.show_pdf(self._pdf)
            self._refused.clear()
            self._below.setCurrentIndex(0)
        for part in (self._save, self._print):
            part.setEnabled(self._pdf is not None)

    def run(self, command: str) -> None:
        """Save or print, as the menus say."""
        {"save": self.save, "print": self.print}[command]()

    def save(self) -> None:
        """Save the paper where the user says."""
        if self._pdf is None:
            return
        name = self._printout.file_name(self.paper)
        path = FileBox.save(self, self.tr("PDFを保存する場所を選んでください"), name, PDF_FILES)
        if path is None:
            return
        try:
            self._printout.save(path, self.paper, self._pdf, self._recipient.text().strip())
        except UserError as error:
            self._notice.tell(error)
        else:
            do = self.tr("PDFは暗号になっていません。渡したあとは、このパソコンから消してください。")
            self._notice.say(self.tr("{name} を保存しました。").format(name=path.name), do=do)

    def print(self) -> None:
        """Print the paper."""
        if self._pdf is None:
            return
        printer = PrintBox.ask(self, self.pages.pageCount())
        if printer is None:
            return
        if print_pages(self.pages, printer):
            self._printout.hand_out(self.paper, self._pdf, self._recipient.text().strip())
            self._notice.say(self.tr("印刷に送りました。"))
        else:
            self._notice.say(
                self.tr("印刷できませんでした。"),
                self.tr("プリンターにつながりません。"),
                self.tr("プリンターの電源と接続を確かめるか、「PDFに保存」で保存してください。"),
            )

    def forget(self) -> None:
        """Drop plan and pages from memory, before the page is left."""
        self._printout.forget()
        self._pane.clear()
        self._pdf = None

    def _refuse(self, error: UserError) -> None:
        self._pdf = None
        self._pane.clear()
        self._refused.tell(error)
        self._go.setVisible(bool(self._printout.cured_at(self.paper)))
        self._below.setCurrentIndex(1)

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head())
        body = QVBoxLayout()
        body.setContentsMargins(24, 12, 24, 12)
        body.setSpacing(10)
        body.addWidget(self._spellings)
        body.addWidget(self._notice)
        self._below.addWidget(self._pane)
        self._below.addWidget(self._refusal())
        body.addWidget(self._below, 1)
        page.addLayout(body, 1)
        page.addWidget(self._foot())
        self.setFocusProxy(self._tabs)

    def _head(self) -> QWidget:
        bar = frame("bar")
        column = QVBoxLayout(bar)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(4)
        row = QHBoxLayout()
        self._tabs.setObjectName("editions")
        self._tabs.setAccessibleName(self.tr("紙の種類"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        for paper in Paper:
            self._tabs.addTab(self._printout.title(paper))
        row.addWidget(self._tabs, 1)
        row.addWidget(self._confirm())
        column.addLayout(row)
        said = QHBoxLayout()
        said.addWidget(self._reader, 2)
        said.addWidget(self._state(), 1)
        column.addLayout(said)
        return bar

    def _state(self) -> QWidget:
        if self._printout.revision is None:
            label = text_label(self.tr("下書きです。渡す前に版を確定してください。"), "amber")
        else:
            label = text_label(self.tr("第{n}版です。").format(n=self._printout.revision), "ok")
        label.setAlignment(Qt.AlignmentFlag.AlignRight)
        return label

    def _confirm(self) -> QWidget:
        found = button(self.tr("版を確定…"), "confirm")
        found.setVisible(self._printout.revision is None)
        found.clicked.connect(self.confirm_requested)
        return found

    def _refusal(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addStretch(1)
        column.addWidget(self._refused)
        column.addSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self._go)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
        return holder

    def _foot(self) -> QWidget:
        bar = frame("foot")
        flow = FlowLayout(bar)
        flow.setContentsMargins(24, 8, 24, 8)
        for part in (self._print, self._save, self._to_whom(), self._back):
            flow.addWidget(part)
        for name, words, step in (
            ("larger", self.tr("大きく(&L)"), 1),
            ("smaller", self.tr("小さく(&M)"), -1),
            ("whole", self.tr("ページ全体(&W)"), 0),
        ):
            found = button(words, name, "quiet")
            found.clicked.connect(lambda _=False, step=step: self._pane.zoom(step))
            flow.addWidget(found)
        return bar

    def _to_whom(self) -> QWidget:
        """The field for the recipient; a draft is handed to nobody."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self._recipient.setObjectName("recipient")
        self._recipient.setPlaceholderText(self.tr("例：市の福祉課"))
        self._recipient.setMinimumWidth(self._recipient.fontMetrics().horizontalAdvance("あ") * 10)
        row.addWidget(field_label(self.tr("渡す先（控えに残ります）(&R)"), self._recipient))
        row.addWidget(self._recipient)
        holder.setVisible(self._printout.revision is not None)
        return holder

    def _connect(self) -> None:
        self._spellings.place_requested.connect(self.place_requested)
        self._tabs.currentChanged.connect(self.show_paper)
        self._back.clicked.connect(self.back_requested)
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print)
        self._go.clicked.connect(lambda: self.place_requested.emit(self._printout.cured_at(self.paper)))
