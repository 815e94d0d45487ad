"""Examples of findings about reviews and single entries."""

from typing import Any

from evacplan.domain.plan import Plan
from tests.domain.findings.examples.example import (
    DEVICE,
    Example,
    device,
    plan,
    rows,
)


def drilled(**answers: Any) -> Plan:
    return plan(review={"drills": rows({"held_on": "2026-10-04", **answers})})


def timed(triggers: dict[str, Any]) -> Plan:
    """A drill of 47 minutes to the door and 28 on the way, and what the plan counts with."""
    times = {"held_on": "2026-10-04", "started_at": "10:00", "left_at": "10:47", "arrived_at": "11:15"}
    return plan(review={"drills": rows(times)}, triggers=triggers)


REVIEW = (
    Example("no_drill", plan(review={"drills": rows({"next_plan": "1月"})}), "review.drills", drilled()),
    Example("no_drill", drilled(held_on="2027-01-10"), "review.drills", drilled()),
    Example(
        "devices_failed_in_drill",
        drilled(devices_worked=False),
        "review.drills.r0.devices_worked",
        drilled(devices_worked=True),
    ),
    Example("drill_old", drilled(held_on="2025-11-19"), "review.drills", drilled(held_on="2025-11-20")),
    Example(
        "drill_ready_later",
        timed({"preparation_min": 20, "loading_min": 20}),
        "triggers.preparation_min",
        timed({"preparation_min": 27, "loading_min": 20}),
    ),
    Example(
        "drill_travelled_longer",
        timed({"travel_measured_min": 27}),
        "triggers.travel_measured_min",
        timed({"travel_measured_min": 28}),
    ),
    Example(
        "drill_longer_than_map",
        timed({"travel_map_min": 10}),
        "triggers.travel_measured_min",
        timed({"travel_map_min": 10, "travel_measured_min": 28}),
    ),
    Example(
        "review_overdue",
        plan(review={"review_due_on": "2026-11-19"}),
        "review.review_due_on",
        plan(review={"review_due_on": "2026-11-20"}),
    ),
    Example(
        "review_overdue",
        plan(meeting={"updated_on": "2025-11-19"}),
        "review.review_due_on",
        plan(meeting={"updated_on": "2025-11-20"}),
    ),
)


def child(**answers: Any) -> Plan:
    return plan(child=answers)


ENTRIES = (
    Example("birth_in_future", child(birth_on="2026-11-21"), "child.birth_on", child(birth_on="2026-11-20")),
    Example("age_unusual", child(birth_on="2005-11-20"), "child.birth_on", child(birth_on="2005-11-21")),
    Example("kana_missing", child(name="髙橋"), "child.name_kana", child(name="髙橋", name_kana="たかはし")),
    Example("private_character", child(name="\ue000橋"), "child.name", child(name="𠮷野 辻󠄀")),
    Example("private_character", child(name="\U000f0001橋"), "child.name", child(name="髙﨑")),
    Example("number_unusual", child(weight_kg=0.3), "child.weight_kg", child(weight_kg=0.5)),
    Example("number_unusual", device(measured_w=50_000), f"{DEVICE}.measured_w", device()),
    Example(
        "phone_unusual", child(phone_home="017-000-011"), "child.phone_home", child(phone_home="017-000-0114")
    ),
    Example(
        "date_in_future",
        child(measured_on="2026-11-21"),
        "child.measured_on",
        child(measured_on="2026-11-20"),
    ),
)
