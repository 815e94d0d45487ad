"""The plans in a store: drafts that change and revisions that never do; `copies` has what was handed out."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import Row, Select, func, insert, select, update

from evacplan.domain.ledger import EventKind
from evacplan.domain.occasion import Occasion, OccasionKind
from evacplan.store import documents, ledger, saving
from evacplan.store.database import Database
from evacplan.store.records import PlanEntry, Revision
from evacplan.store.search import search_words
from evacplan.store.stamps import stamp, time
from evacplan.store.tables import DRAFT, PLAN, REVISION

if TYPE_CHECKING:
    # Loads the whole model, which the list of plans does without.
    from evacplan.domain.plan import Plan

_PATIENCE_S = 0.2


class PlanStore:
    """Plans by id. Times must know their zone; they come back in UTC.

    Every change is one transaction. A plan_id or revision that does not exist is our own bug and
    raises KeyError; database trouble raises UserError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        # The draft on disk that was read or saved last: what changes is told by comparing with it.
        self._last: tuple[str, Plan] | None = None
        self._writer = documents.Writer()

    def create(self, plan: Plan, now: datetime, *, imported: bool = False) -> str:
        """The id of a new plan whose draft this is. imported: whether it came from a file."""
        return self._insert(plan, now, EventKind.IMPORTED if imported else EventKind.CREATED, "")

    def duplicate(self, plan_id: str, now: datetime) -> str:
        """The id of a new plan with the same draft, and no revisions of its own."""
        return self._insert(self.draft(plan_id), now, EventKind.DUPLICATED, plan_id)

    def entries(self, search: str = "", *, archived: bool = False) -> tuple[PlanEntry, ...]:
        """The plans whose name, kana or number holds every word searched for, latest change first."""
        query = _entries().where(PLAN.c.archived == int(archived))
        for word in search_words(search):
            query = query.where(func.instr(PLAN.c.search_key, word) > 0)
        with self._database.reading() as db:
            return tuple(_entry(row) for row in db.execute(query))

    def draft(self, plan_id: str) -> Plan:
        """The plan as last saved; raises UserError when a newer app wrote it."""
        query = select(DRAFT.c.document).where(DRAFT.c.plan_id == plan_id)
        plan = documents.read(self._document(query, plan_id))
        self._last = plan_id, plan
        return plan

    def save_draft(self, plan_id: str, plan: Plan, now: datetime) -> None:
        """Replace the draft and the labels in the list of plans; on disk when this returns.

        Waits but shortly for a program that has the store locked: somebody is typing.
        """
        document = self._writer.write(plan)
        paths = self._paths(plan_id, plan)
        with self._database.writing(patience_s=_PATIENCE_S) as db:
            saving.save(db, plan_id, plan, stamp(now), document=document, paths=paths)
        self._last = plan_id, plan

    def archive(self, plan_id: str, flag: bool, now: datetime) -> None:
        """Take a plan off the list, or put it back; nothing of it is lost."""
        with self._database.writing() as db:
            done = db.execute(update(PLAN).where(PLAN.c.id == plan_id).values(archived=int(flag)))
            saving.expect_one(done.rowcount, plan_id)
            kind = EventKind.ARCHIVED if flag else EventKind.UNARCHIVED
            ledger.record(db, kind, plan_id, stamp(now))

    def confirm(
        self,
        plan_id: str,
        plan: Plan,
        who: str,
        note: str,
        now: datetime,
        *,
        occasion: Occasion | None = None,
    ) -> Revision:
        """Keep this plan for ever as the next revision, and as the draft.

        occasion: the meeting or call at which it was agreed.
        """
        document = documents.write(plan)
        paths = self._paths(plan_id, plan)
        with self._database.writing() as db:
            at = stamp(now)
            saving.save(db, plan_id, plan, at, document=document, paths=paths)
            row = insert(REVISION).values(
                plan_id=plan_id,
                number=_next_number(plan_id).scalar_subquery(),
                document=document,
                confirmed_at=at,
                confirmed_by=who,
                note=note,
                **_occasion_values(occasion),
            )
            number = db.execute(row.returning(REVISION.c.number)).scalar_one()
            ledger.record(db, EventKind.CONFIRMED, plan_id, at, f"{number} {sha256(document).hexdigest()}")
        self._last = plan_id, plan
        return Revision(plan_id, number, time(at), who, note, occasion)

    def revisions(self, plan_id: str) -> tuple[Revision, ...]:
        """All confirmed states of a plan, oldest first."""
        columns = [column for column in REVISION.c if column.name not in ("plan_id", "document")]
        query = select(*columns).where(REVISION.c.plan_id == plan_id).order_by(REVISION.c.number)
        with self._database.reading() as db:
            return tuple(_revision(plan_id, row) for row in db.execute(query))

    def revision_plan(self, plan_id: str, number: int) -> Plan:
        """The plan as it was confirmed under this number."""
        query = select(REVISION.c.document).where(REVISION.c.plan_id == plan_id, REVISION.c.number == number)
        return documents.read(self._document(query, plan_id))

    def forget(self) -> None:
        """Drop what is kept of the plan saved last, before the store is closed."""
        self._last = None
        self._writer.forget()

    def _paths(self, plan_id: str, plan: Plan) -> frozenset[str]:
        """What saving this plan changes."""
        if self._last is not None and self._last[0] == plan_id:
            return documents.changed(self._last[1], plan)
        return documents.changed(self.draft(plan_id), plan)

    def _insert(self, plan: Plan, now: datetime, kind: EventKind, detail: str) -> str:
        plan_id = str(uuid.uuid4())
        document = documents.write(plan)
        at = stamp(now)
        with self._database.writing() as db:
            saving.begin(db, plan_id, plan, at, document=document)
            ledger.record(db, kind, plan_id, at, detail)
        return plan_id

    def _document(self, query: Select[bytes], plan_id: str) -> bytes:
        with self._database.reading() as db:
            document = db.execute(query).scalar_one_or_none()
        if document is None:
            raise KeyError(plan_id)
        return document


