"""A whole run of the app leaves nothing readable behind and opens no socket."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.attack.whole_run import CANARIES, CRASH, FOLDER, MET, NOTE, PASSPHRASE, PLAN_NUMBER, REFUSED, WRONG

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the sockets of a process")
SECRETS = (*CANARIES.values(), *REFUSED.values(), NOTE, MET, FOLDER, CRASH, PASSPHRASE, WRONG)
CHOSEN = "chosen.pdf"


@dataclass
class Run:
    """A run that is over. home: the folder in which it had everything that a program may write to."""

    home: Path
    titles: list[str]
    heard: list[str]
    sockets: list[str]
    clipboard: str
    crashes: int
    words: bytes


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    home = tmp_path_factory.mktemp("home")
    places = {"HOME": "", "TMPDIR": "tmp", "XDG_RUNTIME_DIR": "runtime", "XDG_CACHE_HOME": "cache"}
    places |= {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "share", "XDG_STATE_HOME": "state"}
    for place in places.values():
        (home / place).mkdir(mode=0o700, exist_ok=True)
    (home / "cwd").mkdir()
    (home / FOLDER).mkdir()
    root = Path(__file__).parents[2]
    environment = {name: str(home / place) for name, place in places.items()}
    kept = {name: value for name, value in os.environ.items() if name.startswith(("PATH", "QT_", "LANG"))}
    environment |= {**kept, "PYTHONPATH": str(root), "QT_QPA_PLATFORM": "offscreen"}
    command = [
        "-m",
        "tests.attack.ears",
        "tests.attack.whole_run",
        str(home / "data"),
        str(home / FOLDER / CHOSEN),
    ]
    done = subprocess.run(
        [sys.executable, *command],
        cwd=home / "cwd",
        env=environment,
        capture_output=True,
        check=False,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr.decode()[-3000:]
    *before, last = done.stdout.splitlines()
    return Run(home, **json.loads(last), words=b"\n".join([*before, done.stderr]))


def written(run: Run) -> Iterator[Path]:
    """Every file that the run left, but for the one that the user chose to write."""
    for path in run.home.rglob("*"):
        if path.is_file() and path.name != CHOSEN:
            yield path


def guises(secret: str) -> Iterator[bytes]:
    """A secret as it may stand in a file."""
    for text in {secret, *(unicodedata.normalize(form, secret) for form in ("NFC", "NFD"))}:
        for code in ("utf-8", "utf-16-le", "utf-16-be", "shift_jis", "euc-jp"):
            yield text.encode(code, "ignore")
        yield json.dumps(text).strip('"').encode()
    for start in range(3):
        # The first and last letters hang on what stands beside the secret.
        yield base64.b64encode(b"\0" * start + secret.encode())[4:-4]


def found_in(data: bytes) -> list[str]:
    """The secrets that can be read in it."""
    return [secret for secret in SECRETS if any(len(guise) > 5 and guise in data for guise in guises(secret))]


def test_no_file_that_the_app_wrote_can_be_read(run: Run) -> None:
    paths = list(written(run))
    assert {"evacplan.log", "plans.evacplan", "settings.json"} <= {path.name for path in paths}
    assert any(path.name.startswith("crash-") for path in paths)
    assert any(path.parent.name == "backups" for path in paths)
    assert {path.name: found for path in paths if (found := found_in(path.read_bytes()))} == {}
    assert [path.name for path in paths if found_in(path.name.encode())] == []


def test_every_file_is_in_the_folder_of_the_app(run: Run) -> None:
    beside = [
        path.relative_to(run.home) for path in written(run) if not path.is_relative_to(run.home / "data")
    ]
    # Fontconfig and Mesa keep what they know of the machine, if at all.
    assert [path for path in beside if path.parts[0] != "cache"] == []


def test_the_search_would_find_a_secret_in_the_file_that_was_chosen(run: Run) -> None:
    assert (run.home / FOLDER / CHOSEN).read_bytes().startswith(b"%PDF")
    assert found_in(base64.b64encode(b"x" + CANARIES["child.name"].encode() + b"yz")) == ["金糸雀華子"]


def test_nothing_is_said_on_the_terminal(run: Run) -> None:
    assert found_in(run.words) == []
    assert run.crashes == 1


def test_the_clipboard_is_empty_after_locking(run: Run) -> None:
    assert run.clipboard == ""


def test_titles_show_at_most_the_number_of_the_plan(run: Run) -> None:
    assert f"evacplan　計画 {PLAN_NUMBER}" in run.titles
    assert all(re.fullmatch(rf"(evacplan(　計画 {PLAN_NUMBER})?)?", title) for title in run.titles)


def test_no_socket_is_opened(run: Run) -> None:
    assert run.heard == []
    assert run.sockets == []
