"""What the window asks of the packs of forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from evacplan.domain.errors import UserError
    from evacplan.form.form_changes import FormChange


@dataclass(frozen=True, slots=True)
class FormsLine:
    """Forms by their pack: fingerprint, name and version are "" for the shipped ones. date: of the forms."""

    fingerprint: str
    name: str
    version: str
    date: str


@dataclass(frozen=True, slots=True)
class Offer:
    """Forms that could be used from the next start on, and what they change. data: the file to keep."""

    line: FormsLine
    changes: tuple[FormChange, ...]
    data: bytes


class Packs(Protocol):
    """Packs of forms: what is in use, what is kept, what could be."""

    @property
    def trouble(self) -> UserError | None:
        """Why the chosen pack is not in use, None when all is well."""

    @property
    def in_use(self) -> FormsLine: ...
    @property
    def chosen(self) -> str:
        """The fingerprint of the pack that the next start uses, "" for the shipped forms."""

    def kept(self) -> Sequence[FormsLine]:
        """The shipped forms and every pack that is kept."""

    def look(self, path: Path) -> Offer:
        """A pack in a file, checked, and what it changes. Raises UserError."""

    def look_back(self, fingerprint: str) -> Offer:
        """A kept pack, or the shipped forms (""), and what going back to it changes. Raises UserError."""

    def choose(self, offer: Offer) -> None:
        """Use these forms from the next start on, and keep their file. Raises UserError."""
