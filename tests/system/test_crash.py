import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evacplan.system.crash import CrashWatch, report

_NOW = datetime(2026, 11, 20, tzinfo=UTC)
_SECRET = "Taro Yamada 髙橋"
_CRASH = """
import pathlib, sys, threading
from evacplan.system.crash import CrashWatch
secret = sys.argv[2]
def fail(name):
    raise ValueError(f"bad {name}")
def told(error, path):
    print(type(error).__name__, path is not None)
watch = CrashWatch(pathlib.Path(sys.argv[1]), told)
watch.start()
if sys.argv[3] == "thread":
    thread = threading.Thread(target=fail, args=(secret,))
    thread.start()
    thread.join()
elif sys.argv[3] == "c":
    import faulthandler
    faulthandler._sigsegv()
else:
    fail(secret)
"""


def _caught(error: BaseException) -> BaseException:
    try:
        raise error
    except BaseException as raised:
        return raised


def _run(folder: Path, how: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _CRASH, str(folder), _SECRET, how]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_report_holds_types_and_places_and_no_values() -> None:
    try:
        try:
            raise KeyError(_SECRET)
        except KeyError as error:
            raise ValueError(_SECRET) from error
    except ValueError as error:
        text = report(error, _NOW)
    assert "Yamada" not in text
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    place = "tests.system.test_crash:test_a_report_holds_types_and_places_and_no_values:"
    assert text.count(place) == 2
    assert str(Path.home()) not in text


def test_a_group_of_exceptions_is_told_with_its_parts() -> None:
    text = report(ExceptionGroup(_SECRET, [ValueError(_SECRET), OSError(28, _SECRET)]), _NOW)
    assert "builtins.ValueError" in text
    assert "builtins.OSError code 28" in text
    assert "Yamada" not in text


def test_endless_recursion_makes_a_short_report() -> None:
    def again() -> None:
        again()

    with pytest.raises(RecursionError) as caught:
        again()
    assert len(report(caught.value, _NOW).splitlines()) < 100


@pytest.mark.parametrize("how", ["main", "thread"])
def test_what_nobody_caught_leaves_a_file_and_reaches_the_app(tmp_path: Path, how: str) -> None:
    done = _run(tmp_path, how)
    assert done.stdout == "ValueError True\n"
    assert "Yamada" not in done.stderr
    (file,) = tmp_path.glob("crash-*.txt")
    assert "__main__:fail:" in file.read_text()
    assert "Yamada" not in file.read_text()


def test_a_crash_in_c_code_leaves_the_python_lines(tmp_path: Path) -> None:
    assert _run(tmp_path, "c").returncode != 0
    assert "Segmentation fault" in (tmp_path / "fault.txt").read_text()


def test_a_crash_in_the_crash_dialog_does_not_start_another(tmp_path: Path) -> None:
    calls: list[Path | None] = []

    def on_crash(error: BaseException, path: Path | None) -> None:
        calls.append(path)
        watch.caught(_caught(ValueError("again")))

    watch = CrashWatch(tmp_path, on_crash)
    watch.caught(_caught(ValueError("first")))
    watch.caught(_caught(ValueError("second")))
    assert len(calls) == 2


def test_a_folder_that_cannot_be_written_still_reaches_the_app(tmp_path: Path) -> None:
    calls: list[Path | None] = []
    watch = CrashWatch(tmp_path / "missing", lambda _error, path: calls.append(path))
    watch.caught(_caught(ValueError("x")))
    assert calls == [None]


def test_stopping_leaves_things_as_they_were(tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    watch = CrashWatch(tmp_path, lambda _error, _path: None)
    watch.start()
    assert sys.excepthook is not before[0]
    watch.stop()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
