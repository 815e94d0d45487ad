"""The plans in a store: drafts that change, revisions that never do, copies handed out."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from evacplan.domain.plan import Plan
from evacplan.store import documents
from evacplan.store.database import Database
from evacplan.store.records import Event, Issue, PlanEntry, Revision
from evacplan.store.search import search_key, search_words
from evacplan.store.tables import DRAFT, EVENT, ISSUE, PLAN, REVISION


class PlanStore:
    """Plans by id. Times must know their zone; they come back in UTC.

    Every change is one transaction. A plan_id or revision that does not exist is our own bug and
    raises KeyError (an issue of one: IntegrityError); database trouble raises UserError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, plan: Plan, now: datetime) -> str:
        """The id of a new plan whose draft this is."""
        return self._insert(plan, now, "created", "")

    def duplicate(self, plan_id: str, now: datetime) -> str:
        """The id of a new plan with the same draft, and no revisions of its own."""
        return self._insert(self.draft(plan_id), now, "duplicated", plan_id)

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
        return documents.read(self._document(query, plan_id))

    def save_draft(self, plan_id: str, plan: Plan, now: datetime) -> None:
        """Replace the draft and the labels in the list of plans; on disk when this returns."""
        document = documents.write(plan)
        with self._database.writing() as db:
            _save(db, plan_id, plan, document, _stamp(now))

    def archive(self, plan_id: str, flag: bool, now: datetime) -> None:
        """Take a plan off the list, or put it back; nothing of it is lost."""
        with self._database.writing() as db:
            done = db.execute(update(PLAN).where(PLAN.c.id == plan_id).values(archived=int(flag)))
            _expect_one(done.rowcount, plan_id)
            _record(db, "archived" if flag else "restored", plan_id, "", _stamp(now))

    def confirm(self, plan_id: str, plan: Plan, who: str, note: str, now: datetime) -> Revision:
        """Keep this plan for ever as the next revision, and as the draft."""
        document = documents.write(plan)
        with self._database.writing() as db:
            at = _stamp(now)
            _save(db, plan_id, plan, document, at)
            number = db.execute(
                insert(REVISION)
                .values(
                    plan_id=plan_id,
                    number=_next_number(plan_id).scalar_subquery(),
                    document=document,
                    confirmed_at=at,
                    confirmed_by=who,
                    note=note,
                )
                .returning(REVISION.c.number)
            ).scalar_one()
            _record(db, "confirmed", plan_id, str(number), at)
        return Revision(plan_id, number, _time(at), who, note)

    def revisions(self, plan_id: str) -> tuple[Revision, ...]:
        """All confirmed states of a plan, oldest first."""
        query = select(REVISION.c.number, REVISION.c.confirmed_at, REVISION.c.confirmed_by, REVISION.c.note)
        query = query.where(REVISION.c.plan_id == plan_id).order_by(REVISION.c.number)
        with self._database.reading() as db:
            return tuple(
                Revision(plan_id, row.number, _time(row.confirmed_at), row.confirmed_by, row.note)
                for row in db.execute(query)
            )

    def revision_plan(self, plan_id: str, number: int) -> Plan:
        """The plan as it was confirmed under this number."""
        query = select(REVISION.c.document).where(REVISION.c.plan_id == plan_id, REVISION.c.number == number)
        return documents.read(self._document(query, plan_id))

    def record_issue(
        self, plan_id: str, revision: int, *, edition: str, recipient: str, sha256: str, now: datetime
    ) -> Issue:
        """Record that an edition of a confirmed revision was handed out.

        sha256: of the bytes of the PDF, 64 hexadecimal digits.
        """
        at = _stamp(now)
        with self._database.writing() as db:
            db.execute(
                insert(ISSUE).values(
                    plan_id=plan_id,
                    revision=revision,
                    edition=edition,
                    issued_at=at,
                    sha256=sha256,
                    recipient=recipient,
                )
            )
            _record(db, "issued", plan_id, f"{revision} {edition}", at)
        return Issue(plan_id, revision, edition, _time(at), sha256, recipient)

    def issues(self, plan_id: str) -> tuple[Issue, ...]:
        """All copies of a plan that were handed out, oldest first."""
        query = select(ISSUE).where(ISSUE.c.plan_id == plan_id).order_by(ISSUE.c.id)
        with self._database.reading() as db:
            return tuple(
                Issue(plan_id, row.revision, row.edition, _time(row.issued_at), row.sha256, row.recipient)
                for row in db.execute(query)
            )

    def events(self, plan_id: str) -> tuple[Event, ...]:
        """What was done with a plan, oldest first; saving a draft is not an event."""
        query = select(EVENT).where(EVENT.c.plan_id == plan_id).order_by(EVENT.c.id)
        with self._database.reading() as db:
            return tuple(Event(plan_id, _time(row.at), row.kind, row.detail) for row in db.execute(query))

    def _insert(self, plan: Plan, now: datetime, kind: str, detail: str) -> str:
        plan_id = str(uuid.uuid4())
        document = documents.write(plan)
        at = _stamp(now)
        with self._database.writing() as db:
            db.execute(
                insert(PLAN).values(id=plan_id, created_at=at, updated_at=at, archived=0, **_labels(plan))
            )
            db.execute(insert(DRAFT).values(plan_id=plan_id, document=document, saved_at=at))
            _record(db, kind, plan_id, detail, at)
        return plan_id

    def _document(self, query: Select[bytes], plan_id: str) -> bytes:
        with self._database.reading() as db:
            document = db.execute(query).scalar_one_or_none()
        if document is None:
            raise KeyError(plan_id)
        return document


def _save(db: Connection, plan_id: str, plan: Plan, document: bytes, at: str) -> None:
    labels = _labels(plan)
    done = db.execute(update(PLAN).where(PLAN.c.id == plan_id).values(updated_at=at, **labels))
    _expect_one(done.rowcount, plan_id)
    db.execute(update(DRAFT).where(DRAFT.c.plan_id == plan_id).values(document=document, saved_at=at))


def _record(db: Connection, kind: str, plan_id: str, detail: str, at: str) -> None:
    db.execute(insert(EVENT).values(at=at, kind=kind, plan_id=plan_id, detail=detail))


def _labels(plan: Plan) -> dict[str, str]:
    name, kana = plan.child.name or "", plan.child.name_kana or ""
    number = plan.meeting.plan_number or ""
    return {"name": name, "kana": kana, "number": number, "search_key": search_key(name, kana, number)}


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
        updated_at=_time(row.updated_at),
        archived=bool(row.archived),
        revision=row.revision,
    )


def _next_number(plan_id: str) -> Select[int]:
    return select(func.coalesce(func.max(REVISION.c.number), 0) + 1).where(REVISION.c.plan_id == plan_id)


def _expect_one(rows: int, plan_id: str) -> None:
    if rows != 1:
        raise KeyError(plan_id)


def _stamp(now: datetime) -> str:
    if now.tzinfo is None:
        raise ValueError("a time without a zone cannot be stored")
    return now.astimezone(UTC).isoformat(timespec="microseconds")


def _time(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)
