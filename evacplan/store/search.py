"""What the list of plans is searched by: text folded so that any way of typing it fits."""

from __future__ import annotations

import unicodedata

# Shapes of the same character in family registers. Here only: a name itself is never changed.
_SHAPES = str.maketrans(
    "髙﨑嵜碕𠮷𡈽邊邉澤濱濵德廣瀨槗𣘺國榮惠眞龍瀧嶋嶌冨桒嶽齋齊斎髮曻鷗㐂柗櫻壽增濹薗曾",
    "高崎崎崎吉土辺辺沢浜浜徳広瀬橋橋国栄恵真竜滝島島富桑岳斉斉斉髪昇鴎喜松桜寿増沢園曽",
)
# Katakana ァ to ヶ stand 0x60 after hiragana ぁ to ゖ.
_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
# ー is typed for a hyphen when the input method is on.
_IGNORED = frozenset("-‐‑‒–—―−ーｰ・･,.、。")


def fold(text: str) -> str:
    """Text with width, letter case, kind of kana, spaces, hyphens and shapes of kanji made equal.

    ﾔﾏﾀﾞ, ヤマダ and やまだ give one result, as do 髙橋 and 高橋, ２０２６－１ and 2026-1.
    """
    composed = unicodedata.normalize("NFKC", text).casefold()
    plain = unicodedata.normalize("NFKC", composed).translate(_SHAPES).translate(_KATAKANA)
    return "".join(char for char in plain if not _is_ignored(char))


def search_key(*labels: str) -> str:
    """Folded labels, kept apart so that no word is found across two of them."""
    return "\n".join(fold(label) for label in labels)


def search_words(typed: str) -> tuple[str, ...]:
    """The folded words of a search, all of which must be in the key; none for a blank search."""
    return tuple(filter(None, (fold(word) for word in typed.split())))


def _is_ignored(char: str) -> bool:
    # Cf and Mn hold variation selectors and joiners, which two typings of a name rarely share.
    return char in _IGNORED or char.isspace() or unicodedata.category(char) in {"Cf", "Mn", "Cc"}
