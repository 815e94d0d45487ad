"""The data key, wrapped twice: once by the passphrase, once by the recovery code.

A slot holds the key XORed with bytes that scrypt makes of the secret and a random salt of the slot's
own, and a HMAC-SHA256 under further such bytes over all of it (encrypt, then authenticate). That is
all that 32 random bytes need: the salt is fresh for each wrapping, so no two things are ever hidden
by the same bytes, and there is no nonce to use twice; AES-GCM would protect no better. scrypt is
that of `cryptography`, which stretches a fifth faster than Python's own: whoever waits at the
keyboard waits for this.

Changing the passphrase rewrites one slot and no page of the store. Whoever kept an old copy of the
store together with an old passphrase can still open what that copy holds, as with any copy.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple, Self

from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from evacplan.store.key import ID_BYTES, KEY_BYTES, Key

HEADER_BYTES = 512
MAGIC = b"EVACKEYS"
_FORMAT = 1
_FRONT = struct.Struct(f">8sHHI{ID_BYTES}s")
_SLOT = struct.Struct(">BBBx32s32s32s")
_SEAL_BYTES = 32
# 512 MB: more than any slot of ours asks for, little enough not to be an attack.
_MOST_MEMORY = 512 << 20
_MOST_LANES = 8

Purpose = Literal["passphrase", "code"]


class Cost(NamedTuple):
    """scrypt's parameters; kept in each slot, so that a later version may ask for more."""

    log2_n: int
    r: int
    p: int

    @property
    def memory(self) -> int:
        """Bytes that stretching takes."""
        return 128 * self.r * ((1 << self.log2_n) + self.p + 2)

    @property
    def is_bearable(self) -> bool:
        """Whether stretching is possible, and over in seconds; a crafted header may ask for anything."""
        return self.log2_n > 0 and self.r > 0 and 0 < self.p <= _MOST_LANES and self.memory <= _MOST_MEMORY


# 64 MB, twice: the second line of OWASP's password storage cheat sheet; a quarter of a second.
COST = Cost(16, 8, 2)


@dataclass(frozen=True)
class Slot:
    """The data key wrapped by one secret."""

    cost: Cost
    salt: bytes
    sealed: bytes
    tag: bytes


@dataclass(frozen=True)
class Header:
    """Both slots of a store, 512 bytes.

    sequence: grows with each change. code_number: which recovery sheet is valid, 1 for the first.
    """

    store_id: bytes
    passphrase: Slot
    code: Slot
    sequence: int = 1
    code_number: int = 1

    @classmethod
    def make(cls, key: Key, passphrase: bytes, code: bytes) -> Self:
        """The first header of a new store."""
        by_passphrase = _wrap(key, passphrase, "passphrase")
        return cls(key.store_id, by_passphrase, _wrap(key, code, "code"))

    def unlock(self, secret: bytes, purpose: Purpose) -> Key | None:
        """The data key, or None when this secret is not the one."""
        slot = self.passphrase if purpose == "passphrase" else self.code
        return _unwrap(slot, secret, purpose, self.store_id)

    def with_passphrase(self, key: Key, secret: bytes) -> Self:
        """The same with another passphrase; the recovery code stays valid."""
        return replace(self, passphrase=_wrap(key, secret, "passphrase"), sequence=self.sequence + 1)

    def with_code(self, key: Key, secret: bytes) -> Self:
        """The same with another recovery code; the passphrase stays valid."""
        return replace(
            self,
            code=_wrap(key, secret, "code"),
            sequence=self.sequence + 1,
            code_number=self.code_number + 1,
        )

    def encode(self) -> bytes:
        """The header as bytes, the last 32 of them a SHA-256 that tells damage from a wrong passphrase."""
        front = _FRONT.pack(MAGIC, _FORMAT, self.code_number, self.sequence, self.store_id)
        slots = (
            _SLOT.pack(*slot.cost, slot.salt, slot.sealed, slot.tag) for slot in (self.passphrase, self.code)
        )
        body = (front + b"".join(slots)).ljust(HEADER_BYTES - _SEAL_BYTES, b"\0")
        return body + hashlib.sha256(body).digest()


def decode(data: bytes) -> Header | None:
    """The header in these bytes, or None when they are none or a damaged one."""
    if len(data) != HEADER_BYTES or not data.startswith(MAGIC):
        return None
    body, seal = data[:-_SEAL_BYTES], data[-_SEAL_BYTES:]
    if hashlib.sha256(body).digest() != seal:
        return None
    _, number, code_number, sequence, store_id = _FRONT.unpack_from(body)
    passphrase, code = (_slot(body, _FRONT.size + place * _SLOT.size) for place in range(2))
    if number != _FORMAT or not (passphrase.cost.is_bearable and code.cost.is_bearable):
        return None
    return Header(store_id, passphrase, code, sequence, code_number)


def _packed(slot: Slot) -> bytes:
    return _SLOT.pack(*slot.cost, slot.salt, slot.sealed, slot.tag)


def _slot(body: bytes, place: int) -> Slot:
    log2_n, r, p, salt, sealed, tag = _SLOT.unpack_from(body, place)
    return Slot(Cost(log2_n, r, p), salt, sealed, tag)


def _wrap(key: Key, secret: bytes, purpose: Purpose) -> Slot:
    salt = secrets.token_bytes(32)
    mask, tag_key = _stretched(secret, salt, COST)
    sealed = _xor(key.secret, mask)
    return Slot(COST, salt, sealed, _tag(tag_key, bytes(COST) + salt + sealed + key.store_id, purpose))


def _unwrap(slot: Slot, secret: bytes, purpose: Purpose, store_id: bytes) -> Key | None:
    mask, tag_key = _stretched(secret, slot.salt, slot.cost)
    found = _tag(tag_key, bytes(slot.cost) + slot.salt + slot.sealed + store_id, purpose)
    if not hmac.compare_digest(found, slot.tag):
        return None
    return Key(_xor(slot.sealed, mask), store_id)


def _stretched(secret: bytes, salt: bytes, cost: Cost) -> tuple[bytes, bytes]:
    made = Scrypt(salt, 2 * KEY_BYTES, 1 << cost.log2_n, cost.r, cost.p).derive(secret)
    return made[:KEY_BYTES], made[KEY_BYTES:]


def _tag(tag_key: bytes, sealed: bytes, purpose: Purpose) -> bytes:
    # What is sealed is of one length always, so no two slots of different purpose give the same bytes.
    return hmac.digest(tag_key, sealed + purpose.encode(), "sha256")


def _xor(one: bytes | bytearray, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
