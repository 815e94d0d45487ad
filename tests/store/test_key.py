import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.errors import UserError
from evacplan.store.key import Key


class _Lock:
    """Takes the key a connection would get."""

    def __init__(self) -> None:
        self.key = b""

    def set_key(self, key: bytes | bytearray) -> None:
        self.key = bytes(key)


def _bytes(passphrase: str) -> bytes:
    lock = _Lock()
    Key.from_passphrase(passphrase).unlock(lock)  # type: ignore[arg-type]  # only set_key is used
    return lock.key


@pytest.mark.parametrize(
    ("typed", "same"),
    [("ｐａｓｓ　１２３", "pass 123"), ("ｶﾞｷﾞ", "ガギ"), ("か\u3099き", "がき")],
)
def test_the_same_keys_pressed_in_another_input_mode_give_the_same_key(typed: str, same: str) -> None:
    assert _bytes(typed) == _bytes(same)


@given(
    st.text(alphabet="abcABC 12'\"\\\0あア漢", min_size=1),
    st.text(alphabet="abcABC 12'\"\\\0あア漢", min_size=1),
)
def test_different_passphrases_give_different_keys(one: str, other: str) -> None:
    assert (_bytes(one) == _bytes(other)) == (one == other)


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(UserError):
        Key.from_passphrase("")


def test_a_wiped_key_opens_nothing_and_holds_nothing() -> None:
    key = Key.from_passphrase("secret")
    key.wipe()
    with pytest.raises(ValueError, match="wiped"):
        key.unlock(_Lock())  # type: ignore[arg-type]  # only set_key is used
    assert b"secret" not in bytes(key._secret)


def test_a_key_never_shows_itself() -> None:
    assert "secret" not in f"{Key.from_passphrase('secret')!r}"
