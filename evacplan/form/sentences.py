"""Fixed sentences of the paper and of refusals, read from forms/sentences.toml."""

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator

from evacplan.domain.choices import Fallback
from evacplan.domain.legal import LegalItem, Refusal
from evacplan.form.languages import Language, read_words
from evacplan.form.toml_file import FormError

FILE = "sentences.toml"


class RefusalWords(BaseModel):
    """Why a paper is refused, what to do now, and what to say to the family."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    why: str
    do: str
    say: str


class Sentences(BaseModel):
    """Every fixed sentence; {name} placeholders are filled where it is used."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    legal: dict[LegalItem, str]
    legal_numbers: dict[LegalItem, str]
    refusal: dict[Refusal, RefusalWords]
    swap: dict[Fallback, str]
    swap_when_it_stops: dict[Fallback, str]
    paper: dict[str, str]
    vague: tuple[str, ...]
    supply: dict[str, str]
    groups: dict[str, str]
    severities: dict[str, str]

    @model_validator(mode="after")
    def _complete(self) -> "Sentences":
        wanted: tuple[tuple[Collection[str], type[StrEnum]], ...] = (
            (self.legal, LegalItem),
            (self.legal_numbers, LegalItem),
            (self.refusal, Refusal),
            (self.swap, Fallback),
            (self.swap_when_it_stops, Fallback),
        )
        for found, kind in wanted:
            if set(found) != set(kind):
                raise ValueError(f"every {kind.__name__} needs its words")
        return self


def load_sentences(folder: Path, language: Language = Language.JAPANESE) -> Sentences:
    """The sentences of a forms folder. Raises FormError naming the file."""
    try:
        return Sentences.model_validate(read_words(folder, FILE, language))
    except ValidationError as error:
        raise FormError(f"{FILE}: {error}") from error
