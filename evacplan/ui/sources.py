"""What an interview asks for beside the plan itself; each is None where a test or a tool needs none of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evacplan.domain.plan import Plan
from evacplan.form.device_hints import DeviceHints
from evacplan.form.freshness import ShelfLife
from evacplan.form.municipalities import Municipalities
from evacplan.form.postal import Address
from evacplan.form.rundown_view import Asked, RunDownView
from evacplan.ui.consequence import ConsequenceView
from evacplan.ui.rundown.advice import AdviceSource
from evacplan.ui.rundown.panel import RunDownSource
from evacplan.ui.veil import Veil


@dataclass(frozen=True, slots=True)
class Sources:
    """consequence: what a plan means so far; run_down: at which hour what stops, below the page of power.

    advice: what could be done about it, computed when typing has paused. shelf_life: how long answers count
    as current. addresses: the towns of a postal code. areas: the municipalities. device_hints: what is
    known of kinds and models of devices.
    """

    consequence: Callable[[Plan], ConsequenceView] | None = None
    run_down: RunDownSource | None = None
    advice: AdviceSource | None = None
    shelf_life: ShelfLife | None = None
    addresses: Callable[[str], Sequence[Address]] | None = None
    areas: Callable[[], Municipalities] | None = None
    device_hints: Callable[[], DeviceHints] | None = None


NONE = Sources()


def veiled(veil: Veil, sources: Sources) -> tuple[RunDownSource, AdviceSource | None]:
    """The run-down and the advice, without what is private while a room looks on."""
    run_down, advice = sources.run_down, sources.advice
    assert run_down is not None

    def show(plan: Plan, asked: Asked) -> RunDownView:
        return veil.over(run_down(plan, asked))

    return show, None if advice is None else lambda plan: veil.over(advice(plan))
