"""Types of fields: names stay as they are, numbers in their unit alone, and every refusal is Japanese."""

import re
import unicodedata
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from evacplan.domain import values
from evacplan.domain.reasons import first_reason
from evacplan.domain.structure import parts
from evacplan.domain.values import Kind, Shape
from tests.builders import Field, answers, complaint, fields, limits, some, texts

JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龠].*。$", re.DOTALL)
NUMBERS = [field for field in fields() if field.leaf.kind.shape in (Shape.NUMBER, Shape.WHOLE, Shape.YEAR)]
WITH_UNIT = [field for field in NUMBERS if field.leaf.kind.unit]


def read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: Any, value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    return first_reason(caught.value)


def set_alone(field: Field, value: object) -> Any:
    """The field's value after its record has read it."""
    record = field.holder.model_validate(_with_key(field, {field.leaf.name: value}))
    return getattr(record, field.leaf.name)


def refused_alone(field: Field, value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        set_alone(field, value)
    return first_reason(caught.value)


def _with_key(field: Field, content: dict[str, object]) -> dict[str, object]:
    return {"key": "r1", **content} if "key" in field.holder.model_fields else content


@given(texts())
def test_a_name_is_untouched_to_the_code_point(name: str) -> None:
    for kind in (values.Name, values.Line, values.Person, values.Organisation):
        assert read(kind, name) == name


@pytest.mark.parametrize("name", ["髙橋", "山﨑", "𠮷野家", "辻󠄀", "葛󠄀城", "神\ufa19", "①Ⅳ㌔", "ﾊﾝｶｸ"])
def test_rare_characters_are_never_replaced_by_their_common_forms(name: str) -> None:
    assert read(values.Name, name) == name
    assert len(read(values.Name, name)) == len(name)


def test_half_of_a_broken_character_is_refused_in_words() -> None:
    assert refusal(values.Name, "髙\ud842") == "文字の一部がこわれています。入れなおしてください。"


def test_a_line_has_a_length_and_says_so() -> None:
    assert refusal(values.Line, "あ" * 401) == "長すぎます。400 文字までです。"


@some
@given(st.data())
def test_reading_a_value_again_changes_nothing(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(fields()))
    once = set_alone(field, data.draw(answers(field)))

    assert set_alone(field, once) == once


@some
@given(st.sampled_from(NUMBERS), st.data())
def test_a_number_is_read_with_full_width_digits_commas_and_its_unit(
    field: Field, data: st.DataObject
) -> None:
    low, high = limits(field.holder, field.leaf.name)
    number = data.draw(st.integers(max(int(low), 1), int(high)))
    unit = data.draw(st.sampled_from(["", f" {field.leaf.kind.unit}", field.leaf.kind.unit]))
    wide = str.maketrans("0123456789,.", "０１２３４５６７８９，．")

    assert set_alone(field, f"{number}{unit}") == number
    assert set_alone(field, f" {number:,}{unit} ") == number
    assert set_alone(field, f"{number:,}{unit}".translate(wide)) == number


@given(st.sampled_from(WITH_UNIT), st.sampled_from(WITH_UNIT))
def test_a_number_in_another_unit_is_never_taken_for_the_fields_own(field: Field, other: Field) -> None:
    unit, foreign = field.leaf.kind.unit, other.leaf.kind.unit
    related = {unit, foreign} in ({"L", "L/分"}, {"回/分", "回/日"}, {"回", "回/分"}, {"回", "回/日"})
    if unit == foreign or related:
        return

    assert f"「{unit}」" in refused_alone(field, f"1{foreign}")


@pytest.mark.parametrize("typed", ["30分", "5時間半", "2千", "1万", "1.5日", "5以上", "5時間30分", "5kW"])
def test_hours_are_not_read_from_what_says_something_else(typed: str) -> None:
    assert JAPANESE.search(refusal(values.Hours, typed))


@pytest.mark.parametrize(
    ("kind", "typed", "number"),
    [
        (values.CentimetresOfWater, "16cmH2O", 16),
        (values.LitresPerMinute, "0.75L/min", 0.75),
        (values.Litres, "3.4ℓ", 3.4),
        (values.Millilitres, "200cc", 200),
        (values.Celsius, "36.4℃", 36.4),
        (values.Percent, "９６％", 96),
        (values.WattHours, "1,024Wh", 1024),
        (values.People, "6名", 6),
        (values.Watts, ".5", 0.5),
        (values.WattsOrVoltAmperes, "900VA", 900),
        (values.Amount, "150本", 150),
        (values.CalendarYear, "1982年", 1982),
    ],
)
def test_units_are_read_as_people_write_them(kind: Any, typed: str, number: float) -> None:
    assert read(kind, typed) == number


@given(
    st.sampled_from(NUMBERS), st.sampled_from(["", "abc", "--1", "1,00", "1e400", "∞", "NaN", True, [], {}])
)
def test_what_is_no_number_is_refused_with_a_sentence(field: Field, value: object) -> None:
    assert JAPANESE.search(refused_alone(field, value))


@given(st.sampled_from(NUMBERS))
def test_numbers_beyond_the_limits_are_refused_with_the_limit(field: Field) -> None:
    low, high = limits(field.holder, field.leaf.name)

    assert f"{int(high):,} 以下" in refused_alone(field, high + 1)
    assert JAPANESE.search(refused_alone(field, low - 1))


def test_zero_has_no_sign() -> None:
    assert [str(read(values.Hours, zero)) for zero in ("-0", "-0.0", -0.0, 0)] == ["0.0"] * 4


@given(st.lists(st.sampled_from([*"あいぁんゔゖー・ゝゞ", "　"])).map("".join))
def test_katakana_half_width_kana_and_blanks_become_one_reading(reading: str) -> None:
    katakana = "".join(chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゞ" else sign for sign in reading)
    once = read(values.Kana, reading)

    assert read(values.Kana, katakana) == once
    assert once.split("　") == reading.split() or not reading.split()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ﾀｶﾊｼ ﾘﾘｶ", "たかはし　りりか"),
        ("スヾ", "すゞ"),
        ("ヴァイオレット", "ゔぁいおれっと"),
        (" か\u3099 ", "が"),
    ],
)
def test_readings_are_kept_in_hiragana(typed: str, kept: str) -> None:
    assert read(values.Kana, typed) == kept


