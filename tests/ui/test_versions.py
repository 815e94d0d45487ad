"""Versions side by side: any two compared, answers brought back and undone, old copies again; by keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.copies import Basis, NewCopy
from evacplan.domain.differences import How, differences
from evacplan.domain.ledger import EventKind
from evacplan.domain.occasion import Occasion, OccasionKind
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.form.papers import Paper
from evacplan.open_plans import OpenPlans
from evacplan.services import AppServices
from evacplan.session import Session
from evacplan.ui.confirm import ConfirmBox
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.interview import InterviewPage
from evacplan.ui.parts import Sentences
from evacplan.ui.print_box import PrintBox
from evacplan.ui.printing import PrintSetup, a4_printer
from evacplan.ui.theme import Look
from evacplan.ui.versions import VersionsPage
from evacplan.ui.versions_desk import DRAFT, VersionDesk
from evacplan.ui.versions_lines import AT_ONCE, LineCard
from evacplan.ui.versions_restore import RestoreBox
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.builders import a_case
from tests.ui.frame import PASSPHRASE, enter, part

CASE = a_case("case-a")
VENTILATOR = f"devices.devices.{CASE.devices.devices[0].key}"
BATTERY = f"{VENTILATOR}.battery_h"
MEDICINE = f"care.medicines.{CASE.care.medicines[0].key}"
CTRL = Qt.KeyboardModifier.ControlModifier
MEETING = Occasion(OccasionKind.MEETING, date(2026, 6, 2), "みどり（母）、相馬 千代")
CALL = Occasion(OccasionKind.PHONE, date(2026, 9, 3), "北国レスピ　三上")


@dataclass
class Bench:
    """A plan with two versions and a draft after them: 6, 4 and 5 hours of battery, a medicine gone."""

    qtbot: QtBot
    plans: OpenPlans
    services: AppServices
    session: Session
    handed_out: bytes

    def page(self) -> VersionsPage:
        page = VersionsPage(VersionDesk(self.plans, self.services, self.session))
        self.qtbot.addWidget(page)
        page.resize(1280, 690)
        page.show()
        self.qtbot.waitExposed(page)
        page.activateWindow()
        return page

    def events(self, kind: EventKind) -> list[str]:
        """What the ledger says of a kind."""
        return [entry.detail for entry in self.plans.ledger(self.session.plan_id) if entry.kind == kind]


@pytest.fixture(scope="module")
def handed_out(shared_services: AppServices) -> bytes:
    """The paper that the family got of the first version."""
    return shared_services.render(CASE, Paper.FAMILY, confirmed=True, previous=None)


@pytest.fixture
def bench(qtbot: QtBot, plans: OpenPlans, services: AppServices, look: Look, handed_out: bytes) -> Bench:
    plan_id = plans.create(CASE)
    plans.confirm(plan_id, CASE, "青山 のぞみ", "はじめての版", occasion=MEETING)
    plans.record_copies(plan_id, 1, [NewCopy("family", "母", handed_out, Basis.OWN)])
    session = Session(plan_id, CASE, plans)
    session.set(BATTERY, 4.0)
    plans.confirm(plan_id, session.plan, "青山 のぞみ", "電池を確かめた", occasion=CALL)
    session.set(BATTERY, 5.0)
    session.remove_row(MEDICINE)
    session.settle()
    return Bench(qtbot, plans, services, session, handed_out)


@pytest.fixture
def page(bench: Bench) -> VersionsPage:
    return bench.page()


def said(page: QWidget) -> str:
    """Everything a person can read on the page."""
    shown = [label.said for label in page.findChildren(Sentences) if label.isVisible()]
    others = [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible() and not isinstance(label, Sentences)
    ]
    return "\n".join([*shown, *others])


def told(page: QWidget) -> list[str]:
    """The lines, as a screen reader says them."""
    return [card.accessibleName() for card in page.findChildren(LineCard) if card.window() is page.window()]


def notice(page: VersionsPage) -> str:
    return "".join(found.text for found in page.findChildren(Notice))


def choose(page: VersionsPage, name: str, key: Qt.Key, times: int = 1) -> None:
    """Move on in a box of choices by keys."""
    for _ in range(times):
        QTest.keyClick(part(page, QComboBox, name), key)


def press(page: VersionsPage, name: str) -> None:
    found = part(page, QPushButton, name)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


@pytest.fixture
def agreed(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every dialog before something is brought back is answered with Enter; what each said is kept."""
    seen: list[list[str]] = []

    def answer(box: RestoreBox) -> int:
        box.show()
        seen.append([said(box), *told(box)])
        focused = box.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Return)
        return box.result()

    monkeypatch.setattr(RestoreBox, "exec", answer)
    return seen


