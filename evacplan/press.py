"""From a plan to the bytes of a printed edition: the one place where words, view and paper meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from evacplan.domain import blackout
from evacplan.domain.copies import Basis
from evacplan.domain.figures import Figures, figures
from evacplan.domain.findings import findings
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.meeting import Meeting
from evacplan.form.advice import AdviceWords, load_advice_words, with_advice
from evacplan.form.beside import beside
from evacplan.form.edition import Words, build_view, load_words
from evacplan.form.exchange_slip import Exchange, Slip, load_slip_words
from evacplan.form.figure_words import Teller
from evacplan.form.finding_words import WordedFinding, in_words
from evacplan.form.freshness import ShelfLife, load_shelf_life, stale
from evacplan.form.handing_out import basis_or_refuse
from evacplan.form.languages import Language
from evacplan.form.minutes import Minutes, load_minutes_words
from evacplan.form.paper_figures import PaperFigures
from evacplan.form.papers import IN_TWO_LANGUAGES, CopyMark, Paper
from evacplan.form.recovery_sheet import recovery_sheet
from evacplan.form.spec import Edition
from evacplan.form.spellings import Unprintable, spelled
from evacplan.form.veil import hidden_fields, veiled, without_restated
from evacplan.form.view import Stamp, View
from evacplan.pdf.document import first_sides, render
from evacplan.pdf.fonts import Fonts, load_fonts
from evacplan.pdf.memory import Memory
from evacplan.system.fonts import rich_fonts
from evacplan.written import write_into

if TYPE_CHECKING:
    # Loaded when there is a rehearsal.
    from evacplan.domain.rehearsal import Situation


@dataclass
class Press:
    """Prints editions. forms, fonts: the shipped folders; both are read when first needed.

    stamp: on every paper it makes, None for real ones. language: of the words of its papers.
    in_window: nothing is printed with it; days and units are in its language, too.
    """

    forms: Path
    fonts_folder: Path
    stamp: Stamp | None = None
    language: Language = Language.JAPANESE
    in_window: bool = False
    _last: tuple[Plan, date, PaperFigures] | None = field(default=None, init=False, repr=False)
    _memory: Memory = field(default_factory=Memory, init=False, repr=False)
    _others: dict[Language, "Press"] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def words(self) -> Words:
        """Everything that is read from the forms folder."""
        figures = self.language if self.in_window else Language.JAPANESE
        return load_words(self.forms, self.language, figures)

    @cached_property
    def advice_words(self) -> AdviceWords:
        """The words of the levers, the ladder and who carries what."""
        return load_advice_words(self.forms, self.language)

    @cached_property
    def shelf_life(self) -> ShelfLife:
        """How long confirmed answers count as current; from the catalogue beside the fonts."""
        return load_shelf_life(self.fonts_folder.parent / "catalog", self.words.form)

    @cached_property
    def fonts(self) -> Fonts:
        """The embedded fonts."""
        return load_fonts(self.fonts_folder, rich_fonts())

    def print(
        self,
        plan: Plan,
        paper: Paper | Edition,
        today: date,
        *,
        confirmed: bool = False,
        previous: Plan | None = None,
        copy: CopyMark | None = None,
        second: Language | None = None,
    ) -> bytes:
        """The PDF of one paper. previous: the version issued before, from which changes are marked.

        copy: the number and the recipient of a copy that is handed out. second: the language whose words
        stand beside the Japanese ones, on the papers that have them (see papers.IN_TWO_LANGUAGES).

        Raises UserError when a paper for the municipality or its supporters may not be made.
        """
        told = partial(self.view, plan, paper, today, confirmed=confirmed, previous=previous, copy=copy)
        view = told()
        if second is not None and paper in IN_TWO_LANGUAGES:
            view = beside(view, told(language=second))
        return self.made(view, self._memory)

    def view(
        self,
        plan: Plan,
        paper: Paper | Edition,
        today: date,
        *,
        confirmed: bool = False,
        previous: Plan | None = None,
        copy: CopyMark | None = None,
        language: Language = Language.JAPANESE,
    ) -> View:
        """What one paper shows, in the words of a language, as of `print`."""
        press = self._in(language)
        return build_view(
            press.words,
            plan,
            paper,
            today=today,
            figures=press._figures_for(plan, Paper(paper), today),
            confirmed=confirmed,
            previous=previous,
            aged=stale(self.shelf_life, self.words.form, plan, today),
            copy=copy,
            japanese=self.words if press is not self else None,
        )

    def first_sides(self, view: View) -> tuple[int, ...]:
        """On which side, counted from 1, each page of a view begins."""
        return first_sides(view, self.fonts)

    def made(self, view: View, memory: Memory | None = None) -> bytes:
        """The PDF of a view, with the stamp. memory: as of `render`."""
        if self.stamp is not None:
            view = replace(view, stamp=self.stamp, pdf_title=f"{self.stamp.word}　{view.pdf_title}")
        return render(view, self.fonts, memory)

    def _in(self, language: Language) -> "Press":
        """The press with its words in a language."""
        if language is self.language:
            return self
        if language not in self._others:
            self._others[language] = Press(self.forms, self.fonts_folder, language=language)
        return self._others[language]

    def basis(self, plan: Plan, paper: Paper, recipient: str, today: date) -> Basis:
        """On what basis a paper may go to a recipient, as typed. Raises UserError when it may not."""
        words = self.words.form, self.words.sentences
        return basis_or_refuse(words, plan, paper, recipient=recipient, today=today)

    def exchange_slip(self, plan: Plan, version: int, exchanges: Sequence[Exchange]) -> bytes:
        """The PDF that asks for old copies back, a page for each recipient. version: the new one's number."""
        words = self.words
        titles = {paper: words.paper_title(paper) for paper in Paper}
        slip = Slip(load_slip_words(self.forms), words.form, titles, plan, version)
        return self.made(slip.view(exchanges))

    def minutes(self, plan: Plan, meeting: Meeting, spent: Mapping[str, float]) -> bytes:
        """The PDF of the minutes of a meeting. spent: seconds by section that were worked on that day."""
        form = self.words.form
        return self.made(Minutes(load_minutes_words(self.forms, form), form, plan, meeting, spent).view())

    def rehearsal_sheet(
        self, plan: Plan, situation: "Situation", today: date, asked: Mapping[tuple[str, str], Mark]
    ) -> bytes:
        """The PDF of a rehearsal at the table. asked: the homework of each break, by its code and place."""
        from evacplan.domain.rehearsal import rehearse  # noqa: PLC0415  (when there is one)
        from evacplan.form.rehearsal_sheet import RehearsalSheet  # noqa: PLC0415
        from evacplan.form.rehearsal_words import RehearsalTeller, load_rehearsal_words  # noqa: PLC0415

        teller = RehearsalTeller(load_rehearsal_words(self.forms), self.words.form, self.words.finding_words)
        sheet = RehearsalSheet(teller, plan, situation, today, asked)
        return self.made(sheet.view(rehearse(plan, today, situation)))

    def recovery_sheet(self, code: str, number: int, today: date) -> bytes:
        """The PDF of the sheet with a recovery code; it names nobody."""
        return self.made(recovery_sheet(code, number, today))

    def unprintable(self, plan: Plan) -> tuple[Unprintable, ...]:
        """The characters of the plan that no font prints in the shape meant, to be shown before printing."""
        found = []
        for text in spelled(self.words.form, plan):
            missing = self.fonts.missing_glyphs(text.text)
            if missing:
                found.append(Unprintable(text.path, text.label, missing, text.cure))
        return tuple(found)

    def figures(self, plan: Plan, today: date) -> PaperFigures:
        """The computed figures in words, and what to do about them; kept for the plan's other papers."""
        if self._last is None or self._last[0] is not plan or self._last[1] != today:
            self._last = plan, today, self._figures(plan, today)
            self._memory.turn()
        return self._last[2]

    def _figures_for(self, plan: Plan, paper: Paper, today: date) -> PaperFigures:
        """The figures in words that name nothing the family hides from the paper."""
        hidden = hidden_fields(self.words.form, plan, paper)
        named = veiled(plan, hidden)
        found = self.figures(plan, today)
        if named is not plan:
            teller = self.teller(named, figures(plan, today))
            found = with_advice(self.advice_words, teller, teller.paper(), today)
        return without_restated(found, hidden, self.words.figure_words) if hidden else found

    def forget(self) -> None:
        """Drop what is kept of the last plan."""
        blackout.forget()
        self._last = None
        self._others.clear()
        self._memory = Memory()
        if "fonts" in self.__dict__:  # else nothing was printed yet
            self.fonts.forget()

    def _figures(self, plan: Plan, today: date) -> PaperFigures:
        teller = self.teller(plan, figures(plan, today))
        return with_advice(self.advice_words, teller, teller.paper(), today)

    def findings(self, plan: Plan, today: date, found: Figures | None = None) -> tuple[WordedFinding, ...]:
        """What the plan lacks, contradicts or makes unsafe, in words, the red ones first."""
        words = self.words
        return tuple(
            in_words(words.form, words.finding_words, plan, finding)
            for finding in findings(plan, today, found)
        )

    def teller(self, plan: Plan, found: Figures) -> Teller:
        """What tells the figures of a plan in words."""
        words = self.words
        return Teller(words.form, words.sentences, words.figure_words, words.finding_words, plan, found)


def write_editions(
    folder: Path,
    plan: Plan,
    printed: Mapping[Edition, bytes] | Mapping[Paper, bytes],
    *,
    named: bool = False,
    second: Language | None = None,
) -> list[Path]:
    """Write each paper as a whole file named by plan number, paper and version; returns the paths.

    named: with the child's name, too, because somebody asked for it. second: as it was printed. Raises
    UserError when the folder cannot be written to.
    """
    number = "".join(c for c in plan.meeting.plan_number or "" if c.isascii() and (c.isalnum() or c in "-_"))
    name = "".join(c for c in plan.child.name or "" if c.isalnum()) if named else ""
    version = f"v{plan.meeting.plan_version}" if plan.meeting.plan_version else ""
    written = []
    for paper, data in printed.items():
        # Cut where they are longer than a file name may be: 255 bytes, of which a kanji takes three.
        words = second.value if second is not None and paper in IN_TWO_LANGUAGES else ""
        said = (number[:80] or "plan", name[:40], paper.value, words, version)
        written.append(write_into(folder, f"{'-'.join(filter(None, said))}.pdf", data))
    return written
