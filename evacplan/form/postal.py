"""Addresses of postal codes, from the table in the catalogue (packaging/postal.py makes it)."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from pathlib import Path

FILE = "postal.zip"


@dataclass(frozen=True, slots=True)
class Address:
    """A town as Japan Post writes it. municipality: its five-digit code (JIS X 0402); kana: in katakana."""

    municipality: str
    text: str
    kana: str


class PostalCodes:
    """The table of a catalogue folder; it is opened when first asked."""

    def __init__(self, catalog: Path) -> None:
        self._file = catalog / FILE

    @cached_property
    def _members(self) -> frozenset[str]:
        with zipfile.ZipFile(self._file) as table:
            return frozenset(table.namelist())

    @cached_property
    def edition(self) -> str:
        """The month of the table, such as 2026-10."""
        with zipfile.ZipFile(self._file) as table:
            return table.comment.decode("ascii")

    def find(self, code: str) -> tuple[Address, ...]:
        """The towns of a code written 036-8001, none when there is no such code."""
        first, last = code[:3], code[-4:]
        if first not in self._members:
            return ()
        with zipfile.ZipFile(self._file) as table:
            lines = table.read(first).decode("utf-8").splitlines()
        found = (line.split("\t") for line in lines if line.startswith(f"{last}\t"))
        return tuple(Address(municipality, text, kana) for _, municipality, text, kana in found)


def common(addresses: Sequence[Address]) -> tuple[str, str]:
    """What all these addresses begin with, in writing and in kana; the kana only where it is of the whole."""
    letters = zip(*(address.text for address in addresses), strict=False)
    text = "".join(each[0] for each in takewhile(lambda each: len(set(each)) == 1, letters))
    kana = {address.kana for address in addresses}
    return text, kana.pop() if len(kana) == 1 and text == addresses[0].text else ""
