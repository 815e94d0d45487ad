"""The whole set: numbered copies for every recipient, one by one, and the old ones called back."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.domain.choices import Consent
from evacplan.domain.copies import Basis, How
from evacplan.domain.paths import get, put
from evacplan.domain.plan import Plan
from evacplan.open_plans import OpenPlans
from evacplan.services import AppServices
from evacplan.ui.dialogs import FileBox
from evacplan.ui.errors import Notice
from evacplan.ui.exchange_panel import ExchangePanel
from evacplan.ui.number_box import NumberBox
from evacplan.ui.paper import Printout
from evacplan.ui.parts import Sentences
from evacplan.ui.print_box import PrintBox
from evacplan.ui.print_set_page import PrintSetPage
from evacplan.ui.printing import PrintSetup, a4_printer
from evacplan.ui.reason_box import ReasonBox
from evacplan.ui.theme import Look
from tests.builders import a_case
from tests.pdf.paper import squeezed
from tests.ui.frame import part, type_japanese

CITY, HOSPITAL, SUPPORTERS, FAMILY, FRIDGE, WALLET = range(6)


@dataclass
class Bench:
    """One confirmed plan in a store, and a folder for what is printed."""

    qtbot: QtBot
    plans: OpenPlans
    services: AppServices
    plan_id: str
    plan: Plan
    folder: Path

    def change(self, path: str, value: object) -> None:
        self.plan = put(self.plan, path, value)

    def confirm(self) -> None:
        self.plans.confirm(self.plan_id, self.plan, "青山", "")

    def show(self) -> PrintSetPage:
        page = PrintSetPage(Printout(self.plans, self.services, self.plan_id, self.plan))
        self.qtbot.addWidget(page)
        page.resize(1280, 660)
        page.show()
        self.qtbot.waitExposed(page)
        return page

    def save_all(self, page: PrintSetPage) -> None:
        part(page, QPushButton, "folder").click()
        self.qtbot.waitUntil(lambda: not part(page, QPushButton, "stop").isVisible())

    def texts(self) -> dict[str, str]:
        """The pages of every file in the folder, without blanks."""
        return {path.name: text_of(path.read_bytes()) for path in sorted(self.folder.glob("*.pdf"))}


def text_of(pdf: bytes) -> str:
    return "\f".join(squeezed(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user lets the PDFs go."""
    found = tmp_path / "out"
    found.mkdir()
    monkeypatch.setattr(FileBox, "folder", lambda *_: found)
    return found


@pytest.fixture
def bench(qtbot: QtBot, plans: OpenPlans, services: AppServices, look: Look, folder: Path) -> Bench:
    plan = a_case("case-a")
    found = Bench(qtbot, plans, services, plans.create(plan), plan, folder)
    found.confirm()
    return found


def only(page: PrintSetPage, *places: int) -> None:
    """Tick these lines and no other."""
    for place in range(6):
        part(page, QCheckBox, f"take:{place}").setChecked(place in places)


def said(page: PrintSetPage) -> str:
    return "\n".join(notice.text for notice in page.findChildren(Notice))


def labels(page: PrintSetPage) -> str:
    return "\n".join(label.accessibleName() for label in page.findChildren(QLabel) if label.isVisible())


def test_every_recipient_of_the_plan_is_listed_with_its_paper(bench: Bench) -> None:
    page = bench.show()
    words = [part(page, QCheckBox, f"take:{place}").text() for place in range(6)]
    assert words[:4] == [
        "市　市町村提出用",
        "病院　受入医療機関用",
        "民生委員と町会長　支援者用（1枚）",
        "家族　家族用（全項目）",
    ]
    assert part(page, NumberBox, f"copies:{FAMILY}").number == len(bench.plan.distribution.keep_places)


