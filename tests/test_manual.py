"""The manual says what the app does: its words, keys, commands, pictures and links are those there are."""

import ast
import io
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from evacplan.cli import main, press
from evacplan.form.load import load_form
from evacplan.form.manual import INDEX, LEAFLET, ManualPage, load_manual
from evacplan.form.markdown import Heading, Listing, Paragraph, Picture, Quote, Spans, Table
from evacplan.manual_pages import manual_pdfs
from evacplan.ui.commands import COMMANDS
from evacplan.ui.keys import IN_FIELDS, KEYS, SECTION_KEYS

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "manual"
MANUAL = load_manual(FOLDER)
FORM = load_form(ROOT / "forms")
PAGES = [pytest.param(page, id=page.name) for page in MANUAL.pages]
SECTIONS = [
    *((section.name, section.title, section.say, section.reason) for section in FORM.sections),
    ("final", FORM.final.title, FORM.final.say, FORM.final.reason),
]
_KEY = re.compile(r"F\d+|Esc|Enter|Tab|Delete|\d|(?:Ctrl|Alt|Shift)\+\S+")
_QUOTED = re.compile(r"「([^「」]+)」")
_PAIR = re.compile(r"「([^「」]+)」（`([^`]+)`")
_MOST_BYTES = 100_000


def lines(page: ManualPage) -> Iterator[Spans]:
    for node in page.nodes:
        match node:
            case Paragraph(spans):
                yield spans
            case Listing(found) | Quote(found):
                yield from found
            case Table(head, rows):
                yield from (*head, *(cell for row in rows for cell in row))


@cache
def papers() -> dict[str, bytes]:
    """The manual and the leaflet as they are printed."""
    return dict(manual_pdfs(press(), FOLDER))


@cache
def sides(name: str) -> tuple[str, ...]:
    """The text of each side of the manual or the leaflet."""
    return tuple(page.extract_text() for page in PdfReader(io.BytesIO(papers()[name])).pages)


def source(page: ManualPage) -> str:
    return (FOLDER / f"{page.name}.md").read_text(encoding="utf-8")


def plain(words: str) -> str:
    """Words of a command or button without its menu key."""
    return re.sub(r"\(&.\)", "", words)


@cache
def words_of_the_app() -> str:
    """Every text of the window, of the forms and of the fixed papers, one below the other."""
    found = [plain(text) for file in sorted((ROOT / "evacplan").rglob("*.py")) for text in _constants(file)]
    for file in sorted((ROOT / "forms").rglob("*.toml")):
        found += _strings(tomllib.loads(file.read_text(encoding="utf-8")))
    return "\n".join(found)


def _constants(file: Path) -> Iterator[str]:
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def keys_of_the_app() -> dict[str, set[str]]:
    """Every key with the words of what it does."""
    found: dict[str, set[str]] = {}
    for command in COMMANDS:
        found.setdefault(command.keys, set()).add(plain(command.words).rstrip("…"))
    for key in (key for group in KEYS.values() for key in group):
        for keys in key.keys:
            found.setdefault(keys, set()).add(key.words)
    return found


@pytest.mark.parametrize(("name", "title", "say", "reason"), SECTIONS, ids=[each[0] for each in SECTIONS])
def test_every_section_has_a_page_with_its_own_words(name: str, title: str, say: str, reason: str) -> None:
    page = MANUAL.page(name)
    quotes = [
        "".join(s.text for s in spans) for n in page.nodes if isinstance(n, Quote) for spans in n.paragraphs
    ]
    texts = ["".join(span.text for span in spans) for spans in lines(page)]
    assert page.title == title
    assert say in quotes
    assert reason in texts


@pytest.mark.parametrize("page", PAGES)
def test_every_word_in_quotation_marks_is_a_word_of_the_app(page: ManualPage) -> None:
    if page.name == LEAFLET:
        pytest.skip("speaks to people without the app")
    known = words_of_the_app()
    # The examples quote what families say.
    said = "\n".join(line for line in source(page).splitlines() if not line.startswith("| "))
    assert [words for words in _QUOTED.findall(said) if words not in known] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_key_is_one_that_works(page: ManualPage) -> None:
    in_fields = {key for keys, _ in IN_FIELDS for key in keys.replace("〜", " ").replace("／", " ").split()}
    known = keys_of_the_app().keys() | set(SECTION_KEYS) | in_fields
    told = {span.text for spans in lines(page) for span in spans if span.key and _KEY.fullmatch(span.text)}
    assert told - known == set()


