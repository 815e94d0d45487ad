"""On paper: true to the millimetre on A4, on the sides and in the colour asked for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from evacplan.form.papers import Paper
from evacplan.ui.number_box import NumberBox
from evacplan.ui.print_box import PrintBox
from evacplan.ui.print_choice import PrintChoices, PrinterFacts, PrintJob
from evacplan.ui.printing import PrintSetup, a4_printer, opened, print_pdf
from evacplan.ui.theme import Look
from tests.builders import a_case
from tests.papers.samples import TODAY, shipped_press
from tests.ui.frame import part

A4 = (210.0, 297.0)
DPI = 300
NEAR_MM = 0.2
COLOUR = PrinterFacts("colour", is_default=True)
LASER = PrinterFacts("laser", can_turn=False, has_colour=False)
PAPER = PrintJob(4, turns=True, counted=True)
SHEET = PrintJob(1, turns=False, counted=True)


def ruled(width: float, height: float, colour: str = "black") -> bytes:
    """A sheet with one box of 100 mm by 4.2 mm whose corner is 20 mm from the left and the top."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(width * mm, height * mm))
    canvas.setFillColor(colour)
    canvas.rect(20 * mm, (height - 24.2) * mm, 100 * mm, 4.2 * mm, stroke=0, fill=1)
    canvas.save()
    return target.getvalue()


def printed(pdf: bytes, path: Path, *, grey: bool = False, last: int = 0) -> list[QImage]:
    """The sheets that come out of a printer, as pictures of 300 dpi."""
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    assert print_pdf(pdf, PrintSetup(printer, grey=grey, last=last))
    return pictures(path.read_bytes())


def pictures(pdf: bytes) -> list[QImage]:
    with opened(pdf) as document:
        return [picture(document, page) for page in range(document.pageCount())]


def picture(document: QPdfDocument, page: int) -> QImage:
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * DPI / 72), round(points.height() * DPI / 72))
    white = QImage(size, QImage.Format.Format_RGBA8888)
    white.fill(QColor("white"))
    painter = QPainter(white)
    painter.drawImage(QPoint(), document.render(page, size))
    painter.end()
    return white


def ink_mm(image: QImage) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is printed, in mm from the upper left corner of the sheet."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    picture = Image.frombytes(
        "L", (grey.width(), grey.height()), bytes(grey.constBits()), "raw", "L", grey.bytesPerLine()
    )
    dark = picture.point([255 * (level < 128) for level in range(256)]).getbbox()
    assert dark is not None
    left, top, right, bottom = (pixels * 25.4 / DPI for pixels in dark)
    return left, top, right, bottom


def test_a_known_length_comes_out_true_to_a_fifth_of_a_millimetre(qtbot: QtBot, tmp_path: Path) -> None:
    (sheet,) = printed(ruled(*A4), tmp_path / "out.pdf")
    # Qt rounds the sheet itself to whole points.
    assert (sheet.width() * 25.4 / DPI, sheet.height() * 25.4 / DPI) == pytest.approx(A4, abs=NEAR_MM)
    left, top, right, bottom = ink_mm(sheet)
    assert abs(left - 20) < NEAR_MM
    assert abs(top - 20) < NEAR_MM
    assert abs(right - left - 100) < NEAR_MM
    assert abs(bottom - top - 4.2) < NEAR_MM


def test_a_broad_sheet_is_turned_and_neither_squeezed_nor_cut(qtbot: QtBot, tmp_path: Path) -> None:
    (sheet,) = printed(ruled(A4[1], A4[0]), tmp_path / "out.pdf")
    assert sheet.width() < sheet.height()
    left, top, right, bottom = ink_mm(sheet)
    assert abs(right - left - 4.2) < NEAR_MM
    assert abs(bottom - top - 100) < NEAR_MM
    assert abs(A4[0] - right - 20) < NEAR_MM
    assert abs(top - 20) < NEAR_MM


@pytest.mark.parametrize("paper", [Paper.MUNICIPALITY, Paper.FRIDGE])
def test_a_paper_stands_on_the_sheet_where_its_pdf_says(qtbot: QtBot, tmp_path: Path, paper: Paper) -> None:
    pdf = shipped_press().print(a_case("case-a"), paper, TODAY)
    for before, after in zip(pictures(pdf), printed(pdf, tmp_path / "out.pdf"), strict=True):
        assert ink_mm(after) == pytest.approx(ink_mm(before), abs=NEAR_MM)


