"""Blank forms: every field that concerns the reader has its place, and no value, no figure stands there."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path

import pytest

from evacplan.domain.plan import SECTIONS
from evacplan.form.blank import blank_edition, blank_sections
from evacplan.form.blank_edition import BUILDERS as BLANK_BUILDERS
from evacplan.form.blank_parts import Maker
from evacplan.form.blank_words import BlankWords, load_blank_words
from evacplan.form.edition import BUILDERS
from evacplan.form.papers import Paper
from evacplan.form.spec import Edition, Item
from evacplan.form.toml_file import FormError
from evacplan.form.view import View
from evacplan.form.view_pen import Blank, BlankCards, BlankFields, BlankTable, Room, SayBlock
from tests.builders import FORMS, words
from tests.form.marked import marked_answers, texts_of


def own() -> BlankWords:
    return load_blank_words(FORMS, words().form)


def of_edition(edition: Edition) -> View:
    return blank_edition(words(), own(), edition)


def of_section(name: str) -> View:
    return blank_sections(words(), own(), [name])


def every_view() -> list[View]:
    return [*map(of_edition, Edition), *map(of_section, SECTIONS)]


def blanks(shown: object) -> Iterator[Blank]:
    """Every field to write in, in order."""
    if isinstance(shown, Blank):
        yield shown
    elif isinstance(shown, tuple):
        for one in shown:
            yield from blanks(one)
    elif is_dataclass(shown):
        for name in ("pages", "blocks", "fields", "columns", "parts"):
            yield from blanks(getattr(shown, name, None))


def labels(view: View) -> set[str]:
    return {blank.label for blank in blanks(view)}


def below(name: str) -> list[Item]:
    return [item for item in words().form.items() if item.path.startswith(f"{name}.")]


@pytest.mark.parametrize("name", SECTIONS)
def test_the_form_of_a_section_asks_for_all_its_fields_and_for_no_other(name: str) -> None:
    assert labels(of_section(name)) == {item.label for item in below(name)}


@pytest.mark.parametrize("edition", Edition)
def test_the_form_of_an_edition_asks_for_what_its_reader_may_see_alone(edition: Edition) -> None:
    wanted = {item.label for item in words().form.items() if edition in item.editions}
    headline = {words().figure_words.words["lead"]}
    view = of_edition(edition)
    head = {blank.label for blank in view.pages[0].pen}
    assert (labels(view) | head) - headline == wanted


@pytest.mark.parametrize("edition", Edition)
def test_the_form_of_an_edition_keeps_its_pages_in_order(edition: Edition) -> None:
    layout = words().layouts[Paper(edition)]
    wanted = [page.title for page in layout.page if {block.kind for block in page.block} != {"pictures"}]
    assert [page.title for page in of_edition(edition).pages] == wanted


@pytest.mark.parametrize("edition", Edition)
def test_the_headings_of_an_edition_stand_on_its_form_in_order(edition: Edition) -> None:
    computed = ("figures", "levers", "leaving", "ladder", "changed", "per_row")
    layout = words().layouts[Paper(edition)]
    flat = [
        inner
        for page in layout.page
        for block in page.block
        for inner in ((*block.left, *block.right) if block.kind == "columns" else (block,))
    ]
    wanted = [block.title for block in flat if block.title and block.kind not in computed]
    found = [getattr(block, "title", "") for page in of_edition(edition).pages for block in page.blocks]
    places = [found.index(title) for title in dict.fromkeys(wanted)]
    assert places == sorted(places)


def test_every_kind_of_block_has_a_blank_counterpart() -> None:
    assert set(BUILDERS) <= set(BLANK_BUILDERS)


def test_no_form_holds_an_answer() -> None:
    marks = {mark.text for mark in marked_answers()}
    for view in every_view():
        assert not marks & set(texts_of(view))


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_begins_with_the_sentence_to_say_aloud(name: str) -> None:
    first = of_section(name).pages[0].blocks[0]
    assert isinstance(first, SayBlock)
    assert first.text == words().form.section(name).say


def test_every_choice_and_every_unit_stands_where_its_field_is_asked() -> None:
    maker = Maker(words().form, own())
    for item in words().form.items():
        blank = maker.blank(item)
        if item.leaf.choices:
            assert blank.room is Room.TICKS
            assert blank.words == tuple(words().form.choices[item.leaf.choices.__name__].values())
        assert blank.unit == item.leaf.kind.unit


def test_a_list_has_several_empty_rows_or_a_whole_card() -> None:
    for view in every_view():
        for page in view.pages:
            for block in page.blocks:
                if isinstance(block, BlankTable):
                    assert block.rows >= 2
                if isinstance(block, BlankCards):
                    assert block.count >= 1
                    assert sum(len(part.fields) for part in block.parts if isinstance(part, BlankFields)) > 0


def test_plan_number_name_and_day_stand_at_the_head_of_every_page() -> None:
    form = words().form
    for view in every_view():
        for page in view.pages:
            assert [blank.label for blank in page.pen] == [form.item(path).label for path in own().head]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"contacts.chain" =', '"contacts.chained" ='),
        ('columns = ["nickname", "use_bands"]', 'columns = ["name"]'),
        ("title  = ", "titel  = "),
    ],
)
def test_words_that_do_not_fit_the_form_are_refused(tmp_path: Path, before: str, after: str) -> None:
    text = (FORMS / "blank.toml").read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "blank.toml").write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(FormError, match=r"blank\.toml"):
        load_blank_words(tmp_path, words().form)
