"""A postal code writes the town, and never over what somebody wrote."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_plan
from tests.ui.driving import Driver

Drive = Callable[..., Driver]
CODE, ADDRESS, KANA = "child.postal_code", "child.address", "child.address_kana"


def test_a_code_writes_the_town_and_its_kana(drive: Drive) -> None:
    one = drive(section="child")
    one.answer(CODE, "０３６８００１")
    assert one.value(ADDRESS) == "青森県弘前市代官町"
    assert one.value(KANA) == "あおもりけんひろさきしだいかんちょう"
    assert "続けて番地を" in one.said()


def test_where_towns_share_a_code_what_they_share_is_written(drive: Drive) -> None:
    one = drive(section="child")
    one.answer(CODE, "036-0101")
    assert one.value(ADDRESS) == "青森県平川市大光寺"
    assert one.value(KANA) is None
    assert "同じ番号の町" in one.said()


def test_an_address_that_stands_there_is_kept_and_a_contradiction_told(drive: Drive) -> None:
    one = drive(a_plan(child={"address": "青森県八戸市内丸1-1-1"}), section="child")
    one.answer(CODE, "036-8001")
    assert one.value(ADDRESS) == "青森県八戸市内丸1-1-1"
    assert "青森県弘前市代官町" in one.said()


def test_an_address_without_its_prefecture_is_no_contradiction(drive: Drive) -> None:
    one = drive(a_plan(child={"address": "弘前市代官町1"}), section="child")
    one.answer(CODE, "036-8001")
    assert "違う" not in one.said()


def test_an_unknown_code_is_kept_and_told(drive: Drive) -> None:
    one = drive(section="child")
    one.answer(CODE, "999-9999")
    assert one.value(CODE) == "999-9999"
    assert one.value(ADDRESS) is None
    assert "表にありません" in one.said()


def test_undo_takes_the_written_address_back(drive: Drive) -> None:
    one = drive(section="child")
    one.answer(CODE, "036-8001")
    one.ctrl(Qt.Key.Key_Z)
    one.ctrl(Qt.Key.Key_Z)
    assert one.value(ADDRESS) is None
    assert one.value(CODE) == "036-8001"


def test_the_reading_of_a_code_goes_when_another_address_is_written_over_it(drive: Drive) -> None:
    one = drive(section="child")
    one.answer(CODE, "036-8001")
    one.answer(ADDRESS, "青森県南津軽郡架空町1")
    assert one.value(ADDRESS) == "青森県南津軽郡架空町1"
    assert one.value(KANA) is None
    assert "青森県弘前市代官町" in one.said()


@pytest.mark.parametrize("address", ["青森県弘前市代官町12", "弘前市代官町12"])
def test_the_reading_of_a_code_stays_while_the_address_goes_on_from_it(drive: Drive, address: str) -> None:
    one = drive(section="child")
    one.answer(CODE, "036-8001")
    one.answer(ADDRESS, address)
    assert one.value(KANA) == "あおもりけんひろさきしだいかんちょう"


def test_a_reading_somebody_wrote_is_never_taken_away(drive: Drive) -> None:
    plan = a_plan(child={"postal_code": "036-8001", "address_kana": "かくうちょう"})
    one = drive(plan, section="child")
    one.answer(ADDRESS, "青森県南津軽郡架空町1")
    assert one.value(KANA) == "かくうちょう"
