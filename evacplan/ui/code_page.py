"""The page that shows a recovery code, once: print the sheet, put it away, go on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QWidget

from evacplan.domain.errors import UserError
from evacplan.ui.card_page import CardPage
from evacplan.ui.dialogs import PDF_FILES, FileBox
from evacplan.ui.parts import button, text_label
from evacplan.ui.print_choice import PrintChoices, PrintJob
from evacplan.ui.theme import set_role

_IN_A_ROW = 4


class CodePage(CardPage):
    """sheet: makes the PDF of the sheet. write: keeps a file whole. done: the sheet is put away."""

    done = Signal()

    def __init__(
        self,
        code: str,
        sheet: Callable[[], bytes],
        write: Callable[[Path, bytes], None],
        parent: QWidget | None = None,
    ) -> None:
        introduction = (
            self.tr("パスフレーズを忘れたときに計画を開ける、ただ1つの方法です。表示するのは今だけです。"),
            self.tr("印刷するか書き写して、パソコンとは別の場所に、鍵をかけてしまってください。"),
        )
        super().__init__(self.tr("復旧コードを紙にします"), introduction, parent)
        self._sheet = sheet
        self._write = write
        self._print = button(self.tr("復旧シートを印刷する…(&P)"), "print", "primary")
        self._save = button(self.tr("PDFに保存する…(&D)"), "save")
        self._away = QCheckBox(self.tr("印刷するか書き写して、しまった(&T)"))
        self._away.setObjectName("put_away")
        self._go = button(self.tr("計画の一覧へ進む(&O)"), "go")
        self._go.setEnabled(False)
        buttons = QHBoxLayout()
        for part in (self._print, self._save):
            buttons.addWidget(part)
        self.add(_digits(code), buttons, self.notice, self._away, self._go)
        self._print.clicked.connect(self.print)
        self._save.clicked.connect(self.save)
        self._away.toggled.connect(self._go.setEnabled)
        self._go.clicked.connect(self.done)
        self.setFocusProxy(self._print)

    def print(self) -> None:
        """Print the sheet."""
        from evacplan.ui.print_box import PrintBox  # noqa: PLC0415  (loads QtPdf, rarely needed)
        from evacplan.ui.printing import print_pdf  # noqa: PLC0415  (the same)

        setup = PrintBox.ask(self, PrintJob(1, turns=False, counted=True), PrintChoices())
        if setup is None:
            return
        if print_pdf(self._sheet(), setup):
            self.tell(self.tr("印刷に送りました。紙を取って、数字が読めるかを確かめてください。"))
        else:
            self.tell(
                self.tr("印刷できませんでした。"),
                self.tr("プリンターにつながりません。"),
                self.tr("数字を紙に書き写すか、「PDFに保存する」で保存して、あとで印刷してください。"),
            )

    def save(self) -> None:
        """Save the sheet where the user says."""
        title = self.tr("復旧シートを保存する場所を選んでください")
        path = FileBox.save(self, title, self.tr("復旧シート.pdf"), PDF_FILES)
        if path is None:
            return
        try:
            self._write(path, self._sheet())
        except UserError as error:
            self.tell(error.what, error.why, error.do)
        else:
            do = self.tr("このファイルは暗号になっていません。印刷したら、すぐに消してください。")
            self.tell(self.tr("{name} を保存しました。").format(name=path.name), do=do)


def _digits(code: str) -> QWidget:
    """The groups with their places, in two lines, read aloud as digits."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 4, 0, 12)
    grid.setHorizontalSpacing(16)
    groups = code.split("-")
    holder.setAccessibleName("、".join(" ".join(group) for group in groups))
    for place, group in enumerate(groups):
        row, column = divmod(place, _IN_A_ROW)
        digits = text_label(group, "heading")
        # Copied, the code would stay in the clipboard's history.
        digits.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        grid.addWidget(text_label(f"{place + 1}", "help"), 2 * row, column)
        grid.addWidget(digits, 2 * row + 1, column)
    set_role(holder, "card")
    return holder
