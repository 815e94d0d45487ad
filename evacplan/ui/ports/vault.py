"""The store before it is open, its backups, and the training beside it, as the window needs them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from evacplan.domain.errors import UserError

if TYPE_CHECKING:
    # At run time these would load the whole model before the first window is there.
    from evacplan.ui.ports.lines import BackupLine, HeldBy, PlanDifference, PlanLine
    from evacplan.ui.ports.plans import Plans


class WrongPassphraseError(UserError):
    """The store is there but another passphrase or code opens it; said under the field."""


class DamagedStoreError(UserError):
    """The store cannot be trusted any more; a backup can take its place."""


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
