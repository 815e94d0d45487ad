"""Going back to a backup: first what it holds and what differs, then the exchange; by keyboard."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.backup_keeper import BackupKeeper
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.parts import Sentences
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.recover import RecoverPage
from evacplan.ui.restore import RestorePage
from evacplan.ui.unlock import UnlockPage
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, MadeStore, ReadyVault, a_plan, enter, part

OTHER = "ishi mizu tokei sora"


class Brought(NamedTuple):
    """What is left of the old laptop."""

    file: Path
    code: str


@pytest.fixture
def vault(tmp_path: Path, made_store: MadeStore) -> StoreVault:
    keeper = BackupKeeper(tmp_path / "backups", tmp_path / "second-folder.json")
    return ReadyVault(tmp_path / "plans.evacplan", made_store, keeper)


@pytest.fixture
def later(vault: StoreVault) -> StoreVault:
    """A store that was backed up with one plan, and got another and a change since."""
    plans, _code = vault.create(PASSPHRASE)
    plan_id = plans.create(a_plan("髙橋 陸", number="AOM-1"))
    assert plans.back_up(at_once=True) == ""
    plans.save_draft(plan_id, a_plan("髙橋 海", number="AOM-1"))
    plans.create(a_plan("佐藤 花", number="AOM-2"))
    plans.close()
    return vault


def restoring(window: MainWindow) -> RestorePage:
    (page,) = [page for page in window.findChildren(RestorePage) if page.isVisible()]
    return page


def looked_at(window: MainWindow) -> RestorePage:
    page = restoring(window)
    enter(part(page, QLineEdit, "passphrase"), PASSPHRASE)
    return page


def held(page: RestorePage) -> list[str]:
    items = part(page, QListWidget, "held")
    return [items.item(row).text() for row in range(items.count())]


def said(page: RestorePage) -> str:
    visible = [label.said for label in page.findChildren(Sentences) if label.isVisible()]
    return "\n".join(visible + [notice.text for notice in page.findChildren(Notice)])


def trigger(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled(), name
    action.trigger()


def numbers_and_names(vault: StoreVault) -> set[tuple[str, str]]:
    plans = vault.open(PASSPHRASE)
    found = {(line.number, line.name) for line in plans.entries()}
    plans.close()
    return found


@pytest.fixture
def at_restore(window: MainWindow, later: StoreVault) -> MainWindow:
    """The window at the page, with the backup from before the changes; opening makes none anew."""
    window.enter(later.open(PASSPHRASE))
    trigger(window, "restore")
    return window


def test_the_page_shows_what_a_backup_holds_and_what_differs(at_restore: MainWindow) -> None:
    page = looked_at(at_restore)
    assert sorted(held(page)) == [
        "AOM-1　髙橋 陸　いまのデータのほうが新しい",
        "AOM-2　佐藤 花　バックアップにはない",
    ]
    assert "計画が 1 件入っています。" in said(page)
    assert "1 件が消えます。" in said(page)


def test_looking_and_leaving_changes_nothing(at_restore: MainWindow, later: StoreVault) -> None:
    page = looked_at(at_restore)
    part(page, QPushButton, "back").click()
    assert any(page.isVisible() for page in at_restore.findChildren(UnlockPage))
    assert numbers_and_names(later) == {("AOM-1", "髙橋 海"), ("AOM-2", "佐藤 花")}


def test_the_backup_takes_the_place_of_the_store_which_is_kept(
    at_restore: MainWindow, later: StoreVault, tmp_path: Path
) -> None:
    page = looked_at(at_restore)
    go = part(page, QPushButton, "restore")
    QTest.keyClick(go, Qt.Key.Key_Space)
    assert any(page.isVisible() for page in at_restore.findChildren(PlanListPage))
    at_restore.close()
    assert numbers_and_names(later) == {("AOM-1", "髙橋 陸")}
    (before,) = (tmp_path / "backups").glob("*before-restore*.evacplan")
    assert numbers_and_names(StoreVault(before)) == {("AOM-1", "髙橋 海"), ("AOM-2", "佐藤 花")}


def test_the_backup_of_this_morning_is_still_there_after_a_mistake_of_today(
    window: MainWindow, vault: StoreVault
) -> None:
    plans, _code = vault.create(PASSPHRASE)
    plan_id = plans.create(a_plan("髙橋 陸", number="AOM-1"))
    assert plans.back_up(at_once=True) == ""
    window.enter(plans)
    plans.save_draft(plan_id, a_plan("", number="AOM-1"))
    trigger(window, "restore")
    assert held(looked_at(window)) == ["AOM-1　髙橋 陸　いまのデータのほうが新しい"]


def test_a_wrong_passphrase_shows_nothing(at_restore: MainWindow) -> None:
    page = restoring(at_restore)
    enter(part(page, QLineEdit, "passphrase"), "ringo kaze tsukue mato")
    assert "パスフレーズが違います。" in said(page)
    assert held(page) == []
    assert not part(page, QPushButton, "restore").isVisible()


def test_who_forgot_the_passphrase_restores_with_the_code_and_chooses_a_new_one(
    window: MainWindow, vault: StoreVault
) -> None:
    plans, code = vault.create(PASSPHRASE)
    plan_id = plans.create(a_plan("髙橋 陸", number="AOM-1"))
    assert plans.back_up(at_once=True) == ""
    plans.save_draft(plan_id, a_plan("髙橋 海", number="AOM-1"))
    plans.close()
    window.rooms.door.entrance.restore()
    page = restoring(window)
    part(page, QCheckBox, "by_code").click()
    assert not part(page, QLineEdit, "passphrase").isVisible()
    enter(part(page, QLineEdit, "code"), code)
    assert held(page) == ["AOM-1　髙橋 陸　いまのデータにはない"]
    part(page, QPushButton, "restore").click()
    (recovering,) = [page for page in window.findChildren(RecoverPage) if page.isVisible()]
    assert part(recovering, QLineEdit, "code").text() == code
    assert part(page, QLineEdit, "code").text() == ""
    QTest.keyClicks(part(recovering, QLineEdit, "passphrase"), OTHER)
    enter(part(recovering, QLineEdit, "passphrase_again"), OTHER)
    assert any(page.isVisible() for page in window.findChildren(PlanListPage))
    assert window.rooms.screen.news.said == []
    window.close()
    plans = vault.open(OTHER)
    assert [line.name for line in plans.entries()] == ["髙橋 陸"]
    plans.close()


def test_a_mistyped_code_shows_nothing_of_a_backup(at_restore: MainWindow) -> None:
    page = restoring(at_restore)
    part(page, QCheckBox, "by_code").click()
    part(page, QPushButton, "look").click()
    assert "復旧コードが入力されていません。" in said(page)
    enter(part(page, QLineEdit, "code"), "000000-111111")
    assert held(page) == []
    assert not part(page, QPushButton, "restore").isVisible()


def test_choosing_another_backup_asks_to_look_first(at_restore: MainWindow) -> None:
    page = looked_at(at_restore)
    which = part(page, QComboBox, "which")
    QTest.keyClick(which, Qt.Key.Key_Down)
    assert not part(page, QPushButton, "restore").isVisible()
    part(page, QPushButton, "look").click()
    assert part(page, QPushButton, "restore").isVisible()


def test_a_damaged_store_offers_its_newest_good_backup(
    qtbot: QtBot, window: MainWindow, later: StoreVault, tmp_path: Path
) -> None:
    store = tmp_path / "plans.evacplan"
    content = bytearray(store.read_bytes())
    content[9000:9100] = bytes(100)
    store.write_bytes(content)
    window.show_unlock()
    enter(part(window, QLineEdit, "passphrase"), PASSPHRASE)
    part(window, QPushButton, "restore").click()
    page = looked_at(window)
    assert held(page) == ["AOM-1　髙橋 陸　いまのデータにはない"]
    part(page, QPushButton, "restore").click()
    window.close()
    assert numbers_and_names(later) == {("AOM-1", "髙橋 陸")}


def test_without_a_backup_the_page_says_so(window: MainWindow, vault: StoreVault) -> None:
    vault.create(PASSPHRASE)[0].close()
    window.rooms.door.entrance.restore()
    page = looked_at(window)
    assert "読めるバックアップが見つかりませんでした。" in said(page)


def test_the_list_names_each_backup_by_day_and_time(at_restore: MainWindow) -> None:
    which = part(restoring(at_restore), QComboBox, "which")
    now = datetime.now(UTC).astimezone()
    assert which.itemText(0) == "いちばん新しい、読めるもの"
    assert any(which.itemText(row).startswith("今日") for row in range(which.count())), now


@pytest.fixture
def brought(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Brought:
    """A stick with the backup of a laptop that is gone; it is what will be chosen."""
    stick = tmp_path / "stick"
    stick.mkdir()
    gone = tmp_path / "gone"
    gone.mkdir()
    choice = gone / "second-folder.json"
    old = StoreVault(gone / "plans.evacplan", BackupKeeper(gone / "backups", choice))
    plans, code = old.create(PASSPHRASE)
    plans.create(a_plan("髙橋 陸", number="AOM-1"))
    old.choose_second_folder(stick)
    assert plans.back_up(at_once=True) == ""
    plans.close()
    shutil.rmtree(gone)
    (file,) = stick.glob("*.evacplan")
    monkeypatch.setattr(FileBox, "open_backup", staticmethod(lambda _parent: file))
    return Brought(file, code)


def begin(window: MainWindow) -> RestorePage:
    """From the first page of a laptop without a store to what may be restored."""
    window.show_unlock()
    part(window, QPushButton, "restore").click()
    return restoring(window)


def test_a_new_laptop_goes_on_with_the_backup_on_a_stick(
    window: MainWindow, vault: StoreVault, brought: Brought
) -> None:
    page = begin(window)
    assert "このパソコンには、まだ計画がありません。" in said(page)
    part(page, QPushButton, "choose").click()
    assert part(page, QComboBox, "which").currentText() == brought.file.name
    enter(part(page, QLineEdit, "passphrase"), PASSPHRASE)
    assert held(page) == ["AOM-1　髙橋 陸"]
    assert not vault.exists
    part(page, QPushButton, "restore").click()
    assert any(page.isVisible() for page in window.findChildren(PlanListPage))
    window.close()
    assert numbers_and_names(vault) == {("AOM-1", "髙橋 陸")}


def test_a_new_laptop_goes_on_by_the_code_of_the_old_one(
    window: MainWindow, vault: StoreVault, brought: Brought
) -> None:
    page = begin(window)
    part(page, QPushButton, "choose").click()
    part(page, QCheckBox, "by_code").click()
    enter(part(page, QLineEdit, "code"), brought.code)
    part(page, QPushButton, "restore").click()
    (recovering,) = [page for page in window.findChildren(RecoverPage) if page.isVisible()]
    QTest.keyClicks(part(recovering, QLineEdit, "passphrase"), OTHER)
    enter(part(recovering, QLineEdit, "passphrase_again"), OTHER)
    assert any(page.isVisible() for page in window.findChildren(PlanListPage))
    window.close()
    plans = vault.open(OTHER)
    assert [line.name for line in plans.entries()] == ["髙橋 陸"]
    assert [entry.kind for entry in plans.ledger()][-2:] == ["backup_restored", "passphrase_changed"]
    plans.close()


def test_a_new_laptop_asks_for_the_file_first_and_whoever_turns_back_may_begin_anew(
    window: MainWindow, vault: StoreVault
) -> None:
    page = begin(window)
    enter(part(page, QLineEdit, "passphrase"), PASSPHRASE)
    assert "バックアップのファイルが、まだ選ばれていません。" in said(page)
    part(page, QPushButton, "back").click()
    (first,) = [page for page in window.findChildren(UnlockPage) if page.isVisible()]
    assert part(first, QLineEdit, "passphrase_again").isVisible()
    assert not vault.exists


def test_a_file_that_is_no_backup_leaves_the_new_laptop_as_it_was(
    window: MainWindow, vault: StoreVault, brought: Brought
) -> None:
    brought.file.write_bytes(brought.file.read_bytes()[:5000])
    page = begin(window)
    part(page, QPushButton, "choose").click()
    enter(part(page, QLineEdit, "passphrase"), PASSPHRASE)
    assert held(page) == []
    assert not part(page, QPushButton, "restore").isVisible()
    assert [notice.text for notice in page.findChildren(Notice) if notice.text]
    assert not vault.exists


def test_where_a_store_is_the_first_page_offers_no_backup(window: MainWindow, vault: StoreVault) -> None:
    vault.create(PASSPHRASE)[0].close()
    window.show_unlock()
    assert not part(window, QPushButton, "restore").isVisible()


def test_what_was_kept_before_an_upgrade_can_be_chosen_too(
    window: MainWindow, later: StoreVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "plans.evacplan.before-3"
    (made,) = (tmp_path / "backups").glob("*.evacplan")
    shutil.copyfile(made, kept)
    asked: list[str] = []

    def choose(*answered: object) -> tuple[str, str]:
        asked.append(str(answered[-1]))
        return str(kept), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    window.enter(later.open(PASSPHRASE))
    trigger(window, "restore")
    page = restoring(window)
    page.choose_other()
    enter(part(page, QLineEdit, "passphrase"), PASSPHRASE)
    assert len(held(page)) == 2
    (kinds,) = asked
    patterns = kinds.partition("(")[2].rstrip(")").split()
    assert all(QDir.match(patterns, path.name) for path in (kept, made))
