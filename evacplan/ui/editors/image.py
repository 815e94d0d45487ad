"""The editor for a picture: chosen from a file, pasted or dropped, turned, cropped, drawn upon."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from evacplan.domain.errors import UserError
from evacplan.domain.picture import PAGE
from evacplan.form.spec import Item
from evacplan.ui.desk import Desk
from evacplan.ui.editors.base import Editor
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import announce
from evacplan.ui.picture.dialog import PictureBox
from evacplan.ui.picture.reading import plain, read_file, read_image
from evacplan.ui.picture.storing import as_answer, from_answer

_PREVIEW = QSize(160, 120)


def ask_for_picture(parent: QWidget) -> str:
    """The path of the file that the user chose, empty when none was."""
    kinds = parent.tr("画像 (*.jpg *.jpeg *.png *.webp *.bmp *.gif);;すべてのファイル (*)")
    return QFileDialog.getOpenFileName(parent, parent.tr("画像を選ぶ"), "", kinds)[0]


class ImageEditor(Editor):
    """A picture with buttons to choose, paste, turn, crop and take it out.

    While its page is open the editor remembers the picture finer than the plan keeps it, so that a small
    part that is cropped out of a large photo still prints well; the plan never holds more than is shown.
    """

    wide = True

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        holder = _Drop(parent)
        self._choose = QPushButton(self.tr("画像を選ぶ"), holder)
        super().__init__(item, desk, holder, self._choose)
        self._prints = item.leaf.kind.prints or PAGE
        self._fine: tuple[str, QImage] | None = None
        self._value = ""
        self._picture = QLabel(holder)
        self._trouble = QLabel(holder)
        self._paste = QPushButton(self.tr("貼り付ける"), holder)
        self._left = QPushButton(self.tr("左に回す"), holder)
        self._right = QPushButton(self.tr("右に回す"), holder)
        self._edit = QPushButton(self._edit_words(), holder)
        self._clear = QPushButton(self.tr("画像を消す"), holder)
        self._changing = (self._left, self._right, self._edit, self._clear)
        self._arrange(holder)
        self._connect(holder)

    def _edit_words(self) -> str:
        return self.tr("切り抜く・道すじをかく…") if self._prints.shows_way else self.tr("切り抜く…")

    def _connect(self, holder: "_Drop") -> None:
        self._choose.clicked.connect(self._ask)
        self._paste.clicked.connect(lambda: self._take(QGuiApplication.clipboard().mimeData()))
        self._left.clicked.connect(lambda: self._turn(-1))
        self._right.clicked.connect(lambda: self._turn(1))
        self._edit.clicked.connect(self._open)
        self._clear.clicked.connect(lambda: self._tell(None))
        holder.dropped = self._take
        for stop in self.stops():
            stop.installEventFilter(self)

    def _arrange(self, holder: QWidget) -> None:
        buttons = QWidget(holder)
        flow = FlowLayout(buttons, gap=6)
        for button in self.stops():
            flow.addWidget(button)
        beside = QVBoxLayout()
        beside.addWidget(buttons)
        self._drop_words = QLabel(
            self.tr("画像のファイルをここに落とすか、コピーして Ctrl+V でも入れられます。"), holder
        )
        self._drop_words.setProperty("role", "help")
        self._drop_words.setWordWrap(True)
        beside.addWidget(self._drop_words)
        beside.addWidget(self._trouble)
        beside.addStretch(1)
        self._trouble.setProperty("role", "error")
        self._trouble.setWordWrap(True)
        self._trouble.hide()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._picture)
        layout.addLayout(beside, 1)

    def stops(self) -> Sequence[QWidget]:
        return (self._choose, self._paste, *self._changing)

    def name(self, path: str, label: str, description: str) -> None:
        super().name(path, label, description)
        for button in self.stops()[1:]:
            assert isinstance(button, QPushButton)
            button.setAccessibleName(f"{label} {button.text()}")

    def fill(self, value: object) -> None:
        self._value = str(value) if value else ""
        if self._fine is not None and self._fine[0] != self._value:
            self._fine = None
        image = from_answer(self._value) if value else QImage()
        self._picture.setVisible(not image.isNull())
        self._picture.setPixmap(QPixmap.fromImage(_fit(image)) if value else QPixmap())
        self._picture.setAccessibleName(self.item.label)
        self._drop_words.setVisible(not value)
        for button in self._changing:
            button.setVisible(bool(value) and (button is self._clear or not image.isNull()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.matches(QKeySequence.StandardKey.Paste):
                self._take(QGuiApplication.clipboard().mimeData())
                return True
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._tell(None)
                return True
        return super().eventFilter(watched, event)

    def _ask(self) -> None:
        if path := ask_for_picture(self.widget):
            self._read(lambda: read_file(Path(path)))

    def _take(self, data: QMimeData) -> None:
        """Take a picture from the clipboard or a drop: a file of one, or the picture itself.

        The file goes first: some file managers put its icon beside it as the picture.
        """
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        image = data.imageData() if data.hasImage() and not files else None
        if files:
            self._read(lambda: read_file(Path(files[0])))
        elif isinstance(image, QImage) and not image.isNull():
            self._read(lambda: read_image(image))
        else:
            self._say(
                self.tr("貼り付けられる画像がありません。画像をコピーしてから、もう一度押してください。")
            )

    def _read(self, read: Callable[[], QImage]) -> None:
        try:
            image = read()
        except UserError as error:
            self._say(f"{error.what}{error.why}{error.do}")
        else:
            self._keep(image)

    def _work(self) -> QImage:
        """The picture as fine as it is at hand."""
        return self._fine[1] if self._fine is not None else plain(from_answer(self._value))

    def _turn(self, quarters: int) -> None:
        self._keep(self._work().transformed(QTransform().rotate(90 * quarters)))

    def _open(self) -> None:
        image = PictureBox.ask(self.widget, self._work(), self.item.label, self._prints)
        if image is not None:
            self._keep(image)

    def _keep(self, image: QImage) -> None:
        value = as_answer(image, self._prints)
        self._fine = (value, image)
        self._tell(value)

    def _say(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))
        if text:
            announce(self.widget, text)

    def _tell(self, value: str | None) -> None:
        self._say("")
        if value is None and any(button.hasFocus() for button in self._changing):
            self._choose.setFocus()
        self.fill(value)
        self.desk.session.settle()  # each picture is a step of its own to go back to
        self.edited.emit(value)


def _fit(image: QImage) -> QImage:
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(_PREVIEW, Qt.AspectRatioMode.KeepAspectRatio, smooth) if not image.isNull() else image


class _Drop(QWidget):
    """Takes dropped pictures."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.dropped: Callable[[QMimeData], None] = lambda _data: None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped(event.mimeData())
