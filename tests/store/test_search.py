import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.store.search import fold, search_key, search_words

_KATAKANA = st.text(alphabet=[chr(code) for code in range(ord("ァ"), ord("ヶ") + 1)])


@given(_KATAKANA)
def test_katakana_and_hiragana_fold_alike(katakana: str) -> None:
    hiragana = "".join(chr(ord(char) - 0x60) for char in katakana)
    assert fold(katakana) == fold(hiragana)


@given(st.text(alphabet=st.characters(min_codepoint=0x21, max_codepoint=0x7E)))
def test_full_width_and_ascii_fold_alike(text: str) -> None:
    wide = "".join(chr(ord(char) + 0xFEE0) for char in text)
    assert fold(wide) == fold(text)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("ﾔﾏﾀﾞ", "やまだ"),
        ("高橋", "髙橋"),
        ("山崎", "山﨑"),
        ("吉田", "𠮷田"),
        ("葛城", "葛\U000e0100城"),
        ("２０２６ー００１", "2026-001"),
        ("渡辺", "渡邉"),
        ("神", "\ufa19"),
    ],
)
def test_a_name_is_found_however_it_is_typed(typed: str, stored: str) -> None:
    assert fold(typed) == fold(stored)


@given(st.text())
def test_any_label_finds_itself(label: str) -> None:
    assert all(word in search_key("", label, "") for word in search_words(label))


@given(st.text(alphabet=" \u3000\t-ー・"))
def test_a_blank_search_has_no_words(blank: str) -> None:
    assert search_words(blank) == ()
