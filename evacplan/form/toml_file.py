"""Reading the words of forms/."""

import tomllib
from pathlib import Path
from typing import Any


class FormError(Exception):
    """The words do not fit the model: which file, which field, why. For developers and form editors."""


def read_toml(path: Path, name: str = "") -> dict[str, Any]:
    """The content of a TOML file. Raises FormError when it is missing or cannot be read.

    name: what it is called in the error, else its own name.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FormError(f"{name or path.name}: {error}") from error
