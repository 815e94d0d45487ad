"""Backups as the user meets them: made without asking, and what is wrong said in a line."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.backup_keeper import BackupKeeper
from evacplan.open_plans import OpenPlans
from evacplan.services import AppServices
from evacplan.ui.backup_line import BackupLine
from evacplan.ui.errors import Question
from evacplan.ui.ports import Plans
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.ui.frame import PASSPHRASE, MadeStore, ReadyVault, a_plan, part


@pytest.fixture
def keeper(tmp_path: Path) -> BackupKeeper:
    return BackupKeeper(tmp_path / "backups", tmp_path / "second-folder.json")


@pytest.fixture
def vault(tmp_path: Path, keeper: BackupKeeper, made_store: MadeStore) -> StoreVault:
    return ReadyVault(tmp_path / "plans.evacplan", made_store, keeper)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def inside(window: MainWindow, vault: StoreVault) -> MainWindow:
    plans, _code = vault.create(PASSPHRASE)
    plans.create(a_plan("髙橋 陸", number="AOM-2026-0017"))
    window.enter(plans)
    return window


def found(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.evacplan"))


def line(window: MainWindow) -> str:
    return window.rooms.safety.line.said


def trigger(window: MainWindow, name: str) -> None:
    action = window.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled(), name
    action.trigger()


def told(plans: Plans) -> list[tuple[str, str]]:
    """The last rows of the ledger: what was done, and with what."""
    return [(entry.kind, entry.detail) for entry in plans.ledger()]


def test_a_backup_by_hand_stands_in_the_ledger_and_those_made_daily_do_not(
    qtbot: QtBot, inside: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    qtbot.waitUntil(lambda: len(found(folder)) == 1)
    assert inside.rooms.hand.plans is not None
    assert "backed_up" not in dict(told(inside.rooms.hand.plans))
    trigger(inside, "back_up")
    assert told(inside.rooms.hand.plans)[-1] == ("backed_up", found(folder)[-1].name)


def choose(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(Question, "ask", lambda *_a, **_k: 0)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))


def test_opening_backs_up_without_asking(qtbot: QtBot, inside: MainWindow, tmp_path: Path) -> None:
    qtbot.waitUntil(lambda: len(found(tmp_path / "backups")) == 1)
    assert line(inside) == ""


def test_closing_backs_up_what_was_changed(inside: MainWindow, vault: StoreVault, tmp_path: Path) -> None:
    inside.close()
    (backup,) = found(tmp_path / "backups")
    plans = StoreVault(backup).open(PASSPHRASE)
    assert [entry.number for entry in plans.entries()] == ["AOM-2026-0017"]
    plans.close()


def test_a_backup_from_the_menu_says_that_it_was_read_back(inside: MainWindow, tmp_path: Path) -> None:
    trigger(inside, "back_up")
    assert "読めることを確かめました" in line(inside)
    assert found(tmp_path / "backups")


def test_the_second_folder_is_chosen_and_gets_a_backup_at_once(
    inside: MainWindow, stick: Path, vault: StoreVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, stick)
    trigger(inside, "second_folder")
    assert vault.second_folder == stick
    assert len(found(stick)) == 1
    assert "同じディスク" in line(inside)


def test_a_stick_that_is_away_stops_nothing_and_is_missed_after_two_weeks(
    inside: MainWindow, stick: Path, tmp_path: Path, keeper: BackupKeeper
) -> None:
    keeper.choose(stick)
    stick.rmdir()
    trigger(inside, "back_up")
    assert "読めることを確かめました" in line(inside)

    remembered = tmp_path / "second-folder.json"
    content = json.loads(remembered.read_text())
    content["chosen"] = (datetime.now(UTC) - timedelta(days=20)).isoformat()
    remembered.write_text(json.dumps(content))
    trigger(inside, "back_up")
    assert "20日間バックアップしていません" in line(inside)


def test_a_folder_that_takes_no_backup_is_told_in_a_line_and_blocks_nothing(
    inside: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "backups").mkdir(exist_ok=True)
    for old in found(tmp_path / "backups"):
        old.unlink()
    (tmp_path / "backups").rmdir()
    (tmp_path / "backups").write_text("in the way")
    trigger(inside, "back_up")
    assert "バックアップを作れませんでした" in line(inside)
    trigger(inside, "open")
    assert inside.rooms.hand.plan is not None


def test_the_line_is_put_away_by_its_button(inside: MainWindow) -> None:
    trigger(inside, "back_up")
    part(part(inside, BackupLine, ""), QPushButton, "line_read").click()
    assert line(inside) == ""


def test_the_samples_are_not_backed_up(tmp_path: Path, services: AppServices) -> None:
    plans, _code = StoreVault(tmp_path / "plans.evacplan").create(PASSPHRASE)
    assert plans.back_up(at_once=True) == ""
    plans.close()
    assert not (tmp_path / "backups").exists()


def test_a_ledger_that_was_cut_is_told_when_the_store_is_opened(
    qtbot: QtBot, window: MainWindow, vault: StoreVault
) -> None:
    plans, _code = vault.create(PASSPHRASE)
    plans.create(a_plan("髙橋 陸", number="AOM-2026-0017"))
    plans.close()
    plans = vault.open(PASSPHRASE)
    assert isinstance(plans, OpenPlans)
    with plans._database.writing() as db:
        db.exec_driver_sql("DROP TRIGGER event_no_delete")
        db.exec_driver_sql("DELETE FROM event WHERE number = (SELECT max(number) FROM event)")
    window.enter(plans)
    qtbot.waitUntil(lambda: "台帳" in line(window))
