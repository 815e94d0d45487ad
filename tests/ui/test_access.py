"""What everybody needs to use the interview: names, words beside colours, room for large letters."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from evacplan.form.progress import Tick
from evacplan.ui.fields import FieldRow
from evacplan.ui.growing import GrowingPage
from evacplan.ui.rows_page import RowsEditor
from evacplan.ui.sidebar import FINAL, SIGNS
from evacplan.ui.theme import Look
from tests.builders import a_case
from tests.ui.driving import Driver

Drive = Callable[..., Driver]


def test_every_field_has_its_names(drive: Drive) -> None:
    one = drive(a_case("case-a"))
    for name in one.page._pages.names[:-1]:
        one.page.open_section(name)
        for place in one.section_page().block.places():
            if isinstance(place, FieldRow):
                editor = place.editor
                assert place.path in (editor.target.objectName(), editor.widget.objectName())
                assert place.item.label in editor.target.accessibleName(), place.path
                assert place.item.help in editor.target.accessibleDescription(), place.path
                assert place._label.buddy() is not None
            else:
                assert isinstance(place, RowsEditor)
                assert place.objectName() == place.path


def test_every_button_has_words(drive: Drive) -> None:
    one = drive(a_case("case-a"))
    for name in one.page._pages.names:
        one.page.open_section(name)
    for button in one.page.findChildren(QAbstractButton):
        assert button.text() or button.accessibleName(), button.objectName()


def test_every_section_says_how_far_it_is_without_colour(drive: Drive) -> None:
    one = drive(a_case("case-a"))
    sidebar = one.page._sidebar
    assert len(set(SIGNS.values())) == len(Tick)
    for row in range(sidebar.count()):
        assert sidebar.item(row).data(Qt.ItemDataRole.UserRole) in SIGNS.values()
        assert "、" in sidebar.item(row).data(Qt.ItemDataRole.AccessibleTextRole)


def _fills_its_width(page: GrowingPage) -> bool:
    return page.body.width() == page.viewport().width()


def _cuts_nothing(page: GrowingPage) -> bool:
    labels = [one for one in page.body.findChildren(QLabel) if one.isVisible() and not one.wordWrap()]
    parts = [one for one in page.body.findChildren(QWidget) if one.parentWidget() is page.body]
    return all(one.width() >= one.sizeHint().width() for one in labels) and all(
        one.geometry().right() <= page.body.width() for one in parts if one.isVisible()
    )


@pytest.mark.parametrize("zoom", [100, 200, 300])
def test_nothing_is_cut_at_the_side(drive: Drive, look: Look, zoom: int) -> None:
    one = drive(a_case("case-a"))
    look.zoom(zoom)
    try:
        for name in one.page._pages.names:
            one.page.open_section(name)
            page = one.page._pages.page()
            one.qtbot.waitUntil(partial(_fills_its_width, page))
            one.qtbot.waitUntil(partial(_cuts_nothing, page))
            assert one.page.minimumSizeHint().width() <= 1280
    finally:
        look.zoom(100)


def test_the_closing_page_is_the_last_one(drive: Drive) -> None:
    one = drive(a_case("case-a"), section=FINAL)
    assert one.page.current_section == FINAL
