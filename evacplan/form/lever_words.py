"""The levers in words: what each measure is called, what it wins, and what it takes to reach the target."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from evacplan.domain.blackout.counting import Reason
from evacplan.domain.blackout.inputs import UNKNOWN, Household, Scenario, Unknown
from evacplan.domain.blackout.results import FirstStop
from evacplan.domain.choices import Fallback, GeneratorFuel
from evacplan.domain.figures import lowest_first
from evacplan.domain.levers import Best, Lever, levers
from evacplan.domain.measures import Measure, MeasureKind, largest_cylinder
from evacplan.domain.plan import Plan
from evacplan.domain.power import hours_down
from evacplan.domain.reach import Reach, reach, unknown_of
from evacplan.form.figure_words import Teller
from evacplan.form.languages import Language, read_words
from evacplan.form.toml_file import FormError
from evacplan.form.view import Answer, Column, TableBlock
from evacplan.form.words import figure

FILE = "levers.toml"
MOST_SHOWN = 6


class LeverWords(BaseModel):
    """forms/levers.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    measure: dict[MeasureKind, str]
    measure_with_fuel: dict[MeasureKind, str]
    note: dict[MeasureKind, str]
    order: dict[Reason, str]
    words: dict[str, str]


def load_lever_words(folder: Path, language: Language = Language.JAPANESE) -> LeverWords:
    """The words of the levers. Raises FormError naming what is missing."""
    try:
        found = LeverWords.model_validate(read_words(folder, FILE, language))
    except ValidationError as error:
        raise FormError(f"{FILE}: {error}") from error
    _check("measure", found.measure, MeasureKind)
    _check("note", found.note, MeasureKind)
    _check("order", found.order, Reason)
    return found


def _check(table: str, found: Mapping[Any, str], kind: type[StrEnum]) -> None:
    if missing := set(kind) - set(found):
        raise FormError(f"{FILE}: [{table}] lacks {sorted(missing)}")


