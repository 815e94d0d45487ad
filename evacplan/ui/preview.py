"""The papers as they will be printed, shown inside the window; nothing of them is written to disk here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from evacplan.domain.errors import UserError
from evacplan.domain.ledger import EventKind
from evacplan.form.languages import Language
from evacplan.form.papers import IN_TWO_LANGUAGES, Paper
from evacplan.ui.dialogs import PDF_FILES, FileBox
from evacplan.ui.errors import Notice, Question
from evacplan.ui.paper import Printout
from evacplan.ui.paper_row import PaperRow
from evacplan.ui.paper_view import Made, PaperView
from evacplan.ui.parts import button, frame, text_label
from evacplan.ui.preview_foot import PreviewFoot
from evacplan.ui.print_box import PrintBox
from evacplan.ui.print_choice import PrintJob
from evacplan.ui.printing import print_pdf
from evacplan.ui.reason_box import ReasonBox
from evacplan.ui.save_box import SaveBox, SaveChoice
from evacplan.ui.sides import Side, SidePage
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
        self._made: dict[Paper, Made] = {}
        self._tabs = QTabBar()
        self._about = QWidget()
        self._reader = text_label(role="help")
        self._one = PaperView(self.tr("記入する場所へ行く(&G)"))
        self._row = PaperRow()
        self._below = QStackedWidget()
        self._spellings = SpellingNotice()
        self._notice = Notice(role="notice")
        self._foot = PreviewFoot(is_version=printout.revision is not None, second=printout.second)
        self._beside = button(self.tr("並べて見る Ctrl+B"), "beside")
        self._beside.setCheckable(True)
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
        """What is shown of the open tab; without pages while the paper is refused."""
        return self._one.pane.pages

    def show_paper(self) -> None:
        """Make and show the paper of the open tab, or the reason why it may not be made."""
        self._notice.clear()
        self._reader.say(self._printout.reader(self.paper))
        made = self._make(self.paper)
        self._one.show_made(made, self._printout.cured_at(self.paper))
        self._row.bring(self.paper)
        self._foot.allow(isinstance(made, bytes))
        self._foot.second.setVisible(self.paper in IN_TWO_LANGUAGES)

    def show_beside(self, on: bool) -> None:
        """Show all papers side by side, or the one of the open tab."""
        self._beside.setChecked(on)
        self._beside.setText(self.tr("1つずつ見る Ctrl+B") if on else self.tr("並べて見る Ctrl+B"))
        # Side by side the pages need the height.
        self._about.setVisible(not on)
        self._below.setCurrentWidget(self._row if on else self._one)
        if on:
            self._row.show_papers(self._printout.title, self._make, self._printout.cured_at)
            self._row.bring(self.paper)

    def say_beside(self, second: Language | None) -> None:
        """Show the family's papers with the words of a second language, or without any."""
        self._printout.say_beside(second)
        for paper in IN_TWO_LANGUAGES:
            self._made.pop(paper, None)
        self._row.clear()
        self.show_paper()
        self.show_beside(self._beside.isChecked())

    def turn(self, step: int) -> None:
        """Go to the next page (1) or the one before (-1), in every paper that is shown."""
        if self._beside.isChecked():
            self._row.turn(step)
        else:
            self._one.pane.turn(step)

    def zoom(self, step: int) -> None:
        """Larger (1), smaller (-1) or a whole page at once (0)."""
        if self._beside.isChecked():
            self._row.zoom(step)
        else:
            self._one.pane.zoom(step)

    def run(self, command: str) -> None:
        """Do what the menus say."""
        found: dict[str, Callable[[], None]] = {
            "save": self.save,
            "print": self.print,
            "beside": lambda: self.show_beside(not self._beside.isChecked()),
            "next_page": lambda: self.turn(1),
            "previous_page": lambda: self.turn(-1),
        }
        if command in found:
            found[command]()

    def save(self) -> None:
        """Save the paper where the user says, under a name that tells no name unless asked to."""
        if not isinstance(self._make(self.paper), bytes):
            return
        reason = self._reason_if_needed()
        if reason is None:
            return
        name = partial(self._printout.file_name, self.paper)
        choice = SaveBox.ask(self, lambda named: name(named=named))
        if choice is None:
            return
        title = self.tr("PDFを保存する場所を選んでください")
        path = FileBox.save(self, title, name(named=choice.named), PDF_FILES)
        if path is None:
            return
        try:
            copy = self._printout.copy(self.paper, self._foot.recipient, reason)
            self._printout.write(path, copy, choice.password)
            self._printout.record(copy, EventKind.EXPORTED)
        except UserError as error:
            self._notice.tell(error)
        else:
            said = self.tr("{name} を保存しました。").format(name=path.name)
            self._notice.say(said, do=self._after(choice))

    def print(self) -> None:
        """Print the paper."""
        if not isinstance(self._make(self.paper), bytes):
            return
        reason = self._reason_if_needed()
        if reason is None:
            return
        count = self.pages.pageCount()
        job = PrintJob(count, turns=count > 1, counted=self._printout.revision is not None)
        setup = PrintBox.ask(self, job, self._printout.choices)
        if setup is None:
            return
        copy = self._printout.copy(self.paper, self._foot.recipient, reason)
        if print_pdf(copy.pdf, setup):
            self._printout.record(copy)
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
        self._one.pane.clear()
        self._row.clear()
        self._made.clear()

    def _make(self, paper: Paper) -> Made:
        """The paper or why it is refused, made once."""
        if paper not in self._made:
            try:
                self._made[paper] = self._printout.pdf(paper)
            except UserError as error:
                self._made[paper] = error
        return self._made[paper]

    def _reason_if_needed(self) -> str | None:
        """The reason of an exception where one is needed, "" where none is, None: do not hand it out."""
        recipient = self._foot.recipient
        refused = self._printout.refused(self.paper, recipient)
        if refused is None:
            return ""
        error, place = refused
        words = (self.tr("記入する場所へ行く(&G)"), self.tr("災害時の特例で渡す…(&D)"), self.tr("やめる(&C)"))
        chosen = Question.ask(self, error.what, error.why, error.do, buttons=words, careful=True)
        if chosen == 0:
            self.place_requested.emit(place)
        elif chosen == 1:
            return ReasonBox.ask(self, recipient or self._printout.title(self.paper), error.why) or None
        return None

    def _after(self, choice: SaveChoice) -> str:
        if choice.password:
            return self.tr("パスワードは同じメールで送らず、電話などで伝えてください。")
        return self.tr("PDFは暗号になっていません。渡したあとは、このパソコンから消してください。")

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
        self._below.addWidget(self._one)
        self._below.addWidget(self._row)
        body.addWidget(self._below, 1)
        page.addLayout(body, 1)
        page.addWidget(self._foot)
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
        row.addWidget(self._beside)
        row.addWidget(self._confirm())
        column.addLayout(row)
        said = QHBoxLayout(self._about)
        said.setContentsMargins(0, 0, 0, 0)
        said.addWidget(self._reader, 2)
        said.addWidget(self._state(), 1)
        column.addWidget(self._about)
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

    def _connect(self) -> None:
        self._spellings.place_requested.connect(self.place_requested)
        self._one.place_requested.connect(self.place_requested)
        self._row.place_requested.connect(self.place_requested)
        self._row.chosen.connect(lambda paper: self._tabs.setCurrentIndex(list(Paper).index(paper)))
        self._tabs.currentChanged.connect(self.show_paper)
        self._beside.clicked.connect(self.show_beside)
        foot = self._foot
        foot.back.clicked.connect(self.back_requested)
        foot.save.clicked.connect(self.save)
        foot.print.clicked.connect(self.print)
        foot.whole_set.clicked.connect(lambda: self.side_requested.emit(Side.PRINT_SET))
        foot.second.chosen.connect(self.say_beside)
        foot.turned.connect(self.turn)
        foot.zoomed.connect(self.zoom)
