"""Errors as the user sees them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from evacplan.domain.errors import UserError
from evacplan.ui.errors import ErrorPage, Notice, Question
from evacplan.ui.parts import Sentences
from evacplan.ui.theme import Look
from tests.ui.frame import part

FULL = UserError("保存できませんでした。", why="空きが <足りません> & こまる。", do="空きを作ってください。")


def asked(qtbot: QtBot, *, careful: bool) -> Question:
    box = Question(None, ("捨てますか。",), ("捨てる(&D)", "戻る(&B)"), careful)
    qtbot.addWidget(box)
    box.show()
    qtbot.waitExposed(box)
    return box


def test_a_notice_says_what_why_and_what_to_do_exactly_as_given(qtbot: QtBot, look: Look) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    assert notice.text == ""
    notice.tell(FULL)
    assert [label.said for label in notice.findChildren(Sentences)] == [FULL.what, FULL.why, FULL.do]
    assert notice.text == f"{FULL.what}\n{FULL.why}\n{FULL.do}"
    notice.clear()
    assert notice.text == ""


def test_an_error_page_can_be_left_by_trying_again_or_ending(qtbot: QtBot, look: Look) -> None:
    page = ErrorPage(FULL)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(page.retry_requested):
        part(page, QPushButton, "retry").click()
    with qtbot.waitSignal(page.quit_requested):
        part(page, QPushButton, "quit").click()


def test_escape_chooses_what_does_nothing(qtbot: QtBot, look: Look) -> None:
    box = asked(qtbot, careful=False)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.chosen == 1


def test_enter_chooses_the_first_answer(qtbot: QtBot, look: Look) -> None:
    box = asked(qtbot, careful=False)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.chosen == 0


def test_where_something_could_be_lost_enter_does_nothing(qtbot: QtBot, look: Look) -> None:
    box = asked(qtbot, careful=True)
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.chosen == 1
