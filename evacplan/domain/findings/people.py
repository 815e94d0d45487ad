"""Findings about the people of the plan: who helps, and who is counted twice. Source: rules.md §1 (R15)."""

from collections import Counter
from collections.abc import Iterator

from evacplan.domain.findings.facts import Facts, filled
from evacplan.domain.findings.finding import Finding, Labelled, Named, Who, amber, rule
from evacplan.domain.persons import as_reference
from evacplan.domain.plan.people import Supporter

SINGLE_SUPPORTER = amber("single_supporter", "supporter")
SUPPORTER_INCOMPLETE = amber("supporter_incomplete", "supporter", "fields")
SUPPORTER_CONSENT_MISSING = amber("supporter_consent_missing", "supporter")
SUPPORTER_TWICE = amber("supporter_twice", "supporter")
SUPPORTER_AT_HOME = amber("supporter_at_home", "supporter")
SAME_PERSON_TWICE = amber("same_person_twice", "person", "first", "second")
NO_SECOND_CARER = amber("no_second_carer")

SUPPORTERS = "supporters.supporters"
_LEGAL_FIELDS = ("name", "address", "phone")
_PAIRS = (
    ("child.main_carer", "child.second_carer"),
    ("child.second_carer", "child.third_carer"),
    ("triggers.who_decides", "triggers.deputy_decides"),
)


def single_supporter(facts: Facts) -> Iterator[Finding]:
    rows = list(_supporters(facts))
    if len(rows) == 1:
        yield SINGLE_SUPPORTER.at(SUPPORTERS, supporter=Named(rows[0][0]))


def supporter_answers(facts: Facts) -> Iterator[Finding]:
    """What the Act asks of each supporter, and the supporter's own consent."""
    for path, row in _supporters(facts):
        missing = tuple(f"{path}.{name}" for name in _LEGAL_FIELDS if not getattr(row, name))
        if missing:
            fields = tuple(Labelled(place) for place in missing)
            yield SUPPORTER_INCOMPLETE.at(missing[0], supporter=Named(path), fields=fields)
        if row.consent_on is None:
            yield SUPPORTER_CONSENT_MISSING.at(f"{path}.consent_on", supporter=Named(path))


def supporter_twice(facts: Facts) -> Iterator[Finding]:
    rows = list(_supporters(facts))
    said = Counter(text for _, row in rows for text in (row.name, row.phone) if text)
    for path, row in rows:
        if said[row.name or ""] > 1 or said[row.phone or ""] > 1 or row.deputy == f"@{row.key}":
            yield SUPPORTER_TWICE.at(f"{path}.name", supporter=Named(path))


def supporter_at_home(facts: Facts) -> Iterator[Finding]:
    """Who lives with the child and is listed as a supporter adds no hands."""
    names = {member.name for member in facts.family_at_home() if member.name}
    for path, row in _supporters(facts):
        if row.name in names:
            yield SUPPORTER_AT_HOME.at(f"{path}.name", supporter=Named(path))


def same_person_twice(facts: Facts) -> Iterator[Finding]:
    for first, second in _PAIRS:
        person, other = (_person(facts, path) for path in (first, second))
        if person and person == other:
            yield SAME_PERSON_TWICE.at(
                second, person=Who(person), first=Labelled(first), second=Labelled(second)
            )


def no_second_carer(facts: Facts) -> Iterator[Finding]:
    child = facts.plan.child
    if child.main_carer and not child.second_carer:
        yield NO_SECOND_CARER.at("child.second_carer")


def _person(facts: Facts, path: str) -> str | None:
    section, name = path.split(".")
    found = getattr(getattr(facts.plan, section), name)
    return as_reference(facts.plan, found) if found else None


def _supporters(facts: Facts) -> Iterator[tuple[str, Supporter]]:
    return filled(facts.plan.supporters.supporters, SUPPORTERS)


RULES = (
    rule(single_supporter, SINGLE_SUPPORTER),
    rule(supporter_answers, SUPPORTER_INCOMPLETE, SUPPORTER_CONSENT_MISSING),
    rule(supporter_twice, SUPPORTER_TWICE),
    rule(supporter_at_home, SUPPORTER_AT_HOME),
    rule(same_person_twice, SAME_PERSON_TWICE),
    rule(no_second_carer, NO_SECOND_CARER),
)
