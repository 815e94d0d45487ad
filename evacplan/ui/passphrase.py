"""How hard a passphrase is to guess, said without promising more than is known."""

from __future__ import annotations

import unicodedata
from enum import Enum

SHORTEST = 8
_SAME_KIND_BITS, _OTHER_KIND_BITS = 2.0, 4.5
_FAIR_FROM, _STRONG_FROM = 30.0, 45.0
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "01234567890",
    "あいうえおかきくけこ",
)
_WORDS = (
    "password",
    "passw0rd",
    "passphrase",
    "welcome",
    "letmein",
    "iloveyou",
    "admin",
    "sakura",
    "aomori",
    "hirosaki",
    "evacplan",
    "himitsu",
    "ひみつ",
    "パスワード",
    "パスフレーズ",
)


class Strength(Enum):
    """From not accepted to hard to guess."""

    SHORT = "short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength(passphrase: str) -> Strength:
    """A careful estimate from length, variety and well-known patterns; it knows no dictionary.

    Letters that follow letters count two bits each, as in words of a language; a change between letters,
    digits and signs counts 4.5. Runs of a keyboard or alphabet, repeats and notorious words count once.
    """
    text = unicodedata.normalize("NFKC", passphrase)
    if len(text) < SHORTEST:
        return Strength.SHORT
    bits = _bits(_without_words(text.casefold()))
    if bits < _FAIR_FROM:
        return Strength.WEAK
    return Strength.FAIR if bits < _STRONG_FROM else Strength.STRONG


def _without_words(text: str) -> str:
    for word in _WORDS:
        text = text.replace(word, word[0])
    return text


def _bits(text: str) -> float:
    found, before, seen = 0.0, "", set[str]()
    for index, char in enumerate(text):
        pair = text[max(0, index - 1) : index + 1]
        expected = _follows(before, char) or (index > 0 and pair in seen)
        seen.add(pair)
        if not expected:
            found += _SAME_KIND_BITS if _kind(before) == _kind(char) else _OTHER_KIND_BITS
        before = char
    return found


def _follows(before: str, char: str) -> bool:
    if before == char:
        return True
    return any(before and (before + char in row or char + before in row) for row in _ROWS)


def _kind(char: str) -> str:
    return unicodedata.category(char)[0] if char else ""
