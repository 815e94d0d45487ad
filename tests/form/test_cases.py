"""Both cases on paper: what must not stand in an edition does not, what must be exact is exact.

The lists are the tables 「載せてはいけないもの」 of the cases' notes.
"""

import re
from datetime import date
from functools import cache

import pytest

from evacplan.form.edition import build_view
from evacplan.form.spec import Edition
from evacplan.form.view import LegalBlock, View
from evacplan.press import Press
from tests.builders import FONTS, FORMS, a_case, words
from tests.pdf.paper import page_texts

DAYS = {"case-a": date(2026, 11, 10), "case-b": date(2026, 11, 12)}
FAMILY, MUNICIPALITY, HOSPITAL = Edition.FAMILY, Edition.MUNICIPALITY, Edition.HOSPITAL


@cache
def press() -> Press:
    return Press(FORMS, FONTS)


@cache
def pages(case: str, edition: Edition) -> tuple[str, ...]:
    """The text of each page of a case's PDF, without blanks and line ends."""
    return tuple(page_texts(press().print(a_case(case), edition, DAYS[case])))


def view(case: str, edition: Edition) -> View:
    plan, today = a_case(case), DAYS[case]
    return build_view(words(), plan, edition, today=today, figures=press().figures(plan, today))


FORBIDDEN: dict[tuple[str, Edition], dict[str, list[str]]] = {
    ("case-a", MUNICIPALITY): {
        "受給者番号・公費負担者番号・保険の記号番号": ["0200999", "52029999", "12345", "架空協会"],
        "薬の一覧": ["クロバザム", "カルボシステイン", "ジアゼパム", "坐剤"],
        "呼吸器の設定値": ["PC-A/C", "IPAP", "EPAP", "室内気", "呼気弁", "VX-3", "VX3-00881"],
        "機器の実測W・最大W": [rf"(?<![\d,.]){watts}W" for watts in (31, 100, 6, 9, 30, 14, 45, 170, 380)],
        "弟のぜん息": ["ぜん息"],
        "171": [r"(?<!\d)171(?!\d)", "竹内"],
        "父母の勤務先": ["八甲町", "倉庫", "会社員"],
        "病院の患者番号": ["90-1234"],
        "診断名": ["ミオパチー", "慢性呼吸不全", "てんかん"],
        "警察の提供先": ["警察"],
        "鍵の置き場所": ["鍵"],
        "カニューレの寸法": [r"4\.5mm", "カフ"],
    },
    ("case-a", HOSPITAL): {
        "木立・斎藤の住所": ["浪の音三丁目2番1号", "浪の音二丁目8番3号"],
        "家の間取り・寝室の位置": ["居間", "和室", "寝室", "木造"],
        "弟のぜん息": ["ぜん息"],
        "171": [r"(?<!\d)171(?!\d)", "竹内"],
        "精神の手帳": ["精神"],
        "提供同意の一覧のうち近隣分": ["診断名を除く", "社会福祉協議会", "警察"],
        "支援者の氏名と電話以外": ["自主防災", "町会長、", "令和8年6月20日", "安否", "見守り"],
        "訓練のきょうだいの問題": ["弟2人", "弟は斎藤"],
        "積む順": ["積む順", "きょうだいの袋"],
        "補助の申請": ["日常生活用具", "蓄電池"],
    },
    ("case-b", MUNICIPALITY): {
        "受給者番号・公費・国保の番号": ["0300777", "52039999", "0027"],
        "薬の名前と量": ["シルデナフィル", "フロセミド", "鉄剤"],
        "実測W": [rf"(?<![\d,.]){watts}W" for watts in (118, 8, 38, 5, 50)],
        "171の暗証番号": ["4649", r"(?<!\d)171(?!\d)"],
        "診断名": ["慢性肺疾患", "肺高血圧", "未熟性"],
        "患者番号": ["55-0081"],
        "父の赴任先": ["仙台", "赴任"],
        "祖父の膝": ["膝"],
        "医療の細かな値": ["SpO2", "6Fr", "8Fr", "45cm", "20kPa", "36.7"],
    },
    ("case-b", HOSPITAL): {
        "支援者の住所": ["下沢5", "中沢11"],
        "町内会長の携帯以外の近隣情報": ["除雪・搬送", "雪ノ下公民館"],
        "屋根・寝室": ["屋根", "雪下ろし", "寝室", "6畳"],
        "171": ["4649", r"(?<!\d)171(?!\d)"],
        "灯油の量": ["灯油"],
        "軽トラックの話": ["軽トラック"],
        "家族の同意書の中身": ["平常時の提供", "不同意"],
        "発電機の鍵の場所": ["鍵"],
    },
}
WHERE = [(case, edition, what) for (case, edition), table in FORBIDDEN.items() for what in table]


