"""What a plan consists of, read from its types."""

import dataclasses

import pytest
from hypothesis import given

from evacplan.domain import structure
from evacplan.domain.paths import get
from evacplan.domain.plan import SECTIONS, Plan
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.extras import Section
from evacplan.domain.structure import Leaf, Nested, Rows, parts
from evacplan.domain.values import Shape
from tests.builders import fields, lists, mark_places, plans, some, without_keys


def test_every_field_of_every_record_is_a_part_but_the_key_the_marks_and_what_packs_bring() -> None:
    records = {field.holder for field in fields()} | {Plan}

    for record in records:
        names = {part.name for part in parts(record)}
        assert set(record.model_fields) - names == ({"key"} if issubclass(record, Row) else set()) | (
            {"marks"} if record is Plan else set()
        ) | ({"extras"} if issubclass(record, Section) else set())


def test_the_sections_stand_in_the_order_of_the_plan() -> None:
    assert tuple(part.name for part in parts(Plan)) == SECTIONS


def test_choices_belong_to_the_shapes_that_choose() -> None:
    for field in fields():
        chooses = field.leaf.kind.shape in (Shape.CHOICE, Shape.CHOICES)
        assert chooses == (field.leaf.choices is not None), field.path


def test_a_record_of_a_plan_may_be_empty_everywhere() -> None:
    for record in {field.holder for field in fields()}:
        content = {"key": "r1"} if issubclass(record, Row) else {}
        assert record.model_validate(content).model_dump(exclude_defaults=True) == content


@some
@given(plans())
def test_the_leaves_of_a_plan_are_those_of_its_model_once_for_each_row(plan: Plan) -> None:
    found = [path for path, _, _ in structure.leaves(plan)]
    model = {field.path: field.leaf for field in fields()}
    outside = [path for path in model if not any(path.startswith(f"{name}.") for name in lists())]

    assert len(found) == len(set(found))
    assert {without_keys(plan, path) for path in found} <= set(model)
    assert set(outside) <= set(found)
    assert all(model[without_keys(plan, path)] == leaf for path, _, leaf in structure.leaves(plan))


@some
@given(plans())
def test_every_row_is_found_with_the_path_that_leads_to_it(plan: Plan) -> None:
    found = list(structure.rows(plan))

    assert all(get(plan, path) is row for path, row in found)
    assert sum(
        len(get(plan, path)) for path in mark_places(plan) if without_keys(plan, path) in lists()
    ) == len(found)


def test_a_field_without_a_kind_is_refused_by_name() -> None:
    class Odd(Record):
        """A record with a bare text."""

        text: str | None = None

    with pytest.raises(TypeError, match="text: a field needs a type with a Kind"):
        parts(Odd)


def test_parts_are_values() -> None:
    assert all(dataclasses.is_dataclass(kind) for kind in (Leaf, Nested, Rows))
