"""Findings about hands and kilograms: more to carry than the people there can carry (see domain/leaving)."""

from collections.abc import Iterator

from evacplan.domain.findings.facts import Facts
from evacplan.domain.findings.finding import Finding, Labelled, Who, amber, rule
from evacplan.domain.leaving import carrying
from evacplan.domain.loads import BAG, Load, What

TOO_FEW_HANDS = amber("too_few_hands", "needed", "hands")
LOAD_TOO_HEAVY = amber("load_too_heavy", "person", "load", "kg", "limit")
LOADING_LONGER = amber("loading_longer", "minutes", "entered", "trips")

CARRIERS = "destination.carriers_needed"


def hands(facts: Facts) -> Iterator[Finding]:
    """Fewer people at home and among the supporters than the plan says it needs, or a heavy child needs."""
    found = carrying(facts.plan, facts.plan_date)
    asked = facts.plan.destination.carriers_needed is not None or found.needs_two_for_child
    if asked and found.is_short_of_hands:
        yield TOO_FEW_HANDS.at(CARRIERS, needed=found.needed, hands=found.hands)


def heavy(facts: Facts) -> Iterator[Finding]:
    """One piece above what its carrier takes at a time (our assumption, see domain/loads)."""
    for carrier in carrying(facts.plan, facts.plan_date).carriers:
        for load in carrier.too_heavy:
            if load in carrier.loads:
                place = _weight(load)
                yield LOAD_TOO_HEAVY.at(
                    place, person=Who(carrier.who), load=Labelled(place), kg=load.kg, limit=carrier.limit_kg
                )


def loading(facts: Facts) -> Iterator[Finding]:
    """Trips that take longer than the time entered for loading; the hour to leave counts them."""
    entered, found = facts.plan.triggers.loading_min, carrying(facts.plan, facts.plan_date)
    if entered is not None and found.minutes is not None and found.minutes > entered:
        yield LOADING_LONGER.at(
            "triggers.loading_min", minutes=found.minutes, entered=entered, trips=found.trips
        )


def _weight(load: Load) -> str:
    if load.what is What.CHILD:
        return "child.weight_kg"
    return "supplies.bag_weight_kg" if load.place == BAG else f"{load.place}.weight_kg"


RULES = (
    rule(hands, TOO_FEW_HANDS),
    rule(heavy, LOAD_TOO_HEAVY),
    rule(loading, LOADING_LONGER),
)
