"""The papers inside the window: shown from memory, saved, printed, refused."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from evacplan.domain.choices import Consent
from evacplan.domain.copies import Basis, NewCopy
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.form.papers import SHEETS, Paper
from evacplan.open_plans import OpenPlans
from evacplan.services import AppServices
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import Notice, Question
from evacplan.ui.paper import Printout
from evacplan.ui.paper_row import PaperRow
from evacplan.ui.paper_view import PaperColumn
from evacplan.ui.pdf_pane import PdfPane
from evacplan.ui.preview import PreviewPage
from evacplan.ui.print_box import PrintBox
from evacplan.ui.printing import PrintSetup, a4_printer
from evacplan.ui.reason_box import ReasonBox
from evacplan.ui.save_box import SaveBox, SaveChoice
from evacplan.ui.spellings import SpellingNotice
from evacplan.ui.theme import Look
from tests.builders import a_case
from tests.ui.frame import part

CHANGED = "前の版から変わったところ"
RARE = "髙橋 \U000323af"


@pytest.fixture
def plan() -> Plan:
    """The same one for all tests: the press keeps the figures of the plan it printed last."""
    return a_case("case-a")


@dataclass
class Bench:
    """One plan in a store, to be looked at as it stands there or changed."""

    qtbot: QtBot
    plans: OpenPlans
    services: AppServices
    plan_id: str
    plan: Plan

    def show(self, **changes: object) -> PreviewPage:
        """The page of the plan with other answers; a_b stands for the path a.b."""
        for name, value in changes.items():
            self.plan = put(self.plan, name.replace("_", ".", 1), value)
        page = PreviewPage(Printout(self.plans, self.services, self.plan_id, self.plan))
        self.qtbot.addWidget(page)
        page.resize(1280, 660)
        page.show()
        self.qtbot.waitExposed(page)
        return page

    def confirm_and_issue(self, number: int) -> None:
        """Make the plan as it is the version of that number, and hand the family a copy."""
        assert self.plans.confirm(self.plan_id, self.plan, "青山", "") == number
        self.plans.record_copies(self.plan_id, number, [NewCopy("family", "", b"copy", Basis.OWN)])


@pytest.fixture(autouse=True)
def plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Save as the dialog offers it: without the child's name and without a password."""
    monkeypatch.setattr(SaveBox, "ask", lambda *_: SaveChoice())


@pytest.fixture
def bench(qtbot: QtBot, plans: OpenPlans, services: AppServices, look: Look, plan: Plan) -> Bench:
    return Bench(qtbot, plans, services, plans.create(plan), plan)


@pytest.fixture
def plan_id(bench: Bench) -> str:
    return bench.plan_id


@pytest.fixture
def page(bench: Bench) -> PreviewPage:
    return bench.show()


@pytest.fixture
def confirmed(bench: Bench) -> PreviewPage:
    bench.plans.confirm(bench.plan_id, bench.plan, "青山", "")
    return bench.show()


def choose(page: PreviewPage, paper: Paper) -> None:
    part(page, QTabBar, "editions").setCurrentIndex(list(Paper).index(paper))


def text_of(page: PreviewPage) -> str:
    found = (page.pages.getAllText(number).text() for number in range(page.pages.pageCount()))
    return "\n".join(found)


def said(page: PreviewPage) -> str:
    return "\n".join(notice.text for notice in page.findChildren(Notice))


def spellings(page: PreviewPage) -> SpellingNotice:
    (found,) = page.findChildren(SpellingNotice)
    return found


def to_file(path: Path) -> QPrinter:
    """A printer whose paper is a PDF."""
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def issues(plans: OpenPlans, plan_id: str) -> list[tuple[int, str, str, str]]:
    return [(issue.revision, issue.edition, issue.recipient, issue.sha256) for issue in plans.issues(plan_id)]


