"""Where the plans of both cases break, derived by hand from the notes of the cases.

Case A at 2 a.m., the father away, heavy snow, the way to the hospital closed, the phones dead:
the mother is the only adult (the sister is 12); she is the only one there who can use the bag; the two small
brothers have nobody (斎藤 is asked for the daytime, and the phones are dead anyway). Two are needed to carry,
one is there. The wagon's driver is the father; the taxi must be called: nothing to go with, and the mother
cannot drive and sit beside the child. The other way (市道北回り) has a distance but no time. The car that
gives power is the father's, as the wagon is, and so is its key. The association's generator never counted.
The ventilator's alarm was tried on 1 September 2026; the hospital agreed and has 1500 W: no break there.

Case B at 2 a.m., the grandfather away, heavy snow, the one bridge closed, the phones dead:
the mother alone can use the bag and alone drives; the generator's only operator and the bag's carrier is the
grandfather; the truck's inverter never counted; the oximeter's battery is 未確認. No other way, no measured
time. The welfare centre takes three of the family of four, has no key holder and no known watts; the snow
crew was not asked and has no number. Mother and grandmother carry: two, as needed.
"""

from evacplan.domain.choices import Hazard
from evacplan.domain.plan import Plan
from evacplan.domain.rehearsal import Situation, rehearse
from tests.domain.plans import CASE_A_ON, CASE_B_ON, case_a, case_b

A_NIGHT = Situation(
    away=frozenset({"@father"}),
    heavy_snow=True,
    closed=frozenset({"route_hospital"}),
    phones_dead=True,
)
B_NIGHT = Situation(
    away=frozenset({"@grandfather"}),
    heavy_snow=True,
    closed=frozenset({"route_fukushi_centre"}),
    phones_dead=True,
)
CENTRE = "destination.places.place_fukushi_centre"


def breaks(plan: Plan, situation: Situation) -> set[tuple[str, str]]:
    """The codes of all breaks and their places."""
    on = CASE_A_ON if plan is case_a() else CASE_B_ON
    return {(one.code, one.place) for step in rehearse(plan, on, situation) for one in step.breaks}


def test_case_a_at_home_together_breaks_only_where_its_findings_say_so() -> None:
    assert breaks(case_a(), Situation()) == {
        ("supporter_not_on_call", "supporters.supporters.saito.available"),
        ("source_left_out", "power_sources.generators.chokai_generator.availability"),
        ("car_twice", "destination.transports.father_wagon.owner"),
    }


def test_case_a_in_a_snowy_night_without_the_father_breaks_where_the_notes_say() -> None:
    assert breaks(case_a(), A_NIGHT) == breaks(case_a(), Situation()) | {
        ("single_helper", "child.household"),
        ("bag_few", "fallback.bag_trained"),
        ("siblings_alone", "supporters.supporters"),
        ("no_supporter_reached", "supporters.supporters"),
        ("car_key", "power_sources.cars.hybrid_car.owner"),
        ("hands_short", "destination.carriers_needed"),
        ("driver_away", "destination.transports.father_wagon.owner"),
        ("no_transport", "destination.transports"),
        ("too_few_for_trip", "fallback.bag_trained"),
        ("other_way_untimed", "destination.routes.route_hospital.alternative"),
    }


def test_case_a_in_a_flood_cannot_stay_upstairs_and_has_not_said_where_the_hospital_stands() -> None:
    added = breaks(case_a(), Situation(hazard=Hazard.RIVER_FLOOD)) - breaks(case_a(), Situation())
    assert added == {
        ("home_in_zone", "destination.places.place_upstairs.hazards_valid"),
        ("place_valid_unsaid", "destination.places.place_hospital.hazards_valid"),
    }


def test_case_a_by_day_can_ask_everybody() -> None:
    codes = {code for code, _ in breaks(case_a(), Situation(starts_at=10 * 60))}
    assert "supporter_not_on_call" not in codes


def test_case_b_in_a_snowy_night_without_the_grandfather_breaks_where_the_notes_say() -> None:
    assert breaks(case_b(), B_NIGHT) == {
        ("bag_few", "fallback.bag_trained"),
        ("no_supporter_reached", "supporters.supporters"),
        ("source_left_out", "power_sources.cars.kei_truck.availability"),
        ("no_operator_there", "power_sources.generators.town_generator.operators"),
        ("hours_unknown", "devices.devices"),
        ("leave_too_late", "triggers.preparation_min"),
        ("carrier_away", "supplies.bag_owner"),
        ("transport_not_agreed", "destination.transports.snow_crew.agreed"),
        ("transport_without_phone", "destination.transports.snow_crew.phone"),
        ("too_few_for_trip", "fallback.bag_trained"),
        ("no_second_route", "destination.routes.route_fukushi_centre.alternative"),
        ("no_way_left", "destination.routes"),
        ("snow_untimed", "triggers.travel_measured_min"),
        ("place_too_small", f"{CENTRE}.family_limit"),
        ("key_unknown", f"{CENTRE}.key_holder"),
        ("power_there_unsaid", f"{CENTRE}.power_w"),
    }


def test_case_b_without_the_grandfather_has_lost_the_generator_and_with_it_the_time_to_leave() -> None:
    at_home = {code for code, _ in breaks(case_b(), Situation())}
    assert {"no_operator_there", "leave_too_late"}.isdisjoint(at_home)
    alone = {code for code, _ in breaks(case_b(), Situation(away=frozenset({"@grandfather"})))}
    assert "no_operator_there" in alone
