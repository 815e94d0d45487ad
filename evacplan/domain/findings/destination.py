"""Findings about the home's hazards, the places to go to, the hospital, the way and the vehicle."""

from collections.abc import Iterator

from evacplan.domain.choices import Hazard, PlaceKind, QuakeResistance, TransportKind
from evacplan.domain.findings.facts import Facts, filled
from evacplan.domain.findings.finding import Finding, Labelled, Named, amber, red, rule
from evacplan.domain.loads import companions
from evacplan.domain.power import running_w
from evacplan.domain.promises import HOSPITAL, PROMISE, places_of_hospital

QUAKE_NOT_EXAMINED = amber("quake_not_examined")
TSUNAMI_NOT_AT_ONCE = red("tsunami_not_at_once")
HAZARD_WITHOUT_PLACE = amber("hazard_without_place", "hazard")
HOME_IN_HAZARD = amber("home_in_hazard", "place", "hazard")
NO_PLACE_ELSEWHERE = amber("no_place_elsewhere")
PLACE_WITHOUT_POWER = amber("place_without_power", "place")
PLACE_POWER_SHORT = amber("place_power_short", "place", "power", "need")
NO_DIRECT_ENTRY = amber("no_direct_entry", "place")
FAMILY_LIMIT = amber("family_limit", "place", "limit", "family")
HOSPITAL_UNCONFIRMED = red("hospital_unconfirmed", "fields")
HOSPITAL_MISSING = amber("hospital_missing")
PROMISE_CONTRADICTS = red("promise_contradicts", "place")
PROMISE_DIFFERS = amber("promise_differs", "field", "place")
NO_ALTERNATIVE_ROUTE = amber("no_alternative_route", "route")
TRANSPORT_UNCONFIRMED = amber("transport_unconfirmed", "transport")
SEATS_SHORT = amber("seats_short", "seats", "people")

PLACES = "destination.places"
_HOSPITAL_FIELDS = ("condition", "ward", "power_w")


def quake_not_examined(facts: Facts) -> Iterator[Finding]:
    if facts.plan.home.quake_resistance is QuakeResistance.NOT_EXAMINED:
        yield QUAKE_NOT_EXAMINED.at("home.quake_resistance")


def hazards(facts: Facts) -> Iterator[Finding]:
    """For each hazard in whose zone the home lies: a place for it, and not the home itself."""
    for risk in facts.plan.home.hazards:
        if not risk.in_zone or risk.kind is None:
            continue
        if not any(risk.kind in place.hazards_valid for _, place in facts.places_elsewhere()):
            yield HAZARD_WITHOUT_PLACE.at(PLACES, hazard=risk.kind)
        for place_path, place in facts.places():
            if place.kind is PlaceKind.HOME and risk.kind in place.hazards_valid:
                field = f"{place_path}.hazards_valid"
                yield HOME_IN_HAZARD.at(field, place=Named(place_path), hazard=risk.kind)
        if risk.kind is Hazard.TSUNAMI and facts.plan.triggers.tsunami_leave_at_once is not True:
            yield TSUNAMI_NOT_AT_ONCE.at("triggers.tsunami_leave_at_once")


def no_place_elsewhere(facts: Facts) -> Iterator[Finding]:
    if any(True for _ in facts.places()) and not any(True for _ in facts.places_elsewhere()):
        yield NO_PLACE_ELSEWHERE.at(PLACES)


def power_at_places(facts: Facts) -> Iterator[Finding]:
    """A place without power, or with less than the devices of priority A and B draw together."""
    loads = (running_w(device.measured_w, device.rated_power) for _, device in facts.vital_devices())
    need = sum(load for load in loads if load is not None)
    for path, place in facts.places_elsewhere():
        if need and place.power_available is False:
            yield PLACE_WITHOUT_POWER.at(f"{path}.power_available", place=Named(path))
        elif place.power_w is not None and place.power_w < need:
            yield PLACE_POWER_SHORT.at(f"{path}.power_w", place=Named(path), power=place.power_w, need=need)


