"""ICU's tables in the bundle: fewer items, each as it was, and Qt sorts and names as before."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from tests.packaging.modules import script

icu = script("bundle/icu.py")
TABLES = next((Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*"), None)
ASK = """
from PySide6.QtCore import QByteArray, QCollator, QLocale, QStringDecoder, QTimeZone
for name in ("ja_JP", "en_US"):
    order = QCollator(QLocale(name))
    order.setNumericMode(True)
    print(sorted(["ア", "い", "漢", "亜", "が", "か", "10", "9", "b", "A"], key=order.sortKey))
    zone, kinds = QTimeZone(QByteArray(b"Asia/Tokyo")), QTimeZone.NameType
    print(zone.displayName(QTimeZone.TimeType.StandardTime, kinds.LongName, QLocale(name)))
print(QStringDecoder("Shift_JIS").isValid(), QStringDecoder("EUC-JP").isValid())
print("smaller" if "{folder}" in open("/proc/self/maps").read() else "whole")
"""
pytestmark = pytest.mark.skipif(TABLES is None, reason="Qt brings ICU on Linux only")


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("ja.res", True),
        ("coll/ja.res", True),
        ("curr/en_US_POSIX.res", True),
        ("root.res", True),
        ("zoneinfo64.res", True),
        ("coll/ucadata.icu", True),
        ("ibm-943_P15A-2003.cnv", True),
        ("de.res", False),
        ("lang/zh_Hant.res", False),
        ("gb18030.cnv", False),
        ("brkitr/thaidict.dict", False),
    ],
)
def test_what_has_no_language_and_what_is_japanese_or_english_stays(name: str, *, stays: bool) -> None:
    assert icu.wanted(name) is stays


def test_a_table_of_fewer_items_has_each_as_it_was() -> None:
    assert TABLES is not None
    head, found = icu.items(TABLES.read_bytes())
    chosen = {name: data for name, data in found.items() if icu.wanted(name.partition("/")[2])}

    again = icu.items(icu.table(head, chosen))

    assert len(found) > 3 * len(chosen) > 1000
    assert again[0] == head
    assert list(again[1]) == list(chosen)
    assert all(again[1][name].startswith(data.rstrip(b"\0")) for name, data in chosen.items())


@pytest.mark.skipif(not shutil.which("objcopy"), reason="needs binutils, as the building of the bundle does")
def test_qt_sorts_and_names_with_the_smaller_tables_as_with_all(tmp_path: Path) -> None:
    assert TABLES is not None
    icu.write_smaller(TABLES, tmp_path / TABLES.name)

    smaller, whole = (_asked(tmp_path, {"LD_LIBRARY_PATH": folder}) for folder in (str(tmp_path), ""))

    assert (smaller.pop(), whole.pop()) == ("smaller", "whole")
    assert smaller == whole
    assert whole[1] == "日本標準時"
    assert (tmp_path / TABLES.name).stat().st_size * 4 < TABLES.stat().st_size


def _asked(folder: Path, environment: dict[str, str]) -> list[str]:
    command = [sys.executable, "-X", "utf8", "-c", ASK.replace("{folder}", str(folder))]
    done = subprocess.run(
        command, env=os.environ | environment, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.splitlines()
