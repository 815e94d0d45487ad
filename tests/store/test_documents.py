import json
from typing import Any

import pytest

from evacplan.domain import document
from evacplan.domain.errors import UserError
from evacplan.store import documents
from tests.store.samples import a_plan


def _rename_nickname(content: dict[str, Any]) -> dict[str, Any]:
    child = dict(content["child"])
    child["name"] = child.pop("full_name")
    return {**content, "child": child}


def test_there_is_one_upgrader_for_each_format_before_todays() -> None:
    assert f"evacplan/{len(documents.UPGRADERS) + 1}" == document.FORMAT


def test_a_plan_reads_back_as_it_was() -> None:
    plan = a_plan("髙橋 𠮷郎", "たかはし よしろう")
    assert documents.read(documents.write(plan)) == plan


def test_an_older_document_is_upgraded_step_by_step() -> None:
    old = json.dumps({"format": "evacplan/1", "child": {"full_name": "神\ufa19"}}).encode()
    assert documents.read(old, (_rename_nickname,)) == a_plan("神\ufa19")


def test_a_newer_document_is_refused() -> None:
    with pytest.raises(UserError, match="新しい版"):
        documents.read(b'{"format": "evacplan/999"}')


@pytest.mark.parametrize(
    "broken", [b"", b"[]", b"{", b'{"format": 1}', b'{"format": "evacplan/0"}', b"\xff" * 9]
)
def test_what_is_no_document_is_refused_in_words(broken: bytes) -> None:
    with pytest.raises(UserError):
        documents.read(broken)
