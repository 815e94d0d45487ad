"""What a pack of forms changes, in sentences."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from evacplan.form.form_changes import FormChange, What
from evacplan.form.spec import Edition, EditionWords, Need

_GROUP = 4


def _tr(text: str) -> str:
    return QCoreApplication.translate("packs", text)


def change_words(change: FormChange, editions: Mapping[Edition, EditionWords]) -> str:
    """One change as a sentence, with the old and the new words where there are some."""
    before, after = change.before, change.after
    if change.what is What.NEED:
        before, after = _need(before), _need(after)
    elif change.what in (What.EDITIONS, What.NEW, What.GONE):
        before, after = _editions(before, editions), _editions(after, editions)
    words = _sentence(change.what)
    return words.format(
        where=change.where, label=change.label, before=before or _tr("なし"), after=after or _tr("なし")
    )


def _sentence(what: What) -> str:
    return {
        What.NEW: _tr("{where}：項目「{label}」が加わります。のる紙：{after}"),
        What.GONE: _tr("{where}：項目「{label}」がなくなります。書いてある答えは、計画に残ります。"),
        What.LABEL: _tr("{where}：項目の名前「{before}」が「{after}」に変わります。"),
        What.SHORT: _tr("{where}：「{label}」の短い名前「{before}」が「{after}」に変わります。"),
        What.HELP: _tr("{where}：「{label}」の説明が変わります。\n前：{before}\n後：{after}"),
        What.EXAMPLE: _tr("{where}：「{label}」の例が変わります。\n前：{before}\n後：{after}"),
        What.NEED: _tr("{where}：「{label}」が「{before}」から「{after}」に変わります。"),
        What.EDITIONS: _tr("{where}：「{label}」ののる紙が変わります。\n前：{before}\n後：{after}"),
        What.TITLE: _tr("節の名前「{before}」が「{after}」に変わります。"),
        What.SAY: _tr("{where}：声に出す言葉が変わります。\n前：{before}\n後：{after}"),
        What.REASON: _tr("{where}：節の理由が変わります。\n前：{before}\n後：{after}"),
        What.CHOICE: _tr("選ぶ言葉「{before}」が「{after}」に変わります。"),
        What.LAYOUT: _tr("「{where}」の紙面の順番と形が変わります。"),
        What.LOGO: _tr("市町村提出用の上のしるし（ロゴ）が変わります。"),
        What.FILE: _tr("項目ではない言葉（{where}）が変わります。"),
    }[what]


def _need(need: str) -> str:
    words = {Need.MUST: _tr("必須"), Need.SHOULD: _tr("なるべく書く"), Need.MAY: _tr("あれば書く")}
    return words[Need(need)]


def _editions(names: str, editions: Mapping[Edition, EditionWords]) -> str:
    titles = [editions[Edition(name)].title for name in names.split(",") if name]
    return "、".join(titles) or _tr("どの紙にものりません")


def fingerprint_words(fingerprint: str) -> str:
    """A fingerprint in groups that two people can read to each other."""
    return " ".join(fingerprint[start : start + _GROUP] for start in range(0, len(fingerprint), _GROUP))
