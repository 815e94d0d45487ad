"""The data key, wrapped twice: once by the passphrase, once by the recovery code.

A slot holds the key XORed with bytes that the secret is stretched into (see `stretching`) with a random
salt of the slot's own, and a HMAC-SHA256 under further such bytes over all of it (encrypt, then
authenticate). That is all that 32 random bytes need: the salt is fresh for each wrapping, so no two
things are ever hidden by the same bytes, and there is no nonce to use twice.

Changing the passphrase rewrites one slot and no page of the store. Whoever kept an old copy of the
store together with an old passphrase can still open what that copy holds, as with any copy.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import struct
from dataclasses import dataclass, replace
from typing import Literal, Self

from evacplan.store.key import ID_BYTES, KEY_BYTES, Key
from evacplan.store.stretching import Argon2idCost, Cost, cost_of

HEADER_BYTES = 512
MAGIC = b"EVACKEYS"
# The first knew scrypt alone; its slots read the same.
_FORMAT, _FIRST_FORMAT = 2, 1
_FRONT = struct.Struct(f">8sHHI{ID_BYTES}s")
_SLOT = struct.Struct(">BBBB32s32s32s")
_SEAL_BYTES = 32

Purpose = Literal["passphrase", "code"]


# What RFC 9106 names for machines with little memory: 64 MB, three passes; a fifth of a second.
COST: Cost = Argon2idCost(16, 3, 4)


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
        slots = _packed(self.passphrase) + _packed(self.code)
        body = (front + slots).ljust(HEADER_BYTES - _SEAL_BYTES, b"\0")
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
    if not _FIRST_FORMAT <= number <= _FORMAT or passphrase is None or code is None:
        return None
    return Header(store_id, passphrase, code, sequence, code_number)


def _packed(slot: Slot) -> bytes:
    return _SLOT.pack(*slot.cost, slot.cost.kind, slot.salt, slot.sealed, slot.tag)


def _slot(body: bytes, place: int) -> Slot | None:
    *numbers, kind, salt, sealed, tag = _SLOT.unpack_from(body, place)
    cost = cost_of(kind, *numbers)
    return Slot(cost, salt, sealed, tag) if cost is not None else None


def _wrap(key: Key, secret: bytes, purpose: Purpose) -> Slot:
    salt = secrets.token_bytes(32)
    mask, tag_key = _stretched(secret, salt, COST)
    sealed = _xor(key.secret, mask)
    return Slot(COST, salt, sealed, _tag(tag_key, COST.mark() + salt + sealed + key.store_id, purpose))


def _unwrap(slot: Slot, secret: bytes, purpose: Purpose, store_id: bytes) -> Key | None:
    mask, tag_key = _stretched(secret, slot.salt, slot.cost)
    found = _tag(tag_key, slot.cost.mark() + slot.salt + slot.sealed + store_id, purpose)
    if not hmac.compare_digest(found, slot.tag):
        return None
    return Key(_xor(slot.sealed, mask), store_id)


def _stretched(secret: bytes, salt: bytes, cost: Cost) -> tuple[bytes, bytes]:
    made = cost.stretched(secret, salt, 2 * KEY_BYTES)
    return made[:KEY_BYTES], made[KEY_BYTES:]


def _tag(tag_key: bytes, sealed: bytes, purpose: Purpose) -> bytes:
    # What is sealed is of one length for each cost, so no two slots of different purpose give the same bytes.
    return hmac.digest(tag_key, sealed + purpose.encode(), "sha256")


def _xor(one: bytes | bytearray, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
