"""The way in: the window without what only the command line needs, the command line for all the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from evacplan import app, cli
from evacplan.start import main

ROOT = Path(__file__).parents[1]
HEAVY = ("reportlab", "sqlalchemy", "evacplan.domain.plan", "evacplan.form.load")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Whom the way in led to, instead of going there."""
    found: list[object] = []

    def opened(folder: Path | None, sample: bool, training: bool, language: str | None) -> int:
        found.append((folder, sample, training, *([language] if language else [])))
        return 0

    def commanded(arguments: list[str]) -> int:
        found.append(arguments)
        return 0

    monkeypatch.setattr(app, "run", opened)
    monkeypatch.setattr(cli, "main", commanded)
    return found


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], (None, False, False)),
        (["--sample"], (None, True, False)),
        (["--language", "en"], (None, False, False, "en")),
        (["--training"], (None, False, True)),
        (["--data-dir", "here"], (Path("here"), False, False)),
        (["--data-dir=here", "--sample"], (Path("here"), True, False)),
    ],
)
def test_without_a_command_the_window_opens(
    asked: list[object], arguments: list[str], window: tuple[Path | None, bool, bool]
) -> None:
    assert main(arguments) == 0
    assert asked == [window]


@pytest.mark.parametrize(
    "arguments",
    [["fields"], ["--help"], ["--version"], ["--data-dir"], ["--samples"], ["--sample", "check", "x"]],
)
def test_everything_else_is_the_command_lines(asked: list[object], arguments: list[str]) -> None:
    assert main(arguments) == 0
    assert asked == [arguments]


def test_the_window_is_on_its_way_before_the_plan_the_form_and_the_printing_are_loaded() -> None:
    code = f"""
import sys
from evacplan import app
app.run = lambda *_asked, **_kind: print([name for name in {HEAVY!r} if name in sys.modules]) or 0
from evacplan.start import main
raise SystemExit(main([]))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
