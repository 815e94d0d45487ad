"""The way and its end: which route is open, whether the place takes the child in, and the power there."""

from collections.abc import Iterator

from evacplan.domain.choices import Hazard, PlaceKind
from evacplan.domain.findings.facts import Facts, filled
from evacplan.domain.findings.finding import Finding, Named, amber, info, red
from evacplan.domain.household import DEVICES
from evacplan.domain.loads import companions
from evacplan.domain.plan.destination import Place
from evacplan.domain.power import running_w
from evacplan.domain.rehearsal.power import Outlook
from evacplan.domain.rehearsal.situation import Scene

BY_ROUTE = info("by_route", "route")
ROUTE_CLOSED = info("route_closed", "route")
OTHER_WAY = info("other_way", "text")
GOES_TO = info("goes_to", "place")
OTHERWISE = info("otherwise", "place")
POWER_THERE = info("power_there", "place", "power", "need")
ARRIVES_WITH = info("arrives_with", "left", "way")

NO_ROUTE = amber("no_route")
NO_WAY_LEFT = red("no_way_left")
NO_SECOND_ROUTE = amber("no_second_route", "route")
OTHER_WAY_UNTIMED = amber("other_way_untimed", "route")
SNOW_UNTIMED = amber("snow_untimed")
NOWHERE_TO_GO = red("nowhere_to_go")
HOME_IN_ZONE = red("home_in_zone", "place", "hazard")
PLACE_NOT_VALID = red("place_not_valid", "place", "hazard")
PLACE_VALID_UNSAID = amber("place_valid_unsaid", "place", "hazard")
PLACE_NOT_AGREED = amber("place_not_agreed", "place")
PLACE_NOT_DIRECT = amber("place_not_direct", "place")
PLACE_TOO_SMALL = amber("place_too_small", "place", "limit", "family")
KEY_UNKNOWN = amber("key_unknown", "place")
NO_POWER_THERE = red("no_power_there", "place")
POWER_THERE_UNSAID = amber("power_there_unsaid", "place")
POWER_THERE_SHORT = red("power_there_short", "place", "power", "need")
DEAD_ON_ARRIVAL = red("dead_on_arrival", "left", "way")

ROUTE = (
    BY_ROUTE,
    ROUTE_CLOSED,
    OTHER_WAY,
    NO_ROUTE,
    NO_WAY_LEFT,
    NO_SECOND_ROUTE,
    OTHER_WAY_UNTIMED,
    SNOW_UNTIMED,
)
PLACE = (
    GOES_TO,
    OTHERWISE,
    NOWHERE_TO_GO,
    HOME_IN_ZONE,
    PLACE_NOT_VALID,
    PLACE_VALID_UNSAID,
    PLACE_NOT_AGREED,
    PLACE_NOT_DIRECT,
    PLACE_TOO_SMALL,
    KEY_UNKNOWN,
)
ARRIVAL = (POWER_THERE, ARRIVES_WITH, NO_POWER_THERE, POWER_THERE_UNSAID, POWER_THERE_SHORT, DEAD_ON_ARRIVAL)

ROUTES, PLACES = "destination.routes", "destination.places"
_ASKED = (
    PlaceKind.HOSPITAL,
    PlaceKind.DESIGNATED_WELFARE_SHELTER,
    PlaceKind.AGREED_WELFARE_SHELTER,
    PlaceKind.RELATIVES,
)
_LOCKED = (
    PlaceKind.DESIGNATED_WELFARE_SHELTER,
    PlaceKind.AGREED_WELFARE_SHELTER,
    PlaceKind.DESIGNATED_SHELTER,
    PlaceKind.OTHER,
)


def route(scene: Scene) -> Iterator[Finding]:
    """Which ways are open, and what is known about the others."""
    rows = list(filled(scene.facts.plan.destination.routes, ROUTES))
    closed = [(path, row) for path, row in rows if row.key in scene.situation.closed]
    if not rows:
        yield NO_ROUTE.at(ROUTES)
    for path, row in rows:
        is_closed = (path, row) in closed
        yield (ROUTE_CLOSED if is_closed else BY_ROUTE).at(path, route=Named(path))
        if row.alternative:
            yield OTHER_WAY.at(f"{path}.alternative", text=row.alternative)
        elif len(rows) < 2:
            yield NO_SECOND_ROUTE.at(f"{path}.alternative", route=Named(path))
        if is_closed and row.alternative:
            yield OTHER_WAY_UNTIMED.at(f"{path}.alternative", route=Named(path))
    if rows and len(closed) == len(rows) and not any(row.alternative for _, row in rows):
        yield NO_WAY_LEFT.at(ROUTES)
    if scene.situation.heavy_snow and scene.facts.plan.triggers.travel_measured_min is None:
        yield SNOW_UNTIMED.at("triggers.travel_measured_min")


