"""Every character is drawn by a font that has it, or reported."""

from __future__ import annotations

from itertools import product

import pytest

from evacplan.pdf.fonts import clusters, code_name
from evacplan.pdf.text import Run, Text
from tests.pdf.paper import drawn, page_texts, shipped_fonts

SELECTED = ["辻\U000e0100", "葛\U000e0100城", "葛\U000e0101"]
NAMES = [*SELECTED, "髙橋", "﨑山", "𠮷田", "渡邉", "渡邊", "凜々花", "對馬", "糀"]
MISSING_FROM_JIS_X_0213 = {"⦅", "⦆", "ǵ"}


def jis_x_0213() -> list[str]:
    """All characters of JIS X 0213 as Python's codec has them, those of two code points too."""
    cells = product((b"", b"\x8f"), range(161, 255), range(161, 255))
    decoded = [(plane + bytes([row, cell])).decode("euc_jis_2004", "replace") for plane, row, cell in cells]
    return [text for text in decoded if "\ufffd" not in text]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("bold", [False, True])
def test_a_rare_name_is_drawn_by_a_font_that_has_it(name: str, bold: bool) -> None:
    fonts = shipped_fonts()
    assert all(fonts.glyphs(cluster, bold) for cluster in clusters(name))
    assert fonts.missing_glyphs(name) == ()


def test_a_variation_selector_chooses_another_shape() -> None:
    fonts = shipped_fonts()
    assert fonts.glyphs("葛\U000e0100")[0].gid != fonts.glyphs("葛")[0].gid


@pytest.mark.parametrize("name", NAMES)
def test_copying_a_rare_name_from_the_paper_gives_it_to_the_code_point(name: str) -> None:
    assert page_texts(drawn([Text([Run(name)], shipped_fonts())])) == [name]


def test_all_but_three_characters_of_jis_x_0213_are_covered() -> None:
    fonts = shipped_fonts()
    missing = {char for char in jis_x_0213() for cluster in clusters(char) if not fonts.glyphs(cluster)}
    assert missing == MISSING_FROM_JIS_X_0213


def test_what_no_font_has_is_reported_once_and_printed_as_its_code() -> None:
    fonts = shipped_fonts()
    assert fonts.missing_glyphs("한 한😀髙\n") == ("한", "😀")
    assert "U+1F600" in page_texts(drawn([Text([Run("好き😀")], fonts)]))[0]
    assert code_name("😀") == "U+1F600"


def test_a_selector_that_no_font_knows_is_reported_and_the_plain_character_printed() -> None:
    fonts = shipped_fonts()
    assert fonts.missing_glyphs("山\U000e01ef") == ("山\U000e01ef",)
    assert fonts.glyphs("山\U000e01ef")[0].gid == fonts.glyphs("山")[0].gid


def test_control_characters_and_invisible_marks_draw_nothing() -> None:
    assert clusters("a\x00\x1b\u200b\u200e\ufeff\u00adb") == ["a", "b"]
    assert clusters("a\r\nb\u2028c\td") == ["a", "\n", "b", "\n", "c", " ", " ", "d"]


def test_voicing_marks_typed_apart_are_drawn_as_one_sign() -> None:
    fonts = shipped_fonts()
    assert len(fonts.glyphs("か\u3099")) == 1
    assert len(fonts.glyphs("か\u309a")) == 1
