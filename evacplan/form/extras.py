"""The fields that a pack of forms adds to sections, from its extra.toml.

title: what they are called together. Each [[field]]: section, name, kind (text, choice, day or yes_no), label
and, as the model's own fields, help, example, need and editions; choices: the words to choose from.
Without editions a field is printed nowhere.
"""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evacplan.domain.plan import Plan
from evacplan.domain.plan.extras import EXTRAS, Extras
from evacplan.domain.plan.extras import Section as SectionRecord
from evacplan.domain.structure import EXTRA_KINDS, Leaf
from evacplan.domain.values import Kind, Shape
from evacplan.form.pack import EXTRA, OWNER
from evacplan.form.spec import Edition, Form, FormPart, Item, Need, Section, SubRecord
from evacplan.form.toml_file import FormError, read_toml
from evacplan.form.words import worded

_Label = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[^\x00-\x1f\x7f]+$")]
_Sentence = Annotated[str, Field(max_length=300, pattern=r"^[^\x00-\x1f\x7f]*$")]


class _ExtraField(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    section: str
    name: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
    kind: Literal["text", "choice", "day", "yes_no"]
    label: _Label
    help: _Sentence = ""
    example: _Sentence = ""
    need: Need = Need.MAY
    choices: Annotated[tuple[_Label, ...], Field(max_length=30)] = ()
    editions: tuple[Edition, ...] = ()


class _ExtraFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    title: _Label
    field: Annotated[tuple[_ExtraField, ...], Field(min_length=1, max_length=200)]


def with_extras(form: Form, folder: Path) -> Form:
    """The form with the fields of a pack's extra.toml, each after its section's own. Raises FormError."""
    if not (folder / EXTRA).exists():
        return form
    try:
        found = _ExtraFile.model_validate(read_toml(folder / EXTRA))
    except ValidationError as error:
        raise FormError(f"{EXTRA}: {error}") from error
    owner = str(read_toml(folder / OWNER)["id"])
    _check(form, found)
    items = [(field.section, _item(owner, field)) for field in found.field]
    sections = tuple(
        _with_items(section, found.title, [item for name, item in items if name == section.name])
        for section in form.sections
    )
    words = {
        item.leaf.choices.__name__: {member.value: member.value for member in item.leaf.choices}
        for _section, item in items
        if item.leaf.choices is not None
    }
    parts = {part.path: part for section in sections for part in _flat(section.parts)}
    return replace(form, sections=sections, choices={**form.choices, **words}, parts_by_path=parts)


def _check(form: Form, found: _ExtraFile) -> None:
    names = [field.name for field in found.field]
    for field in found.field:
        where = f"{EXTRA}: {field.name}"
        if not hasattr(Plan(), field.section) or field.section not in {one.name for one in form.sections}:
            raise FormError(f"{where}: {field.section!r} is no section")
        if names.count(field.name) > 1:
            raise FormError(f"{where}: stands twice")
        if bool(field.choices) != (field.kind == "choice") or len(set(field.choices)) != len(field.choices):
            raise FormError(f"{where}: a choice, and nothing else, has choices, each once")
        if field.kind == "choice" and len(field.choices) == 1:
            raise FormError(f"{where}: one choice is none")


def _item(owner: str, field: _ExtraField) -> Item:
    key = f"{owner}_{field.kind}_{field.name}"
    editions = frozenset(field.editions)
    return Item(
        path=f"{field.section}.{EXTRAS}.{key}",
        leaf=_leaf(key, field),
        label=field.label,
        short=field.label,
        help=field.help,
        example=field.example,
        need=field.need,
        group="",
        when="",
        unit_from="",
        implied_by=(),
        editions=editions,
        private=editions <= {Edition.FAMILY},
        extra=field.kind,
    )


def _leaf(key: str, field: _ExtraField) -> Leaf:
    if field.kind != "choice":
        return Leaf(key, EXTRA_KINDS[field.kind])
    members = {f"w{number}": word for number, word in enumerate(field.choices)}
    return Leaf(key, Kind(Shape.CHOICE), _closed_set(key, members))


def _closed_set(key: str, members: dict[str, str]) -> type[StrEnum]:
    return cast("type[StrEnum]", StrEnum(key, members))


def _with_items(section: Section, title: str, items: list[Item]) -> Section:
    if not items:
        return section
    own = SubRecord(f"{section.name}.{EXTRAS}", EXTRAS, Extras, title, "", "", tuple(items))
    return replace(section, parts=(*section.parts, own))


def _flat(parts: tuple[FormPart, ...]) -> Iterator[FormPart]:
    for part in parts:
        yield part
        if not isinstance(part, Item):
            yield from _flat(part.parts)


def foreign_answers(form: Form, plan: Plan, section: str) -> tuple[tuple[str, str], ...]:
    """Label and words of each answer of a section whose field, or word to choose, is not in the form."""
    record: SectionRecord = getattr(plan, section)
    found = (
        (key, extra, form.item(f"{section}.{EXTRAS}.{key}")) for key, extra in record.extras.by_key.items()
    )
    return tuple(
        (extra.label, worded(form, plan, item, extra.value))
        for key, extra, item in found
        if item.path not in form.parts_by_path or not _is_offered(item, extra.value)
    )


def _is_offered(item: Item, value: object) -> bool:
    return item.leaf.choices is None or value in [member.value for member in item.leaf.choices]
