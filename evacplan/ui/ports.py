"""What the window needs of the rest of the app; `app.py` passes objects that fit."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from evacplan.domain.errors import UserError

if TYPE_CHECKING:
    # At run time these would load the whole model before the first window is there.
    from evacplan.domain.copies import How, Issue, NewCopy
    from evacplan.domain.ledger import Entry, EventKind, Fault
    from evacplan.domain.legal import Refusal
    from evacplan.domain.occasion import Occasion
    from evacplan.domain.plan import Plan
    from evacplan.domain.plan.meeting import Meeting
    from evacplan.form.advice_view import AdviceView
    from evacplan.form.change_walk import Changes
    from evacplan.form.device_hints import DeviceHints
    from evacplan.form.exchange_slip import Exchange
    from evacplan.form.freshness import ShelfLife
    from evacplan.form.languages import Language
    from evacplan.form.municipalities import Municipalities
    from evacplan.form.papers import CopyMark, Paper
    from evacplan.form.postal import Address
    from evacplan.form.rehearsal_words import RehearsalTeller
    from evacplan.form.rundown_view import Asked, RunDownView
    from evacplan.form.spec import Form
    from evacplan.form.spellings import Unprintable
    from evacplan.ui.consequence import ConsequenceView
    from evacplan.ui.language import LanguageChoice
    from evacplan.ui.pack_ports import Packs
    from evacplan.ui.print_choice import PrintChoices


class WrongPassphraseError(UserError):
    """The store is there but another passphrase or code opens it; said under the field."""


class DamagedStoreError(UserError):
    """The store cannot be trusted any more; a backup can take its place."""


class PlanLine(Protocol):
    """One plan of the list; labels are empty where nothing was typed yet."""

    @property
    def plan_id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def kana(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def updated_at(self) -> datetime: ...
    @property
    def archived(self) -> bool: ...
    @property
    def revision(self) -> int | None:
        """The number of the latest confirmed version."""


class RevisionLine(Protocol):
    """One confirmed version of a plan; it never changes."""

    @property
    def number(self) -> int: ...
    @property
    def confirmed_at(self) -> datetime: ...
    @property
    def confirmed_by(self) -> str: ...
    @property
    def note(self) -> str: ...
    @property
    def occasion(self) -> Occasion | None:
        """The meeting or call at which it was agreed."""


class HomeworkLine(Protocol):
    """An answer that is 未確認, with who finds out until when as far as it was agreed."""

    @property
    def plan_id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def whom(self) -> str: ...
    @property
    def until(self) -> date | None: ...


class ReviewLine(Protocol):
    """A plan that is to be reviewed by a day."""

    @property
    def plan_id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def due_on(self) -> date: ...


class HeldBy(Protocol):
    """Who has the store open for changes; None and "" where that is not known. is_here: on this machine."""

    @property
    def is_here(self) -> bool: ...
    @property
    def since(self) -> datetime | None: ...
    @property
    def machine(self) -> str: ...
    @property
    def user(self) -> str: ...


class RecoveredPlan(Protocol):
    """A plan whose last sitting broke off.

    until: when it was last saved then. places: how many its draft and the state kept beside it differ in.
    went_back: whether the draft is the one that sitting began with, and what was typed is kept beside it.
    """

    @property
    def plan_id(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def until(self) -> datetime: ...
    @property
    def places(self) -> int: ...
    @property
    def went_back(self) -> bool: ...


class Plans(Protocol):
    """The plans of an open store. Every method may raise UserError."""

    def entries(self, search: str = "", *, archived: bool = False) -> Sequence[PlanLine]:
        """The plans (or only the archived ones) that hold every word searched for, latest first."""

    def homework(self) -> Sequence[HomeworkLine]:
        """Every 未確認 of the plans on the list, the earliest day first."""

    def reviews_due(self, until: date) -> Sequence[ReviewLine]:
        """The plans on the list that are to be reviewed up to a day."""

    def has_due(self, until: date) -> bool:
        """Whether homework or a review of a plan on the list has a day up to this one."""

    def create(self, plan: Plan, *, imported: bool = False) -> str:
        """The id of a new plan. imported: whether it came from a file."""

    def duplicate(self, plan_id: str) -> str:
        """The id of a copy without versions of its own."""

    def archive(self, plan_id: str, flag: bool) -> None:
        """Take a plan off the list or put it back."""

    def draft(self, plan_id: str) -> Plan:
        """The plan as last saved."""

    def save_draft(self, plan_id: str, plan: Plan) -> None:
        """Keep the draft; it is on disk when this returns."""

    def confirm(
        self, plan_id: str, plan: Plan, who: str, note: str, *, occasion: Occasion | None = None
    ) -> int:
        """Keep the plan for ever as the next version; returns its number."""

    def confirmed(self, plan_id: str) -> tuple[int, Plan] | None:
        """The latest version with its number, None before the first."""

    def issued_before(self, plan_id: str, revision: int | None) -> Plan | None:
        """The latest version handed out before this one (None: of all), None when there is none."""

    def revisions(self, plan_id: str) -> Sequence[RevisionLine]:
        """All versions, oldest first."""

    def revision_plan(self, plan_id: str, number: int) -> Plan:
        """The plan as it was confirmed under this number."""

    def next_copy_number(self, plan_id: str) -> int:
        """The number to print on the next copy of a plan (控え番号); 0 while others have the store."""

    def record_copies(self, plan_id: str, revision: int, copies: Sequence[NewCopy]) -> Sequence[Issue]:
        """Note that copies of a version were handed out, all or none, and keep their bytes.

        While others have the store nothing is noted.
        """

    def issues(self, plan_id: str) -> Sequence[Issue]:
        """All copies that were handed out, oldest first."""

    def outdated(self, plan_id: str) -> Sequence[Issue]:
        """The copies of older versions that nobody has collected, by recipient and paper."""

    def copies_out(
        self, plan_id: str, editions: Collection[str] = (), recipient: str | None = None
    ) -> Sequence[Issue]:
        """The copies that nobody has collected, of these papers and this recipient, or of all."""

    def collect(self, issue_ids: Sequence[int], how: How) -> None:
        """Note what became of copies."""

    def issued_pdf(self, issue: Issue) -> bytes | None:
        """A copy byte for byte as it was handed out; None for one from before bytes were kept."""

    @property
    def who(self) -> str:
        """Who is written down in the ledger (記入者), "" while nobody gave a name."""

    def name_who(self, who: str) -> None:
        """Write this name down from here on; the store remembers it."""

    def note(self, kind: EventKind, plan_id: str | None, detail: str = "") -> None:
        """Write into the ledger what nothing else tells it. detail: numbers and paths, never a value."""

    def settle(self) -> None:
        """A plan is left: write its changes into the ledger now."""

    def ledger(self, plan_id: str | None = None) -> Sequence[Entry]:
        """What was done, with one plan or with all and the store, oldest first."""

    def ledger_fault(self, *, whole: bool = False) -> Fault | None:
        """Where the ledger was first cut or edited; of its last rows only unless the whole is asked for."""

    @property
    def is_changed(self) -> bool:
        """Whether anything was changed since the store was opened."""

    def back_up(self, *, at_once: bool = False) -> str:
        """Back up where there is none of today, or everywhere; what is wrong in words, "" if all is well."""

    def write_spare(self, folder: Path, plan_id: str, plan: Plan) -> str:
        """Write a backup with this draft in it, for words that the store does not take; its file name.

        Raises UserError.
        """

    @property
    def held(self) -> HeldBy | None:
        """Who else has the store, so that it can only be read; None: it can be changed."""

    def recovered(self) -> Sequence[RecoveredPlan]:
        """The plans whose last sitting broke off, until the user has answered."""

    def swap_recovered(self, plan_id: str) -> None:
        """Let the draft and the state kept beside it change places, any number of times."""

    def keep_recovered(self, plan_id: str) -> None:
        """Leave the draft as it is, and ask no more."""

    @property
    def code_is_on_paper(self) -> bool:
        """Whether the user said that the recovery sheet is put away."""

    def code_put_away(self) -> None:
        """The user says so."""

    @property
    def code_number(self) -> int:
        """Which recovery sheet opens the store, 1 for the first."""

    def change_passphrase(self, old: str, new: str) -> None:
        """Let the new passphrase open the store; the code stays valid. Raises WrongPassphraseError."""

    def renew_code(self, passphrase: str) -> str:
        """A recovery code in place of the one before. Raises WrongPassphraseError."""

    def close(self) -> None:
        """Close the store and forget its key."""


class BackupLine(Protocol):
    """One backup by its name; what is in it is not known before it is opened."""

    @property
    def path(self) -> Path: ...
    @property
    def made_at(self) -> datetime: ...
    @property
    def is_before_restore(self) -> bool:
        """Whether it was kept when another backup took the place of the store."""


class PlanDifference(Protocol):
    """How a plan in a backup stands to the same plan in the store; None where it is not."""

    @property
    def difference(self) -> str:
        """same, backup_older, backup_newer, only_in_backup or only_in_store."""

    @property
    def in_backup(self) -> PlanLine | None: ...
    @property
    def in_store(self) -> PlanLine | None: ...


class OpenedBackup(Protocol):
    """A backup that was opened and read whole."""

    @property
    def name(self) -> str:
        """Of its file."""

    def differences(self, in_store: Sequence[PlanLine]) -> Sequence[PlanDifference]:
        """Plan by plan, what would change if it took the place of a store with these plans."""

    def restore(self) -> None:
        """Put it in place of the store, which must be closed and is kept. Raises UserError."""

    def close(self) -> None:
        """Close the backup and forget its key."""


class Vault(Protocol):
    """The place of the encrypted store."""

    @property
    def exists(self) -> bool: ...

    @property
    def second_folder(self) -> Path | None:
        """Where backups go too, such as a USB stick; None while none is chosen."""

    def choose_second_folder(self, folder: Path | None) -> str:
        """Let backups go there too, or nowhere else; what speaks against it, in words. Raises UserError."""

    def create(self, passphrase: str) -> tuple[Plans, str]:
        """A new, empty store, and its recovery code, which is told here and never again. Raises UserError."""

    def open(self, passphrase: str) -> Plans:
        """The store, to read while others have it; see `Plans.held`.

        Raises WrongPassphraseError, or UserError when no passphrase would help: a DamagedStoreError where a
        backup would.
        """

    def held(self) -> HeldBy | None:
        """Who has the store open at this moment; None: it can be opened for changes."""

    def recover(self, code: str, passphrase: str) -> Plans:
        """The store, opened with its recovery code, and from here on with this passphrase.

        Raises as `open`; the code stays valid.
        """

    def backups(self) -> Sequence[BackupLine]:
        """The backups that can be found now, the latest first."""

    def look(self, backup: Path | None, typed: str, *, is_code: bool = False) -> OpenedBackup:
        """A backup, opened to read; None: the latest that is whole. Raises as `open`.

        typed: a passphrase or, where it is one, a recovery code.
        """


class Training(Protocol):
    """The plans of a training, which need no passphrase and never meet real ones."""

    @property
    def lasts(self) -> bool:
        """Whether it is kept when the window is closed."""

    def open(self) -> Plans:
        """As they were left, or the samples. Raises UserError."""

    def anew(self) -> Plans:
        """The samples, in place of all that was done; nobody may have them open. Raises UserError."""

    def refusal(self, command: str) -> UserError | None:
        """Why a command is not for a training, by its name in the menus; None: it is."""


class Services(Protocol):
    """Everything else the pages ask for. training: whose plans these are, None for the real ones."""

    @property
    def training(self) -> Training | None: ...

    @property
    def vault(self) -> Vault: ...
    @property
    def form(self) -> Form: ...
    @property
    def packs(self) -> Packs: ...

    @property
    def manual(self) -> Path:
        """The folder of the manual."""

    @property
    def shelf_life(self) -> ShelfLife:
        """How long confirmed answers count as current."""

    @property
    def changes(self) -> Changes:
        """What may change in the life of a child, and the places of the plan that each change touches."""

    @property
    def rehearsal_teller(self) -> RehearsalTeller:
        """Tells the steps of a rehearsal at the table."""

    def addresses(self, code: str) -> Sequence[Address]:
        """The towns of a postal code, none when there is no such code."""

    def areas(self) -> Municipalities:
        """The municipalities and what is the same for everybody there."""

    def device_hints(self) -> DeviceHints:
        """What is known of kinds and models of devices."""

    def today(self) -> date:
        """The day it is at the user's place."""

    def licences(self) -> str:
        """The parts of the app with their licences, "" where it runs from its source."""

    def read_plan(self, path: Path) -> Plan:
        """The plan of a plan document. Raises UserError."""

    def write_plan(self, path: Path, plan: Plan) -> None:
        """Write a plan document, readable by anyone who has it. Raises UserError."""

    def write(self, path: Path, data: bytes) -> None:
        """Write a file whole or not at all. Raises UserError."""

    def paper_title(self, paper: Paper) -> str:
        """What a paper is called."""

    def unprintable(self, plan: Plan) -> Sequence[Unprintable]:
        """The characters of the plan that no font prints in the shape meant."""

    @property
    def language(self) -> LanguageChoice:
        """The language of the window, and of the next start."""

    @property
    def print_choices(self) -> PrintChoices:
        """How printing was done last; kept while the app is open."""

    def render(
        self,
        plan: Plan,
        paper: Paper,
        *,
        confirmed: bool,
        previous: Plan | None,
        copy: CopyMark | None = None,
        second: Language | None = None,
    ) -> bytes:
        """The PDF of a paper; a draft says so on it. Raises UserError when it is refused.

        previous: the version handed out before, from which changes are marked. copy: what makes it one copy.
        second: whose words stand beside the Japanese ones, on the papers that have them.
        """

    def refused(self, refusal: Refusal) -> UserError:
        """Why a paper may not be handed to somebody, and what to do, in words."""

    def exchange_slip(self, plan: Plan, version: int, exchanges: Sequence[Exchange]) -> bytes:
        """The PDF that asks for old copies, a page for each recipient. plan: the new version."""

    def locked(self, pdf: bytes, password: str) -> bytes:
        """A PDF that opens only with the password. Raises UserError."""

    def ledger_files(self, plans: Plans, plan_id: str | None) -> Mapping[str, bytes]:
        """The ledger and the register of copies of one plan, or of all, as CSV by the names of the files."""

    def ledger_fault_words(self, fault: Fault) -> str:
        """What is wrong with the ledger, and where."""

    def minutes(self, plan: Plan, meeting: Meeting, spent: Mapping[str, float]) -> bytes:
        """The PDF of the minutes of a meeting. spent: seconds by section that were worked on that day."""

    def recovery_sheet(self, code: str, number: int) -> bytes:
        """The sheet with a recovery code as a PDF; names nobody."""

    def leaflet(self) -> bytes:
        """The PDF of the one side that families are given."""

    def blank_titles(self) -> Sequence[tuple[str, str]]:
        """The name of each blank form, of an edition or a section, and what it is called."""

    def blank_form(self, name: str) -> bytes:
        """The PDF of a blank form to fill in with a pen."""

    def consequence(self, plan: Plan) -> ConsequenceView:
        """What the plan means so far, for the panel beside the interview."""

    def run_down(self, plan: Plan, asked: Asked) -> RunDownView:
        """At which hour what stops, for the page of power."""

    def advice(self, plan: Plan) -> AdviceView:
        """What would last longer, and what to do at which hour; too slow for each key stroke."""

    def forget(self) -> None:
        """Drop what is kept of the last plan in memory."""
