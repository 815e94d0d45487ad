"""The training: a store of its own with both samples, in a folder of its own, opened without being asked.

Nothing goes from it to the real plans or back. It writes no plan documents and takes none, has no backups and
no passphrase that anybody knows, and every paper out of it bears a stamp; see `refusal`.
"""

from __future__ import annotations

import logging
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from evacplan.domain.errors import UserError
from evacplan.system.files import write_whole
from evacplan.ui.ports import DamagedStoreError, Plans, WrongPassphraseError

if TYPE_CHECKING:
    from evacplan.system.paths import DataPaths
    from evacplan.vault import StoreVault

log = logging.getLogger(__name__)

_END_FIRST = "ファイルのメニューの「練習を終わる」を選んでから、本物の計画の一覧で行ってください。"
_OUT = UserError(
    "練習からは、ファイルに書き出せません。",
    why="練習の計画や台帳が、本物のものにまざるのを防ぐためです。",
    do=_END_FIRST,
)
_IN = UserError(
    "練習には、計画を取り込めません。",
    why="練習は、パスフレーズなしで開けます。本物の計画を入れると、だれにでも読めてしまいます。",
    do=_END_FIRST,
)
_SAFE = UserError(
    "この操作は、練習ではできません。",
    why="練習には、パスフレーズも、復旧コードも、バックアップもありません。",
    do=_END_FIRST,
)
_FORMS = UserError(
    "練習では、様式を替えられません。",
    why="練習は、いつも evacplan に付いている様式で行います。",
    do=_END_FIRST,
)
# By the name of the command in the menus.
_REFUSED = {
    "write_out": _OUT,
    "spare": _OUT,
    "ledger": _OUT,
    "take_in": _IN,
    "back_up": _SAFE,
    "second_folder": _SAFE,
    "restore": _SAFE,
    "change_passphrase": _SAFE,
    "renew_code": _SAFE,
    "load_pack": _FORMS,
    "former_forms": _FORMS,
}


class TrainingGround:
    """The store of the training. paths: of its folder, never that of the real plans. samples: the folder.

    lasts: whether it is kept when the window is closed.

    The passphrase is made up and kept beside the store: a copy of the store alone tells nothing.
    """

    def __init__(self, paths: DataPaths, vault: StoreVault, samples: Path, *, lasts: bool = True) -> None:
        self.lasts = lasts
        self._paths, self._vault, self._samples = paths, vault, samples

    def open(self) -> Plans:
        """The plans as they were left; the samples anew where there are none or they cannot be read.

        Raises UserError.
        """
        if self._vault.exists and self._paths.training_key.is_file():
            try:
                return self._vault.open(self._paths.training_key.read_text(encoding="ascii"))
            except (DamagedStoreError, WrongPassphraseError):
                log.warning("the training begins anew, its store cannot be opened")
        return self.anew()

    def anew(self) -> Plans:
        """The samples as they are shipped, in place of all that was done. Raises UserError."""
        from evacplan.exchange.plan_file import read_plan  # noqa: PLC0415  (the whole model)

        self._clear()
        passphrase = secrets.token_urlsafe(32)
        write_whole(self._paths.training_key, passphrase.encode("ascii"))
        plans, _code = self._vault.create(passphrase)
        plans.code_put_away()
        for path in sorted(self._samples.glob("*.json"), reverse=True):
            plans.create(read_plan(path))
        return plans

    def refusal(self, command: str) -> UserError | None:
        """Why a command is not for a training, by its name in the menus; None: it is."""
        return _REFUSED.get(command)

    def _clear(self) -> None:
        if self._vault.exists and self._vault.held() is not None:
            raise UserError(
                "練習をやり直せません。",
                why="もう1つの evacplan の画面が、練習を開いています。",
                do="その画面を閉じてから、もう一度お試しください。",
            )
        try:
            for path in self._paths.folder.glob(f"{self._paths.store.name}*"):
                path.unlink()
        except OSError as error:
            raise UserError(
                "練習をやり直せません。",
                why="前の練習のファイルを消せませんでした。",
                do="パソコンを再起動してから、もう一度お試しください。",
            ) from error
