"""The reading of a name comes from the input method, and only where nobody wrote one."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from evacplan.domain.plan import Mark
from evacplan.ui.editors.reading import Readings, kana_of
from tests.builders import a_plan
from tests.ui.driving import Driver

Drive = Callable[..., Driver]
# (what is composed after the step, what the step commits)
Steps = Sequence[tuple[str, str]]
SATO: Steps = (("ｓ", ""), ("さ", ""), ("さｔ", ""), ("さと", ""), ("さとう", ""), ("佐藤", ""), ("", "佐藤"))
HANAKO: Steps = (("は", ""), ("はな", ""), ("はなこ", ""), ("花子", ""), ("", "花子"))


def play(widget: QWidget, steps: Steps) -> None:
    """Send what an input method sends."""
    for composed, committed in steps:
        event = QInputMethodEvent(composed, [])
        event.setCommitString(committed)
        QApplication.sendEvent(widget, event)


def typed(one: Driver, *pieces: Steps) -> None:
    """Type the child's name and leave it with Tab."""
    control = one.go("child.name")
    for steps in pieces:
        play(control, steps)
    one.press(Qt.Key.Key_Tab)


def heard(*pieces: Steps) -> str:
    """The reading of everything that was committed."""
    readings, text = Readings(), ""
    for composed, committed in (step for steps in pieces for step in steps):
        readings.follow(committed, composed)
        text += committed
    return readings.of(text)


def test_a_name_typed_in_pieces_brings_its_reading(drive: Drive) -> None:
    one = drive(section="child")
    typed(one, SATO, (("", "　"),), HANAKO)
    assert one.value("child.name") == "佐藤　花子"
    assert one.value("child.name_kana") == "さとう　はなこ"
    assert one.text("child.name_kana") == "さとう　はなこ"
    assert "確かめて" in one.said()


def test_the_reading_is_one_step_of_undo_and_the_name_stays(drive: Drive) -> None:
    one = drive(section="child")
    typed(one, SATO)
    one.ctrl(Qt.Key.Key_Z)
    assert one.value("child.name_kana") is None
    assert one.value("child.name") == "佐藤"


def test_nothing_is_filled_while_the_name_is_being_typed(drive: Drive) -> None:
    one = drive(section="child")
    play(one.go("child.name"), SATO)
    assert one.value("child.name_kana") is None


def test_a_reading_that_is_there_is_never_touched(drive: Drive) -> None:
    one = drive(a_plan(child={"name_kana": "さいとう"}), section="child")
    typed(one, SATO)
    assert one.value("child.name_kana") == "さいとう"


@pytest.mark.parametrize("mark", [Mark(none=True), Mark(unknown=True)], ids=["none", "unknown"])
def test_an_answer_without_a_value_is_not_replaced(drive: Drive, mark: Mark) -> None:
    plan = a_plan()
    one = drive(plan.model_copy(update={"marks": {"child.name_kana": mark}}), section="child")
    typed(one, SATO)
    assert one.value("child.name_kana") is None


@pytest.mark.parametrize(
    ("section", "rows", "name", "kana"),
    [
        ("child", "child.household", "name", "kana"),
        ("supporters", "supporters.supporters", "name", "kana"),
        ("meeting", "", "meeting.author_name", "meeting.author_kana"),
    ],
)
def test_every_name_with_a_field_for_its_reading_gets_it(
    drive: Drive, section: str, rows: str, name: str, kana: str
) -> None:
    one = drive(section=section)
    prefix = ""
    if rows:
        one.rows(rows).focus()
        one.ctrl(Qt.Key.Key_Return)
        prefix = f"{rows}.{one.value(rows)[0].key}."
    play(one.go(prefix + name), SATO)
    one.press(Qt.Key.Key_Tab)
    assert one.value(prefix + kana) == "さとう"


