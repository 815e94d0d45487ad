"""A page of the manual as the rich text that Qt draws, in the colours and the size of the app."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from evacplan.form.markdown import Heading, Listing, Node, Paragraph, Picture, Quote, Span, Spans, Table
from evacplan.ui.theme import Colours

_HEADING, _TITLE = 1.2, 1.6  # of the body size
_PADDING = 0.5


def html_of(nodes: Iterable[Node], colours: Colours, px: int) -> str:
    """The rich text of a page. px: the size of its body."""
    return "".join(_html(node, colours, px) for node in nodes)


def sheet(colours: Colours, px: int) -> str:
    """The style sheet of all pages, in what Qt knows of CSS."""
    room = round(px * 0.55)
    return f"""
    p {{ line-height: 150%; margin: {room}px 0; }}
    li {{ line-height: 150%; margin: 3px 0; }}
    h1 {{ color: {colours.teal}; font-size: {round(px * _TITLE)}px; margin: 0 0 {room}px 0; }}
    h2 {{ color: {colours.teal}; font-size: {round(px * _HEADING)}px; margin: {2 * room}px 0 {room}px 0; }}
    ul, ol {{ margin: {room}px 0; -qt-list-indent: 0; margin-left: {round(px * 1.4)}px; }}
    td, th {{ line-height: 140%; }}
    a {{ color: {colours.teal}; }}
    .small {{ color: {colours.grey}; font-size: {round(px * 0.87)}px; }}
    """


def _html(node: Node, colours: Colours, px: int) -> str:
    match node:
        case Heading(level, text):
            return f"<h{level}>{escape(text)}</h{level}>"
        case Paragraph(spans):
            return f"<p>{_line(spans)}</p>"
        case Listing(lines, numbered):
            kind = "ol" if numbered else "ul"
            return f"<{kind}>{''.join(f'<li>{_line(spans)}</li>' for spans in lines)}</{kind}>"
        case Picture(words, file):
            return f'<p><img src="{escape(file)}"><br><span class="small">{escape(words)}</span></p>'
        case Quote(paragraphs):
            ground = colours.red_tint if node.warns else colours.tint
            said = "".join(f"<p>{_line(spans)}</p>" for spans in paragraphs)
            shape = f'width="100%" bgcolor="{ground}" cellpadding="{round(px * _PADDING)}"'
            return f"<table {shape}><tr><td>{said}</td></tr></table>"
        case Table():
            return _table(node, colours, px)


def _table(table: Table, colours: Colours, px: int) -> str:
    """The ground shows as lines between the cells; Qt leaves out borders of its own when it scrolls."""
    rows = [_row(row, "td", colours) for row in table.rows]
    if any(table.head):
        rows.insert(0, _row(table.head, "th", colours))
    shape = f'bgcolor="{colours.line}" cellspacing="1" cellpadding="{round(px * _PADDING)}"'
    return f"<table {shape}>{''.join(rows)}</table>"


def _row(cells: Iterable[Spans], kind: str, colours: Colours) -> str:
    shape = f'bgcolor="{colours.card}"' + (' align="left"' if kind == "th" else "")
    return f"<tr>{''.join(f'<{kind} {shape}>{_line(spans)}</{kind}>' for spans in cells)}</tr>"


def _line(spans: Spans) -> str:
    return "".join(map(_words, spans))


def _words(span: Span) -> str:
    text = escape(span.text)
    if span.page:
        return f'<a href="{escape(span.page)}">{text}</a>'
    return f"<b>{text}</b>" if span.strong or span.key else text
