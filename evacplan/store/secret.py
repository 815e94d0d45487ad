"""What a person knows and types, as the bytes that open a slot."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Self

from evacplan.domain.errors import UserError
from evacplan.store import recovery_code
from evacplan.store.errors import WRONG_PASSPHRASE, WrongKeyError
from evacplan.store.keyslots import Header, Purpose


@dataclass(frozen=True)
class Secret:
    """A passphrase or a recovery code."""

    data: bytes = field(repr=False)
    purpose: Purpose

    @classmethod
    def of_passphrase(cls, typed: str) -> Self:
        """The bytes of a typed passphrase; raises UserError when it is empty.

        The text is normalised (NFKC): whoever has the input method switched on types ｐａｓｓ or
        half-width kana without seeing a difference behind the dots, and macOS composes が otherwise
        than Windows does. The same keys pressed must open the same store on every machine. Spaces
        at the ends are kept: cutting them would make two passphrases one.
        """
        if not typed:
            raise UserError(
                "パスフレーズが入力されていません。",
                why="データは、パスフレーズで暗号にして保存します。",
                do="パスフレーズを入力してください。",
            )
        return cls(unicodedata.normalize("NFKC", typed).encode(errors="surrogatepass"), "passphrase")

    @classmethod
    def of_code(cls, typed: str) -> Self:
        """The bytes of a typed recovery code; raises `recovery_code.CodeTypoError`."""
        return cls(recovery_code.read(typed), "code")

    def wrong_for(self, header: Header, what: str) -> UserError:
        """The error that says that this secret does not fit; for a code, which sheet would."""
        if self.purpose == "passphrase":
            return WRONG_PASSPHRASE.error(what)
        return WrongKeyError(
            what,
            why="復旧コードに打ちまちがいはありませんが、この保存ファイルで、いま使えるコードではありません。",
            do=f"いま使えるのは、第{header.code_number}版の復旧シートです。"
            "シートの版を確かめて、もう一度入力してください。",
        )
