"""How a name is read, heard from the input method: what stood there in kana before it was converted."""

import re
import unicodedata

from evacplan.domain.values import to_hiragana

# Letters of a syllable that is not finished; an n that is converted as it stands is ん.
_UNFINISHED = re.compile(r"[A-Za-z]+$")
_KANA = re.compile(r"[ぁ-ゖゝゞーヷ-ヺ・　]+")


def kana_of(text: str) -> str:
    """The hiragana of a composed text, "" where anything but kana stands there."""
    plain = unicodedata.normalize("NFKC", text)
    unfinished = _UNFINISHED.search(plain)
    if unfinished is not None:
        plain = plain[: unfinished.start()] + ("ん" if unfinished.group() in ("n", "N") else "")
    try:
        return to_hiragana(plain)
    except ValueError:
        return ""


class Readings:
    """The readings of the pieces that were committed into a line.

    What was not composed has none. A piece whose reading cannot be told apart (the rest of the composition
    was already converted) waits for the next one. A reading shorter than its piece was a guess of the input
    method, and is not kept.
    """

    def __init__(self) -> None:
        self._pieces: dict[str, str] = {}
        self.clear()

    def clear(self) -> None:
        """Forget everything that was heard."""
        self._pieces.clear()
        self._heard = self._shown = self._held = ""

    def follow(self, committed: str, composed: str) -> None:
        """Take what an input method committed, and what it is composing after that."""
        if committed and self._shown:
            self._commit(committed, composed)
        if not composed:
            self._heard = self._held = ""
        self._heard = kana_of(composed) or self._heard
        self._shown = composed

    def _commit(self, committed: str, composed: str) -> None:
        rest = kana_of(composed)
        piece = self._held + committed
        if self._shown == committed or not composed:
            reading = self._heard
        elif rest and self._heard.endswith(rest):
            reading = self._heard.removesuffix(rest)
        else:
            self._held = piece
            return
        self._keep(piece, kana_of(piece) or reading)
        self._heard = self._held = ""

    def _keep(self, piece: str, reading: str) -> None:
        if piece.strip() and len(reading) >= len(piece.strip()):
            self._pieces[piece] = reading

    def of(self, text: str) -> str:
        """The reading of a text made of heard pieces, kana and spaces; "" when some of it was never heard."""
        found: dict[int, str] = {len(text): ""}
        for at in reversed(range(len(text))):
            for piece, reading in self._starting(text, at):
                if at + len(piece) in found:
                    found[at] = reading + found[at + len(piece)]
                    break
        heard = any(piece in text for piece in self._pieces)
        return to_hiragana(found[0]) if heard and 0 in found else ""

    def _starting(self, text: str, at: int) -> list[tuple[str, str]]:
        """The pieces that a text goes on with, the longest first, and the letter itself where it is kana."""
        pieces = [(piece, heard) for piece, heard in self._pieces.items() if text.startswith(piece, at)]
        pieces.sort(key=lambda each: -len(each[0]))
        letter = text[at]
        if letter.isspace():
            return [*pieces, (letter, "　")]
        kana = kana_of(letter)
        return [*pieces, (letter, kana)] if _KANA.fullmatch(kana) and not letter.isascii() else pieces
