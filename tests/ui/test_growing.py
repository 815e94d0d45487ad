"""A page shows what is in view at once and grows while it is looked at; no way to a field waits for that."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from evacplan.ui.final_page import FinalPage
from evacplan.ui.page import SectionPage
from evacplan.ui.pages import KEPT
from evacplan.ui.wrap import WrapButton
from tests.builders import a_case
from tests.ui.driving import Driver
from tests.ui.tour import settle

Drive = Callable[..., Driver]
LONG = "care"


@pytest.fixture
def fresh(drive: Drive) -> Driver:
    """A long page just after it was opened."""
    one = drive(a_case("case-a"), section="meeting")
    one.page.visit_section(LONG)
    return one


def shown(one: Driver) -> SectionPage:
    """The open page as it is."""
    page = one.page._pages.section_page()
    assert page is not None
    return page


def box(place: QWidget, page: SectionPage) -> tuple[QPoint, int]:
    """Where a field stands on its page, and how wide it is."""
    return place.mapTo(page.body, QPoint()), place.width()


def paths(page: SectionPage) -> list[str]:
    return [place.path for place in page.block.built_places()]


def test_a_page_shows_what_fills_the_view_and_not_yet_the_rest(fresh: Driver) -> None:
    page = shown(fresh)
    assert not page.is_whole
    assert page.column.heightForWidth(page.viewport().width()) >= page.viewport().height()


def test_a_page_grows_to_its_end_while_it_is_looked_at(qtbot: QtBot, fresh: Driver) -> None:
    page = shown(fresh)
    before = paths(page)
    qtbot.waitUntil(lambda: page.is_whole)
    assert paths(page)[: len(before)] == before
    assert paths(page) == [place.path for place in page.block.places()]


def test_what_is_in_view_stays_where_it_is_while_the_page_grows(qtbot: QtBot, fresh: Driver) -> None:
    page = shown(fresh)
    page.pause()
    settle()
    places = {place.path: place for place in page.block.built_places()}
    boxes = {path: box(place, page) for path, place in places.items()}
    page.go_on()
    qtbot.waitUntil(lambda: page.is_whole)
    settle()
    seen = {path for path, found in boxes.items() if found[0].y() < page.viewport().height()}
    assert len(seen) > 3
    assert {path: boxes[path] for path in seen} == {path: box(places[path], page) for path in seen}


def test_a_jump_builds_the_page_as_far_as_its_field(qtbot: QtBot, fresh: Driver) -> None:
    items = fresh.page._form.items()
    path = next(item.path for item in items if item.path.startswith("care.suction."))
    fresh.page.go_to(path)
    here = fresh.page.current_place
    assert here is not None
    assert here.path == path
    qtbot.waitUntil(lambda: fresh.is_in(here))
    qtbot.waitUntil(lambda: shown(fresh).is_whole)
    assert fresh.is_in(here)


def test_tab_goes_through_a_growing_page_as_through_a_whole_one(drive: Drive, fresh: Driver) -> None:
    def walk(one: Driver) -> list[str]:
        found = []
        for _ in range(40):
            one.press(Qt.Key.Key_Tab)
            place = one.page.current_place
            found.append(place.path if place is not None else "")
        return found

    shown(fresh).pause()
    grown = walk(fresh)
    other = drive(a_case("case-a"), section="meeting")
    other.page.visit_section(LONG)
    other.section_page()
    assert walk(other) == grown


def test_a_page_that_is_left_before_it_is_whole_goes_on_when_it_is_seen_again(
    qtbot: QtBot, fresh: Driver
) -> None:
    page = shown(fresh)
    fresh.page.visit_section("meeting")
    assert not page.is_whole
    fresh.page.visit_section(LONG)
    assert shown(fresh) is page
    qtbot.waitUntil(lambda: page.is_whole)


def test_the_row_buttons_stand_below_all_fields_of_the_row(qtbot: QtBot, drive: Drive) -> None:
    one = drive(a_case("case-a"), section="meeting")
    one.page.visit_section("devices")
    page = shown(one)
    rows = next(rows for rows in page.block.built_places() if rows.path == "devices.devices")
    form = rows._form  # type: ignore[union-attr]  # it is a list
    assert form is not None
    assert form.buttons[0].isVisible() == form.block.is_in_sight
    qtbot.waitUntil(lambda: page.is_whole)
    assert form.buttons[0].isVisible()


def rested(qtbot: QtBot, one: Driver) -> None:
    """Wait until there is nothing left to do ahead."""
    ahead = one.page._pages._ahead
    ahead._quiet.start(0)
    qtbot.waitUntil(lambda: shown(one).is_whole)
    ahead._quiet.start(0)
    qtbot.waitUntil(lambda: not ahead._quiet.isActive() and not ahead._old)


def test_the_next_page_is_built_out_of_sight_while_nobody_types(qtbot: QtBot, fresh: Driver) -> None:
    cursor, saved = fresh.focused(), len(fresh.drafts.saved)
    rested(qtbot, fresh)
    pages = fresh.page._pages
    after = pages.names[pages.names.index(LONG) + 1]
    ready = pages._built[after]
    assert ready.isHidden()
    assert fresh.focused() is cursor
    assert len(fresh.drafts.saved) == saved
    fresh.page.next_section()
    assert pages.page() is ready
    assert ready.column.heightForWidth(ready.viewport().width()) >= ready.viewport().height()


def test_a_page_built_ahead_shows_what_was_answered_since(qtbot: QtBot, drive: Drive) -> None:
    one = drive(a_case("case-a"), section="power_sources")
    rested(qtbot, one)
    assert "oxygen" in one.page._pages._built
    one.session.set("oxygen.in_use", True)
    one.session.set("oxygen.flow_rest", 2)
    one.page.next_section()
    assert one.text("oxygen.flow_rest") == "2"


def test_typing_puts_off_what_is_done_ahead(qtbot: QtBot, fresh: Driver) -> None:
    qtbot.waitUntil(lambda: shown(fresh).is_whole)
    quiet = fresh.page._pages._ahead._quiet
    quiet.stop()
    fresh.session.set("child.likes", "電車")
    assert quiet.isActive()
    assert quiet.interval() > 0


def test_pages_seen_long_ago_are_taken_down_bit_by_bit(qtbot: QtBot, fresh: Driver) -> None:
    pages = fresh.page._pages
    first = pages.page()
    gone: list[bool] = []
    first.destroyed.connect(lambda: gone.append(True))
    for name in pages.names[5 : 5 + KEPT]:
        fresh.page.visit_section(name)
    assert first not in pages._built.values()
    assert not gone
    rested(qtbot, fresh)
    qtbot.waitUntil(lambda: bool(gone))
    assert len(pages._built) <= KEPT + 1


def test_the_closing_page_is_made_anew_only_when_something_changed(drive: Drive) -> None:
    one = drive(a_case("case-a"), section="final")
    page = one.page._pages.page()
    assert isinstance(page, FinalPage)
    page.finish()
    lines = page.findChildren(WrapButton)
    assert lines
    one.page.visit_section("child")
    one.page.visit_section("final")
    assert page.findChildren(WrapButton) == lines
    one.session.mark_unknown("child.photo")
    one.page.visit_section("child")
    one.page.visit_section("final")
    page.finish()
    assert len(page.findChildren(WrapButton)) > len(lines)
