"""Head and foot of every side: what this sheet is, which plan and version, how current, how many."""

from __future__ import annotations

from typing import Any

from evacplan.form.view import Page, View
from evacplan.pdf import style
from evacplan.pdf.kit import Kit
from evacplan.pdf.pen_head import pen_head
from evacplan.pdf.picture import Picture
from evacplan.pdf.stamp import draw_card_stamp, draw_stamp
from evacplan.pdf.style import MM, Ink, paint
from evacplan.pdf.text import Run, Text

FOOT_LINE = 11.5 * MM
FOOT_TOP = FOOT_LINE + 2.5 * MM
TOP = style.PAGE_H - 11 * MM
BELOW_HEAD = 3.2 * MM
ABOVE_RULE = 2 * MM
LEAD_SIZES = (10.5, 9.0)
LOGO_H, LOGO_W = 9 * MM, 34 * MM
FOOT_SIZES = (8.5, 7.0)
CONTINUED = "（続き）"
MOST_PLAN_SHARE = 0.5  # of the width, at the right of the head


class Furniture:
    """Draws the head and the foot of the sides of one edition."""

    def __init__(self, view: View, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._logo = Picture(view.logo, LOGO_H) if view.logo else None

    def head_height(self, page: Page, continued: bool) -> float:
        """Room from the top of the head to its rule."""
        left, right = self._titles(page, continued), self._plan()
        titles = max(_height(left, self._left_width(continued)), _height(right, self._right_width()))
        if self._logo is not None and not continued:
            titles = max(titles, self._logo.wrap(LOGO_W, 0)[1])
        return titles + ABOVE_RULE + self._pen_height(page)

    def _pen_height(self, page: Page) -> float:
        return float(pen_head(page.pen, self._kit, style.CONTENT_W).wrap(0, 0)[1]) if page.pen else 0.0

    @property
    def card_line(self) -> str:
        """What stands at the foot of the outer panels of a folded card."""
        view = self._view
        stamp = view.stamp.word if view.stamp is not None else ""
        lines = (stamp, view.plan_line, f"{view.review_line}　{view.status}", view.copy_line)
        return "\n".join(filter(None, lines))

    def draw_stamp(self, canvas: Any, *, folded: bool) -> None:
        """What says that the paper is no real one, below everything else; nothing on a real one."""
        if self._view.stamp is not None:
            (draw_card_stamp if folded else draw_stamp)(canvas, self._view.stamp, self._kit)

    def draw(self, canvas: Any, page: Page, continued: bool, number: int, total: int) -> None:
        height = self.head_height(page, continued)
        rule = TOP - height
        titles = rule + ABOVE_RULE + self._pen_height(page)
        if self._logo is not None and not continued:
            self._logo.wrap(LOGO_W, 0)
            self._logo.drawOn(canvas, style.MARGIN, titles)
        left = style.MARGIN + self._logo_width(continued)
        _place_on(canvas, self._titles(page, continued), left, titles, self._left_width(continued))
        right = style.PAGE_W - style.MARGIN - self._right_width()
        _place_on(canvas, self._plan(), right, titles, self._right_width())
        if page.pen:
            line = pen_head(page.pen, self._kit, style.CONTENT_W)
            line.wrap(style.CONTENT_W, 0)
            line.drawOn(canvas, style.MARGIN, rule + ABOVE_RULE)
        canvas.setStrokeColor(paint(style.TEAL))
        canvas.setLineWidth(style.RULE)
        canvas.line(style.MARGIN, rule, style.PAGE_W - style.MARGIN, rule)
        self._draw_foot(canvas, number, total)

    def _logo_width(self, continued: bool) -> float:
        """The room that the logo takes at the left of the first side of a page."""
        if self._logo is None or continued:
            return 0.0
        self._logo.wrap(LOGO_W, 0)
        return float(self._logo.drawn_width + style.GUTTER)

    def _left_width(self, continued: bool) -> float:
        return float(style.CONTENT_W - self._right_width() - style.GUTTER - self._logo_width(continued))

    def _right_width(self) -> float:
        return float(min(self._plan().natural_width + 1, style.CONTENT_W * MOST_PLAN_SHARE))

    def _titles(self, page: Page, continued: bool) -> Text:
        size = 20.0 if not continued else 15.0
        runs = [Run(page.title, Ink(size, bold=True, color=style.TEAL))]
        if continued:
            runs.append(Run(CONTINUED, Ink(10.5, color=style.GREY)))
        elif page.lead:
            for size in LEAD_SIZES:
                lead = Run("　" + page.lead, Ink(size, color=style.GREY))
                if Text([*runs, lead], self._kit.fonts).natural_width <= self._left_width(continued):
                    break
            else:
                lead = Run("\n" + page.lead, Ink(LEAD_SIZES[0], color=style.GREY))
            runs.append(lead)
        return Text(runs, self._kit.fonts, leading=1.2)

    def _plan(self) -> Text:
        view = self._view
        runs = [Run(view.plan_line, Ink(9, color=style.GREY))]
        if view.review_line:
            runs.append(Run("\n" + view.review_line, Ink(9, bold=True)))
        if view.status:
            runs.append(Run("　", Ink(9)))
            runs.append(Run(view.status, Ink(10.5, bold=True, color=style.RED), framed=True))
        return Text(runs, self._kit.fonts, align="right", leading=1.4)

    def _draw_foot(self, canvas: Any, number: int, total: int) -> None:
        canvas.setStrokeColor(paint(style.LINE))
        canvas.setLineWidth(style.HAIRLINE)
        canvas.line(style.MARGIN, FOOT_LINE, style.PAGE_W - style.MARGIN, FOOT_LINE)
        view, small = self._view, Ink(8.5, color=style.GREY)
        right = Text(
            [Run(f"{view.edition_title}　", small), Run(f"{number} / {total}", Ink(9, bold=True))],
            self._kit.fonts,
            align="right",
        )
        right_w = right.natural_width + 2
        left_w = style.CONTENT_W - right_w - 3 * MM
        ways = [(FOOT_SIZES[0], True), *((size, bool(view.copy_line)) for size in FOOT_SIZES)]
        tried = [self._foot_words(size, plan) for size, plan in ways]
        left = next((text for text in tried if text.natural_width <= left_w), tried[-1])
        _place_below(canvas, left, style.MARGIN, left_w)
        _place_below(canvas, right, style.PAGE_W - style.MARGIN - right_w, right_w)

    def _foot_words(self, size: float, plan: bool) -> Text:
        """The warning, and with `plan` the plan's line, which the head has too; a copy has its own line."""
        runs = [Run(self._view.footer, Ink(size, bold=True))]
        copy = self._view.copy_line
        if plan:
            runs.append(
                Run(f"　{copy or self._view.plan_line}", Ink(size, bold=bool(copy), color=style.GREY))
            )
        return Text(runs, self._kit.fonts, leading=1.25)


def body_top(furniture: Furniture, page: Page, continued: bool = False) -> float:
    """Where the body of a side begins, in points from the bottom of the paper."""
    return float(TOP - furniture.head_height(page, continued) - BELOW_HEAD)


def _height(text: Text, width: float) -> float:
    return text.wrap(width, 0)[1]


def _place_on(canvas: Any, text: Text, x: float, y: float, width: float) -> None:
    text.wrap(width, 0)
    text.drawOn(canvas, x, y)


def _place_below(canvas: Any, text: Text, x: float, width: float) -> None:
    _, height = text.wrap(width, 0)
    text.drawOn(canvas, x, FOOT_LINE - height - 1)
