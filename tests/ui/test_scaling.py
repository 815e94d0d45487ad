"""A screen at 125 and 200 %: the same pages, in a process of their own, without a cut word."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLLOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from evacplan.services import AppServices
from evacplan.store import keyslots
from evacplan.system.paths import shipped_paths
from evacplan.ui import theme
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.store.samples import QUICK
from tests.ui.seeing import cut_at_rest
from tests.ui.tour import pages

keyslots.COST = QUICK
app = QApplication([])
theme.load_fonts(shipped_paths().fonts)
vault = StoreVault(Path(sys.argv[1]) / "plans.evacplan")
window = MainWindow(AppServices(vault, shipped_paths()), theme.Look(app))
window.resize(QSize(1280, 720) / float(sys.argv[2]))
window.show()
print("ratio", window.devicePixelRatio())
for name in pages(window, vault):
    print(*(f"{name}: {line}" for line in cut_at_rest(window)), sep="\\n")
    assert window.width() <= 1281 / float(sys.argv[2]), f"{name} makes the window {window.width()} px wide"
window.close()
"""


@pytest.mark.parametrize("factor", ["1.25", "2"])
def test_a_scaled_screen_of_1280_by_720_cuts_nothing(tmp_path: Path, factor: str) -> None:
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": factor}
    command = [sys.executable, "-c", FOLLOW, str(tmp_path), factor]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    ratio, *found = filter(None, done.stdout.splitlines())
    assert float(ratio.split()[1]) == float(factor)
    assert found == []
