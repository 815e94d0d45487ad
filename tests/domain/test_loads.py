"""What has to be carried, and who is there to carry it."""

from datetime import date

from hypothesis import given

from evacplan.domain.choices import SupporterRole
from evacplan.domain.loads import What, companions, hands, loads
from evacplan.domain.plan import Mark, Plan
from tests.builders import a_plan
from tests.domain.plans import case_a, case_b, plans

ON = date(2026, 11, 20)


def named(plan: Plan) -> dict[str, int]:
    return {load.place.rpartition(".")[2]: load.pieces for load in loads(plan)}


def test_vital_devices_go_along_and_others_only_with_somebody_named() -> None:
    rows = [
        {"key": "vent", "priority": "a", "nickname": "呼吸器"},
        {"key": "mat", "priority": "c", "nickname": "マット"},
        {"key": "lamp", "priority": "d", "nickname": "灯", "carrier": "母"},
    ]
    assert set(named(a_plan(devices={"devices": rows}))) == {"child", "vent", "lamp"}


def test_what_is_marked_as_carried_by_nobody_stays() -> None:
    plan = a_plan(
        devices={"devices": [{"key": "vent", "nickname": "呼吸器"}]},
        marks={"devices.devices.vent.carrier": Mark(none=True)},
    )
    assert set(named(plan)) == {"child"}


def test_the_cylinders_of_case_b_count_one_by_one() -> None:
    found = named(case_b())
    assert (found["cylinder_large"], found["cylinder_small"], found["supplies"]) == (3, 1, 1)


def test_a_name_and_a_reference_to_the_same_person_are_one_pair_of_hands() -> None:
    plan = a_plan(
        child={"household": [{"key": "mother", "relation": "母", "age": 39}]},
        supplies={"bag_owner": "母", "bag_weight_kg": 9},
        destination={"child_carrier": "@mother"},
    )
    assert {load.carrier for load in loads(plan)} == {"@mother"}
    assert hands(plan, ON, loads(plan)) == {"@mother": 15}


def test_the_limits_go_by_age_and_little_ones_carry_nothing() -> None:
    ages = {"baby": 3, "boy": 12, "girl": 15, "father": 64, "grandmother": 65}
    rows = [{"key": key, "age": age} for key, age in ages.items()]
    carriers = [{"key": f"d{key}", "nickname": key, "carrier": f"@{key}"} for key in ("baby", "boy")]
    plan = a_plan(child={"household": rows}, devices={"devices": carriers})
    assert hands(plan, ON, loads(plan)) == {
        "@baby": 0,
        "@boy": 8,
        "@girl": 15,
        "@father": 15,
        "@grandmother": 8,
    }


def test_supporters_who_help_carrying_are_hands() -> None:
    roles = [SupporterRole.CARRYING.value]
    rows = [{"key": "near", "name": "木立", "roles": roles}, {"key": "far", "name": "斎藤", "roles": []}]
    assert set(hands(a_plan(supporters={"supporters": rows}), ON, ())) == {"@near"}


def test_who_goes_along_is_who_was_named_else_the_family_at_home() -> None:
    assert (companions(case_a()), companions(case_b())) == (5, 4)
    child = {"household": [{"key": "a", "age": 40}, {"key": "b", "age": 41}]}
    assert companions(a_plan(child=child, destination={"companions": ["@a"]})) == 1


@given(plans())
def test_the_child_comes_first_and_every_load_once(plan: Plan) -> None:
    found = loads(plan)
    assert all(load.what is not What.CHILD for load in found[1:])
    assert len({load.place for load in found}) == len(found)
