"""Every key of the interview with what it does, in one table; menus, buttons and the help show its words.

What belongs to the whole window (papers, text size, key list) stands in `commands.py`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """One action. name: the method of the interview; keys: its shortcuts, the first one is shown."""

    name: str
    keys: tuple[str, ...]
    words: str


KEYS: dict[str, tuple[Key, ...]] = {
    "進む": (
        Key("next_missing", ("F8",), "次の未記入へ"),
        Key("previous_missing", ("Shift+F8",), "前の未記入へ"),
        Key("next_unsure", ("F9",), "次の未確認か古い確認へ"),
        Key("next_section", ("Ctrl+PgDown",), "次のページ"),
        Key("previous_section", ("Ctrl+PgUp",), "前のページ"),
        Key("find_field", ("Ctrl+F",), "項目を名前でさがす"),
        Key("toggle_folded", ("Ctrl+Shift+H",), "たたんだ項目を出す、またはたたむ"),
    ),
    "答える": (
        Key("answer_none", ("F3",), "なし"),
        Key("answer_unknown", ("F4",), "わからない"),
        Key("confirm_answer", ("F6",), "確認した"),
        Key("confirm_with_other", ("Shift+F6",), "ほかの人と確認した"),
        Key("confirm_page", ("Ctrl+F6",), "このページの答えをまとめて確認した"),
        Key("fill_from_address", ("Ctrl+Shift+A",), "住所の県の窓口を入れる"),
        Key("undo", ("Ctrl+Z",), "元に戻す"),
        Key("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "やり直す"),
    ),
    "並んだものを直す": (
        Key("add_row", ("Ctrl+Return", "Ctrl+Enter"), "1件加える"),
        Key("remove_row", ("Ctrl+Delete",), "1件取り出す"),
        Key("move_row_up", ("Alt+Up",), "前へ動かす"),
        Key("move_row_down", ("Alt+Down",), "後へ動かす"),
    ),
}

CHANGING = tuple(key.name for group in ("答える", "並んだものを直す") for key in KEYS[group])

SECTION_KEYS = tuple(f"Ctrl+{n}" for n in range(1, 10)) + tuple(f"Ctrl+Alt+{n}" for n in range(1, 10))

IN_FIELDS = (
    ("Tab ／ Shift+Tab", "次の欄、前の欄へ"),
    ("Enter", "入力を決めて次の欄へ"),
    ("← → ↑ ↓", "選択肢やカードの中を動く"),
    ("1 〜 9", "その順番の選択肢を選ぶ（長い一覧では 12 のように続けて打つ）"),
    ("Delete", "選んだ答えを空に戻す"),
    ("Ctrl+V", "写真や地図の欄に、コピーした画像を入れる"),
    ("↓", "人や会社の欄で、計画に出てくる名前の一覧を開く"),
    ("文字 と ↓", "「どの項目」の欄で、その文字を含む項目の一覧を開く"),
    ("↓", "機種の欄で、知られている機種の一覧を開く"),
    ("Ctrl+1 〜 9", "1番目から9番目のページへ"),
    ("Ctrl+Alt+1 〜 9", "10番目から18番目のページへ"),
)
