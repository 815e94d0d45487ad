"""What the family hides from a paper, and the plan whose names its computed words may use.

A figure stays a figure: what is hidden still counts. But "first to stop: Riku's ventilator" would tell what
was hidden; such words then speak of a device or a place without its name.
"""

from dataclasses import replace

from evacplan.domain.paths import get, put
from evacplan.domain.plan import Plan
from evacplan.form.figure_labels import FigureWords
from evacplan.form.paper_figures import PaperFigures
from evacplan.form.papers import Paper
from evacplan.form.spec import Form

# The fields that stand in computed words: in the run-down, the levers, and who carries what.
NAMING = (
    "devices.devices.nickname",
    "devices.devices.device_class",
    "power_sources.portables.name",
    "power_sources.cars.name",
    "power_sources.generators.name",
    "power_sources.charge_places.name",
    "destination.places.name",
    "supplies.bag_kind",
    "oxygen.cylinders.content_l",
    "oxygen.cylinders.volume_l",
)
# What the line of inputs and the figure of the target repeat as it was typed.
INPUTS = (
    "oxygen.flow_rest",
    "oxygen.flow_active",
    "oxygen.flow_sleep",
    "power_needs.target_h",
    "power_needs.outage_starts_at",
    "meeting.updated_on",
)
TARGET, TARGET_FIGURE = "power_needs.target_h", "target"


def hidden_fields(form: Form, plan: Plan, paper: Paper) -> tuple[str, ...]:
    """The paths, without row keys, of what the family hides from the readers of a paper."""
    readers = (None, paper.value, paper.edition.value)
    rows = (row for row in plan.distribution.hidden if row.edition in readers)
    return tuple(_form_path(form, row.field) for row in rows if row.field)


def hides(hidden: tuple[str, ...], path: str) -> bool:
    """Whether a field is among what is hidden, or inside of it."""
    return any(f"{path}.".startswith(f"{name}.") for name in hidden)


def veiled(plan: Plan, hidden: tuple[str, ...], naming: tuple[str, ...] = NAMING) -> Plan:
    """The plan without the hidden names of computed words; the plan itself when none is hidden.

    naming: the fields that stand in those words.
    """
    for path in naming:
        if hides(hidden, path):
            above, _, name = path.rpartition(".")
            holder = get(plan, above)
            if isinstance(holder, tuple):
                plan = put(plan, above, tuple(row.model_copy(update={name: None}) for row in holder))
            else:
                plan = put(plan, path, None)
    return plan


def without_restated(found: PaperFigures, hidden: tuple[str, ...], words: FigureWords) -> PaperFigures:
    """The figures without those that only repeat a hidden field."""
    if any(hides(hidden, path) for path in INPUTS):
        found = replace(found, inputs=())
    if hides(hidden, TARGET):
        label = words.figure[TARGET_FIGURE].label
        found = replace(found, facts=tuple(one for one in found.facts if one.fact.label != label))
    return found


def _form_path(form: Form, path: str) -> str:
    """A path without row keys: what is hidden in one row is hidden in all."""
    try:
        return form.part(path).path
    except KeyError:
        return path
