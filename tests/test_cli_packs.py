"""The command line with a town's forms: those of a file, or those that the window would use."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from evacplan.cli import main
from evacplan.form_packs import FormPacks
from evacplan.system.paths import data_paths, shipped_paths
from tests.packs import town_file

SHIPPED = shipped_paths()
TEAM = "home.extras.hoshimi_choice_snow_team"
LABEL = "玄関から道までの除雪をする人"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return town_file(tmp_path_factory.mktemp("town"))


@pytest.fixture(scope="module")
def first_user(tmp_path_factory: pytest.TempPathFactory, town: Path) -> Path:
    """The folder of a user who took the town's pack into use in the window."""
    folder = tmp_path_factory.mktemp("user")
    packs = FormPacks(SHIPPED, data_paths(folder).packs)
    packs.choose(packs.look(town))
    return folder


@pytest.fixture
def user(tmp_path: Path, first_user: Path) -> Path:
    """A folder like that for one test."""
    return Path(shutil.copytree(first_user, tmp_path / "user"))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Case A, with an answer to a field of the town."""
    found = json.loads((SHIPPED.samples / "case-a.json").read_bytes())
    answer = {"kind": "choice", "label": LABEL, "value": "自治会の除雪隊"}
    found["home"]["extras"] = {TEAM.rpartition(".")[2]: answer}
    path = tmp_path / "plan.evacplan.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    return path


def text(path: Path) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)


def first_picture(path: Path) -> int:
    return len(PdfReader(path).pages[0].images)


def exported(plan: Path, out: Path, *before: str, pack: Path | None = None) -> Path:
    named = ["--pack", str(pack)] if pack is not None else []
    asked = ["export", str(plan), "--edition", "municipality", *named, "--out", str(out)]
    assert main([*before, *asked]) == 0
    (path,) = out.iterdir()
    return path


def test_an_edition_by_a_packs_file_and_by_the_pack_in_use_is_the_same_and_has_the_towns_field_and_logo(
    plan: Path, town: Path, user: Path, tmp_path: Path
) -> None:
    by_file = exported(plan, tmp_path / "1", pack=town)
    in_use = exported(plan, tmp_path / "2", "--data-dir", str(user))
    shipped = exported(plan, tmp_path / "3")
    assert by_file.read_bytes() == in_use.read_bytes()
    assert "自治会の除雪隊" in text(by_file)
    assert "自治会の除雪隊" not in text(shipped)
    assert first_picture(by_file) == first_picture(shipped) + 1


def test_a_pack_that_is_named_goes_before_the_pack_in_use(
    user: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "mori"
    other.mkdir()
    (other / "pack.toml").write_text('id = "mori"\nname = "森町"\nversion = "1"\ndate = 2027-01-15\n')
    words = 'title = "森町の項目"\n[[field]]\nsection = "home"\nname = "key"\nkind = "text"\nlabel = "鍵"\n'
    (other / "extra.toml").write_text(words + 'editions = ["municipality"]\n', encoding="utf-8")
    assert main(["pack", str(other), "--out", str(tmp_path / "mori.zip")]) == 0
    capsys.readouterr()
    assert main(["--data-dir", str(user), "fields", "--pack", str(tmp_path / "mori.zip"), "--json"]) == 0
    paths = {field["path"] for field in json.loads(capsys.readouterr().out)}
    assert "home.extras.mori_text_key" in paths
    assert TEAM not in paths


def test_blank_forms_have_the_towns_fields(town: Path, user: Path, tmp_path: Path) -> None:
    for number, before in enumerate((["--data-dir", str(user)], [])):
        out = tmp_path / str(number)
        named = [] if before else ["--pack", str(town)]
        assert main([*before, "blank", "--section", "home", *named, "--out", str(out)]) == 0
        assert LABEL in text(out / "blank-home.pdf")


def test_what_the_town_needs_counts_for_completeness_and_changes_no_figure(
    town: Path, user: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(SHIPPED.samples / "case-a.json")
    wanted, power = [], []
    for before, named in (([], []), (["--data-dir", str(user)], []), ([], ["--pack", str(town)])):
        main([*before, "check", case, "--json", *named])
        groups = json.loads(capsys.readouterr().out)["groups"]
        wanted.append(sum(group["total"] for group in groups))
        main([*before, "power", case, "--json", *named])
        power.append(capsys.readouterr().out)
    assert wanted == [wanted[0], wanted[0] + 1, wanted[0] + 1]
    assert len(set(power)) == 1


def test_a_pack_that_cannot_be_read_is_refused_and_nothing_is_written(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.zip"
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("forms/home.toml", "")
    out = tmp_path / "out"
    assert main(["export", str(plan), "--pack", str(broken), "--out", str(out)]) == 2
    assert "次にすること: " in capsys.readouterr().err
    assert not out.exists()


def test_a_kept_pack_that_was_damaged_is_told_and_the_shipped_forms_take_its_place(
    plan: Path, user: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (kept,) = data_paths(user).packs.glob("*.zip")
    kept.write_bytes(b"")
    path = exported(plan, tmp_path / "out", "--data-dir", str(user))
    assert "様式パック" in capsys.readouterr().err
    assert "自治会の除雪隊" not in text(path)
    assert first_picture(path) == 0
