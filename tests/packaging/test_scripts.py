"""The start scripts: what can be proved of them without a bare machine (for that: packaging/bare-root.sh)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "packaging"
on_posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")


@on_posix
@pytest.mark.parametrize("script", sorted(FOLDER.glob("*.sh")), ids=lambda script: script.name)
def test_the_shell_can_read_every_script(script: Path) -> None:
    assert subprocess.run(["sh", "-n", script], check=False).returncode == 0


@on_posix
def test_ci_can_be_started() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_the_windows_script_is_plain_ascii_with_windows_line_ends() -> None:
    text = (FOLDER / "run.cmd").read_bytes()
    assert text.isascii()
    assert text.count(b"\n") == text.count(b"\r\n")


@on_posix
def test_a_package_under_its_newer_name_is_not_missing(tmp_path: Path) -> None:
    fake = tmp_path / "dpkg-query"
    fake.write_text("#!/bin/sh\necho installed libglib2.0-0t64\necho config-files libgl1\n")
    fake.chmod(0o755)
    command = f'. "{FOLDER}/setup.sh"; missing_packages libglib2.0-0 libgl1 libegl1'
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", command], env=os.environ | {"PATH": path}, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["libgl1", "libegl1"]
