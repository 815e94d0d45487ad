import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.system import second_folder
from evacplan.system.second_folder import REMIND_AFTER, SecondFolder

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
_DAYS = st.integers(-4000, 4000).map(lambda days: timedelta(days=days))


def test_what_was_chosen_is_there_after_a_restart(tmp_path: Path) -> None:
    chosen = SecondFolder.choose(tmp_path / "USB メモリ", NOW).got_backup(NOW + timedelta(days=1))
    file = tmp_path / "second-folder.json"
    second_folder.save(file, chosen)
    assert second_folder.load(file) == chosen
    second_folder.save(file, None)
    assert second_folder.load(file) is None
    second_folder.save(file, None)


@pytest.mark.parametrize("content", [b"", b"{}", b"[" * 5000, b'{"folder": 1}', b"\xff"])
def test_a_broken_file_is_as_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "second-folder.json"
    file.write_bytes(content)
    assert second_folder.load(file) is None


def test_a_reminder_comes_two_weeks_after_the_last_backup(tmp_path: Path) -> None:
    chosen = SecondFolder.choose(tmp_path, NOW)
    assert not chosen.is_overdue(NOW + REMIND_AFTER - timedelta(seconds=1))
    assert chosen.is_overdue(NOW + REMIND_AFTER)
    done = chosen.got_backup(NOW + REMIND_AFTER)
    assert not done.is_overdue(NOW + REMIND_AFTER)
    # A stick that was there without getting a backup is no comfort.
    assert done.found(NOW + 2 * REMIND_AFTER).is_overdue(NOW + 2 * REMIND_AFTER)


@given(_DAYS, _DAYS)
def test_a_clock_set_back_gives_no_negative_time(backed_up: timedelta, now: timedelta) -> None:
    second = SecondFolder.choose(Path("x"), NOW).got_backup(NOW + backed_up)
    assert second.unbacked(NOW + now) == max(now - backed_up, timedelta(0))


def test_a_stick_is_noticed_when_it_comes_and_goes(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    second = SecondFolder.choose(stick, NOW)
    assert not second.is_there
    assert not second.is_on_disk_of(tmp_path)
    stick.mkdir()
    assert second.is_there
    assert second.found(NOW + timedelta(days=3)).seen == NOW + timedelta(days=3)


def test_a_folder_on_the_disk_of_the_store_is_no_second_place(tmp_path: Path) -> None:
    assert SecondFolder.choose(tmp_path, NOW).is_on_disk_of(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_the_choice_is_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "second-folder.json"
    second_folder.save(file, SecondFolder.choose(tmp_path, NOW))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
