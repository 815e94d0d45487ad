"""One plan on its way to paper: draft or version, which papers may be made, what was handed out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from evacplan.domain.choices import ShareBasis
from evacplan.domain.copies import Basis, Issue, NewCopy
from evacplan.domain.errors import UserError
from evacplan.domain.ledger import EventKind
from evacplan.domain.legal import Refusal, municipality_refusal
from evacplan.domain.legal_basis import CURED_AT, DisasterException, basis_for
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.form.handing_out import share_named
from evacplan.form.languages import Language
from evacplan.form.papers import IN_TWO_LANGUAGES, CopyMark, Paper
from evacplan.form.spec import Edition
from evacplan.form.spellings import Unprintable
from evacplan.ui.exchange import Exchanges
from evacplan.ui.headings import place_heading
from evacplan.ui.ports import Plans, Services
from evacplan.ui.print_choice import NAMES, PrintChoices
from evacplan.ui.told import to_translate

_SHEET_READERS = {
    Paper.FRIDGE: to_translate(
        "paper", "ご家族と、家に来てくれる人　停電の最初の数分に、離れていても読めるように貼っておきます。"
    ),
    Paper.WALLET: to_translate("paper", "外出先で居合わせた人と、救急隊　折りたたんで持ち歩くカードです。"),
    Paper.SUPPORTERS: to_translate(
        "paper", "駆けつけて手伝う支援者　することと電話番号を伝えます。医療の細かな内容は載せません。"
    ),
}
_UNSAFE_IN_NAMES = str.maketrans('\\/:*?"<>|', "-" * 9)


@dataclass(frozen=True, slots=True)
class Spelling:
    """Characters that cannot be printed, in words.

    where: the full name of their field. cure, into: path and label of the field that takes another spelling.
    """

    where: str
    characters: str
    cure: str
    into: str


class Printout:
    """A plan as it stands now. revision: the version it is, None while it is a draft."""

    def __init__(self, plans: Plans, services: Services, plan_id: str, plan: Plan) -> None:
        self._plans = plans
        self._services = services
        self._plan_id = plan_id
        self._plan = plan
        confirmed = plans.confirmed(plan_id)
        self.revision = confirmed[0] if confirmed is not None and confirmed[1] == plan else None
        self._previous = plans.issued_before(plan_id, self.revision)

    def forget(self) -> None:
        """Drop the plan; nothing can be printed afterwards."""
        self._plan = Plan()
        self._previous = None

    def title(self, paper: Paper) -> str:
        """What the paper is called."""
        return self._services.paper_title(paper)

    def reader(self, paper: Paper) -> str:
        """Who reads the paper and what for, in one line."""
        words = self._services.form.editions[paper.edition]
        return _tr(_SHEET_READERS.get(paper, "")) or f"{words.reader}　{words.purpose}"

    def pdf(self, paper: Paper) -> bytes:
        """The paper, with the changes since the version handed out before; raises UserError when refused."""
        confirmed = self.revision is not None
        return self._services.render(
            self._plan, paper, confirmed=confirmed, previous=self._previous, second=self.second
        )

    @property
    def second(self) -> Language | None:
        """The language whose words stand beside the Japanese ones on the family's papers, None for none.

        It holds for this plan as long as the app is open.
        """
        return self.choices.seconds.get(self._plan_id)

    def say_beside(self, second: Language | None) -> None:
        """Put the words of a language beside the Japanese ones from now on, or those of none."""
        if second is None:
            self.choices.seconds.pop(self._plan_id, None)
        else:
            self.choices.seconds[self._plan_id] = second

    def spellings(self) -> tuple[Spelling, ...]:
        """What the plan says in characters that cannot be printed in the shape meant."""
        return tuple(self._spelling(found) for found in self._services.unprintable(self._plan))

    def cured_at(self, paper: Paper) -> str:
        """The field to go to when a paper is refused, "" when no field would help."""
        refusal = municipality_refusal(self._plan) if paper.edition is Edition.MUNICIPALITY else None
        return CURED_AT[refusal] if refusal is not None else ""

    def refused(self, paper: Paper, recipient: str) -> tuple[UserError, str] | None:
        """Why a paper of a version may not be handed to somebody, and the field to go to; None: it may.

        A draft is handed to nobody.
        """
        found = self._basis(paper, recipient) if self.revision is not None else Basis.OWN
        return (self._services.refused(found), CURED_AT[found]) if isinstance(found, Refusal) else None

    def issues(self) -> tuple[Issue, ...]:
        """The copies of this version that were handed out, oldest first."""
        found = self._plans.issues(self._plan_id)
        return tuple(issue for issue in found if issue.revision == self.revision)

    def exchanges(self) -> Exchanges:
        """The copies of older versions that may still be in somebody's hands."""
        return Exchanges(self._plans, self._services, self._plan_id)

    @property
    def plan_id(self) -> str:
        """Whose papers these are, as the store knows it."""
        return self._plan_id

    @property
    def plan(self) -> Plan:
        """What is printed."""
        return self._plan

    @property
    def choices(self) -> PrintChoices:
        """How printing was done last in this session."""
        return self._services.print_choices

    def file_name(self, paper: Paper, *, named: bool = False, number: int = 0) -> str:
        """A name for the PDF that tells nothing about the child, unless asked to (named).

        number: of a numbered copy, 0 for none.
        """
        short = self.title(paper).partition("（")[0]
        state = version_words(self._plan, self.revision) if self.revision is not None else _tr("下書き")
        copy = _tr("控え{number:02}").format(number=number) if number else ""
        name = self._plan.child.name if named else ""
        second = self._second_on(paper)
        beside = NAMES[second] if second is not None else ""
        said = (self._plan.meeting.plan_number or self._plan_id[:8], name, short, beside, state, copy)
        return f"{_safe('_'.join(filter(None, said)))}.pdf"

    def copy(self, paper: Paper, recipient: str = "", reason: str = "") -> NewCopy:
        """A paper to be handed out: of a version it bears the number of the copy. Raises UserError.

        Nothing is recorded yet. reason: of an exception in a disaster, which the paper then names as
        its basis.
        """
        if self.revision is None:
            return NewCopy(paper.value, recipient, self.pdf(paper), Basis.OWN)
        basis = self._basis(paper, recipient, reason)
        if isinstance(basis, Refusal):
            raise self._services.refused(basis)
        number, plan = self._plans.next_copy_number(self._plan_id), self._plan
        if basis is Basis.DISASTER:
            plan = put(plan, "meeting.share_basis", ShareBasis.EMERGENCY)
        pdf = self._services.render(
            plan,
            paper,
            confirmed=True,
            previous=self._previous,
            copy=CopyMark(number, recipient),
            second=self.second,
        )
        second = self._second_on(paper) or ""
        return NewCopy(paper.value, recipient, pdf, basis, reason, number, second)

    def record(self, copy: NewCopy, how: EventKind = EventKind.PRINTED) -> None:
        """Note that a copy was saved or printed; of a draft, which is no copy, only that. Raises UserError.

        how: a draft left the store.
        """
        if self.revision is not None:
            self._plans.record_copies(self._plan_id, self.revision, [copy])
        else:
            self._plans.note(how, self._plan_id, f"draft {copy.edition}")

    def write(self, path: Path, copy: NewCopy, password: str = "") -> None:
        """Write the PDF of a copy, locked when there is a password. Raises UserError.

        What is recorded is the paper without its lock: the store has one of its own.
        """
        self._services.write(path, self._services.locked(copy.pdf, password) if password else copy.pdf)

    def _second_on(self, paper: Paper) -> Language | None:
        return self.second if paper in IN_TWO_LANGUAGES else None

    def _basis(self, paper: Paper, recipient: str, reason: str = "") -> Basis | Refusal:
        exception = DisasterException(reason) if reason else None
        meant = share_named(self._services.form, self._plan, recipient)
        return basis_for(self._plan, paper.value, meant, self._services.today(), exception)

    def _spelling(self, found: Unprintable) -> Spelling:
        form = self._services.form
        where = place_heading(form, self._plan, found.path)
        characters = "、".join(f"「{one}」（{_code(one)}）" for one in found.characters)
        return Spelling(where, characters, found.cure, form.part(found.cure).label)


def _tr(words: str) -> str:
    return QCoreApplication.translate("paper", words)


def version_words(plan: Plan, revision: int) -> str:
    """The version as it is printed on the paper, or else as the store counts it."""
    return _tr("第{number}版").format(number=plan.meeting.plan_version or revision)


def _safe(name: str) -> str:
    """A file name that every system takes."""
    return "".join(one for one in name.translate(_UNSAFE_IN_NAMES) if one.isprintable())


def _code(character: str) -> str:
    """What names a character that the screen may not show either: U+323AF."""
    return " ".join(f"U+{ord(one):04X}" for one in character)
