"""The dialog that asks how to print: printer, sides, colour and pages, each set right to begin with."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QWidget

from evacplan.ui.number_box import NumberBox
from evacplan.ui.parts import button, field_label, text_label
from evacplan.ui.print_choice import PrintChoices, PrinterFacts, PrintJob
from evacplan.ui.printing import PrintSetup, a4_printer
from evacplan.ui.roomy import RoomyDialog

_MOST_COPIES = 30


def known_printers() -> tuple[PrinterFacts, ...]:
    """The printers of the system."""
    return tuple(_facts(info) for info in QPrinterInfo.availablePrinters())


def _facts(info: QPrinterInfo) -> PrinterFacts:
    turned = {QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexAuto}
    return PrinterFacts(
        info.printerName(),
        is_default=info.isDefault(),
        can_turn=bool(turned & set(info.supportedDuplexModes())),
        has_colour=QPrinter.ColorMode.Color in info.supportedColorModes(),
    )


class PrintBox(RoomyDialog):
    """Asks on which printer and how; the size is always the true one, on A4."""

    def __init__(
        self,
        parent: QWidget | None,
        job: PrintJob,
        choices: PrintChoices,
        printers: tuple[PrinterFacts, ...],
    ) -> None:
        super().__init__(parent)
        self._job, self._choices, self._printers = job, choices, printers
        self._printer = _combo("printer", [each.name for each in printers])
        self._sides = _combo("sides", [self.tr("両面（長い辺でとじる）"), self.tr("片面")])
        self._colour = _combo("colour", [self.tr("カラー"), self.tr("白黒")])
        self._first, self._last = NumberBox("first", job.pages), NumberBox("last", job.pages)
        self._copies = NumberBox("copies", _MOST_COPIES)
        self._last.choose(job.pages)
        self._can = text_label(role="help")
        self._by_system: QPrinter | None = None
        self._arrange()
        self._printer.activated.connect(self._fit_printer)
        self._printer.setCurrentIndex(choices.printer_among(printers))
        self._fit_printer()

    @property
    def setup(self) -> PrintSetup:
        """As it is chosen; raises nothing, whatever the printer then says."""
        if self._by_system is not None:
            printer = self._by_system
            both = printer.duplex() != QPrinter.DuplexMode.DuplexNone
            grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
            pages = (printer.fromPage() or 1, printer.toPage())
            return PrintSetup(printer, both, grey, printer.copyCount(), *pages)
        printer = a4_printer(self._printer.currentText())
        pages = (self._first.number, self._last.number) if self._job.pages else (1, 0)
        return PrintSetup(printer, self._both, self._grey, self._copies.number, *pages)

    def accept(self) -> None:
        """Remember what was chosen for the rest of the session."""
        choices = self._choices
        choices.printer = self._printer.currentText()
        if self._sides.isEnabled():
            choices.two_sided = self._both
        if self._colour.isEnabled():
            choices.grey = self._grey
        super().accept()

    @property
    def _both(self) -> bool:
        return self._sides.currentIndex() == 0

    @property
    def _grey(self) -> bool:
        return self._colour.currentIndex() == 1

    def _fit_printer(self) -> None:
        """Begin with what the paper wants and the printer can."""
        if not self._printers:
            self._can.say(
                self.tr("プリンターが見つかりません。つないで電源を入れてから、開き直してください。")
            )
            return
        facts = self._printers[self._printer.currentIndex()]
        self._sides.setEnabled(self._job.turns and facts.can_turn)
        self._sides.setCurrentIndex(0 if self._job.turns and self._choices.turns(facts) else 1)
        self._colour.setEnabled(facts.has_colour)
        self._colour.setCurrentIndex(1 if self._choices.is_grey(facts) else 0)
        said = []
        if self._job.turns and not facts.can_turn:
            said.append(self.tr("このプリンターは両面に印刷できません。"))
        if not facts.has_colour:
            said.append(self.tr("このプリンターは白黒です。紙面は白黒でも読めます。"))
        self._can.say("".join(said))
        self._can.setVisible(bool(said))

    def _ask_system(self) -> None:
        """The system's own dialog, for trays and the like; it decides then."""
        setup = self.setup
        printer = setup.job(2 if self._job.turns else 1)
        dialog = QPrintDialog(printer, self)
        if self._job.pages:
            dialog.setMinMax(1, self._job.pages)
            dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._by_system = printer
            super().accept()

    def _arrange(self) -> None:
        box = self.inside
        box.addWidget(text_label(self.tr("印刷します"), "heading"))
        size = self.tr("A4に、実際の大きさ（100%）で印刷します。プリンターの「用紙に合わせる」は使いません。")
        box.addWidget(text_label(size, "grey"))
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for words, field in (
            (self.tr("プリンター(&N)"), self._printer),
            (self.tr("面(&S)"), self._sides),
            (self.tr("色(&I)"), self._colour),
        ):
            form.addRow(field_label(words, field), field)
        if self._job.pages > 1:
            form.addRow(field_label(self.tr("ページ(&G)"), self._first), self._pages())
        if not self._job.counted:
            form.addRow(field_label(self.tr("部数(&K)"), self._copies), self._copies)
        box.addLayout(form)
        box.addWidget(self._can)
        self.finish(self._buttons())

    def _pages(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self._first.setAccessibleName(self.tr("最初のページ"))
        self._last.setAccessibleName(self.tr("最後のページ"))
        self._first.activated.connect(lambda: self._last.choose(max(self._first.number, self._last.number)))
        self._last.activated.connect(lambda: self._first.choose(min(self._first.number, self._last.number)))
        for part in (self._first, text_label(self.tr("から")), self._last, text_label(self.tr("まで"))):
            row.addWidget(part)
        row.addStretch()
        return holder

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        system = button(self.tr("プリンターの設定画面…(&D)"), "system", "quiet")
        go = button(self.tr("印刷する(&O)"), "go", "primary")
        cancel = button(self.tr("やめる(&C)"), "cancel")
        for part, slot in ((system, self._ask_system), (go, self.accept), (cancel, self.reject)):
            part.clicked.connect(slot)
            part.setAutoDefault(part is go)
        go.setDefault(True)
        go.setEnabled(bool(self._printers))
        row.addWidget(system)
        row.addStretch()
        row.addWidget(go)
        row.addWidget(cancel)
        return row

    @staticmethod
    def ask(parent: QWidget | None, job: PrintJob, choices: PrintChoices) -> PrintSetup | None:
        """How to print; None: not now."""
        dialog = PrintBox(parent, job, choices, known_printers())
        return dialog.setup if dialog.exec() == QDialog.DialogCode.Accepted else None


def _combo(name: str, words: list[str]) -> QComboBox:
    found = QComboBox()
    found.setObjectName(name)
    found.addItems(words)
    return found
