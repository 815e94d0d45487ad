"""Names and numbers in a plan that would lead a file elsewhere, or run when a file is opened."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evacplan.domain.document import FORMAT, loads
from evacplan.domain.errors import UserError
from evacplan.exchange.plan_file import read_plan
from evacplan.form.papers import Paper
from evacplan.press import write_editions
from tests.builders import a_plan, few, texts

TRICKS = ("../../x", "..", "/etc/x", "C:\\x", "a\x00b", "CON", ".hidden", "\u202efdp.", "x" * 400, "髙" * 400)


@few
@given(st.sampled_from(TRICKS) | texts())
@example("x" * 400)
def test_a_plan_number_leads_no_file_out_of_its_folder(number: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "out"
        plan = a_plan(meeting={"plan_number": number})
        paths = write_editions(folder, plan, dict.fromkeys(Paper, b"%PDF"))
        assert {path.resolve() for path in paths} == {path.resolve() for path in folder.iterdir()}
        assert [path.name for path in Path(name).iterdir()] == ["out"]
        assert all(path.name.isascii() and not path.name.startswith(".") for path in paths)


@pytest.mark.parametrize("picture", [*TRICKS[:5], "file:///etc/passwd", "/9j/../x", "iVBORw0KGgo=\n../x"])
def test_a_path_in_place_of_a_picture_is_refused(picture: str) -> None:
    devices = {"devices": [{"key": "r1", "settings": {"sheet": picture}}]}
    with pytest.raises(UserError) as caught:
        loads(json.dumps({"format": FORMAT, "devices": devices}).encode())
    assert "devices.devices.r1.settings.sheet: 画像" in caught.value.why
    assert picture not in str(caught.value)


@given(st.text(max_size=40))
@example("a\x00b")
@example("\udcff")
@example("x" * 5000)
def test_any_name_of_a_plan_file_is_answered_in_words(name: str) -> None:
    with pytest.raises(UserError):
        read_plan(Path("/nowhere") / name)
