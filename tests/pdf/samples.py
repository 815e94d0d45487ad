"""Views for the tests of the paper: an emergency sheet and a page of every other kind of block."""

from __future__ import annotations

from evacplan.form.view import (
    AlertBlock,
    Answer,
    Bar,
    Block,
    Call,
    CallsBlock,
    Card,
    CardsBlock,
    ChartBlock,
    ChecklistBlock,
    Column,
    ColumnsBlock,
    Fact,
    FactsBlock,
    HeadlineBlock,
    IdentityBlock,
    LegalBlock,
    LegalItem,
    NotesBlock,
    Page,
    Segment,
    SignatureBlock,
    State,
    Step,
    StepsBlock,
    Supply,
    TableBlock,
    Tick,
    Tile,
    TilesBlock,
    View,
)

UNKNOWN = Answer("未確認", State.UNKNOWN, note="佐々木医師に聞く（12月17日まで）")
LONG = "夜間は人工呼吸器、1日30回ほどの吸引、胃ろうからの注入が必要で、自力では移動できない。"


def a_view(*pages: Page) -> View:
    return View(
        edition="family",
        edition_title="家族用",
        pdf_title="家族用　AOM-2026-0017",
        plan_line="計画 AOM-2026-0017　第2版　令和8年11月10日",
        review_line="次の見直し 令和9年11月10日",
        status="",
        footer="取扱注意・個人情報",
        pages=pages,
    )


def a_page(*blocks: Block, title: str = "医療と機器", large: bool = False, compact: bool = False) -> Page:
    return Page(title, "停電・災害のとき、まずこの1枚", blocks, large=large, compact=compact)


def a_chart() -> ChartBlock:
    device = [
        Segment(0, 4, Supply.INTERNAL, "内蔵"),
        Segment(4, 6, Supply.IDLE, ""),
        Segment(6, 18, Supply.EXTERNAL, "外部"),
        Segment(18, 40, Supply.PORTABLE, "ポータブル電源"),
        Segment(40, 67, Supply.CAR, "車"),
    ]
    bars = (
        Bar("人工呼吸器", tuple(device), stops_at_h=67.0, note="67.0時間"),
        Bar(
            "加温加湿器",
            (Segment(0, 58, Supply.GENERATOR, "発電機"), Segment(58, 59, Supply.INTERRUPTED, "")),
            59.0,
        ),
        Bar("吸引器", (Segment(0, 72, Supply.MANUAL, "足踏み式"),)),
        Bar("酸素", (Segment(0, 22.1, Supply.CYLINDER, "ボンベ 4本"),), stops_at_h=22.1, note="22.1時間"),
        Bar("パルスオキシメーター", (), unknown=True, note="未確認　電池の持続時間"),
    )
    return ChartBlock(
        "何時間もつか", bars, 72.0, 54.9, "ここまでに出発", ((0, 4), (16, 28), (40, 52), (64, 72))
    )


