"""Telephone numbers: no digit is ever lost, and a number that was read once stays as it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.phones import normalise_phone, phone_warning

groups = st.lists(st.text("0123456789", min_size=1, max_size=6), min_size=1, max_size=4)
BETWEEN = ["-", " ", "　", "ー", "－", "‐", "−", "–", " - "]


def digits(phone: str) -> str:
    return phone.replace("-", "")


@given(st.text("0123456789", min_size=1, max_size=16))
def test_bare_digits_lose_none(typed: str) -> None:
    assert digits(normalise_phone(typed)) == typed


@given(
    st.sampled_from(["0", "010", "81", "0081", "184", "186", "0120", "0800", "0570", "090", "017"]), st.data()
)
def test_bare_digits_after_any_prefix_lose_none(prefix: str, data: st.DataObject) -> None:
    typed = prefix + data.draw(st.text("0123456789", min_size=6, max_size=11))

    assert digits(normalise_phone(typed)) == typed


@given(groups, st.sampled_from(BETWEEN))
def test_groups_stay_as_they_were_typed(parts: list[str], between: str) -> None:
    found = normalise_phone(between.join(parts))

    assert digits(found) == "".join(parts)
    if len(parts) > 1:
        assert found == "-".join(parts)


@given(groups, st.sampled_from(BETWEEN))
def test_a_number_that_was_read_is_read_again_unchanged(parts: list[str], between: str) -> None:
    once = normalise_phone(between.join(parts))

    assert normalise_phone(once) == once


@given(groups)
def test_full_width_digits_are_the_same_number(parts: list[str]) -> None:
    typed = "-".join(parts)
    wide = typed.translate(str.maketrans("0123456789-", "０１２３４５６７８９－"))

    assert normalise_phone(wide) == normalise_phone(typed)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("0177529678", "017-752-9678"),
        ("0172000271", "0172-00-0271"),
        ("０９０００００１１４１", "090-0000-1141"),
        ("0120000771", "0120-000-771"),
        ("08001234567", "0800-123-4567"),
        ("(017) 000-0114", "017-000-0114"),
        ("+81 17-000-0114", "017-000-0114"),
        ("+81 (0)90-0000-1141", "090-0000-1141"),
        ("119", "119"),
        ("171", "171"),
    ],
)
def test_numbers_are_grouped_as_people_read_them(typed: str, kept: str) -> None:
    assert normalise_phone(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "-", "内線 12", "017-000-0114 (母)", "090-XXXX-0000", "+1 212 555 0100"]
)
def test_what_is_more_than_digits_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match=r"電話番号は数字とハイフンで入れてください。"):
        normalise_phone(typed)


@pytest.mark.parametrize(
    "phone",
    ["017-000-0114", "090-0000-1141", "060-0000-1141", "050-0000-1141", "0120-000-771", "119", "171", "188"],
)
def test_numbers_of_the_right_length_bring_no_warning(phone: str) -> None:
    assert phone_warning(phone) is None


@pytest.mark.parametrize("phone", ["017-000-011", "090-0000-114", "0120-000-7711", "12345", "020-0000-0000"])
def test_an_unusual_number_brings_a_warning_and_is_kept(phone: str) -> None:
    warning = phone_warning(phone)

    assert normalise_phone(phone) == phone
    assert warning is not None
    assert warning.endswith("。")
    assert phone not in warning
