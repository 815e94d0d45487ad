"""The whole set: who is to get which paper of a version, and the run that makes the copies one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evacplan.domain.choices import CopyEdition, CopyMedium, KeepPlace
from evacplan.domain.copies import NewCopy
from evacplan.domain.errors import UserError
from evacplan.domain.plan.review import Copy
from evacplan.form.papers import Paper
from evacplan.ui.paper import Printout

_AT_HOME = "ご家族"


@dataclass(frozen=True, slots=True)
class SetLine:
    """One recipient with a paper. wanted: how many copies; 0: all of them are out already.

    blocked: why none may be made. cured_at: the field that changes it, "" for none. had: the numbers of the
    copies of this version that are out. as_data: it is handed over as a file.
    """

    recipient: str
    paper: Paper | None
    wanted: int
    had: tuple[int, ...] = ()
    as_data: bool = False
    blocked: UserError | None = None
    cured_at: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One copy to be made."""

    paper: Paper
    recipient: str
    reason: str = ""


def set_lines(printout: Printout) -> tuple[SetLine, ...]:
    """The plan's list of recipients in its order, then the single sheets of the family."""
    section = printout.plan.distribution
    lines = [_line(printout, row) for row in section.copies]
    keeps = set(section.keep_places)
    sheets = ((Paper.FRIDGE, KeepPlace.FRIDGE in keeps), (Paper.WALLET, KeepPlace.BAG in keeps))
    return (*lines, *(_made(printout, _AT_HOME, paper, int(wanted)) for paper, wanted in sheets))


def _line(printout: Printout, row: Copy) -> SetLine:
    recipient, place = (row.recipient or "").strip(), f"distribution.copies.{row.key}"
    as_data = row.medium is CopyMedium.DATA
    if not recipient:
        error = UserError(
            "渡した先が空です。",
            why="だれの控えかがわからないと、古くなったときに回収できません。",
            do="「配布先・保管場所」で渡した先を記入してください。",
        )
        return SetLine("", _paper(row), 0, blocked=error, cured_at=f"{place}.recipient", as_data=as_data)
    paper = _paper(row)
    if paper is None:
        error = UserError(
            "版の種類が空です。",
            why="どの紙を渡すかが決まっていません。",
            do="「配布先・保管場所」で版の種類を選んでください。",
        )
        return SetLine(recipient, None, 0, blocked=error, cured_at=f"{place}.edition", as_data=as_data)
    wanted = len(printout.plan.distribution.keep_places) or 1 if paper is Paper.FAMILY else 1
    return _made(printout, recipient, paper, wanted, as_data=as_data)


def _made(printout: Printout, recipient: str, paper: Paper, wanted: int, *, as_data: bool = False) -> SetLine:
    refused = printout.refused(paper, recipient)
    if refused is not None:
        return SetLine(recipient, paper, 0, (), as_data, *refused)
    had = tuple(
        issue.copy for issue in printout.issues() if (issue.recipient, issue.edition) == (recipient, paper)
    )
    return SetLine(recipient, paper, max(0, wanted - len(had)), had, as_data)


def _paper(row: Copy) -> Paper | None:
    edition: CopyEdition | None = row.edition
    return Paper(edition.value) if edition is not None else None


class Run:
    """Copies on their way out, in order. out: prints or writes one; it raises UserError when it cannot.

    done: the copies that are out and recorded.
    """

    def __init__(self, printout: Printout, wanted: Sequence[Wanted], out: Callable[[NewCopy], None]) -> None:
        self._printout = printout
        self._left = list(wanted)
        self._out = out
        self._unrecorded: NewCopy | None = None
        self.done: list[NewCopy] = []

    @property
    def left(self) -> int:
        """How many copies are still to be made."""
        return len(self._left)

    def step(self) -> None:
        """Make the next copy and record it; one that fails stays the next. Raises UserError."""
        if self._unrecorded is None:
            wanted = self._left[0]
            copy = self._printout.copy(wanted.paper, wanted.recipient, wanted.reason)
            self._out(copy)
            self._unrecorded = copy
        # On paper already: when only its record failed, it is recorded next time and not printed twice.
        self._printout.record(self._unrecorded)
        self.done.append(self._unrecorded)
        self._unrecorded = None
        self._left.pop(0)
