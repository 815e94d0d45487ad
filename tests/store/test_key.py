import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.errors import UserError
from evacplan.store.key import ID_BYTES, KEY_BYTES, Key
from evacplan.store.secret import Secret


class _Lock:
    """Takes the key a connection would get."""

    def __init__(self) -> None:
        self.key = b""

    def set_key(self, key: bytes | bytearray) -> None:
        self.key = bytes(key)


def test_a_key_is_handed_over_as_it_is_with_the_id_of_its_store() -> None:
    lock = _Lock()
    Key(b"\1" * KEY_BYTES, b"\xab" * ID_BYTES).unlock(lock)  # type: ignore[arg-type]  # only set_key is used
    assert lock.key == b"x'" + b"01" * KEY_BYTES + b"ab" * ID_BYTES + b"'"


@pytest.mark.parametrize(("secret", "store_id"), [(b"", bytes(16)), (bytes(31), bytes(16)), (bytes(32), b"")])
def test_a_key_of_another_length_is_our_bug(secret: bytes, store_id: bytes) -> None:
    with pytest.raises(ValueError, match="bytes"):
        Key(secret, store_id)


def test_no_two_stores_have_the_same_key() -> None:
    one, other = Key.fresh(), Key.fresh()
    assert one.secret != other.secret
    assert one.store_id != other.store_id


def test_a_wiped_key_opens_nothing_and_holds_nothing() -> None:
    key = Key(b"s" * KEY_BYTES, bytes(ID_BYTES))
    held = key.secret
    copy = key.copy()
    key.wipe()
    with pytest.raises(ValueError, match="wiped"):
        key.unlock(_Lock())  # type: ignore[arg-type]  # only set_key is used
    assert b"s" not in held
    assert copy.secret == b"s" * KEY_BYTES


def test_neither_a_key_nor_a_passphrase_shows_itself() -> None:
    key, secret = Key(b"s" * KEY_BYTES, bytes(ID_BYTES)), Secret.of_passphrase("sesame")
    assert "ss" not in f"{key!r}"
    assert "sesame" not in f"{secret!r}"


@pytest.mark.parametrize(
    ("typed", "same"),
    [("ｐａｓｓ　１２３", "pass 123"), ("ｶﾞｷﾞ", "ガギ"), ("か\u3099き", "がき")],
)
def test_the_same_keys_pressed_in_another_input_mode_give_the_same_secret(typed: str, same: str) -> None:
    assert Secret.of_passphrase(typed) == Secret.of_passphrase(same)


@given(
    st.text(alphabet="abcABC 12'\"\\\0あア漢", min_size=1),
    st.text(alphabet="abcABC 12'\"\\\0あア漢", min_size=1),
)
def test_different_passphrases_give_different_secrets(one: str, other: str) -> None:
    assert (Secret.of_passphrase(one) == Secret.of_passphrase(other)) == (one == other)


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(UserError):
        Secret.of_passphrase("")
