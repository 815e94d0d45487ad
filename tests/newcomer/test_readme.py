"""The README's worked examples, carried out in a copy of the house as they stand there."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.newcomer.readme import ROOT, Example, example

CHECKS = "tests/newcomer/checks"
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "benchmarks", "fuzz", ".*")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the repository; what no example changes is the same files."""
    root = tmp_path / "house"
    root.mkdir()
    for name in ("evacplan", "forms", "tests"):
        shutil.copytree(ROOT / name, root / name, ignore=_LEFT_OUT)
    for name in ("main.py", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    (root / "resources").symlink_to(ROOT / "resources", target_is_directory=True)
    return root


def in_the_house(house: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with what the copy holds."""
    environment = os.environ | {"PYTHONPATH": str(house), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=house, env=environment, capture_output=True, text=True, check=False
    )


def run(house: Path, command: tuple[str, ...], checks: str) -> str:
    """Run a command of the README in the copy; returns what it printed.

    The two that set up an environment first (packaging/test.sh, evacplan) are run in the one that is there,
    and the first with the checks of the changed house besides.
    """
    if command[:2] == ("sh", "packaging/test.sh"):
        done = in_the_house(house, "-m", "pytest", "-p", "no:xdist", *command[2:], checks)
    else:
        assert command[0] == "evacplan", command
        done = in_the_house(house, "main.py", *command[1:])
    # `check` ends with 1 where it found something.
    assert done.returncode in ((0, 1) if command[1] == "check" else (0,)), done.stdout + done.stderr
    return done.stdout


def follow(house: Path, told: Example, name: str) -> list[str]:
    """Do what the README says, then check the changed house; returns what each command printed."""
    assert told.insertions
    assert told.commands
    for insertion in told.insertions:
        insertion.make(house)
    checks = f"{CHECKS}/{name}.py"
    assert (house / checks).is_file()
    found = [run(house, command, checks) for command in told.commands]
    if not any(command[0] == "sh" for command in told.commands):
        run(house, ("sh", "packaging/test.sh"), checks)
    return found


def test_a_new_field_is_in_the_window_the_document_the_paper_and_what_is_missing(house: Path) -> None:
    *_, fields = follow(house, example("A new field"), "a_field")
    assert "devices.devices.manual_place" in fields
    assert "説明書のある場所" in fields


def test_a_new_finding_is_found_and_said(house: Path) -> None:
    *_, found = follow(house, example("A new finding"), "a_finding")
    assert "日常の点検が書かれていません" in found


def test_a_new_paper_is_printed_and_shown(house: Path) -> None:
    *_, written = follow(house, example("A new paper"), "a_paper")
    assert (house / written.strip()).read_bytes().startswith(b"%PDF")


def test_a_towns_pack_is_made_loaded_and_printed(house: Path) -> None:
    digest, blank, fields = follow(house, example("A town's pack"), "a_pack")
    assert len(digest.strip()) == 64
    assert (house / blank.strip()).read_bytes().startswith(b"%PDF")
    assert "home.extras.mori_text_shelter_key" in fields
    assert "持ち出し袋の場所（森町の黄色い袋）" in fields
