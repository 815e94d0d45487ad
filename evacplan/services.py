"""What the window asks for beside the plans: the printing press, files and the clock."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from evacplan.domain.errors import UserError
from evacplan.form.languages import Language
from evacplan.form_packs import FormPacks
from evacplan.system.files import write_whole
from evacplan.system.paths import ShippedPaths
from evacplan.training import TrainingGround
from evacplan.ui.language import JAPANESE, LanguageChoice
from evacplan.ui.ports import Plans
from evacplan.ui.print_choice import PrintChoices
from evacplan.vault import StoreVault

if TYPE_CHECKING:
    # Each of these takes a tenth of a second; the window for the passphrase is there before.
    from evacplan.consequence import Consequence
    from evacplan.domain.ledger import Fault
    from evacplan.domain.legal import Refusal
    from evacplan.domain.plan import Mark, Plan
    from evacplan.domain.plan.meeting import Meeting
    from evacplan.domain.rehearsal import Situation
    from evacplan.form.advice_view import AdviceView
    from evacplan.form.change_walk import Changes
    from evacplan.form.device_hints import DeviceHints
    from evacplan.form.exchange_slip import Exchange
    from evacplan.form.freshness import ShelfLife
    from evacplan.form.municipalities import Municipalities
    from evacplan.form.papers import CopyMark, Paper
    from evacplan.form.postal import Address, PostalCodes
    from evacplan.form.rehearsal_words import RehearsalTeller
    from evacplan.form.rundown_view import Asked, RunDownView
    from evacplan.form.spec import Form
    from evacplan.form.spellings import Unprintable
    from evacplan.press import Press
    from evacplan.ui.consequence import ConsequenceView


class AppServices:
    """What the pages ask for beside the plans. training: every paper says that it is one."""

    def __init__(
        self,
        vault: StoreVault,
        shipped: ShippedPaths,
        packs: FormPacks | None = None,
        training: TrainingGround | None = None,
    ) -> None:
        self.vault = vault
        self.training = training
        self.packs = packs or FormPacks(shipped)
        self.print_choices = PrintChoices()
        self.language = LanguageChoice()
        self._shipped = shipped

    @cached_property
    def _press(self) -> Press:
        from evacplan.form.stamp import TRAINING  # noqa: PLC0415  (the form)
        from evacplan.press import Press  # noqa: PLC0415  (ReportLab and the fonts)

        stamp = TRAINING if self.training is not None else None
        return Press(self.packs.forms, self._shipped.fonts, stamp)

    @cached_property
    def _spoken(self) -> Press:
        """The press in whose words the window speaks; papers are printed by the other one."""
        if self.language.now == JAPANESE:
            return self._press
        from evacplan.press import Press  # noqa: PLC0415  (ReportLab and the fonts)

        language = Language(self.language.now)
        return Press(self.packs.forms, self._shipped.fonts, language=language, in_window=True)

    @property
    def manual(self) -> Path:
        return self._shipped.manual

    @property
    def form(self) -> Form:
        return self._spoken.words.form

    @property
    def shelf_life(self) -> ShelfLife:
        return self._spoken.shelf_life

    @cached_property
    def changes(self) -> Changes:
        """What may change, and the places that each change touches."""
        from evacplan.form.change_walk import load_changes  # noqa: PLC0415  (when something changed)

        return load_changes(self.packs.forms, self.form, Language(self.language.now))

    @cached_property
    def rehearsal_teller(self) -> RehearsalTeller:
        """Tells the steps of a rehearsal at the table."""
        from evacplan.form.rehearsal_words import (  # noqa: PLC0415  (when there is one)
            RehearsalTeller,
            load_rehearsal_words,
        )

        words = self._spoken.words
        own = load_rehearsal_words(self.packs.forms, Language(self.language.now))
        return RehearsalTeller(own, words.form, words.finding_words)

    @cached_property
    def _postal_codes(self) -> PostalCodes:
        from evacplan.form.postal import PostalCodes  # noqa: PLC0415  (only when a code is typed)

        return PostalCodes(self._shipped.catalog)

    def addresses(self, code: str) -> Sequence[Address]:
        """The towns of a postal code."""
        return self._postal_codes.find(code)

    def areas(self) -> Municipalities:
        """The municipalities and what is the same for everybody there."""
        from evacplan.form.municipalities import load_municipalities  # noqa: PLC0415  (with an address)

        return load_municipalities(self._shipped.catalog)

    def device_hints(self) -> DeviceHints:
        """What is known of kinds and models of devices."""
        from evacplan.form.device_hints import load_device_hints  # noqa: PLC0415  (with a device)

        return load_device_hints(self._shipped.catalog)

    def today(self) -> date:
        return datetime.now().astimezone().date()

    def licences(self) -> str:
        """The parts of the app with their licences, "" where it runs from its source."""
        path = self._shipped.licences
        return path.read_text(encoding="utf-8") if path.is_file() else ""

    def read_plan(self, path: Path) -> Plan:
        """The plan of a plan document; raises UserError."""
        from evacplan.exchange.plan_file import read_plan  # noqa: PLC0415  (the whole model)

        return read_plan(path)

    def write_plan(self, path: Path, plan: Plan) -> None:
        """Write a plan document; raises UserError."""
        from evacplan.domain import document  # noqa: PLC0415  (the whole model)

        self.write(path, document.dumps(plan))

    def write(self, path: Path, data: bytes) -> None:
        """Write a file whole or not at all; raises UserError."""
        try:
            write_whole(path, data)
        except OSError as error:
            raise UserError(
                "ファイルを保存できませんでした。",
                why="その場所には書き込めないか、空きが足りません。",
                do="別の場所を選んで、もう一度保存してください。",
            ) from error

    def paper_title(self, paper: Paper) -> str:
        """What a paper is called."""
        return self._spoken.words.paper_title(paper)

    def unprintable(self, plan: Plan) -> Sequence[Unprintable]:
        """The characters of the plan that no font prints in the shape meant."""
        return self._press.unprintable(plan)

    def render(
        self,
        plan: Plan,
        paper: Paper,
        *,
        confirmed: bool,
        previous: Plan | None,
        copy: CopyMark | None = None,
        second: Language | None = None,
    ) -> bytes:
        """The PDF of a paper; raises UserError when it is refused."""
        # Copies that cannot be counted bear no number.
        mark = copy if copy is not None and copy.number else None
        return self._press.print(
            plan, paper, self.today(), confirmed=confirmed, previous=previous, copy=mark, second=second
        )

    def refused(self, refusal: Refusal) -> UserError:
        """Why a paper may not be handed to somebody, what to do, and what to say to the family."""
        from evacplan.form.handing_out import told  # noqa: PLC0415  (the words)

        return told(self._spoken.words.sentences, refusal)

    def exchange_slip(self, plan: Plan, version: int, exchanges: Sequence[Exchange]) -> bytes:
        """The PDF that asks for old copies, a page for each recipient."""
        return self._press.exchange_slip(plan, version, exchanges)

    def locked(self, pdf: bytes, password: str) -> bytes:
        """A PDF that opens only with the password; raises UserError."""
        from evacplan.locked_pdf import locked  # noqa: PLC0415  (pypdf)

        return locked(pdf, password)

    def ledger_files(self, plans: Plans, plan_id: str | None) -> Mapping[str, bytes]:
        """The ledger and the register of copies as CSV by the names of the files."""
        from evacplan.exchange.ledger_csv import copies_csv, ledger_csv  # noqa: PLC0415  (when asked for)
        from evacplan.form.papers import Paper  # noqa: PLC0415  (the form)

        lines = (*plans.entries(), *plans.entries(archived=True))
        numbers = {line.plan_id: line.number for line in lines}
        titles = {paper.value: self._press.words.paper_title(paper) for paper in Paper}
        wanted = sorted(numbers) if plan_id is None else [plan_id]
        issues = [issue for each in wanted for issue in plans.issues(each)]
        day, zone = f"{self.today():%Y%m%d}", datetime.now().astimezone().tzinfo
        return {
            f"台帳-{day}.csv": ledger_csv(plans.ledger(plan_id), numbers, zone),
            f"控え台帳-{day}.csv": copies_csv(issues, numbers, titles, zone),
        }

    def ledger_fault_words(self, fault: Fault) -> str:
        """What is wrong with the ledger, and where."""
        from evacplan.exchange.ledger_csv import fault_in_words  # noqa: PLC0415  (when asked for)

        return fault_in_words(fault)

    def minutes(self, plan: Plan, meeting: Meeting, spent: Mapping[str, float]) -> bytes:
        """The PDF of the minutes of a meeting."""
        return self._press.minutes(plan, meeting, spent)

    def rehearsal_sheet(
        self, plan: Plan, situation: Situation, asked: Mapping[tuple[str, str], Mark]
    ) -> bytes:
        """The PDF of a rehearsal at the table, in Japanese as all papers are."""
        return self._press.rehearsal_sheet(plan, situation, self.today(), asked)

    def recovery_sheet(self, code: str, number: int) -> bytes:
        """The sheet with a recovery code as a PDF."""
        return self._press.recovery_sheet(code, number, self.today())

    def leaflet(self) -> bytes:
        """The PDF of the one side that families are given."""
        from evacplan.manual_pages import leaflet_pdf  # noqa: PLC0415  (ReportLab)

        return leaflet_pdf(self._press, self.manual)

    def blank_titles(self) -> Sequence[tuple[str, str]]:
        """The name of each blank form and what it is called."""
        from evacplan.blank_forms import titles  # noqa: PLC0415  (ReportLab)

        return tuple(titles(self._spoken))

    def blank_form(self, name: str) -> bytes:
        """The PDF of a blank form to fill in with a pen."""
        from evacplan.blank_forms import blank_pdf  # noqa: PLC0415  (ReportLab)

        return blank_pdf(self._press, name)

    def consequence(self, plan: Plan) -> ConsequenceView:
        """What the plan means so far."""
        return self._consequence(plan, self.today())

    def run_down(self, plan: Plan, asked: Asked) -> RunDownView:
        """At which hour what stops."""
        from evacplan.form.rundown_view import rundown_view  # noqa: PLC0415  (the run-down)

        found = self._consequence.figures(plan, self.today())
        return rundown_view(self._spoken.teller(plan, found), asked)

    def advice(self, plan: Plan) -> AdviceView:
        """What would last longer, and what to do at which hour."""
        from evacplan.form.advice_view import advice_view  # noqa: PLC0415  (the levers)

        found = self._consequence.figures(plan, self.today())
        return advice_view(self._spoken.advice_words, self._spoken.teller(plan, found))

    @cached_property
    def _consequence(self) -> Consequence:
        from evacplan.consequence import Consequence  # noqa: PLC0415  (Qt's widgets and the run-down)

        return Consequence(self._spoken)

    def forget(self) -> None:
        """Drop what is kept of the last plan, before the window is locked."""
        self._press.forget()
        self._consequence.forget()

    def warm_up(self) -> Iterator[None]:
        """Load in small steps what the first page does not need, while nobody waits for it."""
        from evacplan import open_plans  # noqa: PLC0415

        open_plans.load()
        yield
        from evacplan.ui import open_plan  # noqa: F401, PLC0415

        yield
        _ = self.form
        yield
        from evacplan.ui import preview  # noqa: F401, PLC0415
