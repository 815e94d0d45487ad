"""What the lists of the window show of the store, a line each."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    # At run time these would load the whole model before the first window is there.
    from evacplan.domain.occasion import Occasion


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
