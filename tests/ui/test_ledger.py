"""The ledger as the window writes it, on a real encrypted store."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.domain.copies import Basis, NewCopy
from evacplan.domain.ledger import EventKind
from evacplan.services import AppServices
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.ledger_box import LedgerBox, LedgerFacts, LedgerWish
from evacplan.ui.open_plan import OpenPlan
from evacplan.ui.parts import Sentences
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.ports import Plans
from evacplan.ui.theme import Look
from tests.ui.frame import a_plan, part


@pytest.fixture
def page(qtbot: QtBot, plans: Plans, services: AppServices, look: Look) -> PlanListPage:
    for number in ("AOM-1", "AOM-2"):
        plan_id = plans.create(a_plan("髙橋 陸", "たかはし りく", number))
        plans.confirm(plan_id, plans.draft(plan_id), "青山", "")
        plans.record_copies(plan_id, 1, [NewCopy("family", "=母", b"%PDF", Basis.OWN)])
    found = PlanListPage(plans, services)
    qtbot.addWidget(found)
    return found


def rows(file: Path) -> list[list[str]]:
    return list(csv.reader(StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))[1:]


def wish(monkeypatch: pytest.MonkeyPatch, folder: Path, *, chosen_only: bool) -> list[LedgerFacts]:
    asked: list[LedgerFacts] = []

    def answer(_parent: object, facts: LedgerFacts) -> LedgerWish:
        asked.append(facts)
        return LedgerWish("相馬 千代", chosen_only)

    monkeypatch.setattr(LedgerBox, "ask", answer)
    monkeypatch.setattr(FileBox, "folder", lambda *_: folder)
    return asked


def test_both_files_are_written_and_say_who_wrote_them(
    page: PlanListPage, plans: Plans, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = wish(monkeypatch, tmp_path, chosen_only=False)
    page.write_ledger()
    ledger, copies = (next(tmp_path.glob(f"{name}-*.csv")) for name in ("台帳", "控え台帳"))
    assert [row[3] for row in rows(ledger)][-1] == "台帳を書き出した"
    assert rows(ledger)[-1][2] == plans.who == "相馬 千代"
    assert {row[0] for row in rows(copies)} == {"AOM-1", "AOM-2"}
    assert {row[5] for row in rows(copies)} == {"'=母"}
    assert asked[0].fault == ""
    assert "台帳" in "".join(notice.text for notice in page.findChildren(Notice))


def test_the_chosen_plan_alone_can_be_written(
    page: PlanListPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = wish(monkeypatch, tmp_path, chosen_only=True)
    page.write_ledger()
    ledger, copies = (next(tmp_path.glob(f"{name}-*.csv")) for name in ("台帳", "控え台帳"))
    assert {row[4] for row in rows(ledger)} == {row[0] for row in rows(copies)} == {asked[0].chosen}


def test_opening_a_plan_and_what_is_typed_in_it_stand_in_the_ledger(
    qtbot: QtBot, page: PlanListPage, plans: Plans, services: AppServices
) -> None:
    line = page.chosen()
    assert line is not None
    opened = OpenPlan(plans, services, line.plan_id, page)
    opened.session.set("child.name", "髙橋 海")
    assert opened.keep()
    opened.leave()
    told = [(entry.kind, entry.detail) for entry in plans.ledger(line.plan_id)]
    assert told[-2:] == [(EventKind.OPENED, ""), (EventKind.CHANGED, "child.name")]
    assert plans.ledger_fault(whole=True) is None


@pytest.mark.parametrize(
    ("fault", "said"), [("", "7 行すべて"), ("台帳の 3 行目が、…", "見くらべてください")]
)
def test_the_dialog_says_whether_the_ledger_is_whole(qtbot: QtBot, look: Look, fault: str, said: str) -> None:
    box = LedgerBox(None, LedgerFacts("青山", 7, fault, "AOM-1"))
    qtbot.addWidget(box)
    box.show()
    assert said in "".join(label.said for label in box.findChildren(Sentences))
    part(box, QLineEdit, "who").setText(" 相馬 ")
    part(box, QCheckBox, "chosen").click()
    part(box, QPushButton, "write").click()
    assert box.wish == LedgerWish("相馬", chosen_only=True)
