"""Every path the app uses; none is computed anywhere else."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True)
class DataPaths:
    """The files of one user, all in one folder, so that `--data-dir` and tests replace them at once."""

    folder: Path

    @property
    def store(self) -> Path:
        """The encrypted store."""
        return self.folder / "plans.evacplan"

    @property
    def backups(self) -> Path:
        """The folder of encrypted copies of the store."""
        return self.folder / "backups"

    @property
    def second_folder(self) -> Path:
        """Where the second folder of backups is, and when it was last seen."""
        return self.folder / "second-folder.json"

    @property
    def settings(self) -> Path:
        """Size of text and window, no personal value."""
        return self.folder / "settings.json"

    @property
    def packs(self) -> Path:
        """The folder of packs of forms, no personal value."""
        return self.folder / "packs"

    @property
    def training(self) -> DataPaths:
        """The files of the training, in a folder of their own."""
        return DataPaths(self.folder / "training")

    @property
    def training_key(self) -> Path:
        """What opens the store of a training; only in its folder."""
        return self.folder / "training.key"

    @property
    def log(self) -> Path:
        """The log in use; older ones have .1, .2 … appended."""
        return self.folder / "logs" / "evacplan.log"

    @property
    def crashes(self) -> Path:
        """The folder of crash files."""
        return self.folder / "logs"

    @property
    def instance(self) -> Path:
        """The file locked by the running copy of the app."""
        return self.folder / "running"

    @property
    def doorbell(self) -> Path:
        """Written by a second copy of the app that wants the first one to come to the front."""
        return self.folder / "doorbell"

    def make(self) -> None:
        """Make the folders, closed to other users of the machine; those that exist stay as they are.

        Raises OSError where the user may not write.
        """
        for folder in (self.folder, self.backups, self.log.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)


@dataclass(frozen=True)
class ShippedPaths:
    """The files that come with the app and are only read."""

    folder: Path

    @property
    def forms(self) -> Path:
        """Words of every field."""
        return self.folder / "forms"

    @property
    def fonts(self) -> Path:
        """Fonts of the printed editions, with their licences."""
        return self.folder / "resources" / "fonts"

    @property
    def icons(self) -> Path:
        """Pictures of the window."""
        return self.folder / "resources" / "icons"

    @property
    def translations(self) -> Path:
        """The words of the window in other languages."""
        return self.folder / "resources" / "translations"

    @property
    def catalog(self) -> Path:
        """Device classes, municipalities, alert levels."""
        return self.folder / "resources" / "catalog"

    @property
    def manual(self) -> Path:
        """The pages of the manual and their pictures."""
        return self.folder / "resources" / "manual"

    @property
    def samples(self) -> Path:
        """Plans of invented children."""
        return self.folder / "resources" / "samples"

    @property
    def licences(self) -> Path:
        """The parts of the app with their licences; packaging/licences.py writes it into the bundle only."""
        return self.folder / "resources" / "licences.txt"

    @property
    def hashes(self) -> Path:
        """What forms and resources were when the bundle was made; only there, too."""
        return self.folder / "shipped.sha256"


def data_paths(folder: Path | None = None) -> DataPaths:
    """The user's files: in this folder, or where the operating system keeps an app's data."""
    return DataPaths(folder or platformdirs.user_data_path("evacplan", appauthor=False))


def shipped_paths() -> ShippedPaths:
    """The app's own files: beside the package, or where the frozen app unpacks them."""
    frozen = getattr(sys, "_MEIPASS", None)
    return ShippedPaths(Path(frozen) if frozen else Path(__file__).parents[2])
