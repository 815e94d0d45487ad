"""Persons and organisations named by their row ("@row key"), when the row goes, comes or comes back."""

from collections.abc import Iterator

from evacplan.domain import persons, structure
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.domain.plan.base import Row
from evacplan.domain.plan.child import FamilyMember
from evacplan.domain.plan.people import Supporter
from evacplan.domain.structure import Leaf
from evacplan.domain.values import Shape


def with_names_for(plan: Plan, key: str) -> Plan:
    """The plan in which each reference to a row became the name it showed; nothing where it had no name."""
    reference = f"{persons.REFERENCE}{key}"
    for path, value, leaf in tuple(named(plan)):
        if reference in value:
            plan = with_other_names(plan, path, leaf, value, {reference: name_for(plan, reference, leaf)})
    return plan


def with_heir_for(plan: Plan, key: str) -> Plan:
    """The plan in which each reference to a row points at the one other row that bears the same name.

    For who was entered twice. What is shown must be the same, or the full name: two brothers without names,
    and two Satos with different titles, are two people.
    """
    reference = f"{persons.REFERENCE}{key}"
    row = persons.row_of(plan, reference)
    for path, value, leaf in tuple(named(plan)) if row is not None else ():
        heir = _heir(plan, row, leaf.kind.shape) if row is not None and reference in value else None
        if heir is not None and f".{heir}." not in path:
            plan = with_other_names(plan, path, leaf, value, {reference: f"{persons.REFERENCE}{heir}"})
    return plan


def _heir(plan: Plan, row: Row, shape: Shape) -> str | None:
    """The key of the only other row of the same name, None where there is none or are several."""
    shown = persons.organisations(plan) if shape is Shape.ORGANISATION else persons.persons(plan)
    alike = {key for key, name in shown.items() if name == shown.get(row.key)} - {row.key}
    if isinstance(row, FamilyMember | Supporter):
        alike = (alike or _namesakes(plan, row)) if row.name else set()
    return alike.pop() if len(alike) == 1 else None


def _namesakes(plan: Plan, row: FamilyMember | Supporter) -> set[str]:
    """The keys of the others with the same family name and given name."""
    others: tuple[FamilyMember | Supporter, ...] = (*plan.child.household, *plan.supporters.supporters)
    is_full = len((row.name or "").split()) > 1
    return {one.key for one in others if is_full and one.name == row.name} - {row.key}


def with_names_from(plan: Plan, source: Plan, places: tuple[str, ...]) -> Plan:
    """The plan in which what came from another plan names nobody who has a row there alone.

    places: what came from there. Such a reference becomes the name it showed there.
    """
    gone = {
        f"{persons.REFERENCE}{key}" for key in {row.key for _, row in structure.rows(source)} - _keys(plan)
    }
    for path, value, leaf in tuple(named(plan)) if gone else ():
        names = {one: name_for(source, one, leaf) for one in value if one in gone}
        if names and any(f"{path}.".startswith(f"{place}.") for place in places):
            plan = with_other_names(plan, path, leaf, value, names)
    return plan


def with_links_to(plan: Plan, key: str) -> Plan:
    """The plan in which names written before their person had a row point at it.

    A text is linked only where it means this row and no other one.
    """
    row = persons.row_of(plan, f"{persons.REFERENCE}{key}")
    means = {shape: _own_spellings(plan, row, shape) for shape in persons.SHAPES} if row is not None else {}
    for path, value, leaf in tuple(named(plan)) if any(means.values()) else ():
        texts = {one: f"{persons.REFERENCE}{key}" for one in value if one in means[leaf.kind.shape]}
        if texts and f".{key}." not in path:
            plan = with_other_names(plan, path, leaf, value, texts)
    return plan


def _own_spellings(plan: Plan, row: Row, shape: Shape) -> set[str]:
    """The texts that mean a row and no other one."""
    others = [persons.spellings(plan, other, shape) for other in persons.rows(plan) if other.key != row.key]
    return persons.spellings(plan, row, shape).difference(*others)


def places_that_differ(before: Plan, after: Plan) -> int:
    """In how many fields persons or organisations are named differently."""
    known = {path: value for path, value, _ in named(before)}
    return sum(1 for path, value, _ in named(after) if known.get(path) != value)


def named(plan: Plan) -> Iterator[tuple[str, tuple[str, ...], Leaf]]:
    """Every field that names persons or organisations, with what stands there; empty ones are passed."""
    for path, record, leaf in structure.leaves(plan):
        value = getattr(record, leaf.name) if leaf.kind.shape in persons.SHAPES else None
        if value:
            yield path, value if isinstance(value, tuple) else (value,), leaf


def name_for(plan: Plan, reference: str, leaf: Leaf) -> str:
    """The name a reference shows in a field, "" where the row has none."""
    is_person = leaf.kind.shape is not Shape.ORGANISATION
    name = persons.shown(plan, reference) if is_person else persons.shown_organisation(plan, reference)
    return "" if name == persons.NAMELESS else name


def with_other_names(
    plan: Plan, path: str, leaf: Leaf, value: tuple[str, ...], names: dict[str, str]
) -> Plan:
    """The plan in which a field names others. names: what stands there to its replacement, "" for none."""
    told = tuple(dict.fromkeys(name for one in value if (name := names.get(one, one))))
    return put(plan, path, told if leaf.kind.shape is Shape.PEOPLE else next(iter(told), None))


def _keys(plan: Plan) -> set[str]:
    return {row.key for _, row in structure.rows(plan)}
