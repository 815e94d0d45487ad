"""A rehearsal at the table: the plan walked step by step under circumstances, and where it breaks.

Each step says what the plan says and yields breaks, both as findings: a code, the field to go to, details
whose words are in forms/rehearsal.toml. A new break is a kind in the module of its step, in the tuple of that
step below, with its words. Worse circumstances never take a break away (see `Situation.is_no_better_than`).
"""

from collections.abc import Iterable
from datetime import date

from evacplan.domain.figures import Figures, figures
from evacplan.domain.findings.facts import Facts
from evacplan.domain.findings.finding import Finding, Kind
from evacplan.domain.plan import Plan
from evacplan.domain.rehearsal import arriving, calls, going, people, power
from evacplan.domain.rehearsal.situation import Scene, Situation
from evacplan.domain.rehearsal.step import Step, StepKind

__all__ = ["KINDS", "SAYS", "Situation", "Step", "StepKind", "rehearse"]

OF_STEP: dict[StepKind, tuple[Kind, ...]] = {
    StepKind.OUTAGE: people.OUTAGE,
    StepKind.PEOPLE: people.PEOPLE,
    StepKind.CALLS: calls.CALLS,
    StepKind.POWER: power.POWER,
    StepKind.LEAVE: going.LEAVE,
    StepKind.CARRY: going.CARRY,
    StepKind.TRANSPORT: going.TRANSPORT,
    StepKind.ROUTE: arriving.ROUTE,
    StepKind.PLACE: arriving.PLACE,
    StepKind.ARRIVAL: arriving.ARRIVAL,
}
KINDS: tuple[Kind, ...] = tuple(kind for kinds in OF_STEP.values() for kind in kinds)
SAYS: frozenset[str] = frozenset(kind.code for kind in KINDS if kind.severity == "info")


def rehearse(plan: Plan, today: date, situation: Situation, known: Figures | None = None) -> tuple[Step, ...]:
    """Every step in its order. known: the plan's figures, if the caller has them already."""
    scene = Scene(Facts(plan, figures(plan, today) if known is None else known, today), situation)
    outlook = power.Outlook(scene)
    found: dict[StepKind, Iterable[Finding]] = {
        StepKind.OUTAGE: people.first_minutes(scene),
        StepKind.PEOPLE: people.people(scene),
        StepKind.CALLS: calls.calls(scene),
        StepKind.POWER: power.power(outlook),
        StepKind.LEAVE: going.leave(outlook),
        StepKind.CARRY: going.carry(scene),
        StepKind.TRANSPORT: going.transport(scene),
        StepKind.ROUTE: arriving.route(scene),
        StepKind.PLACE: arriving.place(scene),
        StepKind.ARRIVAL: arriving.arrival(outlook),
    }
    return tuple(_step(kind, tuple(each)) for kind, each in found.items())


def _step(kind: StepKind, found: tuple[Finding, ...]) -> Step:
    says = tuple(one for one in found if one.code in SAYS)
    return Step(kind, says, tuple(one for one in found if one.code not in SAYS))
