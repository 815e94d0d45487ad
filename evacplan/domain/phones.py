"""Telephone numbers: digits are normalised, the family's own grouping is kept."""

import re
import unicodedata

_DASH = re.compile("[‐‑‒–—―−ー－ｰ]")
_MOBILE = re.compile(r"0[5-9]0\d{8}")


def normalise_phone(text: str) -> str:
    """The number with half-width digits and hyphens between its groups.

    Groups that were typed (with hyphens, spaces or brackets) stay, since area codes differ in length;
    bare digits are grouped by libphonenumber. Special numbers (119, 171) and unknown ones stay as digits.
    Raises ValueError with a Japanese sentence when there is anything but digits.
    """
    plain = _DASH.sub("-", unicodedata.normalize("NFKC", text)).strip()
    plain = re.sub(r"^\+81[\s-]*\(?0?\)?", "0", plain)
    groups = [group for group in re.split(r"[\s\-()（）]+", plain) if group]
    if not groups or not all(group.isascii() and group.isdigit() for group in groups):
        raise ValueError("電話番号は数字とハイフンで入れてください。名前や「内線」は備考に書きます。")
    return "-".join(groups) if len(groups) > 1 else _group(groups[0])


def _group(digits: str) -> str:
    if digits.startswith(("0120", "0800", "0570", "0990")) and len(digits) in (10, 11):
        return f"{digits[:4]}-{digits[4:7]}-{digits[7:]}"
    if _MOBILE.fullmatch(digits):
        return f"{digits[:3]}-{digits[3:7]}-{digits[7:]}"
    import phonenumbers  # noqa: PLC0415  (its tables; few numbers are typed without groups)

    try:
        number = phonenumbers.parse(digits, "JP")
    except phonenumbers.NumberParseException:
        return digits
    if not phonenumbers.is_valid_number(number):
        return digits
    found = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return found if found.replace("-", "") == digits else digits


def phone_warning(phone: str) -> str | None:
    """A Japanese sentence when the number of digits is unusual, else None; never a reason to refuse.

    Lengths: landline 10, mobile and 050 11, free dial 0120 10, 0800 11, specials 3 to 4 (rules.md section 8).
    """
    digits = phone.replace("-", "")
    if not digits.startswith("0"):
        return None if 3 <= len(digits) <= 4 else "市外局番からの番号か確かめてください。"
    if digits.startswith("020"):
        return "020 で始まる番号は機械どうしの通信用です。連絡できる番号か確かめてください。"
    wanted = 11 if _MOBILE.match(digits[:3] + "00000000") or digits.startswith("0800") else 10
    return None if len(digits) == wanted else f"{wanted}けたの番号のはずです。いま{len(digits)}けたです。"
