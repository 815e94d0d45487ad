"""How hard a passphrase is to guess, as the library zxcvbn estimates it; no rule of composition."""

from __future__ import annotations

import unicodedata
from enum import Enum

SHORTEST = 8
# The library refuses longer texts; nobody guesses as far as this.
_MOST_READ = 72
_FAIR, _STRONG = 3, 4
# What people here try first, and the library's lists of English do not know.
_LOCAL_WORDS = (
    "evacplan",
    "passphrase",
    "himitsu",
    "sakura",
    "aomori",
    "hirosaki",
    "ひみつ",
    "秘密",
    "さくら",
    "わたし",
    "ことば",
    "あいうえお",
    "かきくけこ",
    "パスワード",
    "パスフレーズ",
    "青森",
    "弘前",
)


class Strength(Enum):
    """From not accepted to hard to guess."""

    SHORT = "short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength(passphrase: str) -> Strength:
    """How many guesses it takes: words, names, dates, keyboard runs and repeats are known as such.

    Fair from a hundred million guesses, strong from ten thousand million; each guess takes a quarter
    of a second, because the store stretches the passphrase.
    """
    text = unicodedata.normalize("NFKC", passphrase)
    if len(text) < SHORTEST:
        return Strength.SHORT
    from zxcvbn import zxcvbn  # noqa: PLC0415  (50 ms of word lists, not needed to open a store)

    score = zxcvbn(text[:_MOST_READ], user_inputs=list(_LOCAL_WORDS))["score"]
    if score >= _STRONG:
        return Strength.STRONG
    return Strength.FAIR if score >= _FAIR else Strength.WEAK
