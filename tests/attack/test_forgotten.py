"""A store whose passphrase nobody remembers is opened with nothing but the printed sheet."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from evacplan.system.paths import data_paths
from evacplan.vault import StoreVault
from tests.attack.forgotten import NAME, NEW


def run(*arguments: str) -> str:
    """Start the app as a process of its own; what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.attack.forgotten", *arguments],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    return done.stdout.decode().strip()


def text_of(sheet: Path) -> str:
    """What another program reads in the PDF."""
    if shutil.which("pdftotext") is None:
        return "\n".join(page.extract_text() for page in PdfReader(sheet).pages)
    return subprocess.run(
        ["pdftotext", "-layout", sheet, "-"], capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sheet of a store beside it; its passphrase was typed in a process that is gone."""
    found = tmp_path_factory.mktemp("forgotten") / "sheet.pdf"
    run("begin", str(found.with_name("data")), str(found))
    return found


def test_the_code_of_the_sheet_opens_it_in_a_new_process(sheet: Path) -> None:
    groups = re.findall(r"(?<!\d)\d{6}(?!\d)", text_of(sheet))
    assert len(groups) == 8
    data = sheet.with_name("data")
    assert run("open", str(data), "".join(groups)) == NAME
    plans = StoreVault(data_paths(data).store).open(NEW)
    assert [line.name for line in plans.entries()] == [NAME]
    plans.close()
