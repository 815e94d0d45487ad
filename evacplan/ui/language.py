"""The language of the window: Qt's translations, the sentences of the inner rooms, and the choice of it."""

from __future__ import annotations

import logging
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from evacplan.ui.errors import Question
from evacplan.ui.told import Messages, install

log = logging.getLogger(__name__)

Spoken = Literal["ja", "en"]
JAPANESE: Spoken = "ja"
ENGLISH: Spoken = "en"
_LOCALES = {
    JAPANESE: QLocale(QLocale.Language.Japanese, QLocale.Country.Japan),
    ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


@dataclass
class LanguageChoice:
    """now: of this window. wanted: of the next start."""

    now: Spoken = JAPANESE
    wanted: Spoken = JAPANESE


def speak(app: QApplication, language: Spoken, folder: Path) -> bool:
    """Let the window speak a language; whether all of its translations were found.

    folder: of our own translations. What is not translated stays Japanese.
    """
    QLocale.setDefault(_LOCALES[language])
    _forget(app)
    if language == JAPANESE:
        of_qt = _install(app, "qtbase_ja", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        # Qt changed some of its texts and not their translations.
        return _install(app, "qt_ja", str(folder)) and of_qt
    messages = _messages(folder / f"messages_{language}.toml")
    install(Messages(messages))
    # Qt's own buttons and dialogs are English by themselves.
    return _install(app, f"evacplan_{language}", str(folder)) and bool(messages)


def _forget(app: QApplication) -> None:
    install(None)
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()


def _install(app: QApplication, name: str, folder: str) -> bool:
    translator = QTranslator(app)
    if not translator.load(name, folder):
        log.warning("%s was not found", name)
        return False
    return app.installTranslator(translator)


def _messages(path: Path) -> dict[str, str]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))["messages"]
    except (OSError, ValueError, KeyError):
        log.warning("%s was not found", path.name)
        return {}
    return {str(text): str(said) for text, said in found.items()}


class LanguageBox:
    """The question which language the window speaks; in both, for who cannot read one of them."""

    @staticmethod
    def ask(parent: QWidget | None, choice: LanguageChoice) -> None:
        """Keep what was chosen for the next start."""
        picked = Question.ask(
            parent,
            "言語 / Language",
            "次に evacplan を開いたときから変わります。計画は変わらず、紙は日本語のまま印刷します。",
            "The change takes effect when evacplan is opened next. Plans stay as they are, "
            "and papers are printed in Japanese as before.",
            buttons=("日本語(&J)", "&English", "やめる / Cancel (&C)"),
            careful=True,
        )
        choice.wanted = (JAPANESE, ENGLISH, choice.wanted)[picked]
