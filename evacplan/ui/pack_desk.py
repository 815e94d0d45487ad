"""The two commands for packs of forms; what they need is loaded when it is asked for."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from evacplan.ui.ports import Services


def load_pack(parent: QWidget | None, services: Services) -> None:
    """Let the user choose the file of a pack, read what it changes, and use it from the next start on."""
    from evacplan.ui import packs  # noqa: PLC0415  (the form)

    packs.load_pack(parent, services.packs, services.form.editions)


def former_forms(parent: QWidget | None, services: Services) -> None:
    """Let the user go back to forms used before."""
    from evacplan.ui import packs  # noqa: PLC0415  (the form)

    packs.go_back(parent, services.packs, services.form.editions)
