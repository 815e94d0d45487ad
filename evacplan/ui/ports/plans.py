"""The plans of an open store, as the window needs them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # At run time these would load the whole model before the first window is there.
    from evacplan.domain.copies import How, Issue, NewCopy
    from evacplan.domain.ledger import Entry, EventKind, Fault
    from evacplan.domain.occasion import Occasion
    from evacplan.domain.plan import Plan
    from evacplan.ui.ports.lines import (
        HeldBy,
        HomeworkLine,
        PlanLine,
        RecoveredPlan,
        ReviewLine,
        RevisionLine,
    )


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

    def back_up(self, *, at_once: bool = False, by_hand: bool = False) -> str:
        """Back up where there is none of today, or everywhere; what is wrong in words, "" if all is well.

        by_hand: everywhere, and it is told in the ledger.
        """

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

    def prove(self, passphrase: str) -> None:
        """Raise WrongPassphraseError when it is not the passphrase of the store; reads no disk."""

    def change_passphrase(self, old: str, new: str) -> None:
        """Let the new passphrase open the store; the code stays valid. Raises WrongPassphraseError."""

    def renew_code(self, passphrase: str) -> str:
        """A recovery code in place of the one before. Raises WrongPassphraseError."""

    def close(self) -> None:
        """Close the store and forget its key."""
