"""Every finding that both cases must give, and none of those they must not."""

from datetime import date

import pytest

from evacplan.domain.blackout import Reason
from evacplan.domain.choices import Hazard
from evacplan.domain.findings import Finding, Labelled, Severity, Who, findings
from evacplan.domain.legal import legal_checks
from evacplan.domain.plan import Plan
from tests.domain.plans import CASE_A_ON, CASE_B_ON, case_a, case_b

RED, AMBER, INFO = Severity


@pytest.fixture(scope="module")
def of_a() -> tuple[Finding, ...]:
    return findings(case_a(), CASE_A_ON)


@pytest.fixture(scope="module")
def of_b() -> tuple[Finding, ...]:
    return findings(case_b(), CASE_B_ON)


def one(found: tuple[Finding, ...], code: str, severity: Severity) -> Finding:
    """The only finding of this code."""
    (finding,) = (finding for finding in found if finding.code == code)
    assert finding.severity is severity
    return finding


def test_case_a_has_the_old_battery_of_the_suction_unit_in_red(of_a: tuple[Finding, ...]) -> None:
    finding = one(of_a, "battery_old", RED)
    assert finding.place == "devices.devices.suction.battery_replaced_on"
    assert (finding.details["since"], finding.details["factor"]) == (date(2024, 3, 1), 0.5)


def test_case_a_has_the_uncounted_generator_in_red_with_both_reasons(of_a: tuple[Finding, ...]) -> None:
    finding = one(of_a, "source_not_counted", RED)
    assert finding.place == "power_sources.generators.chokai_generator.agreed_in_writing"
    assert finding.details["reasons"] == (Reason.NOT_IN_WRITING, Reason.NOT_STARTED_IN_12_MONTHS)


def test_case_a_has_nothing_else_in_red(of_a: tuple[Finding, ...]) -> None:
    assert [finding.code for finding in of_a if finding.severity is RED] == [
        "battery_old",
        "source_not_counted",
    ]


def test_case_a_misses_72_hours_and_under_minimum_operation_168(of_a: tuple[Finding, ...]) -> None:
    ordinary, minimum = (one(of_a, code, AMBER) for code in ("autonomy_short", "autonomy_short_minimum"))
    assert ordinary.details == {"hours": pytest.approx(61.840792, abs=1e-6), "missed": (72, 168)}
    assert minimum.details == {"hours": 139, "missed": (168,)}


def test_case_a_lacks_catheters_and_water(of_a: tuple[Finding, ...]) -> None:
    short = {f.place: f.details["short"] for f in of_a if f.code == "supply_short"}
    assert short == {
        "supplies.stock.stock_catheter.quantity_have": 18,
        "supplies.stock.stock_water.quantity_have": 5,
    }


def test_case_a_cannot_bring_five_people_into_a_shelter_for_one(of_a: tuple[Finding, ...]) -> None:
    finding = one(of_a, "family_limit", AMBER)
    assert (finding.details["limit"], finding.details["family"]) == (1, 5)
    assert one(of_a, "no_direct_entry", AMBER).place == "destination.places.place_naminoneso.direct_entry"


@pytest.mark.parametrize(
    ("code", "severity", "place"),
    [
        ("humidifier_on_battery", AMBER, "devices.devices.humidifier.fallback"),
        ("car_sometimes_away", AMBER, "power_sources.cars.hybrid_car.sometimes_away"),
        ("net119_not_done", AMBER, "registrations.net119.status"),
        ("daily_tools_applied", AMBER, "registrations.daily_living_tools.status"),
        ("quake_not_examined", AMBER, "home.quake_resistance"),
        ("share_refused", INFO, "meeting.shares.share_police.consent"),
        ("travel_measured", INFO, "triggers.travel_measured_min"),
    ],
)
def test_case_a_says_what_it_must(
    of_a: tuple[Finding, ...], code: str, severity: Severity, place: str
) -> None:
    assert one(of_a, code, severity).place == place


@pytest.mark.parametrize(
    "prefix", ["oxygen", "no_oxygen", "manual_suction", "output", "legal", "municipality", "vital", "number"]
)
def test_case_a_does_not_say_what_it_must_not(of_a: tuple[Finding, ...], prefix: str) -> None:
    assert not [finding.code for finding in of_a if finding.code.startswith(prefix)]


