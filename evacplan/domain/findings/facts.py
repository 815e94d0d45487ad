"""What every rule looks at: the plan, its figures and today, with the questions rules ask again and again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from evacplan.domain.blackout.inputs import Source as CountedSource
from evacplan.domain.choices import Fallback, PlaceKind, Priority
from evacplan.domain.figures import Figures
from evacplan.domain.household import DEVICES
from evacplan.domain.paths import get, is_empty
from evacplan.domain.plan import Plan
from evacplan.domain.plan.base import Row
from evacplan.domain.plan.child import FamilyMember
from evacplan.domain.plan.destination import Place
from evacplan.domain.plan.devices import Device
from evacplan.domain.plan.power import Source
from evacplan.domain.scenarios import SourceKind
from evacplan.domain.structure import Leaf, leaves

SOURCES = "power_sources"
AnyRow = TypeVar("AnyRow", bound=Row)


@dataclass(frozen=True)
class Facts:
    """One plan on one day. today: the day it is looked at; `plan_date`: the day its figures belong to."""

    plan: Plan
    figures: Figures
    today: date

    @property
    def plan_date(self) -> date:
        return self.figures.household.on

    @cached_property
    def answers(self) -> tuple[tuple[str, Any, Leaf], ...]:
        """Every answer of the plan, with its path and its meaning."""
        found = ((path, getattr(holder, leaf.name), leaf) for path, holder, leaf in leaves(self.plan))
        return tuple((path, value, leaf) for path, value, leaf in found if value is not None)

    def says_none(self, path: str) -> bool:
        """Whether somebody answered なし at a place."""
        mark = self.plan.marks.get(path)
        return mark is not None and mark.none

    def says_unknown(self, path: str) -> bool:
        """Whether a place is marked 未確認."""
        mark = self.plan.marks.get(path)
        return mark is not None and mark.unknown

    def is_confirmed(self, path: str) -> bool:
        """Whether somebody is named who confirmed the answer at a place."""
        mark = self.plan.marks.get(path)
        return mark is not None and bool(mark.confirmed_by)

    def lacks(self, path: str) -> bool:
        """Whether there is no answer at a place: empty or 未確認, but not なし."""
        return is_empty(get(self.plan, path)) and not self.says_none(path)

    def rows(self, path: str) -> Iterator[tuple[str, Row]]:
        """The rows of a list in which something is written, with their paths."""
        for row in get(self.plan, path):
            if not is_blank(row):
                yield f"{path}.{row.key}", row

    def devices(self) -> Iterator[tuple[str, Device]]:
        """The devices in which something is written."""
        return filled(self.plan.devices.devices, DEVICES)

    def vital_devices(self) -> Iterator[tuple[str, Device]]:
        """Those of priority A or B; an empty priority counts as A."""
        return ((path, device) for path, device in self.devices() if is_vital(device))

    def replaced_by(self, fallback: Fallback) -> Iterator[tuple[str, Device]]:
        """The devices whose replacement without electricity is this one."""
        return ((path, device) for path, device in self.devices() if device.fallback is fallback)

    def sources(self) -> Iterator[tuple[str, Source]]:
        """Every portable storage, car and generator in which something is written."""
        for kind in SourceKind:
            yield from filled(getattr(self.plan.power_sources, kind.value), f"{SOURCES}.{kind.value}")

    def counted(self) -> dict[str, CountedSource]:
        """The sources that count in the run-down, by key."""
        return {source.key: source for source in self.figures.counted}

    def family_at_home(self) -> tuple[FamilyMember, ...]:
        """Everybody who lives with the child; who was not asked counts as living there."""
        household = self.plan.child.household
        return tuple(row for row in household if row.living_together is not False and not is_blank(row))

    def places(self) -> Iterator[tuple[str, Place]]:
        """The places to go to, in order."""
        return filled(self.plan.destination.places, "destination.places")

    def places_elsewhere(self) -> Iterator[tuple[str, Place]]:
        """The places to go to that are not the home itself."""
        return ((path, place) for path, place in self.places() if place.kind is not PlaceKind.HOME)


def filled(rows: tuple[AnyRow, ...], path: str) -> Iterator[tuple[str, AnyRow]]:
    """The rows in which something is written, with their paths."""
    return ((f"{path}.{row.key}", row) for row in rows if not is_blank(row))


def is_blank(row: Row) -> bool:
    """Whether a row was added but nothing is written in it."""
    return row == type(row)(key=row.key)


def is_vital(device: Device) -> bool:
    """Whether the child's safety hangs on a device; an empty priority counts as A."""
    return device.priority in (None, Priority.A, Priority.B)


def is_most_vital(device: Device) -> bool:
    """Whether a device is of priority A; an empty priority counts as A."""
    return device.priority in (None, Priority.A)
