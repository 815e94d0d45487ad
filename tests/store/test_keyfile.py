"""One file is enough: where the wrapped keys are, and what happens when they are not there."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from evacplan.store import database as stores
from evacplan.store import keyfile
from evacplan.store.connection import PAGE_BYTES
from evacplan.store.database import Database
from evacplan.store.errors import KeysDamagedError, WrongKeyError
from evacplan.store.keyslots import HEADER_BYTES
from evacplan.store.plans import PlanStore
from tests.store.samples import NOW, PASSPHRASE, a_plan, new_store


def _names(path: Path) -> list[str]:
    return [entry.name for entry in PlanStore(_open(path)).entries()]


def _open(path: Path, passphrase: str = PASSPHRASE) -> Database:
    opened = stores.open(path, passphrase)
    opened.close()
    with closing(stores.open(path, passphrase)) as again:
        assert again.problems() == ()
    return stores.open(path, passphrase)


@pytest.fixture
def closed(path: Path) -> Path:
    made = new_store(path)
    PlanStore(made).create(a_plan("髙橋"), NOW)
    made.close()
    return path


def test_a_closed_store_ends_in_its_keys_and_an_open_one_does_not(path: Path) -> None:
    opened = new_store(path)
    assert path.stat().st_size % PAGE_BYTES == 0
    assert keyfile.beside(path).read_bytes() == opened.header.encode()
    opened.close()
    assert path.stat().st_size % PAGE_BYTES == HEADER_BYTES
    assert path.read_bytes().endswith(opened.header.encode())


def test_the_one_file_of_a_closed_store_is_enough(closed: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "stick" / "その他.evacplan"
    elsewhere.parent.mkdir()
    shutil.copy(closed, elsewhere)
    assert _names(elsewhere) == ["髙橋"]


def test_a_killed_store_still_has_its_keys_beside_it(path: Path, tmp_path: Path) -> None:
    opened = new_store(path)
    PlanStore(opened).create(a_plan("太郎"), NOW)
    for file in (path, keyfile.beside(path)):
        shutil.copy(file, tmp_path / f"killed{file.name.removeprefix('store')}")
    assert _names(tmp_path / "killed.evacplan") == ["太郎"]
    opened.close()


@pytest.mark.parametrize("length", [1, 8, 100, 511])
def test_a_tail_cut_short_by_a_power_cut_does_no_harm(closed: Path, length: int) -> None:
    content = closed.read_bytes()
    closed.write_bytes(content[: len(content) - HEADER_BYTES + length])
    assert _names(closed) == ["髙橋"]


def test_a_tail_of_zeros_left_by_a_power_cut_does_no_harm(closed: Path) -> None:
    content = closed.read_bytes()
    closed.write_bytes(content[:-HEADER_BYTES] + bytes(HEADER_BYTES))
    assert _names(closed) == ["髙橋"]


def test_a_lost_file_beside_the_store_is_made_again(closed: Path) -> None:
    keyfile.beside(closed).unlink()
    stores.open(closed, PASSPHRASE).close()
    assert keyfile.beside(closed).read_bytes() == closed.read_bytes()[-HEADER_BYTES:]


@pytest.mark.parametrize("junk", [b"", b"junk", b"EVACKEYS" * 64, bytes(100_000)])
def test_junk_beside_the_store_does_no_harm(closed: Path, junk: bytes) -> None:
    keyfile.beside(closed).write_bytes(junk)
    assert _names(closed) == ["髙橋"]


def test_a_store_without_any_keys_says_so_and_is_untouched(closed: Path) -> None:
    keyfile.beside(closed).unlink()
    pages = closed.read_bytes()[:-HEADER_BYTES]
    closed.write_bytes(pages)
    with pytest.raises(KeysDamagedError) as caught:
        stores.open(closed, PASSPHRASE)
    assert "パスフレーズの間違いではありません" in caught.value.why
    assert closed.read_bytes() == pages


def test_a_store_without_any_keys_opens_with_those_of_a_copy(closed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.evacplan"
    shutil.copy(closed, copy)
    other = new_store(tmp_path / "other.evacplan")
    other.close()
    keyfile.beside(closed).unlink()
    closed.write_bytes(closed.read_bytes()[:-HEADER_BYTES])
    with closing(stores.open(closed, PASSPHRASE, [tmp_path / "gone", other.path, copy])) as opened:
        assert [entry.name for entry in PlanStore(opened).entries()] == ["髙橋"]
    stores.open(closed, PASSPHRASE).close()


def test_keys_of_another_store_open_nothing_and_are_not_lost(closed: Path, tmp_path: Path) -> None:
    other = new_store(tmp_path / "other.evacplan", "other")
    foreign = other.header
    other.close()
    keyfile.beside(closed).write_bytes(foreign.encode())
    with pytest.raises(WrongKeyError):
        stores.open(closed, "other")
    stores.open(closed, PASSPHRASE).close()
    kept = keyfile.beside(closed)
    aside = kept.with_name(f"{kept.name}.{foreign.store_id.hex()[:8]}")
    assert aside.read_bytes() == foreign.encode()


def test_a_store_put_in_place_by_hand_opens_with_either_passphrase(closed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.evacplan"
    shutil.copy(closed, copy)
    opened = stores.open(closed, PASSPHRASE)
    opened.change_passphrase(PASSPHRASE, "newer")
    opened.close()
    for passphrase in (PASSPHRASE, "newer"):
        shutil.copy(copy, closed)
        keyfile.beside(closed).write_bytes(opened.header.encode())
        stores.open(closed, passphrase).close()


def test_the_latest_header_is_the_one_in_use(closed: Path) -> None:
    header = keyfile.find(closed).headers[0]
    keyfile.beside(closed).write_bytes(replace(header, sequence=7).encode())
    found = keyfile.find(closed)
    assert [each.sequence for each in found.headers] == [7, 1]


def test_a_header_is_never_put_behind_anything_but_pages(closed: Path) -> None:
    header = keyfile.find(closed).headers[0]
    with pytest.raises(ValueError, match="already"):
        keyfile.append(closed, header)
