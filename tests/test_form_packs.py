"""Packs that a user keeps: checked like the shipped forms, in use from the next start."""

import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from evacplan.cli import main
from evacplan.domain.document import dumps, loads
from evacplan.domain.errors import UserError
from evacplan.form.edition import load_words
from evacplan.form.form_changes import What
from evacplan.form.papers import Paper
from evacplan.form_packs import FormPacks
from evacplan.press import Press
from evacplan.system.paths import shipped_paths
from tests.packs import HEAD, TOWN, a_pack, town_file

SHIPPED = shipped_paths()


@pytest.fixture
def packs(tmp_path: Path) -> FormPacks:
    return FormPacks(SHIPPED, tmp_path / "packs")


@pytest.fixture(scope="module")
def with_town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packs of a user who took the town's pack into use."""
    folder = tmp_path_factory.mktemp("user")
    packs = FormPacks(SHIPPED, folder / "packs")
    packs.choose(packs.look(town_file(folder)))
    return folder / "packs"


@pytest.fixture
def town(tmp_path: Path, with_town: Path) -> FormPacks:
    """Such packs for one test, at the start after the choice."""
    return FormPacks(SHIPPED, Path(shutil.copytree(with_town, tmp_path / "packs")))


def written(folder: Path, files: dict[str, str | bytes]) -> Path:
    path = folder / "pack.zip"
    path.write_bytes(a_pack(folder / "source", files))
    return path


def started_again(packs: FormPacks) -> FormPacks:
    return FormPacks(SHIPPED, packs._folder)


def chosen(packs: FormPacks, path: Path) -> FormPacks:
    """The packs at the start after this one was chosen."""
    packs.choose(packs.look(path))
    return started_again(packs)


def test_without_a_pack_the_shipped_forms_are_used(packs: FormPacks) -> None:
    assert packs.forms == SHIPPED.forms
    assert packs.in_use.date == load_words(SHIPPED.forms).form.revision


def test_a_pack_is_used_from_the_next_start_on(packs: FormPacks, tmp_path: Path) -> None:
    before = packs.forms
    later = chosen(packs, town_file(tmp_path))

    assert packs.forms == before
    assert later.in_use.name.startswith("星見町")
    item = load_words(later.forms).form.item("triggers.snow")
    assert "雪害対策本部" in item.label
    assert item.need == "must"
    assert later.trouble is None


def test_each_change_is_listed_with_the_old_and_the_new_words(packs: FormPacks, tmp_path: Path) -> None:
    offer = packs.look(town_file(tmp_path))

    by_kind = {(change.what, change.label): change for change in offer.changes}
    label = load_words(SHIPPED.forms).form.item("triggers.snow").label
    assert by_kind[What.LABEL, label].before == label
    assert "雪害対策本部" in by_kind[What.LABEL, label].after
    assert (by_kind[What.NEED, label].before, by_kind[What.NEED, label].after) == ("should", "must")
    assert What.HELP in {what for what, _label in by_kind}


def test_a_newer_file_of_forms_takes_the_place_of_the_shipped_one(packs: FormPacks, tmp_path: Path) -> None:
    text = (SHIPPED.forms / "home.toml").read_text(encoding="utf-8")
    wider = text.replace('editions = ["family", "municipality"]', 'editions = ["family"]', 1)
    assert wider != text

    offer = packs.look(written(tmp_path, {"forms/home.toml": wider}))

    assert [change.what for change in offer.changes] == [What.EDITIONS]
    assert (offer.changes[0].before, offer.changes[0].after) == ("family,municipality", "family")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("words/home.toml", '[item.no_such_field]\nlabel = "x"', "no_such_field"),
        ("words/home.toml", '[item.near_river]\neditions = ["hospital"]', ""),
        ("words/nowhere.toml", '[section]\nsay = "x"', "nowhere"),
        ("words/triggers.toml", '[item.preparation_min]\nneed = "may"', "only rise"),
        ("words/triggers.toml", '[item.snow]\nlabel = ""', "texts"),
        ("words/triggers.toml", "[item]\nsnow = 3", "texts"),
        ("words/triggers.toml", "item = 3", "table"),
        ("forms/home.toml", '[section]\ntitle = "x"', "home.toml"),
        ("forms/stranger.toml", "", "stranger"),
        ("forms/findings.toml", "", "findings"),
        ("forms/rehearsal.toml", "", "rehearsal"),
        ("editions/poster.toml", "", "poster"),
        ("editions/family.toml", 'footer = "x"\npage = []', "printed nowhere"),
        ("editions/family.toml", "page = 3", "family.toml"),
        ("logo.png", "no picture", "logo.png"),
    ],
)
def test_what_does_not_fit_the_app_is_refused_by_name(
    packs: FormPacks, tmp_path: Path, name: str, text: str, said: str
) -> None:
    path = written(tmp_path, {name: text})

    with pytest.raises(UserError) as caught:
        packs.look(path)

    assert said in caught.value.why
    assert not list(tmp_path.glob("packs/*.zip"))
    assert packs.chosen == ""


