"""Join the plan's model with the words of forms/; any mismatch is refused, naming file and field."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from evacplan.domain import choices as choice_types
from evacplan.domain.plan import SECTIONS, Plan
from evacplan.domain.plan.base import Record
from evacplan.domain.structure import Leaf, Nested, Part, Rows, parts
from evacplan.domain.values import Shape
from evacplan.form.formats import load_formats
from evacplan.form.languages import Language, read_words
from evacplan.form.spec import (
    Answers,
    CopyGroup,
    Edition,
    EditionWords,
    Final,
    Form,
    FormPart,
    Item,
    Need,
    Repeat,
    Section,
    SubRecord,
)
from evacplan.form.toml_file import FormError

_ITEM_KEYS = {
    "label",
    "short",
    "help",
    "example",
    "need",
    "group",
    "when",
    "unit_from",
    "implied_by",
    "editions",
    "told",
    "told_yes",
    "told_no",
    "private",
}
_RECORD_KEYS = {"label", "help", "when"}
_REPEAT_KEYS = _RECORD_KEYS | {"add", "heading", "ordered", "need", "only"}
_SECTION_KEYS = {"title", "say", "reason"}
_TYPES: dict[str, type] = {
    "implied_by": list,
    "editions": list,
    "heading": list,
    "ordered": bool,
    "private": bool,
    "only": dict,
}
_FIELD = re.compile(r"\{(\w+)\}")
_NO_EXAMPLE = {
    Shape.CHOICE,
    Shape.CHOICES,
    Shape.YES_NO,
    Shape.IMAGE,
    Shape.PERSON,
    Shape.PEOPLE,
    Shape.ORGANISATION,
    Shape.FIELD,
    Shape.TEXT,
}


def load_form(
    folder: Path, language: Language = Language.JAPANESE, figures: Language = Language.JAPANESE
) -> Form:
    """The form of a folder of TOML files. figures: the language of days and units.

    Raises FormError naming file and field.
    """

    def read(name: str) -> dict[str, Any]:
        return read_words(folder, name, language)

    head = _head(read("form.toml"))
    sections = tuple(
        _section(number, name, read(f"{name}.toml"), f"{name}.toml") for number, name in enumerate(SECTIONS)
    )
    parts_by_path = {part.path: part for section in sections for part in _flat(section.parts)}
    return Form(
        revision=head["revision"],
        title=head["title"],
        sections=sections,
        choices=_choices(read("choices.toml")),
        answers=head["answers"],
        editions=head["editions"],
        final=head["final"],
        parts_by_path=parts_by_path,
        conditions=_conditions(read("conditions.toml"), parts_by_path.values()),
        copying=_copying(read("copying.toml"), {*SECTIONS, *parts_by_path}),
        formats=load_formats(folder, figures),
    )


def _head(head: dict[str, Any]) -> dict[str, Any]:
    """The revision, title, answers, editions and final page of form.toml, checked."""
    try:
        if tuple(head["sections"]) != SECTIONS:
            raise FormError(f"form.toml: sections must be {list(SECTIONS)}")
        editions = {Edition(name): EditionWords(**words) for name, words in head["editions"].items()}
        if set(editions) != set(Edition):
            raise FormError(f"form.toml: [editions] must name {[edition.value for edition in Edition]}")
        return {
            "revision": str(head["revision"]),
            "title": str(head["title"]),
            "answers": Answers(**head["answers"]),
            "editions": editions,
            "final": Final(**head["final"]),
        }
    except (KeyError, TypeError, ValueError) as error:
        raise FormError(f"form.toml: {error}") from error


def _section(number: int, name: str, content: dict[str, Any], file: str) -> Section:
    record = type(getattr(Plan(), name))
    words: dict[str, dict[str, Any]] = content.get("item", {})
    unknown = set(content) - {"section", "item"}
    found = tuple(_parts(record, name, words, file))
    used = {part.path.removeprefix(f"{name}.") for part in _flat(found)}
    for extra in [*unknown, *(set(words) - used)]:
        raise FormError(f"{file}: [{extra}] names nothing in the model")
    head = content.get("section", {})
    if set(head) != _SECTION_KEYS:
        raise FormError(f"{file}: [section] must say {sorted(_SECTION_KEYS)}")
    return Section(name, f"S{number}", head["title"], head["say"], head["reason"], found)


def _parts(
    record: type[Record], prefix: str, words: Mapping[str, dict[str, Any]], file: str
) -> Iterable[FormPart]:
    for part in parts(record):
        path = f"{prefix}.{part.name}"
        name = path.partition(".")[2]
        if name not in words:
            raise FormError(f'{file}: [item."{name}"] is missing')
        block = words[name]
        _check_block(part, block, f'{file}: [item."{name}"]', record)
        yield _join(part, path, block, words, file)


def _join(
    part: Part, path: str, block: dict[str, Any], words: Mapping[str, dict[str, Any]], file: str
) -> FormPart:
    label, hint, when = block["label"], block.get("help", ""), block.get("when", "")
    need = Need(block.get("need", "may"))
    editions = frozenset(map(Edition, block.get("editions", [])))
    match part:
        case Leaf():
            return Item(
                path=path,
                leaf=part,
                label=label,
                short=block.get("short", label),
                help=hint,
                example=block.get("example", ""),
                need=need,
                group=block.get("group", ""),
                when=when,
                unit_from=block.get("unit_from", ""),
                implied_by=tuple(block.get("implied_by", [])),
                editions=editions,
                told=block.get("told", ""),
                told_yes=block.get("told_yes", ""),
                told_no=block.get("told_no", ""),
                private=block.get("private", editions <= {Edition.FAMILY}),
            )
        case Nested():
            inner = tuple(_parts(part.record, path, words, file))
            return SubRecord(path, part.name, part.record, label, hint, when, inner)
        case Rows():
            return _repeat(part, path, block, words, file)


def _repeat(
    part: Rows, path: str, block: dict[str, Any], words: Mapping[str, dict[str, Any]], file: str
) -> Repeat:
    known = {other.name for other in parts(part.row)}
    if not set(block["heading"]) <= known:
        raise FormError(
            f"{file}: {path}: heading names {sorted(set(block['heading']) - known)}, not in the row"
        )
    try:
        only = {Edition(edition): name for edition, name in block.get("only", {}).items()}
    except ValueError as error:
        raise FormError(f"{file}: {path}: only: {error}") from error
    for name in only.values():
        if not isinstance(getattr(part.row, name, None), property):
            raise FormError(f"{file}: {path}: only = {name!r} is no property of {part.row.__name__}")
    return Repeat(
        path=path,
        name=part.name,
        row=part.row,
        label=block["label"],
        help=block.get("help", ""),
        add=block["add"],
        heading=tuple(block["heading"]),
        ordered=block.get("ordered", False),
        need=Need(block.get("need", "may")),
        when=block.get("when", ""),
        only=only,
        parts=tuple(_parts(part.row, path, words, file)),
    )


def _check_block(part: Part, block: dict[str, Any], where: str, record: type[Record]) -> None:
    allowed = {Leaf: _ITEM_KEYS, Nested: _RECORD_KEYS, Rows: _REPEAT_KEYS}[type(part)]
    wanted = {Leaf: {"label", "need"}, Nested: {"label"}, Rows: {"label", "add", "heading"}}[type(part)]
    if extra := set(block) - allowed:
        raise FormError(f"{where}: unknown {sorted(extra)}")
    if missing := wanted - set(block):
        raise FormError(f"{where}: missing {sorted(missing)}")
    for name, value in block.items():
        if not isinstance(value, _TYPES.get(name, str)):
            raise FormError(f"{where}: {name} must be of type {_TYPES.get(name, str).__name__}")
    when = block.get("when", "")
    if when and not isinstance(getattr(record, when, None), property):
        raise FormError(f"{where}: when = {when!r} is no property of {record.__name__}")
    neighbours = {*block.get("implied_by", []), *filter(None, [block.get("unit_from")])}
    neighbours |= set(told_fields(block.get("told", "")))
    if strangers := neighbours - {other.name for other in parts(record)}:
        raise FormError(f"{where}: {sorted(strangers)} are no fields of {record.__name__}")
    if isinstance(part, Leaf) and part.kind.shape not in _NO_EXAMPLE and not block.get("example"):
        raise FormError(f"{where}: an example is missing")
    try:
        Need(block.get("need", "may"))
        set(map(Edition, block.get("editions", [])))
    except ValueError as error:
        raise FormError(f"{where}: {error}") from error


@cache
def told_fields(told: str) -> tuple[str, ...]:
    """The fields named in braces in the words of a running line."""
    return tuple(_FIELD.findall(told))


def _choices(content: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    types = {
        name: kind
        for name, kind in vars(choice_types).items()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum
    }
    if differing := set(content) ^ set(types):
        raise FormError(f"choices.toml: {sorted(differing)} stand only in the words or only in the model")
    for name, kind in types.items():
        if list(content[name]) != [member.value for member in kind]:
            raise FormError(f"choices.toml: [{name}] must name {[member.value for member in kind]} in order")
    return content


def _conditions(content: dict[str, str], found: Iterable[FormPart]) -> dict[str, str]:
    """The sentence of each condition, checked."""
    if differing := set(content) ^ {part.when for part in found if part.when}:
        raise FormError(f"conditions.toml: {sorted(differing)} stand only here or only in the sections")
    for name, words in content.items():
        if not set(told_fields(words)) & {"count", "names"} or set(told_fields(words)) - {"count", "names"}:
            raise FormError(f"conditions.toml: {name} must hold {{count}} or {{names}} and nothing else")
    return content


def _copying(content: dict[str, dict[str, Any]], known: set[str]) -> tuple[CopyGroup, ...]:
    """The groups of what can be copied from another plan, checked. known: every place of the form."""
    for name, block in content.items():
        if set(block) != {"label", "help", "places"}:
            raise FormError(f"copying.toml: [{name}] must say label, help and places, nothing else")
        if strangers := set(block["places"]) - known:
            raise FormError(f"copying.toml: [{name}]: {sorted(strangers)} are no places of the form")
    return tuple(
        CopyGroup(name, block["label"], block["help"], tuple(block["places"]))
        for name, block in content.items()
    )


def _flat(found: Iterable[FormPart]) -> Iterable[FormPart]:
    for part in found:
        yield part
        if not isinstance(part, Item):
            yield from _flat(part.parts)
