"""The real objects behind the window: the store, the printing press, files and the clock."""

from __future__ import annotations

import contextlib
import logging
import platform
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from evacplan.domain.errors import UserError
from evacplan.domain.ledger import EventKind
from evacplan.system.files import write_whole
from evacplan.system.paths import ShippedPaths
from evacplan.ui.ports import BackupLine, DamagedStoreError, OpenedBackup, Plans, WrongPassphraseError
from evacplan.ui.print_choice import PrintChoices

if TYPE_CHECKING:
    # Each of these takes a tenth of a second; the window for the passphrase is there before.
    from evacplan.backup_keeper import BackupKeeper
    from evacplan.consequence import Consequence
    from evacplan.domain.copies import How, Issue, NewCopy
    from evacplan.domain.ledger import Entry, Fault
    from evacplan.domain.legal import Refusal
    from evacplan.domain.occasion import Occasion
    from evacplan.domain.plan import Plan
    from evacplan.form.advice_view import AdviceView
    from evacplan.form.exchange_slip import Exchange
    from evacplan.form.freshness import ShelfLife
    from evacplan.form.papers import CopyMark, Paper
    from evacplan.form.postal import Address, PostalCodes
    from evacplan.form.rundown_view import Asked, RunDownView
    from evacplan.form.spec import Form
    from evacplan.form.spellings import Unprintable
    from evacplan.press import Press
    from evacplan.store.agenda import Homework, Review
    from evacplan.store.database import Database
    from evacplan.store.lock import Holder
    from evacplan.store.records import PlanEntry, Revision
    from evacplan.store.sitting import Recovered
    from evacplan.ui.consequence import ConsequenceView

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
        self._is_changed = False
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
            with _not_in_the_way():
                self._ledger.note(kind, plan_id, _now(), detail)

    def settle(self) -> None:
        if self.held is None:
            with _not_in_the_way():
                self._ledger.settle(_now())

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

    def back_up(self, *, at_once: bool = False) -> str:
        if self._keeper is None or self.held is not None:
            return ""
        return self._keeper.run(self._database, at_once=at_once)

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

    def change_passphrase(self, old: str, new: str) -> None:
        with _told_under_the_field():
            self._database.change_passphrase(old, new)
        self.note(EventKind.PASSPHRASE_CHANGED, None)

    def renew_code(self, passphrase: str) -> str:
        with _told_under_the_field():
            code = self._database.renew_code(passphrase)
        self._code_sheet.shown()
        self.note(EventKind.CODE_RENEWED, None, str(self.code_number))
        return code

    def close(self) -> None:
        self.settle()
        self._store.forget()
        try:
            if self.held is None:
                self._sitting.end()
        except UserError as error:
            # The next opening then says that this one broke off; nothing else comes of it.
            log.warning("the sitting did not end", exc_info=error)
        finally:
            self._database.close()


@dataclass(frozen=True, slots=True)
class Held:
    """Who has the store open for changes; None and "" where that is not known. is_here: on this machine."""

    since: datetime | None = None
    machine: str = ""
    user: str = ""
    is_here: bool = True


def who_has(store: Path) -> Held:
    """Who has a store open, as far as that process left word of itself."""
    from evacplan.store.lock import read_holder  # noqa: PLC0415  (SQLCipher)

    return _held(read_holder(store))


