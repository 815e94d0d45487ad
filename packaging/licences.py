"""Write the parts of the bundle with their licences, from the distributions that are installed.

    python packaging/licences.py TARGET      with the Python of the environment that is bundled

Every distribution that run.lock names for this system is in it, and PyInstaller, whose starter is in it.
One without a licence text, of its own or in packaging/licences/, stops the build.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ROOT / "packaging" / "licences"
STARTER = "pyinstaller"
_IS_TEXT = re.compile(r"(?i)(licen[sc]e|copying|notice|authors)")
_LINE = "─" * 40
_HEAD = """\
evacplan に含まれる部品とライセンス

evacplan 自身は MIT ライセンスです。

"""


class MissingError(Exception):
    """A distribution that brings no licence text."""


def locked(lock: Path) -> list[str]:
    """The names of the distributions that a lock file wants on this system."""
    text = re.sub(r"\\\n", "", lock.read_text(encoding="utf-8"))
    lines = (line.split(" --hash")[0] for line in text.splitlines() if line and not line.startswith("#"))
    wanted = (Requirement(line) for line in lines)
    return [canonicalize_name(one.name) for one in wanted if not one.marker or one.marker.evaluate()]


def others() -> list[dict[str, Any]]:
    """What is in the bundle beside the distributions."""
    parts: list[dict[str, Any]] = tomllib.loads((TEXTS / "others.toml").read_text(encoding="utf-8"))["part"]
    return parts


def text_of(part: dict[str, Any]) -> str:
    """The licence texts of another part, one below the other, after its note."""
    files = (ROOT / name[1:] if name.startswith("/") else TEXTS / name for name in part["texts"])
    return "\n\n".join([part.get("note", "").strip(), *(file.read_text(encoding="utf-8") for file in files)])


def texts(found: Distribution) -> list[str]:
    """The licence texts that a distribution brings."""
    files = [
        file for file in found.files or () if ".dist-info" in file.parts[0] and _IS_TEXT.search(file.name)
    ]
    paths = sorted(Path(str(file.locate())) for file in files)
    return [path.read_text(encoding="utf-8", errors="replace").strip() for path in paths]


def licence(found: Distribution) -> str:
    """The licence as the distribution names it, in one line."""
    said = found.metadata.json  # the names in lower case with low lines
    named = str(said.get("license_expression") or said.get("license") or "")
    classified = [line.split(" :: ")[-1] for line in said.get("classifier", ()) if line.startswith("License")]
    return " ".join((named or "、".join(classified) or "下の文のとおり").split())


def inside(found: Distribution) -> list[str]:
    """What else was built into a distribution, where it brings a list: name, version, licence."""
    lists = [file for file in found.files or () if "sboms" in file.parts and file.name.endswith(".json")]
    seen = {}
    for file in lists:
        for one in json.loads(Path(str(file.locate())).read_text(encoding="utf-8")).get("components", ()):
            seen[one["name"]] = f"    {one['name']} {one.get('version', '')}  {_named(one)}".rstrip()
    return sorted(seen.values())


def _named(component: dict[str, Any]) -> str:
    found = []
    for one in component.get("licenses", ()):
        kind = one.get("license", {})
        found.append(one.get("expression") or kind.get("id") or kind.get("name") or "")
    return "、".join(filter(None, found))


def section(title: str, licence_name: str, body: str) -> str:
    """One part of the list."""
    return f"{_LINE}\n{title}\nライセンス: {licence_name}\n{_LINE}\n\n{body.strip()}\n"


def of_distribution(name: str, elsewhere: set[str]) -> str:
    """The section of a distribution. elsewhere: those whose text stands in a section of its own."""
    found = distribution(name)
    bodies = texts(found)
    if not bodies and name not in elsewhere:
        raise MissingError(f"{name} brings no licence text: put one into packaging/licences/")
    if not bodies:
        bodies = ["許諾の文は、この一覧の終わりにあります。"]
    if within := inside(found):
        bodies.append("中に組み込まれたもの:\n" + "\n".join(within))
    return section(f"{found.metadata['Name']} {found.version}", licence(found), "\n\n".join(bodies))


def sections(lock: Path) -> Iterator[str]:
    """Every section, the distributions first."""
    elsewhere = {name for part in others() if part["texts"] for name in part["for"]}
    for name in [*locked(lock), STARTER]:
        yield of_distribution(name, elsewhere)
    for part in others():
        yield section(part["title"], part["licence"], text_of(part))


def main() -> int:
    """Write the list to the file named."""
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    parts = "\n".join(sections(ROOT / "packaging" / "run.lock"))
    target.write_text(_HEAD + parts, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
