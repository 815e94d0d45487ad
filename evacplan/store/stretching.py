"""How a secret is stretched into bytes that a thief can guess but slowly: what each slot asks for.

New slots ask for Argon2id (RFC 9106), those of stores before it for scrypt (RFC 7914); both are those of
`cryptography`. Argon2id costs a thief with graphics cards more in half the time that the owner waits.
"""

from __future__ import annotations

from typing import NamedTuple

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

# 512 MB: more than any slot of ours asks for, little enough not to be an attack.
_MOST_MEMORY = 512 << 20
_MOST_LANES = 8
_MOST_PASSES = 16
_KIB = 10


class ScryptCost(NamedTuple):
    """scrypt's parameters."""

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

    @property
    def kind(self) -> int:
        """Its number in a slot."""
        return 0

    def mark(self) -> bytes:
        """What a slot's seal holds of it."""
        return bytes(self)

    def stretched(self, secret: bytes, salt: bytes, length: int) -> bytes:
        """So many bytes made of a secret."""
        return Scrypt(salt, length, 1 << self.log2_n, self.r, self.p).derive(secret)


class Argon2idCost(NamedTuple):
    """Argon2id's parameters; the memory in KiB."""

    log2_memory: int
    passes: int
    lanes: int

    @property
    def memory(self) -> int:
        """Bytes that stretching takes."""
        return 1 << (self.log2_memory + _KIB)

    @property
    def is_bearable(self) -> bool:
        """As of `ScryptCost`; each lane needs eight KiB."""
        has_lanes = 0 < self.lanes <= _MOST_LANES and self.memory >= self.lanes << (_KIB + 3)
        return has_lanes and 0 < self.passes <= _MOST_PASSES and self.memory <= _MOST_MEMORY

    @property
    def kind(self) -> int:
        """Its number in a slot."""
        return 1

    def mark(self) -> bytes:
        """What a slot's seal holds of it."""
        return bytes((self.kind, *self))

    def stretched(self, secret: bytes, salt: bytes, length: int) -> bytes:
        """So many bytes made of a secret."""
        made = Argon2id(
            salt=salt,
            length=length,
            iterations=self.passes,
            lanes=self.lanes,
            memory_cost=1 << self.log2_memory,
        )
        return made.derive(secret)


Cost = ScryptCost | Argon2idCost
_KINDS: tuple[type[Cost], ...] = (ScryptCost, Argon2idCost)


def cost_of(kind: int, *numbers: int) -> Cost | None:
    """The cost that a slot asks for; None where it cannot be borne, or is of no kind known here."""
    if kind >= len(_KINDS):
        return None
    cost = _KINDS[kind](*numbers)
    return cost if cost.is_bearable else None
