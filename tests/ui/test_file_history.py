"""Which folders were chosen is written nowhere: a family's name may stand in theirs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = "金糸雀家の書類"
_CHOOSES = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from evacplan.ui import file_history
from evacplan.ui.dialogs import FileBox

def choose():
    box = QApplication.activeModalWidget()
    assert isinstance(box, QFileDialog), box
    box.setDirectory(sys.argv[2])
    box.selectFile("out.pdf")
    box.accept()

app = QApplication([])
if sys.argv[1] == "kept":
    file_history.keep_no_file_history(app)
before = file_history.remembered()
QTimer.singleShot(0, choose)
path = FileBox.save(None, "title", "out.pdf", "PDF (*.pdf)")
assert path == Path(sys.argv[2]) / "out.pdf", path
if sys.argv[1] == "put back":
    file_history.put_back(before)
"""
pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no files there")


def written(home: Path, how: str) -> str:
    """What a process that chose a folder wrote into its home."""
    chosen = home / "Documents" / FOLDER
    chosen.mkdir(parents=True)
    environment = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    root = str(Path(__file__).parents[2])
    subprocess.run(
        [sys.executable, "-c", _CHOOSES, how, str(chosen)], env=environment, cwd=root, check=True, timeout=60
    )
    return "\n".join(path.read_text("utf-8") for path in home.rglob("*.conf"))


def test_nothing_is_written_where_settings_are_files(tmp_path: Path) -> None:
    assert written(tmp_path, "kept") == ""


def test_what_qt_wrote_elsewhere_is_taken_out_again(tmp_path: Path) -> None:
    text = written(tmp_path, "put back")
    assert "FileDialog" in text
    assert "Documents" not in text


def test_qt_would_have_written_it(tmp_path: Path) -> None:
    assert "Documents" in written(tmp_path, "as it is")
