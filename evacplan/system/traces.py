"""Where a program failed, without anything it was working on."""

from __future__ import annotations

import traceback
from collections.abc import Iterator

_DEEPEST = 60


def trace(error: BaseException) -> list[str]:
    """The type of an exception and its frames as module:function:line, causes first.

    Never messages, values or file paths: a message may quote what was typed, a path may hold a name.
    """
    return list(_chain(error, set()))


def _chain(error: BaseException, seen: set[int]) -> Iterator[str]:
    if id(error) in seen:
        return
    seen.add(id(error))
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None:
        yield from _chain(earlier, seen)
        yield "then:"
    yield _name(error)
    yield from _frames(error)
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield "within:"
            yield from _chain(part, seen)


def _name(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    code = getattr(error, "sqlite_errorcode", None) or getattr(error, "errno", None)
    return f"{name} code {code}" if isinstance(code, int) else name


def _frames(error: BaseException) -> list[str]:
    lines = [
        f"  {frame.f_globals.get('__name__', '?')}:{frame.f_code.co_qualname}:{line}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    if len(lines) <= _DEEPEST:
        return lines
    half = _DEEPEST // 2
    return [*lines[:half], f"  ({len(lines) - _DEEPEST} frames left out)", *lines[-half:]]