def test_going_back_leaves_the_pack_for_another_time(town: FormPacks) -> None:
    later = town
    name = later.in_use.name

    offer = later.look_back("")
    later.choose(offer)
    shipped_again = started_again(later)

    assert offer.changes
    assert shipped_again.forms == SHIPPED.forms
    kept = next(line for line in shipped_again.kept() if line.name == name)
    shipped_again.choose(shipped_again.look_back(kept.fingerprint))
    assert started_again(later).in_use.name == name


def test_an_older_pack_is_kept_beside_a_newer_one(town: FormPacks, tmp_path: Path) -> None:
    second = chosen(town, written(tmp_path, {"words/home.toml": '[section]\nsay = "家のことです。"'}))

    assert second.in_use.name == "森町"
    assert [line.name for line in second.kept()] == ["", "森町", town.in_use.name]


def test_a_kept_pack_that_was_changed_is_not_used_and_it_is_said(town: FormPacks, tmp_path: Path) -> None:
    assert town.in_use.name
    kept = next(tmp_path.glob("packs/*.zip"))
    kept.write_bytes(a_pack(tmp_path / "other", {"words/home.toml": '[section]\nsay = "別"'}))
    again = started_again(town)

    assert again.forms == SHIPPED.forms
    assert again.trouble is not None
    assert again.in_use.name == ""


def test_a_composed_folder_that_was_changed_is_made_anew(town: FormPacks) -> None:
    words = town.forms / "triggers.toml"
    right = words.read_bytes()
    words.write_bytes(right.replace(b"must", b"may"))
    (town.forms / "more.toml").write_bytes(b"")

    again = started_again(town)

    assert (again.forms / "triggers.toml").read_bytes() == right
    assert not (again.forms / "more.toml").exists()


def test_a_plan_reads_and_prints_the_same_answers_with_and_without_a_pack(town: FormPacks) -> None:
    plan = loads((SHIPPED.samples / "case-a.json").read_bytes())

    assert Press(town.forms, SHIPPED.fonts).print(plan, Paper.FAMILY, date(2026, 11, 21))
    assert loads(dumps(plan)) == plan


def test_the_samples_take_no_pack(tmp_path: Path) -> None:
    for_samples = FormPacks(SHIPPED)
    offer = FormPacks(SHIPPED, tmp_path / "packs").look(town_file(tmp_path))

    with pytest.raises(UserError):
        for_samples.choose(offer)
    with pytest.raises(UserError):
        for_samples.look(town_file(tmp_path))


def test_looking_at_a_pack_leaves_nothing_behind(packs: FormPacks, tmp_path: Path) -> None:
    packs.look(town_file(tmp_path))

    assert list((tmp_path / "packs").iterdir()) == []


def test_the_command_line_makes_a_pack_only_of_what_fits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "town.zip"

    assert main(["pack", str(TOWN), "--out", str(target)]) == 0
    assert capsys.readouterr().out.strip() == sha256(target.read_bytes()).hexdigest()

    bad = tmp_path / "bad" / "words"
    bad.mkdir(parents=True)
    (bad.parent / "pack.toml").write_text(HEAD, encoding="utf-8")
    (bad / "home.toml").write_text('[item.nothing]\nlabel = "x"', encoding="utf-8")
    assert main(["pack", str(bad.parent), "--out", str(tmp_path / "bad.zip")]) == 2
    assert "nothing" in capsys.readouterr().err
    assert not (tmp_path / "bad.zip").exists()


def test_a_pack_lays_an_edition_out_anew_and_it_is_said(packs: FormPacks, tmp_path: Path) -> None:
    text = (SHIPPED.forms / "editions" / "municipality.toml").read_text(encoding="utf-8")
    other = text.replace('title = "個別避難計画"', 'title = "森町 個別避難計画"', 1)

    later = chosen(packs, written(tmp_path, {"editions/municipality.toml": other}))

    assert [change.what for change in packs.look(tmp_path / "pack.zip").changes] == [What.LAYOUT]
    assert load_words(later.forms).layouts[Paper.MUNICIPALITY].page[0].title == "森町 個別避難計画"


def test_a_picture_that_is_none_or_huge_is_no_logo(packs: FormPacks, tmp_path: Path) -> None:
    right = (TOWN / "logo.png").read_bytes()
    huge = right[:16] + (60_000).to_bytes(4, "big") + right[20:]

    for number, logo in enumerate((right[:60], huge)):
        folder = tmp_path / str(number)
        folder.mkdir()
        with pytest.raises(UserError) as caught:
            packs.look(written(folder, {"logo.png": logo}))
        assert "logo.png" in caught.value.why
