"""A plan in which every answer can be told from every other one, wherever it is printed."""

import base64
import dataclasses
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache

from evacplan.domain import structure
from evacplan.domain.choices import (
    Consent,
    CopyEdition,
    DeviceClass,
    GeneratorFuel,
    Hazard,
    PlaceKind,
    Priority,
    ShareBasis,
    ShareConsent,
    UsePattern,
)
from evacplan.domain.paths import get, put
from evacplan.domain.plan import Plan
from evacplan.domain.plan.base import Record
from evacplan.domain.times import format_clock
from evacplan.domain.values import Shape
from evacplan.domain.wareki import format_day
from evacplan.form.edition import build_view
from evacplan.form.spec import Edition, Item
from evacplan.form.view import View
from evacplan.form.words import figure
from tests.builders import Field, a_full_plan, fields, limits, lists, without_keys, words

TODAY = date(2026, 11, 10)
ROWS = 2
MORE_ROWS = {"care.acts": 3, "devices.devices": 3, "power_sources.generators": 3}

# What lets the rest be printed: answers that other fields depend on, in a state that satisfies conditions.
CONDITIONS: dict[str, tuple[object, ...]] = {
    "meeting.consent_create": (Consent.GIVEN,),
    "meeting.share_basis": (ShareBasis.CONSENT,),
    "meeting.refusal_on": (None,),
    "meeting.consent_withdrawn_on": (None,),
    "meeting.shares.withdrawn_on": (None,),
    "meeting.shares.consent": (ShareConsent.GIVEN,),
    "care.acts.kind": (None,),
    "care.wishes_may_be_printed": (True,),
    "devices.devices.device_class": (DeviceClass.VENTILATOR,),
    "devices.devices.use_pattern": (UsePattern.TIME_BANDS, UsePattern.INTERMITTENT, UsePattern.CONTINUOUS),
    "devices.devices.priority": (Priority.A,),
    "power_sources.generators.fuel": (
        GeneratorFuel.PETROL,
        GeneratorFuel.GAS_CANISTER,
        GeneratorFuel.LP_GAS,
    ),
    "oxygen.in_use": (True,),
    "home.hazards.kind": (Hazard.TSUNAMI, Hazard.LANDSLIDE),
    "destination.places.kind": (PlaceKind.HOSPITAL,),
    "distribution.hidden.edition": (CopyEdition.SUPPORTERS,),
}
# Without it a row concerns nobody but the family.
_IN_EVERY_ROW: dict[str, object] = {
    "meeting.shares.consent": ShareConsent.GIVEN,
    "supporters.supporters.consent_on": TODAY,
}
_KANA = "あいうえおかきくけこ"


@dataclass(frozen=True, slots=True)
class Marked:
    """One answer of the marked plan. text: how it is printed, "" when its words are not its own."""

    path: str
    item: Item
    text: str


def answer(field: Field, number: int, variant: int = 0) -> object:
    """An answer of its own for each number; variant 1 is another one that fits as well."""
    shape, leaf = field.leaf.kind.shape, field.leaf
    if leaf.choices is not None:
        one = list(leaf.choices)[(number + variant) % len(leaf.choices)]
        return (one,) if shape is Shape.CHOICES else one
    if shape is Shape.NUMBER:
        return _number(field, number, variant)
    if shape in (Shape.WHOLE, Shape.YEAR):
        low, high = limits(field.holder, leaf.name)
        return int(max(low, 1)) + (2 * number + variant) % int(high - max(low, 1))
    return _ANSWERS.get(shape, _text)(number, variant)


def _number(field: Field, number: int, variant: int) -> float:
    low, high = limits(field.holder, field.leaf.name)
    whole = 0 if high <= 1 else int(min(max(low, 21), high - 1))
    return float(f"{whole}.{number:04d}{variant + 1}")


def _text(number: int, variant: int) -> str:
    return f"印{number:04d}{'甲乙'[variant]}"


def _image(number: int, variant: int) -> str:
    """A PNG of one dot whose grey tells the variant."""
    parts = [
        (b"IHDR", struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes([0, number % 199 + variant]))),
        (b"IEND", b""),
    ]
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return base64.b64encode(b"\x89PNG\r\n\x1a\n" + body).decode()