@pytest.mark.parametrize("typed", ["高橋", "takahashi", "たか1", "た\x00", "😀"])
def test_a_reading_holds_kana_alone(typed: str) -> None:
    assert refusal(values.Kana, typed) == "ふりがなは、ひらがなかカタカナで入れてください。"


@pytest.mark.parametrize(
    ("kind", "typed"),
    [(values.Kana, "㌖" * 100), (values.Email, "㎉" * 150 + "@a"), (values.Bands, "1-2、" * 80 + "3-4")],
)
def test_what_grows_beyond_a_line_when_read_is_refused(kind: Any, typed: str) -> None:
    assert refusal(kind, typed) == "長すぎます。400 文字までです。"


@pytest.mark.parametrize("typed", ["030-0000", "０３０ー００００", "〒0300000", "030 0000"])
def test_a_postal_code_is_seven_digits_in_two_groups(typed: str) -> None:
    assert read(values.PostalCode, typed) == "030-0000"


@pytest.mark.parametrize("typed", ["030000", "03000000", "aaa-bbbb", ""])
def test_other_postal_codes_are_refused(typed: str) -> None:
    assert JAPANESE.search(refusal(values.PostalCode, typed))


def test_an_address_of_mail_has_two_sides() -> None:
    assert read(values.Email, " ａ＠example.jp ") == "a@example.jp"
    assert JAPANESE.search(refusal(values.Email, "example.jp"))


@pytest.mark.parametrize("value", [0, 1.5, True, [], "きのう", "2024-13-01", "1867-12-31"])
def test_what_is_no_day_is_refused(value: object) -> None:
    assert JAPANESE.search(refusal(values.Day, value))


@pytest.mark.parametrize("image", ["", "あ", "aGVsbG8=", "data:image/png;base64,iVBORw0KGgo="])
def test_what_is_no_picture_is_refused(image: str) -> None:
    assert JAPANESE.search(refusal(values.Image, image))


@pytest.mark.parametrize("pin", ["464", "46490", "abcd", "4649\n"])
def test_a_pin_has_four_digits(pin: str) -> None:
    assert JAPANESE.search(refusal(values.Pin, pin))


def test_every_field_tells_its_shape_and_every_number_its_limits_in_the_schema() -> None:
    assert all(field.leaf.kind.shape for field in fields())
    assert {field.leaf.kind.shape for field in fields()} == set(Shape)
    assert all(low < high for low, high in (limits(field.holder, field.leaf.name) for field in NUMBERS))


def test_the_usual_range_lies_inside_the_hard_limits() -> None:
    for field in NUMBERS:
        usual = field.leaf.kind.usual
        low, high = limits(field.holder, field.leaf.name)
        assert usual is None or (low <= usual[0] + 0.002 and usual[1] <= high), field.path


def test_a_unit_is_written_alike_in_every_type() -> None:
    units = {
        kind.unit for found in vars(values).values() for kind in get_args(found)[1:] if isinstance(kind, Kind)
    }

    assert all(unit == unicodedata.normalize("NFC", unit).strip() for unit in units)
    assert len({unit.casefold() for unit in units}) == len(units)


@given(st.sampled_from(fields()), st.sampled_from(["秘\ue000密", "99999999999.5", "2999-99-99"]))
def test_no_refusal_repeats_what_was_typed(field: Field, canary: str) -> None:
    assert canary not in complaint(set_alone, field, canary)


def test_a_record_names_each_part_once() -> None:
    for record in {field.holder for field in fields()}:
        names = [part.name for part in parts(record)]
        assert len(names) == len(set(names))
