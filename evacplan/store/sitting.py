"""One sitting: from opening the store to closing it, and what is left when it breaks off in between.

The first save of a plan keeps its draft of before in `opened_draft`, in the same transaction; closing the
store empties the table. Rows found at the next opening are therefore of a sitting that saved changes and
never ended. They move to `recovered`, where they stay until the user has answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Table, delete, insert, select, update

from evacplan.store import documents, saving
from evacplan.store.database import Database
from evacplan.store.stamps import stamp, time
from evacplan.store.tables import DRAFT, OPENED_DRAFT, PLAN, RECOVERED

KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Recovered:
    """A plan whose last sitting broke off. until: when it was last saved then.

    places: how many the draft and the state kept beside it differ in. went_back: whether the draft is the
    one of the opening again; what was typed then is kept beside it.
    """

    plan_id: str
    number: str
    name: str
    until: datetime
    places: int
    went_back: bool


class Sitting:
    """begin when the store was opened for changes, end when it is closed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, now: datetime, *, anew: bool = False) -> None:
        """Take what a broken sitting left. anew: forget it, for the file is not the one it was typed into."""
        if not self._has(OPENED_DRAFT) and not self._has(RECOVERED):
            return
        with self._database.writing() as db:
            if not anew:
                _recover(db)
            # A clock set back keeps them longer, which harms nobody.
            old = RECOVERED.c.until < stamp(now - KEPT)
            db.execute(delete(RECOVERED) if anew else delete(RECOVERED).where(old))
            db.execute(delete(OPENED_DRAFT))

    def end(self) -> None:
        """All is as the user left it; nothing is to be asked at the next opening."""
        if self._has(OPENED_DRAFT):
            with self._database.writing() as db:
                db.execute(delete(OPENED_DRAFT))

    def recovered(self) -> tuple[Recovered, ...]:
        """The plans to be asked about, the latest first."""
        query = (
            select(RECOVERED, PLAN.c.number, PLAN.c.name, DRAFT.c.document.label("draft"))
            .join(PLAN, PLAN.c.id == RECOVERED.c.plan_id)
            .join(DRAFT, DRAFT.c.plan_id == RECOVERED.c.plan_id)
            .order_by(RECOVERED.c.until.desc())
        )
        with self._database.reading() as db:
            rows = db.execute(query).all()
        return tuple(
            Recovered(
                row.plan_id,
                row.number,
                row.name,
                time(row.until),
                len(documents.changed(documents.read(row.document), documents.read(row.draft))),
                bool(row.went_back),
            )
            for row in rows
        )

    def swap(self, plan_id: str, now: datetime) -> None:
        """Let the draft and the state kept beside it change places; nothing of either is lost."""
        with self._database.writing() as db:
            kept, draft = db.execute(
                select(RECOVERED.c.document, DRAFT.c.document)
                .join(DRAFT, DRAFT.c.plan_id == RECOVERED.c.plan_id)
                .where(RECOVERED.c.plan_id == plan_id)
            ).one()
            plan = documents.read(kept)
            paths = documents.changed(documents.read(draft), plan)
            saving.save(db, plan_id, plan, stamp(now), document=documents.write(plan), paths=paths)
            kept_now = update(RECOVERED).where(RECOVERED.c.plan_id == plan_id)
            db.execute(kept_now.values(document=draft, went_back=1 - RECOVERED.c.went_back))

    def answer(self, plan_id: str) -> None:
        """Leave the draft as it is, and ask no more."""
        with self._database.writing() as db:
            db.execute(delete(RECOVERED).where(RECOVERED.c.plan_id == plan_id))

    def _has(self, table: Table) -> bool:
        with self._database.reading() as db:
            return db.execute(select(table.c.plan_id).limit(1)).scalar_one_or_none() is not None


def _recover(db: Connection) -> None:
    changed = (
        select(OPENED_DRAFT.c.plan_id, OPENED_DRAFT.c.document, DRAFT.c.saved_at)
        .join(DRAFT, DRAFT.c.plan_id == OPENED_DRAFT.c.plan_id)
        .where(DRAFT.c.document != OPENED_DRAFT.c.document)
    )
    for plan_id, document, until in db.execute(changed).all():
        db.execute(delete(RECOVERED).where(RECOVERED.c.plan_id == plan_id))
        db.execute(insert(RECOVERED).values(plan_id=plan_id, document=document, until=until, went_back=0))
