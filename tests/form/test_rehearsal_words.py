"""The words of a rehearsal: complete, and said for any plan."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.choices import Hazard
from evacplan.domain.plan import Plan
from evacplan.domain.rehearsal import KINDS, SAYS, Situation, rehearse
from evacplan.form.rehearsal_words import RehearsalTeller, load_rehearsal_words
from evacplan.form.toml_file import FormError
from tests import builders
from tests.builders import FORMS, some, words
from tests.domain.plans import CASE_A_ON, case_a, random_plan

ALL = Situation(heavy_snow=True, phones_dead=True, car_away=True, hazard=Hazard.RIVER_FLOOD)
NIGHT = Situation(away=frozenset({"@father"}), closed=frozenset({"route_hospital"}), heavy_snow=True)


@pytest.fixture(scope="module")
def teller() -> RehearsalTeller:
    return RehearsalTeller(load_rehearsal_words(FORMS), words().form, words().finding_words)


@some
@given(plan=builders.plans() | st.builds(random_plan, st.integers(0, 10_000), st.just(0.8)))
def test_every_step_of_any_plan_has_a_title_and_whole_sentences(plan: Plan) -> None:
    told = RehearsalTeller(load_rehearsal_words(FORMS), words().form, words().finding_words)
    for situation in (Situation(), ALL):
        for step in told.steps(plan, rehearse(plan, CASE_A_ON, situation)):
            assert step.title
            assert all(step.says)
            assert all(one.say.endswith("。") and one.do.endswith("。") for one in step.breaks)


def test_circumstances_are_named_by_day_hour_and_what_was_picked(teller: RehearsalTeller) -> None:
    told = teller.scenario(case_a(), NIGHT, date(2026, 11, 12))
    assert (
        told == "机上訓練（令和8年11月12日）02:00の停電・父がいない・大雪・「青森みなと総合病院」が通れない"
    )


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("[break.single_helper]", "[break.no_such_code]", "no_such_code"),
        ('carry     = "運ぶ"', "", "step"),
        ("いる大人は{count}人です", "いる大人は{people}人です", "single_helper"),
        ('snow   = "大雪"', 'snow   = "大雪"\nmore = "x"', "scenario"),
    ],
)
def test_words_that_do_not_fit_are_refused_by_name(
    tmp_path: Path, before: str, after: str, named: str
) -> None:
    text = (FORMS / "rehearsal.toml").read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "rehearsal.toml").write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(FormError, match=named):
        load_rehearsal_words(tmp_path)


def test_no_code_is_used_twice() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(codes) == len(set(codes))
    assert set(codes) > SAYS
