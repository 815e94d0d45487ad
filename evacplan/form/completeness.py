"""How complete a plan is, by the groups a coordinator checks (rules.md section 8, "completeness")."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from evacplan.domain.legal import legal_checks, municipality_refusal
from evacplan.domain.plan import Plan
from evacplan.form.progress import Place, Standing, places
from evacplan.form.sentences import Sentences
from evacplan.form.spec import Form, Item, Need


class Group(StrEnum):
    """The groups, in the order they are shown."""

    LEGAL = "legal"
    POWER = "power"
    OXYGEN = "oxygen"
    DESTINATION = "destination"
    CONTACTS = "contacts"
    CONSENT = "consent"


_SECTIONS: dict[Group, tuple[str, ...]] = {
    Group.POWER: ("devices", "power_needs", "power_sources", "fallback"),
    Group.OXYGEN: ("oxygen",),
    Group.DESTINATION: ("destination", "triggers"),
    Group.CONTACTS: ("contacts", "supporters"),
}


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is not answered. unknown: it is 未確認, and somebody finds out."""

    path: str
    label: str
    unknown: bool


@dataclass(frozen=True, slots=True)
class GroupState:
    """How many things of a group there must be, and which of them are not answered."""

    group: Group
    total: int
    missing: tuple[Missing, ...]

    @property
    def is_complete(self) -> bool:
        return not self.missing


def completeness(form: Form, sentences: Sentences, plan: Plan) -> tuple[GroupState, ...]:
    """The state of every group."""
    by_section = tuple(
        _of_places(group, (place for name in names for place in places(form, plan, name)))
        for group, names in _SECTIONS.items()
    )
    return (_legal(sentences, plan), *by_section, _consent(sentences, plan))


def place_label(place: Place) -> str:
    """What a place is called, with the list it stands in only where needed to find it."""
    return place.part.label if isinstance(place.part, Item) else f"{place.part.label}（1件以上）"


def _legal(sentences: Sentences, plan: Plan) -> GroupState:
    checks = legal_checks(plan)
    missing = (
        Missing(check.places[0], sentences.legal[check.item], False) for check in checks if not check.met
    )
    return GroupState(Group.LEGAL, len(checks), tuple(missing))


def _consent(sentences: Sentences, plan: Plan) -> GroupState:
    refusal = municipality_refusal(plan)
    if refusal is None:
        return GroupState(Group.CONSENT, 1, ())
    return GroupState(
        Group.CONSENT, 1, (Missing("meeting.consent_create", sentences.refusal[refusal].why, False),)
    )


def _of_places(group: Group, found: Iterable[Place]) -> GroupState:
    musts = [place for place in found if place.need is Need.MUST or place.standing is Standing.UNKNOWN]
    missing = tuple(
        Missing(place.path, place_label(place), place.standing is Standing.UNKNOWN)
        for place in musts
        if place.standing is not Standing.ANSWERED
    )
    return GroupState(group, len(musts), missing)
