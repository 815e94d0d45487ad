"""Make the pictures of the README from the samples: the window offscreen, the paper through pdftoppm.

Run from the project's root with its environment: `.venv/bin/python packaging/screenshots.py`.
"""

import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "resources" / "manual" / "images"
TODAY = date(2026, 11, 20)
SETTLE_MS = 600
COLOURS = 48

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from evacplan.consequence import Consequence  # noqa: E402
from evacplan.domain.plan import Plan  # noqa: E402
from evacplan.exchange.plan_file import read_plan  # noqa: E402
from evacplan.form.spec import Edition  # noqa: E402
from evacplan.press import Press  # noqa: E402
from evacplan.session import Session  # noqa: E402
from evacplan.ui import theme  # noqa: E402
from evacplan.ui.interview import InterviewPage  # noqa: E402
from evacplan.ui.sources import Sources  # noqa: E402


class NoStore:
    """Keeps nothing: the samples are in the repository."""

    def save_draft(self, plan_id: str, plan: Plan) -> None:
        """Forget the draft."""


def window(press: Press, plan: Plan, section: str, target: Path) -> None:
    """The interview at one section."""
    consequence = Consequence(press)
    page = InterviewPage(
        press.words.form,
        Session("sample", plan, NoStore()),
        lambda: TODAY,
        sources=Sources(lambda changed: consequence(changed, TODAY)),
    )
    page.resize(1280, 800)
    page.show()
    page.open_section(section)
    QTest.qWait(SETTLE_MS)
    page.grab().save(str(target))


def paper(press: Press, plan: Plan, edition: Edition, target: Path) -> None:
    """The first side of an edition."""
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "sample.pdf"
        pdf.write_bytes(press.print(plan, edition, TODAY, confirmed=True))
        command = ["pdftoppm", "-png", "-r", "70", "-singlefile", str(pdf), str(target.with_suffix(""))]
        subprocess.run(command, check=True)


def few_colours(picture: Path) -> None:
    """Make a picture a third as large: letters and areas need few colours."""
    with Image.open(picture) as whole:
        few = whole.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)


def main() -> None:
    """Make every picture."""
    app = QApplication([])
    press = Press(ROOT / "forms", ROOT / "resources" / "fonts")
    theme.load_fonts(ROOT / "resources" / "fonts")
    look = theme.Look(app)
    plan = read_plan(ROOT / "resources" / "samples" / "case-a.json")
    IMAGES.mkdir(parents=True, exist_ok=True)
    window(press, plan, "devices", IMAGES / "interview.png")
    for edition in Edition:
        paper(press, plan, edition, IMAGES / f"{edition.value}.png")
    for name in ("interview", *Edition):
        few_colours(IMAGES / f"{name}.png")
    del look


if __name__ == "__main__":
    main()
