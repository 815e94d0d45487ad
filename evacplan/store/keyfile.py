"""Where the wrapped keys of a store are: behind the store's last page, and in a file beside it.

SQLite never looks behind the last page, so a closed store carries its header there, as its last 512
bytes, and so does every backup: one file, copied by hand, is enough. But the place is overwritten
when the store grows. So an open store has no such tail; its header is in `<name>-keys` alone, just
as its unfinished change is in `<name>-journal`. That file stays when the store is closed, as a
second copy for the day the disk loses one.

A page is 4096 bytes and the tail 512, so the length of a file says whether it ends in a tail or in
a rest of one that a power cut left.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from evacplan.store.connection import PAGE_BYTES
from evacplan.store.key import ID_BYTES
from evacplan.store.keyslots import HEADER_BYTES, Header, decode
from evacplan.store.place import write_whole


def beside(store: Path) -> Path:
    """The file of the wrapped keys of this store."""
    return store.with_name(f"{store.name}-keys")


@dataclass(frozen=True)
class Found:
    """The headers of one file that were found, the latest first, and whether anything was there at all."""

    headers: tuple[Header, ...]
    traces: bool


def find(store: Path) -> Found:
    """The headers of a store: in its tail, and in the file beside it if that belongs to the store.

    Where both are there they are the same, unless the store was put here by hand; then either may be
    the one whose passphrase its owner knows. Raises OSError when the store cannot be read.
    """
    start, tail = _ends(store)
    kept = _bytes(beside(store))
    own, other = decode(tail), decode(kept)
    ids = {start} if own is None else {start, own.store_id}
    fitting = {header for header in (own, other) if header is not None and header.store_id in ids}
    latest_first = sorted(fitting, key=lambda header: (header.sequence, header == own), reverse=True)
    return Found(tuple(latest_first), bool(kept) or len(tail) == HEADER_BYTES)


def of_same_store(store: Path, others: Iterable[Path]) -> Iterator[Header]:
    """Headers that other copies of this store carry, such as its backups, the latest first."""
    start, _ = _ends(store)
    found: set[Header] = set()
    for other in others:
        with contextlib.suppress(OSError):
            found.update(header for header in find(other).headers if header.store_id == start)
    yield from sorted(found, key=lambda header: header.sequence, reverse=True)


def settle(store: Path, header: Header) -> None:
    """Have the header beside the store and the tail gone, before the store may grow; raises OSError.

    What is there of another store is renamed, not overwritten: it may be that store's only header.
    """
    place = beside(store)
    kept = decode(_bytes(place))
    if kept is not None and kept.store_id != header.store_id:
        os.replace(place, place.with_name(f"{place.name}.{kept.store_id.hex()[:8]}"))
    if kept != header:
        write_whole(place, header.encode())
    cut(store)


def cut(store: Path) -> None:
    """Take off the tail, or the rest of one; raises OSError."""
    length = store.stat().st_size
    if 0 < length % PAGE_BYTES <= HEADER_BYTES:
        os.truncate(store, length - length % PAGE_BYTES)


def ends_in_header(store: Path) -> bool:
    """Whether a file carries its keys itself."""
    return own(store) is not None


def own(store: Path) -> Header | None:
    """The keys that a closed file carries itself."""
    return decode(_ends(store)[1])


def append(store: Path, header: Header) -> None:
    """Give a closed store or a finished copy its tail; raises OSError."""
    if store.stat().st_size % PAGE_BYTES:
        raise ValueError("there is something behind the last page already")
    with store.open("ab") as file:
        file.write(header.encode())
        file.flush()
        os.fsync(file.fileno())


def has_only_tail_faults(faults: Iterable[str], store: Path) -> bool:
    """Whether SQLCipher complains of nothing but the tail, which it takes for a short page."""
    length = store.stat().st_size
    rest = length % PAGE_BYTES
    tail = f"page {length // PAGE_BYTES + 1} has an invalid size of {rest} bytes"
    return all(0 < rest <= HEADER_BYTES and fault.startswith(tail) for fault in faults)


def _ends(store: Path) -> tuple[bytes, bytes]:
    """The first bytes of a file, which are its id, and what stands behind its last page."""
    with store.open("rb") as file:
        start = file.read(ID_BYTES)
        length = file.seek(0, os.SEEK_END)
        rest = length % PAGE_BYTES
        file.seek(length - rest)
        return start, file.read(rest) if rest <= HEADER_BYTES else b""


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # A crafted file may be of any size.
            return file.read(HEADER_BYTES + 1)
    except FileNotFoundError:
        return b""
