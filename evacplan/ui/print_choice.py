"""Which printers there are, what they can do, and what was chosen last; no widget."""

from __future__ import annotations

from dataclasses import dataclass, field

from evacplan.form.languages import Language

NAMES = {Language.ENGLISH: "English", Language.EASY: "やさしい日本語"}  # of second languages, in themselves


@dataclass(frozen=True, slots=True)
class PrinterFacts:
    """One printer of the system, by its name there."""

    name: str
    is_default: bool = False
    can_turn: bool = True
    has_colour: bool = True


@dataclass(slots=True)
class PrintChoices:
    """What was chosen in this session; None where nothing was, so that paper and printer decide.

    seconds: for each plan the language whose words stand beside the Japanese ones on the family's papers.
    """

    printer: str = ""
    two_sided: bool | None = None
    grey: bool | None = None
    seconds: dict[str, Language] = field(default_factory=dict)

    def printer_among(self, printers: tuple[PrinterFacts, ...]) -> int:
        """The place of the printer to begin with: the last one, the system's choice, or the first."""
        names = [each.name for each in printers]
        if self.printer in names:
            return names.index(self.printer)
        return next((place for place, each in enumerate(printers) if each.is_default), 0)

    def turns(self, printer: PrinterFacts) -> bool:
        """Whether papers of several pages are printed on both sides to begin with."""
        return printer.can_turn and self.two_sided is not False

    def is_grey(self, printer: PrinterFacts) -> bool:
        """Whether it prints in grey to begin with."""
        return not printer.has_colour or bool(self.grey)


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is to be printed. pages: of one document; 0: several documents, each whole.

    turns: whether it has several pages to be printed on both sides. counted: each copy is one of a version
    with a record, so that only one is printed at a time.
    """

    pages: int
    turns: bool
    counted: bool
