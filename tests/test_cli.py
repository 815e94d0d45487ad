"""The command line as a script or a town's IT officer uses it."""

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from evacplan.cli import main
from evacplan.domain import document
from evacplan.domain.choices import Consent
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
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
    family = _text(tmp_path / "AOM-2026-0017-family-v2.pdf")
    assert "髙橋凜々花" in family
    assert "下書き" not in family


def test_export_prints_one_edition_as_a_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(CASE_B), "--edition", "hospital", "--out", str(tmp_path)]) == 0
    (path,) = tmp_path.iterdir()
    assert capsys.readouterr().out.strip() == str(path)
    text = _text(path)
    assert "下書き" in text
    assert "﨑山糀" in text


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
        "AOM-2026-0017-family-v2.pdf",
        "AOM-2026-0017-hospital-v2.pdf",
    ]
    assert "不同意" in capsys.readouterr().err


def test_the_hospital_gets_nothing_before_the_family_agreed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = put(read_plan(CASE_A), "meeting.consent_hospital", None)
    path, out = tmp_path / "plan.json", tmp_path / "out"
    path.write_bytes(document.dumps(plan))
    assert main(["export", str(path), "--edition", "hospital", "--out", str(out)]) == 2
    assert not out.exists()
    assert "家族に伝える言葉" in capsys.readouterr().err


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


def power(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """What `evacplan power … --json` prints."""
    assert main(["power", *arguments, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


WANTED = {
    "scenario",
    "devices",
    "oxygen",
    "loads",
    "first_to_stop",
    "autonomy_h",
    "gap_wh",
    "leave_at_h",
    "leave_by_h",
    "sources_not_counted",
    "levers",
}


def test_power_tells_the_figures_of_the_case(capsys: pytest.CaptureFixture[str]) -> None:
    found = power(capsys, str(CASE_A))
    assert set(found) >= WANTED
    assert found["first_to_stop"]["id"] == "suction"
    assert found["first_to_stop"]["at_h"] == pytest.approx(62.007459, abs=1e-6)
    assert found["autonomy_h"] == pytest.approx(61.840792, abs=1e-6)
    assert found["leave_by_h"] == pytest.approx(58.790792, abs=1e-6)
    assert (found["gap_wh"], found["oxygen"], found["unknown"]) == (0, None, False)
    loads = {"now_w": 223, "minimum_w": 37, "day_wh": 2555.5, "minimum_day_wh": 1125.5, "unknown": False}
    assert found["loads"].items() >= loads.items()
    (generator,) = found["sources_not_counted"]
    assert generator["reasons"] == ["not_in_writing", "not_started_in_12_months"]
    assert found["levers"][0]["won_h"] == pytest.approx(139 - 62.007459, abs=1e-6)


@pytest.mark.parametrize("case", [CASE_A, CASE_B])
def test_the_segments_of_each_device_cover_the_horizon(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for device in power(capsys, str(case), "--horizon", "100")["devices"]:
        assert set(device) >= {"id", "name", "priority", "stops_at_h", "harm_at_h", "unknown", "segments"}
        ends = [one["to_h"] for one in device["segments"]]
        assert [one["from_h"] for one in device["segments"]] == [0, *ends[:-1]]
        assert ends[-1] == 100


def test_power_answers_for_the_circumstances_that_are_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    dinner = power(capsys, str(CASE_A), "--start", "17:30")
    assert dinner["scenario"]["start"] == "17:30"
    assert dinner["first_to_stop"]["at_h"] == pytest.approx(58.212409, abs=1e-6)
    cold = power(capsys, str(CASE_A), "--minimum", "--cold")
    assert (cold["first_to_stop"]["id"], cold["autonomy_h"]) == ("ventilator", 139)
    assert {one["id"]: one["stops_at_h"] for one in cold["devices"]}["heater"] == pytest.approx(129.348)
    alone = power(capsys, str(CASE_A), "--without", "hybrid_car", "--without", "portable", "--horizon", "24")
    assert alone["scenario"]["without"] == ["hybrid_car", "portable"]
    assert alone["autonomy_h"] == 9  # 0.75 h of an old battery at two hours a day
    assert {one["id"]: one["reasons"] for one in alone["sources_not_counted"]}["portable"] == ["left_out"]


@pytest.mark.parametrize(
    "options",
    [
        ["--start", "25:00"],
        ["--start", "x"],
        ["--horizon", "0"],
        ["--horizon", "nan"],
        ["--without", "nothing"],
    ],
)
def test_power_refuses_what_it_cannot_use(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["power", str(CASE_A), *options]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "次にすること: " in said.err


def test_power_says_unknown_and_never_a_number_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["power", str(CASE_B)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "家を出る期限：未確認（少なくとも 33.3時間）" in lines
    assert lines[0] == "条件：停電 02:00 から 168 時間、ふだんどおり使う"
    found = power(capsys, str(CASE_B))
    assert found["unknown"] is True
    assert found["unknown_figures"] == ["first_to_stop", "autonomy_h", "gap_wh", "leave_by_h"]
    assert found["autonomy_h"] is found["gap_wh"] is found["leave_by_h"] is None
    assert found["first_to_stop"] == {"id": None, "name": None, "at_h": None, "unknown": True}
    oximeter = next(one for one in found["devices"] if one["id"] == "oximeter")
    assert (oximeter["unknown"], oximeter["stops_at_h"], oximeter["harm_at_h"]) == (True, None, None)
    oxygen = found["oxygen"]
    assert (oxygen["minutes"], oxygen["factor"]) == (pytest.approx(1328.88), 0.8)
    assert oxygen["ends_at_h"] == pytest.approx(59.665919, abs=1e-6)
    assert found["reach"]["reached"] is True
    assert found["reach"]["steps"][0]["say"] == "町貸与の発電機の燃料を あと 10 L"


def test_power_needs_no_device(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.json"
    path.write_bytes(document.dumps(Plan()))
    found = power(capsys, str(path))
    assert (found["devices"], found["levers"], found["first_to_stop"]) == ([], [], None)
    assert main(["power", str(path)]) == 0
    assert "計算できません" in capsys.readouterr().out


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


@pytest.mark.parametrize(("beside", "words"), [("en", "Emergencysheet"), ("easy", "じんこうこきゅうき")])
def test_export_puts_a_second_language_beside_the_japanese(beside: str, words: str, tmp_path: Path) -> None:
    command = ["export", str(CASE_A), "--edition", "family", "--beside", beside, "--out", str(tmp_path)]
    assert main(command) == 0
    text = _text(tmp_path / f"AOM-2026-0017-family-{beside}-v2.pdf")
    assert words in text
    assert "緊急シート" in text
