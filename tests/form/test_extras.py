"""A pack's own fields: after the section's, printed for whom the pack says, kept when the pack is gone."""

from datetime import date
from pathlib import Path

import pytest

from evacplan.domain.document import loads
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.exchange.pack_file import made_pack, pack_of
from evacplan.form.changes import changes
from evacplan.form.comparison import comparison
from evacplan.form.edition import Words, build_view, load_words
from evacplan.form.extras import foreign_answers
from evacplan.form.pack import compose
from evacplan.form.papers import Paper
from evacplan.form.progress import places
from evacplan.form.spec import Edition, Need
from evacplan.form.toml_file import FormError
from evacplan.system.paths import shipped_paths
from tests.packs import TOWN, a_pack

SHIPPED = shipped_paths()
TEAM = "home.extras.hoshimi_choice_snow_team"
SINCE = "registrations.extras.hoshimi_day_registered_on"
RADIO = "registrations.extras.hoshimi_yes_no_alarm_lent"
NOTE = "meeting.extras.hoshimi_text_desk_note"
ANSWERS = {TEAM: "自治会の除雪隊", SINCE: "2026/4/1", RADIO: True, NOTE: "木曜の午後に二番窓口"}
PRINTED = {TEAM: "自治会の除雪隊", SINCE: "令和8年4月1日", RADIO: "借りている", NOTE: "二番窓口"}


def words_of(data: bytes, folder: Path) -> Words:
    for name, content in compose(SHIPPED.forms, pack_of(data)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return load_words(folder)


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    return words_of(made_pack(TOWN), tmp_path_factory.mktemp("forms"))


@pytest.fixture(scope="module")
def plan(words: Words) -> Plan:
    found = loads((SHIPPED.samples / "case-a.json").read_bytes())
    for path, value in ANSWERS.items():
        found = put(found, path, words.form.item(path).stored(value))
    return found


def printed(words: Words, plan: Plan, paper: Paper) -> str:
    return str(build_view(words, plan, paper, today=date(2026, 11, 21)))


def test_fields_of_a_pack_stand_after_the_sections_own(words: Words) -> None:
    home = words.form.section("home")

    assert home.parts[-1].label == "星見町の項目"
    assert [place.path for place in places(words.form, Plan(), "home")][-1] == TEAM
    assert words.form.item(TEAM).need is Need.SHOULD


@pytest.mark.parametrize("paper", list(Paper))
def test_a_field_of_a_pack_is_printed_only_where_its_editions_say(
    words: Words, plan: Plan, paper: Paper
) -> None:
    text = printed(words, plan, paper)

    for path, said in PRINTED.items():
        is_edition = paper.value == paper.edition.value
        allowed = is_edition and paper.edition in words.form.item(path).editions
        label = words.form.item(path).label
        assert (label in text) is allowed, (path, paper)
        assert not allowed or said in text


def test_without_the_pack_the_answers_stay_and_are_printed_nowhere(plan: Plan) -> None:
    shipped = load_words(SHIPPED.forms)

    told = dict(foreign_answers(shipped.form, plan, "registrations"))
    assert set(told.values()) == {"令和8年4月1日", "はい"}
    assert set(told) == {"町の「ほしみ見守り」に登録した日", "町の防災ラジオを借りている"}
    for edition in Edition:
        text = printed(shipped, plan, Paper(edition))
        assert not any(label in text for label in told)


def test_versions_are_compared_also_without_the_pack(words: Words, plan: Plan) -> None:
    for form in (words.form, load_words(SHIPPED.forms).form):
        bare = put(plan, TEAM, None)
        (section,) = comparison(form, bare, plan)
        assert [(line.before, line.after) for line in section.lines] == [("", "自治会の除雪隊")]
        assert [change.after for change in changes(form, bare, plan)] == ["自治会の除雪隊"]


def test_a_word_that_is_offered_no_more_is_shown_as_of_other_forms(words: Words, plan: Plan) -> None:
    older = put(plan, TEAM, {"kind": "choice", "label": "除雪", "value": "消防団"})

    assert foreign_answers(words.form, older, "home") == (("除雪", "消防団"),)
    assert foreign_answers(words.form, plan, "home") == ()


def test_only_the_municipalitys_paper_bears_the_towns_logo(words: Words, plan: Plan) -> None:
    for paper in Paper:
        view = build_view(words, plan, paper, today=date(2026, 11, 21))
        assert view.logo == ((TOWN / "logo.png").read_bytes() if paper is Paper.MUNICIPALITY else b"")


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ('section = "nowhere"\nkind = "text"', "section"),
        ('section = "home"\nkind = "number"', "kind"),
        ('section = "home"\nkind = "choice"', "choices"),
        ('section = "home"\nkind = "choice"\nchoices = ["a", "a"]', "choices"),
        ('section = "home"\nkind = "text"\nchoices = ["a", "b"]', "choices"),
        ('section = "home"\nkind = "text"\neditions = ["police"]', "editions"),
        ('section = "home"\nkind = "text"\nwhen = "true"', "when"),
        (
            'section = "home"\nkind = "text"\n[[field]]\nname = "x"\nlabel = "y"\nsection = "care"\n'
            'kind = "day"',
            "x",
        ),
    ],
)
def test_an_extra_field_that_says_too_little_or_too_much_is_refused(
    tmp_path: Path, field: str, said: str
) -> None:
    data = a_pack(
        tmp_path / "in", {"extra.toml": f'title = "町"\n[[field]]\nname = "x"\nlabel = "x"\n{field}'}
    )

    with pytest.raises(FormError) as caught:
        words_of(data, tmp_path / "out")
    assert said in str(caught.value)


def test_a_field_without_editions_is_printed_nowhere(tmp_path: Path) -> None:
    field = 'title = "町"\n[[field]]\nname = "x"\nlabel = "秘密の項目"\nsection = "home"\nkind = "text"\n'
    found = words_of(a_pack(tmp_path / "in", {"extra.toml": field}), tmp_path / "out")
    path = "home.extras.mori_text_x"
    plan = loads((SHIPPED.samples / "case-a.json").read_bytes())
    plan = put(plan, path, found.form.item(path).stored("だれにも見せない"))

    for paper in Paper:
        assert "だれにも見せない" not in printed(found, plan, paper)
