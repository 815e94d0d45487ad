"""Numbered copies of printed plans: to whom, on what basis, and what became of them (控え台帳)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

_WITH_SECOND = 6  # words in the ledger


class Basis(StrEnum):
    """Why a copy may be in somebody's hands (rules.md sections 1 and 9)."""

    OWN = "own"  # the family's own papers
    CONSENT = "consent"
    ORDINANCE = "ordinance"
    DISASTER = "disaster"


class How(StrEnum):
    """What became of a copy that is out of date."""

    RETURNED = "returned"
    DESTROYED = "destroyed"
    UNKNOWN = "unknown"  # looked for and not found; it still counts as out


@dataclass(frozen=True, slots=True)
class Collected:
    """The latest that is known of where a copy went."""

    at: datetime
    how: How


@dataclass(frozen=True, slots=True)
class NewCopy:
    """A copy to be recorded. edition: the paper's name.

    copy: the number printed on it, None to take the next. reason: of a disaster exception, else "".
    second: the language whose words stand beside the Japanese ones ("en"), "" for none.
    """

    edition: str
    recipient: str
    pdf: bytes
    basis: Basis
    reason: str = ""
    copy: int | None = None
    second: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """One copy handed out. id: through all plans. copy: its number among the copies of its plan, from 1.

    basis: None for copies recorded before bases were. sha256: of the bytes of the PDF, in hex.
    """

    id: int
    plan_id: str
    revision: int
    edition: str
    issued_at: datetime
    sha256: str
    recipient: str
    copy: int
    basis: Basis | None
    reason: str = ""
    collected: Collected | None = None

    @property
    def is_out(self) -> bool:
        """Whether it may still be in somebody's hands."""
        return self.collected is None or self.collected.how is How.UNKNOWN


def issued_words(issue: Issue, second: str) -> str:
    """What the ledger says of a copy, in identifiers. second: as of `NewCopy`."""
    basis = issue.basis.value if issue.basis is not None else ""
    told = (str(issue.revision), issue.edition, str(issue.copy), basis, issue.sha256, second)
    return " ".join(filter(None, told))


def second_told(detail: str) -> tuple[int, str] | None:
    """The number of a copy and its second language out of what the ledger says; None where there is none."""
    told = detail.split(" ")
    return (int(told[2]), told[5]) if len(told) == _WITH_SECOND else None
