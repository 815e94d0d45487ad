"""S6 Oxygen."""

from evacplan.domain.choices import OxygenLoss, OxygenSupply
from evacplan.domain.plan.base import Row
from evacplan.domain.plan.extras import Section
from evacplan.domain.values import (
    Count,
    Day,
    Factor,
    Kilograms,
    Line,
    Litres,
    LitresPerMinute,
    Megapascals,
    Organisation,
    Person,
    Text,
    YesNo,
)


class Cylinder(Row):
    """Oxygen cylinders of one kind."""

    volume_l: Litres | None = None
    fill_mpa: Megapascals | None = None
    content_l: Litres | None = None
    count: Count | None = None
    has_conserver: YesNo | None = None
    conserver_factor: Factor | None = None
    expires_on: Day | None = None
    weight_kg: Kilograms | None = None
    carrier: Person | None = None


class OxygenSection(Section):
    """Oxygen has a clock of its own: minutes of gas."""

    in_use: YesNo | None = None
    flow_rest: LitresPerMinute | None = None
    flow_active: LitresPerMinute | None = None
    flow_sleep: LitresPerMinute | None = None
    supply: OxygenSupply | None = None
    cylinders: tuple[Cylinder, ...] = ()
    loss: OxygenLoss | None = None
    conserver_doctor_ok: YesNo | None = None
    time_without_oxygen: Line | None = None
    supplier: Organisation | None = None
    fire_distance_ok: YesNo | None = None
    wall_distance_ok: YesNo | None = None
    note: Text | None = None

    @property
    def may_be_used(self) -> bool:
        """Whether the rest of the section concerns this child: not when someone said there is no oxygen."""
        return self.in_use is not False