def test_each_version_says_who_when_where_why_and_how_many_copies_are_out(page: VersionsPage) -> None:
    first = part(page, QPushButton, "state:1").accessibleName()
    for words in (
        "第1版",
        "青山 のぞみ",
        "会議",
        "令和8年6月2日",
        "みどり（母）",
        "はじめての版",
        "渡した控え 1 部",
    ):
        assert words in first
    second = part(page, QPushButton, "state:2").accessibleName()
    assert "電話" in second
    assert "渡した控えはありません" in second


def test_to_begin_with_the_draft_stands_against_the_latest_version(page: VersionsPage) -> None:
    assert "第2版から下書きまでに、2 か所変わりました" in said(page)
    battery = next(line for line in told(page) if "内蔵電池の持続時間" in line)
    assert "4 時間" in battery
    assert battery.index("4 時間") < battery.index("5 時間")
    assert any("クロバザム" in line for line in told(page))


def test_any_two_versions_are_compared_by_keys(page: VersionsPage) -> None:
    choose(page, "before", Qt.Key.Key_Down)  # from the second to the first version
    assert "第1版から下書きまでに、2 か所変わりました" in said(page)
    choose(page, "after", Qt.Key.Key_Down)
    assert "第1版から第2版までに、1 か所変わりました" in said(page)
    (line,) = told(page)
    assert line.index("6 時間") < line.index("4 時間")


def test_a_card_compares_its_version_with_the_draft(page: VersionsPage) -> None:
    press(page, "state:1")
    assert "第1版から下書きまでに" in said(page)
    assert part(page, QPushButton, "state:1").property("checked")


def test_the_same_state_twice_is_told(page: VersionsPage) -> None:
    choose(page, "before", Qt.Key.Key_Up)
    assert "同じものどうしです" in said(page)
    assert told(page) == []


def test_one_section_is_shown_alone(page: VersionsPage) -> None:
    choose(page, "section", Qt.Key.Key_Down)
    (line,) = told(page)
    assert "クロバザム" in line


def test_a_line_is_brought_back_after_a_look_and_undone_with_one_key(
    bench: Bench, page: VersionsPage, agreed: list[list[str]]
) -> None:
    draft = bench.session.plan
    press(page, f"restore:answer:{BATTERY}")
    assert bench.session.plan == put(draft, BATTERY, 4.0)
    ((question, line),) = agreed
    assert "下書きが 1 か所変わります" in question
    assert line.index("5 時間") < line.index("4 時間")
    assert "第2版に戻しました" in notice(page)
    assert not any("内蔵電池" in line for line in told(page))
    assert bench.events(EventKind.RESTORED) == [f"2 {BATTERY}"]
    QTest.keyClick(page, Qt.Key.Key_Z, CTRL)
    bench.qtbot.waitUntil(lambda: bench.session.plan is draft)
    assert any("内蔵電池" in line for line in told(page))


def test_a_section_is_brought_back_whole_with_its_row_in_its_place(
    bench: Bench, page: VersionsPage, agreed: list[list[str]]
) -> None:
    press(page, "restore:care")
    assert bench.session.plan.care == CASE.care
    assert bench.session.plan.devices != CASE.devices
    press(page, "take_back")
    assert bench.session.plan.care != CASE.care


def test_saying_no_changes_nothing(bench: Bench, page: VersionsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RestoreBox, "ask", lambda *_: False)
    draft = bench.session.plan
    press(page, "restore:care")
    assert bench.session.plan is draft
    assert bench.events(EventKind.RESTORED) == []


def test_a_line_of_two_older_versions_is_brought_back_into_the_draft(
    bench: Bench, page: VersionsPage, agreed: list[list[str]]
) -> None:
    page.compare(1, 2)
    press(page, f"restore:answer:{BATTERY}")
    assert bench.session.plan.devices == CASE.devices


