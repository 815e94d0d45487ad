"""The words of forms/ in another language: an overlay that says some texts of a Japanese file otherwise.

forms/en/home.toml has tables of the same names and keys as forms/home.toml, only texts, nothing else.
A text inside a list of tables (pages of an edition, steps of a change), or one that comes many times (the
group of a field), is said in its table [texts]: the whole Japanese text = the translation.
What is not translated stays Japanese, and is listed by `missing`.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from evacplan.form.toml_file import FormError, read_toml

TEXTS = "texts"
_JAPANESE = re.compile(r"[\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff]")
_CODE = re.compile(r"[a-z][a-z0-9_.*]*")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_SMALL_PRINT = "｜"


class Language(StrEnum):
    """In which language the words are. EASY: やさしい日本語."""

    JAPANESE = "ja"
    ENGLISH = "en"
    EASY = "easy"


OTHERS = tuple(language for language in Language if language is not Language.JAPANESE)


def read_words(folder: Path, name: str, language: Language = Language.JAPANESE) -> dict[str, Any]:
    """A file of words in a language, Japanese where it says nothing. Raises FormError naming file and key."""
    base = read_toml(folder / name, name)
    over = _overlay(folder, name, language)
    return overlaid(base, over, f"{language.value}/{name}") if over else base


def overlaid(base: dict[str, Any], over: dict[str, Any], file: str) -> dict[str, Any]:
    """The Japanese words with those of another language over them. Raises FormError naming file and key."""
    texts = over.get(TEXTS, {})
    if strangers := set(texts) - {text for _, text in _texts(base)}:
        raise FormError(f"{file}: [{TEXTS}] {sorted(strangers)[0]!r} does not stand in the Japanese file")
    for text, said in texts.items():
        _check(text, said, f"{file}: [{TEXTS}] {text!r}")
    own = {name: value for name, value in over.items() if name != TEXTS}
    return _table(base, own, texts, f"{file}: ")


def missing(folder: Path, language: Language) -> list[str]:
    """Every Japanese text without a translation: 「home.toml: item.bed_room.label」."""
    return [
        f"{name}: {place}"
        for name in file_names(folder)
        for place, text in _untranslated(read_toml(folder / name), _overlay(folder, name, language))
    ]


def file_names(folder: Path) -> list[str]:
    """The files of words of a forms folder, without the other languages."""
    return [path.relative_to(folder).as_posix() for path in sorted(folder.glob("*.toml"))] + [
        path.relative_to(folder).as_posix() for path in sorted((folder / "editions").glob("*.toml"))
    ]


def strays(folder: Path, language: Language) -> list[str]:
    """The overlays that lie over no file."""
    own = folder / language.value
    found = {path.relative_to(own).as_posix() for path in own.rglob("*.toml")}
    return sorted(found - set(file_names(folder)))


def kept_where_same(over: dict[str, Any], before: Any, after: Any) -> dict[str, Any]:
    """What still holds of an overlay when the Japanese file below it was changed, as by a pack.

    What the pack says otherwise loses its translation: better the town's own Japanese than old English.
    """
    texts = set(_all_texts(after))
    kept = {text: said for text, said in over.get(TEXTS, {}).items() if text in texts}
    own = {name: value for name, value in over.items() if name != TEXTS}
    found = _kept(own, before, after) or {}
    return {**found, TEXTS: kept} if kept else found


def _overlay(folder: Path, name: str, language: Language) -> dict[str, Any]:
    path = folder / language.value / name
    return (
        read_toml(path, f"{language.value}/{name}")
        if language is not Language.JAPANESE and path.exists()
        else {}
    )


def _table(base: dict[str, Any], over: Any, texts: dict[str, str], where: str) -> dict[str, Any]:
    if not isinstance(over, dict):
        raise FormError(f"{where} must be a table")
    if strangers := set(over) - set(base):
        raise FormError(f"{where} {sorted(strangers)[0]!r} does not stand in the Japanese file")
    start = where if where.endswith(" ") else f"{where}."
    return {name: _value(value, over.get(name), texts, f"{start}{name}") for name, value in base.items()}


def _value(base: Any, over: Any, texts: dict[str, str], where: str) -> Any:
    match base:
        case dict():
            return _table(base, {} if over is None else over, texts, where)
        case str():
            return texts.get(base, base) if over is None else _check(base, over, where)
        case list() if over is None:
            return [_value(each, None, texts, where) for each in base]
        case list() if all(isinstance(each, str) for each in base):
            if not isinstance(over, list) or len(over) != len(base):
                raise FormError(f"{where} must be a list of {len(base)} texts")
            return [_check(each, said, where) for each, said in zip(base, over, strict=True)]
    if over is not None:
        raise FormError(f"{where} is no text; inside a list of tables use [{TEXTS}]")
    return base


def _check(base: str, said: Any, where: str) -> str:
    """A translation that may stand for a text."""
    if not isinstance(said, str) or not said.strip():
        raise FormError(f"{where} must be a text")
    if not base or _CODE.fullmatch(base):
        raise FormError(f"{where} is not translated, the app reads {base!r}")
    if set(_PLACEHOLDER.findall(base)) != set(_PLACEHOLDER.findall(said)):
        raise FormError(f"{where} must hold {sorted(set(_PLACEHOLDER.findall(base)))} and no others")
    if base.count(_SMALL_PRINT) != said.count(_SMALL_PRINT):
        raise FormError(f"{where} must hold {_SMALL_PRINT} as often as the Japanese text")
    return said


def _texts(base: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a file with its place."""
    match base:
        case str():
            yield place, base
        case dict():
            for name, value in base.items():
                yield from _texts(value, f"{place}.{name}" if place else name)
        case list():
            for number, value in enumerate(base):
                yield from _texts(value, f"{place}[{number}]")


def _all_texts(base: Any) -> Iterator[str]:
    return (text for _, text in _texts(base))


def _untranslated(base: dict[str, Any], over: dict[str, Any]) -> Iterator[tuple[str, str]]:
    said = dict(_texts({name: value for name, value in over.items() if name != TEXTS}))
    known = over.get(TEXTS, {})
    for place, text in _texts(base):
        if _JAPANESE.search(text) and place not in said and text not in known:
            yield place, text


def _kept(over: Any, before: Any, after: Any) -> Any:
    """The part of an overlay whose Japanese is the same as before; None where nothing is."""
    if not isinstance(over, dict):
        return over if before == after else None
    if not isinstance(before, dict) or not isinstance(after, dict):
        return None
    inner = {name: _kept(value, before.get(name), after.get(name)) for name, value in over.items()}
    return {name: value for name, value in inner.items() if value is not None} or None
