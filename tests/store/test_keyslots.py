import struct
from dataclasses import replace
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evacplan.store import keyslots
from evacplan.store.key import Key
from evacplan.store.keyslots import HEADER_BYTES, Header, Slot, decode
from evacplan.store.stretching import Argon2idCost, Cost, ScryptCost, cost_of

PASSPHRASE, CODE = b"passphrase", bytes(16)
# The cost is made small by a fixture that hypothesis need not run again.
_QUICKLY = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def key() -> Key:
    return Key.fresh()


@pytest.fixture
def header(key: Key) -> Header:
    return Header.make(key, PASSPHRASE, CODE)


def _opened(header: Header, secret: bytes, purpose: keyslots.Purpose) -> bytes | None:
    key = header.unlock(secret, purpose)
    return None if key is None else bytes(key.secret) + key.store_id


def test_both_secrets_give_the_same_key(key: Key, header: Header) -> None:
    expected = bytes(key.secret) + key.store_id
    assert _opened(header, PASSPHRASE, "passphrase") == expected
    assert _opened(header, CODE, "code") == expected


def test_no_other_secret_and_no_exchanged_one_gives_a_key(header: Header) -> None:
    assert _opened(header, b"passphrase ", "passphrase") is None
    assert _opened(header, CODE, "passphrase") is None
    assert _opened(header, PASSPHRASE, "code") is None


def test_another_passphrase_leaves_the_code_valid(key: Key, header: Header) -> None:
    changed = header.with_passphrase(key, b"other")
    assert _opened(changed, PASSPHRASE, "passphrase") is None
    assert _opened(changed, b"other", "passphrase") == _opened(header, CODE, "code")
    assert changed.code == header.code
    assert (changed.sequence, changed.code_number) == (2, 1)


def test_another_code_leaves_the_passphrase_valid(key: Key, header: Header) -> None:
    changed = header.with_code(key, b"c" * 16)
    assert _opened(changed, CODE, "code") is None
    assert _opened(changed, b"c" * 16, "code") == _opened(header, CODE, "code")
    assert changed.passphrase == header.passphrase
    assert (changed.sequence, changed.code_number) == (2, 2)


def test_the_same_secret_never_seals_alike(key: Key) -> None:
    one, other = Header.make(key, PASSPHRASE, CODE), Header.make(key, PASSPHRASE, CODE)
    assert one.passphrase.sealed != other.passphrase.sealed
    assert one.passphrase.salt != other.passphrase.salt


def test_a_header_reads_back_and_holds_no_key(key: Key, header: Header) -> None:
    data = header.encode()
    assert len(data) == HEADER_BYTES
    assert decode(data) == header
    assert bytes(key.secret) not in data


@_QUICKLY
@given(data=st.data())
def test_any_flipped_bit_makes_no_header(header: Header, data: st.DataObject) -> None:
    broken = bytearray(header.encode())
    broken[data.draw(st.integers(0, HEADER_BYTES - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert decode(bytes(broken)) is None


@given(st.binary(max_size=600))
def test_any_bytes_are_a_header_or_none(data: bytes) -> None:
    assert decode(data) is None
    assert decode(keyslots.MAGIC + data) is None


@_QUICKLY
@given(data=st.data())
def test_a_slot_that_was_tampered_with_gives_no_key(header: Header, data: st.DataObject) -> None:
    slot = header.passphrase
    broken = bytearray(slot.salt + slot.sealed + slot.tag)
    broken[data.draw(st.integers(0, len(broken) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    salt, sealed, tag = (bytes(broken[place : place + 32]) for place in (0, 32, 64))
    tampered = replace(header, passphrase=Slot(slot.cost, salt, sealed, tag))
    assert _opened(tampered, PASSPHRASE, "passphrase") is None


def test_a_slot_of_another_store_gives_no_key(header: Header) -> None:
    moved = replace(header, store_id=b"x" * 16)
    assert _opened(moved, PASSPHRASE, "passphrase") is None


@pytest.mark.parametrize(
    "cost",
    [
        *(ScryptCost(255, 255, 255), ScryptCost(0, 8, 1), ScryptCost(16, 0, 1), ScryptCost(16, 8, 0)),
        *(ScryptCost(20, 8, 1), ScryptCost(4, 8, 9)),
        *(Argon2idCost(255, 255, 255), Argon2idCost(20, 3, 4), Argon2idCost(16, 0, 4)),
        *(Argon2idCost(16, 17, 4), Argon2idCost(16, 3, 0), Argon2idCost(16, 3, 9), Argon2idCost(3, 1, 2)),
    ],
)
def test_a_crafted_cost_is_refused_before_it_is_paid(header: Header, cost: Cost) -> None:
    slot = replace(header.code, cost=cost)
    assert decode(replace(header, code=slot).encode()) is None


def test_a_cost_of_no_known_kind_is_refused() -> None:
    assert cost_of(1, 16, 3, 4) is not None
    assert cost_of(2, 16, 3, 4) is None


def test_a_store_from_before_argon2id_opens_and_takes_a_passphrase_of_todays_kind(
    key: Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(keyslots, "COST", ScryptCost(1, 8, 1))
        old = Header.make(key, PASSPHRASE, CODE)
    changed = old.with_passphrase(key, b"other")

    for header in (old, changed):
        assert decode(header.encode()) == header
        assert _opened(header, CODE, "code") == bytes(key.secret) + key.store_id
    assert _opened(changed, b"other", "passphrase") == bytes(key.secret) + key.store_id
    assert (changed.passphrase.cost.kind, changed.code.cost.kind) == (1, 0)


def test_todays_cost_is_bearable_for_the_owner_and_not_for_a_thief(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    # RFC 9106, section 4: the second recommended option.
    cost = keyslots.COST
    assert isinstance(cost, Argon2idCost)
    assert (cost.memory, cost.passes, cost.lanes) == (64 << 20, 3, 4)
    begun = process_time()
    header = Header.make(Key.fresh(), PASSPHRASE, CODE)
    assert header.unlock(PASSPHRASE, "passphrase") is not None
    # Three times, however busy the machine is; an unlocking is meant to take half a second at most.
    assert (process_time() - begun) / 3 < 1.5


def test_the_layout_on_disk_is_as_released(key: Key, header: Header) -> None:
    data = header.encode()
    assert data[:8] == b"EVACKEYS"
    assert struct.unpack(">HHI16s", data[8:32]) == (2, 1, 1, key.store_id)
    assert data[32:36] == bytes((*header.passphrase.cost, 1))
    assert data[132:136] == bytes((*header.code.cost, 1))
