"""The advice in the window: the same as on paper, under the plan's own circumstances."""

from hypothesis import given

from evacplan.domain.plan import Plan
from evacplan.form.advice_view import AdviceView, advice_view
from tests.builders import few
from tests.domain.plans import case_a, case_b, plans
from tests.form.test_advice import ADVICE, advice, teller


def test_the_window_says_the_same_as_the_paper() -> None:
    for plan in (case_a(), case_b()):
        shown, paper = advice_view(ADVICE, teller(plan)), advice(plan)
        assert (shown.levers, shown.ladder) == (paper.levers, paper.ladder)
        assert shown.basis + shown.answer == "".join(paper.lever_notes)
        assert "「この計画の想定」" in shown.assumes


def test_without_devices_there_is_no_advice() -> None:
    assert advice_view(ADVICE, teller(Plan())) == AdviceView()


@few
@given(plans())
def test_any_plan_with_devices_has_an_answer(plan: Plan) -> None:
    told = teller(plan)
    assert bool(advice_view(ADVICE, told).answer) is not told.figures.is_empty