def test_in_grey_there_is_no_colour_and_in_colour_there_is(qtbot: QtBot, tmp_path: Path) -> None:
    inside = (600, 265)  # of the box
    (coloured,) = printed(ruled(*A4, "teal"), tmp_path / "colour.pdf")
    (grey,) = printed(ruled(*A4, "teal"), tmp_path / "grey.pdf", grey=True)
    assert coloured.pixelColor(*inside).saturation() > 100
    assert grey.pixelColor(*inside).saturation() < 5
    assert 20 < grey.pixelColor(*inside).value() < 200
    assert grey.pixelColor(100, 100).value() > 250


def test_only_the_pages_asked_for_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    pdf = shipped_press().print(a_case("case-a"), Paper.MUNICIPALITY, TODAY)
    assert len(printed(pdf, tmp_path / "out.pdf", last=1)) == 1 < len(pictures(pdf))


@pytest.mark.parametrize(
    ("pages", "two_sided", "wanted"),
    [
        (4, True, QPrinter.DuplexMode.DuplexLongSide),
        (1, True, QPrinter.DuplexMode.DuplexNone),
        (4, False, QPrinter.DuplexMode.DuplexNone),
    ],
)
def test_several_pages_are_turned_over_the_long_edge_and_a_single_sheet_never(
    qtbot: QtBot, pages: int, two_sided: bool, wanted: QPrinter.DuplexMode
) -> None:
    # A PDF printer forgets the mode it is given, so the mode itself is looked at.
    assert PrintSetup(a4_printer(), two_sided=two_sided).duplex(pages) == wanted


def test_the_name_of_the_job_names_nobody(qtbot: QtBot) -> None:
    assert PrintSetup(a4_printer()).job(1).docName() == "evacplan"


def test_a_sheet_that_was_set_to_another_paper_is_a4_all_the_same(qtbot: QtBot) -> None:
    printer = a4_printer()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    size = PrintSetup(printer).job(1).pageLayout().pageSize().id()
    assert size == QPageSize.PageSizeId.A4


def box(qtbot: QtBot, job: PrintJob, choices: PrintChoices, *printers: PrinterFacts) -> PrintBox:
    found = PrintBox(None, job, choices, printers)
    qtbot.addWidget(found)
    found.show()
    return found


def shown(dialog: PrintBox, name: str) -> str:
    return part(dialog, QComboBox, name).currentText()


def test_the_dialog_begins_with_what_the_paper_wants_and_the_printer_can(qtbot: QtBot, look: Look) -> None:
    dialog = box(qtbot, PAPER, PrintChoices(), LASER, COLOUR)
    assert shown(dialog, "printer") == "colour"
    assert shown(dialog, "sides").startswith("両面")
    assert shown(dialog, "colour") == "カラー"
    mono = box(qtbot, PAPER, PrintChoices(), LASER)
    assert (shown(mono, "sides"), shown(mono, "colour")) == ("片面", "白黒")
    assert not part(mono, QComboBox, "sides").isEnabled()
    assert any("両面に印刷できません" in label.accessibleName() for label in mono.findChildren(QLabel))
    single = box(qtbot, SHEET, PrintChoices(), COLOUR)
    assert shown(single, "sides") == "片面"


def test_what_was_chosen_is_remembered_for_the_session(qtbot: QtBot, look: Look) -> None:
    choices = PrintChoices()
    first = box(qtbot, PAPER, choices, COLOUR, LASER)
    part(first, QComboBox, "sides").setCurrentIndex(1)
    part(first, QComboBox, "colour").setCurrentIndex(1)
    part(first, QPushButton, "go").click()
    again = box(qtbot, PAPER, choices, LASER, COLOUR)
    assert (shown(again, "printer"), shown(again, "sides"), shown(again, "colour")) == (
        "colour",
        "片面",
        "白黒",
    )
    assert again.setup.grey
    assert not again.setup.two_sided


def test_a_single_sheet_leaves_the_choice_for_longer_papers_alone(qtbot: QtBot, look: Look) -> None:
    choices = PrintChoices()
    sheet = box(qtbot, SHEET, choices, COLOUR)
    part(sheet, QPushButton, "go").click()
    longer = box(qtbot, PAPER, choices, COLOUR)
    assert shown(longer, "sides").startswith("両面")


def test_the_last_page_never_comes_before_the_first(qtbot: QtBot, look: Look) -> None:
    dialog = box(qtbot, PAPER, PrintChoices(), COLOUR)
    first = part(dialog, NumberBox, "first")
    part(dialog, NumberBox, "last").choose(2)
    first.choose(3)
    first.activated.emit(2)
    assert (dialog.setup.first, dialog.setup.last) == (3, 3)


def test_without_a_printer_the_dialog_says_so(qtbot: QtBot, look: Look) -> None:
    dialog = box(qtbot, PAPER, PrintChoices())
    assert not part(dialog, QPushButton, "go").isEnabled()
    assert any(
        "プリンターが見つかりません" in label.accessibleName() for label in dialog.findChildren(QLabel)
    )
