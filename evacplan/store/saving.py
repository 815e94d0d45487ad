"""The draft in the store: what every change of it does, within the transaction of that change."""

from __future__ import annotations

from sqlalchemy import Connection, exists, insert, literal, select, update

from evacplan.domain.plan import Plan
from evacplan.store import ledger
from evacplan.store.search import search_key
from evacplan.store.tables import DRAFT, OPENED_DRAFT, PLAN


def save(
    db: Connection, plan_id: str, plan: Plan, at: str, *, document: bytes, paths: frozenset[str]
) -> None:
    """Replace the draft and the labels in the list of plans. paths: what that changes, for the ledger.

    A plan_id that does not exist raises KeyError.
    """
    keep_as_opened(db, plan_id)
    done = db.execute(update(PLAN).where(PLAN.c.id == plan_id).values(updated_at=at, **labels(plan)))
    expect_one(done.rowcount, plan_id)
    db.execute(update(DRAFT).where(DRAFT.c.plan_id == plan_id).values(document=document, saved_at=at))
    ledger.note_changes(db, plan_id, paths, at)


def keep_as_opened(db: Connection, plan_id: str) -> None:
    """Keep the draft as it was before the first change of this sitting, see `sitting`."""
    is_kept = exists(select(literal(1)).select_from(OPENED_DRAFT).where(OPENED_DRAFT.c.plan_id == plan_id))
    draft = select(DRAFT.c.plan_id, DRAFT.c.document).where(DRAFT.c.plan_id == plan_id, ~is_kept)
    db.execute(insert(OPENED_DRAFT).from_select(["plan_id", "document"], draft))


def labels(plan: Plan) -> dict[str, str]:
    """What the list of plans shows and is searched by."""
    name, kana = plan.child.name or "", plan.child.name_kana or ""
    number = plan.meeting.plan_number or ""
    return {"name": name, "kana": kana, "number": number, "search_key": search_key(name, kana, number)}


def expect_one(rows: int, plan_id: str) -> None:
    """Refuse a plan that does not exist."""
    if rows != 1:
        raise KeyError(plan_id)
