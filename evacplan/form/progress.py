"""What is still missing, in the order of the form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from evacplan.domain.paths import get, is_empty
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.base import Record
from evacplan.domain.structure import leaves, rows
from evacplan.form.spec import Form, FormPart, Item, Need, Repeat, SubRecord, applies


class Standing(StrEnum):
    """How far an answer is: empty, 未確認, or answered (a value or なし)."""

    EMPTY = "empty"
    UNKNOWN = "unknown"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Place:
    """One field or list of this plan that concerns the child. path: with row keys."""

    path: str
    part: Item | Repeat
    standing: Standing

    @property
    def need(self) -> Need:
        return self.part.need


@dataclass(frozen=True, slots=True)
class Gauge:
    """How many places of one need there are and how many of them are answered."""

    answered: int
    total: int
    unknown: int

    @property
    def is_full(self) -> bool:
        return self.answered == self.total


def places(form: Form, plan: Plan, section: str | None = None) -> list[Place]:
    """Every place that concerns this child, of one section or of all, in the order of the form."""
    found: list[Place] = []
    for each in form.sections:
        if section in (None, each.name):
            _add_places(each.parts, getattr(plan, each.name), each.name, plan.marks, found)
    return found


def by_section(found: Iterable[Place]) -> dict[str, list[Place]]:
    """These places by the name of their section."""
    sections: dict[str, list[Place]] = {}
    for place in found:
        sections.setdefault(place.path.partition(".")[0], []).append(place)
    return sections


def _add_places(
    parts: tuple[FormPart, ...], record: Record, prefix: str, marks: Mapping[str, Mark], found: list[Place]
) -> None:
    for part in parts:
        if not applies(record, part.when, prefix, marks):
            continue
        name = _name(part)
        path = f"{prefix}.{name}"
        value = get(record, name)
        if isinstance(part, SubRecord):
            _add_places(part.parts, value, path, marks, found)
            continue
        found.append(Place(path, part, standing(value, marks.get(path))))
        if isinstance(part, Repeat):
            for row in value:
                _add_places(part.parts, row, f"{path}.{row.key}", marks, found)


def _name(part: FormPart) -> str:
    return part.path.rpartition(".")[2]


def standing(value: object, mark: Mark | None) -> Standing:
    """How far one answer is."""
    if mark is not None and mark.unknown:
        return Standing.UNKNOWN
    if not is_empty(value) or (mark is not None and mark.none):
        return Standing.ANSWERED
    return Standing.EMPTY


def gauge(form: Form, plan: Plan, need: Need, section: str | None = None) -> Gauge:
    """How full the plan (or one section) is for one need."""
    return counted(places(form, plan, section), need)


def counted(found: Iterable[Place], need: Need) -> Gauge:
    """How full these places are for one need."""
    standings = [place.standing for place in found if place.need is need]
    return Gauge(standings.count(Standing.ANSWERED), len(standings), standings.count(Standing.UNKNOWN))


def missing(form: Form, plan: Plan, need: Need = Need.MUST) -> list[Place]:
    """Places of one need without any answer (未確認 is one that waits, not one that is missing)."""
    return [place for place in places(form, plan) if is_missing(place, need)]


def is_missing(place: Place, need: Need = Need.MUST) -> bool:
    """Whether a place of this need has no answer yet."""
    return place.need is need and place.standing is Standing.EMPTY


class Tick(StrEnum):
    """The state of a section in the sidebar. ASIDE: it does not concern this child."""

    UNTOUCHED = "untouched"
    BEGUN = "begun"
    UNKNOWN = "unknown"
    DONE = "done"
    ASIDE = "aside"


def tick(form: Form, plan: Plan, section: str, found: list[Place]) -> Tick:
    """How far a section is: done when every must-field is answered and something is there.

    found: the places of the section.
    """
    if _is_aside(form, plan, section, found):
        return Tick.ASIDE
    if all(place.standing is Standing.EMPTY for place in found):
        return Tick.UNTOUCHED
    musts = [place.standing for place in found if place.need is Need.MUST]
    if Standing.EMPTY in musts:
        return Tick.BEGUN
    return Tick.UNKNOWN if Standing.UNKNOWN in {place.standing for place in found} else Tick.DONE


def _is_aside(form: Form, plan: Plan, section: str, found: list[Place]) -> bool:
    """Whether one answer said that the rest of a section does not concern this child.

    found: the places that do. A section where anything else was answered is not set aside.
    """
    parts, record = form.section(section).parts, getattr(plan, section)
    folded = [part for part in parts if not applies(record, part.when, section, plan.marks)]
    return (
        bool(folded)
        and len(parts) - len(folded) == len(found) == 1
        and found[0].standing is Standing.ANSWERED
        and not any(holds_answer(plan, f"{section}.{_name(part)}") for part in folded)
    )


def holds_answer(plan: Plan, path: str) -> bool:
    """Whether anything was answered at a place or inside it: a value, a row or a mark."""
    if any(not mark.is_empty and f"{place}.".startswith(f"{path}.") for place, mark in plan.marks.items()):
        return True
    value = get(plan, path)
    if isinstance(value, Record):
        return any(not is_empty(getattr(record, leaf.name)) for _, record, leaf in leaves(value)) or bool(
            next(rows(value), None)
        )
    return not is_empty(value)
