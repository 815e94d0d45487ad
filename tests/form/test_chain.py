"""The chain of calls as it will be drawn: who calls whom, in order, and what nobody knows is loud."""

from typing import Any

from evacplan.domain.plan import Plan
from evacplan.form.spec import Edition
from evacplan.form.view import Call, CallsBlock, ChainBlock, ColumnsBlock, Link, State
from tests.builders import CASES, a_case, a_plan
from tests.form.marked import view_of


def links(plan: Plan) -> tuple[Link, ...]:
    blocks = [block for page in view_of(plan, Edition.FAMILY).pages for block in page.blocks]
    return next(block.links for block in blocks if isinstance(block, ChainBlock))


def chained(*contacts: dict[str, Any]) -> tuple[Link, ...]:
    household = ({"key": "mother", "name": "髙橋 みどり", "relation": "母"},)
    return links(a_plan(child={"household": household}, contacts={"chain": contacts}))


def test_every_call_of_a_case_is_a_link_in_its_order() -> None:
    for case in CASES:
        plan = a_case(case)
        days = [row.phone_day for row in plan.contacts.chain]
        assert [link.phones[0].answer.text for link in links(plan)] == days


def test_a_link_says_who_calls_and_without_one_whoever_is_there() -> None:
    first, second = chained({"caller": "@mother", "phone_day": "119"}, {"phone_day": "171"})
    assert first.caller.text == "髙橋 みどり（母）"
    assert second.caller.text == "そばにいる人"


def test_an_arrow_says_what_to_do_when_no_one_answers_and_the_last_leads_nowhere() -> None:
    first, second, third = chained(
        {"phone_day": "119", "if_no_answer": "10分待つ"},
        {"phone_day": "171"},
        {"phone_day": "110"},
    )
    assert first.otherwise is not None
    assert first.otherwise.answer.text == "10分待つ"
    assert second.otherwise is not None
    assert second.otherwise.answer.text == "出ないときは次へ"
    assert third.otherwise is None


def test_what_the_last_call_says_of_no_answer_is_not_lost() -> None:
    (only,) = chained({"phone_day": "119", "if_no_answer": "171に伝言を残す"})
    assert only.otherwise is not None
    assert only.otherwise.answer.text == "171に伝言を残す"


def test_a_call_without_a_number_is_unknown_on_every_sheet_that_lists_it() -> None:
    plan = a_plan(contacts={"chain": ({"who": "工藤"},)})
    (link,) = links(plan)
    assert [fact.answer.state for fact in link.phones] == [State.UNKNOWN]
    blocks = view_of(plan, Edition.FAMILY).pages[0].blocks
    inner = [
        one for block in blocks for one in (block.right if isinstance(block, ColumnsBlock) else (block,))
    ]
    (calls,) = [block.calls for block in inner if isinstance(block, CallsBlock)]
    assert calls == (Call("工藤", "未確認", unknown=True),)


def test_one_number_for_day_and_night_stands_once_with_both_names() -> None:
    (same,) = chained({"phone_day": "0120-000-771", "phone_night": "0120-000-771"})
    assert [fact.label for fact in same.phones] == ["昼の電話・夜の電話"]


def test_an_organisation_that_the_name_says_is_not_said_again() -> None:
    one, two = chained(
        {"who": "訪問看護しおさい 工藤", "organisation": "訪問看護しおさい"},
        {"who": "工藤", "organisation": "訪問看護しおさい"},
    )
    assert [answer.text for answer in one.who] == ["訪問看護しおさい 工藤"]
    assert [answer.text for answer in two.who] == ["工藤", "訪問看護しおさい"]
