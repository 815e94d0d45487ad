"""Passphrase and recovery code: each opens, each is changed without the other."""

import errno
import os
from contextlib import closing
from pathlib import Path

import pytest

from evacplan.domain.errors import UserError
from evacplan.store import database as stores
from evacplan.store import keyfile, recovery_code
from evacplan.store.errors import WrongKeyError
from evacplan.store.keyslots import HEADER_BYTES
from evacplan.store.plans import PlanStore
from evacplan.store.recovery_code import CodeTypoError
from evacplan.store.secret import Secret
from tests.store.samples import NOW, PASSPHRASE, a_plan, new_store


@pytest.fixture
def code(path: Path) -> str:
    """The code of a closed store with one plan."""
    made, code = stores.create(path, PASSPHRASE)
    PlanStore(made).create(a_plan("太郎"), NOW)
    made.close()
    return code


def _opens(path: Path, *, passphrase: str | None = None, code: str | None = None) -> bool:
    try:
        opened = stores.open(path, passphrase) if passphrase else stores.open_with_code(path, code or "")
    except WrongKeyError:
        return False
    with closing(opened):
        return [entry.name for entry in PlanStore(opened).entries()] == ["太郎"]


def test_a_forgotten_passphrase_is_replaced_with_the_printed_code(path: Path, code: str) -> None:
    with closing(stores.open_with_code(path, code)) as opened:
        opened.replace_passphrase(code, "これから使う言葉")
    assert _opens(path, passphrase="これから使う言葉")
    assert _opens(path, code=code)
    assert not _opens(path, passphrase=PASSPHRASE)


def test_a_changed_passphrase_leaves_the_code_valid_and_the_pages_as_they_are(path: Path, code: str) -> None:
    pages = path.read_bytes()[:-HEADER_BYTES]
    with closing(stores.open(path, PASSPHRASE)) as opened:
        opened.change_passphrase(PASSPHRASE, "other")
    assert path.read_bytes()[:-HEADER_BYTES] == pages
    assert _opens(path, passphrase="other")
    assert _opens(path, code=code)
    assert not _opens(path, passphrase=PASSPHRASE)


def test_a_renewed_code_ends_the_one_before(path: Path, code: str) -> None:
    with closing(stores.open(path, PASSPHRASE)) as opened:
        newer = opened.renew_code(PASSPHRASE)
    assert newer != code
    assert _opens(path, code=newer)
    assert _opens(path, passphrase=PASSPHRASE)
    with pytest.raises(WrongKeyError) as caught:
        stores.open_with_code(path, code)
    assert "第2版の復旧シート" in caught.value.do


def test_a_change_holds_even_if_the_app_is_killed_right_after(path: Path, code: str) -> None:
    opened = stores.open(path, PASSPHRASE)
    opened.change_passphrase(PASSPHRASE, "other")
    # What a killed process leaves: no tail, and the file beside the store.
    assert path.stat().st_size % 4096 == 0
    header = keyfile.find(path).headers[0]
    opened.close()
    assert header == opened.header
    assert header.unlock(Secret.of_passphrase("other").data, "passphrase") is not None


def test_an_unlocked_desk_gives_neither_a_new_passphrase_nor_a_new_code(path: Path, code: str) -> None:
    with closing(stores.open(path, PASSPHRASE)) as opened:
        before = opened.header
        with pytest.raises(WrongKeyError):
            opened.change_passphrase("guess", "mine")
        with pytest.raises(WrongKeyError):
            opened.renew_code("guess")
        with pytest.raises(WrongKeyError):
            opened.replace_passphrase(recovery_code.shown(bytes(16)), "mine")
        with pytest.raises(UserError):
            opened.change_passphrase(PASSPHRASE, "")
        assert opened.header == before
    assert _opens(path, passphrase=PASSPHRASE)


def test_a_mistyped_code_is_told_before_anything_is_tried(path: Path, code: str) -> None:
    with pytest.raises(CodeTypoError) as caught:
        stores.open_with_code(path, code[:-1] + str((int(code[-1]) + 1) % 10))
    assert caught.value.groups == (8,)


def test_the_code_of_another_store_is_told(path: Path, code: str, tmp_path: Path) -> None:
    other, foreign = stores.create(tmp_path / "other.evacplan", PASSPHRASE)
    other.close()
    with pytest.raises(WrongKeyError) as caught:
        stores.open_with_code(path, foreign)
    assert "打ちまちがいはありません" in caught.value.why


def test_the_code_is_in_no_file(path: Path, code: str) -> None:
    marks = [code.encode(), code.replace("-", "").encode(), recovery_code.read(code)]
    for file in path.parent.iterdir():
        assert not any(mark in file.read_bytes() for mark in marks), file.name


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_a_change_that_cannot_be_written_changes_nothing(own_folder: Path) -> None:
    path = own_folder / "store.evacplan"
    with closing(new_store(path)) as opened:
        before = opened.header
        own_folder.chmod(0o500)
        with pytest.raises(UserError) as caught:
            opened.change_passphrase(PASSPHRASE, "other")
        own_folder.chmod(0o700)
        assert "書き込みが許されていません" in caught.value.why
        assert opened.header == before
    stores.open(path, PASSPHRASE).close()


def test_a_full_disk_is_told_as_such_when_the_passphrase_changes(
    path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with closing(stores.open(path, PASSPHRASE)) as opened:
        before = opened.header
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(UserError) as caught:
            opened.change_passphrase(PASSPHRASE, "other")
        monkeypatch.undo()
        assert "空きが足りません" in caught.value.why
        assert opened.header == before
    assert _opens(path, passphrase=PASSPHRASE)
