"""Findings about supplies: what is short, expired or too little. Source: plan-contents.md S8 (K5)."""

from collections.abc import Iterator

from evacplan.domain.findings.facts import Facts, filled
from evacplan.domain.findings.finding import Finding, Named, amber, rule
from evacplan.domain.stock import needed

SUPPLY_SHORT = amber("supply_short", "item", "short", "unit", "need")
SUPPLY_EXPIRED = amber("supply_expired", "item", "on")
MEDICINE_SHORT = amber("medicine_short", "days", "least")

LEAST_MEDICINE_DAYS = 7
STOCK = "supplies.stock"


def supply_short(facts: Facts) -> Iterator[Finding]:
    for path, row in filled(facts.plan.supplies.stock, STOCK):
        need = needed(row)
        if need.short:
            place, unit = f"{path}.quantity_have", row.unit or ""
            yield SUPPLY_SHORT.at(place, item=Named(path), short=need.short, unit=unit, need=need.home)


def supply_expired(facts: Facts) -> Iterator[Finding]:
    for path, row in filled(facts.plan.supplies.stock, STOCK):
        if row.expires_on is not None and row.expires_on < facts.today:
            yield SUPPLY_EXPIRED.at(f"{path}.expires_on", item=Named(path), on=row.expires_on)


def medicine_short(facts: Facts) -> Iterator[Finding]:
    place = "supplies.medicine_spare_days"
    days = 0 if facts.says_none(place) else facts.plan.supplies.medicine_spare_days
    if days is not None and days < LEAST_MEDICINE_DAYS:
        yield MEDICINE_SHORT.at(place, days=days, least=LEAST_MEDICINE_DAYS)


RULES = (
    rule(supply_short, SUPPLY_SHORT),
    rule(supply_expired, SUPPLY_EXPIRED),
    rule(medicine_short, MEDICINE_SHORT),
)
