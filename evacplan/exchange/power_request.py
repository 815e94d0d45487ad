"""The circumstances `evacplan power` is asked for, as they are typed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from evacplan.domain.errors import UserError
from evacplan.domain.figures import Figures
from evacplan.domain.household import household
from evacplan.domain.plan import Plan
from evacplan.domain.scenarios import OWN, Operation, wanted
from evacplan.domain.times import parse_clock

LONGEST_H = 2000
_DO = "evacplan power --help を見て、書きなおしてください。"


def asked_figures(
    plan: Plan,
    on: date,
    *,
    start: str | None = None,
    horizon: str | None = None,
    minimum: bool = False,
    cold: bool = False,
    without: Sequence[str] = (),
) -> Figures:
    """The figures under these circumstances. Raises UserError naming the option that cannot be used.

    start: a clock time; horizon: hours; None: as in the plan. without: keys of sources that are not there.
    """
    house, want = household(plan, on), wanted(plan)
    known = {source.key for source in house.sources}
    if unknown := sorted(set(without) - known):
        raise UserError(
            "--without の電源が計画にありません。",
            why=f"この計画にない key です: {'、'.join(unknown)}",
            do=f"計画にある電源の key: {'、'.join(sorted(known)) or 'なし'}",
        )
    own = replace(
        OWN,
        cold=cold,
        horizon_h=None if horizon is None else _hours(horizon),
        without_keys=frozenset(without),
    )
    if start is not None:
        want = replace(want, starts_at=_minutes(start))
    return Figures(house, want, own, Operation.MINIMUM if minimum else Operation.ORDINARY)


def _minutes(text: str) -> int:
    try:
        return parse_clock(text)
    except ValueError as error:
        raise UserError("--start の時刻を読めません。", why=str(error), do=_DO) from error


def _hours(text: str) -> float:
    try:
        hours = float(text)
    except ValueError:
        hours = 0
    if not 0 < hours <= LONGEST_H:
        why = f"0 より大きく {LONGEST_H} 以下の数字で書きます。"
        raise UserError("--horizon の時間を読めません。", why=why, do=_DO)
    return hours
