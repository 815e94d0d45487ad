"""The steps of a rehearsal: what the plan says at each, and where it breaks."""

from dataclasses import dataclass
from enum import StrEnum

from evacplan.domain.findings.finding import Finding


class StepKind(StrEnum):
    """The steps in the order in which they come."""

    OUTAGE = "outage"
    PEOPLE = "people"
    CALLS = "calls"
    POWER = "power"
    LEAVE = "leave"
    CARRY = "carry"
    TRANSPORT = "transport"
    ROUTE = "route"
    PLACE = "place"
    ARRIVAL = "arrival"


@dataclass(frozen=True, slots=True)
class Step:
    """says: what the plan says. breaks: where it does not hold. Of both, the place is the field to go to."""

    kind: StepKind
    says: tuple[Finding, ...]
    breaks: tuple[Finding, ...]
