"""The plan document: JSON that loses nothing and refuses what it does not know."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from evacplan.domain.errors import UserError
from evacplan.domain.integrity import problems
from evacplan.domain.plan import Plan
from evacplan.domain.reasons import reasons
from evacplan.domain.values import ROW_KEY

FORMAT = "evacplan/1"
_DO = "ファイルを作り直すか、バックアップから開いてください。"
_SHOWN = 10
_LONGEST = 120
# A hundred times the richest plan. Beyond it, telling what is wrong would take gigabytes and minutes.
_MOST_PARTS = 100_000
# Commas and brackets may stand in texts too; so many bring the JSON reader to 200 MB at most.
_MOST_SIGNS = 3_000_000


def dumps(plan: Plan) -> bytes:
    """The plan as UTF-8 JSON, empty fields left out; equal plans give equal bytes."""
    content = {"format": FORMAT, **_content(plan)}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def parts(plan: Plan, names: Iterable[str]) -> dict[str, bytes]:
    """These sections (and the marks) in one line each, what is empty left out; see `joined`."""
    content = _content(plan, set(names))
    return {name: _in_one_line(content[name]) for name in Plan.model_fields if name in content}


def joined(found: Mapping[str, bytes]) -> bytes:
    """The document of such parts in one line, as the store keeps it: a fifth shorter than `dumps`."""
    head = b'{"format":' + _in_one_line(FORMAT)
    return head + b"".join(b',"%b":%b' % (name.encode(), part) for name, part in found.items()) + b"}"


def _in_one_line(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _content(plan: Plan, names: set[str] | None = None) -> dict[str, Any]:
    content = plan.model_dump(mode="json", exclude_defaults=True, include=names)
    if "marks" in content:
        content["marks"] = {path: content["marks"][path] for path in sorted(plan.marks)}
    return content


def loads(data: bytes) -> Plan:
    """The plan of a document. Raises UserError that names each refused place, never a value."""
    plan = loads_parts(data)
    refuse_contradictions(plan)
    return plan


def loads_parts(data: bytes) -> Plan:
    """As `loads`, of a document that holds some parts of a plan only: what spans several is not checked."""
    content = _object(data)
    _check_format(content.pop("format", None))
    try:
        return Plan.model_validate(content)
    except ValidationError as error:
        raise _refused((_dotted(place, content), why) for place, why in reasons(error)) from None


def refuse_contradictions(plan: Plan) -> None:
    """Raise UserError where parts of the plan contradict each other."""
    found = list(problems(plan))
    if found:
        raise _refused(found)


def schema() -> dict[str, Any]:
    """The JSON Schema of the plan document."""
    found = Plan.model_json_schema()
    found["properties"] = {"format": {"const": FORMAT}, **found["properties"]}
    found["required"] = ["format"]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def _object(data: bytes) -> dict[str, Any]:
    # Every part of a JSON text has a bracket or a comma before it.
    signs = sum(map(data.count, b"[{,"))
    if signs > _MOST_SIGNS:
        raise _too_much()
    try:
        content = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise UserError("計画のファイルを読めませんでした。", why=_json_reason(error), do=_DO) from None
    if not isinstance(content, dict):
        raise UserError("計画のファイルを読めませんでした。", why="中身が計画の形をしていません。", do=_DO)
    if signs > _MOST_PARTS and _has_too_many_parts(content):
        raise _too_much()
    return content


def _has_too_many_parts(content: dict[str, Any]) -> bool:
    waiting: list[Any] = [content]
    found = 0
    while waiting and found <= _MOST_PARTS:
        holder = waiting.pop()
        found += len(holder)
        inner = holder.values() if isinstance(holder, dict) else holder
        waiting += [value for value in inner if isinstance(value, dict | list)]
    return found > _MOST_PARTS


def _too_much() -> UserError:
    return UserError(
        "計画のファイルを読めませんでした。", why="中身の数が、一つの計画にしては多すぎます。", do=_DO
    )


def _json_reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"JSON として {error.lineno} 行目がこわれています。"
    return "文字コードが UTF-8 ではないか、中身がこわれています。"


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise UserError(
            "計画のファイルを読めませんでした。", why="同じ項目が一つの場所に二度あります。", do=_DO
        )
    return found


def _check_format(found: object) -> None:
    if found == FORMAT:
        return
    if isinstance(found, str) and found.startswith("evacplan/"):
        raise UserError(
            "この計画のファイルは開けません。",
            why="この evacplan が知らない版の形式で書かれています。",
            do="新しい evacplan を使ってください。",
        )
    raise UserError(
        "計画のファイルを読めませんでした。",
        why=f'先頭に "format": "{FORMAT}" がありません。',
        do="evacplan の計画のファイルを選んでください。",
    )


def _refused(found: Iterable[tuple[str, str]]) -> UserError:
    lines = [f"{_printable(path)}: {why}" for path, why in found]
    more = [f"ほか {len(lines) - _SHOWN} か所"] if len(lines) > _SHOWN else []
    why = "\n".join(["読めない項目があります。", *lines[:_SHOWN], *more])
    return UserError(
        "計画のファイルを読めませんでした。", why=why, do="その項目を直して、もう一度開いてください。"
    )


def _printable(path: str) -> str:
    """A path as a broken file may hold it, without what would spoil the message."""
    shown = "".join(sign if sign.isprintable() else "?" for sign in path[:_LONGEST])
    return shown if len(path) <= _LONGEST else f"{shown}…"


def _dotted(place: tuple[int | str, ...], content: Any) -> str:
    """The place as a path, rows named by their keys where they have one."""
    names: list[str] = []
    for name in place:
        content = _inside(content, name)
        key = content.get("key") if isinstance(name, int) and isinstance(content, dict) else None
        names.append(key if isinstance(key, str) and re.fullmatch(ROW_KEY, key) else str(name))
    return ".".join(names)


def _inside(content: Any, name: int | str) -> Any:
    try:
        return content[name]
    except (KeyError, IndexError, TypeError):
        return None