@pytest.mark.parametrize("plan", [case_a(), case_b()], ids=["a", "b"])
def test_every_legal_item_of_the_cases_is_there(plan: Plan) -> None:
    assert all(check.met for check in legal_checks(plan))


def test_case_b_has_the_unknown_battery_of_the_oximeter_in_red(of_b: tuple[Finding, ...]) -> None:
    finding = one(of_b, "vital_figure_unknown", RED)
    assert finding.place == "devices.devices.oximeter.battery_h"


def test_case_b_has_the_uncounted_inverter_in_red_with_both_reasons(of_b: tuple[Finding, ...]) -> None:
    finding = one(of_b, "source_not_counted", RED)
    assert finding.place == "power_sources.cars.kei_truck.usable_kwh"
    assert finding.details["reasons"] == (Reason.ENERGY_UNKNOWN, Reason.NOT_SINE)


def test_case_b_has_the_hospital_in_red_with_what_is_open(of_b: tuple[Finding, ...]) -> None:
    finding = one(of_b, "hospital_unconfirmed", RED)
    names = ("agreed", "condition", "ward", "power_w")
    assert finding.details["fields"] == tuple(Labelled(f"destination.hospital.{name}") for name in names)


def test_case_b_has_nothing_else_in_red(of_b: tuple[Finding, ...]) -> None:
    reds = {finding.code for finding in of_b if finding.severity is RED}
    assert reds == {"vital_figure_unknown", "source_not_counted", "hospital_unconfirmed"}


def test_case_b_reaches_no_target_for_sure(of_b: tuple[Finding, ...]) -> None:
    finding = one(of_b, "autonomy_maybe_short_minimum", AMBER)
    assert finding.details == {"hours": pytest.approx(22.148), "missed": (24, 72, 168)}
    ordinary = one(of_b, "autonomy_maybe_short", AMBER)
    assert ordinary.details == {"hours": pytest.approx(59.665919, abs=1e-6), "missed": (72, 168)}


def test_case_b_lacks_eight_cannulas(of_b: tuple[Finding, ...]) -> None:
    finding = one(of_b, "supply_short", AMBER)
    assert (finding.place, finding.details["short"]) == ("supplies.stock.stock_cannula.quantity_have", 8)


def test_case_b_knows_who_is_practising_and_who_is_alone(of_b: tuple[Finding, ...]) -> None:
    assert one(of_b, "in_training", AMBER).details["person"] == Who("@grandmother")
    assert one(of_b, "bag_one_person", AMBER).details["person"] == Who("@mother")


def test_case_b_cannot_bring_four_people_into_a_shelter_for_three(of_b: tuple[Finding, ...]) -> None:
    finding = one(of_b, "family_limit", AMBER)
    assert (finding.details["limit"], finding.details["family"]) == (3, 4)


@pytest.mark.parametrize(
    ("code", "severity", "place"),
    [
        ("time_without_oxygen_unknown", AMBER, "oxygen.time_without_oxygen"),
        ("travel_not_measured", AMBER, "triggers.travel_measured_min"),
        ("no_drill", AMBER, "review.drills"),
        ("no_alternative_route", AMBER, "destination.routes.route_fukushi_centre.alternative"),
        ("fire_not_done", INFO, "registrations.fire_department.status"),
        ("minimum_ends_sooner", INFO, "power_needs.target_h"),
    ],
)
def test_case_b_says_what_it_must(
    of_b: tuple[Finding, ...], code: str, severity: Severity, place: str
) -> None:
    assert one(of_b, code, severity).place == place


@pytest.mark.parametrize("prefix", ["output", "canisters", "conserver", "legal", "municipality", "oxygen_"])
def test_case_b_does_not_say_what_it_must_not(of_b: tuple[Finding, ...], prefix: str) -> None:
    assert not [finding.code for finding in of_b if finding.code.startswith(prefix)]


def test_the_lent_generator_of_case_b_is_never_called_uncounted(of_b: tuple[Finding, ...]) -> None:
    assert not [
        finding for finding in of_b if finding.code == "source_not_counted" and "town" in finding.place
    ]


def test_case_b_needs_a_place_for_its_landslide_zone(of_b: tuple[Finding, ...]) -> None:
    assert one(of_b, "hazard_without_place", AMBER).details["hazard"] is Hazard.LANDSLIDE
