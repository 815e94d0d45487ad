"""What somebody types while the disk fails is on it once it works again, or in a copy elsewhere.

One run of each fault of `tests.attack.faults`; many of them are counted in the README.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attack.faults import CLOCK, FOR_GOOD_MARK
from tests.attack.troubles import FOR_GOOD, KINDS, Scanner
from tests.store import disk

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts, limits and locks as Linux has them")
NAMES = [*KINDS, *(f"{name}{FOR_GOOD_MARK}" for name in FOR_GOOD)]
REASONS = {
    "full": "ディスクの空きが足りません。",
    "limit": "ディスクの読み書きに失敗しました。",
    "rights": "保存先のファイルかフォルダに、書き込みが許されていません。",
    "sealed": "保存先のファイルかフォルダに、書き込みが許されていません。",
    "scanner": "別のアプリが、同じ保存ファイルを使っています。",
    "broken": "ディスクの読み書きに失敗しました。",
}
# The others have one clock, which this one sets back.
EXERCISES = {
    "faults": ("faults", "1", *(name for name in NAMES if name != CLOCK)),
    "clock": ("faults", "1", CLOCK),
    "two_copies": ("two_copies", "1"),
}
Begun = dict[str, subprocess.Popen[bytes]]
Told = dict[str, dict[str, object]]


def begin(arguments: tuple[str, ...], folder: Path) -> subprocess.Popen[bytes]:
    """Begin an exercise of this package."""
    exercise, *rest = arguments
    return subprocess.Popen(
        [sys.executable, "-m", f"tests.attack.{exercise}", *rest],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "TMPDIR": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    """All exercises in which nobody counts the seconds, at work at the same time: the app mostly waits."""
    found = {name: begin(arguments, tmp_path_factory.mktemp(name)) for name, arguments in EXERCISES.items()}
    yield found
    for process in found.values():
        if process.poll() is None:
            process.kill()
            process.communicate()


def said_by(process: subprocess.Popen[bytes]) -> list[dict[str, object]]:
    """The lines of an exercise, once it is over."""
    told, troubles = process.communicate(timeout=600)
    assert told or process.returncode == 0, troubles.decode()[-3000:]
    return [json.loads(line) for line in told.splitlines()]


@pytest.fixture(scope="module")
def told(begun: Begun) -> Told:
    """What came of one run of each fault that can be made here."""
    lines = [*said_by(begun["faults"]), *said_by(begun["clock"])]
    return {str(line["fault"]): line for line in lines}


@pytest.mark.skipif(not disk.is_possible(), reason="SQLite's functions cannot be reached here")
def test_a_power_cut_at_any_write_of_a_sitting_loses_no_word_of_a_second_before(tmp_path: Path) -> None:
    (found,) = said_by(begin(("power", "1"), tmp_path))
    assert not found["failed"], found["why"]
    assert (found["lost"], found["unsound"]) == (0, 0), found["why"]
    assert int(str(found["cuts"])) > 50


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost_and_the_store_is_sound(told: Told, name: str) -> None:
    if name not in told:
        pytest.skip("cannot be made here")
    found = told[name]
    assert not found["failed"], found["why"]
    assert (found["runs"], found["lost"], found["unsound"]) == (1, 0, 0)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_said_beside_the_work_and_disturbs_nobody(told: Told, name: str) -> None:
    if name not in told:
        pytest.skip("cannot be made here")
    found = told[name]
    assert (found["jumps"], found["boxes"], found["untold"]) == (0, 0, 0), found["why"]
    reason = REASONS.get(name.removesuffix(FOR_GOOD_MARK), "")
    assert reason in str(found["said"])
    assert not reason or str(found["said"]).endswith("ひとりでに保存します。")


def test_a_second_copy_says_who_writes_and_costs_the_first_no_word(begun: Begun) -> None:
    (found,) = said_by(begun["two_copies"])
    assert not found["failed"], found["why"]
    assert (found["lost"], found["unsound"], found["foreign"]) == (0, 0, 0), found["why"]
    assert "読むだけで開いています。このパソコンの別の画面で、" in str(found["said"])


def test_the_lock_of_the_scanner_shuts_everybody_out(tmp_path: Path) -> None:
    scanner = Scanner(tmp_path)
    scanner.store.parent.mkdir()
    scanner.store.write_bytes(b"x")
    scanner.make()
    with scanner.store.open("rb") as file:
        import fcntl  # noqa: PLC0415  (exists on POSIX only)

        with pytest.raises(BlockingIOError):
            fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        scanner.lift()
        fcntl.lockf(file, fcntl.LOCK_SH)
