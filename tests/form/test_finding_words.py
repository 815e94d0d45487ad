"""The words of the findings fit the findings, and a mismatch is refused by name."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from evacplan.domain.findings import KINDS, findings
from evacplan.domain.plan import Plan
from evacplan.domain.scenarios import CIRCUMSTANCES, NO_CAR, Operation, planned
from evacplan.form.finding_words import field_name, in_words, load_finding_words, row_name
from evacplan.form.load import load_form
from evacplan.form.toml_file import FormError
from tests.domain.plans import CASE_A_ON, CASE_B_ON, case_a, case_b, plans

FORMS = Path(__file__).parents[2] / "forms"
FORM = load_form(FORMS)
WORDS = load_finding_words(FORMS, FORM)
TODAY = date(2026, 11, 20)


def said(plan: Plan, today: date) -> dict[str, list[str]]:
    """Code to what is said, of every finding of a plan."""
    found: dict[str, list[str]] = {}
    for finding in findings(plan, today):
        found.setdefault(finding.code, []).append(in_words(FORM, WORDS, plan, finding).say)
    return found


def changed(tmp_path: Path, before: str, after: str) -> Path:
    """A copy of the forms folder with one text of findings.toml changed."""
    folder = tmp_path / "forms"
    shutil.copytree(FORMS, folder)
    file = folder / "findings.toml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    return folder


def test_every_code_has_its_words() -> None:
    assert set(WORDS.sentences) == {kind.code for kind in KINDS}


def test_case_a_reads_as_the_case_asks() -> None:
    found = said(case_a(), CASE_A_ON)
    assert found["battery_old"] == [
        "吸引器の内蔵電池が2年を超えています（令和6年3月1日から）。持続時間を半分にして計算しました。"
    ]
    assert found["source_not_counted"] == [
        "町会の発電機は、もつ時間に数えていません: 書面の取り決めがない・12か月以内に動かしていない。"
    ]
    assert "61.8時間" in found["autonomy_short"][0]
    assert "139.0時間" in found["autonomy_short_minimum"][0]
    assert found["supply_short"][0].startswith("吸引カテーテルが18本足りません")
    assert "28分" in found["travel_measured"][0]


def test_case_b_reads_as_the_case_asks() -> None:
    found = said(case_b(), CASE_B_ON)
    assert "パルスオキシメーター" in found["vital_figure_unknown"][0]
    assert found["source_not_counted"] == [
        "軽トラックのインバーターは、もつ時間に数えていません: 使える電力量や時間が未確認・正弦波でない。"
    ]
    assert "少なくとも22.1時間" in found["autonomy_maybe_short_minimum"][0]
    assert "母だけ" in found["bag_one_person"][0]
    assert "祖母" in found["in_training"][0]
    assert all(word in found["hospital_unconfirmed"][0] for word in ("条件", "病棟", "電力"))


@given(plans())
def test_every_finding_of_every_plan_can_be_said(plan: Plan) -> None:
    for finding in findings(plan, TODAY):
        worded = in_words(FORM, WORDS, plan, finding)
        assert worded.say
        assert worded.do
        assert "{" not in worded.say + worded.do
        assert "None" not in worded.say
        assert "_" not in worded.say.replace("zaitaku_shien", "")


def test_circumstances_and_operations_have_words() -> None:
    for circumstance in (*CIRCUMSTANCES, planned(8)):
        assert WORDS.circumstance(circumstance)
    assert WORDS.circumstance(NO_CAR) == "車がないときの停電"
    assert [WORDS.word(operation) for operation in Operation] == ["ふだんどおりの運転", "最小運転"]


def test_a_row_is_called_by_its_heading_and_a_field_by_its_label_and_its_row() -> None:
    assert row_name(FORM, case_a(), "devices.devices.ventilator") == "人工呼吸器"
    assert row_name(FORM, case_a(), "devices.devices.heater") == "FF式石油暖房機"
    assert field_name(FORM, case_a(), "devices.devices.heater.peak_w").startswith("FF式石油暖房機の「")
    assert field_name(FORM, case_a(), "oxygen.flow_rest").startswith("「")


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("[finding.no_drill]", "[finding.no_such_code]", "no_such_code"),
        ("[finding.no_drill]\nsay", "[finding.no_drill]\nhint = 'x'\nsay", "hint"),
        ("{supplier}の、24時間", "{company}の、24時間", "no_24h_phone"),
        ("{source}の出力が分かりません", "この電源の出力が分かりません", "output_unknown"),
        ("{gap:wh}", "{gap:kwh}", "gap_to_target"),
        ('no_operator              = "動かせる人がいない"', "", "no_operator"),
        ("[circumstance]\nown ", "[circumstance]\nours ", "ours"),
        ('basis = ["power K7"]', "basis = []", "load_is_rated"),
        ('basis = ["power K7"]', 'basis = ["somebody said so"]', "load_is_rated"),
        ("[words.OwnBattery]", "[words.Battery]", "Battery"),
    ],
)
def test_a_mismatch_is_refused_by_name(tmp_path: Path, before: str, after: str, named: str) -> None:
    with pytest.raises(FormError, match=named):
        load_finding_words(changed(tmp_path, before, after), FORM)


def test_a_missing_code_is_refused_by_name(tmp_path: Path) -> None:
    text = (FORMS / "findings.toml").read_text(encoding="utf-8")
    block = text[text.index("[finding.no_drill]") : text.index("[finding.devices_failed_in_drill]")]
    with pytest.raises(FormError, match="no_drill"):
        load_finding_words(changed(tmp_path, block, ""), FORM)
