"""The key of a store; the only module that turns a passphrase into one."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Self

from evacplan.domain.errors import UserError

if TYPE_CHECKING:
    from evacplan.store.connection import RawConnection


class Key:
    """What opens a store; wiped when the store is closed.

    SQLCipher stretches the passphrase itself (PBKDF2, SHA-512, 256,000 rounds, a random salt in
    the file), so a store can also be opened with SQLCipher's own tool and the same passphrase.
    """

    def __init__(self, secret: bytes | bytearray) -> None:
        self._secret = bytearray(secret)

    @classmethod
    def from_passphrase(cls, passphrase: str) -> Self:
        """The key of a typed passphrase; raises UserError when it is empty.

        The text is normalised (NFKC): whoever has the input method switched on types ｐａｓｓ or
        half-width kana without seeing a difference behind the dots, and macOS composes が otherwise
        than Windows does. The same keys pressed must open the same store on every machine. Spaces
        at the ends are kept: cutting them would make two passphrases one.
        """
        if not passphrase:
            raise UserError(
                "パスフレーズが入力されていません。",
                why="データは、パスフレーズで暗号にして保存します。",
                do="パスフレーズを入力してください。",
            )
        return cls(unicodedata.normalize("NFKC", passphrase).encode(errors="surrogatepass"))

    def unlock(self, connection: RawConnection) -> None:
        """Hand the key to a connection, past SQL, so that no statement or trace ever holds it."""
        if not self._secret:
            raise ValueError("the key was wiped")
        connection.set_key(self._secret)

    def copy(self) -> Key:
        """The same key for a second holder, wiped on its own."""
        return Key(self._secret)

    def wipe(self) -> None:
        """Overwrite the secret; the key opens nothing afterwards.

        Python may still hold the text that was typed; what this object holds is gone.
        """
        self._secret[:] = bytes(len(self._secret))
        self._secret.clear()

    def __repr__(self) -> str:
        return "Key(…)"
