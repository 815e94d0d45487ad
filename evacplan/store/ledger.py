"""The ledger in the store: rows are added in the transaction of what they tell, and never change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as put

from evacplan.domain.ledger import Entry, EventKind, Fault, Head, first_fault, sealed, told
from evacplan.store.database import Database
from evacplan.store.stamps import stamp, time
from evacplan.store.tables import EVENT, LEDGER_HEAD, PENDING_CHANGE, SETTING

TOGETHER = timedelta(minutes=10)
_END = 50
_WHO = "who"
# Built once: every save runs them.
_KEEP = put(PENDING_CHANGE).on_conflict_do_nothing()
_FIRST = select(func.min(PENDING_CHANGE.c.at)).where(PENDING_CHANGE.c.plan_id == bindparam("of"))


class Ledger:
    """What was done, by whom and when, of every plan and of the store itself."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def who(self) -> str:
        """Who is written down from here on (記入者), "" while nobody gave a name."""
        with self._database.reading() as db:
            return _who(db)

    def name(self, who: str) -> None:
        """Write this name down from here on; it stays with the store."""
        row = put(SETTING).values(name=_WHO, value=who.strip())
        row = row.on_conflict_do_update(index_elements=["name"], set_={"value": row.excluded.value})
        with self._database.writing() as db:
            db.execute(row)

    def note(self, kind: EventKind, plan_id: str | None, now: datetime, detail: str = "") -> None:
        """Write down what no other table tells: opened, printed, exported, imported, restored.

        detail: identifiers, numbers and paths only.
        """
        with self._database.writing() as db:
            record(db, kind, plan_id, stamp(now), detail)

    def settle(self, now: datetime) -> None:
        """Write the changes that wait to be told together; to be called when a plan or the store is left."""
        at = stamp(now)
        with self._database.reading() as db:
            waiting = db.execute(select(PENDING_CHANGE.c.plan_id).distinct()).scalars().all()
        if waiting:
            with self._database.writing() as db:
                for plan_id in waiting:
                    _tell_changes(db, plan_id, at)

    def entries(self, plan_id: str | None = None) -> tuple[Entry, ...]:
        """All rows, or those of one plan, oldest first; changes not told yet are not among them."""
        query = _rows()
        if plan_id is not None:
            query = query.where(EVENT.c.plan_id == plan_id)
        with self._database.reading() as db:
            return tuple(_entry(row) for row in db.execute(query))

    def fault(self) -> Fault | None:
        """Where the ledger was first cut or edited, None when every row fits; reads all of it.

        What it cannot see says `evacplan.domain.ledger`.
        """
        with self._database.reading() as db:
            return first_fault((_entry(row) for row in db.execute(_rows())), _head(db))

    def fault_at_end(self) -> Fault | None:
        """As `fault`, of the last rows only: quick enough for each opening."""
        with self._database.reading() as db:
            head = _head(db)
            first = max(0, head.count - _END)
            found = [_entry(row) for row in db.execute(_rows().where(EVENT.c.number > first))]
        if first and not found:
            return first_fault(found, head, Head(first))
        # What the first of them follows is not read; `fault` compares it.
        return first_fault(found, head, Head(first, found[0].previous) if first else None)


def record(db: Connection, kind: EventKind, plan_id: str | None, at: str, detail: str = "") -> None:
    """Add a row, after the changes of that plan that wait; within the transaction of what it tells."""
    if plan_id is not None:
        _tell_changes(db, plan_id, at)
    _append(db, kind, plan_id, at, detail)


def note_changes(db: Connection, plan_id: str, paths: Iterable[str], at: str) -> None:
    """Keep the paths of a saved change, which become one row of the ledger every ten minutes at most."""
    rows = [{"plan_id": plan_id, "path": path, "at": at} for path in paths]
    if not rows:
        return
    db.execute(_KEEP, rows)
    first = db.execute(_FIRST, {"of": plan_id}).scalar_one()
    # A clock that was set back tells at once, rather than perhaps never.
    if abs(time(at) - time(first)) >= TOGETHER:
        _tell_changes(db, plan_id, at)


def _tell_changes(db: Connection, plan_id: str, at: str) -> None:
    taken = delete(PENDING_CHANGE).where(PENDING_CHANGE.c.plan_id == plan_id)
    paths = frozenset(db.execute(taken.returning(PENDING_CHANGE.c.path)).scalars())
    if paths:
        _append(db, EventKind.CHANGED, plan_id, at, told(paths))


def _append(db: Connection, kind: EventKind, plan_id: str | None, at: str, detail: str) -> None:
    entry = sealed(_head(db), at=at, who=_who(db), kind=kind.value, plan_id=plan_id, detail=detail)
    fields = {name: getattr(entry, name) for name in EVENT.c.keys()}  # noqa: SIM118  (columns, not a dict)
    db.execute(insert(EVENT).values(fields))
    done = db.execute(update(LEDGER_HEAD).values(count=entry.number, seal=entry.seal))
    if done.rowcount != 1:
        db.execute(insert(LEDGER_HEAD).values(id=1, count=entry.number, seal=entry.seal))


def _head(db: Connection) -> Head:
    row = db.execute(select(LEDGER_HEAD.c.count, LEDGER_HEAD.c.seal)).one_or_none()
    return Head(row[0], row[1]) if row is not None else Head()


def _who(db: Connection) -> str:
    found = db.execute(select(SETTING.c.value).where(SETTING.c.name == _WHO)).scalar_one_or_none()
    return found or ""


def _rows() -> Select[tuple[object, ...]]:
    return select(EVENT).order_by(EVENT.c.number)


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(**row._mapping)
