"""The editions as they will be printed, shown inside the window; nothing of them is written to disk here."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Signal
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from evacplan.domain.errors import UserError
from evacplan.form.spec import Edition
from evacplan.ui.dialogs import PDF_FILES, FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.paper import Paper
from evacplan.ui.parts import button, field_label, frame, text_label
from evacplan.ui.printing import PrintBox, print_pages
from evacplan.ui.theme import set_role

_ZOOM_STEP, _SMALLEST, _LARGEST = 1.2, 0.3, 5.0


class PdfPane(QPdfView):
    """One PDF from memory, all pages one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pages")
        self.setAccessibleName(self.tr("紙面"))
        self.pages = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setDocument(self.pages)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes from the first page on."""
        self.clear()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pages.load(self._buffer)
        if self.pages.error() != QPdfDocument.Error.None_:
            raise ValueError(f"a PDF of our own cannot be shown: {self.pages.error().name}")
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Forget what was shown."""
        self.pages.close()
        self._buffer.close()
        self._buffer.setData(QByteArray())

    def zoom(self, step: int) -> None:
        """Larger (1), smaller (-1) or the whole page (0)."""
        if step == 0:
            self.setZoomMode(QPdfView.ZoomMode.FitInView)
            return
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(max(_SMALLEST, min(self.zoomFactor() * _ZOOM_STEP**step, _LARGEST)))


