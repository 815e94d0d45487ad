"""The shipped samples: both cases of the meetings as plan documents, exact to the code point."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from evacplan.domain import paths, persons, structure
from evacplan.domain.choices import Consent, Priority, ShareConsent, ShareRecipient
from evacplan.domain.document import dumps, loads
from evacplan.domain.legal import legal_checks, municipality_refusal
from evacplan.domain.plan import Plan
from evacplan.domain.values import Shape

SAMPLES = Path(__file__).parents[1] / "resources" / "samples"
NAMES = ("case-a", "case-b")
A, B, C, D = Priority


def read(name: str) -> bytes:
    return (SAMPLES / f"{name}.json").read_bytes()


@pytest.fixture(scope="module")
def case_a() -> Plan:
    return loads(read("case-a"))


@pytest.fixture(scope="module")
def case_b() -> Plan:
    return loads(read("case-b"))


def references(plan: Plan) -> Iterator[str]:
    """Every "@row key" written in a field that names a person or an organisation."""
    for _, holder, leaf in structure.leaves(plan):
        if leaf.kind.shape in (Shape.PERSON, Shape.PEOPLE, Shape.ORGANISATION):
            value = getattr(holder, leaf.name)
            written = value if isinstance(value, tuple) else (value,)
            yield from (text for text in written if text and text.startswith(persons.REFERENCE))


def blanks(content: Any) -> Iterator[Any]:
    """Every null, empty text, list or object inside JSON."""
    if content is None or content in ("", [], {}):
        yield content
    inner = content.values() if isinstance(content, dict) else content if isinstance(content, list) else ()
    for part in inner:
        yield from blanks(part)


def marked(plan: Plan, what: str) -> set[str]:
    return {path for path, mark in plan.marks.items() if getattr(mark, what)}


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_loads_and_nothing_is_lost_when_it_is_written_again(name: str) -> None:
    plan = loads(read(name))

    assert loads(dumps(plan)) == plan


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_says_its_format_first_and_then_the_sections_in_order(name: str) -> None:
    content = json.loads(read(name))

    assert list(content) == ["format", *Plan.model_fields]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_leaves_out_what_is_empty(name: str) -> None:
    assert list(blanks(json.loads(read(name)))) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_person_a_sample_points_at_has_a_row_with_a_name(name: str) -> None:
    plan = loads(read(name))
    found = set(references(plan))

    assert found
    assert all(persons.row_of(plan, reference) for reference in found)
    assert not any("未記入" in persons.shown(plan, reference) for reference in found)


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_of_a_sample_stands_at_an_answer_and_not_at_a_group(name: str) -> None:
    plan = loads(read(name))
    places = {path for path, _, _ in structure.leaves(plan)}

    assert all(path in places or isinstance(paths.get(plan, path), tuple) for path in plan.marks)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_holds_every_item_of_the_act_and_may_go_to_the_municipality(name: str) -> None:
    plan = loads(read(name))

    assert all(check.met for check in legal_checks(plan))
    assert municipality_refusal(plan) is None


def test_the_names_of_case_a_are_exact_to_the_code_point(case_a: Plan) -> None:
    people = {row.key: row.name for row in case_a.child.household}

    assert case_a.child.name == "\u9ad9\u6a4b \u51dc\u3005\u82b1"
    assert case_a.child.name_print_alt == "\u9ad8\u6a4b \u51db\u3005\u82b1"
    assert people["grandmother"] == "\u5c71\ufa11 \u30cf\u30c4"
    assert case_a.meeting.explained_by == "\u5c0d\u99ac"
    assert case_a.meeting.signer_name == people["father"] == "\u9ad9\u6a4b \u5065"


def test_the_names_of_case_b_are_exact_to_the_code_point(case_b: Plan) -> None:
    assert case_b.child.name == "\ufa11\u5c71 \u7cc0"
    assert case_b.child.name_print_alt == "\u5d0e\u5c71 \u7cc0"
    assert case_b.meeting.signer_name == "\ufa11\u5c71 \u3072\u3088\u308a"


def test_no_other_form_of_a_rare_character_slipped_into_a_sample() -> None:
    text_a, text_b = (read(name).decode("utf-8") for name in NAMES)
    alternative = re.compile(r'"name_print_alt": "[^"]*"')
    plain_a, plain_b = (alternative.sub("", text) for text in (text_a, text_b))

    assert unicodedata.name("﨑") == "CJK COMPATIBILITY IDEOGRAPH-FA11"
    assert not set("高凛崎") & set(plain_a.replace("高齢者", ""))
    assert plain_a.count("対") == text_a.count("「対」ではなく「對」")
    assert "崎" not in plain_b


def test_the_telephone_numbers_of_case_a_are_exact(case_a: Plan) -> None:
    assert case_a.child.phone_home == case_a.contacts.dial171_phone == "017-000-0114"
    assert case_a.child.fax == "017-000-0115"
    assert [row.phone for row in case_a.child.mobiles] == ["090-0000-1141", "080-0000-1142"]
    assert [row.phone_day for row in case_a.contacts.chain] == [
        "080-0000-1142",
        "017-000-0501",
        "017-000-0200",
        "0120-000-771",
        "0120-000-175",
        "017-000-0401",
        "017-000-0600",
        "070-0000-6001",
        "017-000-0610",
        "017-752-9678",
    ]
    assert [row.phone for row in case_a.supporters.supporters] == [
        "017-000-0401",
        "090-0000-4021",
        "090-0000-4031",
    ]
    assert case_a.contacts.relay_phone == "090-0000-7001"


def test_the_telephone_numbers_of_case_b_are_exact(case_b: Plan) -> None:
    assert case_b.child.phone_home == case_b.contacts.dial171_phone == "0172-00-0271"
    assert case_b.contacts.dial171_pin == "4649"
    assert [row.phone_day for row in case_b.contacts.chain] == [
        "090-0000-2711",
        "080-0000-2712",
        "090-0000-8001",
        "0172-00-0400",
        "0120-000-882",
        "0120-000-175",
        "0172-00-0701",
        "080-0000-7021",
        "0172-00-0800",
        "070-0000-8010",
        "090-0000-8020",
        "017-752-9678",
    ]


def test_the_devices_of_case_a_keep_their_order_priority_and_load(case_a: Plan) -> None:
    found = [(row.key, row.priority, row.measured_w, row.battery_h) for row in case_a.devices.devices]

    assert found == [
        ("ventilator", A, 31, 6),
        ("humidifier", B, 100, 0),
        ("suction", A, None, 1.5),
        ("oximeter", B, 6, 12),
        ("feeding_pump", B, 9, 14),
        ("nebuliser", C, 30, 0),
        ("air_mattress", C, 14, 0),
        ("heater", D, 45, 0),
    ]


def test_the_devices_of_case_b_keep_their_order_priority_and_load(case_b: Plan) -> None:
    found = [(row.key, row.priority, row.measured_w, row.battery_h) for row in case_b.devices.devices]

    assert found == [
        ("concentrator", A, 118, 0),
        ("feeding_pump", B, 8, 14),
        ("suction", B, 38, 0.8),
        ("oximeter", B, 5, None),
        ("blanket", D, 50, 0),
    ]


def test_the_medicines_of_the_cases_keep_their_doses(case_a: Plan, case_b: Plan) -> None:
    doses = [(row.name, row.dose, row.dose_unit) for plan in (case_a, case_b) for row in plan.care.medicines]

    assert doses == [
        ("クロバザム", 5, "mg"),
        ("カルボシステイン シロップ", 4, "mL"),
        ("ジアゼパム坐剤", 6, "mg"),
        ("シルデナフィル", 8, "mg"),
        ("フロセミド", 6, "mg"),
        ("鉄剤", None, None),
    ]


def test_the_family_of_case_a_refused_the_police_alone(case_a: Plan) -> None:
    refused = [row.recipient for row in case_a.meeting.shares if row.consent is ShareConsent.REFUSED]

    assert case_a.meeting.consent_create is Consent.GIVEN
    assert refused == [ShareRecipient.POLICE]


def test_no_default_is_written_where_the_notes_give_none(case_a: Plan, case_b: Plan) -> None:
    (portable,) = case_a.power_sources.portables

    assert portable.usable_fraction is None
    assert all(row.peak_w is None for row in case_b.devices.devices)
    assert all(row.conserver_factor is None for row in case_b.oxygen.cylinders)


def test_what_nobody_knows_yet_is_marked_so_and_stays_empty(case_a: Plan, case_b: Plan) -> None:
    assert marked(case_a, "unknown") == {"devices.devices.suction.measured_w"}
    assert marked(case_b, "unknown") >= {
        "devices.devices.oximeter.battery_h",
        "power_sources.cars.kei_truck.hours",
        "oxygen.time_without_oxygen",
        "destination.hospital.agreed",
        "destination.hospital.condition",
        "destination.hospital.ward",
        "destination.hospital.power_w",
        "registrations.hospital_record.status",
    }
    assert case_b.marks["oxygen.time_without_oxygen"].ask_whom == "佐々木医師"


def test_what_was_said_to_be_none_is_marked_so(case_a: Plan, case_b: Plan) -> None:
    assert marked(case_a, "none") >= {
        "meeting.refusal_on",
        "child.mental_handbook_grade",
        "devices.devices.humidifier.external_batteries",
        "contacts.dial171_pin",
    }
    assert marked(case_b, "none") >= {"child.fax", "child.email", "care.allergies"}
