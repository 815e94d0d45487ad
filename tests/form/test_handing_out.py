from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evacplan.domain.copies import Basis
from evacplan.domain.errors import UserError
from evacplan.domain.legal import Refusal
from evacplan.domain.legal_basis import READERS, DisasterException
from evacplan.form.edition import load_words
from evacplan.form.handing_out import basis_or_refuse, share_named
from evacplan.form.papers import Paper
from tests.builders import a_case, a_plan

WORDS = load_words(Path(__file__).parents[2] / "forms")
TODAY = date(2026, 11, 20)
SHARES: list[dict[str, Any]] = [
    {"key": "r1", "recipient": "fire_department", "consent": "given"},
    {"key": "r2", "recipient": "neighbourhood", "recipient_name": "第二町会", "consent": "refused"},
    {"key": "r3", "recipient": "other", "recipient_name": "町会", "consent": "given"},
    {"key": "r4", "recipient": "police", "consent": "refused"},
]
PLAN = a_plan(meeting={"consent_create": "given", "shares": SHARES})


def handed(recipient: str, exception: DisasterException | None = None) -> Basis:
    words, paper = (WORDS.form, WORDS.sentences), Paper.MUNICIPALITY
    return basis_or_refuse(words, PLAN, paper, recipient=recipient, today=TODAY, exception=exception)


def test_every_paper_has_a_reader_whose_edition_it_is() -> None:
    assert {paper.value: paper.edition.value for paper in Paper} == READERS


def test_every_refusal_has_words_for_the_coordinator_and_for_the_family() -> None:
    assert set(WORDS.sentences.refusal) == set(Refusal)
    for words in WORDS.sentences.refusal.values():
        for text in (words.why, words.do, words.say):
            assert text.endswith("。")
            assert len(text) > 8


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("消防", "r1"),
        ("青森消防署", "r1"),
        ("第二町会", "r2"),
        ("町会", "r3"),
        ("警察　本署", "r4"),
        ("r2", "r2"),
    ],
)
def test_a_typed_recipient_is_known_by_any_of_its_names(typed: str, key: str) -> None:
    assert share_named(WORDS.form, PLAN, typed) == key


def test_whoever_was_not_named_is_as_typed() -> None:
    assert [share_named(WORDS.form, PLAN, typed) for typed in ("", "青森市")] == ["", "青森市"]


def test_a_refusal_says_why_and_what_to_tell_the_family() -> None:
    assert handed("青森消防署") is Basis.CONSENT
    with pytest.raises(UserError) as caught:
        handed("警察署")
    assert "不同意" in caught.value.why
    assert WORDS.sentences.refusal[Refusal.RECIPIENT_REFUSED].say in caught.value.do
    assert handed("警察署", DisasterException("津波警報")) is Basis.DISASTER
    with pytest.raises(UserError, match="渡せません"):
        handed("警察署", DisasterException(""))


def test_a_refusal_repeats_nothing_that_was_typed() -> None:
    with pytest.raises(UserError) as caught:
        handed("警察署の山田さん")
    assert "山田" not in str(caught.value)


def test_the_sample_goes_to_all_who_may_have_it() -> None:
    plan = a_case("case-a")
    for paper in Paper:
        basis = basis_or_refuse((WORDS.form, WORDS.sentences), plan, paper, recipient="", today=TODAY)
        assert basis is (Basis.CONSENT if READERS[paper.value] == "municipality" else Basis.OWN)
