"""Leave out of ICU's tables what an app in Japanese and English never asks for: 25 of their 32 MB.

Qt brings ICU with the words, orders and letters of all languages, in one library that holds nothing but a
table of named items (`CmnD`: ucmndata.h in ICU's source). Here a library of the same name is made with fewer
items, each as it was; for a language that is not there ICU answers as for none. Linux only: on Windows and
macOS Qt uses what the system has. Needs ld and objcopy, as PyInstaller does.
"""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from collections.abc import Iterable
from itertools import accumulate, pairwise
from pathlib import Path

_START = re.compile(rb"..\xda\x27.{8}CmnD", re.DOTALL)
_SYMBOL = re.compile(rb"icudt\d+_dat")
_ENTRY = struct.Struct("<II")
_ALIGNED = 16
_LANGUAGES = {"ja", "en"}
_OF_A_LANGUAGE = re.compile(r"(?:[a-z]+/)?([a-z]{2,3})(?:_\w+)?\.res")
# Letters of files from before Unicode.
_LETTERS = re.compile(r".*\.cnv")
_LETTERS_OF_JAPAN = re.compile(r"(ibm-9(30|39|42|43|54)|ibm-33722|ibm-13(90|99)|euc-jp|jisx).*")
_DICTIONARY = re.compile(r"brkitr/.*\.dict")
Items = dict[str, bytes]
Entry = tuple[str, str, str]  # name in the bundle, source, kind: PyInstaller's own


def with_smaller_tables(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """The entries of a bundle with ICU's tables made smaller; they are written into the folder."""
    return [_smaller(entry, folder) if _is_tables(entry) else entry for entry in entries]


def _is_tables(entry: Entry) -> bool:
    # PyInstaller links Qt's libraries once more, beside the program.
    return Path(entry[0]).name.startswith("libicudata.so") and entry[2] == "BINARY"


def _smaller(entry: Entry, folder: Path) -> Entry:
    target = folder / Path(entry[0]).name
    write_smaller(Path(entry[1]), target)
    return entry[0], str(target), entry[2]


def wanted(name: str) -> bool:
    """Whether an item stays. name: without that of the table, such as curr/ja.res."""
    if _LETTERS.fullmatch(name):
        return bool(_LETTERS_OF_JAPAN.fullmatch(name))
    language = _OF_A_LANGUAGE.fullmatch(name)
    return language[1] in _LANGUAGES if language else not _DICTIONARY.fullmatch(name)


def items(library: bytes) -> tuple[bytes, Items]:
    """The head of the table in a library, and each item by its name, that of the table before it."""
    found = _START.search(library)
    if found is None:
        raise ValueError("no table of ICU's")
    (head,) = struct.unpack_from("<H", library, found.start())
    place = found.start() + head
    (count,) = struct.unpack_from("<I", library, place)
    entries = [_ENTRY.unpack_from(library, place + 4 + at * _ENTRY.size) for at in range(count)]
    # Where the last item ends stands nowhere: some bytes that follow the table go along with it.
    starts = [place + start for _, start in entries] + [len(library)]
    names = (library[place + at : library.index(b"\0", place + at)].decode("ascii") for at, _ in entries)
    return library[found.start() : place], {
        name: library[start:end] for name, (start, end) in zip(names, pairwise(starts), strict=True)
    }


def table(head: bytes, chosen: Items) -> bytes:
    """A table of these items, which stand in the order of their names."""
    names = [name.encode("ascii") + b"\0" for name in chosen]
    first_name = 4 + _ENTRY.size * len(names)
    name_places = list(accumulate(map(len, names), initial=first_name))
    first = _up(name_places.pop())
    places = list(accumulate((_up(len(data)) for data in chosen.values()), initial=first))
    entries = b"".join(map(_ENTRY.pack, name_places, places))
    front = (struct.pack("<I", len(names)) + entries + b"".join(names)).ljust(first, b"\0")
    return head + front + b"".join(data.ljust(_up(len(data)), b"\0") for data in chosen.values())


def write_smaller(library: Path, target: Path) -> None:
    """Write a library like this one with the items that are wanted."""
    data = library.read_bytes()
    symbol = _SYMBOL.search(data)
    if symbol is None:
        raise ValueError("a library without the name of its table")
    head, found = items(data)
    chosen = {name: item for name, item in found.items() if wanted(name.partition("/")[2])}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "table").write_bytes(table(head, chosen))
        _run(folder, "ld", "-r", "-b", "binary", "-o", "plain.o", "table")
        rodata = (".data=.rodata,alloc,load,readonly,data,contents", f".rodata={_ALIGNED}")
        moved = ("--rename-section", rodata[0], "--set-section-alignment", rodata[1])
        named = ("--redefine-sym", f"_binary_table_start={symbol[0].decode()}")
        stripped = ("--strip-symbol", "_binary_table_end", "--strip-symbol", "_binary_table_size")
        _run(folder, "objcopy", *moved, *named, *stripped, "plain.o", "table.o")
        options = ("-shared", "-z", "noexecstack", "-soname", library.name)
        _run(folder, "ld", *options, "-o", str(target.absolute()), "table.o")


def _run(folder: Path, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=True)


def _up(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED
