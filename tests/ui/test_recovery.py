"""The recovery code, from the first start to the forgotten passphrase, by keyboard on a real store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.services import AppServices
from evacplan.ui.code_page import CodePage
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.parts import Sentences
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.ports import WrongPassphraseError
from evacplan.ui.recover import RecoverPage
from evacplan.ui.secret_boxes import SecretBox
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, a_plan, enter, part

OTHER = "ishi mizu tokei sora"


@pytest.fixture
def code(vault: StoreVault) -> str:
    """The recovery code of a store with one plan, which is closed."""
    plans, code = vault.create(PASSPHRASE)
    plans.create(a_plan("髙橋 陸", number="AOM-2026-0017"))
    plans.close()
    return code


@pytest.fixture
def at_list(window: MainWindow, vault: StoreVault, code: str) -> MainWindow:
    """The window at the list of that store."""
    window.enter(vault.open(PASSPHRASE))
    return window


def trigger(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled(), name
    action.trigger()


def shown_code(page: CodePage) -> str:
    digits = [label.said for label in page.findChildren(Sentences) if len(label.said) == 6]
    return "-".join(group for group in digits if group.isdigit())


def code_page(window: MainWindow) -> CodePage:
    found = [page for page in window.findChildren(CodePage) if page.isVisible()]
    assert len(found) == 1
    return found[0]


def said(window: MainWindow) -> str:
    return "\n".join(notice.text for notice in window.findChildren(Notice) if notice.isVisible())


def in_the_dialog(act: Callable[[SecretBox], None]) -> None:
    """Have this done in the dialog that is about to open."""

    def find() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, SecretBox)
        act(box)

    QTimer.singleShot(0, find)


def test_the_first_start_shows_the_code_that_opens_the_store(
    qtbot: QtBot, window: MainWindow, vault: StoreVault
) -> None:
    window.show_unlock()
    enter(part(window, QLineEdit, "passphrase"), PASSPHRASE)
    enter(part(window, QLineEdit, "passphrase_again"), PASSPHRASE)
    code = shown_code(code_page(window))
    part(code_page(window), QCheckBox, "put_away").click()
    part(code_page(window), QPushButton, "go").click()
    assert part(window, QLineEdit, "search").isVisible()
    window.close()
    vault.recover(code, OTHER).close()


def test_one_goes_on_only_when_the_sheet_is_put_away(window: MainWindow, vault: StoreVault) -> None:
    window.show_code(*vault.create(PASSPHRASE))
    go = part(window, QPushButton, "go")
    assert not go.isEnabled()
    part(window, QCheckBox, "put_away").click()
    assert go.isEnabled()


def test_the_sheet_is_one_page_with_the_code_and_names_nobody(
    window: MainWindow,
    services: AppServices,
    vault: StoreVault,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(FileBox, "save", lambda *_: tmp_path / "sheet.pdf")
    plans, code = vault.create(PASSPHRASE)
    plans.create(a_plan("髙橋 陸", "たかはし りく", "AOM-2026-0017"))
    window.show_code(plans, code)
    part(window, QPushButton, "save").click()
    pages = PdfReader(tmp_path / "sheet.pdf").pages
    text = pages[0].extract_text()
    assert len(pages) == 1
    assert all(group in text for group in code.split("-"))
    assert "第1版" in text
    assert not any(word in text for word in ("髙橋", "たかはし", "AOM-2026", PASSPHRASE))
    assert "すぐに消してください" in said(window)


def test_the_code_can_not_be_copied(window: MainWindow, vault: StoreVault) -> None:
    window.show_code(*vault.create(PASSPHRASE))
    for label in code_page(window).findChildren(Sentences):
        if len(label.said) == 6 and label.said.isdigit():
            assert not label.hasSelectedText()
            assert not label.textInteractionFlags()


def test_a_forgotten_passphrase_is_replaced_with_the_code(
    qtbot: QtBot, window: MainWindow, vault: StoreVault, code: str
) -> None:
    window.show_unlock()
    part(window, QPushButton, "forgotten").click()
    page = next(iter(window.findChildren(RecoverPage)))
    QTest.keyClicks(part(page, QLineEdit, "code"), code.replace("-", " "))
    QTest.keyClicks(part(page, QLineEdit, "passphrase"), OTHER)
    enter(part(page, QLineEdit, "passphrase_again"), OTHER)
    assert [found.isVisible() for found in window.findChildren(PlanListPage)] == [True]
    window.close()
    with pytest.raises(WrongPassphraseError):
        vault.open(PASSPHRASE)
    vault.open(OTHER).close()
    vault.recover(code, PASSPHRASE).close()


def test_a_typing_mistake_in_the_code_is_pointed_at(window: MainWindow, vault: StoreVault, code: str) -> None:
    window.rooms.door.entrance.recover()
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    QTest.keyClicks(part(window, QLineEdit, "code"), wrong)
    QTest.keyClicks(part(window, QLineEdit, "passphrase"), OTHER)
    enter(part(window, QLineEdit, "passphrase_again"), OTHER)
    assert "8番目の6けたに、打ちまちがいがあります。" in said(window)
    vault.open(PASSPHRASE).close()


def test_one_can_go_back_from_the_code_to_the_passphrase(window: MainWindow, code: str) -> None:
    window.rooms.door.entrance.recover()
    part(window, QPushButton, "back").click()
    assert part(window, QPushButton, "forgotten").isVisible()


def test_the_passphrase_is_changed_from_the_menu(at_list: MainWindow, vault: StoreVault, code: str) -> None:
    def change(box: SecretBox) -> None:
        QTest.keyClicks(part(box, QLineEdit, "old"), PASSPHRASE)
        QTest.keyClicks(part(box, QLineEdit, "passphrase"), OTHER)
        enter(part(box, QLineEdit, "passphrase_again"), OTHER)

    in_the_dialog(change)
    trigger(at_list, "change_passphrase")
    assert "パスフレーズを変えました。" in said(at_list)
    at_list.close()
    vault.open(OTHER).close()
    vault.recover(code, PASSPHRASE).close()


def test_who_does_not_know_the_passphrase_changes_nothing(at_list: MainWindow, vault: StoreVault) -> None:
    heard: list[str] = []

    def guess(box: SecretBox) -> None:
        QTest.keyClicks(part(box, QLineEdit, "old"), "ringo kaze tsukue mato")
        QTest.keyClicks(part(box, QLineEdit, "passphrase"), OTHER)
        enter(part(box, QLineEdit, "passphrase_again"), OTHER)
        heard.extend(notice.text for notice in box.findChildren(Notice))
        box.reject()

    in_the_dialog(guess)
    trigger(at_list, "change_passphrase")
    assert "パスフレーズが違います。" in heard[0]
    at_list.close()
    vault.open(PASSPHRASE).close()


def test_a_renewed_code_takes_the_place_of_the_old_one(
    at_list: MainWindow, vault: StoreVault, code: str
) -> None:
    in_the_dialog(lambda box: enter(part(box, QLineEdit, "old"), PASSPHRASE))
    trigger(at_list, "renew_code")
    renewed = shown_code(code_page(at_list))
    assert renewed != code
    at_list.close()
    with pytest.raises(WrongPassphraseError) as refused:
        vault.recover(code, OTHER)
    assert "第2版の復旧シート" in refused.value.do
    vault.recover(renewed, OTHER).close()
