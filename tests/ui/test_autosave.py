"""Saving without a button, and what is said when it fails."""

import re
from collections.abc import Callable

import pytest

from tests.ui.driving import FULL_DISK, Driver, FakeDrafts, enter

Drive = Callable[..., Driver]


def test_the_line_below_says_when_it_was_saved(drive: Drive) -> None:
    one = drive(section="child")
    with one.qtbot.waitSignal(one.page.autosave.saved):
        enter(one.go("child.name"), "髙橋")
    assert re.fullmatch(r"保存済み　\d{1,2}:\d\d", one.page._foot.saved_words())


@pytest.mark.usefixtures("impatient")
def test_trouble_is_told_in_words_and_saving_is_tried_again(drive: Drive) -> None:
    drafts = FakeDrafts()
    drafts.is_full = True
    one = drive(section="child", drafts=drafts)
    with one.qtbot.waitSignal(one.page.autosave.failed) as told:
        enter(one.go("child.name"), "髙橋")
    assert told.args == [FULL_DISK]
    assert one.page._foot.saved_words() == "まだ保存できていません。"
    drafts.is_full = False
    with one.qtbot.waitSignal(one.page.autosave.saved):
        enter(one.cursor(), "髙")
    assert drafts.saved[-1].child.name == "髙橋髙"
    assert "保存済み" in one.page._foot.saved_words()


def test_a_full_disk_never_stops_the_typing(drive: Drive) -> None:
    drafts = FakeDrafts()
    drafts.is_full = True
    one = drive(section="child", drafts=drafts)
    enter(one.go("child.name"), "髙橋")
    one.page.flush()
    one.page.open_section("care")
    assert one.value("child.name") == "髙橋"
    assert not one.session.is_saved


def test_nothing_is_saved_when_nothing_changed(drive: Drive) -> None:
    one = drive(section="child")
    one.page.flush()
    assert one.drafts.saved == []


def test_typing_is_saved_even_while_the_timer_never_gets_its_turn(drive: Drive) -> None:
    drafts = FakeDrafts()
    one = drive(section="child", drafts=drafts)
    one.page.autosave._delay_ms = 1
    for number in range(10_000):  # no event is handled in between, and so no timer
        one.session.set("child.email", f"a{number}@example.jp")
        if drafts.saved:
            break
    assert drafts.saved
