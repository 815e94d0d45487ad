"""Make the pictures of the manual: the real window offscreen, on a store of its own with sample A.

Run from the project's root with its environment: `.venv/bin/python packaging/manual_pictures.py [NAME …]`.
The day and the time are fixed, so that equal windows give equal bytes; takes about 15 s.
"""

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "resources" / "manual" / "images"
NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
PASSPHRASE = "mihon no tame dake no kotoba"
CODE = "000012-005667-011322-016977-022632-028287-033942-039597"  # made by hand; opens nothing
SIZE = 1180, 740
COLOURS = 48
NO_PDF = b"%PDF-"  # what was handed out is not looked at
WHO = "相馬 千代"
Cut = tuple[int, int, int, int]  # x, y, width, height
CARD = 310, 80, 560, 550
# What is cut out of the window, so that letters stay legible on paper; the others are taken whole.
CUTS: dict[str, Cut] = {
    "start": CARD,
    "code": CARD,
    "list": (0, 0, 1180, 330),
    "meeting": (0, 0, 1180, 500),
    "devices": (0, 0, 1180, 500),
    "power-needs": (0, 0, 1180, 500),
    "final": (0, 0, 1180, 500),
    "versions": (0, 0, 1180, 420),
    "meeting-start": (0, 0, 1180, 490),
}
SECTIONS = ("meeting", "devices", "power_needs", "final")
SETTLE_MS = 400

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "JST-9"
time.tzset()
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from PySide6.QtCore import QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QListWidget, QWidget  # noqa: E402

from evacplan import open_plans  # noqa: E402
from evacplan.app import make_app  # noqa: E402
from evacplan.domain.copies import Basis, NewCopy  # noqa: E402
from evacplan.domain.plan import Plan  # noqa: E402
from evacplan.exchange.plan_file import read_plan  # noqa: E402
from evacplan.services import AppServices  # noqa: E402
from evacplan.system.paths import data_paths, shipped_paths  # noqa: E402
from evacplan.training import TrainingGround  # noqa: E402
from evacplan.ui.code_page import CodePage  # noqa: E402
from evacplan.ui.confirm import ConfirmBox  # noqa: E402
from evacplan.ui.copy_page import CopyPage  # noqa: E402
from evacplan.ui.interview import InterviewPage  # noqa: E402
from evacplan.ui.ports import Plans  # noqa: E402
from evacplan.ui.rundown.chart import RunChart  # noqa: E402
from evacplan.ui.rundown.panel import RunDownPanel  # noqa: E402
from evacplan.ui.sides import Side  # noqa: E402
from evacplan.ui.window import MainWindow  # noqa: E402
from evacplan.vault import StoreVault  # noqa: E402


class FixedDay(AppServices):
    """The shipped services on the day of the pictures."""

    def today(self) -> date:
        """Always the same day."""
        return NOW.date()


class Camera:
    """Takes pictures of widgets. wanted: their names, all when there are none."""

    def __init__(self, wanted: list[str]) -> None:
        self._wanted = wanted

    def take(self, widget: QWidget, name: str, cut: Cut | None = None) -> None:
        """One picture, once the widget has come to rest; few colours, because it is letters and areas."""
        QTest.qWait(SETTLE_MS)
        if self._wanted and name not in self._wanted:
            return
        target = IMAGES / f"{name}.png"
        whole = widget.grab()
        cut = cut or CUTS.get(name)
        (whole.copy(*cut) if cut else whole).save(str(target))
        with Image.open(target) as picture:
            few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        few.save(target, optimize=True)
        print(f"{target.relative_to(ROOT)} {target.stat().st_size // 1024} kB")


@contextmanager
def a_window() -> Iterator[tuple[MainWindow, StoreVault]]:
    """The window on a store that does not exist yet."""
    shipped = shipped_paths()
    look = make_app(shipped)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        vault = StoreVault(Path(folder) / "plans.evacplan")
        window = MainWindow(FixedDay(vault, shipped), look)
        window.resize(*SIZE)
        window.show()
        yield window, vault
        window.close()


