"""Months whose day nobody knows, from the key to the document and the hours of a battery."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from evacplan.domain.blackout.counting import BATTERY_YEARS, battery_age_factor
from evacplan.domain.document import dumps, loads, schema
from evacplan.domain.errors import UserError
from evacplan.domain.findings import findings
from evacplan.domain.month import Month, first_day, format_month, parse_day_or_month
from evacplan.domain.plan import Plan
from tests.builders import a_plan

MONTHS = some.builds(Month, some.integers(1869, 2098), some.integers(1, 12))


def a_battery(**dates: object) -> Plan:
    """A ventilator with a battery of its own and these dates."""
    device = {"key": "vent", "device_class": "ventilator", "battery_h": 4, **dates}
    return a_plan(devices={"devices": [device]})


def codes(plan: Plan, today: date) -> set[str]:
    return {finding.code for finding in findings(plan, today)}


@pytest.mark.parametrize(
    "text",
    ["R6.12", "r6/12", "令和6年12月", "令和６年１２月", "2024/12", "2024-12", "2024年12月", " 令6.12 "],
)
def test_a_month_is_read_however_it_is_typed(text: str) -> None:
    assert parse_day_or_month(text) == Month(2024, 12)


@pytest.mark.parametrize("text", ["令和6年5月16日", "r6.5.16", "2024-05-16", "20240516"])
def test_a_day_stays_a_day(text: str) -> None:
    assert parse_day_or_month(text) == date(2024, 5, 16)


@pytest.mark.parametrize(
    "text", ["6.12", "12", "2024", "令和6年13月", "平成31年5月", "r1.4", "令和", "12/24"]
)
def test_what_is_neither_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"。$"):
        parse_day_or_month(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("r1.5", "令和元年5月"), ("h31.4", "平成31年4月"), ("s64.1", "平成元年1月"), ("t15.12", "昭和元年12月")],
)
def test_a_month_in_which_an_era_begins_is_called_by_it(text: str, shown: str) -> None:
    found = parse_day_or_month(text)
    assert isinstance(found, Month)
    assert format_month(found) == shown


@given(MONTHS)
def test_what_is_shown_and_what_is_written_is_read_back(month: Month) -> None:
    assert parse_day_or_month(format_month(month)) == month
    assert parse_day_or_month(month.isoformat()) == month
    assert month.first <= month.last
    assert (month.last - month.first).days in range(27, 31)


@given(MONTHS)
def test_a_document_keeps_the_month_as_it_is_and_readable(month: Month) -> None:
    plan = a_battery(battery_replaced_on=month)
    data = dumps(plan)
    assert f'"battery_replaced_on": "{month.year}-{month.month:02}"'.encode() in data
    assert loads(data) == plan
    assert loads(data).devices.devices[0].battery_replaced_on == month


def test_a_day_is_not_its_month() -> None:
    assert a_battery(battery_replaced_on="2024-12-01") != a_battery(battery_replaced_on="2024-12")


def test_a_date_that_needs_its_day_takes_no_month() -> None:
    with pytest.raises(UserError):
        loads(dumps(a_plan(child={"birth_on": "2015-05-16"})).replace(b"2015-05-16", b"2015-05"))


def test_the_schema_tells_both_shapes() -> None:
    device = schema()["$defs"]["Device"]["properties"]["battery_replaced_on"]
    assert {"type": "string", "pattern": r"^\d{4}-\d{2}$"} in device["anyOf"][0].get("anyOf", device["anyOf"])


@given(MONTHS, some.integers(0, 30), some.integers(-3, 35))
def test_no_day_of_its_month_makes_a_battery_older_than_the_month_alone(
    month: Month, day: int, later: int
) -> None:
    bought = min(month.first + timedelta(days=day), month.last)
    on = date(month.year + BATTERY_YEARS, month.month, 1) + timedelta(days=later)

    def factor(since: date | Month) -> float:
        return battery_age_factor(None, None, first_day(since), None, on=on)

    assert factor(month) <= factor(bought)


def test_a_battery_of_a_month_is_too_old_from_the_first_of_it() -> None:
    plan = a_battery(battery_replaced_on=Month(2024, 12))
    assert "battery_old" not in codes(plan, date(2026, 12, 1))
    assert "battery_old" in codes(plan, date(2026, 12, 2))
    assert "battery_undated" not in codes(plan, date(2026, 12, 1))


def test_the_month_that_runs_does_not_lie_ahead() -> None:
    plan = a_battery(battery_replaced_on=Month(2026, 12))
    assert "date_in_future" not in codes(plan, date(2026, 12, 1))
    assert "date_in_future" in codes(plan, date(2026, 11, 30))


def test_an_age_counts_from_the_first_of_a_month() -> None:
    assert first_day(Month(2024, 12)) == date(2024, 12, 1)
    assert first_day(date(2024, 12, 16)) == date(2024, 12, 16)
    assert first_day(None) is None
