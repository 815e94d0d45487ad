import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.store import recovery_code
from evacplan.store.recovery_code import CodeTypoError

_SECRETS = st.binary(min_size=16, max_size=16)
_PLACES = st.integers(0, 47)
_FULL_WIDTH = str.maketrans("0123456789-", "０１２３４５６７８９－")


def _digits(secret: bytes) -> list[str]:
    return list(recovery_code.shown(secret).replace("-", ""))


@given(_SECRETS)
def test_a_code_is_eight_groups_of_six_digits_and_reads_back(secret: bytes) -> None:
    shown = recovery_code.shown(secret)
    assert re.fullmatch(r"(\d{6}-){7}\d{6}", shown)
    assert recovery_code.read(shown) == secret
    assert recovery_code.wrong_groups(shown) == ()


@given(_SECRETS, st.sampled_from(["", " ", "　", "‐", "ー", "\n", "・", " 、"]))
def test_how_a_code_is_written_does_not_matter(secret: bytes, between: str) -> None:
    shown = recovery_code.shown(secret)
    for typed in (shown, shown.translate(_FULL_WIDTH), shown.replace("0", "o").replace("1", "l")):
        assert recovery_code.read(f" {typed.replace('-', between)}\n") == secret


@given(_SECRETS, _PLACES, st.sampled_from("0123456789"))
def test_any_wrong_digit_is_pointed_at(secret: bytes, place: int, digit: str) -> None:
    digits = _digits(secret)
    if digits[place] == digit:
        return
    digits[place] = digit
    with pytest.raises(CodeTypoError) as caught:
        recovery_code.read("".join(digits))
    assert caught.value.groups == (place // 6 + 1,)
    assert f"{place // 6 + 1}番目" in caught.value.why
    assert recovery_code.wrong_groups("".join(digits)) == caught.value.groups


@given(_SECRETS, st.integers(0, 46))
def test_two_digits_swapped_are_noticed(secret: bytes, place: int) -> None:
    digits = _digits(secret)
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    typed = "".join(digits)
    if typed == recovery_code.shown(secret).replace("-", ""):
        return
    with pytest.raises(CodeTypoError):
        recovery_code.read(typed)


@given(_SECRETS, st.permutations(range(8)))
def test_groups_in_another_order_are_noticed(secret: bytes, order: list[int]) -> None:
    groups = recovery_code.shown(secret).split("-")
    shuffled = [groups[place] for place in order]
    wrong = tuple(number for number, place in enumerate(order, start=1) if place != number - 1)
    assert recovery_code.wrong_groups("-".join(shuffled)) == wrong


@given(_SECRETS, st.integers(0, 60))
def test_a_code_of_another_length_is_told(secret: bytes, length: int) -> None:
    if length == 48:
        return
    typed = (recovery_code.shown(secret).replace("-", "") * 2)[:length]
    with pytest.raises(CodeTypoError) as caught:
        recovery_code.read(typed)
    assert caught.value.groups == ()
    assert "数が合いません" in caught.value.why


@given(st.text())
def test_any_text_is_either_a_code_or_told(typed: str) -> None:
    try:
        assert len(recovery_code.read(typed)) == 16
    except CodeTypoError as error:
        assert "復旧シート" in error.do  # noqa: PT017  (either way is right)


@given(_SECRETS, st.integers(0, 47))
def test_what_is_not_typed_yet_is_no_mistake(secret: bytes, length: int) -> None:
    assert recovery_code.wrong_groups("".join(_digits(secret)[:length])) == ()


def test_no_two_codes_are_the_same() -> None:
    assert len({recovery_code.new_secret() for _ in range(1000)}) == 1000
