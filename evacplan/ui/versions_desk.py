"""The versions of the open plan: what they hold, how they differ, and the way back into the draft."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evacplan.domain.copies import Issue, second_told
from evacplan.domain.differences import Difference
from evacplan.domain.errors import UserError
from evacplan.domain.ledger import EventKind
from evacplan.domain.plan import Plan
from evacplan.domain.restore import restored, restored_section
from evacplan.form.comparison import SectionLines, comparison
from evacplan.form.languages import Language
from evacplan.form.papers import Paper
from evacplan.session import Session
from evacplan.ui.ports import Plans, RevisionLine, Services
from evacplan.ui.print_choice import NAMES, PrintChoices

DRAFT = 0
Wanted = Difference | str


class VersionDesk:
    """A state is the number of a version, or DRAFT for the plan as it stands. Methods may raise UserError."""

    def __init__(self, plans: Plans, services: Services, session: Session) -> None:
        self._plans, self._services, self._session = plans, services, session
        self._plan_id = session.plan_id
        self._read: dict[int, Plan] = {}
        self._restored: Plan | None = None
        self.versions: tuple[RevisionLine, ...] = tuple(reversed(plans.revisions(self._plan_id)))
        self._issues: tuple[Issue, ...] = tuple(reversed(plans.issues(self._plan_id)))
        issued = (each for each in plans.ledger(self._plan_id) if each.kind == EventKind.ISSUED)
        self._seconds = dict(filter(None, (second_told(each.detail) for each in issued)))

    def forget(self) -> None:
        """Drop every value; the desk is of no use afterwards."""
        self._read.clear()
        self._restored = None
        self.versions = self._issues = ()

    @property
    def choices(self) -> PrintChoices:
        """How printing was done last in this session."""
        return self._services.print_choices

    def plan(self, state: int) -> Plan:
        """The plan in a state."""
        if state == DRAFT:
            return self._session.plan
        if state not in self._read:
            self._read[state] = self._plans.revision_plan(self._plan_id, state)
        return self._read[state]

    def compare(self, before: int, after: int) -> tuple[SectionLines, ...]:
        """How two states differ, in words."""
        return comparison(self._services.form, self.plan(before), self.plan(after))

    def copies(self, state: int) -> tuple[Issue, ...]:
        """The copies of a version that were handed out, the latest first; of the draft there are none."""
        return tuple(issue for issue in self._issues if issue.revision == state)

    def would_change(self, source: int, wanted: Wanted) -> tuple[SectionLines, ...]:
        """What bringing a section or what differs back from a version would change in the draft."""
        draft, older = self._session.plan, self.plan(source)
        found = (
            restored_section(draft, older, wanted)
            if isinstance(wanted, str)
            else restored(draft, older, [wanted])
        )
        return comparison(self._services.form, draft, found)

    def restore(self, source: int, wanted: Wanted) -> None:
        """Bring it back into the draft, and write down from which version."""
        place = wanted if isinstance(wanted, str) else wanted.path
        self._session.restore(self.plan(source), wanted if isinstance(wanted, str) else [wanted])
        self._restored = self._session.plan
        self._plans.note(EventKind.RESTORED, self._plan_id, f"{source} {place}")

    def take_back(self) -> bool:
        """Undo what was brought back last, where nothing was changed since; whether it was undone."""
        if self._restored is None or self._session.plan is not self._restored:
            return False
        self._restored = None
        self._session.undo()
        return True

    def paper_title(self, issue: Issue) -> str:
        """What the paper of a copy is called."""
        known = issue.edition in list(Paper)
        return self._services.paper_title(Paper(issue.edition)) if known else issue.edition

    def second_words(self, issue: Issue) -> str:
        """The language whose words stand beside the Japanese ones on a copy, "" for none."""
        second = self._seconds.get(issue.copy, "")
        return NAMES[Language(second)] if second in list(NAMES) else second

    def pdf(self, issue: Issue) -> bytes:
        """A copy byte for byte as it was handed out."""
        found = self._plans.issued_pdf(issue)
        if found is None:
            raise UserError(
                "この控えは、渡したときのままの形では残っていません。",
                why="前のevacplanは、渡した紙そのものを残していませんでした。",
                do="手もとの紙を写すか、いまの版を印刷してください。",
            )
        return found

    def file_name(self, issue: Issue) -> str:
        """A name for the PDF that tells nothing about the child."""
        number = self.plan(issue.revision).meeting.plan_number or self._plan_id[:8]
        short = self.paper_title(issue).partition("（")[0]
        name = f"{number}_{short}_第{issue.revision}版_控え{issue.copy:02}"
        return "".join(one if one.isalnum() or one in "-_" else "-" for one in name) + ".pdf"

    def save(self, issue: Issue, pdf: bytes, path: Path) -> None:
        """Write the bytes of a copy again, and write that down."""
        self._services.write(path, pdf)
        self._plans.note(EventKind.EXPORTED, self._plan_id, _of(issue))

    def printed(self, issue: Issue) -> None:
        """Write down that a copy was printed again."""
        self._plans.note(EventKind.PRINTED, self._plan_id, _of(issue))

    def latest(self) -> int:
        """The latest version, DRAFT while there is none."""
        return self.versions[0].number if self.versions else DRAFT

    def states(self) -> Sequence[int]:
        """The draft, then every version, the latest first."""
        return (DRAFT, *(version.number for version in self.versions))


def _of(issue: Issue) -> str:
    return f"{issue.revision} {issue.edition} {issue.copy} {issue.sha256}"