class PreviewPage(QWidget):
    """Tabs of the three editions, the pages, and what can be done with them.

    place_requested: with the path of the field that makes a refused edition possible.
    """

    back_requested = Signal()
    confirm_requested = Signal()
    place_requested = Signal(str)

    def __init__(self, paper: Paper, edition: Edition = Edition.FAMILY) -> None:
        super().__init__()
        set_role(self, "page")
        self._paper = paper
        self._pdf: bytes | None = None
        self._tabs = QTabBar()
        self._reader = text_label(role="help")
        self._pane = PdfPane()
        self._refused = Notice()
        self._go = button(self.tr("記入する場所へ行く(&G)"), "go", "primary")
        self._below = QStackedWidget()
        self._notice = Notice(role="notice")
        self._recipient = QLineEdit()
        self._back = button(self.tr("記入に戻る Esc"), "back")
        self._save = button(self.tr("PDFに保存… Ctrl+S"), "save")
        self._print = button(self.tr("印刷… Ctrl+P"), "print", "primary")
        self._arrange()
        self._connect()
        self._tabs.setCurrentIndex(list(Edition).index(edition))
        self.show_edition()

    @property
    def edition(self) -> Edition:
        """The edition whose tab is open."""
        return list(Edition)[self._tabs.currentIndex()]

    @property
    def pages(self) -> QPdfDocument:
        """What is shown; without pages while the edition is refused."""
        return self._pane.pages

    def show_edition(self) -> None:
        """Make and show the edition of the open tab, or the reason why it may not be made."""
        self._notice.clear()
        self._reader.setText(self._paper.reader(self.edition))
        try:
            self._pdf = self._paper.pdf(self.edition)
        except UserError as error:
            self._refuse(error)
        else:
            self._pane.show_pdf(self._pdf)
            self._below.setCurrentIndex(0)
        for part in (self._save, self._print):
            part.setEnabled(self._pdf is not None)

    def save(self) -> None:
        """Save the edition where the user says."""
        if self._pdf is None:
            return
        name = self._paper.file_name(self.edition)
        path = FileBox.save(self, self.tr("PDFを保存する場所を選んでください"), name, PDF_FILES)
        if path is None:
            return
        try:
            self._paper.save(path, self.edition, self._pdf, self._recipient.text().strip())
        except UserError as error:
            self._notice.tell(error)
        else:
            do = self.tr("PDFは暗号になっていません。渡したあとは、このパソコンから消してください。")
            self._notice.say(self.tr("{name} を保存しました。").format(name=path.name), do=do)

    def print(self) -> None:
        """Print the edition."""
        if self._pdf is None:
            return
        printer = PrintBox.ask(self, self.pages.pageCount())
        if printer is None:
            return
        if print_pages(self.pages, printer):
            self._paper.hand_out(self.edition, self._pdf, self._recipient.text().strip())
            self._notice.say(self.tr("印刷に送りました。"))
        else:
            self._notice.say(
                self.tr("印刷できませんでした。"),
                self.tr("プリンターにつながりません。"),
                self.tr("プリンターの電源と接続を確かめるか、「PDFに保存」で保存してください。"),
            )

    def forget(self) -> None:
        """Drop the pages from memory, before the page is left."""
        self._pane.clear()
        self._pdf = None

    def _refuse(self, error: UserError) -> None:
        self._pdf = None
        self._pane.clear()
        self._refused.tell(error)
        self._go.setVisible(bool(self._paper.cured_at(self.edition)))
        self._below.setCurrentIndex(1)

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head())
        body = QVBoxLayout()
        body.setContentsMargins(24, 12, 24, 12)
        body.setSpacing(10)
        body.addWidget(self._notice)
        self._below.addWidget(self._pane)
        self._below.addWidget(self._refusal())
        body.addWidget(self._below, 1)
        page.addLayout(body, 1)
        page.addWidget(self._foot())
        self.setFocusProxy(self._tabs)
        self._shade()

    def _head(self) -> QWidget:
        bar = frame("bar")
        column = QVBoxLayout(bar)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(4)
        row = QHBoxLayout()
        self._tabs.setObjectName("editions")
        self._tabs.setAccessibleName(self.tr("版の種類"))
        self._tabs.setDrawBase(False)
        for edition in Edition:
            self._tabs.addTab(self._paper.title(edition))
        row.addWidget(self._tabs, 1)
        row.addWidget(self._state())
        row.addWidget(self._confirm())
        column.addLayout(row)
        column.addWidget(self._reader)
        return bar

    def _state(self) -> QWidget:
        if self._paper.revision is None:
            label = text_label(self.tr("下書きです。渡す前に版を確定してください。"), "amber")
        else:
            label = text_label(self.tr("第{n}版です。").format(n=self._paper.revision), "ok")
        label.setWordWrap(False)
        return label

    def _confirm(self) -> QWidget:
        found = button(self.tr("版を確定…"), "confirm")
        found.setVisible(self._paper.revision is None)
        found.clicked.connect(self.confirm_requested)
        return found

    def _refusal(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.addStretch(1)
        column.addWidget(self._refused)
        row = QHBoxLayout()
        row.addWidget(self._go)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(3)
        return holder

    def _foot(self) -> QWidget:
        bar = frame("foot")
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 8, 24, 8)
        row.addWidget(self._back)
        for name, words, step in (
            ("larger", self.tr("大きく(&L)"), 1),
            ("smaller", self.tr("小さく(&M)"), -1),
            ("whole", self.tr("ページ全体(&W)"), 0),
        ):
            found = button(words, name, "quiet")
            found.clicked.connect(lambda _=False, step=step: self._pane.zoom(step))
            row.addWidget(found)
        row.addStretch()
        self._recipient.setObjectName("recipient")
        self._recipient.setPlaceholderText(self.tr("例：市の福祉課"))
        label = field_label(self.tr("渡す先（控えに残ります）(&R)"), self._recipient)
        for part in (label, self._recipient):
            part.setVisible(self._paper.revision is not None)
            row.addWidget(part)
        row.addWidget(self._save)
        row.addWidget(self._print)
        return bar

    def _shade(self) -> None:
        # Paper is white in every theme; what lies behind it is the page's colour.
        shades = self._pane.palette()
        shades.setColor(QPalette.ColorRole.Dark, self.palette().color(QPalette.ColorRole.Window))
        self._pane.setPalette(shades)

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self.show_edition)
        self._back.clicked.connect(self.back_requested)
        self._save.clicked.connect(self.save)
        self._print.clicked.connect(self.print)
        self._go.clicked.connect(lambda: self.place_requested.emit(self._paper.cured_at(self.edition)))
