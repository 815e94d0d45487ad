"""The joined declaration: what every field means and what it is called."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from evacplan.domain.paths import is_empty
from evacplan.domain.plan import Mark
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.extras import EXTRAS, Extras, kind_of
from evacplan.domain.structure import EXTRA_KINDS, Leaf
from evacplan.form.formats import Formats


class Edition(StrEnum):
    """Who reads the paper."""

    FAMILY = "family"
    MUNICIPALITY = "municipality"
    HOSPITAL = "hospital"


class Need(StrEnum):
    """How much a field matters: without `must` the plan is not complete."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"


@dataclass(frozen=True, slots=True)
class Item:
    """One field. path: "devices.devices.battery_h", without row keys. when: a property of its record.

    unit_from: the name of a neighbouring field that holds the unit (mg, W or VA), "" when the type has it.
    implied_by: neighbours that say the same on paper, so that it is left out where one of them stands.
    told: how it stands in a running line, alone or with neighbours ("SpO2 {spo2_low}–{spo2_high} %"), "" for
    label and answer. told_yes, told_no: what はい and いいえ say there (同居, 別居).
    private: not for everybody in the room; the words may say so, else what only the family's paper holds is.
    extra: the kind of answer of a field that a pack brought, "" for the model's own.
    """

    path: str
    leaf: Leaf
    label: str
    short: str
    help: str
    example: str
    need: Need
    group: str
    when: str
    unit_from: str
    implied_by: tuple[str, ...]
    editions: frozenset[Edition]
    told: str = ""
    told_yes: str = ""
    told_no: str = ""
    private: bool = False
    extra: str = ""

    @property
    def name(self) -> str:
        return self.leaf.name

    def stored(self, value: object) -> object:
        """An answer as it is kept: that to a pack's field with its kind and label."""
        if not self.extra or is_empty(value):
            return value
        bare = value.value if isinstance(value, StrEnum) else value
        return {"kind": self.extra, "label": self.label, "value": bare}


@dataclass(frozen=True, slots=True)
class SubRecord:
    """A record inside a section or row, such as the ventilator's settings."""

    path: str
    name: str
    record: type[Record]
    label: str
    help: str
    when: str
    parts: "tuple[FormPart, ...]"


@dataclass(frozen=True, slots=True)
class Repeat:
    """Rows alike. heading: names of the items that make a card's heading; ordered: their order matters.

    only: for an edition, the property a row must have to be shown there.
    """

    path: str
    name: str
    row: type[Row]
    label: str
    help: str
    add: str
    heading: tuple[str, ...]
    ordered: bool
    need: Need
    when: str
    only: Mapping[Edition, str]
    parts: "tuple[FormPart, ...]"


FormPart = Item | SubRecord | Repeat


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the manual. say: the sentence to say aloud; reason: why it stands here."""

    name: str
    number: str
    title: str
    say: str
    reason: str
    parts: tuple[FormPart, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """The words of the answers every field can have. foreign: what a field of another pack is called."""

    none: str
    unknown: str
    yes: str
    no: str
    foreign: str
    approximate: str


@dataclass(frozen=True, slots=True)
class EditionWords:
    """What an edition is called, who reads it and what for."""

    title: str
    reader: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Final:
    """The closing page: check and print."""

    title: str
    say: str
    reason: str


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """What two plans may say alike for one reason. places: sections, records, lists or fields."""

    name: str
    label: str
    help: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """Every section with its words. choices: enum class name to code to word.

    conditions: for each condition (`when`) the sentence that says why its questions are folded away, with
    {count} or {names} of what is folded. copying: what can be taken over from another plan. formats: of days
    and units.
    """

    revision: str
    title: str
    sections: tuple[Section, ...]
    choices: Mapping[str, Mapping[str, str]]
    answers: Answers
    editions: Mapping[Edition, EditionWords]
    final: Final
    parts_by_path: Mapping[str, FormPart]
    conditions: Mapping[str, str]
    copying: tuple[CopyGroup, ...]
    formats: Formats

    def section(self, name: str) -> Section:
        """The section of that name."""
        return next(section for section in self.sections if section.name == name)

    def part(self, path: str) -> FormPart:
        """The item, record or repeat at a path with or without row keys. Raises KeyError."""
        found = self.parts_by_path.get(path)
        if found is not None:
            return found
        names: list[str] = []
        for name in path.split("."):
            candidate = ".".join([*names, name])
            if candidate in self.parts_by_path or not names:
                names.append(name)
            elif not isinstance(self.parts_by_path.get(".".join(names)), Repeat):
                return self._foreign(path)
        return self.parts_by_path[".".join(names)]

    def _foreign(self, path: str) -> FormPart:
        """A field of a pack that is not in use, or what holds such fields. Raises KeyError."""
        section, _, name = path.partition(".")
        holder, _, key = name.partition(".")
        if holder != EXTRAS or all(section != each.name for each in self.sections):
            raise KeyError(path)
        label = self.answers.foreign
        if not key:
            return SubRecord(path, EXTRAS, Extras, label, "", "", ())
        kind = kind_of(key)
        if kind is None:
            raise KeyError(path)
        leaf = Leaf(key, EXTRA_KINDS[kind])
        none = frozenset[Edition]()
        return Item(
            path, leaf, label, label, "", "", Need.MAY, "", "", "", (), none, private=True, extra=kind
        )

    def item(self, path: str) -> Item:
        """The field at a path with or without row keys. Raises KeyError."""
        part = self.part(path)
        if not isinstance(part, Item):
            raise KeyError(path)
        return part

    def items(self) -> Iterator[Item]:
        """Every field, in the order of the form."""
        return (part for part in self.parts_by_path.values() if isinstance(part, Item))


def applies(record: Record, when: str, prefix: str, marks: Mapping[str, Mark]) -> bool:
    """Whether a part concerns this child: its condition is a boolean property of the record it stands in.

    prefix: the record's place in the plan. marks: of the plan, for なし can end a condition as 0 does.
    """
    if not when or not getattr(record, when):
        return not when
    ending = record.ended_by_none.get(when)
    mark = marks.get(f"{prefix}.{ending}") if ending else None
    return mark is None or not mark.none
