"""Backups as the window needs them: made in turn into both folders, and what is wrong with them in words."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from evacplan.domain.errors import UserError
from evacplan.system import second_folder
from evacplan.system.second_folder import SecondFolder

if TYPE_CHECKING:
    # SQLAlchemy and SQLCipher; the window for the passphrase is there before.
    from evacplan.store.backup_round import FolderRound
    from evacplan.store.database import Database

log = logging.getLogger(__name__)
_SAME_DISK = (
    "2つ目の保存先は、このパソコンと同じディスクにあります。"
    "パソコンがこわれると、いっしょに失われます。USBメモリを選ぶと安心です。"
)

_NO_FOLDER = "バックアップを作れませんでした。保存先のフォルダがなく、作ることもできません。"


class BackupKeeper:
    """own: the app's own folder of backups. choice: the file that remembers the second folder.

    made: the file name of the last backup, the same in both folders; "" where none was made.
    """

    def __init__(self, own: Path, choice: Path) -> None:
        self._own = own
        self._choice = choice
        self.made = ""

    @property
    def second(self) -> Path | None:
        """The second folder, None while none is chosen."""
        chosen = self._load()
        return chosen.folder if chosen is not None else None

    @property
    def folders(self) -> tuple[Path, ...]:
        """Both folders, or the one there is."""
        return tuple(filter(None, (self._own, self.second)))

    def choose(self, folder: Path | None) -> str:
        """Remember a second folder, or that there is none; what speaks against it, "" for nothing.

        Raises UserError.
        """
        chosen = SecondFolder.choose(folder, _now()) if folder is not None else None
        try:
            second_folder.save(self._choice, chosen)
        except OSError as error:
            raise UserError(
                "2つ目の保存先を覚えられませんでした。",
                why="設定を書きこめません。",
                do="ディスクの空きを確かめて、もう一度選んでください。",
            ) from error
        return _SAME_DISK if chosen is not None and chosen.is_on_disk_of(self._own) else ""

    def run(self, database: Database, *, at_once: bool) -> str:
        """Back up where it is due, or everywhere; what the user should know of it, "" when all is well."""
        from evacplan.store.backup_round import back_up  # noqa: PLC0415  (SQLAlchemy and SQLCipher)

        now, second = _now(), self._load()
        with contextlib.suppress(OSError):
            self._own.mkdir(mode=0o700, parents=True, exist_ok=True)
        own, *others = back_up(database, self.folders, now, at_once=at_once)
        self.made = next((each.made.path.name for each in (own, *others) if each.made is not None), "")
        lines = [_failed("バックアップを作れませんでした。", own.problem), "" if own.is_there else _NO_FOLDER]
        if second is not None:
            lines += self._about_second(second, others, now)
        return "\n".join(filter(None, lines))

    def _about_second(self, second: SecondFolder, rounds: Sequence[FolderRound], now: datetime) -> list[str]:
        told = rounds[0]
        if told.made is not None:
            second = second.got_backup(now)
        elif told.is_there:
            second = second.found(now)
        self._save(second)
        lines = [_failed("2つ目の保存先に、バックアップを作れませんでした。", told.problem)]
        if second.is_overdue(now):
            days = second.unbacked(now).days
            lines.append(
                f"2つ目の保存先に、{days}日間バックアップしていません。USBメモリなどをつないでください。"
            )
        return lines

    def _load(self) -> SecondFolder | None:
        try:
            return second_folder.load(self._choice)
        except OSError:
            log.warning("second folder not read")
            return None

    def _save(self, second: SecondFolder) -> None:
        try:
            second_folder.save(self._choice, second)
        except OSError:
            log.warning("second folder not remembered")


def _failed(what: str, problem: UserError | None) -> str:
    return f"{what}{problem.why}{problem.do}" if problem is not None else ""


def _now() -> datetime:
    return datetime.now().astimezone()
