"""The plans of an open store: each change with the time it is made, and a row in the ledger."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Self

from evacplan.domain.errors import UserError
from evacplan.domain.ledger import EventKind
from evacplan.ui.ports import DamagedStoreError, WrongPassphraseError

if TYPE_CHECKING:
    # Each of these takes a tenth of a second; the window for the passphrase is there before.
    from pathlib import Path

    from evacplan.backup_keeper import BackupKeeper
    from evacplan.domain.copies import How, Issue, NewCopy
    from evacplan.domain.ledger import Entry, Fault
    from evacplan.domain.occasion import Occasion
    from evacplan.domain.plan import Plan
    from evacplan.store.agenda import Homework, Review
    from evacplan.store.database import Database
    from evacplan.store.records import PlanEntry, Revision
    from evacplan.store.sitting import Recovered
    from evacplan.vault import Held

log = logging.getLogger(__name__)


class OpenPlans:
    """The plans of an open store, each change with the time it is made."""

    def __init__(self, database: Database, keeper: BackupKeeper | None = None) -> None:
        """The store as it is: see `begin` and `read`."""
        from evacplan.store.code_sheet import CodeSheet  # noqa: PLC0415  (SQLAlchemy)
        from evacplan.store.copies import CopyStore  # noqa: PLC0415  (the same)
        from evacplan.store.ledger import Ledger  # noqa: PLC0415  (the same)
        from evacplan.store.plans import PlanStore  # noqa: PLC0415  (the same)
        from evacplan.store.sitting import Sitting  # noqa: PLC0415  (the same)

        self._database = database
        self._store = PlanStore(database)
        self._copies = CopyStore(database)
        self._ledger = Ledger(database)
        self._sitting = Sitting(database)
        self._code_sheet = CodeSheet(database)
        self._keeper = keeper
        self._owed: list[tuple[EventKind, str | None, datetime, str]] = []
        self._is_changed = False
        self._is_open = True
        self.held: Held | None = None

    def begin(self, *, anew: bool = False) -> None:
        """Go on where a killed run left off. anew: another file was put in place of the one it worked on."""
        self._ledger.settle(_now())
        self._sitting.begin(_now(), anew=anew)

    def read(self, held: Held) -> Self:
        """Change nothing, for somebody else has the store open."""
        self.held = held
        return self

    def entries(self, search: str = "", *, archived: bool = False) -> Sequence[PlanEntry]:
        return self._store.entries(search, archived=archived)

    def homework(self) -> Sequence[Homework]:
        from evacplan.store import agenda  # noqa: PLC0415  (SQLAlchemy)

        return agenda.homework(self._database)

    def reviews_due(self, until: date) -> Sequence[Review]:
        from evacplan.store import agenda  # noqa: PLC0415  (SQLAlchemy)

        return agenda.reviews(self._database, until)

    def has_due(self, until: date) -> bool:
        from evacplan.store import agenda  # noqa: PLC0415  (SQLAlchemy)

        return agenda.has_due(self._database, until)

    def create(self, plan: Plan, *, imported: bool = False) -> str:
        self._is_changed = True
        return self._store.create(plan, _now(), imported=imported)

    def duplicate(self, plan_id: str) -> str:
        self._is_changed = True
        return self._store.duplicate(plan_id, _now())

    def archive(self, plan_id: str, flag: bool) -> None:
        self._is_changed = True
        self._store.archive(plan_id, flag, _now())

    def draft(self, plan_id: str) -> Plan:
        return self._store.draft(plan_id)

    def save_draft(self, plan_id: str, plan: Plan) -> None:
        self._is_changed = True
        self._store.save_draft(plan_id, plan, _now())

    def confirm(
        self, plan_id: str, plan: Plan, who: str, note: str, *, occasion: Occasion | None = None
    ) -> int:
        self._is_changed = True
        return self._store.confirm(plan_id, plan, who, note, _now(), occasion=occasion).number

    def confirmed(self, plan_id: str) -> tuple[int, Plan] | None:
        revisions = self._store.revisions(plan_id)
        if not revisions:
            return None
        number = revisions[-1].number
        return number, self._store.revision_plan(plan_id, number)

    def revisions(self, plan_id: str) -> Sequence[Revision]:
        return self._store.revisions(plan_id)

    def revision_plan(self, plan_id: str, number: int) -> Plan:
        return self._store.revision_plan(plan_id, number)

    def issued_before(self, plan_id: str, revision: int | None) -> Plan | None:
        numbers = [issue.revision for issue in self.issues(plan_id)]
        earlier = [number for number in numbers if revision is None or number < revision]
        return self._store.revision_plan(plan_id, max(earlier)) if earlier else None

    def next_copy_number(self, plan_id: str) -> int:
        return self._copies.next_number(plan_id) if self.held is None else 0

    def record_copies(self, plan_id: str, revision: int, copies: Sequence[NewCopy]) -> Sequence[Issue]:
        if self.held is not None:
            return ()
        self._is_changed = True
        return self._copies.record(plan_id, revision, copies, _now())

    def issues(self, plan_id: str) -> Sequence[Issue]:
        return self._copies.issues(plan_id)

    def outdated(self, plan_id: str) -> Sequence[Issue]:
        return self._copies.outdated(plan_id)

    def copies_out(
        self, plan_id: str, editions: Collection[str] = (), recipient: str | None = None
    ) -> Sequence[Issue]:
        return self._copies.out(plan_id, editions, recipient)

    def collect(self, issue_ids: Sequence[int], how: How) -> None:
        self._is_changed = True
        self._copies.collect(issue_ids, how, _now())

    def issued_pdf(self, issue: Issue) -> bytes | None:
        return self._copies.pdf(issue)

    @property
    def who(self) -> str:
        return self._ledger.who

    def name_who(self, who: str) -> None:
        self._ledger.name(who)

    def note(self, kind: EventKind, plan_id: str | None, detail: str = "") -> None:
        if self.held is None:
            self._owed.append((kind, plan_id, _now(), detail))
            with _not_in_the_way():
                self._pay()

    def settle(self) -> None:
        if self.held is None:
            with _not_in_the_way():
                self._pay()
                self._ledger.settle(_now())

    def _pay(self) -> None:
        """Write the rows that the ledger could not take when they were due, in their order."""
        while self._owed:
            self._ledger.note(*self._owed[0])
            del self._owed[0]

    def recovered(self) -> Sequence[Recovered]:
        return self._sitting.recovered() if self.held is None else ()

    def swap_recovered(self, plan_id: str) -> None:
        self._is_changed = True
        self._sitting.swap(plan_id, _now())
        self._store.forget()

    def keep_recovered(self, plan_id: str) -> None:
        self._sitting.answer(plan_id)

    def ledger(self, plan_id: str | None = None) -> Sequence[Entry]:
        return self._ledger.entries(plan_id)

    def ledger_fault(self, *, whole: bool = False) -> Fault | None:
        return self._ledger.fault() if whole else self._ledger.fault_at_end()

    @property
    def is_changed(self) -> bool:
        return self._is_changed

    def back_up(self, *, at_once: bool = False, by_hand: bool = False) -> str:
        if self._keeper is None or self.held is not None:
            return ""
        problem = self._keeper.run(self._database, at_once=at_once or by_hand)
        if by_hand and self._keeper.made:
            self.note(EventKind.BACKED_UP, None, self._keeper.made)
        return problem

    def write_spare(self, folder: Path, plan_id: str, plan: Plan) -> str:
        from evacplan.store.spare import write_spare  # noqa: PLC0415  (SQLAlchemy)

        known = self._keeper.folders if self._keeper is not None else ()
        name = write_spare(self._database, folder, plan_id, plan, _now(), known=known).name
        self.note(EventKind.SPARE_WRITTEN, plan_id, name)
        return name

    @property
    def code_is_on_paper(self) -> bool:
        return self.held is not None or self._code_sheet.is_put_away

    def code_shown(self) -> None:
        """A code was made that nobody has on paper yet."""
        self._code_sheet.shown()

    def code_put_away(self) -> None:
        self._code_sheet.put_away()

    @property
    def code_number(self) -> int:
        return self._database.header.code_number

    def prove(self, passphrase: str) -> None:
        with told_under_the_field():
            self._database.prove(passphrase)

    def change_passphrase(self, old: str, new: str) -> None:
        with told_under_the_field():
            self._database.change_passphrase(old, new)
        self.note(EventKind.PASSPHRASE_CHANGED, None)

    def renew_code(self, passphrase: str) -> str:
        with told_under_the_field():
            code = self._database.renew_code(passphrase)
        self._code_sheet.shown()
        self.note(EventKind.CODE_RENEWED, None, str(self.code_number))
        return code

    def close(self) -> None:
        if not self._is_open:
            return
        self._is_open = False
        self._store.forget()
        try:
            self.settle()
            if self.held is None:
                self._sitting.end()
        except UserError as error:
            # The next opening then says that this one broke off; nothing else comes of it.
            log.warning("the sitting did not end", exc_info=error)
        finally:
            self._database.close()


def load() -> None:
    """Load what an open store needs."""
    from evacplan.store import agenda, code_sheet, copies, database, ledger, plans, sitting  # noqa: F401, PLC0415


@contextlib.contextmanager
def told_under_the_field() -> Iterator[None]:
    """Within it, a secret that does not fit and a damaged store are told as the window wants it."""
    from evacplan.store.errors import DamagedError, WrongKeyError  # noqa: PLC0415  (SQLAlchemy and SQLCipher)
    from evacplan.store.recovery_code import CodeTypoError  # noqa: PLC0415  (the same)

    try:
        yield
    except (WrongKeyError, CodeTypoError) as error:
        raise WrongPassphraseError(error.what, why=error.why, do=error.do) from error
    except DamagedError as error:
        raise DamagedStoreError(error.what, why=error.why, do=error.do) from error


@contextlib.contextmanager
def _not_in_the_way() -> Iterator[None]:
    """Within it, a row that the ledger cannot take now keeps nobody from reading a plan or leaving it.

    What was changed stays with the store, a row in memory, and both are told later.
    """
    try:
        yield
    except UserError as error:
        log.warning("ledger not written", exc_info=error)


def _now() -> datetime:
    return datetime.now(UTC)
