"""The page 「一式を印刷する」: each recipient gets numbered copies, and old ones are called back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from evacplan.domain.copies import NewCopy
from evacplan.domain.errors import UserError
from evacplan.form.papers import Paper
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.exchange_panel import ExchangePanel
from evacplan.ui.flow import FlowLayout
from evacplan.ui.paper import Printout, version_words
from evacplan.ui.parts import announce, button, frame, scrolling, text_label
from evacplan.ui.print_box import PrintBox
from evacplan.ui.print_choice import PrintJob
from evacplan.ui.print_set import Run, set_lines
from evacplan.ui.print_set_row import PrintSetRow
from evacplan.ui.printing import print_pdf
from evacplan.ui.sides import Side, SidePage

Out = Callable[[NewCopy], None]


class PrintSetPage(SidePage):
    """A draft is handed to nobody: the page then only offers to make it a version."""

    def __init__(self, printout: Printout) -> None:
        super().__init__()
        self._printout = printout
        self._run: Run | None = None
        self._going = False
        self._rows: list[PrintSetRow] = []
        self._panel = ExchangePanel(printout.exchanges())
        self._notice = Notice(role="notice")
        self._progress = text_label(role="strong")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._print = button(self.tr("印刷する…(&O)"), "print", "primary")
        self._folder = button(self.tr("PDFをフォルダーに保存…(&D)"), "folder")
        self._go_on = button(self.tr("続きから(&N)"), "go_on", "primary")
        self._stop = button(self.tr("止める(&T)"), "stop")
        self._arrange()
        self._connect()
        self._fill()
        self.setFocusProxy(self._first())

    def _first(self) -> QWidget:
        """What can be done now; where nothing is ticked, what the first line lets be done."""
        if self._printout.revision is None:
            return self._confirm
        if self._print.isEnabled():
            return self._print
        in_rows = (found for row in self._rows for found in row.findChildren(QAbstractButton))
        return next(filter(QWidget.isEnabled, in_rows), self._print)

    def print(self) -> None:
        """Print all that is ticked, each copy as a job of its own."""
        job = PrintJob(0, turns=True, counted=True)
        setup = PrintBox.ask(self, job, self._printout.choices)
        if setup is None:
            return

        def out(copy: NewCopy) -> None:
            if not print_pdf(copy.pdf, setup):
                raise _unreachable(self.tr)

        self._begin(out)

    def save(self) -> None:
        """Write all that is ticked into a folder, a PDF for each copy."""
        folder = FileBox.folder(self, self.tr("PDFを置くフォルダーを選んでください"))
        if folder is not None:
            self._begin(lambda copy: self._write(folder, copy))

    def run(self, command: str) -> None:
        """Print, as the menus say."""
        if command == "print" and self._print.isEnabled():
            self.print()

    def stop(self) -> None:
        """Make no further copy; the run can be continued."""
        self._going = False
        self._show_state()

    def forget(self) -> None:
        """Drop the plan and what is still to be made, before the page is left."""
        self._run, self._going = None, False
        self._panel.forget()
        self._printout.forget()

    def _write(self, folder: Path, copy: NewCopy) -> None:
        name = self._printout.file_name(Paper(copy.edition), number=copy.copy or 0)
        self._printout.write(folder / name, copy)

    def _begin(self, out: Out) -> None:
        wanted = [copy for row in self._rows for copy in row.wanted]
        self._run = Run(self._printout, wanted, out)
        self._proceed()

    def _proceed(self) -> None:
        self._notice.clear()
        self._going = True
        self._show_state()
        QTimer.singleShot(0, self, self._step)

    def _step(self) -> None:
        """One copy; the window stays alive between two of them."""
        run = self._run
        if run is None or not self._going:
            return
        try:
            if run.left:
                run.step()
        except UserError as error:
            self._going = False
            self._notice.tell(error)
        if self._going and run.left:
            QTimer.singleShot(0, self, self._step)
        else:
            self._going = False
        self._show_state()
        if not run.left:
            self._finish(run)

    def _finish(self, run: Run) -> None:
        self._run = None
        numbers = "、".join(str(copy.copy) for copy in run.done)
        said = self.tr("{count} 部を出し、控え {numbers} として記録しました。")
        self._notice.say(said.format(count=len(run.done), numbers=numbers))
        self._fill()

    def _print_slip(self) -> None:
        outdated = self._panel.outdated
        pages = len({each.recipient for each in outdated})
        setup = PrintBox.ask(self, PrintJob(pages, turns=False, counted=True), self._printout.choices)
        if setup is None:
            return
        setup.two_sided = False  # each page goes to somebody else
        if print_pdf(self._printout.exchanges().slip(outdated), setup):
            self._printout.exchanges().slip_printed()
            self._notice.say(self.tr("差し替えのお願いを {count} 枚、印刷に送りました。").format(count=pages))
        else:
            self._notice.tell(_unreachable(self.tr))

    def _fill(self) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.setParent(None)
            row.deleteLater()
        self._rows = []
        if self._printout.revision is not None:
            for place, line in enumerate(set_lines(self._printout)):
                title = self._printout.title(line.paper) if line.paper is not None else ""
                row = PrintSetRow(place, line, title)
                row.changed.connect(self._show_state)
                row.place_requested.connect(self.place_requested)
                self._rows.append(row)
                self._list.addWidget(row)
        self._show_state()

    def _show_state(self) -> None:
        run, count = self._run, sum(len(row.wanted) for row in self._rows)
        for part in (self._print, self._folder):
            part.setEnabled(run is None and count > 0)
        for row in self._rows:
            row.setEnabled(run is None)
        self._stop.setVisible(self._going)
        self._go_on.setVisible(run is not None and not self._going)
        if run is not None:
            said = self.tr("{done} 部を出しました。あと {left} 部です。")
            said = said.format(done=len(run.done), left=run.left)
        else:
            said = self.tr("合わせて {count} 部").format(count=count)
        self._progress.say(said)
        if run is not None:
            announce(self._progress, said)

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head())
        middle = QWidget()
        inside = QVBoxLayout(scrolling(middle))
        inside.setContentsMargins(24, 12, 24, 12)
        inside.setSpacing(10)
        for part in (self._notice, self._panel):
            inside.addWidget(part)
        inside.addLayout(self._list)
        inside.addStretch()
        page.addWidget(middle, 1)
        page.addWidget(self._foot())

    def _head(self) -> QWidget:
        bar = frame("bar")
        column = QVBoxLayout(bar)
        column.setContentsMargins(24, 10, 24, 10)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(text_label(self.tr("一式を印刷する"), "heading"), 1)
        self._confirm = button(self.tr("版を確定…(&K)"), "confirm", "primary")
        self._confirm.clicked.connect(self.confirm_requested)
        row.addWidget(self._confirm)
        column.addLayout(row)
        revision = self._printout.revision
        self._confirm.setVisible(revision is None)
        if revision is None:
            said = self.tr("下書きはだれにも渡しません。版を確定すると、番号つきの控えを出せます。")
            column.addWidget(text_label(said, "amber"))
        else:
            said = self.tr("{version}を、1部ずつ控えの番号をつけて出し、だれに渡すかを記録します。")
            version = version_words(self._printout.plan, revision)
            column.addWidget(text_label(said.format(version=version), "help"))
        return bar

    def _foot(self) -> QWidget:
        bar = frame("foot")
        flow = FlowLayout(bar)
        flow.setContentsMargins(24, 8, 24, 8)
        papers = button(self.tr("紙面を見る(&W)"), "paper")
        papers.clicked.connect(lambda: self.side_requested.emit(Side.PAPER))
        back = button(self.tr("記入に戻る Esc"), "back")
        back.clicked.connect(self.back_requested)
        parts: tuple[QPushButton, ...] = (self._go_on, self._print, self._folder, self._stop, papers, back)
        flow.addWidget(self._progress)
        self._progress.setWordWrap(False)
        for part in parts:
            flow.addWidget(part)
        return bar

    def _connect(self) -> None:
        self._print.clicked.connect(self.print)
        self._folder.clicked.connect(self.save)
        self._go_on.clicked.connect(self._proceed)
        self._stop.clicked.connect(self.stop)
        self._panel.slip_requested.connect(self._print_slip)
        self._panel.failed.connect(self._notice.tell)


def _unreachable(tr: Callable[[str], str]) -> UserError:
    return UserError(
        tr("印刷できませんでした。"),
        why=tr("プリンターにつながりません。この1部は記録していません。"),
        do=tr("プリンターの電源と接続を確かめて、「続きから」を押してください。"),
    )
