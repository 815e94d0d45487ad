"""Fonts installed on this computer that know more characters than the shipped ones."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

RICH = ("ipamjm.ttf", "ipamjm.otf")  # IPAmj Mincho: nearly every character of a family register


def rich_fonts(folders: Iterator[Path] | None = None) -> tuple[Path, ...]:
    """The font files with very many characters that are installed, in the order in which to ask them."""
    found = (folder / name for folder in folders or font_folders() for name in RICH)
    return tuple(path for path in found if path.is_file())


def font_folders() -> Iterator[Path]:
    """The folders in which this system keeps fonts, the user's own first."""
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("LOCALAPPDATA", home)) / "Microsoft" / "Windows" / "Fonts"
        yield Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
    elif sys.platform == "darwin":
        yield from (home / "Library" / "Fonts", Path("/Library/Fonts"))
    else:
        for base in (home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts")):
            yield from _with_inner(base)
        yield from _with_inner(Path("/usr/share/fonts"))


def _with_inner(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield folder
        yield from sorted(path for path in folder.rglob("*") if path.is_dir())
