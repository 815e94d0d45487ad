"""Questions about files; each is a static function, so that tests can answer for the user."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from evacplan.ui.errors import Question
from evacplan.ui.told import to_translate

PLAN_ENDING = ".evacplan.json"  # by which desktops know a plan document; one that ends otherwise is read too
PLAN_FILES = to_translate("dialogs", "計画のファイル (*.evacplan.json *.json)")
PDF_FILES = "PDF (*.pdf)"
BACKUP_FILES = to_translate("dialogs", "バックアップと控え (*.evacplan *.evacplan.before-*)")


def documents() -> Path:
    """The folder in which the user keeps documents, else the home folder; never where the app was started."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()


def _tr(text: str) -> str:
    return QCoreApplication.translate("dialogs", text)


class FileBox:
    """Where to read from or write to."""

    @staticmethod
    def open_plan(parent: QWidget | None) -> Path | None:
        """A plan document to take in; None: never mind."""
        title = _tr("取り込む計画のファイルを選んでください")
        name, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), _tr(PLAN_FILES))
        return Path(name) if name else None

    @staticmethod
    def open_backup(parent: QWidget | None) -> Path | None:
        """A backup to look into; None: never mind."""
        title = _tr("バックアップか控えのファイルを選んでください")
        name, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), _tr(BACKUP_FILES))
        return Path(name) if name else None

    @staticmethod
    def save(parent: QWidget | None, title: str, name: str, kinds: str) -> Path | None:
        """Where to write a file of this name, with the ending the name has; None: never mind."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(documents() / name), _tr(kinds))
        if not chosen:
            return None
        ending = PLAN_ENDING if name.endswith(PLAN_ENDING) else Path(name).suffix
        return Path(chosen) if Path(chosen).suffix else Path(chosen + ending)

    @staticmethod
    def folder(parent: QWidget | None, title: str) -> Path | None:
        """A folder to put files into; None: never mind."""
        name = QFileDialog.getExistingDirectory(parent, title, str(documents()))
        return Path(name) if name else None


class PlainExportBox:
    """The warning before a plan leaves the encrypted store."""

    @staticmethod
    def ask(parent: QWidget | None) -> bool:
        """Whether to write the plan without encryption all the same."""
        return (
            Question.ask(
                parent,
                _tr("このファイルは暗号になりません。"),
                _tr("名前・住所・病気・連絡先が、だれにでも読める形で書き出されます。"),
                _tr(
                    "渡したい相手だけが開ける場所に保存し、用がすんだら消してください。メールで送らないでください。"
                ),
                buttons=(_tr("暗号にせずに書き出す(&E)"), _tr("やめる(&C)")),
            )
            == 0
        )
