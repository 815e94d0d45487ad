"""Any value prints, whole, wherever its lines and pages end."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from evacplan.form.running import run_in
from evacplan.form.view import Answer, Fact, State
from evacplan.pdf.fonts import clusters, code_name
from evacplan.pdf.kit import Kit
from evacplan.pdf.lines import fill_lines, lay_atoms
from evacplan.pdf.style import GREY, STANDARD, STRONG
from evacplan.pdf.text import Run, Text
from tests.pdf.paper import drawn, page_texts, shipped_fonts, squeezed

PRINTABLE = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))
    | st.sampled_from("あ髙﨑𠮷。（<&>{}\\\n"),
    max_size=80,
)


def as_printed(text: str) -> str:
    """What the text layer reads: a code for what no font has (the copied text has the character itself)."""
    fonts = shipped_fonts()
    shown = [
        cluster if fonts.glyphs(cluster) or cluster == "\n" else code_name(cluster)
        for cluster in clusters(text)
    ]
    return squeezed("".join(shown))


@settings(max_examples=150, deadline=None)
@given(PRINTABLE)
def test_any_text_is_read_back_whole_from_the_paper(value: str) -> None:
    marks = {char for char in value if unicodedata.category(char).startswith("M")}
    read = page_texts(drawn([Text([Run(value)], shipped_fonts())], width=120))[0]
    assert marks or _plain(read) == _plain(as_printed(value))


def _plain(text: str) -> str:
    """pypdf turns right-to-left scripts around; where it does, compare the signs alone."""
    return "".join(sorted(text)) if re.search("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]", text) else text


@settings(deadline=None)
@given(PRINTABLE, st.floats(30, 400))
def test_no_line_is_wider_than_the_column_unless_one_sign_is(value: str, width: float) -> None:
    for line in fill_lines(lay_atoms([Run(value)], shipped_fonts()), width):
        seen = [atom for atom in line if not atom.text.isspace()]
        blanks = sum(atom.width for atom in line if atom.text.isspace())
        assert sum(atom.width for atom in line) - blanks <= width + 0.1 or len(seen) == 1


def test_a_long_text_splits_between_lines_and_loses_nothing() -> None:
    text = Text([Run("一二三四五六七八九十。" * 60)], shipped_fonts())
    parts = text.split(200, 100)
    assert len(parts) == 2
    assert parts[0].wrap(200, 100)[1] <= 100
    assert "".join(page_texts(drawn(parts, width=200))) == "一二三四五六七八九十。" * 60


def test_a_value_with_markup_prints_as_typed() -> None:
    value = "体温 38<x & <b>太字</b> &amp; \\(a) %PDF"
    assert page_texts(drawn([Text([Run(value)], shipped_fonts())])) == [squeezed(value)]


def test_a_framed_word_keeps_its_text() -> None:
    text = Text([Run("電池 "), Run("未確認", STRONG, framed=True), Run(" 担当 母")], shipped_fonts())
    assert page_texts(drawn([text])) == ["電池未確認担当母"]


def test_a_running_line_of_labelled_values_keeps_every_sign() -> None:
    found = [
        Fact("住所", Answer("青森市浪の音：3【角】")),
        Fact("条件", Answer("未確認", State.UNKNOWN, "病院")),
    ]
    value = run_in(found)
    runs = Kit(shipped_fonts(), STANDARD).answer_runs(value)
    assert "".join(run.text for run in runs) == value.text == "住所 青森市浪の音：3【角】　条件 未確認 病院"
    assert [run.text for run in runs if run.ink.color == GREY] == ["住所 ", "条件 "]
    assert [run.text for run in runs if run.framed] == ["未確認"]


def test_a_label_and_number_too_long_for_a_line_part_at_the_colon() -> None:
    lines = fill_lines(lay_atoms([Run("24時間電話：0120-000-882")], shipped_fonts()), 100)
    assert ["".join(atom.text for atom in line) for line in lines] == ["24時間電話：", "0120-000-882"]
