"""What a press remembers of papers before changes no byte of the next one, and goes when the plan goes."""

from __future__ import annotations

from evacplan.domain.blackout import run_down
from evacplan.domain.figures import figures
from evacplan.domain.paths import put
from evacplan.form.papers import Paper
from evacplan.pdf.fonts import load_fonts
from evacplan.pdf.memory import Recent
from evacplan.press import Press
from tests.builders import FONTS, FORMS, a_case
from tests.papers.samples import TODAY


def test_a_press_that_printed_much_prints_the_same_bytes_as_a_fresh_one() -> None:
    used, plan = Press(FORMS, FONTS), a_case("case-a")
    for other in (a_case("case-b"), put(plan, "child.name", "別名"), plan):
        for paper in Paper:
            used.print(other, paper, TODAY)
    for paper in Paper:
        assert used.print(plan, paper, TODAY) == Press(FORMS, FONTS).print(plan, paper, TODAY)


def test_what_two_rounds_did_not_ask_for_is_forgotten() -> None:
    recent: Recent[str, int] = Recent()
    recent.put("asked", 1)
    recent.put("left", 2)
    for _ in range(2):
        recent.turn()
        assert recent.get("asked") == 1
    assert recent.get("left") is None


def test_fonts_for_one_document_remember_nothing_of_another() -> None:
    fonts = load_fonts(FONTS).for_one_document()
    fonts.letters("髙橋")
    assert fonts.memory.letters.get(("髙橋", False)) is not None
    assert fonts.for_one_document().memory.letters.get(("髙橋", False)) is None


def test_font_files_are_kept_between_papers_and_go_with_the_plan() -> None:
    press = Press(FORMS, FONTS)
    press.forget()  # nothing was printed yet
    press.print(a_case("case-a"), Paper.FRIDGE, TODAY)
    faces = (*press.fonts.regular, *press.fonts.bold)
    assert any(face._files for face in faces)
    press.forget()
    assert not any(face._files for face in faces)


def test_the_run_downs_of_a_plan_go_with_it() -> None:
    press, house = Press(FORMS, FONTS), figures(a_case("case-a"), TODAY).household
    press.print(a_case("case-a"), Paper.FRIDGE, TODAY)
    kept = run_down(house)
    assert run_down(house) is kept
    press.forget()
    assert run_down(house) is not kept