class StoreVault:
    """The encrypted store at a path. keeper: of its backups; None: there are none, as of the samples.

    seat: takes the right to be the one copy of the app that changes the store, where a copy has it not yet;
    whether it has it then.
    """

    def __init__(
        self, path: Path, keeper: BackupKeeper | None = None, seat: Callable[[], bool] = lambda: True
    ) -> None:
        self._path = path
        self._keeper = keeper
        self._seat = seat
        self._is_replaced = False

    @property
    def second_folder(self) -> Path | None:
        return self._keeper.second if self._keeper is not None else None

    def choose_second_folder(self, folder: Path | None) -> str:
        return self._keeper.choose(folder) if self._keeper is not None else ""

    @property
    def exists(self) -> bool:
        return self._path.exists()

    def create(self, passphrase: str) -> tuple[Plans, str]:
        """A new store and its recovery code; raises UserError."""
        from evacplan.store import database  # noqa: PLC0415  (SQLAlchemy and SQLCipher)

        if not self._seat():
            raise _begun_elsewhere()
        made, code = database.create(self._path, passphrase)
        plans = self._opened(made)
        plans.code_shown()
        return plans, code

    def open(self, passphrase: str) -> Plans:
        """The store, to read while others have it; raises WrongPassphraseError, else UserError."""
        from evacplan.store import database  # noqa: PLC0415  (SQLAlchemy and SQLCipher)
        from evacplan.store.lock import InUseError  # noqa: PLC0415  (the same)
        from evacplan.store.secret import Secret  # noqa: PLC0415  (the same)

        with _told_under_the_field():
            try:
                if self._seat():
                    return self._opened(database.open(self._path, passphrase))
                held = who_has(self._path)
            except InUseError as error:
                held = _held(error.holder)
            return OpenPlans(database.open_to_read(self._path, Secret.of_passphrase(passphrase))).read(held)

    def held(self) -> Held | None:
        """Who has the store open at this moment; None: it can be opened for changes."""
        from evacplan.store.lock import InUseError, StoreLock  # noqa: PLC0415  (SQLCipher)

        if not self._seat():
            return who_has(self._path)
        try:
            StoreLock.take(self._path).release()
        except InUseError as error:
            return _held(error.holder)
        return None

    def recover(self, code: str, passphrase: str) -> Plans:
        """The store by its recovery code, with a new passphrase; raises as `open`."""
        from evacplan.store import database  # noqa: PLC0415  (SQLAlchemy and SQLCipher)

        with _told_under_the_field():
            found = database.open_with_code(self._path, code)
        try:
            found.replace_passphrase(code, passphrase)
        except BaseException:
            found.close()
            raise
        plans = self._opened(found)
        plans.note(EventKind.PASSPHRASE_CHANGED, None)
        # Whoever typed it has it on paper.
        plans.code_put_away()
        return plans

    def backups(self) -> Sequence[BackupLine]:
        from evacplan import restoring  # noqa: PLC0415  (SQLAlchemy and SQLCipher)

        return restoring.known(self._keeper.folders) if self._keeper is not None else ()

    def look(self, backup: Path | None, typed: str, *, is_code: bool = False) -> OpenedBackup:
        """A backup, or the latest good one; raises WrongPassphraseError or UserError."""
        from evacplan import restoring  # noqa: PLC0415  (SQLAlchemy and SQLCipher)
        from evacplan.store.secret import Secret  # noqa: PLC0415  (the same)

        folders = self._keeper.folders if self._keeper is not None else (self._path.parent,)
        with _told_under_the_field():
            secret = Secret.of_code(typed) if is_code else Secret.of_passphrase(typed)
            return restoring.look(backup, secret, self._path, folders, self._replaced)

    def _replaced(self) -> None:
        self._is_replaced = True

    def _opened(self, database: Database) -> OpenPlans:
        plans, anew = OpenPlans(database, self._keeper), self._is_replaced
        try:
            plans.begin(anew=anew)
        except BaseException:
            database.close()
            raise
        self._is_replaced = False
        return plans


