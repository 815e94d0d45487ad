"""The municipality of the address brings what everybody there has: told, and filled in by one key."""

import zipfile
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from evacplan.domain.plan import Mark
from evacplan.form.municipalities import load_municipalities
from tests.builders import a_case, a_plan
from tests.ui.driving import CATALOG, Driver

Drive = Callable[..., Driver]
AREAS = load_municipalities(CATALOG)
CENTRE = "青森県小児在宅支援センター"
ADDRESS = "child.address"
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def aomori() -> dict[str, str]:
    """A town of every municipality of Aomori by its code, from Japan Post's table."""
    found: dict[str, str] = {}
    with zipfile.ZipFile(CATALOG / "postal.zip") as table:
        lines = (line for name in table.namelist() for line in table.read(name).decode().splitlines())
        for _, code, text, _ in (line.split("\t") for line in lines):
            if code.startswith("02"):
                found.setdefault(code, text)
    return found


def test_the_table_holds_every_municipality_of_the_prefecture_once() -> None:
    codes = [each.code for each in AREAS.every]
    assert len(codes) == 40
    assert sorted(codes) == sorted(aomori())


def test_every_town_of_the_postal_table_is_found_by_its_address() -> None:
    for code, text in aomori().items():
        found = AREAS.of_address(text)
        assert found is not None, text
        assert found.code == code


@pytest.mark.parametrize("address", ["弘前市代官町1", "青森県弘前市代官町1", "青森県 弘前市 代官町1"])
def test_an_address_is_found_with_or_without_its_prefecture(address: str) -> None:
    found = AREAS.of_address(address)
    assert found is not None
    assert (found.name, found.area) == ("弘前市", "津軽地域")


def test_an_address_elsewhere_has_no_area() -> None:
    assert AREAS.of_address("山梨県南巨摩郡南部町南部1") is None
    assert AREAS.of_address("岩手県盛岡市内丸1") is None


def test_leaving_the_address_tells_the_area_and_fills_nothing(drive: Drive) -> None:
    one = drive(section="child")
    one.answer("child.postal_code", "036-8001")
    one.answer(ADDRESS, "青森県弘前市代官町1")
    assert "弘前市（津軽地域）" in one.said()
    assert "Ctrl+Shift+A" in one.said()
    assert one.value("supporters.team") == ()
    assert one.value("contacts.chain") == ()


def test_one_key_fills_the_centre_and_the_name_of_the_power_company_in_one_step(drive: Drive) -> None:
    one = drive(a_plan(child={"address": "むつ市中央1"}), section="child")
    before = one.plan
    one.go(ADDRESS)
    one.press(Qt.Key.Key_A, CTRL_SHIFT)
    (member,), (call,) = one.value("supporters.team"), one.value("contacts.chain")
    assert (member.organisation, member.phone, member.hours) == (CENTRE, "017-752-9678", "平日 9:30–16:30")
    assert (call.organisation, call.phone_day, call.phone_night) == (CENTRE, "017-752-9678", None)
    assert "東北電力ネットワーク" in one.value("registrations.power_company.note")
    assert one.value("registrations.power_company.phone") is None
    one.ctrl(Qt.Key.Key_Z)
    assert one.plan == before


def test_the_centre_is_called_after_everybody_else(drive: Drive) -> None:
    plan = a_plan(child={"address": "むつ市中央1"}, contacts={"chain": [{"organisation": "役場"}]})
    one = drive(plan, section="child")
    one.go(ADDRESS)
    one.press(Qt.Key.Key_A, CTRL_SHIFT)
    assert [call.organisation for call in one.value("contacts.chain")] == ["役場", CENTRE]


def test_what_is_written_stays_as_it_is(drive: Drive) -> None:
    one = drive(a_case("case-a"), section="child")
    one.go(ADDRESS)
    before = one.plan
    one.press(Qt.Key.Key_A, CTRL_SHIFT)
    assert one.plan.supporters == before.supporters
    assert one.plan.contacts == before.contacts


def test_an_answer_without_a_value_is_not_replaced(drive: Drive) -> None:
    plan = a_plan(child={"address": "むつ市中央1"})
    marks = {"contacts.chain": Mark(unknown=True), "registrations.power_company.note": Mark(none=True)}
    one = drive(plan.model_copy(update={"marks": marks}), section="child")
    one.go(ADDRESS)
    one.press(Qt.Key.Key_A, CTRL_SHIFT)
    assert one.value("contacts.chain") == ()
    assert one.value("registrations.power_company.note") is None


def test_without_an_address_in_the_prefecture_the_key_says_why_it_does_nothing(drive: Drive) -> None:
    one = drive(a_plan(child={"address": "岩手県盛岡市内丸1"}), section="child")
    before = one.plan
    one.go(ADDRESS)
    one.press(Qt.Key.Key_A, CTRL_SHIFT)
    assert "青森県の市町村" in one.said()
    assert one.plan == before
