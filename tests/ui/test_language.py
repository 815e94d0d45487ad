"""The window in English: chosen for the next start, whole, and Japanese again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QGroupBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from evacplan.exchange.plan_file import read_plan
from evacplan.form.languages import Language
from evacplan.press import Press
from evacplan.services import AppServices
from evacplan.system import settings
from evacplan.system.paths import shipped_paths
from evacplan.ui.errors import Notice, Question
from evacplan.ui.language import ENGLISH, JAPANESE, LanguageBox, LanguageChoice, speak
from evacplan.ui.told import day_words, told
from evacplan.vault import StoreVault

SHIPPED = shipped_paths()


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    """The application in English, and afterwards as it was."""
    before = QLocale()
    assert speak(qapp, ENGLISH, SHIPPED.translations)
    yield
    speak(qapp, JAPANESE, SHIPPED.translations)
    QLocale.setDefault(before)


class Page(QWidget):
    """Stands in no translation itself."""


@pytest.mark.usefixtures("english")
def test_a_text_is_found_through_every_class_of_a_widget(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    assert page.tr("会議") == "Meeting"  # of a `widget.tr` in a function
    assert Notice().tr("だれも知らない文") == "だれも知らない文"


@pytest.mark.usefixtures("english")
def test_errors_of_the_inner_rooms_are_told_in_english(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("パスワードが短すぎます。", "", "10文字以上にしてください。")
    assert notice.text == "The password is too short.\nUse at least 10 characters."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("長すぎます。40 文字までです。", "It is too long. At most 40 characters."),
        ("母が書いたメモ。", "母が書いたメモ。"),
        ("パスワードが短すぎます。母が書いたメモ。", "パスワードが短すぎます。母が書いたメモ。"),
        ("", ""),
    ],
)
@pytest.mark.usefixtures("english")
def test_only_what_is_wholly_known_is_translated(text: str, said: str) -> None:
    assert told(text) == said


def test_in_japanese_everything_is_as_it_was(qapp: QApplication) -> None:
    assert speak(qapp, JAPANESE, SHIPPED.translations)
    assert told("長すぎます。40 文字までです。") == "長すぎます。40 文字までです。"
    assert QCoreApplication.translate("commands", "計画(&P)") == "計画(&P)"
    assert day_words(read_plan(SHIPPED.samples / "case-a.json").child.birth_on).startswith("平成")  # type: ignore[arg-type]


@pytest.mark.parametrize(("button", "wanted"), [(0, JAPANESE), (1, ENGLISH), (2, ENGLISH)])
def test_the_chosen_language_waits_for_the_next_start(
    monkeypatch: pytest.MonkeyPatch, button: int, wanted: str
) -> None:
    monkeypatch.setattr(Question, "ask", lambda *_args, **_kind: button)
    choice = LanguageChoice(JAPANESE, ENGLISH)
    LanguageBox.ask(None, choice)
    assert (choice.now, choice.wanted) == (JAPANESE, wanted)


def test_the_language_is_kept_in_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert settings.language_in(path) == "ja"
    settings.save(path, settings.Settings(language="en"))
    assert settings.load(path).settings.language == settings.language_in(path) == "en"
    path.write_text("broken")
    assert settings.language_in(path) == "ja"
    assert path.read_text() == "broken"


def test_papers_stay_japanese_in_an_english_window(tmp_path: Path) -> None:
    services = AppServices(StoreVault(tmp_path / "plans"), SHIPPED)
    services.language = LanguageChoice(ENGLISH, ENGLISH)
    plan = read_plan(SHIPPED.samples / "case-a.json")
    assert services.form.title != services._press.words.form.title
    assert services._press.language is Language.JAPANESE
    found = services.consequence(plan)
    assert found.findings
    assert not any("分" in line.text and "時間" in line.text for line in found.findings)


def test_days_and_units_are_english_in_the_window_only() -> None:
    window = Press(SHIPPED.forms, SHIPPED.fonts, language=Language.ENGLISH, in_window=True)
    paper = Press(SHIPPED.forms, SHIPPED.fonts, language=Language.ENGLISH)
    assert window.words.form.formats.unit("時間") == "h"
    assert paper.words.form.formats.unit("時間") == "時間"


@pytest.mark.usefixtures("english")
def test_a_label_made_in_english_is_not_taken_for_a_message(qtbot: QtBot) -> None:
    label = QLabel(QCoreApplication.translate("commands", "計画(&P)"))
    qtbot.addWidget(label)
    assert label.text() == "&Plan"


def english_words(dialog: QWidget) -> list[str]:
    """What stands in a dialog in Latin letters alone."""
    words = [label.text() for label in dialog.findChildren(QLabel)]
    words += [button.text() for button in dialog.findChildren(QAbstractButton)]
    words += [box.title() for box in dialog.findChildren(QGroupBox)]
    return [text for text in words if text.isascii() and any(letter.isalpha() for letter in text)]


@pytest.fixture
def japanese(qapp: QApplication) -> Iterator[None]:
    """The application in Japanese, as it starts."""
    before = QLocale()
    assert speak(qapp, JAPANESE, SHIPPED.translations)
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("japanese")
@pytest.mark.parametrize("mode", list(QFileDialog.FileMode))
def test_the_file_dialog_of_qt_is_japanese_too(qtbot: QtBot, mode: QFileDialog.FileMode) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    assert not english_words(dialog)


@pytest.mark.usefixtures("japanese")
def test_the_print_dialog_of_qt_is_japanese_too(qtbot: QtBot, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "紙.pdf"))
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    assert not english_words(dialog)
