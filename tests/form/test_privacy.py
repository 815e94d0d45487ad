"""Who may read what, proven field by field: an edition shows exactly what its words allow.

Two ways: every answer with words of its own stands in an edition's view if and only if the edition may show
it; and an answer that an edition may not show can change as it likes without changing a letter of the view.
"""

from collections.abc import Iterator
from functools import cache

import pytest

from evacplan.domain import persons, structure
from evacplan.domain.choices import ShareBasis
from evacplan.domain.errors import UserError
from evacplan.domain.paths import get, put
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.review import HiddenField
from evacplan.domain.values import Shape
from evacplan.form.progress import places
from evacplan.form.spec import Edition, Item
from evacplan.form.view import View
from evacplan.pdf.document import render
from tests.builders import Field, a_case, a_full_plan, a_plan, fields, lists, without_keys, words
from tests.form.marked import (
    TODAY,
    answers_in,
    changed,
    marked_answers,
    marked_plan,
    sparse_plan,
    texts_of,
    view_of,
)
from tests.pdf.paper import shipped_fonts, squeezed

# Answers that say whether others are printed at all; what they do is tested by name below.
GATES = {
    "care.wishes_may_be_printed",
    "meeting.consent_create",
    "meeting.share_basis",
    "meeting.refusal_on",
    "meeting.consent_withdrawn_on",
    "meeting.shares.withdrawn_on",
    "meeting.shares.consent",
}
# Printed as a quantity to carry, not as they stand.
COUNTED = {Edition.HOSPITAL: {"supplies.stock.per_day", "supplies.stock.carry_days"}}


@cache
def base(edition: Edition) -> View:
    return view_of(marked_plan(), edition)


@cache
def shown(edition: Edition) -> str:
    """Every text of the marked plan's view, without blanks and line ends."""
    return squeezed("\n".join(texts_of(base(edition))))


@cache
def concerned() -> frozenset[str]:
    """The places of the marked plan whose conditions are met."""
    return frozenset(place.path for place in places(words().form, marked_plan()))


def answers_of(edition: Edition, *, allowed: bool) -> Iterator[tuple[str, Field, Item]]:
    """Every answer of the marked plan that an edition may show, or may not."""
    model = {field.path: field for field in fields()}
    for path, _, _ in structure.leaves(marked_plan()):
        field = model[without_keys(marked_plan(), path)]
        item = words().form.item(field.path)
        if (edition in item.editions) is allowed:
            yield path, field, item


def differs(plan: Plan, edition: Edition) -> bool:
    """Whether a plan is printed otherwise than the marked one; a refusal is a difference, too."""
    try:
        return view_of(plan, edition) != base(edition)
    except UserError:
        return True


@pytest.mark.parametrize("edition", Edition)
def test_exactly_the_allowed_answers_stand_in_the_view(edition: Edition) -> None:
    found = {mark.path for mark in marked_answers() if squeezed(mark.text) in shown(edition)}
    wanted = {
        mark.path
        for mark in marked_answers()
        if edition in mark.item.editions
        and mark.path in concerned()
        and mark.item.path not in COUNTED.get(edition, ())
    }

    assert found - wanted == set()
    assert wanted - found == set()


@pytest.mark.parametrize("edition", Edition)
def test_an_answer_that_stands_alone_in_its_row_is_printed_too(edition: Edition) -> None:
    units = {f"{item.path.rpartition('.')[0]}.{item.unit_from}" for item in words().form.items()}
    asked = {place.path for place in places(words().form, sparse_plan())}
    wanted = [
        mark
        for mark in answers_in(sparse_plan())
        if mark.text
        and mark.path in asked
        and edition in mark.item.editions
        and mark.item.path not in COUNTED.get(edition, set()) | units
    ]
    texts = squeezed("\n".join(texts_of(view_of(sparse_plan(), edition))))

    assert [mark.path for mark in wanted if squeezed(mark.text) not in texts] == []
    assert len(wanted) > 20
    assert render(view_of(sparse_plan(), edition), shipped_fonts())


@pytest.mark.parametrize("name", sorted(lists()))
def test_an_empty_row_never_stops_the_paper(name: str) -> None:
    def rows(path: str) -> int:
        return int(path == name or name.startswith(f"{path}."))

    plan = put(a_full_plan(lambda _field, _row: None, rows), "meeting.share_basis", ShareBasis.EMERGENCY)

    assert all(render(view_of(plan, edition), shipped_fonts()) for edition in Edition)


@pytest.mark.parametrize("edition", Edition)
def test_what_an_edition_may_not_show_changes_nothing_in_it(edition: Edition) -> None:
    forbidden = [
        (path, field) for path, field, item in answers_of(edition, allowed=False) if item.path not in GATES
    ]
    everything = marked_plan()
    for path, field in forbidden:
        everything = changed(everything, path, field)

    if view_of(everything, edition) != base(edition):
        assert [
            path for path, field in forbidden if differs(changed(marked_plan(), path, field), edition)
        ] == []


@pytest.mark.parametrize("edition", Edition)
def test_what_an_edition_may_show_changes_it(edition: Edition) -> None:
    in_words = {mark.item.path for mark in marked_answers()} - COUNTED.get(edition, set())
    wanted: set[str] = set()
    seen: set[str] = set()
    for path, field, item in answers_of(edition, allowed=True):
        if item.path in in_words or item.path in seen or path not in concerned():
            continue
        wanted.add(item.path)
        if differs(changed(marked_plan(), path, field), edition):
            seen.add(item.path)

    assert wanted - seen == set()