_ANSWERS: dict[Shape, Callable[[int, int], object]] = {
    Shape.KANA: lambda number, variant: (
        "ん" + "".join(_KANA[int(d)] for d in f"{number:04d}") + "をん"[variant]
    ),
    Shape.PHONE: lambda number, variant: f"072-{number:04d}-{variant + 1}111",
    Shape.POSTAL: lambda number, variant: f"{number % 1000:03d}-{variant + 1}222",
    Shape.EMAIL: lambda number, variant: f"m{number:04d}{'ab'[variant]}@example.jp",
    Shape.DAY: lambda number, variant: date(1900, 1, 1) + timedelta(days=2 * number + variant),
    Shape.CLOCK: lambda number, variant: format_clock(2 * number + variant),
    Shape.BANDS: lambda number, variant: f"{format_clock(number)}-{format_clock(1000 + variant)}",
    Shape.CODE: lambda number, variant: f"{number:04d}"[:3] + str(variant),
    Shape.YES_NO: lambda _number, variant: variant == 0,
    Shape.PEOPLE: lambda number, variant: (_text(number, variant),),
    Shape.IMAGE: _image,
}
_OWN_WORDS = set(_ANSWERS) - {Shape.CLOCK, Shape.BANDS, Shape.CODE, Shape.YES_NO, Shape.IMAGE}
_OWN_WORDS |= {
    Shape.LINE,
    Shape.TEXT,
    Shape.NAME,
    Shape.PERSON,
    Shape.ORGANISATION,
    Shape.FIELD,
    Shape.NUMBER,
}


@cache
def marked_plan() -> Plan:
    """Every field filled with an answer of its own, conditions satisfied."""
    numbers = iter(range(1, 10_000))

    def filled(field: Field, row: int) -> object:
        fixed = CONDITIONS.get(field.path)
        return fixed[row % len(fixed)] if fixed else answer(field, next(numbers))

    return a_full_plan(filled, lambda path: MORE_ROWS.get(path, ROWS))


@cache
def sparse_plan() -> Plan:
    """A plan with one answer in each row, the row's other fields empty; rows inside rows are left out."""
    numbers = iter(range(1, 10_000))

    def filled(field: Field, row: int) -> object:
        if field.path.rpartition(".")[0] not in lists():
            return CONDITIONS.get(field.path, (None,))[0]
        if field.path in _IN_EVERY_ROW:
            return _IN_EVERY_ROW[field.path]
        alone = leaves_of(field.holder)[row % len(leaves_of(field.holder))] == field.leaf.name
        return answer(field, next(numbers)) if alone and field.path not in CONDITIONS else None

    return a_full_plan(filled, lambda path: len(leaves_of(_row(path))) if path.count(".") == 1 else 0)


def leaves_of(record: type[Record]) -> list[str]:
    return [part.name for part in structure.parts(record) if isinstance(part, structure.Leaf)]


def _row(path: str) -> type[Record]:
    return next(field.holder for field in fields() if field.path.rpartition(".")[0] == path)


@cache
def marked_answers() -> tuple[Marked, ...]:
    """Every answer of the marked plan that has words of its own."""
    return tuple(found for found in answers_in(marked_plan()) if found.text)


def answers_in(plan: Plan) -> Iterator[Marked]:
    """Every answer of a plan."""
    form = words().form
    for path, record, leaf in structure.leaves(plan):
        item = form.item(without_keys(plan, path))
        value = getattr(record, leaf.name)
        yield Marked(path, item, _shown(leaf.kind.shape, value) if value is not None else "")


def _shown(shape: Shape, value: object) -> str:
    if shape not in _OWN_WORDS:
        return ""
    if isinstance(value, date):
        return format_day(value)
    if isinstance(value, float):
        return figure(value)
    return "・".join(value) if isinstance(value, tuple) else str(value)


def changed(plan: Plan, path: str, field: Field) -> Plan:
    """The plan with another answer at one place that fits as well and satisfies the same conditions."""
    value = get(plan, path)
    others = (answer(field, 7_000 + number, 1) for number in range(3))
    return put(plan, path, next(other for other in others if other != value))


def view_of(plan: Plan, edition: Edition) -> View:
    """The printed view, without figures."""
    return build_view(words(), plan, edition, today=TODAY)


def texts_of(shown: object) -> Iterator[str]:
    """Every text in a view, in order."""
    if isinstance(shown, Enum):
        return
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, tuple):
        for part in shown:
            yield from texts_of(part)
    elif dataclasses.is_dataclass(shown):
        for field in dataclasses.fields(shown):
            yield from texts_of(getattr(shown, field.name))