def test_what_stands_in_a_row_that_is_gone_is_refused_in_words(bench: Bench, agreed: list[list[str]]) -> None:
    bench.session.remove_row(VENTILATOR)
    page = bench.page()
    page.compare(1, 2)
    draft = bench.session.plan
    press(page, f"restore:answer:{BATTERY}")
    assert "この項目だけを戻すことはできません。" in notice(page)
    assert bench.session.plan is draft
    assert agreed == []


def test_what_the_draft_already_says_is_not_brought_back_again(bench: Bench, agreed: list[list[str]]) -> None:
    bench.session.set(BATTERY, 6.0)
    page = bench.page()
    page.compare(1, 2)
    press(page, f"restore:answer:{BATTERY}")
    assert "もうそのとおりです" in notice(page)
    assert agreed == []


def test_a_copy_in_two_languages_names_the_second(bench: Bench) -> None:
    issued = [NewCopy("family", "母", bench.handed_out, Basis.OWN, second=each) for each in ("en", "easy")]
    bench.plans.record_copies(bench.session.plan_id, 1, issued)
    page = bench.page()
    page.compare(1, 2)
    named = [
        one.accessibleName()
        for one in page.findChildren(QPushButton)
        if one.objectName().startswith("print:")
    ]
    english, easy, alone = (
        next(name for name in named if f"控え {number:02}" in name) for number in (2, 3, 1)
    )
    assert "English" in english
    assert "やさしい日本語" in easy
    assert "English" not in alone
    assert "日本語" not in alone


def test_a_copy_is_saved_again_byte_for_byte_and_written_down(
    bench: Bench, page: VersionsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kinds: str) -> Path:
        offered.append(name)
        return tmp_path / name

    monkeypatch.setattr(FileBox, "save", answer)
    press(page, "state:1")
    press(page, "save:1")
    (name,) = offered
    assert (tmp_path / name).read_bytes() == bench.handed_out
    assert CASE.child.name is not None
    assert CASE.child.name not in name
    assert "第1版" in name
    (detail,) = bench.events(EventKind.EXPORTED)
    assert detail.startswith("1 family 1 ")
    assert len(bench.plans.issues(bench.session.plan_id)) == 1


@pytest.mark.usefixtures("coarse_printer")
def test_a_copy_is_printed_again_from_the_same_bytes_and_written_down(
    bench: Bench, page: VersionsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "printed.pdf"

    def to_file(*_given: object) -> PrintSetup:
        printer = a4_printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(target))
        return PrintSetup(printer)

    monkeypatch.setattr(PrintBox, "ask", to_file)
    press(page, "state:1")
    press(page, "print:1")
    assert pages_of(target.read_bytes(), tmp_path) == pages_of(bench.handed_out, tmp_path)
    assert "渡したときと同じ紙" in notice(page)
    assert len(bench.events(EventKind.PRINTED)) == 1


def pages_of(pdf: bytes, folder: Path) -> int:
    path = folder / "count.pdf"
    path.write_bytes(pdf)
    document = QPdfDocument()
    document.load(str(path))
    return document.pageCount()


def test_a_plan_without_versions_says_so(
    qtbot: QtBot, plans: OpenPlans, services: AppServices, look: Look
) -> None:
    session = Session(plans.create(CASE), CASE, plans)
    page = VersionsPage(VersionDesk(plans, services, session))
    qtbot.addWidget(page)
    page.show()
    assert "まだ版がありません。" in said(page)


def test_many_lines_are_shown_in_parts_and_all_of_them(bench: Bench) -> None:
    bench.session.restore(Plan(), list(differences(Plan(), bench.session.plan)))
    page = bench.page()
    count = len(list(differences(bench.plans.revision_plan(bench.session.plan_id, 2), Plan())))
    assert 0 < len(told(page)) <= AT_ONCE < count
    more = part(page, QPushButton, "more")
    while more.isVisible():
        before = len(told(page))
        QTest.keyClick(more, Qt.Key.Key_Space)
        assert len(told(page)) > before
    assert len(told(page)) == count


def test_rows_that_are_new_or_gone_have_words_of_their_own(bench: Bench) -> None:
    row = bench.session.add_row("child.household")
    bench.session.set(f"{row}.name", "伯母")
    page = bench.page()
    added = part(page, QPushButton, f"restore:{How.ADDED}:{row}")
    removed = part(page, QPushButton, f"restore:{How.REMOVED}:{MEDICINE}")
    assert "なくす" in added.text()
    assert "行を戻す" in removed.text()


