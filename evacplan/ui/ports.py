"""What the window needs of the rest of the app; `app.py` passes objects that fit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from evacplan.domain.errors import UserError

if TYPE_CHECKING:
    # At run time these would load the whole model before the first window is there.
    from evacplan.domain.plan import Plan
    from evacplan.form.advice_view import AdviceView
    from evacplan.form.papers import Paper
    from evacplan.form.rundown_view import Asked, RunDownView
    from evacplan.form.spec import Form
    from evacplan.form.spellings import Unprintable
    from evacplan.ui.consequence import ConsequenceView


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


class Plans(Protocol):
    """The plans of an open store. Every method may raise UserError."""

    def entries(self, search: str = "", *, archived: bool = False) -> Sequence[PlanLine]:
        """The plans (or only the archived ones) that hold every word searched for, latest first."""

    def create(self, plan: Plan) -> str:
        """The id of a new plan."""

    def duplicate(self, plan_id: str) -> str:
        """The id of a copy without versions of its own."""

    def archive(self, plan_id: str, flag: bool) -> None:
        """Take a plan off the list or put it back."""

    def draft(self, plan_id: str) -> Plan:
        """The plan as last saved."""

    def save_draft(self, plan_id: str, plan: Plan) -> None:
        """Keep the draft; it is on disk when this returns."""

    def confirm(self, plan_id: str, plan: Plan, who: str, note: str) -> int:
        """Keep the plan for ever as the next version; returns its number."""

    def confirmed(self, plan_id: str) -> tuple[int, Plan] | None:
        """The latest version with its number, None before the first."""

    def issued_before(self, plan_id: str, revision: int | None) -> Plan | None:
        """The latest version handed out before this one (None: of all), None when there is none."""

    def record_issue(self, plan_id: str, revision: int, *, edition: str, recipient: str, pdf: bytes) -> None:
        """Note that a paper of a version was handed out. edition: the paper's name."""

    @property
    def is_changed(self) -> bool:
        """Whether anything was changed since the store was opened."""

    def back_up(self, *, at_once: bool = False) -> str:
        """Back up where there is none of today, or everywhere; what is wrong in words, "" if all is well."""

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
        """The store. Raises WrongPassphraseError, or UserError when no passphrase would help.

        The UserError is a DamagedStoreError where a backup would.
        """

    def recover(self, code: str, passphrase: str) -> Plans:
        """The store, opened with its recovery code, and from here on with this passphrase.

        Raises as `open`; the code stays valid.
        """

    def backups(self) -> Sequence[BackupLine]:
        """The backups that can be found now, the latest first."""

    def look(self, backup: Path | None, passphrase: str) -> OpenedBackup:
        """A backup, opened to read; None: the latest that is whole. Raises as `open`."""


class Services(Protocol):
    """Everything else the pages ask for. banner: a sentence shown on every page, "" for none."""

    @property
    def vault(self) -> Vault: ...
    @property
    def form(self) -> Form: ...
    @property
    def banner(self) -> str: ...

    def today(self) -> date:
        """The day it is at the user's place."""

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

    def render(self, plan: Plan, paper: Paper, *, confirmed: bool, previous: Plan | None) -> bytes:
        """The PDF of a paper; a draft says so on it. Raises UserError when it is refused.

        previous: the version handed out before, from which changes are marked.
        """

    def recovery_sheet(self, code: str, number: int) -> bytes:
        """The sheet with a recovery code as a PDF; names nobody."""

    def consequence(self, plan: Plan) -> ConsequenceView:
        """What the plan means so far, for the panel beside the interview."""

    def run_down(self, plan: Plan, asked: Asked) -> RunDownView:
        """At which hour what stops, for the page of power."""

    def advice(self, plan: Plan) -> AdviceView:
        """What would last longer, and what to do at which hour; too slow for each key stroke."""

    def forget(self) -> None:
        """Drop what is kept of the last plan in memory."""
