"""The forms folder is refused where it does not fit the model, and the refusal names file and field."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from evacplan.form.edition import load_words
from evacplan.form.toml_file import FormError
from tests.builders import FORMS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FORMS, tmp_path / "forms"))


def said_of(folder: Path, file: str, change: Callable[[str], str]) -> str:
    """What is said when a file of the folder was changed."""
    path = folder / file
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before
    path.write_text(after, encoding="utf-8")
    with pytest.raises(FormError) as caught:
        load_words(folder)
    return str(caught.value)


def without_block(name: str) -> Callable[[str], str]:
    """Takes the block of one item out of a file."""

    def change(text: str) -> str:
        head, _, rest = text.partition(f"[item.{name}]\n")
        _, between, after = rest.partition("\n[")
        return f"{head}[{after}" if between else head

    return change


def instead(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new, 1)


def inside(name: str, old: str, new: str) -> Callable[[str], str]:
    """Changes a text inside the block of one item."""

    def change(text: str) -> str:
        head, block, rest = text.partition(f"[item.{name}]\n")
        return head + block + rest.replace(old, new, 1)

    return change


def added(text: str) -> Callable[[str], str]:
    return lambda before: f"{before}\n{text}\n"


def test_the_shipped_folder_fits(folder: Path) -> None:
    assert load_words(folder).form.sections


FILES = ["form.toml", "care.toml", "choices.toml", "sentences.toml", "editions/family.toml"]
GIVEN = 'only = { municipality = "is_given" }'
CHANGES = [
    ("child.toml", without_block("name_kana"), ["child.toml", "name_kana", "missing"]),
    ("devices.toml", without_block('"devices.settings.mode"'), ["devices.toml", "devices.settings.mode"]),
    ("child.toml", added('[item.nobody]\nlabel = "だれか"\nneed = "may"'), ["child.toml", "nobody"]),
    ("child.toml", added('[other]\nlabel = "ほか"'), ["child.toml", "other"]),
    ("child.toml", inside("name", "label", "lable"), ["child.toml", 'item."name"', "lable"]),
    ("child.toml", inside("name", '"must"', '"perhaps"'), ["child.toml", "name", "perhaps"]),
    ("child.toml", inside("name", "need", "# need"), ["child.toml", "name", "need"]),
    ("child.toml", inside("name", '"hospital"', '"police"'), ["child.toml", "name", "police"]),
    ("child.toml", inside("name", "example", "# example"), ["child.toml", "name", "example"]),
    ("child.toml", inside("name", "help", 'when = "is_old"\nhelp'), ["child.toml", "name", "is_old"]),
    ("child.toml", inside("name", "help", 'unit_from = "gone"\nhelp'), ["child.toml", "name", "gone"]),
    ("child.toml", inside("name", "help", 'implied_by = ["gone"]\nhelp'), ["child.toml", "name", "gone"]),
    ("child.toml", inside("name", "label", "label = 5 #"), ["child.toml", "name", "label"]),
    ("child.toml", inside("name", "editions", "editions = 5 #"), ["child.toml", "name", "editions"]),
    ("child.toml", inside("name", "need", 'private = "yes"\nneed'), ["child.toml", "name", "private"]),
    (
        "child.toml",
        inside("household", "label", "private = true\nlabel"),
        ["child.toml", "household", "private"],
    ),
    ("child.toml", instead("[section]", "[sectoin]"), ["child.toml", "sect"]),
    ("child.toml", instead("say", "sya"), ["child.toml", "sect"]),
    ("child.toml", instead("[section]", "[section"), ["child.toml", "line 1"]),
    (
        "devices.toml",
        inside("devices", 'heading = ["nickname"', 'heading = ["gone"'),
        ["devices.toml", "gone"],
    ),
    ("devices.toml", inside("devices", "add", "# add"), ["devices.toml", "devices", "add"]),
    ("meeting.toml", instead(GIVEN, 'only = { municipality = "gone" }'), ["meeting.toml", "shares", "gone"]),
    ("meeting.toml", instead(GIVEN, 'only = { police = "is_given" }'), ["meeting.toml", "shares", "police"]),
    ("choices.toml", instead("female", "femail"), ["choices.toml", "Sex"]),
    ("choices.toml", added('[Nobody]\na = "あ"'), ["choices.toml", "Nobody"]),
    ("form.toml", instead('    "care",\n', ""), ["form.toml", "sections"]),
    ("form.toml", instead("[editions.hospital]", "[editions.police]"), ["form.toml", "police"]),
    ("form.toml", instead("revision", "# revision"), ["form.toml", "revision"]),
    ("form.toml", instead("unknown", "unkown"), ["form.toml", "unkown"]),
    ("sentences.toml", instead('sex = "性別"', ""), ["sentences.toml", "LegalItem"]),
    ("sentences.toml", instead("[refusal.no_recipient]", "[refusal.other]"), ["sentences.toml", "other"]),
    (
        "editions/hospital.toml",
        instead('kind = "alert"', 'kind = "alarm"'),
        ["editions/hospital.toml", "alarm"],
    ),
    (
        "editions/hospital.toml",
        instead("care.allergies", "care.nobody"),
        ["editions/hospital.toml", "care.nobody"],
    ),
    (
        "editions/hospital.toml",
        instead('rows = "care.emergencies"', 'rows = "care.baseline"'),
        ["editions/hospital.toml", "care.baseline"],
    ),
    (
        "editions/hospital.toml",
        instead('columns = ["problem"', 'columns = ["trouble"'),
        ["editions/hospital.toml", "trouble"],
    ),
    ("editions/hospital.toml", instead("title = ", "titel = "), ["editions/hospital.toml", "titel"]),
    (
        "editions/municipality.toml",
        instead("birth = [", "birht = ["),
        ["editions/municipality.toml", "birht"],
    ),
    (
        "editions/municipality.toml",
        instead('"review.review_due_on"]', '"review.gone"]'),
        ["editions/municipality.toml", "review.gone"],
    ),
    ("editions/family.toml", instead('"home.*"', '"house.*"'), ["editions/family.toml", "house"]),
]


@pytest.mark.parametrize(
    ("file", "change", "named"), CHANGES, ids=[f"{file}-{'-'.join(named[1:])}" for file, _, named in CHANGES]
)
def test_what_does_not_fit_is_refused_with_file_and_field(
    folder: Path, file: str, change: Callable[[str], str], named: list[str]
) -> None:
    said = said_of(folder, file, change)

    assert [name for name in named if name not in said] == [], said


@pytest.mark.parametrize(
    "file", ["form.toml", "care.toml", "choices.toml", "sentences.toml", "editions/family.toml"]
)
def test_a_file_that_is_missing_or_no_text_is_named(folder: Path, file: str) -> None:
    (folder / file).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FormError, match=file):
        load_words(folder)
    (folder / file).unlink()

    with pytest.raises(FormError, match=file):
        load_words(folder)


def test_a_condition_without_its_sentence_is_named(folder: Path) -> None:
    said = said_of(folder, "conditions.toml", lambda text: text.replace("may_be_used ", "may_be_lost "))
    assert "may_be_used" in said
    assert "may_be_lost" in said


def test_a_sentence_that_tells_neither_number_nor_names_is_refused(folder: Path) -> None:
    assert "may_be_used" in said_of(folder, "conditions.toml", instead("、{count}項目を", "、"))
