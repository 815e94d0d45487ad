"""What the pages beside the interview remember while one goes to a place of the plan and comes back."""

from __future__ import annotations

from dataclasses import dataclass, field

from evacplan.domain.rehearsal.situation import Situation
from evacplan.form.change_walk import ChangeWalk


@dataclass
class Beside:
    """walk: the change that is being walked. recorded: whether it stands in the record of changes.

    last: the stop one went to. confirmer: with whom places are confirmed. situation: of the rehearsal.
    whom, until: who finds out, as typed last.
    """

    walk: ChangeWalk | None = None
    recorded: bool = False
    last: str = ""
    confirmer: str = ""
    situation: Situation = field(default_factory=Situation)
    whom: str = ""
    until: str = ""

    def forget(self) -> None:
        """Drop every value of the plan."""
        self.end_walk()
        self.situation = Situation()
        self.confirmer = self.whom = self.until = ""

    def end_walk(self) -> None:
        """The change is done, or given up."""
        self.walk, self.recorded, self.last = None, False, ""
