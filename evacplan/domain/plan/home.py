"""S9 Home and hazards, S10 Triggers and timeline."""

from evacplan.domain.choices import Hazard, HouseKind, LandslideZone, QuakeResistance
from evacplan.domain.plan.base import Row
from evacplan.domain.plan.extras import Section
from evacplan.domain.values import (
    CalendarYear,
    Hours,
    Line,
    Metres,
    Minutes,
    Person,
    Storeys,
    Text,
    YesNo,
)

_WATER = {Hazard.TSUNAMI, Hazard.RIVER_FLOOD, Hazard.INLAND_FLOOD, Hazard.STORM_SURGE}


class HazardRisk(Row):
    """One hazard and whether the home lies in its zone."""

    kind: Hazard | None = None
    in_zone: YesNo | None = None
    depth_from_m: Metres | None = None
    depth_to_m: Metres | None = None
    zone: LandslideZone | None = None
    arrival_min: Minutes | None = None
    note: Line | None = None

    @property
    def brings_water(self) -> bool:
        """Whether a depth of water belongs to it (also while its kind is not said)."""
        return self.kind is None or self.kind in _WATER

    @property
    def moves_ground(self) -> bool:
        return self.kind in (None, Hazard.LANDSLIDE, Hazard.CLIFF_COLLAPSE)

    @property
    def may_be_tsunami(self) -> bool:
        return self.kind in (None, Hazard.TSUNAMI)


class HomeSection(Section):
    """The house and what threatens it."""

    house_kind: HouseKind | None = None
    house_storeys: Storeys | None = None
    living_floor: Storeys | None = None
    elevator: YesNo | None = None
    built_year: CalendarYear | None = None
    quake_resistance: QuakeResistance | None = None
    living_room: Line | None = None
    bed_room: Line | None = None
    house_note: Line | None = None
    hazards: tuple[HazardRisk, ...] = ()
    stay_home_condition: Text | None = None
    outage_history: Text | None = None
    isolation_history: Text | None = None


class OutageStep(Row):
    """What is done at one moment of a blackout."""

    moment: Line | None = None
    action: Text | None = None


class TriggersSection(Section):
    """When to act, who decides and how long leaving takes."""

    rain_level_1: Text | None = None
    rain_level_2: Text | None = None
    rain_level_3: Text | None = None
    rain_level_4: Text | None = None
    rain_level_5: Text | None = None
    earthquake: Text | None = None
    tsunami_leave_at_once: YesNo | None = None
    tsunami: Text | None = None
    outage: tuple[OutageStep, ...] = ()
    snow: Text | None = None
    preparation_min: Minutes | None = None
    loading_min: Minutes | None = None
    travel_measured_min: Minutes | None = None
    travel_map_min: Minutes | None = None
    reserve_h: Hours | None = None
    who_decides: Person | None = None
    deputy_decides: Person | None = None
    pre_admission: Text | None = None
