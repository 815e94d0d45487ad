"""The translations of the window: fresh, whole, and with keys that lead to one place."""

from __future__ import annotations

import re
import tomllib
import warnings
from collections import Counter
from pathlib import Path

import pytest

from evacplan.ui.commands import COMMANDS, MENUS
from tests.packaging.modules import script

translations = script("translations.py")
TS = {language: translations.FOLDER / f"evacplan_{language}.ts" for language in translations.LANGUAGES}
REFRESH = "run packaging/translations.py"
PLACE = re.compile(r"\{[^}]*\}")
MNEMONIC = re.compile(r"&(\w)")
# How many texts of the window have no translation yet. It may only fall.
STILL_MISSING = {"en": 0}


class Untranslated(UserWarning):
    """Texts of the window that stay Japanese."""


@pytest.mark.parametrize("language", TS)
def test_every_text_of_the_code_stands_in_the_file_and_no_other(language: str) -> None:
    wanted, known = set(translations.texts()), set(translations.translations(TS[language]))
    assert not wanted - known, f"{REFRESH}: new texts"
    assert not known - wanted, f"{REFRESH}: texts that left the code"


@pytest.mark.parametrize("language", TS)
@pytest.mark.filterwarnings("default::tests.packaging.test_translations.Untranslated")
def test_what_is_not_translated_is_listed_and_never_grows(language: str) -> None:
    said = translations.translations(TS[language])
    missing = [f"{context}: {source}" for (context, source), words in said.items() if not words]
    if missing:
        warnings.warn(Untranslated("\n".join([language, *missing])), stacklevel=1)
    assert len(missing) <= STILL_MISSING[language]


@pytest.mark.parametrize("language", TS)
def test_a_translation_holds_the_same_placeholders(language: str) -> None:
    for (_context, source), words in translations.translations(TS[language]).items():
        if words:
            assert Counter(re.findall(r"\{[^}]*\}", source)) == Counter(re.findall(r"\{[^}]*\}", words)), (
                source
            )


@pytest.mark.parametrize("language", TS)
def test_a_translation_has_the_key_of_its_text(language: str) -> None:
    """The Japanese keys are told apart on every page and in every menu; the same ones are in any language."""
    for (_context, source), words in translations.translations(TS[language]).items():
        if words:
            assert MNEMONIC.findall(source) == [key.upper() for key in MNEMONIC.findall(words)], source


@pytest.mark.parametrize("language", TS)
def test_no_two_commands_of_a_menu_share_a_key(language: str) -> None:
    said = translations.translations(TS[language])
    for name in MENUS:
        for page in {page for command in COMMANDS for page in command.at}:
            here = [each for each in COMMANDS if each.menu == name and page in each.at]
            words = [said["commands", each.words] for each in here if not each.name.startswith("training")]
            keys = [key.upper() for each in words for key in MNEMONIC.findall(each)]
            assert len(keys) == len(set(keys)), (name, page, words)
    menus = [said["commands", words] for words in MENUS.values()]
    assert len({key for words in menus for key in MNEMONIC.findall(words)}) == len(menus)


@pytest.mark.parametrize("language", TS)
def test_the_compiled_file_is_that_of_the_texts(language: str, tmp_path: Path) -> None:
    try:
        translations.compile_ts(TS[language], tmp_path / "fresh.qm")
    except OSError as error:
        pytest.skip(f"lrelease does not run here: {error.strerror}")
    assert (tmp_path / "fresh.qm").read_bytes() == TS[language].with_suffix(".qm").read_bytes(), REFRESH


@pytest.mark.parametrize("language", TS)
def test_refreshing_keeps_what_is_translated(language: str, tmp_path: Path) -> None:
    known = translations.translations(TS[language])
    path = tmp_path / "again.ts"
    translations.write(path, language, translations.refreshed(list(known), known))
    assert translations.translations(path) == known


def test_a_new_text_takes_the_translation_of_the_same_text_elsewhere() -> None:
    said = translations.refreshed([("B", "閉じる"), ("B", "開く")], {("A", "閉じる"): "Close"})
    assert said == {("B", "閉じる"): "Close", ("B", "開く"): ""}


@pytest.mark.parametrize("language", TS)
def test_every_sentence_of_the_inner_rooms_is_translated(language: str) -> None:
    path = translations.FOLDER / f"messages_{language}.toml"
    said = tomllib.loads(path.read_text(encoding="utf-8"))["messages"]
    wanted = translations.sentences()
    assert not set(wanted) - set(said), "add them to messages_en.toml"
    assert not set(said) - set(wanted), "nobody says them any more"
    for text, words in said.items():
        assert words.strip()
        assert set(PLACE.findall(text)) == set(PLACE.findall(words)), text


def test_texts_are_found_in_tables_wrappers_and_conditions(tmp_path: Path) -> None:
    (tmp_path / "evacplan").mkdir()
    (tmp_path / "evacplan" / "page.py").write_text(
        'MENUS = {"file": "ファイル"}\n'
        "def _tr(words):\n    return QCoreApplication.translate('words', words)\n"
        "class Page:\n"
        "    def show(self, new):\n        self.tr('新しい' if new else '古い')\n        _tr('開く')\n"
        "def title(widget):\n    return widget.tr('題')\n",
        encoding="utf-8",
    )
    assert set(translations.texts(tmp_path)) == {
        ("commands", "ファイル"),
        ("Page", "新しい"),
        ("Page", "古い"),
        ("words", "開く"),
        ("QWidget", "題"),
    }
