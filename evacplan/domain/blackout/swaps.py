"""Which devices can do without electricity, and who is swapped when under a scenario."""

from evacplan.domain.blackout.inputs import Device, Household, Oxygen, Scenario, Swap, When
from evacplan.domain.blackout.walk import Plan

_ALWAYS = (Swap.HME, Swap.GRAVITY_FEED, Swap.PAUSE)


def swap_is_possible(device: Device, oxygen: Oxygen | None) -> bool:
    """Whether the swap of a device can be made. Bagging is the measure after the stop, not a swap."""
    match device.swap:
        case Swap.CYLINDER:
            return oxygen is not None and oxygen.has_cylinders
        case Swap.MANUAL_SUCTION:
            return device.trained_person
    return device.swap in _ALWAYS


def possible_swaps(household: Household) -> int:
    """Mask of the devices whose swap can be made."""
    return sum(
        1 << i for i, device in enumerate(household.devices) if swap_is_possible(device, household.oxygen)
    )


def swap_plan(household: Household, scenario: Scenario) -> Plan:
    """Who is swapped when: as the scenario lists it, else all at once, else the concentrator on its stop."""
    possible = possible_swaps(household)
    everybody = (1 << len(household.devices)) - 1
    if scenario.swaps is not None:
        moments = dict(scenario.swaps)
        at_once, on_stop = (_mask(household, moments, when) for when in (When.AT_ONCE, When.ON_STOP))
        return Plan(everybody, at_once & possible, on_stop & possible)
    if scenario.minimum_operation:
        return Plan(everybody, at_once=possible)
    cylinders = sum(1 << i for i, device in enumerate(household.devices) if device.swap is Swap.CYLINDER)
    return Plan(everybody, on_stop=cylinders & possible)


def _mask(household: Household, moments: dict[str, When], when: When) -> int:
    return sum(1 << i for i, device in enumerate(household.devices) if moments.get(device.key) is when)


def listed_swaps(household: Household, plan: Plan) -> tuple[tuple[str, When], ...]:
    """The swaps of a plan as (device key, moment), in the order of the devices."""
    moments = ((plan.at_once, When.AT_ONCE), (plan.on_stop, When.ON_STOP))
    return tuple(
        (device.key, when)
        for i, device in enumerate(household.devices)
        for mask, when in moments
        if mask >> i & 1
    )
