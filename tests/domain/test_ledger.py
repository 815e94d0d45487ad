from dataclasses import replace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.ledger import Entry, Fault, FaultKind, Head, first_fault, sealed

TEXTS = st.text(max_size=8)
ROWS = st.lists(
    st.fixed_dictionaries(
        {"at": TEXTS, "who": TEXTS, "kind": TEXTS, "plan_id": st.none() | TEXTS, "detail": TEXTS}
    ),
    min_size=1,
    max_size=8,
)
FIELDS = ("number", "at", "who", "kind", "plan_id", "detail", "previous", "seal")


def chained(rows: list[dict[str, str]]) -> tuple[list[Entry], Head]:
    entries: list[Entry] = []
    head = Head()
    for row in rows:
        entries.append(sealed(head, **row))
        head = Head(entries[-1].number, entries[-1].seal)
    return entries, head


@given(ROWS)
def test_a_ledger_as_it_was_written_fits(rows: list[dict[str, str]]) -> None:
    entries, head = chained(rows)

    assert first_fault(entries, head) is None
    assert first_fault([], Head()) is None


@given(ROWS, st.data())
def test_any_edited_field_shows(rows: list[dict[str, str]], data: st.DataObject) -> None:
    entries, head = chained(rows)
    at = data.draw(st.integers(0, len(entries) - 1))
    field = data.draw(st.sampled_from(FIELDS))
    value = data.draw(st.integers(0, 99) if field == "number" else TEXTS)
    edited = replace(entries[at], **cast("dict[str, Any]", {field: value}))
    kept = [*entries[:at], edited, *entries[at + 1 :]]

    assert (first_fault(kept, head) is None) == (edited == entries[at])


@given(ROWS, st.data())
def test_an_edited_row_with_a_fitting_seal_shows_at_its_neighbour(
    rows: list[dict[str, str]], data: st.DataObject
) -> None:
    entries, head = chained(rows)
    at = data.draw(st.integers(0, len(entries) - 1))
    before = Head(at, entries[at].previous)
    forged = sealed(before, **{**rows[at], "detail": rows[at]["detail"] + "x"})
    found = first_fault([*entries[:at], forged, *entries[at + 1 :]], head)

    assert found is not None
    assert found.number in (at + 1, at + 2)


@given(ROWS, st.data())
def test_any_removed_row_shows_the_last_one_too(rows: list[dict[str, str]], data: st.DataObject) -> None:
    entries, head = chained(rows)
    at = data.draw(st.integers(0, len(entries) - 1))
    found = first_fault([*entries[:at], *entries[at + 1 :]], head)
    kind = FaultKind.CUT if at == len(entries) - 1 else FaultKind.GAP

    assert found == Fault(kind, at + 1)


@given(ROWS.filter(lambda rows: len(rows) > 1), st.data())
def test_any_two_swapped_rows_show(rows: list[dict[str, str]], data: st.DataObject) -> None:
    entries, head = chained(rows)
    one, other = data.draw(st.lists(st.integers(0, len(rows) - 1), min_size=2, max_size=2, unique=True))
    moved = list(entries)
    moved[one] = replace(entries[other], number=one + 1)
    moved[other] = replace(entries[one], number=other + 1)

    assert first_fault(moved, head) is not None


@given(ROWS, ROWS)
def test_a_row_added_past_the_head_shows(rows: list[dict[str, str]], more: list[dict[str, str]]) -> None:
    _entries, head = chained(rows)
    longer, _ = chained([*rows, *more])

    assert first_fault(longer, head) is not None
