"""The little Markdown of the manual."""

import pytest

from evacplan.form.markdown import (
    Heading,
    Listing,
    MarkdownError,
    Paragraph,
    Picture,
    Quote,
    Span,
    Table,
    parse,
)


def test_headings_paragraphs_and_pictures_are_told_apart() -> None:
    text = "# 名前\n\n文。\n\n## 部分\n\n![説明](images/a.png)\n"
    assert parse(text) == (
        Heading(1, "名前"),
        Paragraph((Span("文。"),)),
        Heading(2, "部分"),
        Picture("説明", "images/a.png"),
    )


def test_strong_words_keys_and_links_keep_what_stands_between_them() -> None:
    (found,) = parse("前**強い**`F4`と[次](b.md)。")
    assert found == Paragraph(
        (
            Span("前"),
            Span("強い", strong=True),
            Span("F4", key=True),
            Span("と"),
            Span("次", page="b.md"),
            Span("。"),
        )
    )


def test_lines_that_follow_each_other_are_one_list() -> None:
    assert parse("- 一\n- 二\n\n1. 三\n2. 四") == (
        Listing(((Span("一"),), (Span("二"),)), numbered=False),
        Listing(((Span("三"),), (Span("四"),)), numbered=True),
    )


def test_a_sentence_set_off_warns_when_it_begins_in_strong_words() -> None:
    said, warned = parse("> 言葉\n\n> **危険**　言葉")
    assert isinstance(said, Quote)
    assert isinstance(warned, Quote)
    assert (said.warns, warned.warns) == (False, True)


def test_a_table_has_a_head_and_rows_of_its_width() -> None:
    (table,) = parse("| 甲 | 乙 |\n|---|---|\n| 1 | **2** |")
    assert table == Table(((Span("甲"),), (Span("乙"),)), (((Span("1"),), (Span("2", strong=True),)),))


@pytest.mark.parametrize(
    "text",
    [
        "一行目\n二行目",
        "半分**だけ",
        "### 深すぎる見出し",
        "  字下げ",
        "| 甲 |\n| 乙 |",
        "| 甲 | 乙 |\n|---|---|\n| 1 |",
        "<b>HTML</b>",
        "```\n",
    ],
)
def test_what_the_manual_is_not_written_in_is_refused_by_its_line(text: str) -> None:
    with pytest.raises(MarkdownError, match=r"line \d+"):
        parse(f"# 名前\n\n{text}")
