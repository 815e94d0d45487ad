from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.store.backup_folder import (
    DAYS,
    MONTHS,
    WEEKS,
    BackupFile,
    BackupKind,
    backup_path,
    latest_first,
    list_backups,
    superfluous,
)
from tests.store.samples import NOW

_STORE = bytes(range(16))
_JAPAN = timezone(timedelta(hours=9))
_MOMENTS = st.integers(0, 5000 * 24).map(lambda hours: NOW - timedelta(days=2000) + timedelta(hours=hours))


def _file(number: int, at: datetime, kind: BackupKind = BackupKind.ROUND) -> BackupFile:
    return BackupFile(backup_path(Path("b"), _STORE, number, at, kind), "00010203", number, at, kind)


def _rotated(moments: list[datetime]) -> list[BackupFile]:
    """What is left when a backup is made at each of these readings of the clock."""
    kept: list[BackupFile] = []
    for number, now in enumerate(moments, start=1):
        kept.append(_file(number, now))
        gone = superfluous(kept, now.astimezone(_JAPAN))
        kept = [backup for backup in kept if backup not in gone]
    return kept


def test_a_name_says_which_store_number_and_time_and_reads_back(tmp_path: Path) -> None:
    for kind in BackupKind:
        backup_path(tmp_path, _STORE, 12, NOW, kind).touch()
    (tmp_path / "evacplan-00010203-000001-20261399T000000Z.evacplan").touch()
    (tmp_path / "髙橋.evacplan").touch()
    (tmp_path / "evacplan-00010203-000012-20261120T093000Z.evacplan-journal").touch()
    found = list_backups(tmp_path, _STORE)
    assert {(each.store, each.number, each.kind) for each in found} == {
        ("00010203", 12, BackupKind.ROUND),
        ("00010203", 12, BackupKind.BEFORE_RESTORE),
    }
    assert {each.made_at for each in found} == {NOW.replace(microsecond=0)}
    assert list_backups(tmp_path, b"x" * 16) == ()


def test_a_folder_that_is_not_there_has_no_backups(tmp_path: Path) -> None:
    assert list_backups(tmp_path / "stick") == ()


def test_a_year_of_days_leaves_seven_days_four_weeks_and_twelve_months() -> None:
    start = datetime(2026, 1, 1, 3, tzinfo=UTC)
    kept = {each.made_at.date() for each in _rotated([start + timedelta(days=day) for day in range(400)])}
    last = (start + timedelta(days=399)).date()
    assert {last - timedelta(days=day) for day in range(DAYS)} <= kept
    assert len({day.isocalendar()[:2] for day in kept}) >= WEEKS
    assert len({(day.year, day.month) for day in kept}) == MONTHS
    assert len(kept) <= DAYS + WEEKS + MONTHS


def test_days_begin_where_the_user_is() -> None:
    # 23:00 and 01:00 in Japan are one day in UTC.
    evening = datetime(2026, 11, 20, 14, tzinfo=UTC)
    moments = [evening + timedelta(days=day) for day in range(6)] + [evening + timedelta(days=5, hours=2)]
    assert len(_rotated(moments)) == 7


def test_of_one_day_the_latest_backup_is_kept() -> None:
    assert [each.number for each in _rotated([NOW + timedelta(minutes=5 * n) for n in range(20)])] == [20]


def test_a_long_holiday_costs_no_backup() -> None:
    week = [NOW + timedelta(days=day) for day in range(7)]
    assert {each.number for each in _rotated([*week, NOW + timedelta(days=900)])} >= {2, 3, 4, 5, 6, 7, 8}


def test_a_clock_set_back_deletes_and_shadows_no_later_backup() -> None:
    year = [NOW + timedelta(days=day) for day in range(365)]
    before = _rotated(year)
    back = [NOW - timedelta(days=4000) + timedelta(days=day) for day in range(60)]
    after = _rotated([*year, *back])
    assert {each.number for each in before} <= {each.number for each in after}
    assert latest_first(after)[0].number == 425


@given(st.lists(_MOMENTS, min_size=1, max_size=60))
def test_whatever_the_clock_says_the_latest_backups_stay(moments: list[datetime]) -> None:
    kept = _rotated(moments)
    assert latest_first(kept)[0].number == len(moments)
    # The latest of each of the seven days counted from the last backup backwards.
    days: dict[object, int] = {}
    for number in range(len(moments), 0, -1):
        days.setdefault(moments[number - 1].astimezone(_JAPAN).date(), number)
    assert set(list(days.values())[:DAYS]) <= {each.number for each in kept}


@given(st.lists(_MOMENTS, min_size=1, max_size=60), _MOMENTS)
def test_nothing_made_after_this_moment_is_ever_deleted(moments: list[datetime], now: datetime) -> None:
    backups = [_file(number, at) for number, at in enumerate(moments, start=1)]
    assert all(each.made_at <= now for each in superfluous(backups, now))


@given(st.lists(_MOMENTS, min_size=1, max_size=200))
def test_the_folder_does_not_grow_without_end(moments: list[datetime]) -> None:
    now = max(moments)
    backups = [_file(number, at) for number, at in enumerate(moments, start=1)]
    assert len(backups) - len(superfluous(backups, now)) <= DAYS + WEEKS + MONTHS


def test_three_copies_of_before_a_restore_are_kept_beside_the_others() -> None:
    copies = [_file(number, NOW, BackupKind.BEFORE_RESTORE) for number in range(1, 6)]
    rounds = [_file(number, NOW + timedelta(days=number)) for number in range(6, 9)]
    gone = superfluous([*copies, *rounds], NOW + timedelta(days=20))
    assert {each.number for each in gone} == {1, 2}


@pytest.mark.parametrize("kind", list(BackupKind))
def test_a_lone_backup_always_stays(kind: BackupKind) -> None:
    assert superfluous([_file(1, NOW, kind)], NOW + timedelta(days=9999)) == ()
