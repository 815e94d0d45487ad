"""The page that the window shows, and what goes with it: curtain, news, tour and title."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from evacplan.ui.agenda import AgendaPage
from evacplan.ui.code_page import CodePage
from evacplan.ui.commands import At
from evacplan.ui.covered import CoverPage
from evacplan.ui.entrance import PAGES
from evacplan.ui.in_hand import InHand
from evacplan.ui.news import News
from evacplan.ui.page_stack import PageStack
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.projector import Projector
from evacplan.ui.room import roomy
from evacplan.ui.theme import Look
from evacplan.ui.tour import Tour
from evacplan.ui.training import TrainingDesk


class Screen(QObject):
    """at: the kind of page that is shown. shown: another one is, with its kind; the menus follow it."""

    shown = Signal(object)

    def __init__(
        self, window: QMainWindow, hand: InHand, look: Look, tour: Tour, training: TrainingDesk
    ) -> None:
        super().__init__(window)
        self._window, self._hand = window, hand
        self._tour, self._training = tour, training
        self.at = At.LOCKED
        self.stack = PageStack((*PAGES, CodePage, PlanListPage, AgendaPage, CoverPage))
        self.projector = Projector(look, self.stack)
        self.news = News()
        self.entitle()

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self.stack.currentWidget()

    def arrange(self, band: QWidget | None, *below: QWidget) -> None:
        """Fill the window. band: above everything. below: the lines under the page."""
        inside = QWidget()
        area, column = roomy(inside)
        if band is not None:
            column.addWidget(band)
        column.addWidget(self.news)
        column.addWidget(self.stack, 1)
        column.addWidget(self.projector.curtain, 1)
        for line in below:
            column.addWidget(line)
        self._window.setCentralWidget(self._tour.below(area))

    def show(self, page: QWidget, at: At) -> None:
        """Show a page and give it the cursor."""
        self.at = at
        self.stack.show_page(page)
        self.projector.show_at(at)
        self.shown.emit(at)
        self.news.show_at(at, self._hand.plan_id)
        self._tour.show_at(at)
        self.entitle()

    def project(self, *, on: bool) -> None:
        """Begin or end the view for a room."""
        self.projector.switch(on=on)
        self.news.discreet = self.projector.is_on
        self.news.refresh()

    def entitle(self) -> None:
        """Put the number of the open plan into the title; never more, and nothing while it is locked."""
        plan = self._hand.plan
        number = plan.number if plan is not None and self.at is not At.LOCKED else ""
        title = self.tr("evacplan　計画 {number}").format(number=number) if number else "evacplan"
        self._window.setWindowTitle(self._training.entitled(title))