def chosen_place(scene: Scene) -> tuple[str, Place] | None:
    """Where they go: the first place valid for the hazard, else the first that does not say, else the first.

    It hangs on the hazard alone; closed routes and the rest do not change it.
    """
    hazard, places = scene.situation.hazard, list(scene.facts.places_elsewhere())
    valid = [one for one in places if hazard in one[1].hazards_valid]
    unsaid = [one for one in places if not one[1].hazards_valid]
    return next(iter((*valid, *unsaid, *places)), None)


def place(scene: Scene) -> Iterator[Finding]:
    """Whether the place is right for what happens, open, and takes the family in."""
    chosen, hazard = chosen_place(scene), scene.situation.hazard
    yield from _home(scene, hazard)
    if chosen is None:
        yield NOWHERE_TO_GO.at(PLACES)
        return
    path, row = chosen
    yield GOES_TO.at(path, place=Named(path))
    others = [(p, r) for p, r in scene.facts.places_elsewhere() if p != path]
    yield from (OTHERWISE.at(other, place=Named(other)) for other, _ in others[:1])
    if hazard is not Hazard.POWER_OUTAGE or row.hazards_valid:
        if row.hazards_valid and hazard not in row.hazards_valid:
            yield PLACE_NOT_VALID.at(f"{path}.hazards_valid", place=Named(path), hazard=hazard)
        elif not row.hazards_valid:
            yield PLACE_VALID_UNSAID.at(f"{path}.hazards_valid", place=Named(path), hazard=hazard)
    yield from _entry(scene.facts, path, row)


def _home(scene: Scene, hazard: Hazard) -> Iterator[Finding]:
    """The home among the places, in the zone of what happens."""
    risks = scene.facts.plan.home.hazards
    if hazard is Hazard.POWER_OUTAGE or not any(risk.kind is hazard and risk.in_zone for risk in risks):
        return
    for path, row in scene.facts.places():
        if row.kind is PlaceKind.HOME and (hazard in row.hazards_valid or not row.hazards_valid):
            yield HOME_IN_ZONE.at(f"{path}.hazards_valid", place=Named(path), hazard=hazard)


def _entry(facts: Facts, path: str, row: Place) -> Iterator[Finding]:
    agreed = row.agreed
    if row.kind is PlaceKind.HOSPITAL and agreed is None:
        agreed = facts.plan.destination.hospital.agreed
    if row.kind in _ASKED and agreed is not True:
        yield PLACE_NOT_AGREED.at(f"{path}.agreed", place=Named(path))
    if row.direct_entry is False:
        yield PLACE_NOT_DIRECT.at(f"{path}.direct_entry", place=Named(path))
    family = companions(facts.plan)
    if row.family_limit is not None and row.family_limit < family:
        place, limit = f"{path}.family_limit", row.family_limit
        yield PLACE_TOO_SMALL.at(place, place=Named(path), limit=limit, family=family)
    if row.kind in _LOCKED and not row.key_holder and not facts.says_none(f"{path}.key_holder"):
        yield KEY_UNKNOWN.at(f"{path}.key_holder", place=Named(path))


def arrival(outlook: Outlook) -> Iterator[Finding]:
    """Whether the devices still run when they get there, and go on running."""
    scene, way, left = outlook.scene, outlook.away_h, outlook.lasts_h
    if way is not None and left is not None:
        if left < way:
            yield DEAD_ON_ARRIVAL.at(DEVICES, left=left, way=way)
        else:
            yield ARRIVES_WITH.at(DEVICES, left=left, way=way)
    chosen = chosen_place(scene)
    if chosen is not None and any(True for _ in scene.facts.vital_devices()):
        yield from _power_at(scene.facts, *chosen)


def _power_at(facts: Facts, path: str, row: Place) -> Iterator[Finding]:
    loads = (running_w(device.measured_w, device.rated_power) for _, device in facts.vital_devices())
    need = sum(load for load in loads if load is not None)
    power = row.power_w
    if power is None and row.kind is PlaceKind.HOSPITAL:
        power = facts.plan.destination.hospital.power_w
    if row.power_available is False:
        yield NO_POWER_THERE.at(f"{path}.power_available", place=Named(path))
    elif power is None:
        yield POWER_THERE_UNSAID.at(f"{path}.power_w", place=Named(path))
    elif power < need:
        yield POWER_THERE_SHORT.at(f"{path}.power_w", place=Named(path), power=power, need=need)
    else:
        yield POWER_THERE.at(f"{path}.power_w", place=Named(path), power=power, need=need)
