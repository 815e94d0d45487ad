"""Plans to test with: the shipped cases, small builders, and random valid plans made from the model."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st
from pydantic import ValidationError

from evacplan.domain.document import loads
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.devices import Device, DevicesSection
from evacplan.domain.structure import Leaf, Nested, Rows, leaves, parts
from evacplan.domain.values import Shape

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
CASE_A_ON = date(2026, 11, 10)
CASE_B_ON = date(2026, 11, 12)
AnyRecord = TypeVar("AnyRecord", bound=Record)


@cache
def case_a() -> Plan:
    """The shipped case A."""
    return loads((SAMPLES / "case-a.json").read_bytes())


@cache
def case_b() -> Plan:
    """The shipped case B."""
    return loads((SAMPLES / "case-b.json").read_bytes())


def a_device(key: str = "vent", **answers: Any) -> Device:
    """A device with nothing but what is named."""
    return Device(key=key, **answers)


def a_plan(*devices: Device, marks: dict[str, Mark] | None = None, **sections: Any) -> Plan:
    """A plan with these devices; sections are given as plain values."""
    return Plan.model_validate({"devices": DevicesSection(devices=devices), "marks": marks or {}, **sections})


def without_external(*keys: str) -> dict[str, Mark]:
    """The marks that say なし to the external batteries of these devices."""
    return {f"devices.devices.{key}.external_batteries": Mark(none=True) for key in keys}


_TEXTS: dict[Shape, tuple[str, ...]] = {
    Shape.KANA: ("さきやま　こうじ", ""),
    Shape.PHONE: ("017-000-0114", "090-0000-1141", "0120-000-771", "119", "12-34"),
    Shape.POSTAL: ("030-0000",),
    Shape.EMAIL: ("a@example.jp", "zaitaku_shienl@example.jp"),
    Shape.CLOCK: ("02:00", "17:30", "00:00"),
    Shape.BANDS: ("21:00-06:30", "00:00-24:00", "07:00-08:00、12:00-13:00", ""),
    Shape.CODE: ("4649",),
    Shape.PERSON: ("@nobody", "@r1", "@r2", "母", "", "@"),
    Shape.ORGANISATION: ("@nobody", "@r3", "業者"),
    Shape.FIELD: ("child.name", "nowhere"),
}
_LINES = ("", " ", "練習中", "9–21時", "24時間", "夜", "\ue000", "𠮷野家", "a")
_DAYS = [date(2015, 1, 1) + timedelta(days=137 * i) for i in range(40)]


def _number(random: Random, leaf: Leaf) -> float:
    low, high = leaf.kind.usual or (0, 1000)
    value = random.choice([0, 1, 2, low, high, high * 3, random.uniform(low, high)])
    return int(value) if leaf.kind.shape is Shape.WHOLE else round(value, 2)


_SHAPES: dict[Shape, Callable[[Random, Leaf], Any]] = {
    Shape.NUMBER: _number,
    Shape.WHOLE: _number,
    Shape.YEAR: lambda random, _: random.randint(1900, 2100),
    Shape.DAY: lambda random, _: random.choice(_DAYS),
    Shape.YES_NO: lambda random, _: random.random() < 0.5,
    Shape.PEOPLE: lambda random, _: tuple(random.choices(_TEXTS[Shape.PERSON], k=random.randint(0, 3))),
}


def _answer(random: Random, leaf: Leaf) -> Any:
    if leaf.choices is not None:
        members = list(leaf.choices)
        one = leaf.kind.shape is not Shape.CHOICES
        return random.choice(members) if one else tuple(random.sample(members, min(2, len(members))))
    if leaf.kind.shape in _SHAPES:
        return _SHAPES[leaf.kind.shape](random, leaf)
    return random.choice(_TEXTS.get(leaf.kind.shape, _LINES))


class _Maker:
    """Makes random records; share: of the fields that are answered."""

    def __init__(self, seed: int, share: float) -> None:
        self.random = Random(seed)
        self.share = share
        self.rows = 0

    def record(self, kind: type[AnyRecord]) -> AnyRecord:
        values: dict[str, Any] = {"key": self._key()} if issubclass(kind, Row) else {}
        for part in parts(kind):
            match part:
                case Nested():
                    values[part.name] = self.record(part.record)
                case Rows():
                    values[part.name] = tuple(
                        self.record(part.row) for _ in range(self.random.choice((0, 1, 3)))
                    )
                case Leaf() if part.kind.shape is not Shape.IMAGE and self.random.random() < self.share:
                    values[part.name] = _answer(self.random, part)
        return _valid(kind, values)

    def _key(self) -> str:
        self.rows += 1
        return f"r{self.rows}"

    def marks(self, plan: Plan) -> dict[str, Mark]:
        empty = [path for path, holder, leaf in leaves(plan) if getattr(holder, leaf.name) in (None, ())]
        lists = [f"devices.devices.{row.key}.external_batteries" for row in plan.devices.devices]
        lists += [] if plan.oxygen.cylinders else ["oxygen.cylinders"]
        free = [path for path in lists if path in empty or not _rows(plan, path)] + empty
        chosen = self.random.sample(free, k=int(len(free) * 0.2))
        return {
            path: Mark(none=True) if self.random.random() < 0.5 else Mark(unknown=True) for path in chosen
        }


def _rows(plan: Plan, path: str) -> tuple[Row, ...]:
    return next((d.external_batteries for d in plan.devices.devices if f".{d.key}." in path), ())


def _valid(kind: type[AnyRecord], values: dict[str, Any]) -> AnyRecord:
    """The record of these values, without those a field refuses (a factor of 0)."""
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        refused = {detail["loc"][0] for detail in error.errors()}
        return kind.model_validate({name: value for name, value in values.items() if name not in refused})


def random_plan(seed: int, share: float) -> Plan:
    """A valid plan of any shape the model allows; the same for the same seed and share."""
    maker = _Maker(seed, share)
    plan = maker.record(Plan)
    return plan.model_copy(update={"marks": maker.marks(plan)})


def plans() -> st.SearchStrategy[Plan]:
    """Random valid plans, from nearly empty to full."""
    return st.builds(random_plan, st.integers(0, 2**32), st.sampled_from([0.05, 0.3, 0.6, 0.95]))
