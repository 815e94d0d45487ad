"""Findings about what works without electricity: is it there, and who can use it? Source: power.md §9, §6."""

from collections.abc import Iterator

from evacplan.domain.choices import DeviceClass, Fallback
from evacplan.domain.findings.facts import Facts
from evacplan.domain.findings.finding import Finding, Named, Who, amber, red, rule
from evacplan.domain.household import has_trained_suction

BAG_UNTRAINED = red("bag_untrained")
BAG_ONE_PERSON = amber("bag_one_person", "person")
MANUAL_SUCTION_MISSING = red("manual_suction_missing", "device")
MANUAL_SUCTION_UNTRAINED = red("manual_suction_untrained", "device")
HME_MISSING = amber("hme_missing", "device")
GRAVITY_FEED_UNCONFIRMED = amber("gravity_feed_unconfirmed", "device")
IN_TRAINING = amber("in_training", "person", "note")

_TRAINING = "練習"


def bag(facts: Facts) -> Iterator[Finding]:
    """A bag needs hands: nobody trained where it is the measure, or only one who cannot be relieved."""
    trained = [name for name in facts.plan.fallback.bag_trained if name.strip()]
    place = "fallback.bag_trained"
    if not trained and _needs_bag(facts):
        yield BAG_UNTRAINED.at(place)
    if len(trained) == 1:
        yield BAG_ONE_PERSON.at(place, person=Who(trained[0]))


def _needs_bag(facts: Facts) -> bool:
    return any(
        device.device_class is DeviceClass.VENTILATOR or device.fallback is Fallback.RESUSCITATION_BAG
        for _, device in facts.devices()
    )


def manual_suction(facts: Facts) -> Iterator[Finding]:
    section = facts.plan.fallback
    for path, _ in facts.replaced_by(Fallback.MANUAL_SUCTION):
        if not (section.manual_suction or section.foot_suction):
            yield MANUAL_SUCTION_MISSING.at("fallback.manual_suction", device=Named(path))
        if not has_trained_suction(facts.plan):
            yield MANUAL_SUCTION_UNTRAINED.at("fallback.suction_trained", device=Named(path))


def hme_missing(facts: Facts) -> Iterator[Finding]:
    for path, _ in facts.replaced_by(Fallback.HME):
        if not facts.plan.fallback.hme_count:
            yield HME_MISSING.at("fallback.hme_count", device=Named(path))


def gravity_feed_unconfirmed(facts: Facts) -> Iterator[Finding]:
    for path, _ in facts.replaced_by(Fallback.GRAVITY_FEED):
        if facts.plan.fallback.gravity_feed is not True:
            yield GRAVITY_FEED_UNCONFIRMED.at("fallback.gravity_feed", device=Named(path))


def in_training(facts: Facts) -> Iterator[Finding]:
    """Who is still practising cannot be counted on; the family writes so in the note on their care."""
    for row in facts.plan.child.household:
        if row.care_note and _TRAINING in row.care_note:
            path = f"child.household.{row.key}"
            yield IN_TRAINING.at(f"{path}.care_note", person=Who(f"@{row.key}"), note=row.care_note)


RULES = (
    rule(bag, BAG_UNTRAINED, BAG_ONE_PERSON),
    rule(manual_suction, MANUAL_SUCTION_MISSING, MANUAL_SUCTION_UNTRAINED),
    rule(hme_missing, HME_MISSING),
    rule(gravity_feed_unconfirmed, GRAVITY_FEED_UNCONFIRMED),
    rule(in_training, IN_TRAINING),
)
