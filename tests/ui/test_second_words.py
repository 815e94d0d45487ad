"""The words of a second language on the family's papers, chosen where they are looked at."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from evacplan.domain.plan import Plan
from evacplan.form.languages import Language
from evacplan.form.papers import IN_TWO_LANGUAGES, Paper
from evacplan.services import AppServices
from evacplan.ui.dialogs import FileBox
from evacplan.ui.paper import Printout
from evacplan.ui.paper_row import PaperRow
from evacplan.ui.ports import Plans
from evacplan.ui.preview import PreviewPage
from evacplan.ui.save_box import SaveBox, SaveChoice
from evacplan.ui.theme import Look
from tests.builders import a_case
from tests.ui.frame import part
from tests.ui.test_preview import choose, text_of

ENGLISH, EASY = "Emergency sheet", "じんこうこきゅうき"


@pytest.fixture
def plan() -> Plan:
    return a_case("case-a")


@pytest.fixture
def plan_id(plans: Plans, plan: Plan) -> str:
    found = plans.create(plan)
    plans.confirm(found, plan, "青山", "")
    return found


@pytest.fixture
def page(qtbot: QtBot, printout: Printout, look: Look) -> PreviewPage:
    return shown(qtbot, printout)


@pytest.fixture
def printout(plans: Plans, services: AppServices, plan_id: str, plan: Plan) -> Printout:
    return Printout(plans, services, plan_id, plan)


def shown(qtbot: QtBot, printout: Printout) -> PreviewPage:
    found = PreviewPage(printout)
    qtbot.addWidget(found)
    found.resize(1280, 660)
    found.show()
    qtbot.waitExposed(found)
    return found


def say(page: PreviewPage, words: str) -> None:
    """Choose as the user does."""
    box = part(page, QComboBox, "second")
    place = box.findText(words)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_the_words_chosen_stand_on_the_page_at_once_and_leave_it_again(page: PreviewPage) -> None:
    alone = text_of(page)
    say(page, "English")
    assert ENGLISH in text_of(page)
    say(page, "やさしい日本語")
    assert EASY in text_of(page)
    assert ENGLISH not in text_of(page)
    say(page, "なし")
    assert text_of(page) == alone


def test_the_choice_is_offered_for_the_familys_papers_alone(page: PreviewPage) -> None:
    for paper in Paper:
        choose(page, paper)
        assert part(page, QComboBox, "second").isVisible() is (paper in IN_TWO_LANGUAGES)


def test_the_choice_holds_for_the_plan_and_for_no_other(
    qtbot: QtBot, plans: Plans, services: AppServices, page: PreviewPage, printout: Printout
) -> None:
    say(page, "English")
    again, another = printout.plan_id, plans.create(printout.plan)
    assert ENGLISH in text_of(shown(qtbot, Printout(plans, services, again, printout.plan)))
    assert ENGLISH not in text_of(shown(qtbot, Printout(plans, services, another, printout.plan)))


def test_side_by_side_the_papers_are_made_anew(qtbot: QtBot, page: PreviewPage) -> None:
    part(page, QPushButton, "beside").click()
    row = page.findChild(PaperRow)
    assert row is not None
    qtbot.waitUntil(lambda: row.is_complete, timeout=60_000)
    say(page, "English")
    qtbot.waitUntil(lambda: row.is_complete, timeout=60_000)
    pages = row.columns[Paper.FAMILY].view.pane.pages
    assert ENGLISH in pages.getAllText(0).text()


def test_what_is_recorded_is_the_paper_as_it_was_handed_out(
    page: PreviewPage, plans: Plans, plan_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SaveBox, "ask", lambda *_: SaveChoice())
    monkeypatch.setattr(FileBox, "save", lambda *_: tmp_path / "family.pdf")
    say(page, "やさしい日本語")
    page.save()
    (issue,) = plans.issues(plan_id)
    assert plans.issued_pdf(issue) == (tmp_path / "family.pdf").read_bytes()


def test_the_name_of_a_file_tells_the_second_language(page: PreviewPage, printout: Printout) -> None:
    alone = printout.file_name(Paper.FAMILY)
    say(page, "やさしい日本語")
    assert printout.file_name(Paper.FAMILY) != alone
    assert "やさしい日本語" in printout.file_name(Paper.FAMILY)
    assert "やさしい日本語" not in printout.file_name(Paper.HOSPITAL)


def test_a_copy_knows_its_second_language_and_papers_of_one_language_have_none(printout: Printout) -> None:
    printout.say_beside(Language.ENGLISH)
    assert printout.copy(Paper.FAMILY).second == "en"
    assert printout.copy(Paper.MUNICIPALITY, "市").second == ""
    printout.say_beside(None)
    assert printout.copy(Paper.FAMILY).second == ""