def test_from_the_draft_nothing_is_brought_back(page: VersionsPage) -> None:
    page.compare(DRAFT, 1)
    assert told(page)
    assert [one for one in page.findChildren(QPushButton) if one.objectName().startswith("restore:")] == []


def test_leaving_the_page_forgets_every_answer(page: VersionsPage) -> None:
    press(page, "state:1")
    page.forget()
    QApplication.processEvents()
    shown = said(page) + "".join(told(page)) + notice(page)
    for value in ("時間", "クロバザム", "青山", "みどり", "はじめて"):
        assert value not in shown


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, vault: StoreVault) -> MainWindow:
    """The window at the interview of a plan with one version and a change after it."""
    plans, _code = vault.create(PASSPHRASE)
    plan_id = plans.create(CASE)
    plans.confirm(plan_id, CASE, "青山 のぞみ", "はじめての版", occasion=MEETING)
    plans.save_draft(plan_id, put(CASE, BATTERY, 5.0))
    window.enter(plans)
    window.open_plan(plan_id)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def versions(window: MainWindow) -> VersionsPage:
    """The page of versions that is open."""
    (page,) = [page for page in window.findChildren(VersionsPage) if page.isVisible()]
    return page


def test_ctrl_h_leads_to_the_versions_and_escape_back(qtbot: QtBot, opened: MainWindow) -> None:
    QTest.keyClick(opened, Qt.Key.Key_H, CTRL)
    assert "第1版から下書きまでに、1 か所変わりました" in said(versions(opened))
    assert CASE.child.name is not None
    assert CASE.child.name not in opened.windowTitle()
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(opened.findChildren(InterviewPage)[0].isVisible)


def test_what_was_brought_back_is_on_disk_and_in_the_interview(
    qtbot: QtBot, opened: MainWindow, vault: StoreVault, agreed: list[list[str]]
) -> None:
    QTest.keyClick(opened, Qt.Key.Key_H, CTRL)
    press(versions(opened), f"restore:answer:{BATTERY}")
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    opened.close()
    plans = vault.open(PASSPHRASE)
    (line,) = plans.entries()
    assert plans.draft(line.plan_id) == CASE
    plans.close()
    assert len(agreed) == 1


def test_locking_leaves_no_answer_in_the_window_and_unlocking_leads_back(
    qtbot: QtBot, opened: MainWindow
) -> None:
    QTest.keyClick(opened, Qt.Key.Key_H, CTRL)
    QTest.keyClick(opened, Qt.Key.Key_L, CTRL)
    QApplication.processEvents()
    words = "".join(label.text() + label.accessibleName() for label in opened.findChildren(QLabel))
    for value in ("5 時間", "人工呼吸器", "青山", "みどり", "はじめて"):
        assert value not in words
    enter(part(opened, QLineEdit, "passphrase"), PASSPHRASE)
    qtbot.waitUntil(lambda: any(page.isVisible() for page in opened.findChildren(VersionsPage)))
    assert "1 か所変わりました" in said(versions(opened))


def test_a_version_confirmed_by_keys_belongs_to_its_meeting(
    qtbot: QtBot, opened: MainWindow, vault: StoreVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(box: ConfirmBox) -> int:
        box.show()
        for _ in range(2):
            focused = box.focusWidget()
            if box.isVisible() and focused is not None:
                QTest.keyClick(focused, Qt.Key.Key_Return)
        return box.result()

    monkeypatch.setattr(ConfirmBox, "exec", answer)
    QTest.keyClick(opened, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    opened.close()
    plans = vault.open(PASSPHRASE)
    (line,) = plans.entries()
    first, second = plans.revisions(line.plan_id)
    plans.close()
    assert first.occasion == MEETING
    assert second.confirmed_by == CASE.meeting.author_name
    assert second.occasion is not None
    assert second.occasion.day is not None


def test_a_copy_without_kept_bytes_is_told_and_nothing_is_saved(
    page: VersionsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OpenPlans, "issued_pdf", lambda *_: None)
    monkeypatch.setattr(FileBox, "save", lambda *_: tmp_path / "copy.pdf")
    press(page, "state:1")
    press(page, "save:1")
    assert "渡したときのままの形では残っていません" in notice(page)
    assert not (tmp_path / "copy.pdf").exists()
