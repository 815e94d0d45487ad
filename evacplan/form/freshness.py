"""How current the confirmed answers of a plan are, by the shelf life of each kind of field."""

import tomllib
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evacplan.domain.paths import exists
from evacplan.domain.plan import Mark, Plan
from evacplan.form.spec import Form
from evacplan.form.toml_file import FormError

FILE = "shelf_life.toml"
_OTHER = "other"


class _Kind(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(min_length=1)]
    months: Annotated[int, Field(ge=1, le=120)] | None = None
    paths: tuple[str, ...]


class _Content(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: dict[str, _Kind]


@dataclass(frozen=True, slots=True)
class ShelfKind:
    """Fields that get old alike. months: None when they never do."""

    code: str
    name: str
    months: int | None


@dataclass(frozen=True, slots=True)
class ShelfLife:
    """The kind of every field; by_path holds paths without row keys."""

    by_path: Mapping[str, ShelfKind]
    other: ShelfKind

    def kind(self, path: str) -> ShelfKind:
        """The kind of a field or list, by the longest path that fits. path: without row keys."""
        names = path.split(".")
        for length in range(len(names), 0, -1):
            found = self.by_path.get(".".join(names[:length]))
            if found is not None:
                return found
        return self.other


@dataclass(frozen=True, slots=True)
class Freshness:
    """One confirmed answer. path: with row keys. good_until: its last current day, None for ever."""

    path: str
    kind: ShelfKind
    confirmed_on: date
    confirmed_by: str | None
    good_until: date | None

    def is_stale(self, today: date) -> bool:
        """Whether it should be confirmed again; never for a day in the future, as after a wrong clock."""
        return self.good_until is not None and today > self.good_until


def load_shelf_life(folder: Path, form: Form) -> ShelfLife:
    """The shelf lives in the catalogue folder; raises FormError for a path that is no field, or one twice."""
    try:
        content = _Content.model_validate(tomllib.loads((folder / FILE).read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValidationError) as error:
        raise FormError(f"{FILE}: {error}") from error
    if _OTHER not in content.kind:
        raise FormError(f"{FILE}: no kind is called {_OTHER}")
    kinds = {code: ShelfKind(code, kind.name, kind.months) for code, kind in content.kind.items()}
    by_path: dict[str, ShelfKind] = {}
    for code, kind in content.kind.items():
        for path in kind.paths:
            if path in by_path or not _is_place(form, path):
                raise FormError(f"{FILE}: {code}: {path} is no place of the form, or stands there twice")
            by_path[path] = kinds[code]
    return ShelfLife(by_path, kinds[_OTHER])


def freshness(shelf_life: ShelfLife, form: Form, plan: Plan) -> Iterator[Freshness]:
    """Every answer of the plan that was confirmed on a day, in the order of its marks.

    Marks of rows that were removed, or of fields that an older form had, say nothing and are left out.
    """
    for path, mark in plan.marks.items():
        if "." in path and exists(plan, path) and (found := freshness_of(shelf_life, form, path, mark)):
            yield found


def freshness_of(shelf_life: ShelfLife, form: Form, path: str, mark: Mark) -> Freshness | None:
    """How current the answer at a place of the form is; None when no day of a confirmation is known."""
    if mark.confirmed_on is None:
        return None
    kind = shelf_life.kind(form.part(path).path)
    until = None if kind.months is None else months_later(mark.confirmed_on, kind.months)
    return Freshness(path, kind, mark.confirmed_on, mark.confirmed_by, until)


def stale(shelf_life: ShelfLife, form: Form, plan: Plan, today: date) -> list[Freshness]:
    """The confirmed answers older than their shelf life, the longest overdue first."""
    found = [each for each in freshness(shelf_life, form, plan) if each.is_stale(today)]
    return sorted(found, key=lambda each: each.good_until or today)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month that has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _is_place(form: Form, path: str) -> bool:
    return path in form.parts_by_path or any(section.name == path for section in form.sections)
