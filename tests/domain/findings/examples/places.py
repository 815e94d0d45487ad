"""Examples of findings about fallback, places and supplies."""

from typing import Any

from evacplan.domain.plan import Mark, Plan
from tests.domain.findings.asked import NONE, UNCONFIRMED, with_device
from tests.domain.findings.examples.example import (
    Example,
    device,
    plan,
    rows,
    section,
)


def replaced(by: str, **fallback: Any) -> Plan:
    return with_device(sections={"fallback": fallback}, fallback=by)


FALLBACK = (
    Example("bag_untrained", device(), "fallback.bag_trained", section("fallback", bag_trained=("父", "母"))),
    Example(
        "bag_one_person",
        section("fallback", bag_trained=("母", " ")),
        "fallback.bag_trained",
        section("fallback", bag_trained=("父", "母")),
    ),
    Example(
        "manual_suction_missing",
        replaced("manual_suction"),
        "fallback.manual_suction",
        replaced("manual_suction", foot_suction=True),
    ),
    Example(
        "manual_suction_untrained",
        replaced("manual_suction"),
        "fallback.suction_trained",
        replaced("manual_suction", suction_trained=("父",)),
    ),
    Example("hme_missing", replaced("hme"), "fallback.hme_count", replaced("hme", hme_count=3)),
    Example(
        "gravity_feed_unconfirmed",
        replaced("gravity_feed"),
        "fallback.gravity_feed",
        replaced("gravity_feed", gravity_feed=True),
    ),
    Example(
        "in_training",
        plan(child={"household": rows({"relation": "祖母", "care_note": "酸素の切替 練習中"})}),
        "child.household.r0.care_note",
        plan(child={"household": rows({"relation": "祖母", "care_note": "できる"})}),
    ),
)


def destination(marks: dict[str, Mark] | None = None, **answers: Any) -> Plan:
    return with_device(marks, {"destination": answers})


def place(**answers: Any) -> Plan:
    return destination(places=rows({"name": "避難所", **answers}))


def at_home(people: int, **answers: Any) -> Plan:
    family = {"household": rows(*({"relation": f"家族{i}"} for i in range(people)))}
    household = tuple({**row, "key": f"h{i}"} for i, row in enumerate(family["household"]))
    return plan(child={"household": household}, destination=answers)


def promised(name: str, at_place: object, at_hospital: object) -> Plan:
    """A hospital that is also a place to go to, and what either says of its promise."""
    row = {"kind": "hospital", "name": "県立病院", name: at_place}
    return destination(places=rows(row), hospital={"name": "県立病院", name: at_hospital})


def zone(hazard: str, places: tuple[dict[str, Any], ...] = (), **triggers: Any) -> Plan:
    hazards = ({"key": "hazard", "kind": hazard, "in_zone": True},)
    return plan(home={"hazards": hazards}, destination={"places": places}, triggers=triggers)


FLOODED_HOME = rows({"kind": "home", "hazards_valid": ("river_flood",)})
DRY_SCHOOL = rows({"kind": "designated_shelter", "hazards_valid": ("river_flood",)})
CREW = {"destination.transports.r0.agreed": UNCONFIRMED}
NO_OTHER_WAY = {"destination.routes.r0.alternative": NONE}

