"""How days, units and amounts are written: on paper always as in Japan, in the window in its language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evacplan.domain.month import Month, format_month
from evacplan.domain.wareki import format_calendar_year, format_day
from evacplan.form.languages import Language, read_words
from evacplan.form.toml_file import FormError

FILE = "units.toml"
_WORDS = {
    *("hours", "minutes", "times", "half", "field", "field_of"),
    *("ask", "ask_until", "ask_by_until", "confirmed_with", "confirmed_on", "confirmed"),
}


@dataclass(frozen=True, slots=True)
class Formats:
    """forms/units.toml in one language."""

    language: Language
    units: Mapping[str, str]
    words: Mapping[str, str]

    def day(self, value: date | Month) -> str:
        """A day: 令和8年11月10日, or 2026-11-10, which fields take as well; a month without the day."""
        if self.language is Language.ENGLISH:
            return value.isoformat()
        return format_month(value) if isinstance(value, Month) else format_day(value)

    def year(self, value: int) -> str:
        """A year: 1982年（昭和57年）, or 1982."""
        return str(value) if self.language is Language.ENGLISH else format_calendar_year(value)

    def unit(self, unit: str) -> str:
        """A unit of the model as it is shown."""
        return self.units.get(unit, unit)

    def write(self, name: str, **values: str) -> str:
        """One of the words with what is filled in."""
        return self.words[name].format(**values)


def load_formats(folder: Path, language: Language = Language.JAPANESE) -> Formats:
    """The formats of a forms folder. Raises FormError naming the file."""
    found = read_words(folder, FILE, language)
    if set(found) != {"units", "words"} or set(found["words"]) != _WORDS:
        raise FormError(f"{FILE}: must hold [units] and [words] with {sorted(_WORDS)}")
    return Formats(language, found["units"], found["words"])