@pytest.mark.parametrize(("case", "edition", "what"), WHERE)
def test_what_must_not_stand_in_an_edition_is_nowhere_on_its_paper(
    case: str, edition: Edition, what: str
) -> None:
    text = "".join(pages(case, edition))
    found = [pattern for pattern in FORBIDDEN[case, edition][what] if re.search(pattern, text)]

    assert found == []


def test_what_is_forbidden_elsewhere_stands_in_the_family_edition() -> None:
    """The lists above would pass on an empty paper; most of their words are on the family's."""
    for case in DAYS:
        family = "".join(pages(case, FAMILY))
        words_of = [
            word
            for (name, _), table in FORBIDDEN.items()
            if name == case
            for row in table.values()
            for word in row
        ]
        assert sum(bool(re.search(word, family)) for word in words_of) > len(words_of) * 0.6


NAMES = {
    "case-a": ["髙橋凜々花", "山﨑ハツ", "髙橋健"],
    "case-b": ["﨑山糀"],
}


@pytest.mark.parametrize("case", DAYS)
@pytest.mark.parametrize("edition", Edition)
def test_names_are_exact_in_every_edition(case: str, edition: Edition) -> None:
    text = "".join(pages(case, edition))

    assert NAMES[case][0] in text
    assert "〓" not in text
    assert "\ufffd" not in text


@pytest.mark.parametrize("edition", [FAMILY, HOSPITAL])
def test_the_spelling_for_old_machines_stays_with_the_municipality(edition: Edition) -> None:
    assert not re.search("高橋|凛", "".join(pages("case-a", edition)))
    assert "崎" not in "".join(pages("case-b", edition))


def test_the_municipality_may_read_the_spelling_for_old_machines() -> None:
    assert "高橋凛々花" in "".join(pages("case-a", MUNICIPALITY))
    assert "崎山糀" in "".join(pages("case-b", MUNICIPALITY))


def test_the_officer_keeps_his_rare_name() -> None:
    family = "".join(pages("case-a", FAMILY))

    assert "對馬" in family
    assert "対馬" not in family


@pytest.mark.parametrize("case", DAYS)
def test_every_item_of_the_act_is_met_on_the_front_of_the_municipality_edition(case: str) -> None:
    blocks = [block for page in view(case, MUNICIPALITY).pages[:1] for block in page.blocks]
    (legal,) = (block for block in blocks if isinstance(block, LegalBlock))

    assert [item.label for item in legal.items if not item.met] == []
    assert len(legal.items) == 10
    assert all(item.answers for item in legal.items)
    assert all(item.number in pages(case, MUNICIPALITY)[0] for item in legal.items)


@pytest.mark.parametrize("case", DAYS)
@pytest.mark.parametrize("edition", [MUNICIPALITY, HOSPITAL])
def test_two_sides_are_enough(case: str, edition: Edition) -> None:
    assert len(pages(case, edition)) <= 2


@pytest.mark.parametrize("edition", Edition)
def test_every_side_says_whose_it_is_not_and_which_version(edition: Edition) -> None:
    for number, text in enumerate(pages("case-a", edition), 1):
        assert "取扱注意・個人情報" in text
        assert "AOM-2026-0017" in text
        assert "第2版" in text
        assert f"{number}/{len(pages('case-a', edition))}" in text


def test_what_nobody_knows_is_never_printed_as_none_or_zero() -> None:
    hospital = "".join(pages("case-b", HOSPITAL))

    assert hospital.count("未確認") >= 4
    assert not re.search("パルスオキシメーター[^。]{0,12}(なし|0時間)", hospital)
    assert "未確認" in "".join(pages("case-b", FAMILY)[:1])
