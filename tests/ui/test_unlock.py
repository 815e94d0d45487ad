"""The first page, driven by keyboard on a real encrypted store."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.ui.errors import Notice
from evacplan.ui.parts import Sentences
from evacplan.ui.theme import Look
from evacplan.ui.unlock import UnlockPage
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, enter, part, type_japanese


@pytest.fixture
def page(qtbot: QtBot, vault: StoreVault, look: Look) -> UnlockPage:
    return shown(qtbot, vault)


def shown(qtbot: QtBot, vault: StoreVault) -> UnlockPage:
    found = UnlockPage(vault)
    qtbot.addWidget(found)
    found.show()
    qtbot.waitExposed(found)
    return found


def created(vault: StoreVault) -> None:
    vault.create(PASSPHRASE)[0].close()


def first(page: UnlockPage) -> QLineEdit:
    return part(page, QLineEdit, "passphrase")


def second(page: UnlockPage) -> QLineEdit:
    return part(page, QLineEdit, "passphrase_again")


def said(page: UnlockPage) -> str:
    return "\n".join(notice.text for notice in page.findChildren(Notice))


def seen(page: UnlockPage) -> str:
    return "\n".join(label.said for label in page.findChildren(Sentences) if not label.isHidden())


def test_typing_a_passphrase_twice_creates_the_store(
    qtbot: QtBot, vault: StoreVault, page: UnlockPage
) -> None:
    enter(first(page), PASSPHRASE)
    with qtbot.waitSignal(page.created) as opened:
        enter(second(page), PASSPHRASE)
    opened.args[0].close()
    vault.open(PASSPHRASE).close()


def test_enter_leads_from_the_first_field_to_the_second(qtbot: QtBot, page: UnlockPage) -> None:
    page.activateWindow()
    enter(first(page), PASSPHRASE)
    qtbot.waitUntil(second(page).hasFocus)


def test_two_different_passphrases_create_nothing(vault: StoreVault, page: UnlockPage) -> None:
    enter(first(page), PASSPHRASE)
    enter(second(page), "ringo kaze tsukue mato")
    assert "2つのパスフレーズが違います。" in said(page)
    assert not vault.exists


def test_a_short_passphrase_creates_nothing(vault: StoreVault, page: UnlockPage) -> None:
    enter(first(page), "kaze")
    enter(second(page), "kaze")
    assert "8 文字以上" in said(page)
    assert not vault.exists


@pytest.mark.parametrize(
    ("typed", "word"), [("kaze", "8 文字以上"), ("tanaka2019", "弱い"), (PASSPHRASE, "強い")]
)
def test_the_strength_is_told_in_words_while_typing(page: UnlockPage, typed: str, word: str) -> None:
    QTest.keyClicks(first(page), typed)
    assert word in seen(page)


def test_the_store_is_opened_with_its_passphrase(qtbot: QtBot, vault: StoreVault, look: Look) -> None:
    created(vault)
    page = shown(qtbot, vault)
    with qtbot.waitSignal(page.opened) as opened:
        enter(first(page), PASSPHRASE)
    assert opened.args[0].entries() == ()
    opened.args[0].close()


def test_a_wrong_passphrase_is_told_under_the_field_and_can_be_typed_anew(
    qtbot: QtBot, vault: StoreVault, look: Look
) -> None:
    created(vault)
    page = shown(qtbot, vault)
    with qtbot.assertNotEmitted(page.opened), qtbot.assertNotEmitted(page.failed):
        enter(first(page), "ringo kaze tsukue mato")
    assert "パスフレーズが違います。" in said(page)
    with qtbot.waitSignal(page.opened) as opened:
        enter(first(page), PASSPHRASE)
    opened.args[0].close()


def test_typing_takes_the_message_away(qtbot: QtBot, page: UnlockPage) -> None:
    page.submit()
    assert said(page)
    QTest.keyClicks(first(page), "k")
    assert not said(page)


def test_a_file_that_is_no_store_is_told_as_such(
    qtbot: QtBot, vault: StoreVault, tmp_path: Path, look: Look
) -> None:
    (tmp_path / "plans.evacplan").write_bytes(b"SQLite format 3\0" + bytes(4096))
    page = shown(qtbot, vault)
    with qtbot.waitSignal(page.failed) as failed:
        enter(first(page), PASSPHRASE)
    assert "保存ファイルではない" in failed.args[0].why


def test_the_passphrase_is_hidden_until_asked_for(page: UnlockPage) -> None:
    assert first(page).echoMode() == QLineEdit.EchoMode.Password
    part(page, QCheckBox, "show").click()
    assert first(page).echoMode() == second(page).echoMode() == QLineEdit.EchoMode.Normal


def test_caps_lock_is_noticed_from_what_is_typed(page: UnlockPage) -> None:
    # With Caps Lock on, a letter key without Shift brings a capital.
    no_shift = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(first(page), QKeyEvent(kind, Qt.Key.Key_K, no_shift, "K"))
    assert "Caps Lock" in seen(page)


def test_full_width_letters_are_noticed(page: UnlockPage) -> None:
    type_japanese(first(page), "ｒｉｎｇｏ")
    assert "日本語入力" in seen(page)


def test_nothing_typed_stays_in_the_fields_after_opening(qtbot: QtBot, page: UnlockPage) -> None:
    enter(first(page), PASSPHRASE)
    with qtbot.waitSignal(page.created) as opened:
        enter(second(page), PASSPHRASE)
    opened.args[0].close()
    assert first(page).text() == second(page).text() == ""


def test_every_field_has_a_name_for_screen_readers(page: UnlockPage) -> None:
    assert all(field.accessibleName() for field in (first(page), second(page)))
    assert part(page, QPushButton, "open").text()