@dataclass(frozen=True, slots=True)
class LeverTeller:
    """Tells the levers of one plan under one scenario, the plan's own unless another is asked for."""

    lever_words: LeverWords
    teller: Teller
    scenario: Scenario

    @property
    def words(self) -> dict[str, str]:
        return self.lever_words.words

    @property
    def plan(self) -> Plan:
        return self.teller.plan

    @property
    def house(self) -> Household:
        return self.teller.figures.household

    def levers(self) -> tuple[Lever, ...]:
        """The levers themselves, best first."""
        return levers(self.plan, self.house, self.scenario, self._best)

    def reach(self) -> Reach | Literal[Unknown.UNKNOWN]:
        """What it takes to reach the target; UNKNOWN when no bound can be given."""
        return reach(self.plan, self.house, self.scenario, self._best)

    @property
    def _best(self) -> Best:
        return self.teller.figures.best_of(self.scenario)

    def table(self) -> TableBlock | None:
        """The best levers with what each wins; None when there is nothing to win."""
        found = self.levers()[:MOST_SHOWN]
        if not found:
            return None
        columns = (
            Column(self.words["what"], 2.6),
            Column(self.words["won"], 1.0, numeric=True),
            Column(self.words["then"], 1.5),
        )
        return TableBlock(self.words["title"], columns, tuple(self._row(lever) for lever in found))

    def _row(self, lever: Lever) -> tuple[Answer | None, ...]:
        note = self.lever_words.note[lever.measure.kind]
        return (
            Answer(self.say(lever.measure), note=note),
            Answer(self.won(lever), strong=True),
            Answer(self.first(lever.first)),
        )

    def won(self, lever: Lever) -> str:
        """「＋35.0時間」; more than that where nothing stops before the horizon."""
        pattern = self.words["hours" if lever.first is not None else "hours_over"]
        return pattern.format(hours=f"{hours_down(lever.won_h):.1f}")

    def first(self, first: FirstStop | None) -> str:
        """What stops first and when."""
        if first is None:
            return self.words["first_none"].format(days=figure(int(self.scenario.horizon_h // 24)))
        name = self.teller.device_name(first.device)
        return self.words["first"].format(name=name, hours=f"{hours_down(first.at_h):.1f}")

    def say(self, measure: Measure) -> str:
        """One measure in words."""
        patterns = self.lever_words.measure
        if measure.kind is MeasureKind.MAKE_COUNT and measure.amount:
            patterns = self.lever_words.measure_with_fuel
        return patterns[measure.kind].format(
            device=self._device(measure),
            source=self._source(measure),
            place=self._place(measure),
            swap=self._swap(measure),
            size=self._size(measure),
            hours=self._hours(measure),
            unit=self._unit(measure),
            order=self.words["join"].join(self.lever_words.order[one] for one in measure.reasons),
            amount=figure(measure.amount),
        )

    def _device(self, measure: Measure) -> str:
        keys = {device.key for device in self.house.devices}
        return self.teller.device_name(measure.target) if measure.target in keys else ""

    def _source(self, measure: Measure) -> str:
        keys = {source.key for source in self.house.sources}
        found = next((key for key in (measure.source, measure.target) if key in keys), None)
        return self.teller.source_name(found) if found is not None else ""

    def _place(self, measure: Measure) -> str:
        places = self.plan.power_sources.charge_places
        label = self.teller.form.part("power_sources.charge_places").label
        return next((place.name or label for place in places if place.key == measure.target), "")

    def _swap(self, measure: Measure) -> str:
        fallbacks = {device.key: device.fallback for device in self.plan.devices.devices}
        fallback = fallbacks.get(measure.target) or Fallback.NONE
        return self.teller.sentences.swap[fallback].format(device=self._device(measure))

    def _hours(self, measure: Measure) -> str:
        device = next((one for one in self.house.devices if one.key == measure.target), None)
        if device is None:
            return ""
        hours = next((one.hours for one in device.external if one.hours), device.internal.hours)
        return "" if hours is UNKNOWN else figure(hours)

    def _size(self, measure: Measure) -> str:
        if measure.kind is not MeasureKind.CYLINDERS:
            return ""
        row = self.plan.oxygen.cylinders[largest_cylinder(self.house)]
        litres = row.volume_l if row.content_l is None else row.content_l
        return "" if litres is None else f"{figure(litres)} L"

    def _unit(self, measure: Measure) -> str:
        generators = {row.key: row.fuel for row in self.plan.power_sources.generators}
        petrol = generators.get(measure.target) is GeneratorFuel.PETROL
        return self.words["litres" if petrol else "bottles"]

    def sentences(self) -> tuple[str, ...]:
        """What the hours are compared with, and what it takes to reach the target, in plain sentences."""
        found = self.reach()
        if found is UNKNOWN:
            names = self.words["join"].join(map(self._missing, unknown_of(self.house)))
            return (self._with_target("unknown", self.scenario.target_h, names=names),)
        return (*self._basis(), *self._reach(found))

    def _missing(self, key: str) -> str:
        return self.teller.device_name(key or None)

    def _with_target(self, name: str, target_h: float, **more: str) -> str:
        return self.words[name].format(target=figure(target_h), **more)

    def _basis(self) -> tuple[str, ...]:
        run = self.teller.figures.ordinary
        first = lowest_first(run)
        if not isinstance(first, FirstStop) or self.scenario.minimum_operation:
            return ()
        said = [self.words["basis"].format(first=self.first(first))]
        if run.first_to_stop is UNKNOWN:
            said.append(self.words["bound"])
        return ("".join(said),)

    def _reach(self, found: Reach) -> tuple[str, ...]:
        said = [self._answer(found)]
        if not found.is_reached and found.steps:
            said.append(self.words["missed_with"].format(steps=self._steps(found)))
        if found.is_bound:
            said.append(self.words["at_least"])
        if found.unknown:
            names = self.words["join"].join(map(self._missing, found.unknown))
            said.append(self.words["missing"].format(names=names))
        return ("".join(said),)

    def _answer(self, found: Reach) -> str:
        now = self.words["now_swaps" if self.teller.has_swaps else "now"]
        more = {"steps": self._steps(found), "first": self.first(found.first), "now": now}
        if not found.is_reached:
            name = "missed"
        elif found.steps:
            name = "steps" if found.first is not None else "steps_none"
        elif found.first is None:
            name = "nothing"
        else:
            name = "reached" if self.teller.has_swaps else "reached_now"
        return self._with_target(name, found.target_h, **more)

    def _steps(self, found: Reach) -> str:
        return self.words["join"].join(self.say(step) for step in found.steps)
