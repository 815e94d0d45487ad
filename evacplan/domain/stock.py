"""How much of each supply is needed, and what is short."""

import math
from dataclasses import dataclass
from decimal import Decimal

from evacplan.domain.plan.preparation import SupplyItem

CARRY_DAYS = 3
HOME_DAYS = 14


@dataclass(frozen=True, slots=True)
class Needed:
    """Pieces to carry and to have at home, rounded up, and how many are missing at home.

    Days that nobody entered count as 3 to carry and 14 at home (plan-contents.md S8, source K5).
    None: unknown, since the use per day or the quantity in the house is unknown.
    """

    carry: int | None
    home: int | None
    short: int | None


def needed(item: SupplyItem) -> Needed:
    """What one supply needs."""
    if item.per_day is None:
        return Needed(None, None, None)
    per_day = _exact(item.per_day)
    carry = math.ceil(per_day * (CARRY_DAYS if item.carry_days is None else item.carry_days))
    home = math.ceil(per_day * (HOME_DAYS if item.home_days is None else item.home_days))
    short = None if item.quantity_have is None else max(0, math.ceil(home - _exact(item.quantity_have)))
    return Needed(carry, home, short)


def _exact(value: float) -> Decimal:
    """The number that was typed: 1.1 a day for 10 days is 11, where floats would make it 12."""
    return Decimal(str(value))
