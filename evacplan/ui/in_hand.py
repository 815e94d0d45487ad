"""What the window works with: the open store, and the open plan of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Loads the model; the window is there before.
    from evacplan.ui.open_plan import OpenPlan
    from evacplan.ui.ports import Plans


@dataclass
class InHand:
    """plans: of the open store, None while it is locked. plan: None while none is open."""

    plans: Plans | None = None
    plan: OpenPlan | None = None

    @property
    def plan_id(self) -> str:
        """Of the open plan, "" while none is open."""
        return self.plan.plan_id if self.plan is not None else ""

    @property
    def is_held(self) -> bool:
        """Whether somebody else has the store, so that it is only read here."""
        return self.plans is not None and self.plans.held is not None
