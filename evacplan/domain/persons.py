"""Persons and organisations that stand in the plan once and are named everywhere by "@row key"."""

from collections.abc import Callable

from evacplan.domain.plan import Plan
from evacplan.domain.plan.base import Row
from evacplan.domain.plan.care import Doctor
from evacplan.domain.plan.child import FamilyMember
from evacplan.domain.plan.people import Supporter, TeamMember
from evacplan.domain.values import Shape

REFERENCE = "@"
SHAPES = (Shape.PERSON, Shape.PEOPLE, Shape.ORGANISATION)
Names = Callable[[Plan], dict[str, str]]
NAMELESS = "（名前が未記入の人）"


def persons(plan: Plan) -> dict[str, str]:
    """Row key to the name to show, for every person who has a row of their own."""
    found = {row.key: _with(row.name, row.relation) for row in plan.child.household}
    found |= {row.key: _with(row.name, row.title) for row in plan.supporters.supporters}
    found |= {row.key: _joined(row.organisation, row.name) for row in plan.supporters.team}
    found |= {row.key: _joined(row.organisation, _doctor(row.name)) for row in plan.care.doctors}
    found |= {row.key: _joined(row.name, row.contact) for row in plan.devices.suppliers}
    return {key: name for key, name in found.items() if name}


def organisations(plan: Plan) -> dict[str, str]:
    """Row key to the name to show, for every organisation that has a row of its own."""
    found = {row.key: row.name or "" for row in plan.devices.suppliers}
    found |= {row.key: row.name or "" for row in plan.child.facilities}
    found |= {row.key: row.organisation or "" for row in plan.care.doctors}
    found |= {row.key: row.organisation or "" for row in plan.supporters.team}
    return {key: name for key, name in found.items() if name}


def shown(plan: Plan, reference: str) -> str:
    """The name behind a reference; the text itself when it points at no row, as 「@ホーム訪問看護」 does."""
    return _shown(reference, plan, persons, organisations)


def shown_organisation(plan: Plan, reference: str) -> str:
    """Like shown, but a company or clinic alone, without the person to ask for there."""
    return _shown(reference, plan, organisations, persons)


def _shown(reference: str, plan: Plan, first: Names, then: Names) -> str:
    if row_of(plan, reference) is None:
        return reference
    key = reference.removeprefix(REFERENCE)
    return first(plan).get(key) or then(plan).get(key) or NAMELESS


def short(plan: Plan, reference: str) -> str:
    """The shortest clear name: the relation for family (母), else as shown."""
    for row in plan.child.household:
        if f"{REFERENCE}{row.key}" == reference and row.relation:
            return row.relation
    return shown(plan, reference)


def as_reference(plan: Plan, typed: str) -> str:
    """What to store for a typed name: a reference when exactly one row is shown so, else the text."""
    matches = called(plan, typed)
    return f"{REFERENCE}{matches.pop()}" if len(matches) == 1 else typed


def called(plan: Plan, typed: str) -> set[str]:
    """The keys of the rows that a typed name may mean; more than one where several are called so."""
    matches = {
        key for named in (persons(plan), organisations(plan)) for key, name in named.items() if name == typed
    }
    matches |= {row.key for row in plan.child.household if typed in (row.name, row.relation)}
    matches |= {row.key for row in plan.supporters.supporters if typed == row.name}
    matches |= {row.key for row in plan.care.doctors if row.name and typed in _titled(row.name)}
    return matches


def spellings(plan: Plan, row: Row, shape: Shape) -> set[str]:
    """What may stand for a row as plain text in a field of that shape: its name in full, alone, or 母.

    A clinic or team without a person's name is no person: "A病院" must not become the first doctor there.
    """
    if shape is Shape.ORGANISATION:
        return {organisations(plan).get(row.key, "")} - {""}
    found = {persons(plan).get(row.key, "")}
    if isinstance(row, FamilyMember):
        found |= {row.name or "", row.relation or ""}
    elif isinstance(row, Supporter):
        found.add(row.name or "")
    elif isinstance(row, Doctor | TeamMember) and not row.name:
        return set()
    return found - {""}


def rows(plan: Plan) -> tuple[Row, ...]:
    """Every person and organisation with a row of their own."""
    return (
        *plan.child.household,
        *plan.child.facilities,
        *plan.supporters.supporters,
        *plan.supporters.team,
        *plan.care.doctors,
        *plan.devices.suppliers,
    )


def row_of(plan: Plan, reference: str) -> Row | None:
    """The row a reference points at, or None."""
    if not reference.startswith(REFERENCE):
        return None
    key = reference.removeprefix(REFERENCE)
    return next((row for row in rows(plan) if row.key == key), None)


def _with(name: str | None, extra: str | None) -> str:
    if name and extra:
        return f"{name}（{extra}）"
    return name or extra or ""


def _joined(first: str | None, second: str | None) -> str:
    return "　".join(part for part in (first, second) if part)


def _titled(name: str) -> tuple[str, ...]:
    """How a doctor is called without the hospital; never without a title, as neighbours are."""
    bare = name.removesuffix("医師").removesuffix("先生").rstrip()
    return (f"{bare}医師", f"{bare}先生")


def _doctor(name: str | None) -> str | None:
    return name if not name or name.endswith(("医師", "先生")) else f"{name}医師"
