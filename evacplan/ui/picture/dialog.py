"""The dialog that turns and crops a picture and draws the way on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from evacplan.domain.picture import Print
from evacplan.ui.errors import Question
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import announce, button, text_label
from evacplan.ui.picture.canvas import Canvas, Tool
from evacplan.ui.picture.edit import Edit, Steps
from evacplan.ui.picture.way import finished

_PART_OF_WINDOW = 0.92


class PictureBox(QDialog):
    """Shows one picture large, with 切り抜く, 道すじをかく, turning and going back."""

    def __init__(self, parent: QWidget | None, picture: QImage, label: str, prints: Print) -> None:
        super().__init__(parent)
        self.setWindowTitle("evacplan")
        self._picture, self._prints = picture, prints
        self._steps = Steps(Edit.of(picture.width(), picture.height()))
        self.canvas = Canvas(picture, self._steps, prints)
        self.canvas.setObjectName("canvas")
        self.canvas.setAccessibleName(label)
        self._help = text_label(role="help")
        self._tools = self._tool_buttons()
        self._arrange(label)
        self.canvas.changed.connect(self._tell)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo)
        self.take(Tool.CROP)
        self._fit_screen()

    @property
    def picture(self) -> QImage:
        """The picture as it was finished."""
        return finished(self._picture, self._steps.now, self._prints)

    def take(self, tool: Tool) -> None:
        """Work with a tool; the keys belong to the picture from there on."""
        self._tools[tool].setChecked(True)
        self.canvas.take(tool)
        words = self._words()[tool]
        self._help.say(words)
        self.canvas.setAccessibleDescription(words)
        self.canvas.setFocus()

    def turn(self, quarters: int) -> None:
        """Turn the picture, with what was cropped and drawn."""
        self._steps.do(self._steps.now.turned(quarters))
        self.canvas.take(self.canvas.tool)

    def undo(self) -> None:
        """Take the last step back."""
        if self._steps.undo():
            self.canvas.take(self.canvas.tool)
            announce(self.canvas, self.tr("ひとつ戻しました。"))

    def leave(self) -> None:
        """Close without keeping, as the user wishes; what was done is given up only when asked.

        Nobody is asked when the window locks by itself and closes what is open.
        """
        if self._steps.now == self._steps.first or self._gives_up():
            self.reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel):
            self.leave()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if event.spontaneous() and self._steps.now != self._steps.first and not self._gives_up():
            event.ignore()
        else:
            super().closeEvent(event)

    def _gives_up(self) -> bool:
        words = (self.tr("変えたことを捨てる(&D)"), self.tr("続ける(&C)"))
        said = self.tr("この画像に加えた変更を捨てますか。"), self.tr("もとの画像はそのまま残ります。")
        return Question.ask(self, *said, buttons=words, careful=True) == 0

    def _words(self) -> dict[Tool, str]:
        return {
            Tool.CROP: self.tr(
                "残したい所を、マウスで囲みます。"
                "キーボードでは、Shift+矢印で右下の角、Ctrl+矢印で左上の角、矢印で枠の全体が動きます。"
            ),
            Tool.WAY: self.tr(
                "家から順に、曲がり角をクリックします。最後の点が着く所（矢印）になります。"
                "キーボードでは、矢印で十字を動かし（Shiftで大きく）、Enterで点を置き、Backspaceで最後の点を消します。"
            ),
        }

    def _tell(self, what: str) -> None:
        count = len(self._steps.now.way)
        if what == "point" and count == 1:
            said = self.tr("家の印を置きました。")
        elif what == "frame":
            frame = self._steps.now.frame
            part = round(100 * frame.width / self._steps.now.size[0])
            high = round(100 * frame.height / self._steps.now.size[1])
            said = self.tr("枠は、画像の幅の {part} %、高さの {high} % です。").format(part=part, high=high)
        elif count:
            said = self.tr("道すじの点は {count} 個です。").format(count=count)
        else:
            said = self.tr("道すじの点はありません。")
        announce(self.canvas, said)

    def _tool_buttons(self) -> dict[Tool, QPushButton]:
        words = {Tool.CROP: self.tr("切り抜く(&X)"), Tool.WAY: self.tr("道すじをかく(&W)")}
        group = QButtonGroup(self)
        found = {}
        for tool, text in words.items():
            found[tool] = button(text, tool.value, "card")
            found[tool].setCheckable(True)
            found[tool].setAutoDefault(False)
            found[tool].clicked.connect(lambda _checked, tool=tool: self.take(tool))
            group.addButton(found[tool])
        found[Tool.WAY].setVisible(self._prints.shows_way)
        return found

    def _arrange(self, label: str) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(8)
        box.addWidget(text_label(label, "heading"))
        tools = QWidget()
        flow = FlowLayout(tools, gap=6)
        for tool in self._tools.values():
            flow.addWidget(tool)
        for words, name, work in (
            (self.tr("左に回す(&L)"), "left", lambda: self.turn(-1)),
            (self.tr("右に回す(&R)"), "right", lambda: self.turn(1)),
            (self.tr("元に戻す(&Z)"), "undo", self.undo),
        ):
            found = button(words, name)
            found.setAutoDefault(False)
            found.clicked.connect(work)
            flow.addWidget(found)
        box.addWidget(tools)
        box.addWidget(self.canvas, 1)
        box.addWidget(self._help)
        box.addLayout(self._end_row())

    def _end_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        keep = button(self.tr("この画像にする(&O)"), "keep", "primary")
        keep.setDefault(True)
        keep.clicked.connect(self.accept)
        cancel = button(self.tr("やめる(&C)"), "cancel")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.leave)
        row.addWidget(keep)
        row.addWidget(cancel)
        return row

    def _fit_screen(self) -> None:
        parent = self.parentWidget()
        self.resize(parent.window().size() * _PART_OF_WINDOW if parent else self.sizeHint())
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)

    @staticmethod
    def ask(parent: QWidget | None, picture: QImage, label: str, prints: Print) -> QImage | None:
        """The finished picture; None: leave it as it was."""
        dialog = PictureBox(parent, picture, label, prints)
        return dialog.picture if dialog.exec() == QDialog.DialogCode.Accepted else None
