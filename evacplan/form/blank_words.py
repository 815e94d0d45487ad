"""The words of the blank forms, read from forms/blank.toml."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evacplan.form.languages import Language, read_words
from evacplan.form.spec import Form, Repeat
from evacplan.form.toml_file import FormError

FILE = "blank.toml"


class StandIn(BaseModel):
    """What a block that computes asks for on a blank form: a list and the fields that get a column."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rows: str
    columns: tuple[str, ...]


class BlankWords(BaseModel):
    """forms/blank.toml. head: fields to write at the head of every side. rows: empty rows of each list;
    edition_rows: at most so many on the form of an edition.

    day, year, clock, bands, hours: the words between which such an answer is written.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    all: str
    line: str
    footer: str
    must: str
    say: str
    several: str
    several_short: str
    one: str
    memo: str
    more: str
    more_edition: str
    picture: str
    day: tuple[str, ...]
    year: tuple[str, ...]
    clock: tuple[str, ...]
    bands: tuple[str, ...]
    hours: tuple[str, ...]
    head: tuple[str, ...]
    table_rows: int
    cards: int
    rows: dict[str, int]
    edition_rows: dict[str, int]
    stand_in: dict[str, StandIn]


def load_blank_words(folder: Path, form: Form, language: Language = Language.JAPANESE) -> BlankWords:
    """The words of the blank forms. Raises FormError naming what does not fit the form."""
    try:
        words = BlankWords.model_validate(read_words(folder, FILE, language))
    except ValidationError as error:
        raise FormError(f"{FILE}: {error}") from error
    lists = {*words.rows, *words.edition_rows, *(one.rows for one in words.stand_in.values())}
    for path in lists:
        if not isinstance(form.parts_by_path.get(path), Repeat):
            raise FormError(f"{FILE}: {path} is no list")
    columns = {f"{one.rows}.{name}" for one in words.stand_in.values() for name in one.columns}
    for path in {*words.head, *columns}:
        if path not in form.parts_by_path:
            raise FormError(f"{FILE}: {path} names nothing in the form")
    return words
