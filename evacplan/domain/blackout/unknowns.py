"""Unknown is contagious: which answers an unknown load, battery or cylinder reaches.

Readings chosen where blackout.md leaves room:
- The gap is judged in its own walk under minimum operation: a device swapped there makes it no less known.
- An unknown device swapped only when it would stop counts as not swapped.
- Oxygen matters while its clock can start: without a concentrator, or with one the scenario swaps.
- A device used now and then whose minutes or times are unknown is an unknown device, computed as always on.
"""

from dataclasses import dataclass

from evacplan.domain.blackout.inputs import UNKNOWN, Device, Household, Intermittent
from evacplan.domain.blackout.oxygen import cylinder_minutes
from evacplan.domain.blackout.walk import Plan


@dataclass(frozen=True, slots=True)
class Unknowns:
    """What is unknown under one plan of swaps.

    load, any: masks of devices not swapped at once whose load, or whose load or battery, is unknown.
    cylinders: flow or content is unknown and matters; start: so is a concentrator the clock waits for.
    """

    load: int
    any: int
    vital: int
    cylinders: bool
    start: bool
    some_source: bool

    @property
    def oxygen(self) -> bool:
        """Whether the end of the oxygen is unknown."""
        return self.cylinders or self.start

    @property
    def comparable(self) -> bool:
        """Whether the first stop as walked can be relied on as a lower bound when plans are compared.

        An unknown battery of a concentrator only starts the cylinders later than walked.
        """
        return not self.cylinders and not (self.some_source and self.load & self.vital)

    @property
    def headline(self) -> bool:
        """Whether autonomy, first to stop and leave-by are unknown."""
        return self.oxygen or bool(self.any & self.vital)

    @property
    def bounds(self) -> bool:
        """Whether lower bounds ("at least") may be given."""
        return not self.oxygen and not (self.some_source and self.load & self.vital)

    def bounds_of(self, device: int) -> bool:
        """Whether a lower bound may be given for one device."""
        return self.bounds and not (self.some_source and self.load >> device & 1)


def unknowns(household: Household, plan: Plan, some_source: bool) -> Unknowns:
    """The unknowns among the devices that take part and are not swapped at once, and of the oxygen."""
    devices = household.devices
    running = plan.members & ~plan.at_once
    load = running & _mask([device.running_w is UNKNOWN for device in devices])
    unknown = running & _mask([is_unknown(device) for device in devices])
    start = bool(unknown & concentrators(household))
    matters = oxygen_matters(household, plan)
    return Unknowns(
        load=load,
        any=unknown,
        vital=_mask([device.is_vital for device in devices]),
        cylinders=matters and _cylinders_are_unknown(household),
        start=matters and start,
        some_source=some_source,
    )


def concentrators(household: Household) -> int:
    """Mask of the concentrators."""
    return _mask([device.is_concentrator for device in household.devices])


def oxygen_matters(household: Household, plan: Plan) -> bool:
    """Whether the cylinders' clock can start: no concentrator at all, or one that is to be swapped."""
    if household.oxygen is None or not household.oxygen.has_cylinders:
        return False
    waiting = concentrators(household)
    return not waiting or bool(waiting & (plan.at_once | plan.on_stop))


def is_unknown(device: Device) -> bool:
    """Whether the load, the use or an own battery of a device is unknown."""
    batteries = (device.internal, *device.external)
    return (
        device.running_w is UNKNOWN
        or use_is_unknown(device)
        or any(battery.hours is UNKNOWN or battery.count is UNKNOWN for battery in batteries)
    )


def use_is_unknown(device: Device) -> bool:
    """Whether a device is used now and then, nobody knows how long or how often."""
    use = device.use
    return isinstance(use, Intermittent) and UNKNOWN in (use.minutes, use.uses_a_day)


def _cylinders_are_unknown(household: Household) -> bool:
    return household.oxygen is not None and cylinder_minutes(household.oxygen) is UNKNOWN


def _mask(flags: list[bool]) -> int:
    return sum(1 << i for i, flag in enumerate(flags) if flag)
