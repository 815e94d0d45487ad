"""What another forms folder changes against the one in use, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from evacplan.form.edition import Words
from evacplan.form.spec import Edition, Form, FormPart, Item, Need

_BY_FIELD = ("form.toml", "extra.toml", "pack.toml", "logo.png", "choices.toml")


class What(StrEnum):
    """What changes at a place."""

    NEW = "new"  # a field that was not there
    GONE = "gone"
    LABEL = "label"
    SHORT = "short"
    HELP = "help"
    EXAMPLE = "example"
    NEED = "need"
    EDITIONS = "editions"
    TITLE = "title"  # of a section
    SAY = "say"
    REASON = "reason"
    CHOICE = "choice"  # the word of an answer
    LAYOUT = "layout"  # of a paper
    LOGO = "logo"
    FILE = "file"  # words that belong to no field


@dataclass(frozen=True, slots=True)
class FormChange:
    """One change. where: the section's title, or the file; label: of the field as it was.

    before, after: texts, the names of a need, or those of editions with commas.
    """

    what: What
    where: str
    label: str
    before: str
    after: str


def form_changes(old: Words, new: Words, old_folder: Path, new_folder: Path) -> tuple[FormChange, ...]:
    """Every change between two forms, the fields first."""
    return (
        *_of_fields(old.form, new.form),
        *_of_sections(old.form, new.form),
        *_of_choices(old.form, new.form),
        *(
            FormChange(What.LAYOUT, new.paper_title(paper), "", "", "")
            for paper, layout in new.layouts.items()
            if layout != old.layouts[paper]
        ),
        *_of_files(old_folder, new_folder, {section.name for section in new.form.sections}),
    )


def _of_fields(old: Form, new: Form) -> Iterator[FormChange]:
    before, after = old.parts_by_path, new.parts_by_path
    for path in [*before, *(path for path in after if path not in before)]:
        was, is_now = before.get(path), after.get(path)
        where = new.section(path.partition(".")[0]).title
        if was is None and isinstance(is_now, Item):
            yield FormChange(What.NEW, where, is_now.label, "", editions_text(is_now))
        elif is_now is None and isinstance(was, Item):
            yield FormChange(What.GONE, where, was.label, editions_text(was), "")
        elif was is not None and is_now is not None:
            for what, one, other in _compared(was, is_now):
                if one != other:
                    yield FormChange(what, where, was.label, one, other)


def _compared(was: FormPart, now: FormPart) -> Iterator[tuple[What, str, str]]:
    yield What.LABEL, was.label, now.label
    yield What.HELP, was.help, now.help
    yield What.NEED, getattr(was, "need", Need.MAY), getattr(now, "need", Need.MAY)
    if isinstance(was, Item) and isinstance(now, Item):
        yield What.EDITIONS, editions_text(was), editions_text(now)
        if was.short != was.label or now.short != now.label:
            yield What.SHORT, was.short, now.short
        yield What.EXAMPLE, was.example, now.example


def editions_text(item: Item) -> str:
    """The names of the editions that show a field, with commas."""
    return ",".join(edition.value for edition in Edition if edition in item.editions)


def _of_sections(old: Form, new: Form) -> Iterator[FormChange]:
    for was, now in zip(old.sections, new.sections, strict=True):
        for what, one, other in (
            (What.TITLE, was.title, now.title),
            (What.SAY, was.say, now.say),
            (What.REASON, was.reason, now.reason),
        ):
            if one != other:
                yield FormChange(what, was.title, was.title, one, other)


def _of_choices(old: Form, new: Form) -> Iterator[FormChange]:
    for name in old.choices:
        for code, word in old.choices[name].items():
            other = new.choices.get(name, {}).get(code, word)
            if other != word:
                yield FormChange(What.CHOICE, "", word, word, other)


def _of_files(old: Path, new: Path, sections: set[str]) -> Iterator[FormChange]:
    """Files that hold no words of fields, by their names; the logo by its own kind."""
    if _bytes(old / "logo.png") != _bytes(new / "logo.png"):
        yield FormChange(What.LOGO, "", "", "", "")
    by_field = {*_BY_FIELD, *(f"{name}.toml" for name in sections)}
    for path in sorted(new.glob("*.toml")):
        if path.name not in by_field and _bytes(old / path.name) != path.read_bytes():
            yield FormChange(What.FILE, path.name, "", "", "")


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
