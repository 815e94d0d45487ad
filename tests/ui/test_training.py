"""The training in the window: it says so everywhere, lets nothing in or out, and can be begun anew."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copytree

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.errors import UserError
from evacplan.form.papers import Paper
from evacplan.form.stamp import TRAINING
from evacplan.services import AppServices
from evacplan.store import keyslots
from evacplan.system.paths import data_paths, shipped_paths
from evacplan.training import TrainingGround
from evacplan.ui.dialogs import FileBox, PlainExportBox
from evacplan.ui.errors import ErrorBox, Notice, Question
from evacplan.ui.sides import Side
from evacplan.ui.theme import Look
from evacplan.ui.training import LeadsTo, TrainingBand, TrainingPage
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.builders import a_case
from tests.store.samples import QUICK
from tests.ui.frame import part
from tests.ui.seeing import cut_at_rest

SAFE = ("back_up", "second_folder", "restore", "change_passphrase", "renew_code", "load_pack", "former_forms")


def ground_in(folder: Path) -> tuple[TrainingGround, StoreVault]:
    """The training in the data of a user, and its vault."""
    paths = data_paths(folder).training
    paths.make()
    vault = StoreVault(paths.store)
    return TrainingGround(paths, vault, shipped_paths().samples), vault


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a user with a training that was begun and left."""
    folder = tmp_path_factory.mktemp("begun")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyslots, "COST", QUICK)
        ground_in(folder)[0].open().close()
    return folder


@pytest.fixture
def services(begun: Path, tmp_path: Path) -> AppServices:
    copytree(begun, tmp_path, dirs_exist_ok=True)
    ground, vault = ground_in(tmp_path)
    return AppServices(vault, shipped_paths(), training=ground)


@pytest.fixture
def window(qtbot: QtBot, services: AppServices, look: Look) -> MainWindow:
    """The window in the training, at the list of plans."""
    found = MainWindow(services, look)
    found.resize(1280, 720)
    qtbot.addWidget(found)
    found.show()
    qtbot.waitExposed(found)
    found.activateWindow()
    found.train()
    found.show_list()
    return found


def action(window: MainWindow, name: str) -> QAction:
    found = window.findChild(QAction, name)
    assert found is not None, name
    return found


def numbers(window: MainWindow) -> set[str]:
    assert window.rooms.hand.plans is not None
    return {line.number for line in window.rooms.hand.plans.entries()}


def shown(window: MainWindow, kind: type[QWidget]) -> QWidget:
    (found,) = (page for page in window.findChildren(kind) if page.isVisible())
    return found


def test_every_page_and_the_title_say_that_it_is_a_training(window: MainWindow) -> None:
    assert window.rooms.hand.plans is not None
    pages: list[Callable[[], object]] = [window.show_list, window.show_agenda]
    pages.append(partial(window.open_plan, first(window)))
    pages += [partial(window.show_side, side) for side in Side]
    for show in (*pages, window.lock):
        show()
        band = shown(window, TrainingBand)
        assert band.accessibleName().startswith("練習")
        assert window.windowTitle().startswith("練習")


def first(window: MainWindow) -> str:
    assert window.rooms.hand.plans is not None
    return window.rooms.hand.plans.entries()[0].plan_id


@pytest.mark.parametrize("zoom", [100, 200])
def test_the_band_and_the_page_of_a_locked_training_cut_no_word(
    window: MainWindow, look: Look, zoom: int
) -> None:
    look.zoom(zoom)
    try:
        assert cut_at_rest(window) == []
        window.lock()
        assert cut_at_rest(window) == []
    finally:
        look.zoom(100)


def test_every_paper_of_the_window_is_stamped(window: MainWindow, services: AppServices) -> None:
    for paper in (Paper.FAMILY, Paper.MUNICIPALITY, Paper.HOSPITAL):
        pdf = services.render(a_case("case-b"), paper, confirmed=False, previous=None)
        texts = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
        assert all(TRAINING.word in text for text in texts)


