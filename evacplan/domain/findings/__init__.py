"""What a plan lacks, where it contradicts itself and what is unsafe: small rules in one table.

To add a rule: in the module of its subject declare its kind (`red`, `amber` or `info`, a code and the names
of its details), write a function that yields `KIND.at(path of the field to go to, **details)`, add a line to
`RULES` below it, and give the code its words in forms/findings.toml. A test refuses what is forgotten.
"""

from datetime import date

from evacplan.domain.figures import Figures, figures
from evacplan.domain.findings import (
    batteries,
    consent,
    contacts,
    destination,
    devices,
    endurance,
    entries,
    fallback,
    leaving,
    oxygen,
    people,
    review,
    sources,
    supplies,
)
from evacplan.domain.findings.facts import Facts
from evacplan.domain.findings.finding import Finding, Kind, Labelled, Named, Rule, Severity, Who
from evacplan.domain.plan import Plan

__all__ = ["KINDS", "RULES", "Finding", "Kind", "Labelled", "Named", "Severity", "Who", "findings"]

RULES: tuple[Rule, ...] = (
    *devices.RULES,
    *batteries.RULES,
    *sources.RULES,
    *endurance.RULES,
    *oxygen.RULES,
    *fallback.RULES,
    *destination.RULES,
    *leaving.RULES,
    *supplies.RULES,
    *people.RULES,
    *contacts.RULES,
    *consent.RULES,
    *review.RULES,
    *entries.RULES,
)
KINDS: tuple[Kind, ...] = tuple(kind for rule in RULES for kind in rule.kinds)
_ORDER = list(Severity)


def findings(plan: Plan, today: date, known: Figures | None = None) -> tuple[Finding, ...]:
    """Every finding, the red ones first, in the order of the rules.

    today: the day the plan is looked at. known: the plan's figures, if the caller has them already.
    """
    facts = Facts(plan, figures(plan, today) if known is None else known, today)
    found = (finding for rule in RULES for finding in rule.check(facts))
    return tuple(sorted(found, key=lambda finding: _ORDER.index(finding.severity)))
