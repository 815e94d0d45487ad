"""What the user set up about the window; one file, never a personal value."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evacplan.system.files import write_whole


class Settings(BaseModel):
    """How the window looks and when it locks; unchangeable, use `model_copy`."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, strict=True)

    zoom_percent: Annotated[int, Field(ge=50, le=300)] = 100
    window_width: Annotated[int, Field(ge=400, le=20_000)] = 1280
    window_height: Annotated[int, Field(ge=300, le=20_000)] = 800
    window_maximised: bool = False
    lock_minutes: Annotated[int, Field(ge=1, le=240)] = 10
    lock_on_minimise: bool = False
    language: Literal["ja", "en"] = "ja"
    tour: Literal["", "done", "skipped"] = ""


@dataclass(frozen=True)
class Loaded:
    """The settings to use, and where a file that could not be read was kept; None if all is well."""

    settings: Settings
    kept_aside: Path | None = None


def load(path: Path) -> Loaded:
    """The saved settings, or the defaults where there is no file.

    A file that is broken, or has settings this version does not know, is renamed and not
    overwritten, so that it can be mended by hand. Raises OSError when it may not be read or renamed.
    """
    try:
        return Loaded(Settings.model_validate_json(path.read_bytes()))
    except FileNotFoundError:
        return Loaded(Settings())
    except ValidationError:
        return Loaded(Settings(), _keep_aside(path))


def language_in(path: Path) -> Literal["ja", "en"]:
    """The language of the window, that of the defaults where the file tells none; it is left alone."""
    try:
        return Settings.model_validate_json(path.read_bytes()).language
    except (OSError, ValidationError):
        return Settings().language


def save(path: Path, settings: Settings) -> None:
    """Write the settings; raises OSError."""
    write_whole(path, settings.model_dump_json(indent=1).encode() + b"\n")


def _keep_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.stem}.broken-{number}{path.suffix}")).exists():
        number += 1
    path.rename(aside)
    with contextlib.suppress(OSError):
        aside.chmod(0o600)
    return aside
