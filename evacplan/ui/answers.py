"""What the keys do to the answer the cursor is in, to the rows and to the page around it."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from evacplan.domain.paths import get, is_empty
from evacplan.domain.plan import Plan
from evacplan.form import progress
from evacplan.form.progress import Standing
from evacplan.ui.block import Place
from evacplan.ui.desk import Desk
from evacplan.ui.growing import GrowingPage
from evacplan.ui.page import SectionPage
from evacplan.ui.rows_page import RowsEditor
from evacplan.ui.stepping import stepped_place


class Answers:
    """The commands of the key table that change the plan, for the place and page that are open.

    place, page: what is open when a command is given.
    """

    def __init__(
        self, desk: Desk, place: Callable[[], Place | None], page: Callable[[], GrowingPage]
    ) -> None:
        self._desk = desk
        self._place = place
        self._page = page

    def answer_none(self) -> None:
        """Answer なし, or take it back."""
        if place := self._place():
            place.commit()
            had = self._has_answer(place)
            place.toggle_none()
            self._tell_replaced(place, had)

    def answer_unknown(self) -> None:
        """Answer 未確認 and ask who finds out."""
        if place := self._place():
            place.commit()
            had = self._has_answer(place)
            place.ask()
            self._tell_replaced(place, had)
            self._reveal(place)

    def _has_answer(self, place: Place) -> bool:
        return not is_empty(get(self._desk.session.plan, place.path))

    def _tell_replaced(self, place: Place, had: bool) -> None:
        """Say how to get an answer back that gave way to なし or 未確認."""
        if had and not self._has_answer(place):
            self._desk.say(self._page().tr("入っていた答えを消しました。Ctrl+Z で元に戻せます。"))

    def confirm_answer(self) -> None:
        """Note that the answer was confirmed, with the person named last; the first time it is asked."""
        place = self._confirmable()
        if place is not None and self._desk.confirmed_by:
            self._desk.session.confirm([place.path], self._desk.confirmed_by, self._desk.today())
        elif place is not None:
            place.ask_confirmer()
            self._reveal(place)

    def confirm_with_other(self) -> None:
        """Ask with whom the answer was confirmed."""
        if place := self._confirmable():
            place.ask_confirmer()
            self._reveal(place)

    def confirm_page(self) -> None:
        """Note that every answer of the page was confirmed, as one step; the first time, ask with whom."""
        page, desk = self._page(), self._desk
        if not isinstance(page, SectionPage):
            return
        page.commit()
        section = page.section.name
        found = progress.places(desk.form, desk.session.plan, section)
        paths = [place.path for place in found if place.standing is Standing.ANSWERED]
        place = self._place() or page.first()
        if not paths or place is None:
            desk.say(page.tr("このページには、まだ答えがありません。"))
        elif desk.confirmed_by:
            desk.session.confirm(paths, desk.confirmed_by, desk.today())
            words = page.tr("{count}か所を、{who}と今日確認したことにしました。Ctrl+Z で元に戻せます。")
            desk.say(words.format(count=len(paths), who=desk.confirmed_by))
        else:
            place.ask_confirmer(paths)
            self._reveal(place)

    def _confirmable(self) -> Place | None:
        place = self._place()
        if place is None:
            return None
        place.commit()
        session = self._desk.session
        if not self._has_answer(place) and not session.mark(place.path).none:
            self._desk.say(self._page().tr("答えが入ってから「確認した」にできます。"))
            return None
        return place

    def toggle_folded(self) -> None:
        """Bring the questions that do not concern this child back, or fold them away again."""
        self._commit()
        page = self._page()
        if not isinstance(page, SectionPage) or not page.toggle_folded():
            self._desk.say(page.tr("このページに、たたんだ項目はありません。"))
        elif place := self._place():
            self._reveal(place)

    def fill_from_address(self) -> None:
        """Fill in what is the same for everybody in the prefecture of the address."""
        self._commit()
        self._desk.fill_from_address()

    def undo(self) -> None:
        """Go back one step."""
        self._commit()
        before = self._desk.session.plan
        self._desk.session.undo()
        self._tell_back(before, self._page().tr("元に戻しました：{place}"))

    def redo(self) -> None:
        """Take the last undo back."""
        self._commit()
        before = self._desk.session.plan
        self._desk.session.redo()
        self._tell_back(before, self._page().tr("やり直しました：{place}"))

    def _tell_back(self, before: Plan, words: str) -> None:
        """Say where something changed that is perhaps not on the screen."""
        if place := stepped_place(self._desk, before):
            self._desk.say(words.format(place=place))

    def add_row(self) -> None:
        """Add a row to the list the cursor is in, else to the first list of the page."""
        if rows := self._rows() or self._first_rows():
            rows.add()

    def remove_row(self) -> None:
        """Take the open row out of its list."""
        if rows := self._rows(is_open=True):
            rows.remove()

    def move_row_up(self) -> None:
        """Put the open row earlier."""
        self._move_row(-1)

    def move_row_down(self) -> None:
        """Put the open row later."""
        self._move_row(1)

    def _move_row(self, step: int) -> None:
        if rows := self._rows(is_open=True):
            self._commit()
            rows.move_by(step)

    def _rows(self, *, is_open: bool = False) -> RowsEditor | None:
        """The innermost list the cursor is in; is_open: that has the form of a row open."""
        widget: QWidget | None = QApplication.focusWidget()
        if widget is None or not self._page().isAncestorOf(widget):
            widget = self._place()
        while widget is not None:
            if isinstance(widget, RowsEditor) and (widget.chosen_path or not is_open):
                return widget
            widget = widget.parentWidget()
        return None

    def _first_rows(self) -> RowsEditor | None:
        page = self._page()
        if not isinstance(page, SectionPage):
            return None
        return next((place for place in page.block.places() if isinstance(place, RowsEditor)), None)

    def _commit(self) -> None:
        page = self._page()
        if isinstance(page, SectionPage):
            page.commit()

    def _reveal(self, place: Place) -> None:
        page = self._page()
        if isinstance(page, SectionPage):
            page.reveal_later(place)
