"""The advice on paper: levers, ladder, who carries what, for any plan, and only where it may stand."""

from datetime import date

import pytest
from hypothesis import given

from evacplan.domain.figures import figures
from evacplan.domain.measures import MeasureKind
from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.form.advice import AdviceWords, lever_teller, load_advice_words, with_advice
from evacplan.form.edition import build_view
from evacplan.form.figure_words import Teller
from evacplan.form.paper_figures import PaperFigures
from evacplan.form.spec import Edition
from evacplan.form.view import State, StepsBlock, TableBlock
from tests.builders import FORMS, a_plan, few, words
from tests.domain.plans import case_a, case_b, plans
from tests.form.marked import texts_of

TODAY = date(2026, 11, 20)
ADVICE: AdviceWords = load_advice_words(FORMS)


def teller(plan: Plan) -> Teller:
    shipped = words()
    found = figures(plan, TODAY)
    return Teller(shipped.form, shipped.sentences, shipped.figure_words, shipped.finding_words, plan, found)


def advice(plan: Plan) -> PaperFigures:
    """What the paper says about a plan, the advice alone."""
    return with_advice(ADVICE, teller(plan), PaperFigures(), TODAY)


def rows(table: TableBlock | None) -> list[list[str]]:
    """The cells of a table as texts with their notes."""
    assert table is not None
    return [
        ["" if cell is None else f"{cell.text} {cell.note}".strip() for cell in row] for row in table.rows
    ]


def printed(plan: Plan, edition: Edition) -> str:
    """Every text of an edition with the advice."""
    view = build_view(words(), plan, edition, today=TODAY, figures=advice(plan))
    return "\n".join(texts_of(view))


def carried(plan: Plan) -> Plan:
    """Case A once it is decided who carries what."""
    for key, kg in (("ventilator", 4.8), ("humidifier", 1.2), ("suction", 2.5)):
        plan = put(
            put(plan, f"devices.devices.{key}.weight_kg", kg), f"devices.devices.{key}.carrier", "@father"
        )
    for key in ("oximeter", "feeding_pump"):
        plan = put(
            put(plan, f"devices.devices.{key}.weight_kg", 1), f"devices.devices.{key}.carrier", "@kidachi"
        )
    return put(plan, "destination.child_carrier", "@mother")


def test_the_levers_of_case_b_name_the_fuel_and_reach_the_target() -> None:
    found = advice(case_b())
    first = rows(found.levers)[0]
    assert first[0].startswith("町貸与の発電機の燃料を あと 10 L")
    assert first[1:] == ["＋34.0時間", "携帯用吸引器　71.8時間"]
    said = "".join(found.lever_notes)
    assert (
        "目標の 72 時間に届かせるには、「最初の5つ」の切り替えに加えて：町貸与の発電機の燃料を あと 10 L"
        in said
    )
    assert "少なくとも" in said
    assert "まだ未確認：パルスオキシメーター" in said


def test_a_target_out_of_reach_is_said_to_be_so() -> None:
    said = "".join(advice(put(case_b(), "power_needs.target_h", 160)).lever_notes)
    assert "目標の 160 時間には、ここにある方法を合わせても届きません" in said


def test_the_ladder_of_case_a_has_its_own_hours() -> None:
    found = rows(advice(case_a()).ladder)
    assert found[4][:2] == ["69時間30分 02:00なら 2日後 23:30", "残りが半分"]
    assert found[5][:2] == ["135時間47分 02:00なら 5日後 17:47", "残り 3.3時間"]
    assert "人工鼻" in found[1][2]
    assert "61.8時間で、目標の 72時間に届かない" in found[-1][2]


def test_the_ladder_of_case_b_says_unknown_with_its_bound() -> None:
    table = advice(case_b()).ladder
    assert table is not None
    cells = [row[0] for row in table.rows]
    unknown = [(cell.text, cell.note) for cell in cells if cell is not None and cell.state is State.UNKNOWN]
    assert unknown == [("未確認", "少なくとも 19.2時間"), ("未確認", "少なくとも 34.0時間")]