def test_each_copy_has_its_own_number_and_recipient_and_is_recorded(bench: Bench) -> None:
    page = bench.show()
    only(page, CITY, SUPPORTERS)
    part(page, NumberBox, f"copies:{SUPPORTERS}").choose(2)
    bench.save_all(page)
    recorded = [
        (one.copy, one.recipient, one.edition, one.basis) for one in bench.plans.issues(bench.plan_id)
    ]
    assert recorded == [
        (1, "市", "municipality", Basis.CONSENT),
        (2, "民生委員と町会長", "supporters", Basis.CONSENT),
        (3, "民生委員と町会長", "supporters", Basis.CONSENT),
    ]
    texts = bench.texts()
    assert [name.rpartition("_")[2] for name in sorted(texts)] == ["控え01.pdf", "控え02.pdf", "控え03.pdf"]
    in_order = sorted(texts.items(), key=_copy)
    for (name, text), (number, recipient, _, _) in zip(in_order, recorded, strict=True):
        assert str(bench.plan.child.name) not in name
        for side in text.split("\f"):
            assert f"控え{number}{recipient}" in side


def _copy(item: tuple[str, str]) -> str:
    return item[0].rpartition("_")[2]


def test_a_copy_tells_its_own_recipient_and_no_other(bench: Bench) -> None:
    page = bench.show()
    only(page, CITY)
    bench.save_all(page)
    (text,) = bench.texts().values()
    others = {row.recipient for row in bench.plan.distribution.copies} - {"市", "家族", "病院", None}
    assert others
    assert not any(f"控え1{other}" in text for other in others)


def test_the_numbers_go_on_and_what_is_out_is_not_ticked_again(bench: Bench) -> None:
    page = bench.show()
    only(page, CITY)
    bench.save_all(page)
    bench.qtbot.waitUntil(lambda: "控え 1 を渡しました" in labels(page))
    assert not part(page, QCheckBox, f"take:{CITY}").isChecked()
    again = bench.show()
    assert not part(again, QCheckBox, f"take:{CITY}").isChecked()
    only(again, HOSPITAL)
    bench.save_all(again)
    assert [one.copy for one in bench.plans.issues(bench.plan_id)] == [1, 2]


def test_without_consent_the_line_says_why_and_where_to_go(bench: Bench) -> None:
    bench.change("meeting.consent_create", None)
    bench.confirm()
    page = bench.show()
    assert not part(page, QCheckBox, f"take:{CITY}").isEnabled()
    assert "同意がまだ記録されていません" in labels(page)
    with bench.qtbot.waitSignal(page.place_requested) as asked:
        part(page, QPushButton, f"go:{CITY}").click()
    assert asked.args == ["meeting.consent_create"]


def test_the_cursor_begins_where_something_can_be_done(bench: Bench) -> None:
    bench.confirm()
    ready = bench.show()
    assert ready.focusProxy() is part(ready, QPushButton, "print")
    for row in bench.plan.distribution.copies:
        bench.change(f"distribution.copies.{row.key}.edition", None)
    bench.change("distribution.keep_places", ())
    bench.confirm()
    page = bench.show()
    assert not part(page, QPushButton, "print").isEnabled()
    first = page.focusProxy()
    assert first is not None
    assert first.isEnabled()
    assert first.objectName() == "go:0"


def test_a_line_without_a_paper_leads_to_its_field(bench: Bench) -> None:
    key = bench.plan.distribution.copies[CITY].key
    bench.change(f"distribution.copies.{key}.edition", None)
    bench.confirm()
    page = bench.show()
    assert "版の種類が空です。" in labels(page)
    with bench.qtbot.waitSignal(page.place_requested) as asked:
        part(page, QPushButton, f"go:{CITY}").click()
    assert asked.args == [f"distribution.copies.{key}.edition"]