DESTINATION = (
    Example(
        "quake_not_examined",
        section("home", quake_resistance="not_examined"),
        "home.quake_resistance",
        device(),
    ),
    Example(
        "hazard_without_place", zone("river_flood"), "destination.places", zone("river_flood", DRY_SCHOOL)
    ),
    Example(
        "home_in_hazard",
        zone("river_flood", FLOODED_HOME),
        "destination.places.r0.hazards_valid",
        zone("river_flood", DRY_SCHOOL),
    ),
    Example(
        "tsunami_not_at_once",
        zone("tsunami"),
        "triggers.tsunami_leave_at_once",
        zone("tsunami", tsunami_leave_at_once=True),
    ),
    Example("no_place_elsewhere", place(kind="home"), "destination.places", place(kind="relatives")),
    Example(
        "place_without_power",
        place(power_available=False),
        "destination.places.r0.power_available",
        place(power_available=True),
    ),
    Example("place_power_short", place(power_w=29), "destination.places.r0.power_w", place(power_w=30)),
    Example("no_direct_entry", place(direct_entry=False), "destination.places.r0.direct_entry", place()),
    Example(
        "family_limit",
        at_home(3, places=rows({"family_limit": 2})),
        "destination.places.r0.family_limit",
        at_home(2, places=rows({"family_limit": 2})),
    ),
    Example(
        "hospital_unconfirmed",
        destination(hospital={"name": "病院"}),
        "destination.hospital.agreed",
        destination(hospital={"name": "病院", "agreed": True}),
    ),
    Example("hospital_unconfirmed", place(kind="hospital"), "destination.hospital.agreed", place()),
    Example(
        "promise_contradicts",
        promised("agreed", False, True),
        "destination.hospital.agreed",
        promised("agreed", True, True),
    ),
    Example(
        "promise_differs",
        promised("agreed_on", "2026-09-01", "2026-09-02"),
        "destination.hospital.agreed_on",
        promised("agreed_on", "2026-09-01", "2026-09-01"),
    ),
    Example("hospital_missing", device(), "destination.hospital.name", place(kind="hospital")),
    Example(
        "no_alternative_route",
        destination(NO_OTHER_WAY, routes=rows({"goal": "病院"})),
        "destination.routes.r0.alternative",
        destination(routes=rows({"goal": "病院"})),
    ),
    Example(
        "transport_unconfirmed",
        destination(CREW, transports=rows({"name": "除雪班"})),
        "destination.transports.r0.agreed",
        destination(transports=rows({"name": "除雪班"})),
    ),
    Example(
        "seats_short",
        at_home(4, transports=rows({"kind": "own_car", "seats": 4})),
        "destination.transports.r0.seats",
        at_home(3, transports=rows({"kind": "own_car", "seats": 4})),
    ),
    Example(
        "seats_short",
        at_home(4, transports=rows({"kind": "own_car", "seats": 4})),
        "destination.transports.r0.seats",
        at_home(4, transports=rows({"kind": "own_car", "seats": 4}), companions=("母",)),
    ),
)


def cylinders(kg: float, **triggers: Any) -> Plan:
    """Four cylinders of this weight, carried by a mother who is there alone."""
    carried = {"volume_l": 3.4, "count": 4, "weight_kg": kg, "carrier": "@m"}
    mother = {"key": "m", "relation": "母", "age": 39}
    return plan(child={"household": [mother]}, oxygen={"cylinders": rows(carried)}, triggers=triggers)


LEAVING = (
    Example(
        "too_few_hands",
        destination(carriers_needed=1),
        "destination.carriers_needed",
        destination(carriers_needed=1, child_carrier="母"),
    ),
    Example("load_too_heavy", cylinders(15.1), "oxygen.cylinders.r0.weight_kg", cylinders(15)),
    Example(
        "loading_longer",
        cylinders(12, loading_min=44),
        "triggers.loading_min",
        cylinders(12, loading_min=45),
    ),
)


def stock(**answers: Any) -> Plan:
    return plan(supplies={"stock": rows({"item": "カテーテル", **answers})})


SUPPLIES = (
    Example(
        "supply_short",
        stock(per_day=12, quantity_have=167),
        "supplies.stock.r0.quantity_have",
        stock(per_day=12, quantity_have=168),
    ),
    Example(
        "supply_expired",
        stock(expires_on="2026-11-19"),
        "supplies.stock.r0.expires_on",
        stock(expires_on="2026-11-20"),
    ),
    Example(
        "medicine_short",
        plan(supplies={"medicine_spare_days": 6}),
        "supplies.medicine_spare_days",
        plan(supplies={"medicine_spare_days": 7}),
    ),
)