def test_every_field_of_the_model_was_asked_about() -> None:
    asked = {item.path for _, _, item in answers_of(Edition.FAMILY, allowed=True)}
    asked |= {item.path for _, _, item in answers_of(Edition.FAMILY, allowed=False)}

    assert asked == {field.path for field in fields()}
    assert {without_keys(marked_plan(), path) for path in concerned()} >= asked


@pytest.mark.parametrize("edition", Edition)
def test_marks_of_what_an_edition_may_not_show_change_nothing(edition: Edition) -> None:
    plan = a_case("case-b")
    hidden = {
        path
        for path, _, _ in structure.leaves(plan)
        if edition not in words().form.item(without_keys(plan, path)).editions and path not in plan.marks
    }
    mark = Mark(confirmed_by="印9999甲", confirmed_on=TODAY)
    marked = plan.model_copy(update={"marks": {**plan.marks, **dict.fromkeys(hidden, mark)}})

    assert view_of(marked, edition) == view_of(plan, edition)


@pytest.mark.parametrize("edition", Edition)
def test_unknown_is_said_exactly_where_the_answer_would_stand(edition: Edition) -> None:
    empty = a_plan(meeting={"consent_create": "given", "shares": [{"consent": "given"}]})
    whole = {
        f"{section.name}.{part.path.partition('.')[2]}": part
        for section in words().form.sections
        for part in section.parts
    }
    for path, part in whole.items():
        if not isinstance(part, Item) or path in GATES or part.when:
            continue
        asked = empty.model_copy(update={"marks": {path: Mark(unknown=True, ask_whom="印0001甲")}})
        texts = "".join(texts_of(view_of(asked, edition)))
        assert ("印0001甲が確認" in texts) <= (edition in part.editions), path


@pytest.mark.parametrize(
    "hidden", ["child.name_kana", "child.household.kana", "care.allergies", "care.baseline", "care"]
)
def test_the_family_can_hide_a_field_a_list_or_a_whole_record(hidden: str) -> None:
    hiding = (HiddenField(key="h", field=hidden, edition=None),)
    plan = put(marked_plan(), "distribution.hidden", hiding)
    for edition in Edition:
        texts = squeezed("\n".join(texts_of(view_of(plan, edition))))
        inside = [mark for mark in marked_answers() if f"{mark.item.path}.".startswith(f"{hidden}.")]
        assert inside
        assert not [mark.path for mark in inside if squeezed(mark.text) in texts]


def test_what_is_hidden_in_one_edition_stays_in_the_others() -> None:
    hiding = ({"key": "h", "field": "child.name_kana", "edition": "municipality"},)
    plan = put(marked_plan(), "distribution.hidden", hiding)
    kana = str(marked_plan().child.name_kana)

    assert kana not in "".join(texts_of(view_of(plan, Edition.MUNICIPALITY)))
    assert kana in "".join(texts_of(view_of(plan, Edition.HOSPITAL)))
    assert kana in "".join(texts_of(view_of(plan, Edition.FAMILY)))


def test_the_wishes_of_the_family_are_printed_only_where_they_said_so() -> None:
    wishes = str(marked_plan().care.treatment_wishes)
    for answer in (False, None):
        plan = put(marked_plan(), "care.wishes_may_be_printed", answer)
        assert not any(wishes in "".join(texts_of(view_of(plan, edition))) for edition in Edition)


def test_a_recipient_who_may_not_have_the_plan_is_not_named_to_the_municipality() -> None:
    first, second = marked_plan().meeting.shares
    plan = put(marked_plan(), f"meeting.shares.{first.key}.consent", "refused")
    texts = "".join(texts_of(view_of(plan, Edition.MUNICIPALITY)))

    assert str(first.recipient_name) not in texts
    assert str(second.recipient_name) in texts


def referring_to(key: str) -> Plan:
    """The marked plan in which every field for people names one row."""
    plan = marked_plan()
    for path, _, leaf in structure.leaves(plan):
        if leaf.kind.shape in persons.SHAPES:
            plan = put(plan, path, (f"@{key}",) if leaf.kind.shape is Shape.PEOPLE else f"@{key}")
    return plan


@pytest.mark.parametrize(
    ("row", "extra"),
    [
        ("child.household", "relation"),
        ("supporters.supporters", "title"),
        ("supporters.supporters", "address"),
        ("care.doctors", "department"),
        ("child.household", "notes"),
    ],
)
@pytest.mark.parametrize("edition", Edition)
def test_a_name_says_no_more_of_a_person_than_the_edition_may_show(
    edition: Edition, row: str, extra: str
) -> None:
    first = get(marked_plan(), row)[0]
    plan = referring_to(first.key)
    before, text = view_of(plan, edition), str(getattr(first, extra))
    after = view_of(put(plan, f"{row}.{first.key}.{extra}", "印9999乙"), edition)

    allowed = edition in words().form.item(f"{row}.{extra}").editions
    assert (before != after) is allowed
    assert (text in "".join(texts_of(before))) is allowed


def test_a_device_names_its_company_without_the_person_to_ask_for() -> None:
    supplier = marked_plan().devices.suppliers[0]
    plan = put(marked_plan(), "oxygen.supplier", f"@{supplier.key}")
    for device in plan.devices.devices:
        plan = put(plan, f"devices.devices.{device.key}.supplier", f"@{supplier.key}")

    assert str(supplier.contact) not in "".join(texts_of(view_of(plan, Edition.HOSPITAL)))
    assert str(supplier.name) in "".join(texts_of(view_of(plan, Edition.HOSPITAL)))
