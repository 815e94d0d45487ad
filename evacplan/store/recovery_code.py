"""The recovery code: 128 random bits as eight groups of six digits, each group with its own check.

Digits only, because the code is read aloud over the telephone and typed with any input method: in
Japanese no two digits sound alike, as B, D, P and T do, and no digit depends on a keyboard's layout
or Caps Lock. A group is 16 bits times eleven plus the number of the group (1 to 8). So divided by
eleven it leaves its place: every single wrong digit, every two neighbours swapped and every group
in the wrong place is noticed and can be pointed at (the idea of BitLocker's recovery key, with the
place added).
"""

from __future__ import annotations

import secrets
import unicodedata

from evacplan.domain.errors import UserError

SECRET_BYTES = 16
GROUPS = 8
GROUP_DIGITS = 6
_CHECK = 11
_NOT_READ = "復旧コードを読み取れませんでした。"
_LOOK_ALIKE = str.maketrans("OoQDIl|〇", "00001110")


class CodeTypoError(UserError):
    """A recovery code that nobody was given. groups: those with a mistake (1 to 8); none: wrong length."""

    def __init__(self, groups: tuple[int, ...] = ()) -> None:
        self.groups = groups
        if groups:
            places = "、".join(f"{number}番目" for number in groups)
            why = f"{places}の6けたに、打ちまちがいがあります。"
        else:
            why = "復旧コードは、6けたの数字が8組です。数字の数が合いません。"
        super().__init__(_NOT_READ, why=why, do="復旧シートと見くらべて、直してください。")


def new_secret() -> bytes:
    """The random bits of a new code."""
    return secrets.token_bytes(SECRET_BYTES)


def shown(secret: bytes) -> str:
    """The code as it is printed: 123456-234567-…"""
    values = (int.from_bytes(secret[place : place + 2]) for place in range(0, SECRET_BYTES, 2))
    return "-".join(f"{value * _CHECK + number:06}" for number, value in enumerate(values, start=1))


def read(typed: str) -> bytes:
    """The random bits of a typed code; raises CodeTypoError.

    Full width, spaces, hyphens and other marks do not matter; letters that look like 0 or 1 are read so.
    """
    digits = _digits(typed)
    if len(digits) != GROUPS * GROUP_DIGITS:
        raise CodeTypoError
    groups = [int(digits[place : place + GROUP_DIGITS]) for place in range(0, len(digits), GROUP_DIGITS)]
    wrong = tuple(number for number, group in enumerate(groups, start=1) if not _is_right(group, number))
    if wrong:
        raise CodeTypoError(wrong)
    return b"".join((group // _CHECK).to_bytes(2) for group in groups)


def wrong_groups(typed: str) -> tuple[int, ...]:
    """The groups typed in full so far that hold a mistake (1 to 8), for a hint while typing."""
    digits = _digits(typed)[: GROUPS * GROUP_DIGITS]
    whole = range(0, len(digits) - GROUP_DIGITS + 1, GROUP_DIGITS)
    groups = enumerate((int(digits[place : place + GROUP_DIGITS]) for place in whole), start=1)
    return tuple(number for number, group in groups if not _is_right(group, number))


def _digits(typed: str) -> str:
    plain = unicodedata.normalize("NFKC", typed).translate(_LOOK_ALIKE)
    return "".join(char for char in plain if char.isascii() and char.isdigit())


def _is_right(group: int, number: int) -> bool:
    return group % _CHECK == number and group // _CHECK < 1 << 16
