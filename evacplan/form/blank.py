"""Blank forms for a pen: a whole edition, or single sections of the interview, from the same definitions."""

from collections.abc import Iterable, Sequence

from evacplan.form.blank_edition import edition_blocks
from evacplan.form.blank_parts import Maker
from evacplan.form.blank_words import BlankWords
from evacplan.form.edition import Words
from evacplan.form.papers import Paper
from evacplan.form.spec import Edition, Section
from evacplan.form.view import Block, Page, View
from evacplan.form.view_pen import BlankFields, MemoBlock, SayBlock


def blank_edition(words: Words, own: BlankWords, edition: Edition) -> View:
    """One edition to fill in by hand, in its own order and under its own headings."""
    maker = Maker(words.form, own, edition, helps=False, tight=True)
    layout = words.layouts[Paper(edition)]
    found = list(edition_blocks(words, maker, layout))
    found[0][1].append(_of_head(words, own, maker, layout.header))
    pages = [
        _page(words, own, page.title, "　".join(filter(None, (page.lead, own.more_edition))), blocks)
        for page, blocks in found
    ]
    return _view(words, own, f"blank-{edition.value}", words.form.editions[edition].title, pages)


def _of_head(words: Words, own: BlankWords, maker: Maker, header: Iterable[str]) -> BlankFields:
    """What a filled edition says at its head and a blank one has no line for there."""
    items = [words.form.item(path) for path in header if path not in own.head]
    return maker.fields("", items)


def blank_sections(words: Words, own: BlankWords, names: Sequence[str]) -> View:
    """Sections of the interview to fill in by hand, all their fields, each with the sentence to say aloud."""
    sections = [section for section in words.form.sections if section.name in names]
    title = sections[0].title if len(sections) == 1 else words.form.title
    pages = [_section(words, own, section) for section in sections]
    code = names[0] if len(sections) == 1 else "sections"
    return _view(words, own, f"blank-{code}", title, pages)


def _section(words: Words, own: BlankWords, section: Section) -> Page:
    blocks = [SayBlock(own.say, section.say), *Maker(words.form, own).blocks(section.parts)]
    return _page(words, own, f"{section.number}　{section.title}", own.more, blocks)


def _page(words: Words, own: BlankWords, title: str, lead: str, blocks: Iterable[Block]) -> Page:
    maker = Maker(words.form, own, helps=False)
    head = tuple(maker.blank(words.form.item(path)) for path in own.head)
    return Page(title, lead, (*blocks, MemoBlock(own.memo)), pen=head)


def _view(words: Words, own: BlankWords, code: str, title: str, pages: Sequence[Page]) -> View:
    answers = words.form.answers
    return View(
        edition=code,
        edition_title=title,
        pdf_title=f"{words.form.title} {own.title} {title}",
        plan_line=own.line.format(revision=words.form.revision),
        review_line="",
        status="",
        footer=own.footer.format(unknown=answers.unknown, none=answers.none),
        pages=tuple(pages),
    )
