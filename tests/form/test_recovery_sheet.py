"""The sheet with the recovery code."""

from datetime import date

from evacplan.form.recovery_sheet import recovery_sheet
from evacplan.form.view import TilesBlock

CODE = "000012-005667-011322-016977-022632-028287-033942-039597"


def test_the_groups_stand_in_their_order_with_their_places() -> None:
    (page,) = recovery_sheet(CODE, 2, date(2026, 11, 20)).pages
    tiles = [tile for block in page.blocks if isinstance(block, TilesBlock) for tile in block.tiles]
    assert "-".join(tile.text for tile in tiles) == CODE
    assert [tile.note for tile in tiles] == [f"{place}組目" for place in range(1, 9)]


def test_the_sheet_says_which_one_it_is_and_of_what_day() -> None:
    view = recovery_sheet(CODE, 2, date(2026, 11, 20))
    assert "第2版" in view.pages[0].title
    assert "令和8年11月20日" in view.plan_line


def test_the_code_stands_in_no_metadata() -> None:
    assert not any(group in recovery_sheet(CODE, 1, date.min).pdf_title for group in CODE.split("-"))
