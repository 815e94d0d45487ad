"""A town's pack at work: its fields typed by keys, printed with its logo for the town alone, never lost."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evacplan.domain.document import dumps, loads
from evacplan.domain.paths import get
from evacplan.domain.plan import Plan
from evacplan.form.papers import Paper
from evacplan.form_packs import FormPacks
from evacplan.press import Press
from evacplan.system.paths import shipped_paths
from evacplan.ui.foreign import ForeignAnswers
from evacplan.ui.theme import Look
from tests.packs import town_file
from tests.ui.driving import Driver, FakeDrafts, enter

SHIPPED = shipped_paths()
TODAY = date(2026, 11, 21)
TEAM = "home.extras.hoshimi_choice_snow_team"
SINCE = "registrations.extras.hoshimi_day_registered_on"
RADIO = "registrations.extras.hoshimi_yes_no_alarm_lent"
NOTE = "meeting.extras.hoshimi_text_desk_note"


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Press:
    """The press after the town's pack was loaded and the app was started again."""
    folder = tmp_path_factory.mktemp("town")
    packs = FormPacks(SHIPPED, folder / "packs")
    packs.choose(packs.look(town_file(folder)))
    return Press(FormPacks(SHIPPED, folder / "packs").forms, SHIPPED.fonts)


@pytest.fixture
def driver(qtbot: QtBot, press: Press, look: Look) -> Iterator[Driver]:
    """The interview of case A with the town's forms."""
    plan = loads((SHIPPED.samples / "case-a.json").read_bytes())
    found = Driver(qtbot, press.words.form, plan, FakeDrafts())
    found.show("home")
    yield found
    found.page.release()


def type_all(driver: Driver) -> Plan:
    """Answer every field of the town by keys."""
    QTest.keyClick(driver.go(TEAM), Qt.Key.Key_2)
    driver.page.open_section("registrations")
    since = driver.go(SINCE)
    QTest.keyClicks(since, "2026/4/1")
    QTest.keyClick(since, Qt.Key.Key_Tab)
    QTest.keyClick(driver.go(RADIO), Qt.Key.Key_1)
    driver.page.open_section("meeting")
    enter(driver.go(NOTE), "木曜の午後に窓口で")
    driver.page.flush()
    return driver.plan


def images_and_text(data: bytes, folder: Path) -> tuple[int, str]:
    """How many pictures the first side bears, and all that is printed, without spaces."""
    path = folder / "paper.pdf"
    path.write_bytes(data)
    pages = PdfReader(path).pages
    text = "".join(page.extract_text() for page in pages)
    return len(pages[0].images), "".join(text.split())


def test_what_was_typed_is_printed_for_the_town_with_its_logo_and_for_nobody_else(
    driver: Driver, press: Press, tmp_path: Path
) -> None:
    plan = type_all(driver)

    assert get(plan, TEAM) == "自治会の除雪隊"
    assert get(plan, SINCE) == date(2026, 4, 1)
    assert get(plan, RADIO) is True
    images, town = images_and_text(press.print(plan, Paper.MUNICIPALITY, TODAY), tmp_path)
    assert images == 1
    for said in ("自治会の除雪隊", "町の防災ラジオを借りている", "木曜の午後に窓口で", "ほしみ見守り"):
        assert said in town
    for paper in (Paper.FAMILY, Paper.HOSPITAL):
        _images, text = images_and_text(press.print(plan, paper, TODAY), tmp_path)
        for said in ("自治会の除雪隊", "町の防災ラジオ", "木曜の午後に窓口で"):
            assert said not in text
        assert ("ほしみ見守り" in text) is (paper is Paper.FAMILY)


def test_a_wrong_day_stays_visible_and_is_not_stored(driver: Driver) -> None:
    driver.page.open_section("registrations")
    since = driver.go(SINCE)
    QTest.keyClicks(since, "2026/13/41")
    QTest.keyClick(since, Qt.Key.Key_Tab)

    assert driver.value(SINCE) is None
    assert driver.field(SINCE).editor.text() == "2026/13/41"


def test_a_fields_answer_is_taken_back_by_undo(driver: Driver) -> None:
    QTest.keyClick(driver.go(TEAM), Qt.Key.Key_1)
    assert driver.value(TEAM) == "家族"

    driver.session.undo()

    assert driver.value(TEAM) is None


def test_without_the_pack_nothing_is_lost_and_the_answers_are_shown(
    driver: Driver, qtbot: QtBot, tmp_path: Path
) -> None:
    plan = loads(dumps(type_all(driver)))
    shipped = Press(SHIPPED.forms, SHIPPED.fonts)
    bare = Driver(qtbot, shipped.words.form, plan, FakeDrafts())
    bare.show("registrations")

    card = bare.section_page().findChild(ForeignAnswers)
    assert isinstance(card, ForeignAnswers)
    assert "令和8年4月1日" in card.told
    assert "町の防災ラジオを借りている" in card.told
    assert bare.plan == plan
    _images, text = images_and_text(shipped.print(plan, Paper.MUNICIPALITY, TODAY), tmp_path)
    assert "ほしみ見守り" not in text
    bare.page.release()


def test_a_section_without_such_answers_shows_no_card(driver: Driver) -> None:
    card = driver.section_page().findChild(ForeignAnswers)

    assert isinstance(card, ForeignAnswers)
    assert card.told == ""
