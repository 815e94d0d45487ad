"""The run-down in words: the headline, the computed figures and what they assume.

Which operation a figure assumes is always said. Unknown is 未確認, with "at least" beside it where the engine
gives a lower bound; a figure is never filled in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from evacplan.domain.blackout.inputs import UNKNOWN, Priority, When
from evacplan.domain.blackout.results import FirstStop, LoadSum, RunDown
from evacplan.domain.choices import Fallback
from evacplan.domain.figures import Figures, Worst
from evacplan.domain.plan import Plan
from evacplan.domain.power import clock_down, exact, hours_down, hours_up, minutes_down, quantity_up
from evacplan.domain.scenarios import OWN, Circumstance
from evacplan.domain.times import MINUTES_A_DAY, format_clock
from evacplan.domain.wareki import format_day
from evacplan.form.figure_labels import FigureWords
from evacplan.form.finding_words import FindingWords
from evacplan.form.paper_figures import FigureFact, PaperFigures
from evacplan.form.run_chart import run_chart
from evacplan.form.sentences import Sentences
from evacplan.form.spec import Edition, Form
from evacplan.form.view import Answer, Fact, HeadlineBlock, State, Step
from evacplan.form.words import choice_word, figure

WORST = "worst"
SCENARIOS = "power_needs.scenarios"


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells the figures of one plan."""

    form: Form
    sentences: Sentences
    figure_words: FigureWords
    finding_words: FindingWords
    plan: Plan
    figures: Figures

    @property
    def words(self) -> dict[str, str]:
        return self.figure_words.words

    @property
    def assumed(self) -> RunDown:
        """The run-down that the headline assumes: the best operation, ordinary while that is unknown."""
        best = self.figures.best
        return self.figures.ordinary if best is UNKNOWN else best.result

    @property
    def has_swaps(self) -> bool:
        best = self.figures.best
        return best is not UNKNOWN and bool(best.steps)

    def paper(self) -> PaperFigures:
        """Everything the paper shows of the figures; nothing at all while no device is named."""
        if self.figures.is_empty:
            return PaperFigures()
        return PaperFigures(
            headline=self.headline(),
            chart=run_chart(self.assumed, self),
            swaps=self.swaps(),
            facts=tuple(self.facts()),
            inputs=self.inputs(),
            outlets=self.outlets(),
        )

    def device_name(self, key: str | None) -> str:
        """What a device is called; None is the oxygen."""
        if key is None:
            return self.words["oxygen"]
        row = next(device for device in self.plan.devices.devices if device.key == key)
        if row.nickname:
            return row.nickname
        return choice_word(self.form, row.device_class) if row.device_class else self.device_label

    @property
    def device_label(self) -> str:
        return self.form.part("devices.devices").label

    def source_name(self, key: str) -> str:
        """What a source is called."""
        sources = self.plan.power_sources
        for rows, path in (
            (sources.portables, "power_sources.portables"),
            (sources.cars, "power_sources.cars"),
            (sources.generators, "power_sources.generators"),
        ):
            for row in rows:
                if row.key == key:
                    return row.name or self.form.part(path).label
        raise KeyError(key)

    def headline(self) -> HeadlineBlock:
        """The one sentence: by which hour after the outage to leave."""
        assumes = self.words["assumes_best"] if self.has_swaps else self.words["assumes_ordinary"]
        return self.sentence(self.assumed, OWN, (assumes, *self.ordinary_line()))

    def sentence(self, run: RunDown, circumstance: Circumstance, assumes: tuple[str, ...]) -> HeadlineBlock:
        """By which hour after the outage to leave, under these circumstances. assumes: said below it."""
        words = self.words
        if run.leave_by_h is UNKNOWN:
            bound = self._leave_by_bound(run)
            notes = (words["unknown_why"], bound, *(assumes if bound else ()))
            return HeadlineBlock(
                words["unknown_lead"], self.form.answers.unknown, "", notes=_said(notes), known=False
            )
        if run.leave_by_h is None:
            lead = self._nothing_lead(run.horizon_h)
            return HeadlineBlock(lead, words["nothing_figure"], words["nothing_tail"], notes=assumes)
        return HeadlineBlock(
            lead=words["lead"],
            figure=self.duration(run.leave_by_h),
            tail=words["tail"],
            aside_lead=words["aside"].format(clock=format_clock(self.starts_at(circumstance))),
            aside_figure=self.clock_after(run.leave_by_h, circumstance),
            notes=_said((self.first_line(run), *assumes)),
        )

    def _nothing_lead(self, horizon_h: float) -> str:
        """「計算した7日のうちに」, in hours where they are not whole days."""
        days, rest = divmod(horizon_h, 24)
        if rest:
            return self.words["nothing_lead_hours"].format(hours=figure(horizon_h))
        return self.words["nothing_lead"].format(days=figure(int(days)))

    def starts_at(self, circumstance: Circumstance) -> int:
        """Minutes since midnight at which the outage begins."""
        at = circumstance.starts_at
        return self.figures.wanted.starts_at if at is None else at

    def ordinary_line(self) -> tuple[str, ...]:
        """The leave-by without any swap, where the headline assumes some."""
        by = self.figures.ordinary.leave_by_h
        if not self.has_swaps or by is None or by is UNKNOWN:
            return ()
        return (self.words["ordinary_too"].format(figure=self.duration(by)),)

    def first_line(self, run: RunDown) -> str:
        """「最初に止まる：吸引器　62.0時間」."""
        first = run.first_to_stop
        if not isinstance(first, FirstStop):
            return ""
        return self.words["first"].format(
            name=self.device_name(first.device), hours=f"{hours_down(first.at_h):.1f}"
        )

    def at_least(self, run: RunDown) -> str:
        """The lower bound beside an unknown first stop, "" when there is none."""
        if run.at_least is None or run.at_least.first_to_stop is None:
            return ""
        first = run.at_least.first_to_stop
        hours = f"{hours_down(first.at_h):.1f}"
        return self.words["at_least"].format(hours=hours, name=self.device_name(first.device))

    def _leave_by_bound(self, run: RunDown) -> str:
        """The lower bound below an unknown time to leave: of leaving, and named as such.

        An hour of something stopping, alone below 「家を出る期限」, would be read as an hour to leave.
        """
        if run.at_least is None or run.at_least.first_to_stop is None:
            return ""
        first, leave_by = run.at_least.first_to_stop, run.at_least.leave_by_h
        pattern = self.words["leave_by_unknown" if leave_by is None else "leave_by_at_least"]
        return pattern.format(
            leave="" if leave_by is None else f"{hours_down(leave_by):.1f}",
            hours=f"{hours_down(first.at_h):.1f}",
            name=self.device_name(first.device),
        )

    def duration(self, hours: float) -> str:
        """An hour after the outage as 「58時間47分」, rounded down to the minute."""
        whole, minutes = clock_down(hours)
        return self.words["clock"].format(hours=whole, minutes=minutes)

    def clock_after(self, hours: float, circumstance: Circumstance = OWN) -> str:
        """The clock time of an hour after the outage: 「2日後 12:47」."""
        whole, minutes = clock_down(hours)
        total = self.starts_at(circumstance) + whole * 60 + minutes
        days, clock = divmod(total, MINUTES_A_DAY)
        pattern = self.words["aside_day"] if days else self.words["aside_same_day"]
        return pattern.format(days=days, clock=format_clock(clock))

    def swaps(self) -> tuple[Step, ...]:
        """What to do without electricity, in the order of the best operation."""
        best = self.figures.best
        return () if best is UNKNOWN else self.steps((step.device, step.when) for step in best.steps)

    def steps(self, swaps: Iterable[tuple[str, When]]) -> tuple[Step, ...]:
        """Swaps in words, each with its moment where it is not made at once."""
        rows = {device.key: device for device in self.plan.devices.devices}
        at_once, on_stop = self.sentences.swap, self.sentences.swap_when_it_stops
        texts = (
            (at_once if when is When.AT_ONCE else on_stop)[rows[key].fallback or Fallback.NONE].format(
                device=self.device_name(key)
            )
            for key, when in swaps
        )
        return tuple(Step("", text) for text in texts if text)

    def facts(self) -> list[FigureFact]:
        """Every computed figure with its label, in the order of figures.toml."""
        answers = self.answers()
        found = []
        for name, label in self.figure_words.figure.items():
            editions, answer = frozenset(label.editions), answers.get(name)
            if name == WORST:
                told = self._worst(editions)
            else:
                told = iter(() if answer is None else ((editions, answer),))
            found += [FigureFact(who, Fact(label.label, text)) for who, text in told]
        return found

    def _worst(self, editions: frozenset[Edition]) -> Iterator[tuple[frozenset[Edition], Answer]]:
        """The worst circumstance; the name that the coordinator gave it only where it may be printed."""
        worst = self.figures.worst
        if worst is UNKNOWN:
            yield editions, self._unknown()
            return
        may_name = editions
        if worst.circumstance.is_added:
            may_name &= self.form.item(f"{SCENARIOS}.name").editions
            yield editions - may_name, self.worst(worst, replace(worst.circumstance, name=""))
        yield may_name, self.worst(worst, worst.circumstance)

    def worst(self, worst: Worst, circumstance: Circumstance) -> Answer:
        """Under which circumstances something stops first, what and when, in ordinary operation."""
        called = self.finding_words.circumstance(circumstance)
        if worst.first is None:
            return self._approximate(self.words["none_stops"])
        if worst.is_bound:
            return self._unknown(
                self.words["worst_at_least"].format(circumstance=called, bound=self.at_least(worst.run))
            )
        device, hours = self.device_name(worst.first.device), f"{hours_down(worst.first.at_h):.1f}"
        return self._approximate(self.words["worst"].format(circumstance=called, name=device, hours=hours))

    def answers(self) -> dict[str, Answer | None]:
        """The answer of every figure; None where it does not apply."""
        ordinary, assumed = self.figures.ordinary, self.assumed
        swapped = self.has_swaps
        return {
            "need_now": self._watts(ordinary.now),
            "need_minimum": self._watts(ordinary.minimum),
            "need_day": self._watt_hours(ordinary.now),
            "need_day_minimum": self._watt_hours(ordinary.minimum),
            "first_stop": self.first_stop(ordinary),
            "first_stop_best": self.first_stop(assumed) if swapped else None,
            "autonomy": self.autonomy(ordinary),
            "oxygen": self._oxygen(ordinary),
            "leave_at": self._need_hours(ordinary.leave_at_h),
            "leave_by": self.leave_by(ordinary),
            "leave_by_best": self.leave_by(assumed) if swapped else None,
            "target": self._approximate(
                self.words["hours"].format(hours=figure(self.figures.wanted.target_h))
            ),
            "gap": self.gap(ordinary),
            "not_counted": self._not_counted(ordinary),
        }

    def inputs(self) -> tuple[str, ...]:
        """What the figures came from."""
        want, words = self.figures.wanted, self.words
        found = [
            words["inputs"].format(
                clock=format_clock(want.starts_at),
                target=figure(want.target_h),
                day=format_day(self.figures.household.on),
            )
        ]
        oxygen = self.figures.ordinary.oxygen
        if oxygen is not None and oxygen.flow_l_min is not UNKNOWN:
            found.append(
                words["inputs_oxygen"].format(factor=figure(oxygen.factor), flow=figure(oxygen.flow_l_min))
            )
        return tuple(found)

    def outlets(self) -> Fact | None:
        """What the devices need where they are taken: the sockets, and the watts of all that run at once.

        Those of priority D stay at home. Asking for too much is the safe side, so C counts too.
        """
        devices = [
            device
            for device in self.figures.household.devices
            if device.priority is not Priority.D and device.running_w != 0
        ]
        if not devices:
            return None
        known_w = sum(exact(device.running_w) for device in devices if device.running_w is not UNKNOWN)
        watts = self.words["watts"].format(watts=figure(quantity_up(float(known_w))))
        words, count = self.words, figure(len(devices))
        if any(device.running_w is UNKNOWN for device in devices):
            answer = self._unknown(words["outlets_text"].format(count=count, watts=f"{watts}＋"))
        else:
            text = words["outlets_text"].format(count=count, watts=watts)
            answer = Answer(text, note=words["outlets_of"], strong=True)
        return Fact(words["outlets"], answer)

    def _unknown(self, note: str = "") -> Answer:
        return Answer(self.form.answers.unknown, State.UNKNOWN, note)

    def _approximate(self, text: str) -> Answer:
        return Answer(text, note=self.form.answers.approximate)

    def _watts(self, load: LoadSum) -> Answer:
        if load.w is UNKNOWN:
            known = self.words["watts"].format(watts=figure(quantity_up(load.known_w)))
            return self._unknown(f"{known}＋")
        return self._approximate(self.words["watts"].format(watts=figure(quantity_up(load.w))))

    def _watt_hours(self, load: LoadSum) -> Answer:
        if load.day_wh is UNKNOWN:
            return self._unknown()
        return self._approximate(self.words["watt_hours"].format(watt_hours=figure(quantity_up(load.day_wh))))

    def first_stop(self, run: RunDown) -> Answer:
        """What stops first, and after how many hours."""
        first = run.first_to_stop
        if first is UNKNOWN:
            return self._unknown(self.at_least(run))
        if first is None:
            return self._approximate(self.words["none_stops"])
        hours = self.words["hours"].format(hours=f"{hours_down(first.at_h):.1f}")
        return self._approximate(f"{self.device_name(first.device)}　{hours}")

    def autonomy(self, run: RunDown) -> Answer:
        """How many hours the life-critical devices and the oxygen last."""
        hours = run.autonomy_h
        if hours is UNKNOWN:
            bound = run.at_least.autonomy_h if run.at_least else None
            note = self.words["at_least_plain"].format(hours=f"{hours_down(bound):.1f}") if bound else ""
            return self._unknown(note)
        if hours is None:
            return self._approximate(self.words["none_stops"])
        return self._approximate(self.words["hours"].format(hours=f"{hours_down(hours):.1f}"))

    def _need_hours(self, hours: object) -> Answer:
        if not isinstance(hours, float | int):
            return self._unknown()
        return self._approximate(self.words["hours"].format(hours=f"{hours_up(hours):.1f}"))

    def leave_by(self, run: RunDown) -> Answer:
        """The hour after the outage at which to leave at the latest."""
        if run.leave_by_h is UNKNOWN:
            bound = run.at_least.leave_by_h if run.at_least else None
            hours = None if bound is None else f"{hours_down(bound):.1f}"
            return self._unknown(self.words["at_least_plain"].format(hours=hours) if hours else "")
        if run.leave_by_h is None:
            return self._approximate(self.words["none_stops"])
        return self._approximate(f"{self.words['lead']} {self.duration(run.leave_by_h)}")

    def _oxygen(self, run: RunDown) -> Answer | None:
        if run.oxygen is None:
            return None
        if run.oxygen.minutes is UNKNOWN:
            return self._unknown()
        minutes = minutes_down(run.oxygen.minutes)
        return self._approximate(self.words["minutes"].format(minutes=figure(minutes)))

    def gap(self, run: RunDown) -> Answer:
        """The energy that is missing to the target under minimum operation."""
        if run.gap_wh is UNKNOWN:
            return self._unknown()
        return self._approximate(self.words["watt_hours"].format(watt_hours=figure(quantity_up(run.gap_wh))))

    def _not_counted(self, run: RunDown) -> Answer | None:
        told = []
        for source in run.not_counted:
            why = "、".join(self.figure_words.reasons[reason] for reason in source.reasons)
            told.append(f"{self.source_name(source.key)}（{why}）")
        return Answer("\n".join(told)) if told else None


def _said(notes: Iterable[str]) -> tuple[str, ...]:
    return tuple(note for note in notes if note)
