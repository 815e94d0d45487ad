import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evacplan.domain.errors import UserError
from evacplan.store import database as stores
from evacplan.store import keyfile
from evacplan.store.connection import PAGE_BYTES, open_plain
from evacplan.store.database import Database
from evacplan.store.errors import DamagedError, KeysDamagedError
from evacplan.store.key import Key
from evacplan.store.keyslots import HEADER_BYTES, Header
from evacplan.store.plans import PlanStore
from evacplan.store.secret import Secret
from tests.store.samples import NOW, PASSPHRASE, a_plan, new_store

_ONE_STORE = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
_HOLD = """
import sys, pathlib
from evacplan.store import database
opened = database.open(pathlib.Path(sys.argv[1]), sys.argv[2])
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def closed(path: Path) -> bytes:
    """The bytes of a closed store with one plan."""
    made = new_store(path)
    PlanStore(made).create(a_plan("髙橋 𠮷郎"), NOW)
    made.close()
    return path.read_bytes()


def test_what_was_saved_is_there_after_closing(path: Path, closed: bytes) -> None:
    opened = stores.open(path, PASSPHRASE)
    assert [entry.name for entry in PlanStore(opened).entries()] == ["髙橋 𠮷郎"]
    assert opened.problems() == ()
    opened.close()


def test_a_passphrase_in_full_width_opens_the_store(path: Path) -> None:
    new_store(path, "abc 123").close()
    stores.open(path, "ａｂｃ　１２３").close()


def test_a_wrong_passphrase_is_told_and_nothing_changes(path: Path, closed: bytes) -> None:
    with pytest.raises(UserError) as caught:
        stores.open(path, "wrong")
    assert "パスフレーズが違います" in caught.value.why
    assert path.read_bytes() == closed
    stores.open(path, PASSPHRASE).close()


@_ONE_STORE
@given(data=st.data())
def test_any_flipped_bit_is_noticed_at_opening(path: Path, closed: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(closed) - HEADER_BYTES - 1))
    broken = bytearray(closed)
    broken[place] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(broken)
    with pytest.raises(DamagedError):
        stores.open(path, PASSPHRASE)
    assert path.read_bytes() == broken


@_ONE_STORE
@given(data=st.data())
def test_a_flipped_bit_in_the_wrapped_keys_is_mended_from_beside(
    path: Path, closed: bytes, data: st.DataObject
) -> None:
    place = data.draw(st.integers(len(closed) - HEADER_BYTES, len(closed) - 1))
    broken = bytearray(closed)
    broken[place] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(broken)
    stores.open(path, PASSPHRASE).close()
    assert path.read_bytes() == closed


@_ONE_STORE
@given(data=st.data())
def test_a_flipped_bit_in_the_only_wrapped_keys_is_no_wrong_passphrase(
    path: Path, closed: bytes, data: st.DataObject
) -> None:
    place = data.draw(st.integers(len(closed) - HEADER_BYTES, len(closed) - 1))
    broken = bytearray(closed)
    broken[place] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(broken)
    keyfile.beside(path).unlink(missing_ok=True)
    with pytest.raises(KeysDamagedError):
        stores.open(path, PASSPHRASE)
    assert path.read_bytes() == broken


@_ONE_STORE
@given(data=st.data())
def test_a_truncated_store_is_noticed_at_opening(path: Path, closed: bytes, data: st.DataObject) -> None:
    length = data.draw(st.integers(0, len(closed) - HEADER_BYTES - 1))
    if data.draw(st.booleans()):
        length -= length % PAGE_BYTES
    path.write_bytes(closed[:length])
    with pytest.raises(UserError) as caught:
        stores.open(path, PASSPHRASE)
    assert "壊れて" in caught.value.why
    assert path.stat().st_size == length


@pytest.mark.parametrize("content", [b"", b"PK\3\4 a zip file", b"hello" * 1000, b"\0" * 5000])
def test_a_file_that_is_no_store_is_told_and_untouched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        stores.open(path, PASSPHRASE)
    assert "保存ファイルではない" in caught.value.why
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_told(path: Path) -> None:
    plain = open_plain(f"{path.as_uri()}?mode=rwc")
    plain.execute("CREATE TABLE t (a)")
    plain.close()
    with pytest.raises(UserError, match="開けません") as caught:
        stores.open(path, PASSPHRASE)
    assert "保存ファイルではない" in caught.value.why


def test_an_encrypted_database_of_another_program_is_told(path: Path) -> None:
    key = Key.fresh()
    foreign = open_plain(f"{path.as_uri()}?mode=rwc")
    key.unlock(foreign)
    foreign.execute("CREATE TABLE t (a)")
    foreign.close()
    content = path.read_bytes()
    with pytest.raises(KeysDamagedError):
        stores.open(path, PASSPHRASE)
    keyfile.append(path, Header.make(key, Secret.of_passphrase(PASSPHRASE).data, bytes(16)))
    with pytest.raises(UserError) as caught:
        stores.open(path, PASSPHRASE)
    assert "保存ファイルではない" in caught.value.why
    assert path.read_bytes().startswith(content)


def test_a_missing_store_is_told_and_not_made(path: Path) -> None:
    with pytest.raises(UserError) as caught:
        stores.open(path, PASSPHRASE)
    assert "見つかりません" in caught.value.why
    assert not path.exists()


def test_an_existing_file_is_never_overwritten(path: Path) -> None:
    path.write_bytes(b"precious")
    with pytest.raises(UserError, match="作れません"):
        stores.create(path, PASSPHRASE)
    assert path.read_bytes() == b"precious"


def test_an_empty_passphrase_makes_no_store(path: Path) -> None:
    with pytest.raises(UserError):
        stores.create(path, "")
    assert not path.exists()


def test_two_windows_cannot_open_one_store(path: Path, database: Database) -> None:
    with pytest.raises(UserError, match="すでに開かれて"):
        stores.open(path, PASSPHRASE)


def test_a_second_process_is_noticed_and_a_killed_one_forgotten(path: Path, closed: bytes) -> None:
    command = [sys.executable, "-c", _HOLD, str(path), PASSPHRASE]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(UserError, match="すでに開かれて"):
            stores.open(path, PASSPHRASE)
        other.kill()
    stores.open(path, PASSPHRASE).close()


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_every_file_is_for_its_owner_only(path: Path, closed: bytes) -> None:
    opened = stores.open(path, PASSPHRASE)
    PlanStore(opened).create(a_plan(), NOW)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    opened.close()
    assert set(modes.values()) == {0o600}, modes


def test_closing_wipes_the_key_and_may_be_done_twice(path: Path) -> None:
    opened = new_store(path)
    opened.close()
    opened.close()
    with pytest.raises(ValueError, match="wiped"):
        opened.key.unlock(opened.raw)
    stores.open(path, PASSPHRASE).close()


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
@pytest.mark.parametrize("beside", ["store.evacplan-lock", "store.evacplan-journal"])
def test_a_read_only_folder_is_told_at_opening(own_folder: Path, beside: str) -> None:
    path = own_folder / "store.evacplan"
    new_store(path).close()
    (own_folder / beside).unlink(missing_ok=True)
    own_folder.chmod(0o500)
    with pytest.raises(UserError) as caught:
        stores.open(path, PASSPHRASE)
    assert "書き込みが許されていません" in caught.value.why
    with pytest.raises(UserError) as caught:
        stores.create(own_folder / "other.evacplan", PASSPHRASE)
    assert "書き込みが許されていません" in caught.value.why


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_a_read_only_file_is_told_at_opening(own_folder: Path) -> None:
    path = own_folder / "store.evacplan"
    new_store(path).close()
    path.chmod(0o400)
    with pytest.raises(UserError) as caught:
        stores.open(path, PASSPHRASE)
    assert "書き込みが許されていません" in caught.value.why