def first_start(camera: Camera, window: MainWindow) -> None:
    """The passphrase that is chosen, and the recovery code."""
    window.show_unlock()
    for name in ("passphrase", "passphrase_again"):
        field = window.findChild(QLineEdit, name)
        assert field is not None
        QTest.keyClicks(field, PASSPHRASE)
    camera.take(window, "start")
    page = CodePage(CODE, bytes, lambda _path, _data: None)
    page.resize(*SIZE)
    page.show()
    camera.take(page, "code")
    page.close()


def interview(camera: Camera, window: MainWindow) -> None:
    """The pages of the interview that the manual shows, and the dialog that makes a version."""
    page = window.findChild(InterviewPage)
    assert page is not None
    for section in SECTIONS:
        page.visit_section(section)
        camera.take(window, section.replace("_", "-"))
        if section == "power_needs":
            chart(camera, page)
    QTimer.singleShot(SETTLE_MS, lambda: _take_dialog(camera))
    window.confirm()


def chart(camera: Camera, page: InterviewPage) -> None:
    """How long each device runs, with its legend, out of the panel of the section that is open."""
    panel, drawn = page.findChild(RunDownPanel), page.findChild(RunChart)
    assert panel is not None
    assert drawn is not None
    QTest.qWait(3 * SETTLE_MS)  # the panel is laid out once more when its tables have their heights
    camera.take(panel, "rundown", (0, drawn.y() - 16, panel.width(), drawn.height() + 110))


def _take_dialog(camera: Camera) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ConfirmBox)
    camera.take(dialog, "confirm")
    dialog.reject()


def papers(camera: Camera, window: MainWindow, plans: Plans, plan_id: str) -> None:
    """Two versions of which the first was handed out: the papers, the whole set, the old copies."""
    first = plans.confirm(plan_id, plans.draft(plan_id), WHO, "")
    given = ("municipality", "市 障がい者支援課"), ("hospital", "青森みなと総合病院")
    copies = [NewCopy(paper, recipient, NO_PDF, Basis.CONSENT) for paper, recipient in given]
    plans.record_copies(plan_id, first, copies)
    plans.confirm(plan_id, plans.draft(plan_id), WHO, "")
    window.show_side(Side.PAPER)
    camera.take(window, "paper")
    window.show_side(Side.PRINT_SET)
    camera.take(window, "print-set")
    window.show_side(Side.VERSIONS)
    camera.take(window, "versions")
    window.show_side(Side.MEETING_START)
    camera.take(window, "meeting-start")


def copying(camera: Camera, window: MainWindow, plans: Plans) -> None:
    """What is copied from the plan into an empty one, before it is."""
    window.show_list()
    sibling = plans.create(Plan())
    window.open_plan(sibling)
    window.show_side(Side.COPY_FROM)
    page = window.findChild(CopyPage)
    assert page is not None
    found = page.findChild(QListWidget)
    assert found is not None
    found.setCurrentRow(0)
    for box in page.findChildren(QCheckBox):
        box.setChecked(True)
    camera.take(window, "copy-from")


def training(camera: Camera) -> None:
    """The training at its first start, with the tour below the page."""
    shipped = shipped_paths()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        paths = data_paths(Path(folder))
        vault = StoreVault(paths.store)
        services = FixedDay(vault, shipped, training=TrainingGround(paths, vault, shipped.samples))
        window = MainWindow(services, make_app(shipped), tour_seen="")
        window.resize(*SIZE)
        window.show()
        window.train()
        window.show_list()
        window.rooms.tour.go_on()
        QTest.qWait(3 * SETTLE_MS)  # the page is laid out once more where the panel took its room
        camera.take(window, "training")
        window.close()


def main() -> None:
    """Make every picture, or those that are named."""
    open_plans._now = lambda: NOW
    IMAGES.mkdir(parents=True, exist_ok=True)
    camera = Camera(sys.argv[1:])
    with a_window() as (window, vault):
        QApplication.setCursorFlashTime(0)
        first_start(camera, window)
        plans, _code = vault.create(PASSPHRASE)
        plan_id = plans.create(read_plan(ROOT / "resources" / "samples" / "case-a.json"))
        plans.code_put_away()
        window.enter(plans)
        window.show_list()
        camera.take(window, "list")
        window.open_plan(plan_id)
        interview(camera, window)
        papers(camera, window, plans, plan_id)
        copying(camera, window, plans)
    training(camera)


if __name__ == "__main__":
    main()