def test_the_emergency_sheet_tells_the_ladder_in_one_line() -> None:
    headline = with_advice(ADVICE, teller(case_a()), teller(case_a()).paper(), TODAY).headline
    assert headline is not None
    assert headline.steps.endswith("69時間30分 残り半分・次の電源を確認 → 135時間47分 出発")
    unknown = with_advice(ADVICE, teller(case_b()), teller(case_b()).paper(), TODAY).headline
    assert unknown is not None
    assert unknown.steps.endswith("未確認 出発")


def test_who_carries_what_stands_on_the_emergency_sheet_once_it_is_decided() -> None:
    def sheet(plan: Plan) -> tuple[object, ...]:
        page = build_view(words(), plan, Edition.FAMILY, today=TODAY, figures=advice(plan)).pages[0]
        return page.blocks

    def titles(plan: Plan) -> list[str]:
        found = [block for both in sheet(plan) for block in getattr(both, "right", ())]
        return [block.title for block in found if isinstance(block, StepsBlock)]

    assert titles(case_a()) == []
    assert titles(carried(case_a())) == ["だれが何を（3人で2往復）"]


@pytest.mark.parametrize("edition", [Edition.FAMILY, Edition.MUNICIPALITY])
def test_family_and_municipality_read_who_carries_what(edition: Edition) -> None:
    assert "だれが何を（3人で2往復、約18分）" in printed(carried(case_a()), edition)


def test_the_hospital_reads_nothing_of_it() -> None:
    found = printed(carried(case_a()), Edition.HOSPITAL)
    assert not any(word in found for word in ("だれが何を", "もっと長くもたせるには", "停電の段取り"))


def test_what_the_family_hides_is_in_no_line_of_it() -> None:
    plan = carried(case_a())
    hidden = {"key": "h", "field": "devices.devices.carrier", "edition": "municipality"}
    secret = put(plan, "distribution.hidden", [hidden])
    assert "父：人工呼吸器" in printed(plan, Edition.MUNICIPALITY)
    assert "父：人工呼吸器" not in printed(secret, Edition.MUNICIPALITY)


def test_too_much_for_one_person_too_few_places_and_seats_are_said() -> None:
    leaving = advice(case_b()).leaving
    assert leaving is not None
    said = " ".join(warning.text for warning in leaving.warnings)
    assert "祖父が持つ祖父のリュックは11 kg" in said
    assert "家族は3人までですが、行くのは4人です" in said
    assert "座席は4人分ですが、乗るのは本人も入れて5人です" in said


def test_longer_trips_than_entered_are_said() -> None:
    bottles = {"key": "b", "count": 4, "weight_kg": 12, "carrier": "@m"}
    mother = {"key": "m", "relation": "母", "age": 39}
    plan = a_plan(
        child={"household": [mother]}, oxygen={"cylinders": [bottles]}, triggers={"loading_min": 20}
    )
    leaving = advice(plan).leaving
    assert leaving is not None
    assert any("出発の期限は45分で計算しました" in warning.text for warning in leaving.warnings)


def test_every_measure_has_its_words() -> None:
    for kind in MeasureKind:
        assert ADVICE.levers.measure[kind]
        assert kind in ADVICE.levers.note


@few
@given(plans())
def test_any_plan_is_advised_in_whole_sentences(plan: Plan) -> None:
    found = advice(plan)
    told = [cell for table in (found.levers, found.ladder) if table for row in rows(table) for cell in row]
    told += found.lever_notes
    if found.leaving is not None:
        told += [found.leaving.title, *found.leaving.notes]
    assert not any("{" in text or "None" in text for text in told)


@few
@given(plans())
def test_the_levers_follow_the_scenario_that_is_asked_for(plan: Plan) -> None:
    asked = lever_teller(ADVICE, teller(plan))
    assert asked.scenario == asked.teller.figures.asked


def test_the_bound_below_an_unknown_time_to_leave_is_one_of_leaving() -> None:
    headline = teller(case_b()).headline()
    assert not headline.known
    assert any("停電から 34.0時間後まで" in note and "38.5時間" in note for note in headline.notes)
    no_way = teller(put(case_b(), "triggers.travel_map_min", None)).headline()
    assert not any("時間後まで" in note for note in no_way.notes), "no time to leave is known at all"
    assert any("最初に止まるのはパルスオキシメーター　38.5時間" in note for note in no_way.notes)
