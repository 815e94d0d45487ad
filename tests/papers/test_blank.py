"""Blank forms on paper: every label can be read, pages are used, and a heading never ends one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader

from evacplan.blank_forms import NAMES, blank_pdf, titles
from evacplan.domain.plan import SECTIONS
from evacplan.form.spec import Edition
from tests.papers.samples import blank, shipped_press
from tests.pdf.paper import squeezed

FORMS = tuple(name for name in NAMES if name != "sections")
LEAST_DRAWN = 0.6  # of the height of a page, from its head to the last thing on it
TOP, FOOT, LINE = 800.0, 45.0, 20.0  # points


def texts(name: str) -> list[str]:
    return [squeezed(side.whole) for side in sides(name)]


@pytest.mark.parametrize("name", FORMS)
def test_every_label_that_concerns_the_reader_can_be_read_on_the_paper(name: str) -> None:
    items = shipped_press().words.form.items()
    if name in set(Edition):
        wanted = [item.label for item in items if Edition(name) in item.editions]
    else:
        wanted = [item.label for item in items if item.path.startswith(f"{name}.")]
    text = "".join(texts(name))
    assert [label for label in wanted if squeezed(label) not in text] == []


@pytest.mark.parametrize("name", FORMS)
def test_every_side_names_the_form_and_has_room_for_number_name_and_day(name: str) -> None:
    pages = texts(name)
    for number, text in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in text
        for word in ("計画番号", "氏名", "更新日", "手書き用"):
            assert word in text


@dataclass
class Side:
    """What stands on one side above its foot: texts and the ends of lines, with their heights in points.

    whole: all its text, foot and all.
    """

    whole: str = ""
    texts: list[tuple[float, str]] = field(default_factory=list)
    lines: list[float] = field(default_factory=list)

    def note_text(self, text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if cm[5] + tm[5] > FOOT and text.strip():
            self.texts.append((cm[5] + tm[5], squeezed(text)))

    def note_line(self, operator: bytes, operands: list[Any], cm: list[float], _tm: object) -> None:
        if operator == b"l" and cm[5] + float(operands[1]) > FOOT:
            self.lines.append(cm[5] + float(operands[1]))

    @property
    def used(self) -> float:
        """How far down it is used, as a share of the room between head and foot."""
        return (TOP - min([*self.lines, *(y for y, _ in self.texts)])) / (TOP - FOOT)


@cache
def sides(name: str) -> list[Side]:
    found = []
    for page in PdfReader(io.BytesIO(blank(name))).pages:
        side = Side()
        side.whole = page.extract_text(visitor_text=side.note_text, visitor_operand_before=side.note_line)
        found.append(side)
    return found


@pytest.mark.parametrize("name", FORMS)
def test_no_side_is_mostly_empty(name: str) -> None:
    assert min(side.used for side in sides(name)) > LEAST_DRAWN


@pytest.mark.parametrize("name", FORMS)
def test_no_heading_stands_alone_at_the_foot_of_a_side(name: str) -> None:
    reader = PdfReader(io.BytesIO(blank(name)))
    headings = {squeezed(str(entry["/Title"])) for entry in flat(reader.outline)}
    headings -= {squeezed(item.label) for item in shipped_press().words.form.items()}  # メモ is both
    for side in sides(name):
        height, text = min(side.texts)
        assert text not in headings or min(side.lines) < height - LINE


def flat(outline: list[Any]) -> Iterator[Any]:
    for entry in outline:
        if isinstance(entry, list):
            yield from flat(entry)
        else:
            yield entry


def test_the_forms_are_listed_with_the_names_of_editions_and_sections() -> None:
    found = dict(titles(shipped_press()))
    assert tuple(found) == NAMES
    assert found["contacts"] == "S13　連絡網"


def test_the_form_of_all_sections_has_those_of_each_in_order() -> None:
    text = "".join(texts("sections"))
    says = [squeezed(shipped_press().words.form.section(name).say) for name in SECTIONS]
    places = [text.index(say) for say in says]
    assert places == sorted(places)


def test_the_same_form_gives_the_same_bytes_and_names_nobody() -> None:
    assert blank_pdf(shipped_press(), "contacts") == blank("contacts")
    said = PdfReader(io.BytesIO(blank("contacts"))).metadata
    assert said is not None
    assert said.title == "医療的ケア児 災害時個別支援計画 手書き用の白紙 連絡網"


@pytest.mark.parametrize(("edition", "most"), [("family", 32), ("municipality", 14), ("hospital", 14)])
def test_the_form_of_an_edition_is_no_book(edition: str, most: int) -> None:
    assert len(texts(edition)) <= most


def test_the_emergency_sheet_to_fill_in_takes_one_sheet_of_two_sides() -> None:
    assert sum("緊急シート" in text for text in texts("family")) == 2
