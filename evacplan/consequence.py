"""What the plan means so far, for the panel beside the page: hours, findings, legal items, homework."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from evacplan.domain.figures import Figures, figures
from evacplan.domain.legal import legal_checks
from evacplan.domain.plan import Mark, Plan
from evacplan.form.figure_words import Teller
from evacplan.form.spec import Form
from evacplan.press import Press
from evacplan.ui.consequence import ConsequenceView, FindingLine, Severity


@dataclass
class Consequence:
    """Answers for one plan after the other; figures are kept while nothing in them changes."""

    press: Press
    _figures: Figures | None = None

    def __call__(self, plan: Plan, today: date) -> ConsequenceView:
        """The view of a plan as it stands."""
        found = self.figures(plan, today)
        sentences = self.press.words.sentences
        checks = legal_checks(plan)
        lead, figure, note, known = _headline(self.press.teller(plan, found))
        return ConsequenceView(
            lead=lead,
            figure=figure,
            note=note,
            known=known,
            findings=tuple(
                FindingLine(Severity(finding.severity.value), finding.say, finding.place)
                for finding in self.press.findings(plan, today, found)
            ),
            legal_met=sum(check.met for check in checks),
            legal_total=len(checks),
            legal_missing=tuple(sentences.legal[check.item] for check in checks if not check.met),
            homework=tuple(_homework(self.press.words.form, plan)),
        )

    def forget(self) -> None:
        """Drop what is kept of the last plan."""
        self._figures = None

    def figures(self, plan: Plan, today: date) -> Figures:
        """The figures of the plan, those kept where nothing in them has changed."""
        self._figures = figures(plan, today, self._figures)
        return self._figures


def _headline(teller: Teller) -> tuple[str, str, str, bool]:
    if teller.figures.is_empty:
        return "", "", "", True
    block = teller.headline()
    return block.lead, block.figure, "\n".join(filter(None, (block.tail, *block.notes))), block.known


def _homework(form: Form, plan: Plan) -> Iterator[str]:
    for path, mark in plan.marks.items():
        if mark.unknown:
            yield f"{form.part(path).label}：{_who(mark)}"


def _who(mark: Mark) -> str:
    until = f"（{mark.ask_until.month}/{mark.ask_until.day}まで）" if mark.ask_until else ""
    return f"{mark.ask_whom or 'だれが確かめるか未定'}{until}"
