"""What the window needs of the app besides the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from evacplan.domain.errors import UserError

if TYPE_CHECKING:
    # At run time these would load the whole model before the first window is there.
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
    from evacplan.form.languages import Language
    from evacplan.form.municipalities import Municipalities
    from evacplan.form.papers import CopyMark, Paper
    from evacplan.form.postal import Address
    from evacplan.form.rehearsal_words import RehearsalTeller
    from evacplan.form.rundown_view import Asked, RunDownView
    from evacplan.form.spec import Form
    from evacplan.form.spellings import Unprintable
    from evacplan.ui.consequence import ConsequenceView
    from evacplan.ui.language import LanguageChoice
    from evacplan.ui.pack_ports import Packs
    from evacplan.ui.ports.plans import Plans
    from evacplan.ui.ports.vault import Training, Vault
    from evacplan.ui.print_choice import PrintChoices


class Services(Protocol):
    """Everything else the pages ask for. training: whose plans these are, None for the real ones."""

    @property
    def training(self) -> Training | None: ...

    @property
    def vault(self) -> Vault: ...
    @property
    def form(self) -> Form: ...
    @property
    def packs(self) -> Packs: ...

    @property
    def manual(self) -> Path:
        """The folder of the manual."""

    @property
    def shelf_life(self) -> ShelfLife:
        """How long confirmed answers count as current."""

    @property
    def changes(self) -> Changes:
        """What may change in the life of a child, and the places of the plan that each change touches."""

    @property
    def rehearsal_teller(self) -> RehearsalTeller:
        """Tells the steps of a rehearsal at the table."""

    def addresses(self, code: str) -> Sequence[Address]:
        """The towns of a postal code, none when there is no such code."""

    def areas(self) -> Municipalities:
        """The municipalities and what is the same for everybody there."""

    def device_hints(self) -> DeviceHints:
        """What is known of kinds and models of devices."""

    def today(self) -> date:
        """The day it is at the user's place."""

    def licences(self) -> str:
        """The parts of the app with their licences, "" where it runs from its source."""

    def read_plan(self, path: Path) -> Plan:
        """The plan of a plan document. Raises UserError."""

    def write_plan(self, path: Path, plan: Plan) -> None:
        """Write a plan document, readable by anyone who has it. Raises UserError."""

    def write(self, path: Path, data: bytes) -> None:
        """Write a file whole or not at all. Raises UserError."""

    def paper_title(self, paper: Paper) -> str:
        """What a paper is called."""

    def unprintable(self, plan: Plan) -> Sequence[Unprintable]:
        """The characters of the plan that no font prints in the shape meant."""

    @property
    def language(self) -> LanguageChoice:
        """The language of the window, and of the next start."""

    @property
    def print_choices(self) -> PrintChoices:
        """How printing was done last; kept while the app is open."""

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
        """The PDF of a paper; a draft says so on it. Raises UserError when it is refused.

        previous: the version handed out before, from which changes are marked. copy: what makes it one copy.
        second: whose words stand beside the Japanese ones, on the papers that have them.
        """

    def refused(self, refusal: Refusal) -> UserError:
        """Why a paper may not be handed to somebody, and what to do, in words."""

    def exchange_slip(self, plan: Plan, version: int, exchanges: Sequence[Exchange]) -> bytes:
        """The PDF that asks for old copies, a page for each recipient. plan: the new version."""

    def locked(self, pdf: bytes, password: str) -> bytes:
        """A PDF that opens only with the password. Raises UserError."""

    def ledger_files(self, plans: Plans, plan_id: str | None) -> Mapping[str, bytes]:
        """The ledger and the register of copies of one plan, or of all, as CSV by the names of the files."""

    def ledger_fault_words(self, fault: Fault) -> str:
        """What is wrong with the ledger, and where."""

    def rehearsal_sheet(
        self, plan: Plan, situation: Situation, asked: Mapping[tuple[str, str], Mark]
    ) -> bytes:
        """The PDF of a rehearsal at the table. asked: the homework of each break, by its code and place."""

    def minutes(self, plan: Plan, meeting: Meeting, spent: Mapping[str, float]) -> bytes:
        """The PDF of the minutes of a meeting. spent: seconds by section that were worked on that day."""

    def recovery_sheet(self, code: str, number: int) -> bytes:
        """The sheet with a recovery code as a PDF; names nobody."""

    def leaflet(self) -> bytes:
        """The PDF of the one side that families are given."""

    def blank_titles(self) -> Sequence[tuple[str, str]]:
        """The name of each blank form, of an edition or a section, and what it is called."""

    def blank_form(self, name: str) -> bytes:
        """The PDF of a blank form to fill in with a pen."""

    def consequence(self, plan: Plan) -> ConsequenceView:
        """What the plan means so far, for the panel beside the interview."""

    def run_down(self, plan: Plan, asked: Asked) -> RunDownView:
        """At which hour what stops, for the page of power."""

    def advice(self, plan: Plan) -> AdviceView:
        """What would last longer, and what to do at which hour; too slow for each key stroke."""

    def forget(self) -> None:
        """Drop what is kept of the last plan in memory."""
