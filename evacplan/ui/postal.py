"""The address that follows from a postal code: filled in where none is written, compared where one is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from evacplan.domain.paths import exists, get
from evacplan.domain.values import to_hiragana
from evacplan.form.postal import Address, common
from evacplan.session import Change, Session

_CODE, _ADDRESS, _KANA = "postal_code", "address", "address_kana"


class AddressFill:
    """Watches a session. find: the towns of a code; say: shows a sentence below the page."""

    def __init__(
        self, session: Session, find: Callable[[str], Sequence[Address]], say: Callable[[str], None]
    ) -> None:
        self._session = session
        self._find = find
        self._say = say
        self._changed_since: set[str] = set()
        self.end = session.watch(self._changed)

    def _changed(self, change: Change) -> None:
        record, _, name = change.path.rpartition(".")
        if name == _ADDRESS:
            self._changed_since.add(change.path)
        if name != _CODE or not hasattr(get(change.after, record), _ADDRESS):
            return
        code = get(change.after, change.path)
        if code:
            self._follow(record, code)

    def _follow(self, record: str, code: str) -> None:
        found = self._find(code)
        written = get(self._session.plan, f"{record}.{_ADDRESS}") or ""
        if not found:
            self._say(_tr("この郵便番号は表にありません。番号を確かめてください。"))
        elif not written:
            self._fill(record, found)
        else:
            self._tell_apart(found, written)

    def _fill(self, record: str, found: Sequence[Address]) -> None:
        text, kana = common(found)
        self._session.set(f"{record}.{_ADDRESS}", text)
        if kana and hasattr(get(self._session.plan, record), _KANA):
            self._session.set(f"{record}.{_KANA}", to_hiragana(kana))
        many = _tr("住所のはじめを入れました。同じ番号の町が{count}あります。続きを書きましょう。")
        one = _tr("郵便番号から住所を入れました。続けて番地を書いてください。")
        self._say(many.format(count=len(found)) if len(found) > 1 else one)

    def left(self, path: str) -> None:
        """Compare an address that was written over with its code; a reading that came with the code goes."""
        record = path.rpartition(".")[0]
        plan = self._session.plan
        if path not in self._changed_since or not exists(plan, path):
            return
        self._changed_since.clear()
        if not hasattr(get(plan, record), _CODE):
            return
        code, written = get(plan, f"{record}.{_CODE}"), get(plan, path)
        found = self._find(code) if code else ()
        if not found or not written or _agrees(found, written):
            return
        self._tell_apart(found, written)
        _, kana = common(found)
        place = f"{record}.{_KANA}"
        if kana and hasattr(get(plan, record), _KANA) and get(plan, place) == to_hiragana(kana):
            self._session.set(place, None)
            self._session.settle()
            words = _tr(
                "郵便番号の場所は「{text}」です。住所と違うので確かめてください。住所のふりがなは消しました。"
            )
            self._say(words.format(text=common(found)[0]))

    def _tell_apart(self, found: Sequence[Address], written: str) -> None:
        if _agrees(found, written):
            return
        text, _ = common(found)
        words = _tr("郵便番号の場所は「{text}」です。住所と違うので、どちらかを確かめてください。")
        self._say(words.format(text=text))


def _agrees(found: Sequence[Address], written: str) -> bool:
    """Whether an address lies where its code says; 「弘前市代官町」 without its prefecture does too."""
    towns = [address.text for address in found] + _shorter(found)
    return any(written.startswith(town) for town in towns)


def _shorter(found: Sequence[Address]) -> list[str]:
    """The addresses without their prefecture."""
    return [address.text[_prefecture_end(address.text) :] for address in found]


def _prefecture_end(text: str) -> int:
    ends = [text.index(sign) + 1 for sign in "都道府県" if sign in text[1:4]]
    return min((end for end in ends if end >= 3), default=0)


def _tr(words: str) -> str:
    return QCoreApplication.translate("AddressFill", words)
