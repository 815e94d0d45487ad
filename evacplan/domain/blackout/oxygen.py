"""How long the cylinders last and when their clock starts."""

from fractions import Fraction
from typing import Literal

from evacplan.domain.blackout.inputs import UNKNOWN, Cylinder, Oxygen, Unknown
from evacplan.domain.power import CONSERVER_FACTOR, exact, oxygen_content_l, oxygen_minutes, with_conserver

Exact = Fraction | Literal[Unknown.UNKNOWN]


def flow_l_min(oxygen: Oxygen) -> Exact:
    """The largest flow entered, in L/min; a flow of zero is no answer for a child on oxygen."""
    flows = [exact(flow) for flow in (oxygen.rest, oxygen.active, oxygen.sleep) if flow is not UNKNOWN]
    return max(flows, default=Fraction(0)) or UNKNOWN


def cylinder_minutes(oxygen: Oxygen) -> Exact:
    """Minutes all cylinders last together at the largest flow, exact; UNKNOWN if any part of it is."""
    flow = flow_l_min(oxygen)
    if flow is UNKNOWN or oxygen.cylinders is UNKNOWN:
        return UNKNOWN
    total = Fraction(0)
    for cylinder in oxygen.cylinders:
        content = content_l(cylinder)
        if content is UNKNOWN:
            return UNKNOWN
        minutes = oxygen_minutes(content, flow, oxygen.factor)
        total += with_conserver(minutes, conserver_factor(cylinder, oxygen))
    return total


def content_l(cylinder: Cylinder) -> Exact:
    """Litres in all cylinders of this row; the stated content of one goes before volume × pressure."""
    if cylinder.count is UNKNOWN:
        return UNKNOWN
    if cylinder.count == 0:
        return Fraction(0)
    if cylinder.content_l is not UNKNOWN:
        return exact(cylinder.content_l) * exact(cylinder.count)
    if cylinder.litres is UNKNOWN or cylinder.mpa is UNKNOWN:
        return UNKNOWN
    return oxygen_content_l(cylinder.litres, cylinder.mpa) * exact(cylinder.count)


def conserver_factor(cylinder: Cylinder, oxygen: Oxygen) -> float:
    """The factor of a conserver: 1 unless the cylinder has one and the doctor's note is ticked."""
    if not (cylinder.conserver and oxygen.conserver_note):
        return 1
    return CONSERVER_FACTOR if cylinder.conserver_factor is None else cylinder.conserver_factor
