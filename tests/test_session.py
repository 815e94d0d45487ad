"""The open plan: whatever is done in whatever order, it stays sound, can be taken back, and is saved once."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from evacplan.domain import persons, structure
from evacplan.domain.document import dumps, loads
from evacplan.domain.errors import UserError
from evacplan.domain.integrity import problems
from evacplan.domain.paths import NoSuchPlaceError, exists, get, is_empty
from evacplan.domain.plan import Mark, Plan
from evacplan.session import Change, RefusedError, Session
from tests.builders import Field, a_case, a_plan, answers, lists, mark_places, some, texts, without_keys

TODAY = date(2026, 11, 10)


class FakeDrafts:
    """Keeps what was saved; fails once when told to."""

    def __init__(self) -> None:
        self.saved: list[Plan] = []
        self.is_full = False

    def save_draft(self, plan_id: str, plan: Plan) -> None:
        if self.is_full:
            raise UserError("保存できませんでした。", why="空きがありません。", do="空きを作ってください。")
        assert plan_id == "plan-1"
        self.saved.append(plan)


def a_session(plan: Plan | None = None) -> Session:
    return Session("plan-1", plan or Plan(), FakeDrafts())


class AnyOrder(RuleBasedStateMachine):
    """A person at work: answers, marks, rows, undo and redo in any order."""

    @initialize(plan=st.sampled_from([Plan(), a_case("case-a"), a_case("case-b")]))
    def start(self, plan: Plan) -> None:
        self.first = plan
        self.drafts = FakeDrafts()
        self.session = Session("plan-1", plan, self.drafts)
        self.told: list[Change] = []
        self.session.watch(self.told.append)
        self.steps = 0

    def leaf(self, number: int) -> tuple[str, Field]:
        found = list(structure.leaves(self.session.plan))
        path, record, leaf = found[number % len(found)]
        return path, Field(without_keys(self.session.plan, path), type(record), leaf)

    def row(self, number: int) -> str:
        found = [path for path, _ in structure.rows(self.session.plan)]
        return found[number % len(found)] if found else ""

    @rule(number=st.integers(0, 9_999), data=st.data())
    def answer(self, number: int, data: st.DataObject) -> None:
        path, field = self.leaf(number)
        before = self.session.plan
        answer = data.draw(answers(field))
        self.session.set(path, answer)
        value, mark = get(self.session.plan, path), self.session.mark(path)
        assert is_empty(value) == is_empty(answer) or not is_empty(answer)
        assert is_empty(value) or not (mark.none or mark.unknown)
        if value == get(before, path):
            assert self.session.plan is before
        else:
            assert mark == Mark()

    @rule(number=st.integers(0, 9_999), wrong=st.sampled_from([object(), "あ" * 20_001]))
    def answer_wrongly(self, number: int, wrong: object) -> None:
        path, _ = self.leaf(number)
        before, told = self.session.plan, len(self.told)
        with pytest.raises(RefusedError, match=r"。$"):
            self.session.set(path, wrong)
        assert self.session.plan is before
        assert len(self.told) == told

    @rule(number=st.integers(0, 9_999))
    def clear(self, number: int) -> None:
        path, _ = self.leaf(number)
        self.session.set(path, None)
        assert is_empty(get(self.session.plan, path))

    def markable(self, number: int) -> str:
        places = mark_places(self.session.plan)
        return places[number % len(places)]

    @rule(number=st.integers(0, 9_999))
    def say_none(self, number: int) -> None:
        path = self.markable(number)
        self.session.mark_none(path)
        assert self.session.mark(path) == Mark(none=True)
        assert is_empty(get(self.session.plan, path))

    @rule(number=st.integers(0, 9_999), whom=st.none() | texts())
    def say_unknown(self, number: int, whom: str | None) -> None:
        path = self.markable(number)
        self.session.mark_unknown(path, whom, TODAY)
        assert self.session.mark(path) == Mark(unknown=True, ask_whom=whom, ask_until=TODAY)
        assert is_empty(get(self.session.plan, path))

    @rule(number=st.integers(0, 9_999))
    def unmark(self, number: int) -> None:
        marked = [*self.session.plan.marks, self.markable(number)]
        path = marked[number % len(marked)]
        value = get(self.session.plan, path)
        self.session.unmark(path)
        assert self.session.mark(path) == Mark()
        assert get(self.session.plan, path) == value

    @rule(numbers=st.lists(st.integers(0, 9_999), max_size=4), by=texts())
    def confirm(self, numbers: list[int], by: str) -> None:
        paths = [self.markable(number) for number in numbers]
        self.session.confirm(paths, by, TODAY)
        for path in paths:
            mark = self.session.mark(path)
            answered = mark.none or not is_empty(get(self.session.plan, path))
            assert (mark.confirmed_by == by) if answered else not mark.confirmed_by

    @rule(number=st.integers(0, 9_999))
    def add_row(self, number: int) -> None:
        plan = self.session.plan
        places = [path for path in mark_places(plan) if without_keys(plan, path) in lists()]
        path = places[number % len(places)]
        rows = get(self.session.plan, path)
        added = self.session.add_row(path)
        assert get(self.session.plan, path) == (*rows, get(self.session.plan, added))
        assert self.session.mark(path) == Mark()

    @rule(number=st.integers(0, 9_999))
    def remove_row(self, number: int) -> None:
        row = self.row(number)
        if row:
            self.session.remove_row(row)
            assert not exists(self.session.plan, row)
            assert not any(path.startswith(f"{row}.") for path in self.session.plan.marks)

    @rule(number=st.integers(0, 9_999), to=st.integers(-2, 9))
    def move_row(self, number: int, to: int) -> None:
        row = self.row(number)
        if row:
            path = row.rpartition(".")[0]
            rows = get(self.session.plan, path)
            self.session.move_row(row, to)
            moved = get(self.session.plan, path)
            assert {one.key: one for one in moved} == {one.key: one for one in rows}
            assert moved[max(0, min(to, len(rows) - 1))].key == row.rpartition(".")[2]

    @rule()
    def settle(self) -> None:
        self.session.settle()

    @rule()
    def undo(self) -> None:
        before = self.session.plan
        could = self.session.can_undo
        self.session.undo()
        if could:
            self.session.redo()
            assert self.session.plan is before
            self.session.undo()
        else:
            assert self.session.plan is before

    @precondition(lambda self: self.session.can_redo)
    @rule()
    def redo(self) -> None:
        before = self.session.plan
        self.session.redo()
        self.session.undo()
        assert self.session.plan is before
        self.session.redo()

    @rule()
    def save(self) -> None:
        count, needed = len(self.drafts.saved), not self.session.is_saved
        assert self.session.save() is needed
        assert len(self.drafts.saved) == count + needed
        assert self.session.is_saved
        assert not needed or self.drafts.saved[-1] is self.session.plan

    @invariant()
    def the_plan_is_sound(self) -> None:
        assert list(problems(self.session.plan)) == []

    @invariant()
    def every_change_is_told(self) -> None:
        plans = [self.first, *(change.after for change in self.told)]
        assert plans[-1] is self.session.plan
        assert [change.before for change in self.told] == plans[:-1]

    def teardown(self) -> None:
        if not hasattr(self, "session"):
            return
        assert loads(dumps(self.session.plan)) == self.session.plan
        while self.session.can_undo:
            self.session.undo()
        assert self.session.plan is self.first


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def test_keys_typed_into_one_field_are_one_step_of_undo() -> None:
    session = a_session()
    for text in ("髙", "髙橋", "髙橋 凜"):
        session.set("child.name", text)
    session.settle()
    session.set("child.name", "髙橋 凜々花")
    session.undo()
    assert session.plan.child.name == "髙橋 凜"
    session.undo()

    assert session.plan == Plan()
    assert not session.can_undo


def test_going_to_another_field_and_back_makes_steps_of_its_own() -> None:
    session = a_session()
    for path in ("child.name", "child.nickname", "child.name"):
        session.set(path, f"{path}{len(session.plan.child.name or '')}")
    session.undo()
    session.undo()

    assert session.plan.child.name == "child.name0"
    assert session.plan.child.nickname is None


def test_a_new_change_ends_what_could_be_redone() -> None:
    session = a_session()
    session.set("child.name", "髙")
    session.undo()
    session.set("child.nickname", "りり")

    assert not session.can_redo


def test_undo_goes_back_five_hundred_steps() -> None:
    session = a_session()
    for number in range(510):
        session.set("child.name", str(number))
        session.settle()
    for _ in range(510):
        session.undo()

    assert session.plan.child.name == "9"


def test_what_does_not_fit_changes_nothing_and_says_why() -> None:
    session = a_session(a_plan(child={"phone_home": "017-000-0114"}))
    with pytest.raises(RefusedError, match="電話番号は") as caught:
        session.set("child.phone_home", "ﾋﾐﾂ")

    assert session.plan.child.phone_home == "017-000-0114"
    assert "ﾋﾐﾂ" not in str(caught.value)
    assert not session.can_undo


@pytest.mark.parametrize("blank", ["", " ", "　\n", None])
def test_blanks_are_no_answer(blank: str | None) -> None:
    session = a_session(a_plan(child={"name": "髙", "name_kana": "たか"}))
    for path in ("child.name", "child.name_kana"):
        session.set(path, blank)

    assert session.plan == Plan()


def test_a_blank_does_not_take_none_back() -> None:
    session = a_session()
    session.mark_none("child.name_kana")
    session.set("child.name_kana", " ")

    assert session.mark("child.name_kana").none


def test_a_value_none_and_unknown_exclude_each_other() -> None:
    session = a_session()
    session.set("child.fax", "017-000-0115")
    session.mark_none("child.fax")
    assert session.plan.child.fax is None
    session.mark_unknown("child.fax", "母", TODAY)
    assert not session.mark("child.fax").none
    session.set("child.fax", "017-000-0115")

    assert session.mark("child.fax") == Mark()


def test_a_changed_value_is_no_longer_confirmed() -> None:
    session = a_session(a_plan(devices={"devices": [{"key": "vent", "battery_h": 6}]}))
    path = "devices.devices.vent.battery_h"
    session.confirm([path], "北国レスピ 三上", TODAY)
    session.set(path, "6")
    assert session.mark(path).confirmed_by == "北国レスピ 三上"
    session.set(path, "5")

    assert session.mark(path) == Mark()


def test_an_empty_field_cannot_be_confirmed() -> None:
    session = a_session()
    session.confirm(["child.name"], "母", TODAY)

    assert session.plan == Plan()
    assert not session.can_undo


@pytest.mark.parametrize("text", ["あ" * 401, "\ud842"])
def test_a_mark_that_could_not_be_read_again_is_refused(text: str) -> None:
    session = a_session(a_plan(child={"name": "髙"}))
    with pytest.raises(RefusedError, match=r"。$"):
        session.confirm(["child.name"], text, TODAY)
    with pytest.raises(RefusedError, match=r"。$"):
        session.mark_unknown("child.name", text)

    assert session.plan.marks == {}
    assert session.plan.child.name == "髙"


def test_marks_go_with_their_row_and_come_back_with_undo() -> None:
    session = a_session(a_plan(devices={"devices": [{"key": "vent"}]}))
    session.mark_unknown("devices.devices.vent.battery_h")
    session.remove_row("devices.devices.vent")
    assert session.plan == Plan()
    session.undo()

    assert session.mark("devices.devices.vent.battery_h").unknown


@pytest.mark.parametrize("how", ["remove", "none", "unknown", "set"])
def test_rows_that_go_take_the_marks_inside_them_along(how: str) -> None:
    session = a_session(a_plan(devices={"devices": [{"key": "vent", "external_batteries": [{"key": "b"}]}]}))
    session.mark_none("devices.devices.vent.external_batteries.b.due_on")
    ways: dict[str, Any] = {
        "remove": lambda: session.remove_row("devices.devices.vent"),
        "none": lambda: session.mark_none("devices.devices"),
        "unknown": lambda: session.mark_unknown("devices.devices"),
        "set": lambda: session.set("devices.devices", ()),
    }
    ways[how]()

    assert set(session.plan.marks) <= {"devices.devices"}
    assert list(problems(session.plan)) == []


FAMILY = {
    "household": [{"key": "mother", "name": "髙橋 みどり", "relation": "母"}, {"key": "aunt"}],
    "main_carer": "@mother",
    "second_carer": "@aunt",
}


@pytest.mark.parametrize("how", ["remove", "none"])
def test_a_person_whose_row_goes_stays_as_text_where_named(how: str) -> None:
    plan = a_plan(child=FAMILY, fallback={"bag_trained": ["@mother", "祖母", "@aunt"]})
    session = a_session(plan)
    if how == "remove":
        session.remove_row("child.household.mother")
        session.remove_row("child.household.aunt")
    else:
        session.mark_none("child.household")

    assert session.plan.child.main_carer == "髙橋 みどり（母）"
    assert session.plan.child.second_carer is None
    assert session.plan.fallback.bag_trained == ("髙橋 みどり（母）", "祖母")


def test_a_company_whose_row_goes_stays_as_the_company() -> None:
    suppliers = [{"key": "s", "name": "北国レスピ", "contact": "三上"}]
    plan = a_plan(
        devices={"suppliers": suppliers, "devices": [{"supplier": "@s"}]}, contacts={"chain": [{"who": "@s"}]}
    )
    session = a_session(plan)
    session.remove_row("devices.suppliers.s")

    assert session.plan.devices.devices[0].supplier == "北国レスピ"
    assert session.plan.contacts.chain[0].who == "北国レスピ　三上"


GRANDMOTHER = {"key": "her", "name": "山﨑 ハツ", "relation": "祖母"}


@pytest.mark.parametrize("title", ["祖母", None, "隣"])
def test_who_was_entered_twice_is_named_by_the_row_that_stays(title: str | None) -> None:
    plan = a_plan(
        child={"household": [GRANDMOTHER], "main_carer": "@again"},
        supporters={"supporters": [{"key": "again", "name": "山﨑 ハツ", "title": title}]},
        fallback={"bag_trained": ["@her", "父", "@again"]},
    )
    session = a_session(plan)
    session.remove_row("supporters.supporters.again")

    assert session.plan.child.main_carer == "@her"
    assert session.plan.fallback.bag_trained == ("@her", "父")
    session.undo()
    assert session.plan == plan


@pytest.mark.parametrize(
    "household",
    [
        [{"key": "one", "relation": "弟"}, {"key": "two", "relation": "弟"}],
        [
            {"key": "one", "name": "佐藤", "relation": "おじ"},
            {"key": "two", "name": "佐藤", "relation": "おば"},
        ],
        [{**GRANDMOTHER, "key": "one"}, {**GRANDMOTHER, "key": "two"}, GRANDMOTHER],
    ],
    ids=["two brothers", "two of one family", "two others of the name"],
)
def test_who_may_be_somebody_else_takes_nobodys_place(household: list[dict[str, str]]) -> None:
    session = a_session(a_plan(child={"household": household, "main_carer": "@one"}))
    shown = persons.shown(session.plan, "@one")
    session.remove_row("child.household.one")

    assert session.plan.child.main_carer == shown


@some
@given(texts(), texts())
def test_any_name_survives_the_row_it_stood_in(name: str, relation: str) -> None:
    household = [{"key": "one", "name": name, "relation": relation}]
    plan = a_plan(child={"household": household, "main_carer": "@one"}, contacts={"chain": [{"who": "@one"}]})
    shown = persons.shown(plan, "@one")
    session = a_session(plan)
    session.remove_row("child.household.one")

    nameless = shown == persons.NAMELESS
    assert session.plan.child.main_carer == (None if nameless else shown)
    assert loads(dumps(session.plan)) == session.plan


def test_a_text_that_looks_like_a_reference_is_no_name() -> None:
    plan = a_plan(child={"household": [{"key": "one", "name": "髙"}], "nickname": "@one"})
    session = a_session(plan)
    session.remove_row("child.household.one")

    assert session.plan.child.nickname == "@one"


@pytest.mark.parametrize("path", ["child.household.gone", "nowhere.gone"])
def test_a_row_that_is_not_there_cannot_be_moved_or_removed(path: str) -> None:
    session = a_session()
    with pytest.raises(NoSuchPlaceError):
        session.remove_row(path)
    with pytest.raises(NoSuchPlaceError):
        session.move_row(path, 0)

    assert not session.can_undo


def test_only_what_changed_is_saved_and_a_failed_save_is_tried_again() -> None:
    drafts = FakeDrafts()
    session = Session("plan-1", Plan(), drafts)
    assert not session.save()
    session.set("child.name", "髙")
    drafts.is_full = True
    with pytest.raises(UserError):
        session.save()
    assert not session.is_saved
    drafts.is_full = False

    assert session.save()
    assert not session.save()
    assert [plan.child.name for plan in drafts.saved] == ["髙"]


def test_what_was_taken_back_before_saving_is_not_saved() -> None:
    session = a_session()
    session.set("child.name", "髙")
    session.undo()

    assert session.is_saved
    assert not session.save()


def test_a_watcher_that_left_is_told_no_more() -> None:
    session = a_session()
    told: list[Change] = []
    leave = session.watch(told.append)
    session.set("child.name", "髙")
    leave()
    session.set("child.name", "髙橋")

    assert [(change.path, change.after.child.name) for change in told] == [("child.name", "髙")]


def test_a_forgotten_session_holds_nothing_of_the_plan() -> None:
    session = Session("p1", Plan(), FakeDrafts())
    session.set("child.name", "髙橋 陸")
    session.settle()
    session.set("child.name", "髙橋 海")
    session.forget()
    assert session.plan == Plan()
    assert (session.can_undo, session.can_redo, session.is_saved) == (False, False, True)
