"""What the computed figures are called, and the sentences they stand in: forms/figures.toml."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evacplan.domain.blackout.counting import Reason
from evacplan.form.languages import Language, read_words
from evacplan.form.spec import Edition
from evacplan.form.supply_look import LOOKS
from evacplan.form.toml_file import FormError
from evacplan.form.view import Supply

FILE = "figures.toml"
FIGURES = (
    "need_now",
    "need_minimum",
    "need_day",
    "need_day_minimum",
    "first_stop",
    "first_stop_best",
    "autonomy",
    "oxygen",
    "leave_at",
    "leave_by",
    "leave_by_best",
    "target",
    "gap",
    "worst",
    "not_counted",
)


class FigureLabel(BaseModel):
    """What a figure is called and which editions may show it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: str
    editions: tuple[Edition, ...]


class FigureWords(BaseModel):
    """forms/figures.toml.

    letters: for segments too narrow for a word. told: what happens in a segment of the chart, as a sentence.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    figure: dict[str, FigureLabel]
    words: dict[str, str]
    letters: dict[Supply, str]
    told: dict[Supply, str]
    reasons: dict[Reason, str]


def load_figure_words(folder: Path, language: Language = Language.JAPANESE) -> FigureWords:
    """The words of the figures. Raises FormError naming what is missing."""
    try:
        found = FigureWords.model_validate(read_words(folder, FILE, language))
    except ValidationError as error:
        raise FormError(f"{FILE}: {error}") from error
    for name, there, wanted in (
        ("figure", set(found.figure), set(FIGURES)),
        ("reasons", set(found.reasons), set(Reason)),
        ("letters", set(found.letters), set(LOOKS)),
        ("told", set(found.told), set(Supply)),
    ):
        if there != wanted:
            raise FormError(f"{FILE}: [{name}] must name {sorted(wanted)}")
    return found
