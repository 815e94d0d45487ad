"""One plan on its way to paper: draft or version, which papers may be made, what was handed out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evacplan.domain.copies import Basis, NewCopy
from evacplan.domain.legal import Refusal, municipality_refusal
from evacplan.domain.plan import Plan
from evacplan.form.papers import Paper
from evacplan.form.spec import Edition
from evacplan.form.spellings import Unprintable
from evacplan.ui.headings import place_heading
from evacplan.ui.ports import Plans, Services

_CURED_AT = {
    Refusal.REFUSED: "meeting.refusal_on",
    Refusal.CONSENT_REFUSED: "meeting.consent_create",
    Refusal.NO_CONSENT: "meeting.consent_create",
    Refusal.NO_RECIPIENT: "meeting.shares",
}
_SHEET_READERS = {
    Paper.FRIDGE: "ご家族と、家に来てくれる人　停電の最初の数分に、離れていても読めるように貼っておきます。",
    Paper.WALLET: "外出先で居合わせた人と、救急隊　折りたたんで持ち歩くカードです。",
    Paper.SUPPORTERS: "駆けつけて手伝う支援者　することと電話番号を伝えます。医療の細かな内容は載せません。",
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
        return _SHEET_READERS.get(paper) or f"{words.reader}　{words.purpose}"

    def pdf(self, paper: Paper) -> bytes:
        """The paper, with the changes since the version handed out before; raises UserError when refused."""
        confirmed = self.revision is not None
        return self._services.render(self._plan, paper, confirmed=confirmed, previous=self._previous)

    def spellings(self) -> tuple[Spelling, ...]:
        """What the plan says in characters that cannot be printed in the shape meant."""
        return tuple(self._spelling(found) for found in self._services.unprintable(self._plan))

    def cured_at(self, paper: Paper) -> str:
        """The field to go to when a paper is refused, "" when no field would help."""
        refusal = municipality_refusal(self._plan) if paper.edition is Edition.MUNICIPALITY else None
        return _CURED_AT[refusal] if refusal is not None else ""

    def file_name(self, paper: Paper) -> str:
        """A name for the PDF that tells nothing about the child."""
        number = self._plan.meeting.plan_number or self._plan_id[:8]
        state = f"第{self.revision}版" if self.revision is not None else "下書き"
        short = self.title(paper).partition("（")[0]
        return f"{number}_{short}_{state}.pdf".translate(_UNSAFE_IN_NAMES)

    def save(self, path: Path, paper: Paper, pdf: bytes, recipient: str) -> None:
        """Write the PDF; a version is noted as handed out. Raises UserError."""
        self._services.write(path, pdf)
        self.hand_out(paper, pdf, recipient)

    def hand_out(self, paper: Paper, pdf: bytes, recipient: str) -> None:
        """Note that a version was saved or printed; a draft leaves no trace."""
        if self.revision is not None:
            basis = Basis.OWN if paper.edition is Edition.FAMILY else Basis.CONSENT
            copy = NewCopy(paper.value, recipient, pdf, basis)
            self._plans.record_copies(self._plan_id, self.revision, [copy])

    def _spelling(self, found: Unprintable) -> Spelling:
        form = self._services.form
        where = place_heading(form, self._plan, found.path)
        characters = "、".join(f"「{one}」（{_code(one)}）" for one in found.characters)
        return Spelling(where, characters, found.cure, form.part(found.cure).label)


def _code(character: str) -> str:
    """What names a character that the screen may not show either: U+323AF."""
    return " ".join(f"U+{ord(one):04X}" for one in character)
