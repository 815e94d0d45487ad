"""Leaving: by when, who decides, who carries, and what they go with."""

from collections.abc import Iterator

from evacplan.domain.blackout.inputs import UNKNOWN
from evacplan.domain.choices import SupporterRole, TransportKind
from evacplan.domain.findings.facts import filled
from evacplan.domain.findings.finding import Finding, Labelled, Named, Who, amber, info, red
from evacplan.domain.leaving import carrying
from evacplan.domain.loads import Load, What, loads
from evacplan.domain.paths import put
from evacplan.domain.persons import REFERENCE, as_reference
from evacplan.domain.plan import Plan
from evacplan.domain.plan.destination import Transport
from evacplan.domain.rehearsal.power import Outlook
from evacplan.domain.rehearsal.situation import Scene

LEAVE_BY = info("leave_by", "hours", "need")
LEAVE_BY_AT_LEAST = info("leave_by_at_least", "hours", "need")
NO_HURRY = info("no_hurry", "need")
DECIDES = info("decides", "person")
CARRYING = info("carrying", "people", "trips", "minutes")
GOES_WITH = info("goes_with", "transport")
IS_AWAY = info("is_away", "transport")
CANNOT_BE_CALLED = info("cannot_be_called", "transport")

LEAVE_TIME_UNKNOWN = red("leave_time_unknown", "fields")
LEAVE_TOO_LATE = red("leave_too_late", "hours", "need")
NO_DECIDER = red("no_decider")
CARRIER_AWAY = amber("carrier_away", "load", "person")
TOO_FEW_HANDS = red("hands_short", "needed", "hands")
DRIVER_AWAY = amber("driver_away", "transport", "person")
TRANSPORT_WITHOUT_PHONE = amber("transport_without_phone", "transport")
TRANSPORT_NOT_AGREED = amber("transport_not_agreed", "transport")
NO_TRANSPORT = red("no_transport")
TOO_FEW_FOR_TRIP = red("too_few_for_trip")

LEAVE = (LEAVE_BY, LEAVE_BY_AT_LEAST, NO_HURRY, DECIDES, LEAVE_TIME_UNKNOWN, LEAVE_TOO_LATE, NO_DECIDER)
CARRY = (CARRYING, CARRIER_AWAY, TOO_FEW_HANDS)
TRANSPORT = (
    GOES_WITH,
    IS_AWAY,
    CANNOT_BE_CALLED,
    DRIVER_AWAY,
    TRANSPORT_WITHOUT_PHONE,
    TRANSPORT_NOT_AGREED,
    NO_TRANSPORT,
    TOO_FEW_FOR_TRIP,
)
TRIGGERS = "triggers"
TRANSPORTS = "destination.transports"


def leave(outlook: Outlook) -> Iterator[Finding]:
    """By when they must be gone, and who says so."""
    run, scene = outlook.run, outlook.scene
    triggers, need = scene.facts.plan.triggers, run.leave_at_h
    place = f"{TRIGGERS}.preparation_min"
    if need is UNKNOWN:
        fields = tuple(Labelled(f"{TRIGGERS}.{name}") for name in _missing_times(scene))
        yield LEAVE_TIME_UNKNOWN.at(fields[0].path if fields else place, fields=fields)
    else:
        bound = None if run.at_least is None else run.at_least.leave_by_h
        if outlook.ends_before(need):
            yield LEAVE_TOO_LATE.at(place, hours=outlook.lasts_h, need=need)
        elif run.leave_by_h is UNKNOWN and bound is not None:
            yield LEAVE_BY_AT_LEAST.at(place, hours=bound, need=need)
        elif run.leave_by_h is None:
            yield NO_HURRY.at(place, need=need)
        elif run.leave_by_h is not UNKNOWN:
            yield LEAVE_BY.at(place, hours=run.leave_by_h, need=need)
    named = [who for who in (triggers.who_decides, triggers.deputy_decides) if who and who.strip()]
    there = [who for who in named if scene.is_available(who)]
    if there:
        yield DECIDES.at(f"{TRIGGERS}.who_decides", person=Who(as_reference(scene.facts.plan, there[0])))
    else:
        yield NO_DECIDER.at(f"{TRIGGERS}.deputy_decides")


def _missing_times(scene: Scene) -> Iterator[str]:
    triggers = scene.facts.plan.triggers
    yield from (name for name in ("preparation_min", "loading_min") if getattr(triggers, name) is None)
    if triggers.travel_measured_min is None and triggers.travel_map_min is None:
        yield "travel_measured_min"


