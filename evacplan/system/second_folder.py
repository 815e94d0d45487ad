"""The second folder of backups, such as a USB stick: where it is and when it was last there.

Kept outside the store, because it is asked for on the day the store cannot be opened.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from evacplan.system.files import write_whole

REMIND_AFTER = timedelta(days=14)


class SecondFolder(BaseModel):
    """A folder that may be away; unchangeable, the methods return another one.

    chosen: when the user chose it. seen: when it was last there. backed_up: when a verified backup was
    last put into it; None before the first.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    folder: Path
    chosen: AwareDatetime
    seen: AwareDatetime
    backed_up: AwareDatetime | None = None

    @classmethod
    def choose(cls, folder: Path, now: datetime) -> Self:
        """A folder that the user just pointed at."""
        return cls(folder=folder, chosen=now, seen=now)

    def found(self, now: datetime) -> Self:
        """The same, there now."""
        return self.model_copy(update={"seen": now})

    def got_backup(self, now: datetime) -> Self:
        """The same, with a backup of now in it."""
        return self.model_copy(update={"seen": now, "backed_up": now})

    def unbacked(self, now: datetime) -> timedelta:
        """How long there has been no backup in it; zero where the clock was set back."""
        return max(now - (self.backed_up or self.chosen), timedelta(0))

    def is_overdue(self, now: datetime) -> bool:
        """Whether the user should be reminded to plug it in."""
        return self.unbacked(now) >= REMIND_AFTER

    @property
    def is_there(self) -> bool:
        """Whether the folder can be found now."""
        try:
            return self.folder.is_dir()
        except OSError:
            return False

    def is_on_disk_of(self, other: Path) -> bool:
        """Whether it is on the same disk as another path, so that both would be lost together.

        False where either cannot be found, and for a folder on a second partition of the same disk.
        """
        try:
            return self.folder.stat().st_dev == other.stat().st_dev
        except OSError:
            return False


def load(path: Path) -> SecondFolder | None:
    """The second folder, or None when none was chosen or the file cannot be read.

    A broken file says nothing that the user could not choose again. Raises OSError.
    """
    try:
        return SecondFolder.model_validate_json(path.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def save(path: Path, second: SecondFolder | None) -> None:
    """Keep the choice, or forget it; raises OSError."""
    if second is None:
        path.unlink(missing_ok=True)
    else:
        write_whole(path, second.model_dump_json(indent=1).encode() + b"\n")
