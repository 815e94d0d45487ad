"""The calls in their order: who answers at this hour, and whom one reaches when the phones are dead."""

from collections.abc import Iterator

from evacplan.domain.findings.contacts import CHAIN, answers_at_night
from evacplan.domain.findings.facts import filled
from evacplan.domain.findings.finding import Finding, Named, amber, info, red
from evacplan.domain.persons import REFERENCE
from evacplan.domain.plan.people import Contact
from evacplan.domain.rehearsal.situation import Scene

CALL_ANSWERS = info("call_answers", "contact", "phone")
CALL_SILENT = info("call_silent", "contact")
CALL_DEAD = info("call_dead", "contacts")
GO_TO_SUPPORTER = info("go_to_supporter", "supporter", "address")
DIAL_171 = info("dial_171", "phone")

NO_CALLS = red("no_calls")
CALL_WITHOUT_PHONE = red("call_without_phone", "contact")
NOBODY_ANSWERS = red("nobody_answers")
SUPPORTER_WITHOUT_PHONE = amber("supporter_without_phone", "supporter")
SUPPORTER_NOT_ON_CALL = amber("supporter_not_on_call", "supporter")
NO_SUPPORTER_REACHED = red("no_supporter_reached")
NO_171 = amber("no_171")
NOBODY_NEAR = red("nobody_near")

CALLS = (
    CALL_ANSWERS,
    CALL_SILENT,
    CALL_DEAD,
    GO_TO_SUPPORTER,
    DIAL_171,
    NO_CALLS,
    CALL_WITHOUT_PHONE,
    NOBODY_ANSWERS,
    SUPPORTER_WITHOUT_PHONE,
    SUPPORTER_NOT_ON_CALL,
    NO_SUPPORTER_REACHED,
    NO_171,
    NOBODY_NEAR,
)
SUPPORTERS = "supporters.supporters"


def calls(scene: Scene) -> Iterator[Finding]:
    """The chain from the first to the last, then the supporters, then what is left without phones."""
    chain = list(filled(scene.facts.plan.contacts.chain, CHAIN))
    answered = [(path, row) for path, row in chain if _number(scene, row)]
    for path, row in chain:
        yield from _call(scene, path, row)
    if not chain:
        yield NO_CALLS.at(CHAIN)
    elif not answered:
        yield NOBODY_ANSWERS.at(CHAIN)
    yield from _supporters(scene)
    if scene.situation.phones_dead:
        yield from _without_phones(scene)


def _call(scene: Scene, path: str, row: Contact) -> Iterator[Finding]:
    number = _number(scene, row)
    if not row.phone_day and not row.phone_night:
        yield CALL_WITHOUT_PHONE.at(f"{path}.phone_day", contact=Named(path))
    elif scene.situation.phones_dead:
        return
    elif number:
        yield CALL_ANSWERS.at(f"{path}.phone_day", contact=Named(path), phone=number)
    else:
        yield CALL_SILENT.at(f"{path}.phone_night", contact=Named(path))


def _number(scene: Scene, row: Contact) -> str | None:
    """The number at which somebody is likely to answer at this hour while the phones work."""
    if not scene.situation.is_night:
        return row.phone_day or row.phone_night
    if row.phone_night or answers_at_night(scene.facts, row):
        return row.phone_night or row.phone_day
    return None


def _supporters(scene: Scene) -> Iterator[Finding]:
    rows = list(scene.supporters())
    for path, row in rows:
        if not row.phone and not row.phone_other:
            yield SUPPORTER_WITHOUT_PHONE.at(f"{path}.phone", supporter=Named(path))
        elif not scene.is_on_call(row):
            yield SUPPORTER_NOT_ON_CALL.at(f"{path}.available", supporter=Named(path))
    if not any(scene.reaches(row) for _, row in rows):
        yield NO_SUPPORTER_REACHED.at(SUPPORTERS)


def _without_phones(scene: Scene) -> Iterator[Finding]:
    """Whom one can go to on foot, and the message service."""
    away, chain = scene.situation.away, filled(scene.facts.plan.contacts.chain, CHAIN)
    if unreached := tuple(Named(path) for path, _ in chain):
        yield CALL_DEAD.at(CHAIN, contacts=unreached)
    near = [(p, row) for p, row in scene.supporters() if row.address and f"{REFERENCE}{row.key}" not in away]
    for path, row in near:
        yield GO_TO_SUPPORTER.at(f"{path}.address", supporter=Named(path), address=row.address)
    if not near:
        yield NOBODY_NEAR.at(SUPPORTERS)
    phone = scene.facts.plan.contacts.dial171_phone
    if phone:
        yield DIAL_171.at("contacts.dial171_phone", phone=phone)
    else:
        yield NO_171.at("contacts.dial171_phone")
