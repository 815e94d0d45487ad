"""The pages beside the interview of the open plan (its papers, …), one at a time.

A new page is one member of `Side`, one line in `_MAKERS` and one command in `commands.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from evacplan.ui.open_plan import OpenPlan


class Side(Enum):
    """A page beside the interview."""

    PAPER = "paper"
    VERSIONS = "versions"
    PRINT_SET = "print_set"
    CHANGED = "changed"
    DRILL = "drill"
    REHEARSAL = "rehearsal"
    COPY_FROM = "copy_from"
    MEETING_START = "meeting_start"
    MEETING_END = "meeting_end"


class SidePage(QWidget):
    """back_requested: to the interview. place_requested: to a field of it, by its path.

    confirm_requested: make a version. side_requested: to another page (a `Side`).
    """

    back_requested = Signal()
    place_requested = Signal(str)
    confirm_requested = Signal()
    side_requested = Signal(object)

    def run(self, command: str) -> None:
        """Do what a command of the menus means on this page; most mean nothing."""

    def commit(self) -> None:
        """Take over what is being typed or composed on this page; most pages take no text."""

    def forget(self) -> None:
        """Drop every value of the plan from memory, before the page is left."""


def _paper(plan: OpenPlan) -> SidePage:
    from evacplan.ui.preview import PreviewPage  # noqa: PLC0415  (loads QtPdf)

    return PreviewPage(plan.printout(), plan.shown)


def _print_set(plan: OpenPlan) -> SidePage:
    from evacplan.ui.print_set_page import PrintSetPage  # noqa: PLC0415  (loads QtPdf)

    return PrintSetPage(plan.printout())


def after_confirming(plan: OpenPlan) -> Side:
    """Where to go with a new version: to whoever has an old one, or else to the papers."""
    return Side.PRINT_SET if plan.printout().exchanges().outdated() else Side.PAPER


def _versions(plan: OpenPlan) -> SidePage:
    from evacplan.ui.versions import VersionsPage  # noqa: PLC0415  (loads QtPdf)

    return VersionsPage(plan.version_desk())


def _meeting_start(plan: OpenPlan) -> SidePage:
    from evacplan.ui.meeting_start import MeetingStartPage  # noqa: PLC0415  (when a meeting begins)

    return MeetingStartPage(plan.meeting_desk())


def _meeting_end(plan: OpenPlan) -> SidePage:
    from evacplan.ui.meeting_end import MeetingEndPage  # noqa: PLC0415  (loads QtPdf)

    return MeetingEndPage(plan.meeting_desk())


def _changed(plan: OpenPlan) -> SidePage:
    from evacplan.ui.changed import ChangedPage  # noqa: PLC0415  (when something changed)

    return ChangedPage(plan.changed_desk())


def _drill(plan: OpenPlan) -> SidePage:
    from evacplan.ui.changed_drill import DrillPage  # noqa: PLC0415  (after a drill)

    return DrillPage(plan.rehearsal_desk())


def _rehearsal(plan: OpenPlan) -> SidePage:
    from evacplan.ui.rehearsal import RehearsalPage  # noqa: PLC0415  (when there is one)

    return RehearsalPage(plan.rehearsal_desk())


def _copy_from(plan: OpenPlan) -> SidePage:
    from evacplan.ui.copy_page import CopyPage  # noqa: PLC0415  (when something is copied)

    return CopyPage(plan.copy_desk())


_MAKERS: dict[Side, Callable[[OpenPlan], SidePage]] = {
    Side.PAPER: _paper,
    Side.VERSIONS: _versions,
    Side.PRINT_SET: _print_set,
    Side.CHANGED: _changed,
    Side.DRILL: _drill,
    Side.REHEARSAL: _rehearsal,
    Side.COPY_FROM: _copy_from,
    Side.MEETING_START: _meeting_start,
    Side.MEETING_END: _meeting_end,
}


class Sides:
    """The page beside the interview, if one is open. connect: joins its signals to the window.

    show, drop: put a page into the window and out of it.
    """

    def __init__(
        self,
        connect: Callable[[SidePage], None],
        show: Callable[[SidePage, Side], None],
        drop: Callable[[SidePage], None],
    ) -> None:
        self._connect, self._show, self._drop = connect, show, drop
        self._page: SidePage | None = None
        self.at: Side | None = None

    def open(self, side: Side, plan: OpenPlan) -> None:
        """Show a page anew, in place of the one that is open."""
        self.note(plan)
        self.commit()
        page = _MAKERS[side](plan)
        plan.commit_beside = self.commit
        self._connect(page)
        before, self._page, self.at = self._page, page, side
        self._show(page, side)
        self._end(before)

    def commit(self) -> None:
        """Take over what is being typed on the page that is open."""
        if self._page is not None:
            self._page.commit()

    def note(self, plan: OpenPlan) -> None:
        """Let the plan remember what is looked at."""
        paper = getattr(self._page, "paper", None)
        if paper is not None:
            plan.shown = paper

    def leave(self) -> None:
        """Drop the page that is open."""
        before, self._page, self.at = self._page, None, None
        self._end(before)

    def run(self, command: str) -> None:
        """Do what a command means on the page that is open."""
        if self._page is not None:
            self._page.run(command)

    def _end(self, page: SidePage | None) -> None:
        if page is not None:
            page.forget()
            self._drop(page)
