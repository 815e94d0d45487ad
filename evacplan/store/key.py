"""The data key of a store: random, made once, never derived from anything a person knows."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from evacplan.store.connection import RawConnection

KEY_BYTES = 32
ID_BYTES = 16


class Key:
    """What encrypts a store and all its backups; wiped when the store is closed.

    store_id: SQLCipher's salt, the first 16 bytes of the file. It is no secret, and it is the same in
    every copy of a store, so it also says which store a backup or a wrapped key belongs to.
    """

    def __init__(self, secret: bytes | bytearray, store_id: bytes) -> None:
        if len(secret) != KEY_BYTES or len(store_id) != ID_BYTES:
            raise ValueError("a key has 32 bytes and a store's id 16")
        self._secret = bytearray(secret)
        self.store_id = store_id

    @classmethod
    def fresh(cls) -> Self:
        """The key of a store that is about to be made."""
        return cls(secrets.token_bytes(KEY_BYTES), secrets.token_bytes(ID_BYTES))

    @property
    def secret(self) -> bytearray:
        """The key itself, to be wrapped; not a copy."""
        if not self._secret:
            raise ValueError("the key was wiped")
        return self._secret

    def unlock(self, connection: RawConnection) -> None:
        """Hand the key to a connection, past SQL, so that no statement or trace ever holds it.

        In the form x'…' SQLCipher takes key and salt as they are; stretching a random key adds nothing.
        """
        spoken = bytearray(b"x'")
        try:
            # Digit by digit: a whole key in one `bytes` could not be wiped.
            for byte in (*self.secret, *self.store_id):
                spoken += b"%02x" % byte
            spoken += b"'"
            connection.set_key(spoken)
        finally:
            spoken[:] = bytes(len(spoken))

    def copy(self) -> Key:
        """The same key for a second holder, wiped on its own."""
        return Key(self.secret, self.store_id)

    def wipe(self) -> None:
        """Overwrite the secret; the key opens nothing afterwards."""
        self._secret[:] = bytes(len(self._secret))
        self._secret.clear()

    def __repr__(self) -> str:
        return "Key(…)"
