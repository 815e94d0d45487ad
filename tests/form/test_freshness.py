"""How current confirmed answers are."""

from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.plan import Mark, Plan
from evacplan.form.freshness import FILE, freshness, load_shelf_life, months_later, stale
from evacplan.form.spec import Item
from evacplan.form.toml_file import FormError
from tests.builders import CASES, ROOT, a_case, plans, some, words

FORM = words().form
CATALOG = ROOT / "resources" / "catalog"
SHELF_LIFE = load_shelf_life(CATALOG, FORM)
_DAYS = st.dates(date(1926, 1, 1), date(2199, 12, 31))


def _confirmed(path: str, day: date, case: str = "case-a") -> Plan:
    return a_case(case).model_copy(update={"marks": {path: Mark(confirmed_by="母", confirmed_on=day)}})


@pytest.mark.parametrize(
    ("path", "kind", "months"),
    [
        ("care.medicines.dose", "medicine", 3),
        ("care.baseline.spo2_low", "body", 6),
        ("devices.devices.settings.rate", "device", 6),
        ("oxygen.flow_rest", "device", 6),
        ("child.weight_kg", "body", 6),
        ("child.address", "contact", 12),
        ("child.phone_home", "contact", 12),
        ("care.doctors.phone_day", "contact", 12),
        ("contacts.chain.phone_day", "contact", 12),
        ("child.birth_on", "lasting", None),
        ("meeting.consent_create", "other", 12),
    ],
)
def test_the_longest_path_says_of_which_kind_a_field_is(path: str, kind: str, months: int | None) -> None:
    FORM.part(path)
    found = SHELF_LIFE.kind(path)
    assert (found.code, found.months) == (kind, months)


def test_every_field_has_a_kind_and_no_number_that_ages_is_lasting() -> None:
    for item in FORM.items():
        kind = SHELF_LIFE.kind(item.path)
        assert kind.name
        if item.path.startswith(("care.", "devices.", "oxygen.", "power_", "contacts.")):
            assert kind.months, item.path


def test_a_medicine_is_current_for_three_months_to_the_day() -> None:
    plan = _confirmed("care.medicines.m1.dose", date(2026, 11, 30))
    key = plan.care.medicines[0].key
    plan = _confirmed(f"care.medicines.{key}.dose", date(2026, 11, 30))
    (found,) = freshness(SHELF_LIFE, FORM, plan)
    assert (found.kind.code, found.good_until, found.confirmed_by) == ("medicine", date(2027, 2, 28), "母")
    assert not found.is_stale(date(2027, 2, 28))
    assert found.is_stale(date(2027, 3, 1))
    assert stale(SHELF_LIFE, FORM, plan, date(2027, 2, 28)) == []
    assert stale(SHELF_LIFE, FORM, plan, date(2027, 3, 1)) == [found]


def test_a_birthday_never_gets_old() -> None:
    plan = _confirmed("child.birth_on", date(1990, 1, 1))
    (found,) = freshness(SHELF_LIFE, FORM, plan)
    assert found.good_until is None
    assert not found.is_stale(date.max)


def test_a_day_in_the_future_is_not_old() -> None:
    plan = _confirmed("child.address", date(2030, 1, 1))
    assert stale(SHELF_LIFE, FORM, plan, date(2026, 11, 20)) == []


def test_the_longest_overdue_comes_first() -> None:
    plan = a_case("case-a")
    key = plan.care.medicines[0].key
    marks = {
        "child.address": Mark(confirmed_on=date(2025, 6, 1)),
        f"care.medicines.{key}": Mark(confirmed_on=date(2025, 12, 1)),
        "oxygen.in_use": Mark(confirmed_on=date(2025, 1, 1)),
        "child.name": Mark(confirmed_on=date(2000, 1, 1)),
        "child.phone_home": Mark(unknown=True),
    }
    found = stale(SHELF_LIFE, FORM, plan.model_copy(update={"marks": marks}), date(2026, 11, 20))
    assert [each.path for each in found] == ["oxygen.in_use", f"care.medicines.{key}", "child.address"]


@pytest.mark.parametrize("path", ["care.medicines.gone.dose", "child.no_such_field", "child", "", "x.y"])
def test_a_mark_that_points_nowhere_says_nothing(path: str) -> None:
    assert list(freshness(SHELF_LIFE, FORM, _confirmed(path, date(2020, 1, 1)))) == []


@pytest.mark.parametrize("case", CASES)
def test_the_samples_tell_the_freshness_of_every_confirmed_answer(case: str) -> None:
    plan = a_case(case)
    confirmed = [path for path, mark in plan.marks.items() if mark.confirmed_on]
    assert [each.path for each in freshness(SHELF_LIFE, FORM, plan)] == confirmed


@some
@given(plans(), _DAYS)
def test_nothing_gets_fresher_as_days_pass(plan: Plan, today: date) -> None:
    old = {each.path for each in stale(SHELF_LIFE, FORM, plan, today)}
    older = {each.path for each in stale(SHELF_LIFE, FORM, plan, today + timedelta(days=1))}
    assert old <= older <= {path for path, mark in plan.marks.items() if mark.confirmed_on}


@given(_DAYS, st.integers(0, 120))
def test_months_are_counted_by_the_calendar(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


def test_the_last_days_of_the_calendar_do_no_harm() -> None:
    assert months_later(date(9999, 12, 1), 12) == date.max


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[kind.other]\nname = "x"\npaths = ["child.nmae"]', "child.nmae"),
        ('[kind.a]\nname = "x"\npaths = ["child"]\n[kind.other]\nname = "x"\npaths = ["child"]', "twice"),
        ('[kind.a]\nname = "x"\npaths = []', "other"),
        ('[kind.other]\nname = "x"\nmonth = 3\npaths = []', "month"),
        ('[kind.other]\nname = "x"\nmonths = 0\npaths = []', "months"),
        ('[kind.other]\nname = ""\npaths = []', "name"),
        ("[kind", FILE),
    ],
)
def test_a_mistake_in_the_file_is_refused_by_name(tmp_path: Path, content: str, told: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(FormError, match=told):
        load_shelf_life(tmp_path, FORM)


def test_every_kind_is_used() -> None:
    used = {SHELF_LIFE.kind(item.path).code for item in FORM.items() if isinstance(item, Item)}
    assert used == {kind.code for kind in SHELF_LIFE.by_path.values()} | {"other"}
