"""The copies handed out: numbered, with their basis and their bytes, and what became of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, Row, Select, and_, func, insert, select
from sqlalchemy.dialects.sqlite import insert as put

from evacplan.domain.copies import Basis, Collected, How, Issue, NewCopy, issued_words
from evacplan.domain.ledger import EventKind
from evacplan.store import ledger
from evacplan.store.database import Database
from evacplan.store.errors import DAMAGED
from evacplan.store.stamps import stamp, time
from evacplan.store.tables import COLLECTED, ISSUE, PAPER, REVISION


class CopyStore:
    """Copies of the plans by plan id. Times must know their zone; they come back in UTC.

    The bytes of every issued PDF are kept, once per content, so that an old edition can be printed again
    as it was. A PDF is compressed already and grows the store, and each backup of it, by its size: without
    photos 0.1 to 0.2 MB for an edition and 0.05 to 0.08 for a single sheet of the samples, 0.9 MB for ten
    copies that each have their own number printed on them.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_number(self, plan_id: str) -> int:
        """The number that the next copy of a plan gets, to be printed on it; the first has 1."""
        with self._database.reading() as db:
            return _next_number(db, plan_id)

    def record(
        self, plan_id: str, revision: int, copies: Sequence[NewCopy], now: datetime
    ) -> tuple[Issue, ...]:
        """Record that copies of a confirmed revision are handed out, all of them or none.

        Raises ValueError when a number printed on a copy is not the next one, or when a disaster exception
        has no reason; IntegrityError when there is no such revision.
        """
        at = stamp(now)
        with self._database.writing() as db:
            return tuple(_add(db, plan_id, revision, copy, at) for copy in copies)

    def issues(self, plan_id: str) -> tuple[Issue, ...]:
        """All copies of a plan that were handed out, oldest first."""
        with self._database.reading() as db:
            return tuple(_issue(row) for row in db.execute(_issues(plan_id)))

    def out(
        self, plan_id: str, editions: Collection[str] = (), recipient: str | None = None
    ) -> tuple[Issue, ...]:
        """The copies that nobody has collected, such as those to collect after consent is withdrawn.

        editions: of these papers only, all when empty. recipient: None for all. By recipient and paper.
        """
        return _by_recipient(
            issue
            for issue in self.issues(plan_id)
            if issue.is_out
            and (not editions or issue.edition in editions)
            and (recipient is None or issue.recipient == recipient)
        )

    def outdated(self, plan_id: str) -> tuple[Issue, ...]:
        """The copies of older versions than the latest that nobody has collected, by recipient and paper."""
        query = select(func.max(REVISION.c.number)).where(REVISION.c.plan_id == plan_id)
        with self._database.reading() as db:
            latest = db.execute(query).scalar_one() or 0
        return tuple(issue for issue in self.out(plan_id) if issue.revision < latest)

    def collect(self, issue_ids: Sequence[int], how: How, now: datetime) -> None:
        """Record what became of copies. What was said before stays; the latest counts."""
        at = stamp(now)
        with self._database.writing() as db:
            for issue_id in issue_ids:
                found = db.execute(select(ISSUE.c.plan_id, ISSUE.c.copy).where(ISSUE.c.id == issue_id)).one()
                db.execute(insert(COLLECTED).values(issue_id=issue_id, at=at, how=how.value))
                ledger.record(db, EventKind.COLLECTED, found.plan_id, at, f"{found.copy} {how.value}")

    def pdf(self, issue: Issue) -> bytes | None:
        """The bytes of a copy as it was handed out; None for one recorded before bytes were kept.

        Raises DamagedError when they are not what was handed out.
        """
        with self._database.reading() as db:
            kept = db.execute(select(PAPER.c.pdf).where(PAPER.c.sha256 == issue.sha256)).scalar_one_or_none()
        if kept is not None and sha256(kept).hexdigest() != issue.sha256:
            raise DAMAGED.error("渡した紙を、そのままの形では取り出せませんでした。")
        return kept


def _add(db: Connection, plan_id: str, revision: int, copy: NewCopy, at: str) -> Issue:
    number = _next_number(db, plan_id)
    if copy.copy not in (None, number):
        raise ValueError("the number of this copy is not the next one")
    if copy.basis is Basis.DISASTER and not copy.reason.strip():
        raise ValueError("a disaster exception has a reason")
    digest = sha256(copy.pdf).hexdigest()
    db.execute(put(PAPER).values(sha256=digest, pdf=copy.pdf).on_conflict_do_nothing())
    issue = {
        "plan_id": plan_id,
        "revision": revision,
        "edition": copy.edition,
        "issued_at": at,
        "sha256": digest,
        "recipient": copy.recipient,
        "copy": number,
        "basis": copy.basis.value,
        "reason": copy.reason.strip(),
    }
    issue_id = db.execute(insert(ISSUE).values(issue).returning(ISSUE.c.id)).scalar_one()
    recorded = _issue(db.execute(_issues(plan_id).where(ISSUE.c.id == issue_id)).one())
    ledger.record(db, EventKind.ISSUED, plan_id, at, issued_words(recorded, copy.second))
    if copy.basis is Basis.DISASTER:
        ledger.record(db, EventKind.DISASTER, plan_id, at, str(number))
    return recorded


def _next_number(db: Connection, plan_id: str) -> int:
    last = select(func.coalesce(func.max(ISSUE.c.copy), 0)).where(ISSUE.c.plan_id == plan_id)
    return int(db.execute(last).scalar_one()) + 1


def _issues(plan_id: str) -> Select[tuple[object, ...]]:
    later = COLLECTED.alias("later")
    newest = select(func.max(later.c.id)).where(later.c.issue_id == ISSUE.c.id).scalar_subquery()
    joined = ISSUE.outerjoin(COLLECTED, and_(COLLECTED.c.id == newest))
    columns = (*ISSUE.c, COLLECTED.c.at.label("collected_at"), COLLECTED.c.how)
    return select(*columns).select_from(joined).where(ISSUE.c.plan_id == plan_id).order_by(ISSUE.c.id)


def _issue(row: Row[tuple[object, ...]]) -> Issue:
    return Issue(
        id=row.id,
        plan_id=row.plan_id,
        revision=row.revision,
        edition=row.edition,
        issued_at=time(row.issued_at),
        sha256=row.sha256,
        recipient=row.recipient,
        copy=row.copy,
        basis=Basis(row.basis) if row.basis is not None else None,
        reason=row.reason,
        collected=Collected(time(row.collected_at), How(row.how)) if row.how is not None else None,
    )


def _by_recipient(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    return tuple(sorted(issues, key=lambda issue: (issue.recipient, issue.edition, issue.copy)))
