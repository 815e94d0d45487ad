"""The manual inside the app: its shipped pages and nothing else, at the page of what is on the screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from evacplan.ui.commands import At
from evacplan.ui.sides import Side
from evacplan.ui.theme import Look

if TYPE_CHECKING:
    from evacplan.ui.manual_box import ManualBox

INDEX = "index"

# The page of each screen but the interview, whose sections have pages of their own names.
AT = {
    At.LOCKED: "first_plan",
    At.CODE: "backup",
    At.LIST: "plans",
    At.AGENDA: "plans",
    At.PAPER: "printing",
}
# By the name of the page beside the interview, which is also that of its command.
BESIDE = {
    "paper": "printing",
    "print_set": "printing",
    "versions": "versions",
    "meeting_start": "meetings",
    "meeting_end": "meetings",
    "copy_from": "plans",
    "changed": "versions",
    "rehearsal": "review",
    "drill": "review",
}


class Help:
    """Opens the manual, in one window that stays until it is closed. folder: of the shipped pages."""

    def __init__(self, parent: QWidget, folder: Path, look: Look) -> None:
        self._parent, self._folder, self._look = parent, folder, look
        self._box: ManualBox | None = None

    def explain(self, at: At, section: str, side: Side | None) -> None:
        """Show the page of a screen; section: of the interview, side: the page beside it."""
        if at is At.PLAN:
            self.show(section)
        else:
            self.show(AT.get(at) or (BESIDE.get(side.value, INDEX) if side is not None else INDEX))

    def contents(self) -> None:
        """Show which pages there are."""
        self.show(INDEX)

    def show(self, name: str) -> None:
        """Show a page, in front of everything else."""
        if self._box is None:
            from evacplan.form.manual import load_manual  # noqa: PLC0415  (first when somebody reads it)
            from evacplan.ui.manual_box import ManualBox  # noqa: PLC0415  (the same)

            self._box = ManualBox(self._parent, load_manual(self._folder))
            self._look.changed.connect(self._box.pane.draw_anew)
        self._box.open_page(name)
        self._box.show()
        self._box.activateWindow()