def test_in_a_disaster_a_reason_lets_a_copy_out_and_is_recorded(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.change("meeting.consent_create", Consent.REFUSED)
    bench.confirm()
    monkeypatch.setattr(ReasonBox, "ask", lambda *_: "大雪で停電し、自宅に助けが要る")
    page = bench.show()
    only(page)
    part(page, QPushButton, f"exception:{CITY}").click()
    bench.save_all(page)
    (issue,) = bench.plans.issues(bench.plan_id)
    assert (issue.basis, issue.reason) == (Basis.DISASTER, "大雪で停電し、自宅に助けが要る")
    (text,) = bench.texts().values()
    assert "災害時の特例" in text


def test_the_reason_must_not_be_empty(qtbot: QtBot, look: Look) -> None:
    box = ReasonBox(None, "市", "同意がありません。")
    qtbot.addWidget(box)
    box.show()
    part(box, QPushButton, "go").click()
    assert box.isVisible()
    type_japanese(part(box, QPlainTextEdit, "reason"), "命の危険")
    part(box, QPushButton, "go").click()
    assert not box.isVisible()
    assert box.reason == "命の危険"


def test_a_copy_that_fails_is_not_recorded_and_the_run_goes_on_from_it(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = bench.show()
    only(page, CITY, HOSPITAL, SUPPORTERS)
    second = bench.folder / "AOM-2026-0017_受入医療機関用_第2版_控え02.pdf"
    second.mkdir()  # a file of that name cannot be written
    bench.save_all(page)
    assert [one.recipient for one in bench.plans.issues(bench.plan_id)] == ["市"]
    assert "ファイルを保存できませんでした。" in said(page)
    assert "1 部を出しました。あと 2 部です。" in labels(page)
    second.rmdir()
    QTest.keyClick(part(page, QPushButton, "go_on"), Qt.Key.Key_Space)
    bench.qtbot.waitUntil(lambda: "3 部を出し" in said(page))
    assert [one.copy for one in bench.plans.issues(bench.plan_id)] == [1, 2, 3]
    assert len(bench.texts()) == 3


def test_a_draft_is_handed_to_nobody(bench: Bench) -> None:
    bench.change("child.nickname", "りく")
    page = bench.show()
    assert not part(page, QPushButton, "print").isEnabled()
    assert page.findChild(QCheckBox, "take:0") is None
    with bench.qtbot.waitSignal(page.confirm_requested):
        part(page, QPushButton, "confirm").click()


@dataclass
class ToFiles(PrintSetup):
    """Prints each job into a PDF of its own, as a PDF printer does."""

    folder: Path = Path()
    jobs: int = 0

    def job(self, pages: int) -> QPrinter:
        self.jobs += 1
        printer = super().job(pages)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / f"job{self.jobs}.pdf"))
        return printer


