"""The plan document: nothing is lost, equal plans are equal bytes, refusals name the place and no value."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.document import FORMAT, dumps, joined, loads, parts, schema
from evacplan.domain.errors import UserError
from evacplan.domain.integrity import problems
from evacplan.domain.plan import SECTIONS, Mark, Plan
from evacplan.domain.values import Shape
from tests.builders import PNG, WEIRD, Field, a_full_plan, a_plan, fields, limits, lists, plans, some

CANARY = "ﾋﾐﾂ9999999990"
ROUGH = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def written(**content: Any) -> bytes:
    return json.dumps({"format": FORMAT, **content}).encode()


def refused(data: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        loads(data)
    return caught.value


def is_japanese(error: UserError) -> bool:
    return all(re.search(r"[ぁ-んァ-ヶ]", text) and text.endswith("。") for text in (error.what, error.do))


@some
@given(plans())
def test_what_is_written_is_read_back_as_it_was(plan: Plan) -> None:
    assert loads(dumps(plan)) == plan


@some
@given(plans(most=6))
def test_equal_plans_are_written_in_equal_bytes(plan: Plan) -> None:
    other = Plan.model_validate(plan.model_dump(mode="json"))
    other = other.model_copy(update={"marks": dict(reversed(plan.marks.items()))})

    assert other == plan
    assert dumps(other) == dumps(plan)
    assert dumps(loads(dumps(plan))) == dumps(plan)
    assert packed(other) == packed(plan)


def packed(plan: Plan) -> bytes:
    return joined(parts(plan, Plan.model_fields))


@some
@given(plans())
def test_a_packed_document_says_the_same_in_one_line(plan: Plan) -> None:
    assert json.loads(packed(plan)) == json.loads(dumps(plan))
    assert loads(packed(plan)) == plan
    assert b"\n" not in packed(plan)


def test_a_plan_with_every_field_filled_loses_nothing() -> None:
    plan = a_full_plan(_strange, lambda _path: 2)

    assert loads(dumps(plan)) == plan


def _strange(field: Field, row: int) -> object:
    """An odd answer to any field."""
    shape = field.leaf.kind.shape
    if field.leaf.choices is not None:
        every = list(field.leaf.choices)
        return tuple(every) if shape is Shape.CHOICES else every[row % len(every)]
    if shape in (Shape.NUMBER, Shape.WHOLE, Shape.YEAR):
        return limits(field.holder, field.leaf.name)[row % 2]
    return _ODD.get(shape, WEIRD[(len(field.path) + row) % len(WEIRD)])


_ODD: dict[Shape, object] = {
    Shape.KANA: "ヷゔゝ",
    Shape.PHONE: "119",
    Shape.POSTAL: "0300000",
    Shape.EMAIL: "a@b",
    Shape.DAY: "明治元年1月25日",
    Shape.CLOCK: "24:00",
    Shape.BANDS: "23-7",
    Shape.YES_NO: False,
    Shape.PEOPLE: ("@k1", "髙﨑", ""),
    Shape.IMAGE: PNG,
    Shape.CODE: "0000",
}


def test_an_empty_plan_is_the_format_alone() -> None:
    assert json.loads(dumps(Plan())) == {"format": FORMAT}
    assert loads(dumps(Plan())) == Plan()


@pytest.mark.parametrize("name", WEIRD)
def test_names_stand_in_the_document_as_they_are(name: str) -> None:
    content = json.loads(dumps(a_plan(child={"name": name})))

    assert content["child"]["name"] == name


def test_a_byte_order_mark_does_no_harm() -> None:
    assert loads(b"\xef\xbb\xbf" + dumps(a_plan(child={"name": "髙"}))).child.name == "髙"


@given(st.sampled_from(fields()), st.from_regex(r"[a-z]{3,12}", fullmatch=True))
def test_an_unknown_key_is_refused_with_its_path(field: Field, name: str) -> None:
    *where, _ = field.path.split(".")
    content: dict[str, Any] = {f"x_{name}": CANARY}
    for step in reversed(where):
        content = {step: content}
    error = refused(written(**_with_rows(content)))

    assert f"x_{name}: この版の evacplan が知らない項目です。" in error.why
    assert CANARY not in str(error)
    assert all(step in error.why for step in where)


def _with_rows(content: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """The content with lists where the model has lists."""
    found: dict[str, Any] = {}
    for name, value in content.items():
        path = f"{prefix}{name}"
        inner = _with_rows(value, f"{path}.") if isinstance(value, dict) else value
        found[name] = [{"key": "r1", **inner}] if path in lists() else inner
    return found


@some
@given(st.sampled_from(fields()), ROUGH)
def test_any_wrong_content_is_refused_in_japanese_and_never_repeated(field: Field, content: Any) -> None:
    *where, name = field.path.split(".")
    inner: dict[str, Any] = {name: [CANARY, {CANARY: content}]}
    for step in reversed(where):
        inner = {step: inner}
    error = refused(written(**_with_rows(inner)))

    assert is_japanese(error)
    assert CANARY not in str(error)
    assert field.path.rpartition(".")[2] in error.why


@given(st.sampled_from([*SECTIONS, "marks"]), ROUGH)
def test_whatever_stands_in_a_section_is_read_or_refused(section: str, content: Any) -> None:
    try:
        assert isinstance(loads(written(**{section: content})), Plan)
    except UserError as error:
        assert is_japanese(error)  # noqa: PT017 - either outcome is right


@given(st.binary(max_size=20) | ROUGH.map(lambda content: json.dumps(content).encode()))
def test_what_is_no_document_is_refused_in_words(data: bytes) -> None:
    assert is_japanese(refused(data))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe{}",
        b"[" * 100_000,
        b'{"format": "evacplan/1", "home": {"living_floor": ' + b"1" * 5_000 + b"}}",
        b'{"format": "evacplan/1", "oxygen": {"flow_rest": ' + b"1" * 400 + b"}}",
        b'{"format": "evacplan/1", "oxygen": {"flow_rest": NaN}}',
        b'{"format": "evacplan/1", "child": {"name": "\\ud842"}}',
        b'{"format": "evacplan/1", "child": {"name": "a", "name": "b"}}',
        b'{"format": "evacplan/1", "format": "evacplan/1"}',
    ],
)
def test_a_damaged_file_is_refused_in_words(data: bytes) -> None:
    assert is_japanese(refused(data))


def test_a_document_of_a_later_format_asks_for_a_later_program() -> None:
    assert "新しい evacplan" in refused(b'{"format": "evacplan/2"}').do


def test_a_row_that_is_refused_is_named_by_its_key() -> None:
    error = refused(written(child={"mobiles": [{"key": "mother", "phone": CANARY}]}))

    assert "child.mobiles.mother.phone: 電話番号は" in error.why


def test_a_wrong_row_key_is_not_repeated() -> None:
    error = refused(written(child={"mobiles": [{"key": CANARY}]}))

    assert "child.mobiles.0.key" in error.why
    assert CANARY not in str(error)


def test_of_many_refused_places_the_first_ten_are_named() -> None:
    rows = [{"key": f"r{number}", "phone": "x"} for number in range(13)]
    why = refused(written(child={"mobiles": rows})).why

    assert why.count("child.mobiles.") == 10
    assert why.endswith("ほか 3 か所")


def test_a_path_that_would_spoil_the_message_is_cut_and_cleaned() -> None:
    why = refused(written(marks={"あ\n\x1b\u202e" + "い" * 300: {"none": True}})).why

    assert "あ???い" in why
    assert len(why) < 250


@some
@given(plans())
def test_a_plan_that_can_be_read_has_no_problem(plan: Plan) -> None:
    assert list(problems(loads(dumps(plan)))) == []


def test_a_mark_without_its_place_is_refused() -> None:
    assert "marks.child.mobiles.gone.phone" in refused(written(marks={"child.mobiles.gone.phone": {}})).why


def test_none_and_unknown_at_once_are_refused() -> None:
    error = refused(written(marks={"child.name": {"none": True, "unknown": True}}))

    assert "marks.child.name: 「なし」と「未確認」は同時に選べません。" in error.why


def test_the_schema_knows_every_field_its_limits_and_the_format() -> None:
    text = json.dumps(schema())

    assert schema()["required"] == ["format"]
    assert set(schema()["properties"]) == {"format", "marks", *SECTIONS}
    assert '"maximum": 2000, "minimum": 0' in text
    assert '"ge"' not in text
    assert all(f'"{field.leaf.name}"' in text for field in fields())
    assert json.loads(text)["$defs"]["Mark"]["additionalProperties"] is False


def test_marks_are_written_in_the_order_of_their_paths() -> None:
    plan = a_plan(marks={path: Mark(none=True) for path in ("child.fax", "child.email", "care.allergies")})

    assert list(json.loads(dumps(plan))["marks"]) == ["care.allergies", "child.email", "child.fax"]
