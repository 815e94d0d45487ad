"""Pages that a power cut tore while they were in no use.

SQLite keeps no old content of a page that it takes from its list of free pages: a change that is taken back
leaves there whatever had arrived. Nothing ever reads such a page, but its seal does not fit, and a copy of
the store is made of all pages.
"""

from __future__ import annotations

from pathlib import Path

from evacplan.store.connection import PAGE_BYTES, RawConnection, broken_structure, number


def is_all_unused(raw: RawConnection, path: Path) -> bool:
    """Whether the pages whose seal does not fit are all in no use: every other page is read, and whole.

    Pages behind the last one of the store are none that a power cut leaves: somebody made the file longer.
    """
    is_of_its_length = path.stat().st_size // PAGE_BYTES <= number(raw, "page_count")
    return is_of_its_length and not broken_structure(raw)


def fill_unused(raw: RawConnection) -> None:
    """Write every unused page anew: a table takes them all and gives them back."""
    _at_once(
        raw,
        "DROP TABLE IF EXISTS filling",
        "CREATE TABLE filling (zeros BLOB)",
        f"INSERT INTO filling VALUES (zeroblob({number(raw, 'freelist_count') * PAGE_BYTES}))",
    )
    _at_once(raw, "DROP TABLE filling")


def _at_once(raw: RawConnection, *steps: str) -> None:
    raw.execute("BEGIN IMMEDIATE")
    for step in steps:
        raw.execute(step)
    raw.execute("COMMIT")