def an_emergency_sheet() -> Page:
    tiles = (
        Tile("人工呼吸器", "夜 21:00–6:30"),
        Tile("吸引器", "1日30回"),
        Tile("酸素", "未確認", unknown=True),
    )
    steps = (
        Step("1", "顔色・呼吸・機器の警報を見る"),
        Step("2", "加湿器 → 人工鼻に替える", "人工鼻は枕元の赤い袋"),
        Step("3", "吸引は足踏み式に替える"),
        Step("4", "停電した時刻を書く"),
        Step("5", "30分で戻らなければ右の順に電話"),
    )
    places = (
        Step("1", "青森みなと総合病院 小児病棟", "電源1500W・受入れ合意 9/1　車で28分（訓練で測定）"),
        Step("2", "福祉避難所 浪の音荘", "未確認　町が12月17日まで", unknown=True),
        Step("家", "浸水の心配がなければ自宅2階に残る", "残り3.3時間を切ったら1へ"),
    )
    carriers = (
        Step("母", "凜々花（抱っこひも）・蘇生バッグ", figure="22 kg"),
        Step("父", "呼吸器・外部バッテリー", figure="9.4 kg"),
        Step("祖母", "吸引器・足踏み吸引", figure="6 kg"),
    )
    calls = (
        Call("父 髙橋 健", "080-0000-1142"),
        Call("訪問看護ステーションしおさい", "017-000-0501", "夜 090-0000-5011"),
        Call("成田医師（主治医）", "017-000-0200", "夜 017-000-0299"),
        Call("北国レスピ", "0120-000-771", "24時間"),
        Call("受入れ病院", "未確認", "相馬が12月17日まで", unknown=True),
    )
    headline = HeadlineBlock(
        "停電から", "54時間59分", "後までに家を出る", "午前2時の停電なら", "3日目 8:59",
        ("目安。最初に止まる: 人工呼吸器 58.2時間（車があり、最小運転をしないとき）",),
    )  # fmt: skip
    return Page(
        "緊急シート",
        "停電・災害のとき、まずこの1枚",
        (
            IdentityBlock("髙橋 凜々花", "たかはし りりか", ("8歳", "女", "18.6 kg", "A型 Rh＋")),
            AlertBlock("アレルギー", "ラテックス（発赤）・卵（じんましん）　避ける: 仰向けで頭を反らすこと"),
            TilesBlock("止めてはいけないもの", tiles),
            headline,
            a_chart(),
            ColumnsBlock(
                (StepsBlock("最初の5つ", steps),), (CallsBlock("電話の順番（命の危険はまず119）", calls),)
            ),
            ColumnsBlock((StepsBlock("どこへ", places, square=True),), (StepsBlock("だれが何を", carriers),)),
        ),
        large=True,
    )


def every_other_block() -> tuple[Block, ...]:
    """A block of each kind that is not on the emergency sheet."""
    facts = (
        Fact("住所", Answer("〒030-0000 青森市浪の音三丁目14番5号", note="確認 母 11/10")),
        Fact("電話", Answer("017-000-0114", strong=True)),
        Fact("支援を必要とする理由", Answer(LONG), wide=True),
        Fact("メール", Answer("なし", State.NONE)),
        Fact("酸素なしで過ごせる時間", UNKNOWN),
        Fact("体重", Answer("18.6 kg", note="令和8年10月20日測定", strong=True)),
    )
    columns = (Column("薬"), Column("量", 0.5, numeric=True), Column("いつ"), Column("気をつけること", 2))
    drugs = (
        (Answer("クロバザム"), Answer("5 mg"), Answer("朝・夕"), Answer("胃ろうから。室温で保存する。")),
        (Answer("ジアゼパム坐剤"), Answer("6 mg"), UNKNOWN, Answer("冷所。5分以上続く発作のとき、1本。" * 3)),
        (Answer("カルボシステイン"), Answer("4 mL"), None, Answer("なし", State.NONE)),
    )
    ticks = (
        Tick("吸引カテーテル", "36本"), Tick("人工鼻", "3個", done=True), Tick("保険証の写し"),
        Tick("お薬手帳", "青いリュックの内ポケット"), Tick("毛布2枚"),
    )  # fmt: skip
    legal = (
        LegalItem("①", "氏名・生年月日・性別", True, (Answer("髙橋 凜々花　平成30年4月9日　女"),)),
        LegalItem("②", "避難支援等を必要とする事由", True, (Answer(LONG),)),
        LegalItem("③", "避難支援等実施者", False, (UNKNOWN, Answer("斎藤 ミヨ　090-0000-4021"))),
    )
    return (
        LegalBlock("法定の項目（災害対策基本法 第49条の14）", legal),
        FactsBlock("本人", facts),
        TableBlock("薬", columns, drugs, numbered=True),
        CardsBlock(
            "医療機器",
            (Card("人工呼吸器　架空メディカル VX-3", facts[1:], "優先A"), Card("吸引器", facts[:2])),
        ),
        ChecklistBlock("持出しの確認", ticks, columns=3),
        NotesBlock(
            "車でのルート", ("自宅→県道→病院 2.1 km。跨線橋の下は冠水する。", "別の道: 市道北回り 2.9 km。")
        ),
        NotesBlock(
            "お読みください",
            ("この計画は、支援が必ず受けられることを約束するものではありません。",),
            loud=True,
        ),
        SignatureBlock("同意", "この計画を作り、必要な人に渡すことに同意します。", ("日付", "署名", "続柄")),
    )
