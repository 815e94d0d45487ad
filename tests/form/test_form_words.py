"""House rules over the words of every field, record and list."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from evacplan.domain.values import Shape
from evacplan.form.spec import Edition, FormPart, Item, Need, Repeat, SubRecord
from tests.builders import Field, complaint, fields, words

FORM = words().form
PARTS: list[FormPart] = list(FORM.parts_by_path.values())
ITEMS = list(FORM.items())
EXEMPLARY = [field for field in fields() if FORM.item(field.path).example]
LISTS = [part for part in PARTS if isinstance(part, Repeat)]
# Read aloud by every nurse and printed on the devices themselves.
KNOWN = {"Rh", "SpO2", "IPAP", "PIP", "EPAP", "PEEP", "Ti", "Vt", "FiO2", "DC", "LP", "UPS", "V2H", "SNS"}
KNOWN |= {"NET119", "m", "cm"}
NEVER_PRINTED = {"care.wishes_may_be_printed", "distribution.hidden.edition", "distribution.hidden.field"}


def siblings() -> Iterator[tuple[str, tuple[FormPart, ...]]]:
    """The parts of each section, record and row."""
    for section in FORM.sections:
        yield section.name, section.parts
    yield from ((part.path, part.parts) for part in PARTS if isinstance(part, SubRecord | Repeat))


def foreign(text: str) -> set[str]:
    return set(re.findall(r"[A-Za-z][A-Za-z0-9]*", text)) - KNOWN


def test_the_words_cover_the_model_exactly() -> None:
    assert [item.path for item in ITEMS] == [field.path for field in fields()]


def test_a_label_is_a_short_name_and_no_sentence() -> None:
    odd = [
        part.path
        for part in PARTS
        if not 0 < len(part.label) <= 20 or re.search(r"[。、\s？?]$|^\s", part.label)
    ]

    assert odd == []


def test_a_short_label_is_no_longer_than_the_label_and_fits_a_column() -> None:
    odd = [item.path for item in ITEMS if not 0 < len(item.short) <= min(len(item.label), 9)]

    assert odd == []


def test_labels_hold_no_english_but_what_stands_on_the_devices() -> None:
    odd = {part.path: foreign(part.label) for part in PARTS if foreign(part.label)}
    odd |= {item.path: foreign(item.short) for item in ITEMS if foreign(item.short)}

    assert odd == {}


def test_labels_are_unique_where_they_stand_together() -> None:
    twice = [
        (where, label)
        for where, parts in siblings()
        for label, times in Counter(part.label for part in parts).items()
        if times > 1
    ]

    assert twice == []


def test_short_labels_are_unique_within_a_group() -> None:
    twice = [
        (where, name)
        for where, parts in siblings()
        for name, times in Counter(
            (part.group, part.short) for part in parts if isinstance(part, Item)
        ).items()
        if times > 1
    ]

    assert twice == []


def test_every_part_is_explained_in_whole_sentences() -> None:
    odd = [part.path for part in PARTS if not part.help.endswith("。") or len(part.help) > 100]

    assert odd == []


def test_help_says_more_than_the_label() -> None:
    assert [part.path for part in PARTS if part.help.rstrip("。") in (part.label, f"{part.label}です")] == []


def test_no_word_is_half_width_kana_or_full_width_latin() -> None:
    texts = [text for part in PARTS for text in (part.label, part.help)] + [item.example for item in ITEMS]

    assert [text for text in texts if re.search(r"[ｦ-ﾟＡ-Ｚａ-ｚ０-９]", text)] == []


def test_every_must_matters_to_somebody_who_reads_it() -> None:
    assert [item.path for item in ITEMS if item.need is Need.MUST and not item.editions] == []


def test_few_enough_fields_are_a_must_that_a_meeting_can_answer_them() -> None:
    musts = [item for item in ITEMS if item.need is Need.MUST]

    assert 40 <= len(musts) <= 90
    assert len(musts) < len([item for item in ITEMS if item.need is Need.SHOULD])


def test_only_what_is_about_printing_is_printed_nowhere() -> None:
    assert {item.path for item in ITEMS if not item.editions} == NEVER_PRINTED


def test_the_family_may_read_everything_that_is_printed_but_the_spelling_for_old_machines() -> None:
    hidden = [item.path for item in ITEMS if item.editions and Edition.FAMILY not in item.editions]

    assert hidden == ["child.name_print_alt"]


@pytest.mark.parametrize(
    "field", [field for field in fields() if FORM.item(field.path).example], ids=lambda f: f.path
)
def test_an_example_is_read_by_its_own_field(field: Field) -> None:
    content: dict[str, object] = {"key": "r1"} if "key" in field.holder.model_fields else {}
    example = FORM.item(field.path).example
    value: object = (example,) if field.leaf.kind.shape is Shape.PEOPLE else example

    assert complaint(field.holder.model_validate, {**content, field.leaf.name: value}) == ""


def test_examples_are_about_nobody() -> None:
    phones = [item.example for item in ITEMS if item.leaf.kind.shape is Shape.PHONE]
    mails = [item.example for item in ITEMS if item.leaf.kind.shape is Shape.EMAIL]

    assert all("-000" in phone or "-00-" in phone or len(phone) <= 4 for phone in phones)
    assert all(mail.endswith("example.jp") for mail in mails)


def test_every_choice_has_a_word_of_its_own() -> None:
    for name, chosen in FORM.choices.items():
        assert all(word.strip() == word != "" for word in chosen.values()), name
        assert len(set(chosen.values())) == len(chosen), name


def test_a_list_is_extended_with_words_that_say_so() -> None:
    assert [part.path for part in LISTS if not part.add.endswith("を加える")] == []


def test_every_section_is_introduced() -> None:
    for number, section in enumerate(FORM.sections):
        assert section.number == f"S{number}"
        assert section.title
        assert section.say.endswith("。")
        assert section.reason.endswith("。")


def test_every_edition_says_for_whom_and_what_for() -> None:
    assert set(FORM.editions) == set(Edition)
    assert all(
        edition.title and edition.reader and edition.purpose.endswith("。")
        for edition in FORM.editions.values()
    )


def test_a_field_is_found_with_and_without_row_keys() -> None:
    assert FORM.item("devices.devices.r1.external_batteries.r2.hours_each") is FORM.item(
        "devices.devices.external_batteries.hours_each"
    )
    for path in ("devices.devices", "devices.nobody", "nobody", "child.name.first"):
        with pytest.raises(KeyError):
            FORM.item(path)


def test_refusals_say_why_and_what_to_do() -> None:
    for said in words().sentences.refusal.values():
        assert said.why.endswith("。")
        assert said.do.endswith("。")


def test_what_only_the_family_may_hold_is_private_unless_its_words_say_otherwise() -> None:
    told = {item.path for item in ITEMS if item.private}
    assert {"child.insurance_number", "contacts.dial171_pin", "care.diagnoses.name"} <= told
    assert {"child.household.care_note", "power_sources.generators.key_place"} <= told
    assert not told & {"child.name", "devices.devices.measured_w", "power_sources.portables.capacity_wh"}
