"""The list of plans, driven by keyboard on a real encrypted store."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.domain import document
from evacplan.open_plans import OpenPlans
from evacplan.services import AppServices
from evacplan.store import documents, saving
from evacplan.store.stamps import stamp
from evacplan.system.paths import shipped_paths
from evacplan.ui.dialogs import PLAN_ENDING, PLAN_FILES, FileBox, PlainExportBox
from evacplan.ui.errors import Notice
from evacplan.ui.parts import Sentences
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.plan_table import PlanView
from evacplan.ui.ports import Plans
from evacplan.ui.theme import Look
from tests.store.samples import NOW
from tests.ui.frame import a_plan, part, type_japanese


@pytest.fixture
def page(qtbot: QtBot, plans: Plans, services: AppServices, look: Look) -> PlanListPage:
    for name, kana, number in (
        ("髙橋 陸", "たかはし りく", "AOM-2026-0017"),
        ("佐藤 灯", "さとう あかり", "AOM-2026-0018"),
    ):
        plans.create(a_plan(name, kana, number))
    return shown(qtbot, plans, services)


def shown(qtbot: QtBot, plans: Plans, services: AppServices) -> PlanListPage:
    found = PlanListPage(plans, services)
    qtbot.addWidget(found)
    found.resize(1280, 660)
    found.show()
    qtbot.waitExposed(found)
    return found


def search(page: PlanListPage) -> QLineEdit:
    return part(page, QLineEdit, "search")


def names(page: PlanListPage) -> list[str]:
    table = part(page, PlanView, "plans").model()
    return [table.index(row, 0).data() for row in range(table.rowCount())]


def said(page: PlanListPage) -> str:
    return "\n".join(notice.text for notice in page.findChildren(Notice))


def press(page: PlanListPage, name: str) -> None:
    part(page, QPushButton, name).click()


def test_the_latest_change_stands_first_and_is_chosen(page: PlanListPage) -> None:
    assert names(page) == ["佐藤 灯", "髙橋 陸"]
    line = page.chosen()
    assert line is not None
    assert line.name == "佐藤 灯"


@pytest.mark.parametrize("typed", ["高橋", "タカハシ", "たかはし りく", "００１７", "aom20260017"])
def test_searching_finds_by_name_kana_and_number_however_typed(page: PlanListPage, typed: str) -> None:
    type_japanese(search(page), typed)
    assert names(page) == ["髙橋 陸"]


def test_searching_in_vain_is_told_in_words(page: PlanListPage) -> None:
    type_japanese(search(page), "山田")
    shown_texts = [label.said for label in page.findChildren(Sentences) if label.isVisible()]
    assert "見つかりません。別の名前や番号でさがしてください。" in shown_texts
    assert not part(page, QPushButton, "open").isEnabled()


def test_enter_in_the_search_opens_the_first_plan_found(qtbot: QtBot, page: PlanListPage) -> None:
    type_japanese(search(page), "高橋")
    line = page.chosen()
    assert line is not None
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(search(page), Qt.Key.Key_Return)
    assert opened.args == [line.plan_id]


def test_the_arrow_keys_choose_while_the_cursor_stays_in_the_search(qtbot: QtBot, page: PlanListPage) -> None:
    QTest.keyClick(search(page), Qt.Key.Key_Down)
    line = page.chosen()
    assert line is not None
    assert line.name == "髙橋 陸"
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(part(page, PlanView, "plans"), Qt.Key.Key_Return)
    assert opened.args == [line.plan_id]


def test_a_new_plan_is_empty_and_opened_at_once(qtbot: QtBot, page: PlanListPage, plans: Plans) -> None:
    with qtbot.waitSignal(page.opened) as opened:
        press(page, "new")
    assert plans.draft(opened.args[0]) == a_plan()


def test_a_copy_has_all_of_the_plan_and_is_chosen(page: PlanListPage, plans: Plans) -> None:
    line = page.chosen()
    assert line is not None
    press(page, "duplicate")
    copy = page.chosen()
    assert copy is not None
    assert copy.plan_id != line.plan_id
    assert plans.draft(copy.plan_id) == plans.draft(line.plan_id)
    assert "計画を複製しました。" in said(page)


def test_a_plan_that_was_put_away_can_be_seen_and_brought_back(page: PlanListPage) -> None:
    press(page, "archive")
    assert names(page) == ["髙橋 陸"]
    part(page, QCheckBox, "show_archived").click()
    assert sorted(names(page)) == ["佐藤 灯", "髙橋 陸"]
    QTest.keyClick(search(page), Qt.Key.Key_Down)
    assert part(page, QPushButton, "archive").text().startswith("一覧に戻す")
    press(page, "archive")
    part(page, QCheckBox, "show_archived").click()
    assert sorted(names(page)) == ["佐藤 灯", "髙橋 陸"]


def test_a_plan_document_is_taken_in_without_loss(
    page: PlanListPage, plans: Plans, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = shipped_paths().samples / "case-a.json"
    monkeypatch.setattr(FileBox, "open_plan", lambda _parent: sample)
    press(page, "take_in")
    line = page.chosen()
    assert line is not None
    assert plans.draft(line.plan_id) == document.loads(sample.read_bytes())


def test_a_broken_document_is_told_and_nothing_is_taken_in(
    page: PlanListPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "evacplan/1", "child": {"nmae": "髙橋"}}', encoding="utf-8")
    monkeypatch.setattr(FileBox, "open_plan", lambda _parent: broken)
    press(page, "take_in")
    assert "計画のファイルを読めませんでした。" in said(page)
    assert "髙橋" not in said(page)
    assert len(names(page)) == 2


def test_a_plan_leaves_the_store_in_plain_text_only_after_the_warning(
    page: PlanListPage, plans: Plans, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.json"
    monkeypatch.setattr(FileBox, "save", lambda *_: target)
    monkeypatch.setattr(PlainExportBox, "ask", lambda _parent: False)
    press(page, "write_out")
    assert not target.exists()
    monkeypatch.setattr(PlainExportBox, "ask", lambda _parent: True)
    press(page, "write_out")
    line = page.chosen()
    assert line is not None
    assert document.loads(target.read_bytes()) == plans.draft(line.plan_id)
    assert "暗号になっていません" in said(page)


def test_the_name_of_the_document_tells_nothing_about_the_child(
    page: PlanListPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []
    monkeypatch.setattr(PlainExportBox, "ask", lambda _parent: True)
    monkeypatch.setattr(FileBox, "save", lambda _parent, _title, name, _kinds: offered.append(name))
    press(page, "write_out")
    assert offered == ["計画-AOM-2026-0018.evacplan.json"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("計画", "計画.evacplan.json"), ("計画.json", "計画.json"), ("a.evacplan.json", "a.evacplan.json")],
)
def test_a_document_ends_as_the_desktop_knows_it(
    typed: str, kept: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, _name: str, kinds: str) -> tuple[str, str]:
        asked.append(kinds)
        return str(tmp_path / typed), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    assert FileBox.save(None, "", f"計画-A.B{PLAN_ENDING}", PLAN_FILES) == tmp_path / kept
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    assert FileBox.open_plan(None) == tmp_path / typed
    assert all("*.evacplan.json" in kinds and " *.json" in kinds for kinds in asked)


def test_a_document_that_cannot_be_written_is_told(
    page: PlanListPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PlainExportBox, "ask", lambda _parent: True)
    monkeypatch.setattr(FileBox, "save", lambda *_: tmp_path / "missing" / "out.json")
    press(page, "write_out")
    assert "ファイルを保存できませんでした。" in said(page)


def test_a_confirmed_plan_says_its_version(page: PlanListPage, plans: Plans) -> None:
    line = page.chosen()
    assert line is not None
    plans.confirm(line.plan_id, plans.draft(line.plan_id), "青山", "")
    page.reload()
    table = part(page, PlanView, "plans").model()
    assert table.index(0, 4).data() == "第1版まで確定"


def test_an_empty_store_says_how_to_begin(
    qtbot: QtBot, plans: Plans, services: AppServices, look: Look
) -> None:
    page = shown(qtbot, plans, services)
    texts = [label.said for label in page.findChildren(Sentences) if label.isVisible()]
    assert any("Ctrl+N" in text for text in texts)


def fill(plans: OpenPlans, count: int) -> None:
    """Put so many plans into the store at once."""
    with plans._database.writing() as db:
        for number in range(count):
            plan = a_plan(f"児童 {number}", "じどう", f"AOM-2026-{number:04}")
            saving.begin(db, f"plan {number}", plan, stamp(NOW), document=documents.write(plan))


def test_a_thousand_plans_are_searched_while_typing(
    qtbot: QtBot, plans: OpenPlans, services: AppServices, look: Look
) -> None:
    fill(plans, 1_000)
    page = shown(qtbot, plans, services)
    QTest.keyClicks(search(page), "0777")
    assert names(page) == ["児童 777"]
