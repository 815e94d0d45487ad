import logging
import os
import stat
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from evacplan.system import logs

log = logging.getLogger("tests.logs")


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    log_file = tmp_path / "evacplan.log"
    level = logging.getLogger().level
    handler = logs.start(log_file)
    yield log_file
    logs.stop(handler)
    logging.getLogger().setLevel(level)
    logging.raiseExceptions = True


def test_ids_and_field_paths_are_logged(path: Path) -> None:
    log.info("draft saved %s %s", "02d7b487", "devices.0.battery_h")
    assert "INFO tests.logs draft saved 02d7b487 devices.0.battery_h" in path.read_text()


def test_the_message_of_an_exception_is_never_logged(path: Path) -> None:
    try:
        raise ValueError("Taro Yamada 090-1234-5678")
    except ValueError:
        log.exception("save failed")
    written = path.read_text()
    assert "Yamada" not in written
    assert "builtins.ValueError" in written
    assert "test_the_message_of_an_exception_is_never_logged:" in written


def test_a_trace_made_for_another_handler_is_not_logged(path: Path) -> None:
    record = log.makeRecord(log.name, logging.ERROR, "file", 1, "failed", (), None)
    record.exc_text = "ValueError: Taro Yamada"
    logging.getLogger().handle(record)
    assert "Yamada" not in path.read_text()


def test_japanese_is_made_unreadable(path: Path) -> None:
    log.warning("a library quotes 髙橋太郎")
    assert "a library quotes ...." in path.read_text()


def test_warnings_reach_the_log(path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.warn("old call", UserWarning, stacklevel=1)
    assert "old call" in path.read_text()


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_the_logs_stay_small_and_private(path: Path) -> None:
    for _ in range(40):
        log.info("x" * 100_000)
    files = list(path.parent.iterdir())
    assert sum(file.stat().st_size for file in files) < 2_200_000
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
