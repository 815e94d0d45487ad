"""The paper with the recovery code: what it is for, how it is kept, the code; nothing of any person."""

from __future__ import annotations

from datetime import date

from evacplan.domain.wareki import format_day
from evacplan.form.view import NotesBlock, Page, SignatureBlock, Step, StepsBlock, Tile, TilesBlock, View

_TITLE = "復旧シート"
_WHAT_FOR = (
    "パスフレーズを忘れたとき、この復旧コードで evacplan の計画を開けます。",
    "この紙を手にした人は、パソコンかバックアップもあれば、すべての計画を読めます。"
    "パソコンやUSBメモリとは別の場所に、鍵をかけてしまってください。",
    "写真に撮ったり、メールで送ったり、ファイルにして置いたりしないでください。",
)
_STEPS = (
    "evacplan を開き、「パスフレーズを忘れたとき」を選びます。",
    "復旧コードの数字を、1組目から順に入れます。打ちまちがえた組は、画面が知らせます。",
    "新しいパスフレーズを決めます。復旧コードは、そのまま次も使えます。",
)


def recovery_sheet(code: str, number: int, on: date) -> View:
    """One A4 page. code: eight groups of six digits joined by hyphens. number: which sheet of this store."""
    tiles = tuple(Tile(group, f"{place}組目") for place, group in enumerate(code.split("-"), 1))
    blocks = (
        NotesBlock("この紙は何か", _WHAT_FOR),
        TilesBlock("復旧コード", tiles[:4]),
        TilesBlock("", tiles[4:]),
        StepsBlock("使うとき", tuple(Step(str(at), text) for at, text in enumerate(_STEPS, 1))),
        SignatureBlock(
            "新しい復旧シートを作ったとき",
            "復旧コードを新しくすると、この紙では今のデータを開けません。"
            "それより前のバックアップは、この紙で開けます。使わなくなったら、裁断してください。",
            ("しまった場所", "しまった日", "裁断した日"),
        ),
    )
    title = f"{_TITLE}　第{number}版"
    return View(
        edition="recovery",
        edition_title=_TITLE,
        pdf_title=f"evacplan {_TITLE}",
        plan_line=f"作った日 {format_day(on)}",
        review_line="",
        status="",
        footer="取扱注意・鍵をかけて保管",
        pages=(Page(title, "", blocks, large=True),),
    )
