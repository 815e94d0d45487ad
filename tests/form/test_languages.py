"""The words of forms/ in other languages."""

import tomllib
import warnings
from collections import Counter
from pathlib import Path

import pytest

from evacplan.form.advice import load_advice_words
from evacplan.form.blank_words import load_blank_words
from evacplan.form.change_walk import load_changes
from evacplan.form.edition import load_words
from evacplan.form.exchange_slip import load_slip_words
from evacplan.form.languages import (
    OTHERS,
    Language,
    file_names,
    kept_where_same,
    missing,
    overlaid,
    read_words,
    strays,
)
from evacplan.form.minutes import load_minutes_words
from evacplan.form.pack import Pack, PackHead, compose
from evacplan.form.rehearsal_words import load_rehearsal_words
from evacplan.form.toml_file import FormError

FORMS = Path(__file__).parents[2] / "forms"

# How many texts of forms/ have no translation yet. It may only fall: lower it with every translation.
STILL_MISSING = {Language.ENGLISH: 0, Language.EASY: 223}
# やさしい日本語 stands on the papers of a family: no words that only others or the window show.
NOT_FOR_FAMILIES = {
    *("blank.toml", "changes.toml", "conditions.toml", "copying.toml", "exchange.toml", "findings.toml"),
    *("minutes.toml", "rehearsal.toml"),
    *("editions/hospital.toml", "editions/municipality.toml", "editions/supporters.toml"),
}
OF_THE_WINDOW = {"help", "example", "say", "reason", "add", "why", "do"}
MOST_LISTED = 60

BASE = {
    "section": {"title": "家"},
    "item": {"floor": {"label": "階", "need": "must", "group": "住まい", "told": "{floor} 階"}},
    "step": [{"path": "a.b", "why": "見ます。"}],
    "lines": ["一", "二"],
}


def is_told(place: str) -> bool:
    """Whether a family may read this text on its papers: 「home.toml: item.bed_room.label」."""
    name, _, key = place.partition(": ")
    return name not in NOT_FOR_FAMILIES and key.rpartition(".")[2] not in OF_THE_WINDOW


class Untranslated(UserWarning):
    """Texts that stay Japanese."""


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.filterwarnings("default::tests.form.test_languages.Untranslated")
def test_what_is_not_translated_is_listed_and_never_grows(language: Language) -> None:
    found = [place for place in missing(FORMS, language) if language is not Language.EASY or is_told(place)]
    if found:
        files = Counter(place.partition(":")[0] for place in found)
        listed = found if len(found) < MOST_LISTED else [f"{name}: {count}" for name, count in files.items()]
        said = "\n".join([f"{language.value}: {len(found)} texts of forms/ are Japanese", *listed])
        warnings.warn(Untranslated(said), stacklevel=1)
    assert len(found) <= STILL_MISSING[language]


@pytest.mark.parametrize("language", OTHERS)
def test_every_overlay_lies_over_a_file_and_fits_it(language: Language) -> None:
    assert not strays(FORMS, language)
    for name in file_names(FORMS):
        read_words(FORMS, name, language)


@pytest.mark.parametrize("language", OTHERS)
def test_every_loader_takes_the_other_language(language: Language) -> None:
    words = load_words(FORMS, language)
    load_advice_words(FORMS, language)
    load_changes(FORMS, words.form, language)
    load_blank_words(FORMS, words.form, language)
    load_slip_words(FORMS, language)
    load_minutes_words(FORMS, words.form, language)
    load_rehearsal_words(FORMS, language)


def test_an_overlay_says_some_texts_and_leaves_the_rest_japanese() -> None:
    over = {"item": {"floor": {"label": "Floor", "told": "floor {floor}"}}, "texts": {"見ます。": "Look."}}
    found = overlaid(BASE, over, "en/x.toml")
    assert found["item"]["floor"] == {
        "label": "Floor",
        "need": "must",
        "group": "住まい",
        "told": "floor {floor}",
    }
    assert found["step"] == [{"path": "a.b", "why": "Look."}]
    assert found["section"] == BASE["section"]


@pytest.mark.parametrize(
    ("over", "said"),
    [
        ({"item": {"roof": {"label": "Roof"}}}, "'roof'"),
        ({"item": {"floor": {"hint": "x"}}}, "'hint'"),
        ({"item": {"floor": {"need": "may"}}}, "item.floor.need"),
        ({"item": {"floor": {"told": "floor"}}}, "{floor}"),
        ({"item": {"floor": {"told": "{storey}"}}}, "{floor}"),
        ({"item": {"floor": {"label": " "}}}, "item.floor.label"),
        ({"item": "x"}, "item"),
        ({"lines": ["one"]}, "2 texts"),
        ({"step": [{"why": "Look."}]}, "[texts]"),
        ({"texts": {"見る": "Look."}}, "見る"),
        ({"texts": {"{floor} 階": "floor"}}, "{floor}"),
    ],
)
def test_an_overlay_that_does_not_fit_is_refused_by_file_and_key(over: dict[str, object], said: str) -> None:
    with pytest.raises(FormError) as refusal:
        overlaid(BASE, over, "en/x.toml")
    assert "en/x.toml" in str(refusal.value)
    assert said in str(refusal.value)


def test_codes_are_not_listed_as_missing(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text('need = "must"\nlabel = "階"\nlines = ["一", "A"]\n', encoding="utf-8")
    assert missing(tmp_path, Language.ENGLISH) == ["x.toml: label", "x.toml: lines[0]"]


def test_what_a_pack_says_otherwise_loses_its_translation() -> None:
    over = {
        "item": {"floor": {"label": "Floor", "told": "floor {floor}"}},
        "lines": ["one", "two"],
        "texts": {"住まい": "The house", "見ます。": "Look."},
    }
    after = tomllib.loads(
        '[item.floor]\nlabel = "何階か"\ntold = "{floor} 階"\ngroup = "住まい"\nneed = "must"'
    )
    assert kept_where_same(over, BASE, after) == {
        "item": {"floor": {"told": "floor {floor}"}},
        "texts": {"住まい": "The house"},
    }


def test_a_pack_keeps_the_other_languages_where_it_says_nothing(tmp_path: Path) -> None:
    head = PackHead.model_validate(
        {"id": "mori", "name": "森町", "version": "1", "date": tomllib.loads("d = 2027-01-15")["d"]}
    )
    words = '[item.house_kind]\nlabel = "家の造り"\n'.encode()
    composed = compose(FORMS, Pack(head, {"words/home.toml": words}, "0" * 64))
    for name, data in composed.items():
        if name.endswith(".toml"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(data)
    for language in OTHERS:
        assert load_words(tmp_path, language).form.item("home.house_kind").label == "家の造り"
        own = load_words(tmp_path, language).form.item("home.living_floor")
        assert own.label == load_words(FORMS, language).form.item("home.living_floor").label
