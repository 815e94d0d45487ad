"""What the menus show in a box of its own, and the size of the letters: none of it needs a plan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from evacplan.ui.about import AboutBox
from evacplan.ui.blank_box import BlankBox
from evacplan.ui.language import LanguageBox
from evacplan.ui.leaflet_box import LeafletBox
from evacplan.ui.licences import LicencesBox
from evacplan.ui.pack_desk import former_forms, load_pack
from evacplan.ui.ports import Services
from evacplan.ui.theme import ZOOM_STEP, Look


def box_handlers(parent: QWidget, services: Services, look: Look) -> dict[str, Callable[[], object]]:
    """What each of these commands does, over the window."""
    return {
        "blank": lambda: BlankBox.offer(parent, services),
        "leaflet": lambda: LeafletBox.offer(parent, services),
        "load_pack": lambda: load_pack(parent, services),
        "former_forms": lambda: former_forms(parent, services),
        "language": lambda: LanguageBox.ask(parent, services.language),
        "licences": lambda: LicencesBox.tell(parent, services.licences()),
        "about": lambda: AboutBox.tell(parent, services.packs),
        "larger": lambda: look.zoom(look.zoom_percent + ZOOM_STEP),
        "smaller": lambda: look.zoom(look.zoom_percent - ZOOM_STEP),
        "normal": lambda: look.zoom(100),
    }