def carry(scene: Scene) -> Iterator[Finding]:
    """Who is there to carry; who was named for something and is away."""
    plan, gone = scene.facts.plan, scene.situation.away
    for load in loads(plan):
        if load.carrier is not None and load.carrier in gone:
            yield CARRIER_AWAY.at(_carrier_place(load), load=_carried(load), person=Who(load.carrier))
    hands = (*scene.there, *_helpers(scene))
    needed = carrying(plan, scene.facts.plan_date).needed
    found = carrying(_as_it_is(scene), scene.facts.plan_date)
    place = "destination.carriers_needed"
    if hands and found.trips is not None:
        who = tuple(Who(one) for one in hands)
        yield CARRYING.at(place, people=who, trips=found.trips, minutes=found.minutes)
    if len(hands) < needed:
        yield TOO_FEW_HANDS.at(place, needed=needed, hands=len(hands))


def _helpers(scene: Scene) -> Iterator[str]:
    """The supporters who carry and can be called, as references."""
    for _, row in scene.supporters():
        if SupporterRole.CARRYING in row.roles and scene.reaches(row):
            yield f"{REFERENCE}{row.key}"


def _as_it_is(scene: Scene) -> Plan:
    """The plan with those alone who are there or come; what the others were named for is left to them."""
    plan, away = scene.facts.plan, scene.situation.away
    come = {row.key for _, row in scene.supporters() if scene.reaches(row)}
    out_of_reach = {row.key for row in plan.supporters.supporters} - come
    gone = away | {f"{REFERENCE}{key}" for key in out_of_reach}
    for load in loads(plan):
        if load.carrier in gone:
            plan = put(plan, _carrier_place(load), None)
    home = tuple(row for row in plan.child.household if f"{REFERENCE}{row.key}" not in away)
    helping = tuple(row for row in plan.supporters.supporters if row.key in come)
    child = plan.child.model_copy(update={"household": home})
    supporters = plan.supporters.model_copy(update={"supporters": helping})
    return plan.model_copy(update={"child": child, "supporters": supporters})


def _carrier_place(load: Load) -> str:
    if load.what is What.CHILD:
        return "destination.child_carrier"
    return "supplies.bag_owner" if load.what is What.BAG else f"{load.place}.carrier"


def _carried(load: Load) -> Named | Labelled:
    return Labelled(_carrier_place(load)) if load.what in (What.CHILD, What.BAG) else Named(load.place)


def transport(scene: Scene) -> Iterator[Finding]:
    """What they can go with, and whether somebody is left to sit beside the child."""
    usable: list[Transport] = []
    for path, row in filled(scene.facts.plan.destination.transports, TRANSPORTS):
        found = list(_against(scene, path, row))
        yield from found
        if not found:
            usable.append(row)
            yield GOES_WITH.at(path, transport=Named(path))
    if not usable:
        yield NO_TRANSPORT.at(TRANSPORTS)
    if not _can_make_trip(scene, usable):
        yield TOO_FEW_FOR_TRIP.at("fallback.bag_trained")


def _against(scene: Scene, path: str, row: Transport) -> Iterator[Finding]:
    """Why a means of transport cannot be used."""
    if row.agreed is False or scene.facts.says_unknown(f"{path}.agreed"):
        yield TRANSPORT_NOT_AGREED.at(f"{path}.agreed", transport=Named(path))
    if row.kind is TransportKind.ON_FOOT:
        return
    if row.kind is TransportKind.OWN_CAR:
        if scene.situation.car_away:
            yield IS_AWAY.at(path, transport=Named(path))
        if row.owner and row.owner.strip() and not scene.of_those_there((row.owner,)):
            who = Who(as_reference(scene.facts.plan, row.owner))
            yield DRIVER_AWAY.at(f"{path}.owner", transport=Named(path), person=who)
        return
    owner = row.owner if row.owner and row.owner.strip() else None
    is_ambulance = row.kind is TransportKind.AMBULANCE
    if not (row.phone or owner or is_ambulance):
        yield TRANSPORT_WITHOUT_PHONE.at(f"{path}.phone", transport=Named(path))
    elif scene.situation.phones_dead or (owner and not row.phone and not scene.is_available(owner)):
        yield CANNOT_BE_CALLED.at(f"{path}.phone", transport=Named(path))


def _can_make_trip(scene: Scene, usable: list[Transport]) -> bool:
    """Whether one can drive while another, able to help the child breathe, sits beside it."""
    trained = scene.facts.plan.fallback.bag_trained
    beside = set(scene.of_those_there(trained) if scene.needs_bag else scene.there)
    driven = (TransportKind.OWN_CAR,)
    if any(row.kind not in driven for row in usable):
        return bool(beside)
    drivers = _drivers(scene)
    return bool(beside) and bool(drivers) and len(beside | drivers) > 1


def _drivers(scene: Scene) -> set[str]:
    """Those there who drive: the owners of the cars, or every adult where a car has no owner written."""
    cars = [row for row in scene.facts.plan.destination.transports if row.kind is TransportKind.OWN_CAR]
    owners = [row.owner for row in cars if row.owner and row.owner.strip()]
    return set(scene.of_those_there(owners) if cars and len(owners) == len(cars) else scene.there)