def entry(facts: Facts) -> Iterator[Finding]:
    """Agreed welfare shelters are in principle not entered directly, and few take the whole family (W2)."""
    family = companions(facts.plan)
    for path, place in facts.places_elsewhere():
        if place.direct_entry is False:
            yield NO_DIRECT_ENTRY.at(f"{path}.direct_entry", place=Named(path))
        if place.family_limit is not None and place.family_limit < family:
            limit = place.family_limit
            yield FAMILY_LIMIT.at(f"{path}.family_limit", place=Named(path), limit=limit, family=family)


def hospital(facts: Facts) -> Iterator[Finding]:
    """Whether a hospital is named, and has agreed to take the child in."""
    section = facts.plan.destination.hospital
    named = bool(section.name) or any(place.kind is PlaceKind.HOSPITAL for _, place in facts.places())
    if not named:
        if any(True for _ in facts.vital_devices()):
            yield HOSPITAL_MISSING.at(f"{HOSPITAL}.name")
    elif section.agreed is not True:
        missing = [name for name in _HOSPITAL_FIELDS if facts.lacks(f"{HOSPITAL}.{name}")]
        fields = tuple(Labelled(f"{HOSPITAL}.{name}") for name in ("agreed", *missing))
        yield HOSPITAL_UNCONFIRMED.at(f"{HOSPITAL}.agreed", fields=fields)


def promise(facts: Facts) -> Iterator[Finding]:
    """A hospital that is also a place to go to, and whose promise is told in two ways."""
    section = facts.plan.destination.hospital
    for path, place in places_of_hospital(facts.plan):
        for name in PROMISE:
            here, there = getattr(place, name), getattr(section, name)
            if None in (here, there) or here == there:
                continue
            if name == "agreed":
                yield PROMISE_CONTRADICTS.at(f"{HOSPITAL}.{name}", place=Named(path))
            else:
                field = Labelled(f"{HOSPITAL}.{name}")
                yield PROMISE_DIFFERS.at(f"{HOSPITAL}.{name}", field=field, place=Named(path))


def no_alternative_route(facts: Facts) -> Iterator[Finding]:
    for path, _ in filled(facts.plan.destination.routes, "destination.routes"):
        place = f"{path}.alternative"
        if facts.says_none(place):
            yield NO_ALTERNATIVE_ROUTE.at(place, route=Named(path))


def transport(facts: Facts) -> Iterator[Finding]:
    """Help that was counted on but not agreed, and a family that does not fit into its own cars."""
    own_seats = []
    for path, row in filled(facts.plan.destination.transports, "destination.transports"):
        place = f"{path}.agreed"
        if row.agreed is False or facts.says_unknown(place):
            yield TRANSPORT_UNCONFIRMED.at(place, transport=Named(path))
        if row.kind is TransportKind.OWN_CAR:
            own_seats.append((f"{path}.seats", row.seats))
    people = companions(facts.plan) + 1
    if own_seats and all(seats is not None for _, seats in own_seats):
        total = sum(seats or 0 for _, seats in own_seats)
        if total < people:
            yield SEATS_SHORT.at(own_seats[0][0], seats=total, people=people)


RULES = (
    rule(hospital, HOSPITAL_UNCONFIRMED, HOSPITAL_MISSING),
    rule(promise, PROMISE_CONTRADICTS, PROMISE_DIFFERS),
    rule(hazards, HAZARD_WITHOUT_PLACE, HOME_IN_HAZARD, TSUNAMI_NOT_AT_ONCE),
    rule(no_place_elsewhere, NO_PLACE_ELSEWHERE),
    rule(power_at_places, PLACE_WITHOUT_POWER, PLACE_POWER_SHORT),
    rule(entry, NO_DIRECT_ENTRY, FAMILY_LIMIT),
    rule(no_alternative_route, NO_ALTERNATIVE_ROUTE),
    rule(transport, TRANSPORT_UNCONFIRMED, SEATS_SHORT),
    rule(quake_not_examined, QUAKE_NOT_EXAMINED),
)
