"""S11 Destination, route and transport."""

from evacplan.domain.choices import Hazard, PlaceKind, TransportKind
from evacplan.domain.plan.base import Record, Row
from evacplan.domain.plan.extras import Section
from evacplan.domain.values import (
    Day,
    Line,
    Metres,
    Minutes,
    People,
    Person,
    Persons,
    Phone,
    Text,
    Watts,
    WayImage,
    YesNo,
)


class Place(Row):
    """A place to go to; the order of the rows is the order of choice."""

    kind: PlaceKind | None = None
    name: Line | None = None
    address: Line | None = None
    phone: Phone | None = None
    hazards_valid: tuple[Hazard, ...] = ()
    condition: Line | None = None
    power_available: YesNo | None = None
    power_w: Watts | None = None
    power_note: Line | None = None
    equipment: Text | None = None
    direct_entry: YesNo | None = None
    registered: YesNo | None = None
    family_limit: People | None = None
    opens_when: Line | None = None
    key_holder: Line | None = None
    agreed: YesNo | None = None
    agreed_on: Day | None = None
    agreed_by: Person | None = None
    distance_m: Metres | None = None
    note: Text | None = None

    @property
    def is_elsewhere(self) -> bool:
        """Whether one has to go there: not home."""
        return self.kind is not PlaceKind.HOME


class ReceivingHospital(Record):
    """The hospital that takes the child in, and on what terms."""

    name: Line | None = None
    department: Line | None = None
    contact: Line | None = None
    phone: Phone | None = None
    agreed: YesNo | None = None
    agreed_on: Day | None = None
    agreed_by: Person | None = None
    condition: Text | None = None
    ward: Line | None = None
    power_w: Watts | None = None
    bring: Text | None = None


class Route(Row):
    """A way to go."""

    start: Line | None = None
    goal: Line | None = None
    description: Text | None = None
    map: WayImage | None = None
    distance_m: Metres | None = None
    measured_min: Minutes | None = None
    map_min: Minutes | None = None
    hazards: Text | None = None
    alternative: Text | None = None


class Transport(Row):
    """A means of getting there."""

    kind: TransportKind | None = None
    name: Line | None = None
    owner: Person | None = None
    phone: Phone | None = None
    seats: People | None = None
    restraint: Line | None = None
    lift: YesNo | None = None
    agreed: YesNo | None = None
    note: Text | None = None


class LoadStep(Row):
    """What is loaded, in order."""

    what: Line | None = None


class DestinationSection(Section):
    """Where to go, by which way and with what."""

    places: tuple[Place, ...] = ()
    hospital: ReceivingHospital = ReceivingHospital()
    routes: tuple[Route, ...] = ()
    transports: tuple[Transport, ...] = ()
    companions: Persons = ()
    child_carrier: Person | None = None
    carriers_needed: People | None = None
    carry_method: Text | None = None
    round_trip_min: Minutes | None = None
    load_order: tuple[LoadStep, ...] = ()
    meeting_point: Line | None = None
