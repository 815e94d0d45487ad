"""Plans to test with: small ones, full ones made from the model, and random ones of every shape it allows."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from evacplan.domain import structure
from evacplan.domain.document import loads
from evacplan.domain.paths import get, is_empty
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.reasons import first_reason
from evacplan.domain.structure import Leaf, Nested, Rows, parts
from evacplan.domain.values import Shape
from evacplan.form.edition import Words, load_words

ROOT = Path(__file__).parents[1]
FORMS = ROOT / "forms"
SAMPLES = ROOT / "resources" / "samples"
FONTS = ROOT / "resources" / "fonts"
CASES = ("case-a", "case-b")

some = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
few = settings(some, max_examples=12)

PNG = base64.b64encode(
    base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
    )
).decode()
WEIRD = (
    "髙﨑",
    "𠮷野家",
    "辻󠄀 葛󠄀",
    "邉邊",
    "か゚",
    "😀👨‍👩‍👧",
    "体温 38<x & y>",
    "a\x00b\x1f",
    "一行目\n二行目",
    "\u202e逆",
    "@",
    "@home",
    "　",
    "\ue000",
    "なし",
    "未確認",
    "<b>",
)


@dataclass(frozen=True, slots=True)
class Field:
    """One leaf of the model. path: without row keys, as the form names it."""

    path: str
    holder: type[Record]
    leaf: Leaf


@cache
def fields() -> tuple[Field, ...]:
    """Every leaf of the model in its order."""
    return tuple(_fields(Plan, ""))


def _fields(record: type[Record], prefix: str) -> Iterator[Field]:
    for part in parts(record):
        path = f"{prefix}{part.name}"
        match part:
            case Leaf():
                yield Field(path, record, part)
            case Nested():
                yield from _fields(part.record, f"{path}.")
            case Rows():
                yield from _fields(part.row, f"{path}.")


@cache
def lists() -> frozenset[str]:
    """The path of every list of rows, without row keys."""
    return frozenset(_lists(Plan, ""))


def _lists(record: type[Record], prefix: str) -> Iterator[str]:
    for part in parts(record):
        path = f"{prefix}{part.name}"
        if isinstance(part, Nested):
            yield from _lists(part.record, f"{path}.")
        elif isinstance(part, Rows):
            yield path
            yield from _lists(part.row, f"{path}.")


@cache
def words() -> Words:
    """The shipped words and layouts."""
    return load_words(FORMS)


@cache
def a_case(name: str) -> Plan:
    """A shipped case: "case-a" or "case-b"."""
    return loads((SAMPLES / f"{name}.json").read_bytes())


def a_plan(*, marks: dict[str, Mark] | None = None, **sections: dict[str, Any]) -> Plan:
    """A plan with nothing but what is named; rows may leave out their key."""
    content: dict[str, Any] = {**sections, "marks": marks or {}}
    return Plan.model_validate(_with_keys(content, iter(range(10_000))))


def _with_keys(content: Any, numbers: Iterator[int]) -> Any:
    if isinstance(content, dict):
        return {name: _rows_with_keys(value, numbers) for name, value in content.items()}
    return content


def _rows_with_keys(value: Any, numbers: Iterator[int]) -> Any:
    if isinstance(value, list | tuple) and value and isinstance(value[0], dict):
        return [{"key": f"r{next(numbers)}", **_with_keys(row, numbers)} for row in value]
    return _with_keys(value, numbers)


@cache
def limits(holder: type[Record], name: str) -> tuple[float, float]:
    """The lowest and the highest number a field takes; an open end is moved inside a little."""
    found = holder.model_json_schema()["properties"][name]
    inner = next(kind for kind in found.get("anyOf", [found]) if kind.get("type") != "null")
    low = inner["minimum"] if "minimum" in inner else inner["exclusiveMinimum"] + 0.001
    return low, inner["maximum"]


Answering = Callable[[Field, int], object]


def a_full_plan(answer: Answering, rows: Callable[[str], int] = lambda _path: 1) -> Plan:
    """A plan with an answer in every field: answer(field, number of the row, 0 outside of lists).

    rows: how many rows the list at a path (without row keys) has. None leaves it empty. Row keys: k1, k2.
    """
    numbers = iter(range(1, 100_000))

    def filled(record: type[Record], prefix: str, row: int) -> dict[str, object]:
        found: dict[str, object] = {"key": f"k{next(numbers)}"} if issubclass(record, Row) else {}
        for part in parts(record):
            path = f"{prefix}{part.name}"
            match part:
                case Leaf():
                    found[part.name] = answer(Field(path, record, part), row)
                case Nested():
                    found[part.name] = filled(part.record, f"{path}.", row)
                case Rows():
                    found[part.name] = [filled(part.row, f"{path}.", i) for i in range(rows(path))]
        return {name: value for name, value in found.items() if value is not None}

    return Plan.model_validate(filled(Plan, "", 0))


def without_keys(plan: Plan, path: str) -> str:
    """A concrete path as the form names it, without its row keys."""
    names = path.split(".")
    ends = range(1, len(names) + 1)
    return ".".join(names[end - 1] for end in ends if not isinstance(get(plan, ".".join(names[:end])), Row))


_letters = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@cache
def texts(most: int = 400) -> st.SearchStrategy[str]:
    """Any text: rare names, emoji, control characters, and once in a while as long as it may be."""
    weird = st.sampled_from(WEIRD)
    long = st.sampled_from(["𠮷", "あ", "長い文 "]).map(lambda text: (text * most)[:most])
    return weird | _letters | st.lists(weird, max_size=3).map("・".join) | long


def days() -> st.SearchStrategy[date]:
    """Any day a plan can hold."""
    return st.dates(date(1868, 1, 1), date(2999, 12, 31))


_KANA_SIGNS = [*"あいぁんゔゖー・　ゝゞアガヴヶヽヾヷｱ ㌖", "ﾊﾟ"]
_PHONES = ["119", "+81 90 0000 1111", "０１７（０００）０１１４", "0120000771"]
_BANDS = ["", "21:00-06:30", "7-8・12-13、18時〜19時", "0 - 24", "1-2、" * 30 + "3-4"]
_DIGITS = st.text("0123456789", min_size=1, max_size=12)
_BY_SHAPE: dict[Shape, st.SearchStrategy[Any]] = {
    Shape.KANA: st.lists(st.sampled_from(_KANA_SIGNS), max_size=12).map("".join),
    Shape.PHONE: _DIGITS | st.sampled_from(_PHONES),
    Shape.POSTAL: st.from_regex(r"[0-9]{3}-?[0-9]{4}", fullmatch=True),
    Shape.EMAIL: st.sampled_from(["a@example.jp", "髙@例え.jp", "㎉@x"]),
    Shape.DAY: days(),
    Shape.CLOCK: st.sampled_from(["0:00", "24:00", "9時半", "２１時３０分", "17:30"]),
    Shape.BANDS: st.sampled_from(_BANDS),
    Shape.YES_NO: st.booleans(),
    Shape.PEOPLE: st.lists(texts(), max_size=3).map(tuple),
    Shape.FIELD: st.sampled_from(["child.name", "care.medicines", "nowhere"]) | texts(),
    Shape.CODE: st.from_regex(r"[0-9]{4}", fullmatch=True),
    Shape.IMAGE: st.just(PNG) | st.just("iVBORw0KGgo="),
}


@cache
def answers(field: Field, longest: int = 20_000) -> st.SearchStrategy[Any]:
    """What may be typed into a field and fits it. longest: of running texts."""
    leaf = field.leaf
    if leaf.kind.shape is Shape.TEXT:
        return texts(longest)
    if leaf.choices is not None:
        one = st.sampled_from(list(leaf.choices))
        return st.lists(one, max_size=3, unique=True).map(tuple) if leaf.kind.shape is Shape.CHOICES else one
    if leaf.kind.shape in (Shape.NUMBER, Shape.WHOLE, Shape.YEAR):
        return _numbers(field)
    return _BY_SHAPE.get(leaf.kind.shape, texts())


def _numbers(field: Field) -> st.SearchStrategy[Any]:
    low, high = limits(field.holder, field.leaf.name)
    if field.leaf.kind.shape is not Shape.NUMBER:
        return st.integers(int(low), int(high))
    return st.floats(low, high) | st.integers(max(int(low), 1), int(high)) | st.just(high)


@cache
def _chosen(most: int) -> st.SearchStrategy[list[Field]]:
    return st.lists(st.sampled_from(fields()), max_size=most)


_ROW = st.integers(0, 1)


@st.composite
def plans(draw: st.DrawFn, most: int = 12, longest: int = 20_000) -> Plan:
    """Any valid plan with up to so many answers, in up to two rows of each list, and marks beside them."""
    content: dict[str, Any] = {}
    for field in draw(_chosen(most)):
        holder = content
        prefix = ""
        for name in field.path.split(".")[:-1]:
            prefix = f"{prefix}{name}"
            holder = _step(draw, holder, name, prefix in lists())
            prefix = f"{prefix}."
        holder[field.leaf.name] = draw(answers(field, longest))
    plan = Plan.model_validate(_with_keys(_listed(content), iter(range(10_000))))
    return plan.model_copy(update={"marks": draw(marks(plan))})


def _step(draw: st.DrawFn, holder: dict[str, Any], name: str, is_list: bool) -> dict[str, Any]:
    if not is_list:
        found: dict[str, Any] = holder.setdefault(name, {})
        return found
    rows: dict[int, dict[str, Any]] = holder.setdefault(f"[{name}]", {})
    return rows.setdefault(draw(_ROW), {})


def _listed(content: dict[str, Any]) -> dict[str, Any]:
    """Rows that were kept by number while a plan was drawn, as lists."""
    found: dict[str, Any] = {}
    for name, value in content.items():
        if name.startswith("["):
            found[name[1:-1]] = [_listed(row) for _, row in sorted(value.items())]
        else:
            found[name] = _listed(value) if isinstance(value, dict) else value
    return found


def mark_places(plan: Plan) -> list[str]:
    """Every place of a plan that can bear a mark: fields and lists."""
    found = [path for path, _, _ in structure.leaves(plan)] + list(_own_lists(Plan))
    for path, row in structure.rows(plan):
        found += [f"{path}.{name}" for name in _own_lists(type(row))]
    return found


@cache
def _own_lists(record: type[Record], prefix: str = "") -> tuple[str, ...]:
    found: list[str] = []
    for part in parts(record):
        if isinstance(part, Rows):
            found.append(f"{prefix}{part.name}")
        elif isinstance(part, Nested):
            found += _own_lists(part.record, f"{prefix}{part.name}.")
    return tuple(found)


_INDEXES = st.lists(st.integers(0, 9999), max_size=3)


@st.composite
def marks(draw: st.DrawFn, plan: Plan) -> dict[str, Mark]:
    """Marks that fit a plan: なし and 未確認 where nothing stands, confirmations anywhere."""
    places = mark_places(plan)
    chosen = [places[index % len(places)] for index in draw(_INDEXES)]
    return {path: draw(_mark(is_empty(get(plan, path)))) for path in chosen}


@cache
def _mark(empty: bool) -> st.SearchStrategy[Mark]:
    some_day = st.none() | days()
    confirmed = st.builds(Mark, confirmed_by=st.none() | texts(), confirmed_on=some_day)
    if not empty:
        return confirmed
    none = st.builds(Mark, none=st.just(True), confirmed_by=st.none() | texts(), confirmed_on=some_day)
    unknown = st.builds(Mark, unknown=st.just(True), ask_whom=st.none() | texts(), ask_until=some_day)
    return confirmed | none | unknown


def complaint(call: Callable[..., object], *given: object) -> str:
    """What a call says when it refuses what it was given, "" when it takes it."""
    try:
        call(*given)
    except ValidationError as error:
        return f"{first_reason(error)}{error}"
    except ValueError as error:
        return str(error)
    return ""
