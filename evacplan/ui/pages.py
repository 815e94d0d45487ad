"""The pages of an open plan, one for each section and the closing one, each built when it is first shown."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QDeadlineTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from evacplan.session import Change
from evacplan.ui.ahead import Ahead
from evacplan.ui.block import Place
from evacplan.ui.consequence import ConsequenceView
from evacplan.ui.desk import Desk
from evacplan.ui.final_page import FinalPage
from evacplan.ui.foreign import ForeignAnswers
from evacplan.ui.growing import GrowingPage
from evacplan.ui.page import AddExtras, SectionPage
from evacplan.ui.sidebar import FINAL
from evacplan.ui.wrap import WrapButton

KEPT = 8  # a page takes some 4 MB


class Pages(QStackedWidget):
    """Shows one page at a time; those shown last are kept and brought up to date when they are shown again.

    extras: by the name of a section, what adds a hand-written part to its page.
    """

    place_chosen = Signal(str)
    preview_requested = Signal()
    confirm_requested = Signal()
    close_requested = Signal()
    next_requested = Signal()

    def __init__(self, desk: Desk, parent: QWidget, extras: Mapping[str, AddExtras]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._extras = extras
        self._view = ConsequenceView()
        self._built: dict[str, GrowingPage] = {}
        self.names = [*(section.name for section in desk.form.sections), FINAL]
        self.current = self.names[0]
        self._ahead = Ahead(self, self._prepare_next)

    def open(self, name: str) -> bool:
        """Show a page; whether the cursor was on the one before and is nowhere now."""
        self.current = name
        page = self._built.pop(name, None) or self._build(name)
        self._built[name] = page  # the one shown last stands last
        self._drop_oldest()
        if isinstance(page, FinalPage):
            page.show_plan(self._desk.session.plan, self._view)
        elif isinstance(page, SectionPage) and page.dirty:
            page.refresh()
            page.order_tabs()
        page.prepare()
        had_cursor = page is not self.currentWidget() and self._let_go()
        self.setCurrentWidget(page)
        self.put_off()
        return had_cursor

    def _let_go(self) -> bool:
        """Take the cursor off the shown page; Qt would look for its next place on a page that goes away."""
        cursor, shown = QApplication.focusWidget(), self.currentWidget()
        if cursor is None or shown is None or not shown.isAncestorOf(cursor):
            return False
        cursor.clearFocus()
        return True

    def put_off(self) -> None:
        """Do nothing ahead for a while: the user is at work."""
        self._ahead.put_off()

    def _prepare_next(self, until: QDeadlineTimer) -> bool:
        """Build what will be in view on the page after the shown one; whether nothing is left to do."""
        after = self.names[self.names.index(self.current) + 1 :][:1]
        if not self.isVisible() or not after or self.current not in self._built:
            return True
        if not self.page().is_whole:
            self.put_off()
            return True
        page = self._built.get(after[0])
        if page is not None:
            return page.prepare(until)
        page = self._build(after[0])
        if isinstance(page, FinalPage):
            page.show_plan(self._desk.session.plan, self._view)
        self._built = {after[0]: page} | self._built  # nobody saw it: it is the first to go
        return False

    def page(self) -> GrowingPage:
        """The page that is shown."""
        return self._built[self.current]

    def section_page(self) -> SectionPage | None:
        """The page that is shown, unless it is the closing one."""
        page = self._built.get(self.current)
        return page if isinstance(page, SectionPage) else None

    def _build(self, name: str) -> GrowingPage:
        page = self._final_page() if name == FINAL else self._section_page(name)
        self.addWidget(page)
        return page

    def _drop_oldest(self) -> None:
        for name in list(self._built)[:-KEPT]:
            page = self._built.pop(name)
            page.pause()
            self.removeWidget(page)
            self._ahead.take_down(page)

    def _section_page(self, name: str) -> SectionPage:
        def add_foreign(page: SectionPage) -> Iterator[object]:
            foreign = ForeignAnswers(name, self._desk, page.body)
            page.add_extra(foreign, foreign.refresh)
            page.add_extra(self._way_on(name, page.body), lambda: None)
            yield foreign

        extras = [self._extras[name]] if name in self._extras else []
        return SectionPage(self._desk.form.section(name), self._desk, self, [*extras, add_foreign])

    def _way_on(self, name: str, body: QWidget) -> QWidget:
        """The last line of a page; whoever has filled it in sees how the talk goes on."""
        after = self.names[self.names.index(name) + 1]
        form = self._desk.form
        title = form.final.title if after == FINAL else form.section(after).title
        words = self.tr("次のページ：{title}　Ctrl+PgDown").format(title=title)
        button = WrapButton(words, body)
        button.setObjectName("way_on")
        button.setAutoDefault(True)
        button.clicked.connect(self.next_requested)
        return button

    def _final_page(self) -> FinalPage:
        page = FinalPage(self._desk.form, self, self._desk.veil.hides)
        page.place_chosen.connect(self.place_chosen)
        page.preview_requested.connect(self.preview_requested)
        page.confirm_requested.connect(self.confirm_requested)
        page.close_requested.connect(self.close_requested)
        return page

    def first(self) -> Place | None:
        """The first field or list of the page that is shown."""
        page = self.section_page()
        return page.first() if page is not None else None

    def commit(self) -> None:
        """Take over what is being typed or composed on the page that is shown."""
        if page := self.section_page():
            page.commit()

    def follow(self, change: Change) -> None:
        """Bring the shown page up to date after a change, and note that the others are not."""
        self.put_off()
        for name, page in self._built.items():
            if isinstance(page, SectionPage):
                page.dirty = page.dirty or name != self.current
        if shown := self.section_page():
            shown.refresh()
            if not change.path:
                shown.order_tabs()

    def draw_veil(self) -> None:
        """Cover or show what is private on every page."""
        for page in self._built.values():
            if isinstance(page, SectionPage):
                page.dirty = True
        if shown := self.section_page():
            shown.refresh()
            shown.order_tabs()
        self.refresh_extras()

    def refresh_extras(self) -> None:
        """Let the hand-written parts follow the plan."""
        for page in self._built.values():
            if isinstance(page, SectionPage):
                page.refresh_extras()

    def show_view(self, view: ConsequenceView) -> None:
        """Show on the closing page what the plan means so far."""
        self._view = view
        page = self._built.get(self.current)
        if isinstance(page, FinalPage):
            page.show_plan(self._desk.session.plan, view)