class AppServices:
    """What the pages ask for beside the plans."""

    def __init__(self, vault: StoreVault, shipped: ShippedPaths, banner: str = "") -> None:
        self.vault = vault
        self.banner = banner
        self.print_choices = PrintChoices()
        self._shipped = shipped

    @cached_property
    def _press(self) -> Press:
        from evacplan.press import Press  # noqa: PLC0415  (ReportLab and the fonts)

        return Press(self._shipped.forms, self._shipped.fonts)

    @property
    def form(self) -> Form:
        return self._press.words.form

    @property
    def shelf_life(self) -> ShelfLife:
        return self._press.shelf_life

    @cached_property
    def _postal_codes(self) -> PostalCodes:
        from evacplan.form.postal import PostalCodes  # noqa: PLC0415  (only when a code is typed)

        return PostalCodes(self._shipped.catalog)

    def addresses(self, code: str) -> Sequence[Address]:
        """The towns of a postal code."""
        return self._postal_codes.find(code)

    def today(self) -> date:
        return datetime.now().astimezone().date()

    def read_plan(self, path: Path) -> Plan:
        """The plan of a plan document; raises UserError."""
        from evacplan.exchange.plan_file import read_plan  # noqa: PLC0415  (the whole model)

        return read_plan(path)

    def write_plan(self, path: Path, plan: Plan) -> None:
        """Write a plan document; raises UserError."""
        from evacplan.domain import document  # noqa: PLC0415  (the whole model)

        self.write(path, document.dumps(plan))

    def write(self, path: Path, data: bytes) -> None:
        """Write a file whole or not at all; raises UserError."""
        try:
            write_whole(path, data)
        except OSError as error:
            raise UserError(
                "ファイルを保存できませんでした。",
                why="その場所には書き込めないか、空きが足りません。",
                do="別の場所を選んで、もう一度保存してください。",
            ) from error

    def paper_title(self, paper: Paper) -> str:
        """What a paper is called."""
        return self._press.words.paper_title(paper)

    def unprintable(self, plan: Plan) -> Sequence[Unprintable]:
        """The characters of the plan that no font prints in the shape meant."""
        return self._press.unprintable(plan)

    def render(
        self,
        plan: Plan,
        paper: Paper,
        *,
        confirmed: bool,
        previous: Plan | None,
        copy: CopyMark | None = None,
    ) -> bytes:
        """The PDF of a paper; raises UserError when it is refused."""
        return self._press.print(plan, paper, self.today(), confirmed=confirmed, previous=previous, copy=copy)

    def refused(self, refusal: Refusal) -> UserError:
        """Why a paper may not be handed to somebody, what to do, and what to say to the family."""
        from evacplan.form.handing_out import told  # noqa: PLC0415  (the words)

        return told(self._press.words.sentences, refusal)

    def exchange_slip(self, plan: Plan, version: int, exchanges: Sequence[Exchange]) -> bytes:
        """The PDF that asks for old copies, a page for each recipient."""
        return self._press.exchange_slip(plan, version, exchanges)

    def locked(self, pdf: bytes, password: str) -> bytes:
        """A PDF that opens only with the password; raises UserError."""
        from evacplan.locked_pdf import locked  # noqa: PLC0415  (pypdf)

        return locked(pdf, password)

    def ledger_files(self, plans: Plans, plan_id: str | None) -> Mapping[str, bytes]:
        """The ledger and the register of copies as CSV by the names of the files."""
        from evacplan.exchange.ledger_csv import copies_csv, ledger_csv  # noqa: PLC0415  (when asked for)
        from evacplan.form.papers import Paper  # noqa: PLC0415  (the form)

        lines = (*plans.entries(), *plans.entries(archived=True))
        numbers = {line.plan_id: line.number for line in lines}
        titles = {paper.value: self.paper_title(paper) for paper in Paper}
        wanted = sorted(numbers) if plan_id is None else [plan_id]
        issues = [issue for each in wanted for issue in plans.issues(each)]
        day, zone = f"{self.today():%Y%m%d}", datetime.now().astimezone().tzinfo
        return {
            f"台帳-{day}.csv": ledger_csv(plans.ledger(plan_id), numbers, zone),
            f"控え台帳-{day}.csv": copies_csv(issues, numbers, titles, zone),
        }

    def ledger_fault_words(self, fault: Fault) -> str:
        """What is wrong with the ledger, and where."""
        from evacplan.exchange.ledger_csv import fault_in_words  # noqa: PLC0415  (when asked for)

        return fault_in_words(fault)

    def recovery_sheet(self, code: str, number: int) -> bytes:
        """The sheet with a recovery code as a PDF."""
        return self._press.recovery_sheet(code, number, self.today())

    def blank_titles(self) -> Sequence[tuple[str, str]]:
        """The name of each blank form and what it is called."""
        from evacplan.blank_forms import titles  # noqa: PLC0415  (ReportLab)

        return tuple(titles(self._press))

    def blank_form(self, name: str) -> bytes:
        """The PDF of a blank form to fill in with a pen."""
        from evacplan.blank_forms import blank_pdf  # noqa: PLC0415  (ReportLab)

        return blank_pdf(self._press, name)

    def consequence(self, plan: Plan) -> ConsequenceView:
        """What the plan means so far."""
        return self._consequence(plan, self.today())

    def run_down(self, plan: Plan, asked: Asked) -> RunDownView:
        """At which hour what stops."""
        from evacplan.form.rundown_view import rundown_view  # noqa: PLC0415  (the run-down)

        found = self._consequence.figures(plan, self.today())
        return rundown_view(self._press.teller(plan, found), asked)

    def advice(self, plan: Plan) -> AdviceView:
        """What would last longer, and what to do at which hour."""
        from evacplan.form.advice_view import advice_view  # noqa: PLC0415  (the levers)

        found = self._consequence.figures(plan, self.today())
        return advice_view(self._press.advice_words, self._press.teller(plan, found))

    @cached_property
    def _consequence(self) -> Consequence:
        from evacplan.consequence import Consequence  # noqa: PLC0415  (Qt's widgets and the run-down)

        return Consequence(self._press)

    def forget(self) -> None:
        """Drop what is kept of the last plan, before the window is locked."""
        self._press.forget()
        self._consequence.forget()

    def warm_up(self) -> Iterator[None]:
        """Load in small steps what the first page does not need, while nobody waits for it."""
        from evacplan.store import database  # noqa: F401, PLC0415

        yield
        from evacplan.ui import open_plan  # noqa: F401, PLC0415

        yield
        _ = self.form
        yield
        from evacplan.ui import preview  # noqa: F401, PLC0415