def test_each_paper_is_shown_with_its_own_pages(page: PreviewPage, plan: Plan) -> None:
    seen = set()
    for paper in Paper:
        choose(page, paper)
        assert page.pages.status() == QPdfDocument.Status.Ready
        assert text_of(page)
        seen.add(text_of(page))
    assert len(seen) == len(Paper)


def test_the_arrow_keys_lead_from_one_paper_to_the_next(page: PreviewPage) -> None:
    seen = [page.paper]
    for _ in list(Paper)[1:]:
        QTest.keyClick(part(page, QTabBar, "editions"), Qt.Key.Key_Right)
        seen.append(page.paper)
    assert seen == list(Paper)


def test_nothing_is_written_to_disk_by_looking(
    page: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sorted(path.name for path in tmp_path.rglob("*"))
    monkeypatch.setattr("tempfile.mkstemp", lambda *_a, **_k: pytest.fail("a temporary file"))
    for paper in Paper:
        choose(page, paper)
        page.grab()
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


def test_leaving_the_page_forgets_the_pages(page: PreviewPage) -> None:
    page.forget()
    assert page.pages.pageCount() == 0


def test_papers_can_be_switched_many_times_while_being_drawn(page: PreviewPage) -> None:
    for turn in range(12):
        choose(page, list(Paper)[turn % len(Paper)])
        page.grab()
    assert page.pages.pageCount() > 0


def test_a_draft_says_so_and_is_no_copy_but_stands_in_the_ledger(
    page: PreviewPage, plans: OpenPlans, plan_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "draft.pdf"
    monkeypatch.setattr(FileBox, "save", lambda *_: target)
    part(page, QPushButton, "save").click()
    assert target.read_bytes().startswith(b"%PDF")
    assert "下書き" in text_of(page)
    assert not part(page, QLineEdit, "recipient").isVisible()
    assert issues(plans, plan_id) == []
    last = plans.ledger(plan_id)[-1]
    assert (last.kind, last.detail) == ("exported", "draft family")


def test_saving_a_version_records_what_went_to_whom(
    confirmed: PreviewPage, plans: OpenPlans, plan_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "hospital.pdf"
    monkeypatch.setattr(FileBox, "save", lambda *_: target)
    choose(confirmed, Paper.HOSPITAL)
    QTest.keyClicks(part(confirmed, QLineEdit, "recipient"), "hospital")
    part(confirmed, QPushButton, "save").click()
    sha256 = hashlib.sha256(target.read_bytes()).hexdigest()
    assert issues(plans, plan_id) == [(1, "hospital", "hospital", sha256)]
    assert "下書き" not in text_of(confirmed)


def test_a_plan_changed_since_its_version_is_a_draft_again(bench: Bench) -> None:
    bench.plans.confirm(bench.plan_id, bench.plan, "青山", "")
    page = bench.show(child_nickname="りく")
    assert "下書き" in text_of(page)


def test_the_file_name_tells_nothing_about_the_child(
    confirmed: PreviewPage, monkeypatch: pytest.MonkeyPatch, plan: Plan
) -> None:
    offered: list[str] = []
    monkeypatch.setattr(FileBox, "save", lambda _parent, _title, name, _kinds: offered.append(name))
    part(confirmed, QPushButton, "save").click()
    assert offered == [f"{plan.meeting.plan_number}_家族用_第{plan.meeting.plan_version}版.pdf"]


def test_a_place_that_cannot_be_written_is_told_and_not_recorded(
    confirmed: PreviewPage, plans: OpenPlans, plan_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileBox, "save", lambda *_: tmp_path / "missing" / "a.pdf")
    part(confirmed, QPushButton, "save").click()
    assert "ファイルを保存できませんでした。" in said(confirmed)
    assert issues(plans, plan_id) == []


@pytest.mark.parametrize("paper", [Paper.MUNICIPALITY, Paper.SUPPORTERS])
def test_without_consent_what_leaves_the_family_is_refused_with_the_place_to_go_to(
    qtbot: QtBot, bench: Bench, paper: Paper
) -> None:
    page = bench.show(meeting_consent_create=None)
    choose(page, paper)
    assert "市町村提出用は作成できません。" in said(page)
    assert page.pages.pageCount() == 0
    assert not part(page, QPushButton, "save").isEnabled()
    assert not part(page, QPushButton, "print").isEnabled()
    with qtbot.waitSignal(page.place_requested) as asked:
        part(page, QPushButton, "go").click()
    assert asked.args == ["meeting.consent_create"]


@pytest.mark.parametrize("paper", [Paper.FAMILY, Paper.FRIDGE, Paper.WALLET])
def test_what_stays_with_the_family_is_shown_even_when_consent_is_refused(bench: Bench, paper: Paper) -> None:
    page = bench.show(meeting_consent_create=Consent.REFUSED)
    choose(page, paper)
    assert page.pages.pageCount() > 0


@pytest.mark.usefixtures("coarse_printer")
def test_printing_paints_every_page_and_records_it(
    confirmed: PreviewPage, plans: OpenPlans, plan_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "printed.pdf"

    monkeypatch.setattr(PrintBox, "ask", lambda *_: PrintSetup(to_file(paper)))
    choose(confirmed, Paper.MUNICIPALITY)
    part(confirmed, QPushButton, "print").click()
    printed = QPdfDocument()
    printed.load(str(paper))
    assert printed.pageCount() == confirmed.pages.pageCount()
    assert abs(printed.pagePointSize(0).width() - 595) < 1
    assert [row[:2] for row in issues(plans, plan_id)] == [(1, "municipality")]
    assert "印刷に送りました。" in said(confirmed)


def test_pages_can_be_scrolled_and_zoomed_by_keyboard(page: PreviewPage) -> None:
    pane = part(page, PdfPane, "pages")
    bar = pane.verticalScrollBar()
    QTest.keyClick(pane, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    before = bar.maximum()
    part(page, QPushButton, "larger").click()
    assert bar.maximum() > before
    part(page, QPushButton, "whole").click()
    assert bar.maximum() < before


def test_the_picture_of_a_page_is_not_blank(page: PreviewPage) -> None:
    pane = part(page, PdfPane, "pages")
    picture = pane.viewport().grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }
    assert len(colours) > 20


@pytest.mark.parametrize("paper", SHEETS)
def test_a_single_sheet_is_saved_and_recorded_by_its_own_name(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paper: Paper
) -> None:
    bench.plans.confirm(bench.plan_id, bench.plan, "青山", "")
    page = bench.show()
    monkeypatch.setattr(FileBox, "save", lambda _parent, _title, name, _kinds: tmp_path / name)
    choose(page, paper)
    part(page, QPushButton, "save").click()
    (saved,) = tmp_path.glob("*.pdf")
    sha256 = hashlib.sha256(saved.read_bytes()).hexdigest()
    assert issues(bench.plans, bench.plan_id) == [(1, paper.value, "", sha256)]


def test_what_can_be_printed_to_the_last_character_is_shown_without_a_word(page: PreviewPage) -> None:
    assert spellings(page).text == ""


def test_a_character_without_a_glyph_is_told_with_its_field_and_blocks_nothing(bench: Bench) -> None:
    page = bench.show(child_name=RARE)
    told = spellings(page).text
    assert "氏名　「\U000323af」（U+323AF）" in told
    assert "「代わりの漢字」に書けます" in told
    for paper in Paper:
        choose(page, paper)
        assert part(page, QPushButton, "save").isEnabled()
        assert spellings(page).isVisible()


def test_tab_and_space_lead_to_the_field_for_another_spelling(qtbot: QtBot, bench: Bench) -> None:
    page = bench.show(child_name=RARE)
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(part(page, QTabBar, "editions").hasFocus)
    wanted = part(page, QPushButton, "spell:child.name_print_alt")
    for _ in range(4):
        if not wanted.hasFocus():
            QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(wanted.hasFocus)
    with qtbot.waitSignal(page.place_requested) as asked:
        QTest.keyClick(wanted, Qt.Key.Key_Space)
    assert asked.args == ["child.name_print_alt"]


def test_many_fields_leave_room_for_the_pages_and_are_all_listed(bench: Bench) -> None:
    page = bench.show(child_name=RARE, child_name_note=RARE, child_nickname=RARE, child_address=RARE)
    assert spellings(page).text.count("U+323AF") == 4
    assert part(page, PdfPane, "pages").height() > page.height() // 3


def test_changes_are_marked_against_the_version_that_was_handed_out(bench: Bench) -> None:
    bench.confirm_and_issue(1)
    assert CHANGED in text_of(bench.show(child_nickname="りく"))


def test_nothing_is_marked_as_changed_when_no_version_was_handed_out(bench: Bench) -> None:
    bench.plans.confirm(bench.plan_id, bench.plan, "青山", "")
    assert CHANGED not in text_of(bench.show(child_nickname="りく"))


def test_a_version_keeps_its_marks_when_it_is_printed_again(bench: Bench) -> None:
    bench.confirm_and_issue(1)
    bench.plan = put(bench.plan, "child.nickname", "りく")
    bench.confirm_and_issue(2)
    assert CHANGED in text_of(bench.show())


def test_the_first_version_has_no_marks_when_it_is_printed_again(bench: Bench) -> None:
    bench.confirm_and_issue(1)
    assert CHANGED not in text_of(bench.show())


def test_a_version_that_nobody_got_is_passed_over(bench: Bench) -> None:
    bench.confirm_and_issue(1)
    bench.plan = put(bench.plan, "child.nickname", "りく")
    bench.plans.confirm(bench.plan_id, bench.plan, "青山", "")
    assert CHANGED in text_of(bench.show(meeting_plan_number="AOM-9"))
    first = bench.plans.issued_before(bench.plan_id, None)
    assert first is not None
    assert first.child.nickname != "りく"


def columns(page: PreviewPage) -> dict[Paper, PaperColumn]:
    (row,) = page.findChildren(PaperRow)
    return row.columns


def beside(bench: Bench, **changes: object) -> PreviewPage:
    """The page with all papers side by side."""
    page = bench.show(**changes)
    (row,) = page.findChildren(PaperRow)
    QTest.keyClick(part(page, QPushButton, "beside"), Qt.Key.Key_Space)
    bench.qtbot.waitUntil(lambda: row.is_complete, timeout=20_000)
    return page


def test_all_papers_stand_side_by_side_with_their_own_pages(bench: Bench) -> None:
    page = beside(bench)
    counts = {paper: column.view.pane.pages.pageCount() for paper, column in columns(page).items()}
    assert list(counts) == list(Paper)
    assert all(counts.values())
    places = [column.mapTo(page, column.rect().topLeft()).x() for column in columns(page).values()]
    assert places == sorted(set(places))
    assert f"1 / {counts[Paper.FAMILY]} ページ" in columns(page)[Paper.FAMILY].view.pane.accessibleName()


def test_a_refused_paper_says_why_in_its_column_and_leads_to_the_field(qtbot: QtBot, bench: Bench) -> None:
    page = beside(bench, meeting_consent_create=None)
    column = columns(page)[Paper.MUNICIPALITY]
    (notice,) = column.findChildren(Notice)
    assert "計画作成への同意がまだ記録されていません。" in notice.text
    with qtbot.waitSignal(page.place_requested) as asked:
        part(column, QPushButton, "go").click()
    assert asked.args == ["meeting.consent_create"]
    assert columns(page)[Paper.FAMILY].view.pane.pages.pageCount() > 0


def test_all_papers_are_turned_together_and_each_stops_at_its_end(bench: Bench) -> None:
    page = beside(bench)
    part(page, QPushButton, "whole").click()
    page.run("next_page")
    shown = {paper: column.view.pane.page for paper, column in columns(page).items()}
    assert shown[Paper.FAMILY] == shown[Paper.MUNICIPALITY] == 1
    assert shown[Paper.FRIDGE] == 0
    page.run("previous_page")
    assert all(column.view.pane.page == 0 for column in columns(page).values())


def test_all_papers_grow_together(bench: Bench) -> None:
    page = beside(bench)
    # The wallet card is broad and fits at any rate.
    tall = (column for paper, column in columns(page).items() if paper is not Paper.WALLET)
    bars = [column.view.pane.verticalScrollBar() for column in tall]
    before = [bar.maximum() for bar in bars]
    part(page, QPushButton, "larger").click()
    assert all(bar.maximum() > old for bar, old in zip(bars, before, strict=True))


def test_the_paper_with_the_cursor_is_the_one_to_print(qtbot: QtBot, bench: Bench) -> None:
    page = beside(bench)
    page.activateWindow()
    columns(page)[Paper.HOSPITAL].view.pane.setFocus()
    qtbot.waitUntil(lambda: page.paper is Paper.HOSPITAL)


def test_one_paper_is_shown_again_and_turned_page_by_page(bench: Bench) -> None:
    page = beside(bench)
    page.run("beside")
    pane = part(page, PdfPane, "pages")
    assert pane.isVisible()
    page.run("next_page")
    assert pane.page == 1
    page.run("previous_page")
    assert pane.page == 0


def test_leaving_the_page_forgets_all_papers_side_by_side(bench: Bench) -> None:
    page = beside(bench)
    panes = [column.view.pane for column in columns(page).values()]
    page.forget()
    assert columns(page) == {}
    assert all(pane.pages.pageCount() == 0 for pane in panes)


def test_a_copy_of_a_version_bears_its_number_and_recipient(
    confirmed: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FileBox, "save", lambda *_: tmp_path / "copy.pdf")
    QTest.keyClicks(part(confirmed, QLineEdit, "recipient"), "grandmother")
    part(confirmed, QPushButton, "save").click()
    copy = PdfReader(tmp_path / "copy.pdf")
    assert all(
        "控え 1" in side.extract_text() and "grandmother" in side.extract_text() for side in copy.pages
    )
    assert "控え 1" not in text_of(confirmed)


def test_a_name_and_a_password_are_there_only_when_asked_for(
    confirmed: PreviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, plan: Plan
) -> None:
    monkeypatch.setattr(SaveBox, "ask", lambda *_: SaveChoice(named=True, password="yuki michi 2026"))
    monkeypatch.setattr(FileBox, "save", lambda _parent, _title, name, _kinds: tmp_path / name)
    part(confirmed, QPushButton, "save").click()
    (path,) = tmp_path.glob("*.pdf")
    assert str(plan.child.name) in path.name
    copy = PdfReader(path)
    assert not copy.decrypt("another one")
    assert copy.decrypt("yuki michi 2026")
    assert "電話などで" in said(confirmed)


def test_the_hospitals_paper_waits_for_the_familys_word(
    qtbot: QtBot, bench: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bench.plan = put(bench.plan, "meeting.consent_hospital", None)
    bench.plans.confirm(bench.plan_id, bench.plan, "青山", "")
    page = bench.show()
    choose(page, Paper.HOSPITAL)
    monkeypatch.setattr(FileBox, "save", lambda *_: tmp_path / "a.pdf")
    monkeypatch.setattr(Question, "ask", lambda *_, **__: 0)
    with qtbot.waitSignal(page.place_requested) as asked:
        part(page, QPushButton, "save").click()
    assert asked.args == ["meeting.consent_hospital"]
    assert not (tmp_path / "a.pdf").exists()
    monkeypatch.setattr(Question, "ask", lambda *_, **__: 1)
    monkeypatch.setattr(ReasonBox, "ask", lambda *_: "救急搬送")
    part(page, QPushButton, "save").click()
    (issue,) = bench.plans.issues(bench.plan_id)
    assert (issue.basis, issue.reason) == (Basis.DISASTER, "救急搬送")