def test_a_row_opened_later_does_not_take_the_reading_of_the_one_before(drive: Drive) -> None:
    plan = a_plan(child={"household": [{"name": "佐藤"}, {"name": "佐藤", "relation": "父"}]})
    one = drive(plan, section="child")
    first, second = (f"child.household.{row.key}" for row in plan.child.household)
    control = one.go(f"{first}.name")
    play(control, (*SATO, ("", "")))
    one.press(Qt.Key.Key_Tab)
    one.go(f"{second}.name")
    one.press(Qt.Key.Key_Tab)
    assert one.value(f"{second}.kana") is None


def test_a_name_half_typed_when_another_window_comes_waits(drive: Drive) -> None:
    one = drive(section="child")
    control = one.go("child.name")
    play(control, SATO)
    other = QWidget()
    one.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    one.qtbot.waitUntil(lambda: not one.page.isActiveWindow())
    assert one.value("child.name_kana") is None
    one.page.activateWindow()
    one.qtbot.waitUntil(one.page.isActiveWindow)
    play(one.go("child.name"), HANAKO)
    one.press(Qt.Key.Key_Tab)
    assert one.value("child.name_kana") == "さとうはなこ"


def test_kana_corrected_before_the_conversion_counts_as_corrected() -> None:
    steps = (("さ", ""), ("さと", ""), ("さとお", ""), ("さと", ""), ("さとう", ""), ("佐藤", ""))
    assert heard((*steps, ("", "佐藤"))) == "さとう"


def test_a_conversion_taken_back_and_done_again_keeps_the_reading() -> None:
    steps = (("さとう", ""), ("砂糖", ""), ("さとう", ""), ("佐藤", ""), ("", "佐藤"))
    assert heard(steps) == "さとう"


def test_a_composition_given_up_leaves_no_reading_behind() -> None:
    assert heard((("たなか", ""), ("", "")), (("", "佐藤"),)) == ""


def test_a_composition_committed_piece_by_piece_is_split() -> None:
    steps = (("さとうはなこ", ""), ("佐藤はなこ", ""), ("はなこ", "佐藤"), ("花子", ""), ("", "花子"))
    assert heard(steps) == "さとうはなこ"


def test_a_rest_that_is_already_converted_waits_for_its_piece() -> None:
    steps = (("さとうはなこ", ""), ("佐藤花子", ""), ("花子", "佐藤"), ("", "花子"))
    assert heard(steps) == "さとうはなこ"


def test_typing_on_commits_what_was_converted_and_starts_anew() -> None:
    steps = (("あさ", ""), ("朝", ""), ("さ", "朝"), ("さき", ""), ("咲", ""), ("", "咲"))
    assert heard(steps) == "あささき"


def test_katakana_and_its_conversion_are_read_as_hiragana() -> None:
    assert heard((("まりあ", ""), ("マリア", ""), ("", "マリア"))) == "まりあ"
    assert heard((("ﾏﾘｱ", ""), ("", "ﾏﾘｱ"))) == "まりあ"


def test_hiragana_committed_as_it_stands_is_its_own_reading() -> None:
    assert heard((("さくら", ""), ("", "さくら"))) == "さくら"


def test_an_unfinished_n_is_read_when_it_is_converted() -> None:
    assert heard((("けｎ", ""), ("健", ""), ("", "健"))) == "けん"
    assert kana_of("さｔ") == "さ"


def test_latin_letters_have_no_reading() -> None:
    assert heard((("Ｓ", ""), ("Ｓｍｉｔｈ", ""), ("", "Smith"))) == ""
    assert heard(SATO, (("", "John"),)) == ""


def test_a_guess_of_the_input_method_is_not_taken_for_a_reading() -> None:
    assert heard((("さ", ""), ("佐藤花子", ""), ("", "佐藤花子"))) == ""


def test_text_that_was_never_composed_has_no_reading() -> None:
    assert heard((("", "みどり"),)) == ""


def test_what_was_rubbed_out_does_not_come_back() -> None:
    readings = Readings()
    for composed, committed in (*SATO, *HANAKO):
        readings.follow(committed, composed)
    assert readings.of("佐藤") == "さとう"
    assert readings.of("花子 佐藤") == "はなこ　さとう"
    assert readings.of("佐藤花") == ""
    assert readings.of("") == ""