def _occasion_values(occasion: Occasion | None) -> dict[str, str | None]:
    if occasion is None:
        return {}
    day = occasion.day.isoformat() if occasion.day is not None else None
    return {
        "occasion": occasion.kind.value,
        "occasion_day": day,
        "occasion_persons": occasion.persons,
    }


def _revision(plan_id: str, row: Row[tuple[object, ...]]) -> Revision:
    occasion = None
    if row.occasion is not None:
        day = date.fromisoformat(row.occasion_day) if row.occasion_day is not None else None
        occasion = Occasion(OccasionKind(row.occasion), day, row.occasion_persons or "")
    return Revision(plan_id, row.number, time(row.confirmed_at), row.confirmed_by, row.note, occasion)


def _entries() -> Select[tuple[object, ...]]:
    latest = select(func.max(REVISION.c.number)).where(REVISION.c.plan_id == PLAN.c.id)
    columns = (PLAN.c.id, PLAN.c.name, PLAN.c.kana, PLAN.c.number, PLAN.c.updated_at, PLAN.c.archived)
    query = select(*columns, latest.scalar_subquery().label("revision"))
    return query.order_by(PLAN.c.updated_at.desc(), PLAN.c.id)


def _entry(row: Row[tuple[object, ...]]) -> PlanEntry:
    return PlanEntry(
        plan_id=row.id,
        name=row.name,
        kana=row.kana,
        number=row.number,
        updated_at=time(row.updated_at),
        archived=bool(row.archived),
        revision=row.revision,
    )


def _next_number(plan_id: str) -> Select[int]:
    return select(func.coalesce(func.max(REVISION.c.number), 0) + 1).where(REVISION.c.plan_id == plan_id)
