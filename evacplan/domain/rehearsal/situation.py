"""The circumstances of a rehearsal at the table, and who of the plan can help under them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from evacplan.domain.choices import DeviceClass, Fallback, Hazard
from evacplan.domain.findings.facts import Facts, filled
from evacplan.domain.loads import hands
from evacplan.domain.persons import REFERENCE, as_reference, row_of
from evacplan.domain.plan.child import FamilyMember
from evacplan.domain.plan.people import Supporter
from evacplan.domain.scenarios import STARTS_AT

# Our assumption: at these hours offices answer their day numbers.
DAY_FROM, DAY_UNTIL = 8 * 60, 18 * 60


@dataclass(frozen=True, slots=True)
class Situation:
    """What is picked. starts_at: minutes since midnight; away: references of persons; closed: keys of routes.

    car_away: no car of the family is there. hazard: what comes with the blackout.
    """

    starts_at: int = STARTS_AT
    away: frozenset[str] = frozenset()
    heavy_snow: bool = False
    closed: frozenset[str] = frozenset()
    phones_dead: bool = False
    car_away: bool = False
    hazard: Hazard = Hazard.POWER_OUTAGE

    @property
    def is_night(self) -> bool:
        """Whether it is an hour at which offices do not answer."""
        return not DAY_FROM <= self.starts_at < DAY_UNTIL

    def is_no_better_than(self, other: "Situation") -> bool:
        """Whether all is as in the other, or worse. Another hour or hazard is neither."""
        return (
            (self.starts_at, self.hazard) == (other.starts_at, other.hazard)
            and self.away >= other.away
            and self.closed >= other.closed
            and self.heavy_snow >= other.heavy_snow
            and self.phones_dead >= other.phones_dead
            and self.car_away >= other.car_away
        )


@dataclass(frozen=True)
class Scene:
    """A plan under circumstances."""

    facts: Facts
    situation: Situation

    @cached_property
    def there(self) -> tuple[str, ...]:
        """The adults who live with the child and are not away, as references."""
        plan = self.facts.plan
        found = (who for who in hands(plan, self.facts.plan_date, ()) if who not in self.situation.away)
        return tuple(who for who in found if isinstance(row_of(plan, who), FamilyMember))

    @cached_property
    def needs_bag(self) -> bool:
        """Whether somebody beside the child must be able to use the resuscitation bag."""
        by_device = any(
            device.device_class is DeviceClass.VENTILATOR or device.fallback is Fallback.RESUSCITATION_BAG
            for _, device in self.facts.devices()
        )
        return by_device or bool(self.facts.plan.fallback.bag_size)

    def of_those_there(self, named: Iterable[str]) -> tuple[str, ...]:
        """The people of a list who are there, each once."""
        named_there = (as_reference(self.facts.plan, who) for who in named if who.strip())
        return tuple(dict.fromkeys(who for who in named_there if who in self.there))

    def reaches(self, supporter: Supporter) -> bool:
        """Whether a supporter can be called and comes: not away, with a phone, at this hour."""
        reference = f"{REFERENCE}{supporter.key}"
        if self.situation.phones_dead or reference in self.situation.away:
            return False
        return bool(supporter.phone or supporter.phone_other) and self.is_on_call(supporter)

    def is_on_call(self, supporter: Supporter) -> bool:
        """Whether a supporter helps at this hour, as far as it is said: 夜○, 24時間, 日中○."""
        said = supporter.available or ""
        if not self.situation.is_night or "夜" in said or "24" in said:
            return True
        return "日中" not in said and "昼" not in said

    def is_available(self, who: str) -> bool:
        """Whether somebody can take part: there, or can be called."""
        reference = as_reference(self.facts.plan, who)
        if reference in self.situation.away:
            return False
        row = row_of(self.facts.plan, reference)
        if isinstance(row, FamilyMember) and row.living_together is not False:
            return True
        return self.reaches(row) if isinstance(row, Supporter) else not self.situation.phones_dead

    def supporters(self) -> Iterable[tuple[str, Supporter]]:
        """The supporters in whose row something is written, with their paths."""
        return filled(self.facts.plan.supporters.supporters, "supporters.supporters")
