"""A pack of forms: newer words, a town's own words, fields, layouts and logo, over the shipped forms folder.

manifest.toml         format, id, name, version, date, and the SHA-256 of every other file
forms/<name>.toml     takes the place of a shipped file of words
words/<section>.toml  other words for existing fields: label, short, help, example, need (only more needed)
editions/<paper>.toml takes the place of a shipped layout
extra.toml            the town's own fields, see extras.py
logo.png              stands in the head of the municipality's paper
"""

import hashlib
import json
import struct
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evacplan.domain.plan import SECTIONS
from evacplan.form.languages import OTHERS, kept_where_same
from evacplan.form.spec import Need
from evacplan.form.toml_file import FormError

MANIFEST, EXTRA, LOGO, OWNER = "manifest.toml", "extra.toml", "logo.png", "pack.toml"
_OWN_FILES = (EXTRA, LOGO)
_ITEM_WORDS = {"label", "short", "help", "example", "need"}
_SECTION_WORDS = {"title", "say", "reason"}
_NEEDS = [Need.MAY, Need.SHOULD, Need.MUST]
_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_PIXELS = 2000

_Words = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[^\x00-\x1f\x7f]+$")]


class PackHead(BaseModel):
    """Whose pack it is. id: stands before the name of each field of its own, so that no two packs clash."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    format: Literal["evacplan-pack/1"] = "evacplan-pack/1"
    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{1,19}$")]
    name: _Words
    version: _Words
    date: date


class Manifest(PackHead):
    """The first file of a pack."""

    sha256: dict[str, Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack whose hashes fit. fingerprint: the SHA-256 of the whole zip, to be compared by people."""

    head: PackHead
    files: Mapping[str, bytes]
    fingerprint: str


def read_manifest(data: bytes) -> Manifest:
    """The first file of a pack. Raises FormError naming the place."""
    return _validated(Manifest, _read(MANIFEST, data), MANIFEST)


def read_head(data: bytes) -> PackHead:
    """The head of a pack as its author writes it, in pack.toml. Raises FormError naming the place."""
    return _validated(PackHead, _read(OWNER, data), OWNER)


_AnyHead = TypeVar("_AnyHead", bound=PackHead)


def _validated(kind: type[_AnyHead], content: dict[str, Any], name: str) -> _AnyHead:
    try:
        return kind.model_validate(content)
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))[:80]
        raise FormError(f"{name}: {where}") from None


def compose(shipped: Path, pack: Pack) -> dict[str, bytes]:
    """Every file of the forms folder with a pack over it, by its path. Raises FormError naming the file.

    What comes out is checked by the loaders like the shipped folder itself.
    """
    found = {
        path.relative_to(shipped).as_posix(): path.read_bytes() for path in sorted(shipped.rglob("*.toml"))
    }
    known = frozenset(found)
    for name, data in pack.files.items():
        folder, _, file = name.rpartition("/")
        if name in _OWN_FILES:
            found[name] = _checked(name, data)
        elif folder == "words":
            continue
        else:
            target = file if folder == "forms" else name
            if folder not in ("forms", "editions") or target not in known:
                raise FormError(f"{name}: takes the place of no shipped file")
            found[target] = data
    for name, data in pack.files.items():
        if name.startswith("words/"):
            target = name.removeprefix("words/")
            found[target] = _overlaid(name, _read(name, data), _read(target, found.get(target, b"")))
    for name in known:
        language, _, base = name.partition("/")
        if language in OTHERS and found[base] != (before := (shipped / base).read_bytes()):
            kept = kept_where_same(_read(name, found[name]), _read(base, before), _read(base, found[base]))
            found[name] = as_toml(kept).encode()
    found[OWNER] = as_toml(pack.head.model_dump()).encode()
    return found


def read_logo(folder: Path) -> bytes:
    """The logo that a pack put into a forms folder, b"" without one."""
    path = folder / LOGO
    return path.read_bytes() if path.exists() else b""


def digest(files: Mapping[str, bytes]) -> str:
    """One SHA-256 over names and contents."""
    listed = [[name, hashlib.sha256(files[name]).hexdigest()] for name in sorted(files)]
    return hashlib.sha256(json.dumps(listed).encode()).hexdigest()


def _checked(name: str, data: bytes) -> bytes:
    if name == LOGO and not data.startswith(_PNG):
        raise FormError(f"{name}: is no PNG")
    if name == LOGO and max(struct.unpack(">II", data[16:24].ljust(8, b"\xff"))) > _MOST_PIXELS:
        raise FormError(f"{name}: is wider or higher than {_MOST_PIXELS} pixels")
    return data


def _read(name: str, data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FormError(f"{name}: {error}") from error


def _overlaid(name: str, words: dict[str, Any], shipped: dict[str, Any]) -> bytes:
    """A shipped file of words with some of them said otherwise."""
    if name.removeprefix("words/").removesuffix(".toml") not in SECTIONS:
        raise FormError(f"{name}: names no section")
    if strangers := set(words) - {"section", "item"}:
        raise FormError(f"{name}: unknown {sorted(strangers)}")
    _overlay(name, "section", words.get("section", {}), shipped["section"], _SECTION_WORDS)
    items = words.get("item", {})
    if not isinstance(items, dict):
        raise FormError(f"{name}: [item] must be a table")
    for item, said in items.items():
        if item not in shipped["item"]:
            raise FormError(f'{name}: [item."{item}"] names nothing in the form')
        _overlay(name, f'item."{item}"', said, shipped["item"][item], _ITEM_WORDS)
    return as_toml(shipped).encode()


def _overlay(name: str, where: str, said: Any, block: dict[str, Any], allowed: set[str]) -> None:
    if not isinstance(said, dict) or not all(isinstance(one, str) and one for one in said.values()):
        raise FormError(f"{name}: [{where}] must hold texts")
    if strangers := set(said) - allowed:
        raise FormError(f"{name}: [{where}]: a pack may not say {sorted(strangers)}")
    if "need" in said:
        try:
            before, after = Need(block.get("need", "may")), Need(said["need"])
        except ValueError as error:
            raise FormError(f"{name}: [{where}]: {error}") from error
        if _NEEDS.index(after) < _NEEDS.index(before):
            raise FormError(f"{name}: [{where}]: need may only rise, from {before.value!r}")
    block.update(said)


def as_toml(content: Mapping[str, Any]) -> str:
    """A table as TOML, one line for each of its names."""
    return "".join(f"{_text(name)} = {_value(value)}\n" for name, value in content.items())


def _value(value: Any) -> str:
    match value:
        case bool() | int() | float():
            return json.dumps(value)
        case str():
            return _text(value)
        case date():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case dict():
            inner = ", ".join(f"{_text(name)} = {_value(each)}" for name, each in value.items())
            return f"{{ {inner} }}"
    raise FormError(f"{type(value).__name__}: is no value of a pack")


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
