"""The editor for a picture: chosen from a file, pasted or dropped, made small enough for the plan."""

import base64
from collections.abc import Callable, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QMimeData, QObject, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from evacplan.form.spec import Item
from evacplan.ui.desk import Desk
from evacplan.ui.editors.base import Editor
from evacplan.ui.flow import FlowLayout

LONGEST_SIDE = 1600
MOST_BYTES = 1_000_000
_PREVIEW = QSize(160, 120)


def as_answer(image: QImage) -> str:
    """The picture as stored, in base64: JPEG of at most 1600 px and 1 MB, what is transparent in white."""
    longest = max(image.width(), image.height())
    side = min(longest, LONGEST_SIDE)
    while True:
        small = _flat(_scaled(image, side))
        for quality in (88, 78, 68, 55):
            data = _jpeg(small, quality)
            if len(data) <= MOST_BYTES:
                return base64.b64encode(data).decode("ascii")
        side = side * 3 // 4


def from_answer(value: str) -> QImage:
    """The picture of a stored answer; null when it cannot be read."""
    return QImage.fromData(QByteArray(base64.b64decode(value)))


def ask_for_picture(parent: QWidget) -> str:
    """The path of the file that the user chose, empty when none was."""
    words = parent.tr("画像を選ぶ")
    return QFileDialog.getOpenFileName(
        parent, words, "", parent.tr("画像 (*.jpg *.jpeg *.png *.webp *.bmp)")
    )[0]


def _scaled(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    smooth = Qt.TransformationMode.SmoothTransformation
    return image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio, smooth)


def _flat(image: QImage) -> QImage:
    if not image.hasAlphaChannel():
        return image
    white = QImage(image.size(), QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, image)
    painter.end()
    return white


def _jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", quality)  # type: ignore[call-overload]  # a device is accepted
    return bytes(buffer.data().data())


class ImageEditor(Editor):
    """A picture with buttons to choose, paste and take it out."""

    wide = True

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        holder = _Drop(parent)
        self._choose = QPushButton(self.tr("画像を選ぶ"), holder)
        super().__init__(item, desk, holder, self._choose)
        self._picture = QLabel(holder)
        self._trouble = QLabel(holder)
        self._paste = QPushButton(self.tr("貼り付ける"), holder)
        self._clear = QPushButton(self.tr("画像を消す"), holder)
        self._arrange(holder)
        self._choose.clicked.connect(self._ask)
        self._paste.clicked.connect(lambda: self._take(QGuiApplication.clipboard().mimeData()))
        self._clear.clicked.connect(lambda: self._tell(None))
        holder.dropped = self._take
        self._choose.installEventFilter(self)

    def _arrange(self, holder: QWidget) -> None:
        buttons = QWidget(holder)
        flow = FlowLayout(buttons, gap=6)
        for button in (self._choose, self._paste, self._clear):
            flow.addWidget(button)
        beside = QVBoxLayout()
        beside.addWidget(buttons)
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
        return (self._choose, self._paste, self._clear)

    def fill(self, value: object) -> None:
        image = from_answer(str(value)) if value else QImage()
        self._picture.setVisible(not image.isNull())
        self._picture.setPixmap(QPixmap.fromImage(_fit(image)) if value else QPixmap())
        self._picture.setAccessibleName(self.item.label)
        self._clear.setVisible(bool(value))

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
            self._read(path)

    def _take(self, data: QMimeData) -> None:
        """Take a picture from the clipboard or a drop: the picture itself, or a file of one."""
        image = data.imageData() if data.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            self._tell(as_answer(image))
        elif data.hasUrls() and data.urls()[0].isLocalFile():
            self._read(data.urls()[0].toLocalFile())
        else:
            self._say(
                self.tr("貼り付けられる画像がありません。画像をコピーしてから、もう一度押してください。")
            )

    def _read(self, path: str) -> None:
        reader = QImageReader(path)
        reader.setAutoTransform(True)
        image = reader.read()
        if image.isNull():
            self._say(self.tr("この画像は読めません。JPEG か PNG の画像を選んでください。"))
        else:
            self._tell(as_answer(image))

    def _say(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))

    def _tell(self, value: str | None) -> None:
        self._say("")
        self.fill(value)
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
