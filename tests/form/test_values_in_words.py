"""Values as people read them: exact numbers, Japanese days, words for choices, names behind references."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.plan import Plan
from evacplan.domain.wareki import parse_day
from evacplan.form.words import figure, worded
from tests.builders import a_plan, days, fields, texts, words

FORM = words().form
EXACT = st.floats(-1e9, 1e9) | st.integers(-(10**9), 10**9)


def in_words(path: str, value: object, plan: Plan | None = None) -> str:
    return worded(FORM, plan or Plan(), FORM.item(path), value)


@given(EXACT)
def test_a_number_is_printed_exactly(value: float) -> None:
    assert Decimal(figure(value).replace(",", "")) == Decimal(str(value))


@given(EXACT)
def test_a_printed_number_has_commas_and_no_needless_zero(value: float) -> None:
    whole, _, rest = figure(value).partition(".")

    assert not rest.endswith("0")
    assert not figure(value).endswith(".")
    assert all(len(group) == 3 for group in whole.lstrip("-").split(",")[1:])


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1024, "1,024"),
        (18.6, "18.6"),
        (0, "0"),
        (0.75, "0.75"),
        (1e-7, "0.0000001"),
        (1_000_000.0, "1,000,000"),
    ],
)
def test_numbers_look_as_people_write_them(value: float, shown: str) -> None:
    assert figure(value) == shown


@given(days())
def test_a_day_is_printed_in_the_japanese_calendar(day: date) -> None:
    assert parse_day(in_words("child.birth_on", day)) == day


@given(texts())
def test_a_text_is_printed_as_it_is(text: str) -> None:
    for path in ("child.name", "child.address", "care.main_symptoms", "child.name_kana"):
        assert in_words(path, text) == text


def test_every_choice_is_printed_in_a_japanese_word() -> None:
    for field in fields():
        for choice in field.leaf.choices or ():
            item = FORM.item(field.path)
            value = (choice,) if field.leaf.kind.shape.value == "choices" else choice
            word = worded(FORM, Plan(), item, value)
            assert word in FORM.choices[type(choice).__name__].values(), field.path


@pytest.mark.parametrize(
    ("path", "value", "shown"),
    [
        ("child.weight_kg", 18.6, "18.6 kg"),
        ("oxygen.in_use", False, "いいえ"),
        ("oxygen.in_use", True, "はい"),
        ("home.built_year", 1982, "1982年（昭和57年）"),
        ("child.support_reasons", (), ""),
        ("devices.devices.use_bands", "21:00-06:30", "21:00–06:30"),
        ("distribution.hidden.field", "child.name_kana", "ふりがな"),
        ("distribution.hidden.field", "nowhere", "nowhere"),
    ],
)
def test_values_have_their_words(path: str, value: object, shown: str) -> None:
    assert in_words(path, value) == shown


def test_people_are_printed_by_the_names_of_their_rows() -> None:
    household = [{"key": "m", "name": "髙橋 みどり", "relation": "母"}]
    suppliers = [{"key": "s", "name": "北国レスピ", "contact": "三上"}]
    plan = a_plan(child={"household": household}, devices={"suppliers": suppliers})

    assert in_words("child.main_carer", "@m", plan) == "髙橋 みどり（母）"
    assert in_words("fallback.bag_trained", ("@m", "祖母"), plan) == "髙橋 みどり（母）・祖母"
    assert in_words("devices.devices.supplier", "@s", plan) == "北国レスピ"
    assert in_words("contacts.chain.who", "@ホーム訪問看護", plan) == "@ホーム訪問看護"


def test_a_whole_day_is_not_written_as_no_time_at_all() -> None:
    stay = {"key": "a", "hours": "0:00-24:00"}
    plan = Plan.model_validate({"child": {"week": [stay]}})

    assert plan.child.week[0].hours == "00:00-24:00"
    assert in_words("child.week.hours", plan.child.week[0].hours, plan) == "終日"


def test_suction_on_the_way_is_a_count_and_no_rate() -> None:
    assert in_words("review.drills.suction_on_the_way", 1) == "1 回"