@pytest.mark.parametrize("page", PAGES)
def test_a_key_behind_a_command_is_that_commands_key(page: ManualPage) -> None:
    known = keys_of_the_app()
    pairs = _PAIR.findall(source(page))
    wrong = [(words, key) for words, key in pairs if not any(words in said for said in known.get(key, ()))]
    assert wrong == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_and_picture_is_there(page: ManualPage) -> None:
    names = {each.name for each in MANUAL.pages}
    assert set(page.links) <= names
    for picture in (node for node in page.nodes if isinstance(node, Picture)):
        file = FOLDER / picture.file
        assert file.stat().st_size < _MOST_BYTES
        with Image.open(file) as image:
            assert image.mode == "P"


def test_every_page_and_every_picture_of_the_manual_is_used() -> None:
    assert {file.stem for file in FOLDER.glob("*.md")} == {page.name for page in MANUAL.pages}
    shown = {node.file for page in MANUAL.pages for node in page.nodes if isinstance(node, Picture)}
    readme = set(re.findall(r"resources/manual/(images/\S+\.png)", (ROOT / "README.md").read_text("utf-8")))
    assert {f"images/{file.name}" for file in (FOLDER / "images").iterdir()} == shown | readme


def test_every_page_is_printed_without_loss() -> None:
    book, leaflet = (_tight("".join(sides(name))) for name in ("manual", LEAFLET))
    for page in MANUAL.pages:
        text = leaflet if page.name == LEAFLET else book
        headings = [node.text for node in page.nodes if isinstance(node, Heading)]
        captions = [node.words for node in page.nodes if isinstance(node, Picture)]
        said = ["".join(span.text for span in spans) for spans in lines(page)]
        assert [each for each in (*headings, *captions, *said) if _tight(each) not in text] == []


def test_the_leaflet_is_one_side_and_every_section_too() -> None:
    printed = {name: PdfReader(io.BytesIO(data)) for name, data in papers().items()}
    assert len(printed[LEAFLET].pages) == 1
    book = printed["manual"]
    begins = [
        (str(mark.title), book.get_destination_page_number(mark))
        for mark in book.outline
        if not isinstance(mark, list)
    ]
    taken = {
        title: after - at
        for (title, at), (_, after) in pairwise(begins)
        if at is not None and after is not None
    }
    assert {title: taken[title] for _, title, _, _ in SECTIONS} == {title: 1 for _, title, _, _ in SECTIONS}


def test_the_manual_has_a_bookmark_for_every_page() -> None:
    book = PdfReader(io.BytesIO(papers()["manual"]))
    marks = [mark.title for mark in book.outline if not isinstance(mark, list)]
    assert marks == [page.title for page in MANUAL.pages if page.name != LEAFLET]
    assert book.page_labels[0] == "1"
    assert marks[0] == MANUAL.page(INDEX).title


def test_the_command_line_writes_both(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["manual", "--out", str(tmp_path / "new")]) == 0
    written = sorted((tmp_path / "new").iterdir())
    assert [file.name for file in written] == ["evacplan-leaflet.pdf", "evacplan-manual.pdf"]
    assert set(capsys.readouterr().out.split()) == set(map(str, written))


def _tight(text: str) -> str:
    return "".join(text.split())


def test_the_contents_name_the_side_on_which_each_page_begins() -> None:
    texts = [re.sub(r"\s", "", side) for side in sides("manual")]
    for page in MANUAL.own[1:]:
        title = re.sub(r"\s", "", page.title)
        (number,) = set(re.findall(rf"{re.escape(title)}(\d+)ページ", texts[0] + texts[1]))
        assert title in texts[int(number) - 1][:80]
        assert "（続き）" not in texts[int(number) - 1][:80]
