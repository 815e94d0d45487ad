"""Draw the icon of the app in the sizes that desktops and installers want.

python packaging/bundle/icons.py FOLDER      writes 16.png … 512.png, evacplan.ico and evacplan.icns
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parents[2] / "resources" / "icons" / "evacplan.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
OF_WINDOWS = tuple((size, size) for size in SIZES if size <= 256)


def draw(renderer: QSvgRenderer, size: int, target: Path) -> None:
    """One square PNG with a clear ground."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if not QImageWriter(str(target), QByteArray(b"png")).write(image):
        raise OSError(f"cannot write {target}")


def main() -> int:
    """Write all sizes into the folder named."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    _app = QGuiApplication(sys.argv[:1])
    renderer = QSvgRenderer(str(SOURCE))
    for size in SIZES:
        draw(renderer, size, folder / f"{size}.png")
    with Image.open(folder / "256.png") as image:
        image.save(folder / "evacplan.ico", sizes=OF_WINDOWS)
    with Image.open(folder / "512.png") as image:
        image.save(folder / "evacplan.icns")
    return 0


if __name__ == "__main__":
    sys.exit(main())
