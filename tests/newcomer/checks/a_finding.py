"""The new finding of the README, once it is there."""

from evacplan.domain.paths import put
from evacplan.form.finding_words import load_finding_words
from evacplan.form.languages import Language
from evacplan.form.load import load_form
from evacplan.press import Press
from tests.builders import FONTS, FORMS, a_case
from tests.papers.samples import TODAY

PLACE = "devices.devices.ventilator.daily_check"


def test_it_is_told_in_words_at_its_field_until_the_field_is_answered() -> None:
    press, plan = Press(FORMS, FONTS), a_case("case-a")
    for answer, is_told in ((None, True), ("回路のゆるみ", False)):
        found = press.findings(put(plan, PLACE, answer), TODAY)
        told = [one for one in found if one.code == "daily_check_empty" and one.place == PLACE]
        assert bool(told) is is_told
        assert all("人工呼吸器" in one.say and one.do for one in told)


def test_it_is_told_in_english_too() -> None:
    form = load_form(FORMS, Language.ENGLISH)
    assert (
        "daily check" in load_finding_words(FORMS, form, Language.ENGLISH).sentences["daily_check_empty"].say
    )
