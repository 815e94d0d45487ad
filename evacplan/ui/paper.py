"""One plan on its way to paper: draft or version, which editions may be made, what was handed out."""

from __future__ import annotations

from pathlib import Path

from evacplan.domain.legal import Refusal, municipality_refusal
from evacplan.domain.plan import Plan
from evacplan.form.spec import Edition
from evacplan.ui.ports import Plans, Services

_CURED_AT = {
    Refusal.REFUSED: "meeting.refusal_on",
    Refusal.CONSENT_REFUSED: "meeting.consent_create",
    Refusal.NO_CONSENT: "meeting.consent_create",
    Refusal.NO_RECIPIENT: "meeting.shares",
}
_UNSAFE_IN_NAMES = str.maketrans('\\/:*?"<>|', "-" * 9)


class Paper:
    """A plan as it stands now. revision: the version it is, None while it is a draft."""

    def __init__(self, plans: Plans, services: Services, plan_id: str, plan: Plan) -> None:
        self._plans = plans
        self._services = services
        self._plan_id = plan_id
        self._plan = plan
        confirmed = plans.confirmed(plan_id)
        self.revision = confirmed[0] if confirmed is not None and confirmed[1] == plan else None

    def forget(self) -> None:
        """Drop the plan; nothing can be printed afterwards."""
        self._plan = Plan()

    def title(self, edition: Edition) -> str:
        """What the edition is called."""
        return self._services.form.editions[edition].title

    def reader(self, edition: Edition) -> str:
        """Who reads the edition and what for, in one line."""
        words = self._services.form.editions[edition]
        return f"{words.reader}　{words.purpose}"

    def pdf(self, edition: Edition) -> bytes:
        """The edition; raises UserError when it is refused."""
        return self._services.render(self._plan, edition, self.revision is not None)

    def cured_at(self, edition: Edition) -> str:
        """The field to go to when an edition is refused, "" when no field would help."""
        refusal = municipality_refusal(self._plan) if edition is Edition.MUNICIPALITY else None
        return _CURED_AT[refusal] if refusal is not None else ""

    def file_name(self, edition: Edition) -> str:
        """A name for the PDF that tells nothing about the child."""
        number = self._plan.meeting.plan_number or self._plan_id[:8]
        state = f"第{self.revision}版" if self.revision is not None else "下書き"
        short = self.title(edition).partition("（")[0]
        return f"{number}_{short}_{state}.pdf".translate(_UNSAFE_IN_NAMES)

    def save(self, path: Path, edition: Edition, pdf: bytes, recipient: str) -> None:
        """Write the PDF; a version is noted as handed out. Raises UserError."""
        self._services.write(path, pdf)
        self.hand_out(edition, pdf, recipient)

    def hand_out(self, edition: Edition, pdf: bytes, recipient: str) -> None:
        """Note that a version was saved or printed; a draft leaves no trace."""
        if self.revision is not None:
            self._plans.record_issue(
                self._plan_id, self.revision, edition=edition.value, recipient=recipient, pdf=pdf
            )
