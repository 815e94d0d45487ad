"""Blank forms for a pen as PDF files: which there are, and how one is made and written."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from evacplan.domain.plan import SECTIONS
from evacplan.form.blank import blank_edition, blank_sections
from evacplan.form.blank_words import load_blank_words
from evacplan.form.spec import Edition
from evacplan.pdf.blank import fitted
from evacplan.pdf.memory import Memory
from evacplan.press import Press
from evacplan.written import write_into

ALL_SECTIONS = "sections"
NAMES = (*(edition.value for edition in Edition), ALL_SECTIONS, *SECTIONS)


def titles(press: Press) -> Iterator[tuple[str, str]]:
    """The name of each blank form and what it is called."""
    form = press.words.form
    own = load_blank_words(press.forms, form, press.language)
    for edition in Edition:
        yield edition.value, form.editions[edition].title
    yield ALL_SECTIONS, own.all.format(first=form.sections[0].number, last=form.sections[-1].number)
    for section in form.sections:
        yield section.name, f"{section.number}　{section.title}"


def blank_pdf(press: Press, name: str) -> bytes:
    """One blank form; name: one of NAMES."""
    words = press.words
    own = load_blank_words(press.forms, words.form, press.language)
    if name in set(Edition):
        view = blank_edition(words, own, Edition(name))
    else:
        view = blank_sections(words, own, SECTIONS if name == ALL_SECTIONS else (name,))
    memory = Memory()
    return press.made(fitted(view, press.fonts, memory), memory)


def write_blanks(press: Press, names: Iterable[str], folder: Path) -> Iterator[Path]:
    """Write each form as a whole file; yields its path. Raises UserError where that is impossible."""
    for name in names:
        yield write_into(folder, f"blank-{name}.pdf", blank_pdf(press, name))