@pytest.mark.usefixtures("coarse_printer")
def test_on_a_printer_each_copy_is_a_job_of_its_own(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    setup = ToFiles(a4_printer(), folder=bench.folder)
    monkeypatch.setattr(PrintBox, "ask", lambda *_: setup)
    page = bench.show()
    only(page, CITY, FRIDGE)
    part(page, QPushButton, "print").click()
    bench.qtbot.waitUntil(lambda: "2 部を出し" in said(page), timeout=20_000)
    pages = [len(PdfReader(path).pages) for path in sorted(bench.folder.glob("job*.pdf"))]
    assert pages[1] == 1 < pages[0]
    assert [one.edition for one in bench.plans.issues(bench.plan_id)] == ["municipality", "fridge"]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_reached_leaves_no_record(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = ToFiles(a4_printer(), folder=bench.folder / "missing")
    monkeypatch.setattr(PrintBox, "ask", lambda *_: nowhere)
    page = bench.show()
    only(page, FRIDGE)
    part(page, QPushButton, "print").click()
    bench.qtbot.waitUntil(lambda: "印刷できませんでした。" in said(page))
    assert bench.plans.issues(bench.plan_id) == ()
    assert part(page, QPushButton, "go_on").isVisible()


def outdate(bench: Bench) -> PrintSetPage:
    """Copies 1 (city) and 2 (hospital) of the first version, and a second version."""
    page = bench.show()
    only(page, CITY, HOSPITAL)
    bench.save_all(page)
    bench.change("meeting.plan_version", 3)
    bench.confirm()
    return bench.show()


def test_nothing_is_said_of_old_copies_while_there_are_none(bench: Bench) -> None:
    (panel,) = bench.show().findChildren(ExchangePanel)
    assert not panel.isVisible()


def test_a_new_version_lists_whose_copies_are_out_of_date(bench: Bench) -> None:
    text = labels(outdate(bench))
    assert "集める控えが 2 部" in text
    assert "控え 1　市　市町村提出用　第2版" in text
    assert "控え 2　病院　受入医療機関用　第2版" in text


def test_when_the_family_takes_its_consent_back_every_copy_given_by_it_is_listed(bench: Bench) -> None:
    page = bench.show()
    only(page, CITY, FAMILY)
    bench.save_all(page)
    bench.change("meeting.consent_withdrawn_on", bench.services.today())
    bench.plans.save_draft(bench.plan_id, bench.plan)
    (panel,) = bench.show().findChildren(ExchangePanel)
    text = "".join(label.said for label in panel.findChildren(Sentences))
    assert "集める控えが 1 部" in text
    assert "控え 1　市" in text
    assert "同意がなくなりました" in text
    assert panel.outdated == ()  # there is no newer copy to exchange it for
    assert not part(panel, QPushButton, "slip").isEnabled()


@pytest.mark.parametrize("how", [How.RETURNED, How.DESTROYED])
def test_what_was_collected_is_recorded_by_one_key(bench: Bench, how: How) -> None:
    page = outdate(bench)
    QTest.keyClick(part(page, QPushButton, f"{how.value}:1"), Qt.Key.Key_Space)
    assert "集める控えが 1 部" in labels(page)
    assert [one.recipient for one in bench.plans.outdated(bench.plan_id)] == ["病院"]
    first = bench.plans.issues(bench.plan_id)[0]
    assert first.collected is not None
    assert first.collected.how is how


def test_what_cannot_be_found_stays_out(bench: Bench) -> None:
    page = outdate(bench)
    part(page, QPushButton, f"{How.UNKNOWN.value}:1").click()
    assert len(bench.plans.outdated(bench.plan_id)) == 2
    assert "見つからない" in labels(page)


def test_the_slip_has_a_page_for_each_recipient_and_no_childs_name(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = outdate(bench)
    asked: list[bytes] = []
    monkeypatch.setattr(PrintBox, "ask", lambda *_: PrintSetup(a4_printer()))
    monkeypatch.setattr("evacplan.ui.print_set_page.print_pdf", _keep(asked))
    part(page, QPushButton, "slip").click()
    (slip,) = asked
    last = bench.plans.ledger(bench.plan_id)[-1]
    assert (last.kind, last.detail) == ("printed", "slip")
    sides = text_of(slip).split("\f")
    assert len(sides) == 2
    for side, recipient, number in zip(sides, ("市", "病院"), ("1", "2"), strict=True):
        assert "差し替えのお願い" in side
        assert f"お渡し先{recipient}" in side
        assert "AOM-2026-0017" in side
        assert "第3版" in side
        assert f"{number}市町村提出用第2版" in side or f"{number}受入医療機関用第2版" in side
        assert squeezed(get(bench.plan, "child.name")) not in side
    assert "2 枚" in said(page)


def _keep(asked: list[bytes]) -> Callable[[bytes, PrintSetup], bool]:
    def print_pdf(pdf: bytes, setup: PrintSetup) -> bool:
        asked.append(pdf)
        return not setup.two_sided

    return print_pdf


def test_leaving_the_page_ends_the_run(bench: Bench) -> None:
    page = bench.show()
    only(page, CITY, HOSPITAL, SUPPORTERS)
    part(page, QPushButton, "folder").click()
    page.forget()
    assert len(bench.plans.issues(bench.plan_id)) <= 1


def test_no_two_parts_of_the_page_share_a_key(bench: Bench) -> None:
    page = outdate(bench)
    words = [found.text() for found in page.findChildren(QPushButton) if found.isVisible()]
    keys = [text[text.index("&") + 1] for text in words if "&" in text]
    assert len(keys) == len(set(keys))
    assert set(keys).isdisjoint("FPSVH")