@pytest.mark.parametrize(("name", "what"), [("take_in", "取り込めません"), ("write_out", "書き出せません")])
def test_no_plan_goes_in_or_out_and_it_is_said_why(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, name: str, what: str
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(FileBox, "open_plan", staticmethod(asked.append))
    monkeypatch.setattr(PlainExportBox, "ask", staticmethod(asked.append))
    told: list[UserError] = []
    monkeypatch.setattr(ErrorBox, "tell", staticmethod(lambda _parent, error: told.append(error)))
    before = numbers(window)
    assert window.rooms.list.page is not None
    QTest.keyClick(part(window.rooms.list.page, QPushButton, name), Qt.Key.Key_Space)
    (notice,) = (found for found in window.findChildren(Notice) if found.isVisible())
    assert what in notice.text
    assert "本物" in notice.text
    action(window, name).trigger()
    assert what in told[0].what
    assert asked == []
    assert numbers(window) == before


@pytest.mark.parametrize("name", SAFE)
def test_what_a_training_has_not_is_said_and_not_done(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    told: list[UserError] = []
    monkeypatch.setattr(ErrorBox, "tell", staticmethod(lambda _parent, error: told.append(error)))
    action(window, name).trigger()
    assert len(told) == 1
    assert "練習" in str(told[0])
    assert "練習を終わる" in told[0].do


def test_a_locked_training_goes_on_by_enter_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    window.open_plan(first(window))
    assert window.rooms.hand.plan is not None
    window.rooms.hand.plan.page.go_to("child.name")
    window.lock()
    go = part(shown(window, TrainingPage), QPushButton, "go_on")
    qtbot.waitUntil(go.hasFocus)
    QTest.keyClick(go, Qt.Key.Key_Return)
    assert window.rooms.hand.plan is not None
    assert window.rooms.hand.plan.page.current_section == "child"


def test_the_training_is_begun_anew_only_after_a_yes(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = numbers(window)
    assert window.rooms.hand.plans is not None
    window.rooms.hand.plans.duplicate(first(window))
    window.rooms.hand.plans.archive(first(window), True)
    answers = iter([1, 0])
    monkeypatch.setattr(Question, "ask", staticmethod(lambda *_, **__: next(answers)))
    action(window, "training_anew").trigger()
    assert len(window.rooms.hand.plans.entries(archived=True)) == 1
    action(window, "training_anew").trigger()
    assert numbers(window) == before
    assert list(window.rooms.hand.plans.entries(archived=True)) == []


def test_leaving_the_training_closes_the_window_and_leads_to_the_plans(window: MainWindow) -> None:
    assert not action(window, "training").isVisible()
    action(window, "training_end").trigger()
    assert not window.isVisible()
    assert window.leads_to is LeadsTo.PLANS


def test_a_window_that_is_just_closed_leads_nowhere(window: MainWindow) -> None:
    window.close()
    assert window.leads_to is LeadsTo.NOTHING


def test_the_training_is_begun_from_the_passphrase_page_and_from_the_list(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    vault = StoreVault(tmp_path / "plans.evacplan")
    real_window = MainWindow(AppServices(vault, shipped_paths()), look)
    qtbot.addWidget(real_window)
    real_window.show()
    assert real_window.findChild(TrainingBand) is None
    plans, _code = vault.create("a long enough phrase of words")
    real_window.enter(plans)
    action(real_window, "training").trigger()
    assert real_window.leads_to is LeadsTo.TRAINING
    assert not plans.is_changed
    real_window.show()
    real_window.show_unlock()
    assert action(real_window, "training").isVisible()
    assert not action(real_window, "training_end").isVisible()
    assert not action(real_window, "training_anew").isVisible()
    QTest.keyClick(part(real_window, QPushButton, "train"), Qt.Key.Key_Space)
    assert not real_window.isVisible()
    assert real_window.leads_to is LeadsTo.TRAINING


def test_a_window_that_something_keeps_open_leads_nowhere(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.rooms.unsaved, "keep", lambda: False)
    action(window, "training_end").trigger()
    assert window.isVisible()
    assert window.leads_to is LeadsTo.NOTHING
    monkeypatch.undo()


def test_a_training_in_a_room_shows_its_band_beside_the_curtain(window: MainWindow) -> None:
    window.rooms.screen.projector.switch(on=True)
    try:
        assert shown(window, TrainingBand).isVisible()
    finally:
        window.rooms.screen.projector.switch(on=False)
