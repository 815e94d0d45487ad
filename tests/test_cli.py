"""The command line as a script or a town's IT officer uses it."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from evacplan.cli import main
from evacplan.domain import document
from evacplan.domain.choices import Consent
from evacplan.domain.paths import put
from evacplan.exchange.plan_file import read_plan

SAMPLES = Path(__file__).parents[1] / "resources" / "samples"
CASE_A, CASE_B = SAMPLES / "case-a.json", SAMPLES / "case-b.json"
SQLITE_HEAD = b"SQLite format 3"


def _text(path: Path) -> str:
    return "".join("".join(page.extract_text().split()) for page in PdfReader(path).pages)


def test_demo_writes_an_encrypted_store_and_three_editions_of_both_samples(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["demo", "--out", str(tmp_path)]) == 0
    written = capsys.readouterr().out.split()
    assert len(written) == 14
    beside_the_store = set(tmp_path.glob("demo.evacplan-*"))
    assert {Path(name) for name in written} == set(tmp_path.iterdir()) - beside_the_store
    assert not (tmp_path / "demo.evacplan").read_bytes().startswith(SQLITE_HEAD)
    assert "髙橋凜々花" in _text(tmp_path / "AOM-2026-0017-family.pdf")
    assert "下書き" not in _text(tmp_path / "AOM-2026-0017-family.pdf")


def test_export_prints_one_edition_as_a_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(CASE_B), "--edition", "hospital", "--out", str(tmp_path)]) == 0
    (path,) = tmp_path.iterdir()
    assert capsys.readouterr().out.strip() == str(path)
    assert "下書き" in _text(path)
    assert "﨑山糀" in _text(path)


@pytest.fixture
def without_consent(tmp_path: Path) -> Path:
    plan = put(read_plan(CASE_A), "meeting.consent_create", Consent.REFUSED)
    path = tmp_path / "plan.json"
    path.write_bytes(document.dumps(plan))
    return path


def test_the_municipality_edition_without_consent_is_refused_and_nothing_is_written(
    without_consent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["export", str(without_consent), "--edition", "municipality", "--out", str(out)]) == 2
    assert not out.exists()
    assert "不同意" in capsys.readouterr().err


def test_all_editions_without_consent_are_the_two_that_may_be_made(
    without_consent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert main(["export", str(without_consent), "--out", str(out)]) == 1
    assert sorted(path.name for path in out.iterdir()) == [
        "AOM-2026-0017-family.pdf",
        "AOM-2026-0017-hospital.pdf",
    ]
    assert "不同意" in capsys.readouterr().err


@pytest.mark.parametrize(
    "content", [None, b"", b"{", b"[]", b'{"format": "evacplan/2"}', b'{"format": "evacplan/1", "x": 1}']
)
def test_an_unusable_file_is_explained_and_nothing_is_written(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "plan.json", tmp_path / "out"
    if content is not None:
        path.write_bytes(content)
    assert main(["export", str(path), "--out", str(out)]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "理由: " in said.err
    assert "次にすること: " in said.err
    assert not out.exists()


def test_a_folder_that_cannot_be_written_to_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").write_text("a file")
    assert main(["export", str(CASE_A), "--edition", "family", "--out", str(tmp_path / "out")]) == 2
    assert "書き出せませんでした" in capsys.readouterr().err


def test_a_mistyped_command_is_explained_in_japanese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["exprot"])
    assert stopped.value.code == 2
    assert "書き方が違います" in capsys.readouterr().err


def test_check_finds_what_is_missing_by_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(CASE_B), "--json"]) == 1
    groups = {group["group"]: group for group in json.loads(capsys.readouterr().out)["groups"]}
    assert list(groups) == ["legal", "power", "oxygen", "destination", "contacts", "consent"]
    assert groups["legal"]["missing"] == groups["consent"]["missing"] == []
    unknown = [one["path"] for one in groups["power"]["missing"] if one["unknown"]]
    assert "devices.devices.oximeter.battery_h" in unknown


def test_power_tells_the_figures_of_the_case(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["power", str(CASE_A), "--json"]) == 0
    ordinary = json.loads(capsys.readouterr().out)["ordinary"]
    assert ordinary["first_to_stop"]["device"] == "suction"
    assert ordinary["first_to_stop"]["at_h"] == pytest.approx(62.007459, abs=1e-6)
    assert ordinary["leave_by_h"] == pytest.approx(58.790792, abs=1e-6)


def test_power_says_unknown_and_never_a_number_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["power", str(CASE_B)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "家を出る期限：未確認（少なくとも 33.3時間）" in lines
    assert main(["power", str(CASE_B), "--json"]) == 0
    ordinary = json.loads(capsys.readouterr().out)["ordinary"]
    assert {ordinary[name] for name in ("first_to_stop", "autonomy_h", "gap_wh", "leave_by_h")} == {"unknown"}


def test_fields_lists_every_field_with_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fields", "--json"]) == 0
    fields = json.loads(capsys.readouterr().out)
    battery = next(field for field in fields if field["path"] == "devices.devices.battery_h")
    assert (battery["unit"], battery["need"]) == ("時間", "must")
    assert main(["fields"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == len(fields)


def test_schema_describes_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["properties"]["format"] == {"const": "evacplan/1"}
    assert schema["additionalProperties"] is False
    assert set(json.loads(CASE_A.read_bytes())) <= set(schema["properties"])
