"""Plan documents damaged at random: as JSON, where every field is known, and as bare bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from evacplan.domain.values import Shape
from tests.builders import PNG, WEIRD, Field, fields, limits, lists

Place = tuple[Any, Any]

_TRICKS = (
    *WEIRD,
    "../../../etc/passwd",
    "C:\\Windows\\System32\\x.png",
    "=HYPERLINK(0)",
    "+1",
    "-1",
    "<script>alert(1)</script>",
    "{0.__class__}",
    "%s%n",
    "<para><img src='/etc/passwd'/></para>",
    "&#0;",
    "\ufeff",
    "\u2028",
    "a" * 400,
    "𠮷" * 400,
    "行\n" * 200,
    "e\u0301" * 100,
    "ظ" * 40,
    "\U000e0100" * 20,
)
_ODD: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    0.5,
    1e308,
    -1e-308,
    10**30,
    "",
    "0",
    [],
    {},
    [[]],
    [{}],
)
_DAYS = ("2026-11-20", "1868-01-25", "2999-12-31", "令和8年11月10日", "0001-01-01", "2026-02-30")
_BY_SHAPE: dict[Shape, tuple[Any, ...]] = {
    Shape.KANA: ("やまだ", "ｱ", "ヷ", "か゚"),
    Shape.PHONE: ("119", "090-0000-1141", "+81 90 0000 1111", "1" * 39),
    Shape.POSTAL: ("0300000", "030-0000"),
    Shape.EMAIL: ("a@b", "髙@例え.jp"),
    Shape.DAY: _DAYS,
    Shape.CLOCK: ("0:00", "24:00", "17:30", "25:00"),
    Shape.BANDS: ("21:00-06:30", "0-24", "7-8、12-13", "23-7"),
    Shape.YES_NO: (True, False),
    Shape.PEOPLE: (["@mother"], ["髙﨑", ""], []),
    Shape.IMAGE: (PNG, "iVBORw0KGgo=", "/9j/", PNG * 2, "AAAA"),
    Shape.CODE: ("0000", "00000"),
    Shape.FIELD: ("child.name", "nowhere", "devices.devices"),
}


def mutated(document: bytes, chance: Random) -> bytes:
    """The document with one to eight faults; what is no JSON is damaged as bytes."""
    try:
        content = json.loads(document)
    except (ValueError, RecursionError):
        return damaged(document, chance)
    if not isinstance(content, dict) or chance.random() < 0.05:
        return damaged(document, chance)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5, 8))):
        chance.choice(_FAULTS)(content, chance)
    ascii_only = chance.random() < 0.1
    written = json.dumps(content, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")
    return damaged(written, chance) if chance.random() < 0.03 else written


def damaged(data: bytes, chance: Random) -> bytes:
    """The bytes cut off, overwritten, doubled or with a bit turned over."""
    if not data:
        return bytes(chance.randrange(256) for _ in range(chance.randrange(1, 40)))
    place, length = chance.randrange(len(data)), chance.randrange(1, 200)
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: data[:place],
        lambda: data[place:],
        lambda: data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :],
        lambda: data[:place] + data[place + length :],
        lambda: data[:place] + data[place : place + length] * 3 + data[place + length :],
        lambda: (
            data[:place] + chance.choice((b"[", b"{", b'"', b"\\", b"\xff", b"\0")) * length + data[place:]
        ),
    )
    return chance.choice(ways)()


def _places(content: Any) -> Iterator[Place]:
    """Every place of a document, the holder with its name or number."""
    names: list[Any] = list(content) if isinstance(content, dict) else list(range(len(content)))
    for name in names:
        yield content, name
        inner = content[name]
        if isinstance(inner, dict | list):
            yield from _places(inner)


def _some_place(content: dict[str, Any], chance: Random) -> Place:
    found = list(_places(content))
    return chance.choice(found) if found else (content, "child")


def _take_out(content: dict[str, Any], chance: Random) -> None:
    holder, name = _some_place(content, chance)
    if name != "format":
        if isinstance(holder, dict):
            holder.pop(name, None)
        else:
            holder.pop(name)


def _put_odd(content: dict[str, Any], chance: Random) -> None:
    holder, name = _some_place(content, chance)
    holder[name] = chance.choice(_ODD + _TRICKS)


def _change_text(content: dict[str, Any], chance: Random) -> None:
    texts = [(holder, name) for holder, name in _places(content) if isinstance(holder[name], str)]
    if texts:
        holder, name = chance.choice(texts)
        holder[name] = chance.choice((chance.choice(_TRICKS), holder[name] + chance.choice(_TRICKS)))


def _change_number(content: dict[str, Any], chance: Random) -> None:
    numbers = [(holder, name) for holder, name in _places(content) if type(holder[name]) in (int, float)]
    if numbers:
        holder, name = chance.choice(numbers)
        value = holder[name]
        holder[name] = chance.choice((-value, value * 1000, value / 7, 0, value + 1, 1e-9, str(value)))


def _copy_elsewhere(content: dict[str, Any], chance: Random) -> None:
    (holder, name), (other, label) = _some_place(content, chance), _some_place(content, chance)
    # A copy by JSON, lest the document come to contain itself.
    if name in holder or not isinstance(holder, dict):
        other[label] = json.loads(json.dumps(holder[name]))


def _more_rows(content: dict[str, Any], chance: Random) -> None:
    rows = [holder[name] for holder, name in _places(content) if isinstance(holder[name], list)]
    rows = [row for row in rows if row and isinstance(row[0], dict)]
    if rows:
        chosen = chance.choice(rows)
        for number in range(chance.choice((1, 2, 5, 30))):
            row = json.loads(json.dumps(chance.choice(chosen)))
            if isinstance(row, dict) and chance.random() < 0.95:
                row = _with_new_keys(row, f"{number}_{chance.randrange(10**6)}")
            chosen.append(row)


def _with_new_keys(value: Any, end: str) -> Any:
    if isinstance(value, list):
        return [_with_new_keys(inner, f"{end}_{number}") for number, inner in enumerate(value)]
    if isinstance(value, dict):
        return {
            name: f"n{end}"[:40] if name == "key" else _with_new_keys(inner, end)
            for name, inner in value.items()
        }
    return value


def _mark(content: dict[str, Any], chance: Random) -> None:
    marks = content.setdefault("marks", {})
    if isinstance(marks, dict):
        field = chance.choice(fields()).path
        mark = {chance.choice(("none", "unknown")): True, "confirmed_on": chance.choice(_DAYS)}
        marks[field] = mark
        if "." not in field or chance.random() < 0.7:
            # なし and 未確認 stand where there is no value.
            *where, last = field.split(".")
            holder: Any = content
            for step in where:
                holder = holder.get(step) if isinstance(holder, dict) else None
            if isinstance(holder, dict):
                holder.pop(last, None)


def _answer(content: dict[str, Any], chance: Random) -> None:
    """Answer a field with something its type may take, in a row that is there or a new one."""
    field = chance.choice(fields())
    holder: Any = content
    prefix = ""
    *where, last = field.path.split(".")
    for step in where:
        prefix = f"{prefix}{step}"
        is_list = prefix in lists()
        holder = holder.setdefault(step, [] if is_list else {}) if isinstance(holder, dict) else None
        if is_list and isinstance(holder, list):
            if not holder or chance.random() < 0.1:
                holder.append({"key": f"a{chance.randrange(10**6)}"})
            holder = chance.choice(holder)
        prefix = f"{prefix}."
    if isinstance(holder, dict):
        holder[last] = _some_answer(field, chance)


def _some_answer(field: Field, chance: Random) -> Any:
    shape, choices = field.leaf.kind.shape, field.leaf.choices
    if choices is not None:
        every = [choice.value for choice in choices]
        return (
            chance.sample(every, chance.randrange(len(every) + 1))
            if shape is Shape.CHOICES
            else chance.choice(every)
        )
    if shape is Shape.NUMBER:
        low, high = limits(field.holder, field.leaf.name)
        return chance.choice(
            (low, high, 1e-6 + low, chance.uniform(low, high), chance.uniform(low, min(high, 100)))
        )
    if shape in (Shape.WHOLE, Shape.YEAR):
        low, high = limits(field.holder, field.leaf.name)
        return chance.choice((int(low), int(high), chance.randint(int(low), int(high))))
    return chance.choice(_BY_SHAPE.get(shape, _TRICKS))


_FAULTS: tuple[Callable[[dict[str, Any], Random], None], ...] = (
    _take_out,
    _put_odd,
    _change_text,
    _change_number,
    _copy_elsewhere,
    _more_rows,
    _mark,
    _answer,
    _answer,
    _answer,
)
