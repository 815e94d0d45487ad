"""How hard a passphrase is to guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.ui.passphrase import SHORTEST, Strength, strength

ORDER = [Strength.SHORT, Strength.WEAK, Strength.FAIR, Strength.STRONG]


@pytest.mark.parametrize(
    "notorious", ["password", "Password1!", "12345678901234", "qwertyuiop", "tanaka2019"]
)
def test_what_people_guess_first_is_weak(notorious: str) -> None:
    assert strength(notorious) is Strength.WEAK


def test_four_unrelated_words_are_strong() -> None:
    assert strength("ringo kaze tsukue mado") is Strength.STRONG


@given(st.text(max_size=SHORTEST - 1, alphabet=st.characters(codec="ascii")))
def test_a_short_passphrase_is_never_accepted(text: str) -> None:
    assert strength(text) is Strength.SHORT


# A line takes no line breaks.
@given(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Zl", "Zp")),
    st.integers(min_value=SHORTEST, max_value=200),
)
def test_one_character_repeated_is_never_more_than_weak(char: str, times: int) -> None:
    assert ORDER.index(strength(char * times)) <= ORDER.index(Strength.WEAK)


@given(st.text(alphabet="abcdefgh 123!あい", min_size=SHORTEST, max_size=60))
def test_saying_it_twice_adds_little(text: str) -> None:
    assert ORDER.index(strength(text + text)) <= ORDER.index(strength(text)) + 1
