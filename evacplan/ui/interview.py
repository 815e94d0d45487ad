"""The guided interview: every section of an open plan, one page at a time, in any order."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from evacplan.domain.paths import exists
from evacplan.form import progress
from evacplan.form.progress import Tick
from evacplan.form.spec import Form, Need
from evacplan.session import Change, Session
from evacplan.ui import keys, walk
from evacplan.ui.actions import add_actions, add_section_actions
from evacplan.ui.answers import Answers
from evacplan.ui.autosave import DELAY_MS, Autosave
from evacplan.ui.block import Place
from evacplan.ui.consequence import ConsequencePanel, ConsequenceView
from evacplan.ui.desk import Desk
from evacplan.ui.fields import FieldRow
from evacplan.ui.find import FindBar
from evacplan.ui.overview import FootBar, HeadBar
from evacplan.ui.pages import Pages
from evacplan.ui.proposals import attach
from evacplan.ui.rows_page import RowsEditor
from evacplan.ui.rundown.panel import RUN_DOWN, extra
from evacplan.ui.sidebar import FINAL, Sidebar
from evacplan.ui.sources import NONE, Sources, veiled
from evacplan.ui.theme import set_role

OVERVIEW_MS = 120
PANEL_EM, WIDE_EM, NARROW_EM = 20, 64, 44


class InterviewPage(QWidget):
    """The window's page for one open plan. sources: what it asks for beside the plan."""

    preview_requested = Signal()
    confirm_requested = Signal()
    close_requested = Signal()

    def __init__(
        self,
        form: Form,
        session: Session,
        today: Callable[[], date],
        parent: QWidget | None = None,
        *,
        sources: Sources = NONE,
        delay_ms: int = DELAY_MS,
    ) -> None:
        super().__init__(parent)
        self._form = form
        self._session = session
        self._consequence = sources.consequence
        self._desk = Desk(form, session, today, say=self._say, shelf_life=sources.shelf_life)
        self._desk.reads_only = session.reads_only
        self._desk.unsay, self._desk.section = self._unsay, lambda: self._pages.current
        extras = {}
        if sources.run_down is not None:
            extras[RUN_DOWN] = extra(*veiled(self._desk.veil, sources), lambda: session.plan)
        self._pages = Pages(self._desk, self, extras)
        self._last: Place | None = None
        self.autosave = Autosave(session, self, delay_ms=delay_ms)
        self._overview = QTimer(self, interval=OVERVIEW_MS, singleShot=True)
        self._overview.timeout.connect(self.refresh_overview)
        self._answers = Answers(self._desk, lambda: self.current_place, self._pages.page)
        self._actions = add_actions(self, self._does)
        for name in keys.CHANGING if session.reads_only else ():
            self._actions[name].setEnabled(False)
        titles = {section.name: section.title for section in form.sections} | {FINAL: form.final.title}
        self._sections = add_section_actions(self, titles, self.visit_section)
        self._build()
        set_role(self, "page")
        self._unwatch = session.watch(self._changed)
        self._end_proposals = attach(self._desk, sources)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_moved)
        self._pages.open(self.current_section)
        self._sidebar.show_current(self.current_section)
        self.refresh_overview()

    def _does(self, name: str) -> Callable[[], None]:
        """What an action of the key table does: here, or to the answer the cursor is in."""
        found: Callable[[], None] = getattr(self if hasattr(type(self), name) else self._answers, name)
        return found

    def _build(self) -> None:
        contents = QAction(self.tr("目次"), self)
        contents.triggered.connect(self._open_contents)
        self._head = HeadBar(self._actions["next_missing"], contents, self)
        self._head.preview_clicked.connect(self._preview)
        self._head.confirm_clicked.connect(self._confirm)
        self._head.confirm.setHidden(self._desk.reads_only)
        self._sidebar = Sidebar(self._form, self)
        self._sidebar.section_chosen.connect(self.visit_section)
        self._find = FindBar(self._form, self, self._desk.veil.hides)
        self._find.place_chosen.connect(self._found)
        self._find.closed.connect(self._close_find)
        self._find.hide()
        self._pages.place_chosen.connect(self.go_to)
        self._pages.preview_requested.connect(self._preview)
        self._pages.confirm_requested.connect(self._confirm)
        self._pages.close_requested.connect(self._close)
        self._pages.next_requested.connect(self.next_section)
        self._summary = QLabel(self)
        self._summary.setObjectName("summary")
        self._summary.setWordWrap(True)
        self._summary.setContentsMargins(24, 6, 24, 0)
        set_role(self._summary, "strong")
        names = ("answer_unknown", "answer_none", "confirm_answer")
        self._foot = FootBar([self._actions[name] for name in names], self)
        self.autosave.told.connect(self._foot.tell_saved)
        self._panel = ConsequencePanel(self)
        self._panel.setObjectName("consequence")
        self._panel.place_chosen.connect(self.go_to)
        self._lay_out()

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        for widget, stretch in ((self._find, 0), (self._summary, 0), (self._pages, 1), (self._foot, 0)):
            middle.addWidget(widget, stretch)
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(self._sidebar)
        across.addLayout(middle, 1)
        across.addWidget(self._panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addLayout(across, 1)

    @property
    def current_section(self) -> str:
        """The name of the section that is open, "final" for the closing page."""
        return self._pages.current

    @property
    def current_place(self) -> Place | None:
        """The field or list the cursor is in, or was in last on this page."""
        if self._last is not None and exists(self._session.plan, self._last.path):
            return self._last
        return None

    # What the window asks for

    def flush(self) -> None:
        """Take over what is being typed or composed, end the step of undo and save the draft."""
        self.commit()
        self._session.settle()
        self.autosave.save()

    def commit(self) -> None:
        """Take over what is being typed or composed on the open page."""
        self._pages.commit()

    def go_to(self, path: str) -> None:
        """Open the section of a place and put the cursor into it; an unknown place opens its section."""
        section = path.partition(".")[0]
        if section not in self._pages.names:
            return
        had_cursor = self._open(section)
        page = self._pages.section_page()
        place = page.place_at(path) if page is not None else None
        if page is None or place is None:
            if had_cursor:
                self._focus_first()
            return
        page.order_tabs()
        place.focus()
        self._last = place
        page.reveal_later(place)

    def set_consequence(self, view: ConsequenceView) -> None:
        """Show what the plan means so far."""
        view = self._desk.veil.over(view)
        self._pages.show_view(view)
        self._panel.show_view(view)
        self._summary.setText(self._panel.summary())
        self._fit()

    def say(self, text: str) -> None:
        """Show a sentence below the page, until another one or another page takes its place."""
        self._say(text)

    def set_veiled(self, *, on: bool) -> None:
        """Cover what is private on every page, or show everything."""
        if on != self._desk.veil.is_on:
            self.commit()
            self._desk.veil.is_on = on
            self._cover_again()
            self.refresh_overview()

    def reveal_answer(self) -> None:
        """Show the covered answer the cursor is in, or cover it again."""
        place = self.current_place
        if not isinstance(place, FieldRow) or not self._desk.veil.hides(place.item):
            self._say(self.tr("この欄は、かくしていません。かくした欄に移ってから F7 を押してください。"))
            return
        place.commit()
        self._desk.veil.toggle(place.path)
        place.refresh()
        place.focus()
        self._say("")

    def _cover_again(self) -> None:
        self._desk.veil.lower()
        self._pages.draw_veil()

    def release(self) -> None:
        """Stop watching the session; the page is about to be thrown away."""
        self._unwatch()
        self._end_proposals()
        self.autosave.stop()

    # Pages

    def open_section(self, name: str) -> None:
        """Show a section; what was being typed on the one before is taken over and saved."""
        if self._open(name):
            self._focus_first()

    def _open(self, name: str) -> bool:
        """Show a section; whether the cursor has to be put somewhere."""
        if name != self.current_section:
            self.flush()
            self._last = None
            self._say("")
            if self._desk.veil.is_on:
                self._cover_again()
        self._close_find()
        had_cursor = self._pages.open(name)
        self._sidebar.show_current(name)
        return had_cursor

    def next_section(self) -> None:
        """Show the section after this one."""
        self._step_section(1)

    def previous_section(self) -> None:
        """Show the section before this one."""
        self._step_section(-1)

    def _step_section(self, step: int) -> None:
        at = self._pages.names.index(self.current_section) + step
        if 0 <= at < len(self._pages.names):
            self.visit_section(self._pages.names[at])

    def visit_section(self, name: str) -> None:
        """Show a section and put the cursor into its first field."""
        self._open(name)
        self._focus_first()

    def _focus_first(self) -> None:
        first = self._pages.first()
        if first is not None:
            first.focus()
        else:
            self._pages.page().setFocus()

    def _open_contents(self) -> None:
        """Offer all sections in a menu, for windows too narrow for the sidebar."""
        menu = QMenu(self)
        menu.addActions(list(self._sections.values()))
        menu.popup(self._head.contents.mapToGlobal(self._head.contents.rect().bottomLeft()))

    # Going on

    def next_missing(self) -> None:
        """Go to the next needed field without any answer."""
        self._go_on(walk.is_missing, self.tr("必須の項目はすべて記入されています。"))

    def previous_missing(self) -> None:
        """Go to the needed field without an answer before this one."""
        self._go_on(walk.is_missing, self.tr("必須の項目はすべて記入されています。"), back=True)

    def next_unsure(self) -> None:
        """Go to the next answer that is 未確認, or was confirmed too long ago."""
        desk = self._desk

        def is_unsure(place: progress.Place) -> bool:
            return walk.is_unknown(place) or desk.aged(place.path, desk.session.mark(place.path)) is not None

        self._go_on(is_unsure, self.tr("未確認の項目も、確認が古くなった項目もありません。"))

    def _go_on(self, wanted: Callable[[progress.Place], bool], none: str, *, back: bool = False) -> None:
        """Go to the next wanted place. none: said when there is none."""
        self.commit()
        here = self.current_place
        start = here.path if here is not None else self.current_section
        path = walk.next_place(self._form, self._session.plan, start, wanted, back=back)
        if path is not None:
            self.go_to(path)
        else:
            self._say(none)

    # Finding

    def find_field(self) -> None:
        """Open the line that finds fields by name."""
        self.commit()
        self._find.open(self._session.plan)

    def _found(self, path: str) -> None:
        self._close_find()
        self.go_to(path)

    def _close_find(self) -> None:
        if self._find.isVisible():
            self._find.hide()
            if self._last is not None:
                self._last.focus()

    # Watching

    def _changed(self, change: Change) -> None:
        self._pages.follow(change)
        if not self._overview.isActive():
            self._overview.start()

    def refresh_overview(self) -> None:
        """Show gauges, ticks and what the plan means so far."""
        plan = self._session.plan
        places = progress.places(self._form, plan)
        must, should = (progress.counted(places, need) for need in (Need.MUST, Need.SHOULD))
        aged, discreet = self._desk.aged_count(), self._desk.veil.is_on
        self._head.show_plan(plan, self._desk.today(), must, should, aged, discreet=discreet)
        sections = progress.by_section(places)
        for name in self._pages.names[:-1]:
            found = sections.get(name, [])
            tick = progress.tick(self._form, plan, name, found)
            self._sidebar.show_tick(name, tick, sum(map(progress.is_missing, found)))
        self._sidebar.show_tick(FINAL, Tick.DONE if must.is_full else Tick.UNTOUCHED, 0)
        if self._consequence is not None:
            self.set_consequence(self._consequence(plan))
        else:
            self._pages.show_view(ConsequenceView())
        self._pages.refresh_extras()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Remember the field the cursor is in and keep it in view."""
        self._pages.put_off()
        page = self._pages.section_page()
        if new is None or page is None or not page.body.isAncestorOf(new):
            return
        widget: QWidget | None = new
        while widget is not None and not isinstance(widget, FieldRow | RowsEditor):
            widget = widget.parentWidget()
        if self._last is not None and self._last is not widget:
            self._last.close_question()
        self._last = widget
        page.reveal(new)
        # The form of a row just added has its room only after the next layout.
        page.reveal_later(new)

    def _say(self, text: str) -> None:
        self._foot.say(text)

    def _unsay(self, text: str) -> None:
        if self._foot.said() == text:
            self._foot.say("")

    def _preview(self) -> None:
        self.flush()
        self.preview_requested.emit()

    def _confirm(self) -> None:
        self.flush()
        self.confirm_requested.emit()

    def _close(self) -> None:
        self.flush()
        self.close_requested.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.flush()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Cover again what was shown: whoever comes back may have others looking on."""
        super().hideEvent(event)
        if self._desk.veil.is_on:
            self._cover_again()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def focusNextPrevChild(self, ahead: bool) -> bool:
        """Back from behind the page goes to its last field, built or not."""
        page = self._pages.section_page()
        focused = QApplication.focusWidget()
        if not ahead and page is not None and (focused is None or not page.isAncestorOf(focused)):
            page.finish()
        return super().focusNextPrevChild(ahead)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the cursor on to the field it was in, or to the first one of the page."""
        super().focusInEvent(event)
        if place := self.current_place:
            place.focus()
        else:
            self._focus_first()

    def _fit(self) -> None:
        """Show the sidebar and the panel where there is room for them beside the page."""
        em = self.fontMetrics().horizontalAdvance("あ")
        wide, narrow = self.width() >= WIDE_EM * em, self.width() < NARROW_EM * em
        self._panel.setFixedWidth(PANEL_EM * em)
        self._panel.setVisible(wide and bool(self._panel.summary()))
        self._summary.setVisible(not wide and bool(self._summary.text()))
        self._sidebar.setFixedWidth(self._sidebar.wanted_width())
        self._sidebar.setVisible(not narrow)
        self._head.contents.setVisible(narrow)
