import csv
from datetime import UTC, datetime, timedelta, timezone
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.copies import Basis, Collected, How, Issue
from evacplan.domain.ledger import EventKind, Fault, FaultKind, Head, seal_of, sealed
from evacplan.exchange.ledger_csv import copies_csv, fault_in_words, harmless, ledger_csv

JAPAN = timezone(timedelta(hours=9))
AT = "2026-11-20T23:30:00.000000+00:00"
TIME = datetime.fromisoformat(AT)
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def a_copy(recipient: str = "市", reason: str = "", collected: Collected | None = None) -> Issue:
    return Issue(1, "p", 2, "hospital", TIME, "0" * 64, recipient, 3, Basis.OWN, reason, collected)


def test_a_row_tells_who_did_what_when_with_which_plan() -> None:
    entry = sealed(Head(), at=AT, who="", kind="opened", plan_id="p", detail="")
    head, row = read(ledger_csv([entry], {"p": "AOM-1"}, JAPAN))

    assert dict(zip(head, row, strict=True))["日時"] == "2026-11-21 08:30:00"
    assert row[:6] == ["1", "2026-11-21 08:30:00", "不明", "開いた", "AOM-1", ""]


def test_the_seal_can_be_worked_out_again_from_the_file() -> None:
    entry = sealed(Head(), at=AT, who="青山", kind="changed", plan_id="p", detail="child.name")
    number, _when, who, _kind, _plan, detail, at, kind, plan_id, previous, seal = read(
        ledger_csv([entry], {}, UTC)
    )[1]

    assert seal_of(int(number), at, who, kind, plan_id, detail, previous) == seal


def test_a_copy_tells_to_whom_on_what_basis_and_what_became_of_it() -> None:
    gone = a_copy(collected=Collected(TIME, How.DESTROYED))
    rows = read(copies_csv([a_copy(), gone], {"p": "AOM-1"}, {"hospital": "受入医療機関用"}, JAPAN))

    assert rows[1][:6] == ["AOM-1", "3", "受入医療機関用", "2", "2026-11-21 08:30:00", "市"]
    assert rows[1][8] == "まだ"
    assert rows[2][8:10] == ["処分した", "2026-11-21 08:30:00"]


def test_the_file_is_what_a_spreadsheet_in_japan_reads() -> None:
    data = copies_csv([a_copy('a,"b"\r\nc')], {}, {}, UTC)

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert read(data)[1][5] == 'a,"b"\r\nc'


@given(CELLS, CELLS)
def test_any_text_comes_back_whole_and_no_cell_is_a_formula(recipient: str, reason: str) -> None:
    rows = read(copies_csv([a_copy(recipient, reason)], {"p": reason}, {}, UTC))

    assert len(rows) == 2
    assert len(rows[1]) == len(rows[0])
    assert rows[1][5].removeprefix("'") in (recipient or "不明", recipient.removeprefix("'"))
    assert not [cell for cell in rows[1] if cell.lstrip()[:1] in set("=+-@＝＋－＠") and cell.lstrip()]
    assert not [cell for cell in rows[1] if cell.startswith(("\t", "\r", "\n"))]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@a", "\tx", "\rx", " =1", "＝1", '=HYPERLINK("a")'])
def test_what_begins_like_a_formula_becomes_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


def test_every_kind_and_fault_has_words() -> None:
    entries = [sealed(Head(), at=AT, who="", kind=kind, plan_id=None, detail="") for kind in EventKind]
    told = [row[3] for row in read(ledger_csv(entries, {}, UTC))[1:]]

    assert not [words for words in told if words.isascii()]
    assert all("7" in fault_in_words(Fault(kind, 7)) for kind in FaultKind)
