"""What follows from the municipality of the address: offered when it is known, filled in with one key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from evacplan.domain import persons
from evacplan.domain.choices import TeamRole
from evacplan.domain.paths import get, is_empty, put
from evacplan.domain.plan import Plan, new_key
from evacplan.domain.plan.people import Contact, TeamMember
from evacplan.form.municipalities import Centre, Municipalities
from evacplan.ui.desk import Desk

ADDRESS = "child.address"
_TEAM, _CHAIN, _NOTE = "supporters.team", "contacts.chain", "registrations.power_company.note"


class AreaDefaults:
    """areas: reads the table of municipalities when it is first needed."""

    def __init__(self, desk: Desk, areas: Callable[[], Municipalities]) -> None:
        self._desk = desk
        self._areas = areas
        self._told = ""

    def left(self, path: str) -> None:
        """Say once for a municipality what can be filled in for it, when the address is left."""
        plan = self._desk.session.plan
        if path != ADDRESS or is_empty(plan.child.address):
            return
        found = self._areas().of_address(plan.child.address or "")
        if found is None or found.code == self._told or not missing(plan, self._areas()):
            return
        self._told = found.code
        words = _tr("{name}（{area}）です。Ctrl+Shift+A で、県の支援センターと電力会社の名前を入れられます。")
        self._desk.say(words.format(name=found.name, area=found.area))

    def fill(self) -> None:
        """Fill in what is not there yet, as one step of undo, and say what."""
        session, areas = self._desk.session, self._areas()
        if areas.of_address(session.plan.child.address or "") is None:
            words = _tr(
                "「本人と家族」の住所が、青森県の市町村から始まっていません。先に住所を書いてください。"
            )
            self._desk.say(words)
            return
        wanted = missing(session.plan, areas)
        session.replace(filled(session.plan, areas))
        labels = "、".join(self._desk.form.section(path.partition(".")[0]).title for path in wanted)
        done = _tr("「{labels}」のページに入れました。中身を確かめてください。Ctrl+Z で元に戻せます。")
        none = _tr("支援センターも電力会社も、もう書いてあります。")
        self._desk.say(done.format(labels=labels) if wanted else none)


def missing(plan: Plan, areas: Municipalities) -> list[str]:
    """The places that do not yet hold what everybody in the prefecture has; なし and 未確認 are answers."""
    name = areas.centre.organisation
    holds = {
        _TEAM: any(each.organisation == name for each in plan.supporters.team),
        _CHAIN: any(
            name in (each.organisation, persons.shown_organisation(plan, each.who or ""))
            for each in plan.contacts.chain
        ),
        _NOTE: not is_empty(get(plan, _NOTE)),
    }
    return [path for path, held in holds.items() if not held and path not in plan.marks]


def filled(plan: Plan, areas: Municipalities) -> Plan:
    """The plan with these places filled: the centre last in team and chain, the name of the power company."""
    makers: dict[str, object] = {
        _TEAM: (*plan.supporters.team, _team(areas.centre)),
        _CHAIN: (*plan.contacts.chain, _contact(areas.centre)),
        _NOTE: _tr("登録先は{name}").format(name=areas.power_company),
    }
    for path in missing(plan, areas):
        plan = put(plan, path, makers[path])
    return plan


def _team(centre: Centre) -> TeamMember:
    return TeamMember(
        key=new_key(),
        organisation=centre.organisation,
        role=TeamRole.SUPPORT_CENTRE,
        phone=centre.phone,
        hours=centre.hours,
    )


def _contact(centre: Centre) -> Contact:
    return Contact(
        key=new_key(), organisation=centre.organisation, phone_day=centre.phone, hours=centre.hours
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("area", words)
