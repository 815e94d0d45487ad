"""The draft in the store: what every change of it does, within the transaction of that change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, bindparam, exists, insert, literal, select, update

from evacplan.store import agenda, ledger
from evacplan.store.search import search_key
from evacplan.store.tables import DRAFT, OPENED_DRAFT, PLAN

if TYPE_CHECKING:
    # Loads the whole model, which the list of plans does without.
    from evacplan.domain.plan import Plan

# Built once: to build them anew for each save takes longer than to run them.
_LABELS = update(PLAN).where(PLAN.c.id == bindparam("of"))
_DRAFT = update(DRAFT).where(DRAFT.c.plan_id == bindparam("of"))
_KEPT = select(literal(1)).select_from(OPENED_DRAFT).where(OPENED_DRAFT.c.plan_id == bindparam("of"))
_KEEP = insert(OPENED_DRAFT).from_select(
    ["plan_id", "document"],
    select(DRAFT.c.plan_id, DRAFT.c.document).where(DRAFT.c.plan_id == bindparam("of"), ~exists(_KEPT)),
)


def begin(db: Connection, plan_id: str, plan: Plan, at: str, *, document: bytes) -> None:
    """Put a new plan into the list, with its first draft."""
    db.execute(insert(PLAN).values(id=plan_id, created_at=at, updated_at=at, archived=0, **labels(plan)))
    db.execute(insert(DRAFT).values(plan_id=plan_id, document=document, saved_at=at))
    agenda.keep(db, plan_id, plan)
    keep_as_opened(db, plan_id)


def save(
    db: Connection, plan_id: str, plan: Plan, at: str, *, document: bytes, paths: frozenset[str]
) -> None:
    """Replace the draft and what the lists over all plans show of it. paths: what changes, for the ledger.

    A plan_id that does not exist raises KeyError.
    """
    keep_as_opened(db, plan_id)
    done = db.execute(_LABELS, {"of": plan_id, "updated_at": at, **labels(plan)})
    expect_one(done.rowcount, plan_id)
    db.execute(_DRAFT, {"of": plan_id, "document": document, "saved_at": at})
    agenda.keep(db, plan_id, plan)
    ledger.note_changes(db, plan_id, paths, at)


def keep_as_opened(db: Connection, plan_id: str) -> None:
    """Keep the draft as it was before the first change of this sitting, see `sitting`."""
    db.execute(_KEEP, {"of": plan_id})


def labels(plan: Plan) -> dict[str, str | None]:
    """What the lists over all plans show and search, and the day of the next review."""
    name, kana = plan.child.name or "", plan.child.name_kana or ""
    number = plan.meeting.plan_number or ""
    due = plan.review.review_due_on
    return {
        "name": name,
        "kana": kana,
        "number": number,
        "search_key": search_key(name, kana, number),
        "review_due_on": due.isoformat() if due is not None else None,
    }


def expect_one(rows: int, plan_id: str) -> None:
    """Refuse a plan that does not exist."""
    if rows != 1:
        raise KeyError(plan_id)
