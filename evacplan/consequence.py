"""What the plan means so far, for the panel beside the page: hours, findings, legal items, homework."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from evacplan.domain.figures import Figures, figures
from evacplan.domain.homework import Homework, homework
from evacplan.domain.legal import legal_checks
from evacplan.domain.plan import Plan
from evacplan.domain.unasked import is_unasked
from evacplan.form.figure_words import Teller
from evacplan.form.spec import Form
from evacplan.press import Press
from evacplan.ui.consequence import ConsequenceView, FindingLine, HomeworkLine, Severity
from evacplan.ui.headings import SEPARATOR, place_heading


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
        return replace(
            _headline(self.press.teller(plan, found)),
            findings=tuple(
                FindingLine(
                    Severity(finding.severity.value),
                    finding.say,
                    finding.place,
                    is_unasked=is_unasked(plan, finding.code, finding.place, today),
                )
                for finding in self.press.findings(plan, today, found)
            ),
            legal_met=sum(check.met for check in checks),
            legal_total=len(checks),
            legal_missing=tuple(sentences.legal[check.item] for check in checks if not check.met),
            homework=tuple(_homework(self.press.words.form, plan, today)),
        )

    def forget(self) -> None:
        """Drop what is kept of the last plan."""
        self._figures = None

    def figures(self, plan: Plan, today: date) -> Figures:
        """The figures of the plan, those kept where nothing in them has changed."""
        self._figures = figures(plan, today, self._figures)
        return self._figures


def _headline(teller: Teller) -> ConsequenceView:
    """The hour by which to leave, and the same as a time of the day."""
    if teller.figures.is_empty:
        return ConsequenceView()
    block = teller.headline()
    return ConsequenceView(
        lead=block.lead,
        figure=block.figure,
        note=block.tail,
        clock="　".join(filter(None, (block.aside_lead, block.aside_figure))),
        assumes="\n".join(block.notes),
        known=block.known,
    )


def _homework(form: Form, plan: Plan, today: date) -> Iterator[HomeworkLine]:
    for each in homework(plan):
        yield HomeworkLine(f"{_what(form, plan, each.path)}：{_who(each)}", each.path, each.is_late(today))


def _what(form: Form, plan: Plan, path: str) -> str:
    """Of which device, place or part of the page; a room looks on, so no private name of a row."""
    names = place_heading(form, plan, path, lambda item: item.private).split(SEPARATOR)
    return SEPARATOR.join(names[1:][-2:])


def _who(each: Homework) -> str:
    until = f"（{each.until.month}/{each.until.day}まで）" if each.until else ""
    return f"{each.whom or 'だれが確かめるか未定'}{until}"
