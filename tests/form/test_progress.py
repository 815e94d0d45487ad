"""What is still missing, and how far a section is."""

from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.paths import get, is_empty, put
from evacplan.domain.plan import SECTIONS, Mark, Plan
from evacplan.domain.structure import rows
from evacplan.form.progress import Standing, Tick, by_section, gauge, missing, places, standing, tick
from evacplan.form.spec import Item, Need, Repeat
from tests.builders import CASES, a_case, a_plan, few, fields, plans, some, without_keys, words
from tests.form.marked import marked_plan

FORM = words().form


@some
@given(plans())
def test_every_place_exists_once_and_stands_as_its_answer_says(plan: Plan) -> None:
    found = list(places(FORM, plan))

    assert len({place.path for place in found}) == len(found)
    for place in found:
        mark = plan.marks.get(place.path, Mark())
        answered = mark.none or not is_empty(get(plan, place.path))
        wanted = Standing.UNKNOWN if mark.unknown else Standing.ANSWERED if answered else Standing.EMPTY
        assert place.standing is wanted
        assert without_keys(plan, place.path) == place.part.path


@some
@given(plans())
def test_the_gauge_counts_each_place_once(plan: Plan) -> None:
    found = list(places(FORM, plan))
    for need in Need:
        shown = gauge(FORM, plan, need)
        inside = [gauge(FORM, plan, need, section) for section in SECTIONS]
        assert shown.total == sum(one.total for one in inside) == sum(place.need is need for place in found)
        assert shown.answered == sum(one.answered for one in inside)
        assert shown.answered + shown.unknown + len(missing(FORM, plan, need)) == shown.total
        assert shown.is_full == (shown.answered == shown.total)


@few
@given(plans(), st.data())
def test_answering_what_is_missing_takes_it_from_the_list(plan: Plan, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from(missing(FORM, plan)))
    for mark in (Mark(none=True), Mark(unknown=True)):
        marked = plan.model_copy(update={"marks": {**plan.marks, place.path: mark}})
        assert place.path not in {one.path for one in missing(FORM, marked)}


def test_an_untouched_plan_misses_every_must_outside_of_lists_that_concerns_it() -> None:
    found = {place.path for place in missing(FORM, Plan())}
    inside_rows = {field.path for field in fields() if any(_is_list(part) for part in _parents(field.path))}
    musts = {item.path for item in FORM.items() if item.need is Need.MUST and not item.when}

    assert musts - inside_rows <= found
    assert found & inside_rows == set()


def _parents(path: str) -> list[str]:
    names = path.split(".")
    return [".".join(names[:end]) for end in range(1, len(names))]


def _is_list(path: str) -> bool:
    return isinstance(FORM.parts_by_path.get(path), Repeat)


def test_what_does_not_concern_the_child_is_not_asked() -> None:
    without = a_plan(oxygen={"in_use": False}, care={"acts": [{"kind": "suction"}]})
    asked = {place.path for place in places(FORM, without)}

    assert "oxygen.flow_rest" not in asked
    assert not any(path.startswith("care.tracheostomy.") for path in asked)
    assert "care.suction.frequency_day" in asked


def test_every_row_is_asked_about() -> None:
    plan = marked_plan()
    asked = {place.path for place in places(FORM, plan)}

    assert all(any(path.startswith(f"{row}.") for path in asked) for row, _ in rows(plan))


def test_the_places_of_a_section_are_those_found_by_its_name() -> None:
    plan = a_case("case-a")
    sections = by_section(places(FORM, plan))

    assert all(sections[section] == places(FORM, plan, section) for section in SECTIONS)


def test_places_stand_in_the_order_of_the_form() -> None:
    order = list(FORM.parts_by_path)
    found = [order.index(place.part.path) for place in places(FORM, Plan())]

    assert found == sorted(found)


def tick_of(plan: Plan, section: str) -> Tick:
    return tick(FORM, plan, section, places(FORM, plan, section))


def test_the_tick_of_a_section_tells_how_far_it_is() -> None:
    untouched = Plan()
    begun = put(untouched, "home.living_room", "居間")
    oxygen = put(untouched, "oxygen.in_use", False)
    unknown = untouched.model_copy(update={"marks": {"fallback.note": Mark(unknown=True)}})

    assert {tick_of(untouched, section) for section in SECTIONS} == {Tick.UNTOUCHED}
    assert tick_of(put(untouched, "child.nickname", "りり"), "child") is Tick.BEGUN
    assert tick_of(begun, "home") is Tick.DONE
    assert tick_of(oxygen, "oxygen") is Tick.ASIDE
    assert tick_of(unknown, "fallback") is Tick.UNKNOWN


def test_the_cases_lack_no_legal_must() -> None:
    for name in CASES:
        lacking = {without_keys(a_case(name), place.path) for place in missing(FORM, a_case(name))}
        assert not lacking & {
            "child.name",
            "child.birth_on",
            "child.sex",
            "child.address",
            "meeting.consent_create",
        }


def test_zero_and_no_are_answers_and_blanks_are_none() -> None:
    assert standing(0, None) is standing(False, None) is Standing.ANSWERED
    assert standing("　", None) is standing((), None) is Standing.EMPTY
    assert standing(None, Mark(none=True)) is Standing.ANSWERED
    assert standing(None, Mark(unknown=True)) is Standing.UNKNOWN
    assert standing(None, Mark(confirmed_by="母")) is Standing.EMPTY


def test_parts_that_are_asked_are_fields_or_lists() -> None:
    assert all(isinstance(place.part, Item | Repeat) for place in places(FORM, marked_plan()))
