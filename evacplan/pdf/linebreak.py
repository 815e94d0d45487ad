"""Where a line of Japanese may end: JIS X 4051's rules at both ends, and what must stay whole.

A phone number, a date, a time, a number with its unit and a Latin word are never divided; a line never begins
with 、。）ー々 or a small kana and never ends with （「.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

NO_START = frozenset(
    "、。，．・：；？！/／‼⁇⁈⁉）〕］｝〉》」』】〙〗〟’”｠»｡､･｣,.:;?!)]}%％‰℃°′″"
    "ヽヾゝゞ々〻ー―‐‑–—゠〜～…‥"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰﾞﾟ"
)
NO_END = frozenset("（〔［｛〈《「『【〘〖〝‘“｟«｢([{¥￥＄$£＃#№〒：")
_PAIRS = frozenset({"……", "‥‥", "――", "——", "〳〵"})
_LETTERS = r"0-9A-Za-z\u00aa-\u024f\u0300-\u036f\u1e00-\u1eff０-９Ａ-Ｚａ-ｚ"
_WORD = re.compile(rf"[{_LETTERS}_@/\\&+.,:;'’%=~#?<>\-‐‑–−－＋．]")

_DIGITS = "0-9０-９"
_NUMBER = rf"[{_DIGITS}](?:[{_DIGITS}.,．，]*[{_DIGITS}])?"
_UNIT = (
    "時間半?|時半?|日間|日目|日分|週間|週目|週|か月|ヶ月|カ月|ヵ月|箇月|年度|年生|年間|年|月|日|分間|分|秒|"
    "歳児?|才|本|枚|個|回目|回|人分|人|名|台|袋|箱|錠|包|滴|階建|階|級|型|版|丁目|番地|番|号室|号|"
    "件|ページ|メートル|リットル|ワット|ボルト|アンペア|グラム|キロ|円|割|倍|往復|世帯|次|点|拍|歩|行|列|床|缶|匹|杯|"
    "㎏|㎝|㎜|㎡|㎎|㎖|℃|%|％|‰|°|cmH[2₂]O|[A-Za-zµμΩ]{1,5}(?:/[A-Za-z分時日回]+)?(?![0-9A-Za-z])"
)
_BOUND = "まで|から|ごろ|頃|以上|以下|以内|未満|ごと|おき|前|後"
_WHOLE = re.compile(
    # a date in any style, with era, weekday or time of day left to the next rule
    rf"(?:令和|平成|昭和|大正|明治|西暦)?[ 　]?(?:{_NUMBER}|元)年"
    rf"[ 　]?(?:{_NUMBER}月[ 　]?(?:{_NUMBER}日)?)?(?:{_BOUND})?"
    rf"|{_NUMBER}月{_NUMBER}日(?:{_BOUND})?"
    rf"|{_NUMBER}時間?{_NUMBER}分(?:{_NUMBER}秒)?(?:{_BOUND})?"
    # a phone or postal number, or a range, with or without a unit
    rf"|〒?[+＋]?[({_DIGITS}（][{_DIGITS}()（）]*"
    rf"(?:[-‐‑–−－ー～〜~:：×xX/][{_DIGITS}()（）]+)+(?:[ ]?(?:{_UNIT}))?"
    rf"|[{_DIGITS}]+[(（][{_DIGITS}]+[)）][{_DIGITS}]+"
    rf"|[〇一二三四五六七八九十百]+(?:丁目|番地)"
    rf"|(?:{_NUMBER}(?:丁目|番地|番|号室|号)の?)+"
    # a number and its unit, with a sign before it and a bound after it
    rf"|[±+＋−－~〜～約第全各計¥￥]?{_NUMBER}[ 　]?(?:{_UNIT})?(?:{_BOUND})?"
)


def may_break(text: Sequence[str]) -> list[bool]:
    """For each place in a text of single characters: may a new line begin there? The first is False."""
    allowed = [False, *(between(left, right) for left, right in pairwise(text))]
    joined = "".join(char[0] for char in text)
    for match in _WHOLE.finditer(joined):
        for place in range(match.start() + 1, match.end()):
            allowed[place] = False
    return allowed[: len(text)]


def between(left: str, right: str) -> bool:
    """Whether a line may end between two neighbouring characters, numbers and units aside."""
    before, after = left[0], right[0]
    if after in NO_START or before in NO_END or after in " 　" or before + after in _PAIRS:
        return False
    return not (_WORD.match(before) and _WORD.match(after))