@contextlib.contextmanager
def _told_under_the_field() -> Iterator[None]:
    """Within it, a secret that does not fit and a damaged store are told as the window wants it."""
    from evacplan.store.errors import DamagedError, WrongKeyError  # noqa: PLC0415  (SQLAlchemy and SQLCipher)
    from evacplan.store.recovery_code import CodeTypoError  # noqa: PLC0415  (the same)

    try:
        yield
    except (WrongKeyError, CodeTypoError) as error:
        raise WrongPassphraseError(error.what, why=error.why, do=error.do) from error
    except DamagedError as error:
        raise DamagedStoreError(error.what, why=error.why, do=error.do) from error


def _held(holder: Holder | None) -> Held:
    if holder is None:
        return Held()
    is_here = holder.machine in ("", platform.node())
    return Held(holder.since, holder.machine, holder.user, is_here)


def _begun_elsewhere() -> UserError:
    return UserError(
        "ここでは、まだ始められません。",
        why="もう1つの evacplan の画面が、同じ場所で開いています。",
        do="開いている方の画面で始めるか、そちらを閉じてから、もう一度お試しください。",
    )


@contextlib.contextmanager
def _not_in_the_way() -> Iterator[None]:
    """Within it, a row that the ledger cannot take now keeps nobody from reading a plan or leaving it.

    What was changed stays with the store and is told later.
    """
    try:
        yield
    except UserError as error:
        log.warning("ledger not written", exc_info=error)


def _now() -> datetime:
    return datetime.now(UTC)
