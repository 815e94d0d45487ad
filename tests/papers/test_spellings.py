"""What cannot be printed is said before, with its field and the place for another spelling."""

from __future__ import annotations

from pathlib import Path

from evacplan.domain.paths import put
from evacplan.domain.plan import Mark
from evacplan.pdf.fonts import load_fonts
from evacplan.system.fonts import rich_fonts
from tests.builders import CASES, FONTS, a_case
from tests.papers.samples import shipped_press


def test_the_samples_can_be_printed_to_the_last_character() -> None:
    assert [shipped_press().unprintable(a_case(case)) for case in CASES] == [(), ()]


def test_a_character_without_a_glyph_is_told_with_its_field_and_its_cure() -> None:
    plan = put(a_case("case-a"), "child.name", "髙橋 \U000323af凛")
    (found,) = shipped_press().unprintable(plan)
    assert (found.path, found.characters) == ("child.name", ("\U000323af",))
    assert found.cure == "child.name_print_alt"


def test_a_shape_that_no_font_knows_is_told_although_the_plain_character_prints() -> None:
    plan = put(a_case("case-a"), "child.address", "青森市浪\U000e01ef町")
    assert [found.characters for found in shipped_press().unprintable(plan)] == [("浪\U000e01ef",)]


def test_names_in_marks_are_read_too() -> None:
    plan = a_case("case-a")
    marked = plan.model_copy(update={"marks": {"child.fax": Mark(unknown=True, ask_whom="\U000323af")}})
    assert [found.path for found in shipped_press().unprintable(marked)] == ["child.fax"]


def test_a_rich_font_of_the_system_is_found_by_its_name(tmp_path: Path) -> None:
    font = tmp_path / "ipamjm.ttf"
    font.write_bytes(b"x")
    assert rich_fonts(iter([tmp_path / "none", tmp_path])) == (font,)


def test_a_spare_font_is_asked_only_for_what_is_missing_and_a_broken_one_is_left_out(tmp_path: Path) -> None:
    broken = tmp_path / "ipamjm.ttf"
    broken.write_bytes(b"no font")
    fonts = load_fonts(FONTS, [broken])
    assert fonts.glyphs("髙")
    assert fonts.missing_glyphs("髙\U000323af") == ("\U000323af",)
