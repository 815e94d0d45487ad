"""The run-down: hours across, a bar for each device, a cross where it stops, a line where they must leave."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from evacplan.form.hours import HourScale
from evacplan.form.supply_look import LOOKS
from evacplan.form.view import Bar, ChartBlock, Segment, Supply
from evacplan.pdf import style
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Frame, Item, Row, Stack, draw_frame
from evacplan.pdf.patterns import draw_supply
from evacplan.pdf.style import MM, Ink, paint
from evacplan.pdf.text import Text

BARS_PER_CHART = 24
NIGHT = "#E6E9EC"
HOURS = "時間"
TICK_GAP = 9 * MM
CROSS = 2 * MM
SAMPLE_GAP = 4 * MM


def chart_block(block: ChartBlock, kit: Kit, width: float) -> Flowable:
    """The chart under its title, in parts where there are very many bars, and what the patterns mean."""
    starts = range(0, len(block.bars), BARS_PER_CHART)
    charts = [Chart(block, block.bars[start : start + BARS_PER_CHART], kit, width) for start in starts]
    written = {supply for chart in charts for supply in chart.written(width)}
    legend = _legend(block, kit, written)
    items = [Item(chart, 3 * MM) for chart in charts]
    title = kit.heading(block.title)
    if legend and title.natural_width + legend.natural_width + style.GUTTER <= width:
        widths = [width - legend.natural_width, legend.natural_width]
        head = Item(Row([title, legend], widths, middle=True), keep_next=True)
        return Stack([head, *items])
    return kit.titled(block.title, [*items, *([Item(legend, 1.5 * MM)] if legend else [])], gap=0.5 * MM)


class Chart(Flowable):  # type: ignore[misc]
    """Bars on a common scale of hours."""

    def __init__(self, block: ChartBlock, bars: Sequence[Bar], kit: Kit, width: float) -> None:
        super().__init__()
        self._block = block
        self._bars = bars
        self._kit = kit
        size = min(kit.scale.body, 12.0)
        self._labels = [kit.text(bar.label, Ink(size)) for bar in bars]
        widest = max((label.natural_width for label in self._labels), default=0.0)
        self._left = min(max(widest + 3 * MM, 20 * MM), width * 0.27)
        self._bar_h = size * 1.12
        self._heights = [self._row_height(label) for label in self._labels]
        self._sky = 3 * MM if block.night else 0.0
        flag = block.leave_by_h is not None and block.leave_by_label
        self._foot = self._sky + (kit.scale.small * 1.55 + 1.0 if flag else 1.0 * MM)
        self._head = kit.scale.small * 1.5

    def _row_height(self, label: Text) -> float:
        _, height = label.wrap(self._left - 2 * MM, 0)
        return max(height, self._bar_h + self._kit.scale.row * 2.2)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self.height = self._head + sum(self._heights) + self._foot
        self._hours = HourScale(self._block.until_h, width - self._left - 1)
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def written(self, width: float) -> set[Supply]:
        """The supplies whose word stands on some bar."""
        self.wrap(width, 0)
        segments = (segment for bar in self._bars if not bar.unknown for segment in bar.segments)
        return {segment.supply for segment in segments if self._has_room(segment)}

    def _has_room(self, segment: Segment) -> bool:
        if segment.supply not in LOOKS or not segment.label:
            return False
        room = self._x(segment.end_h) - self._x(segment.start_h)
        return room >= _label_text(segment, self._kit).natural_width + 3 * MM

    def _x(self, hour: float) -> float:
        return self._left + self._hours.x(hour)

    def draw(self) -> None:
        bottom, top = self._foot, float(self.height) - self._head
        self._draw_nights(bottom, top)
        self._draw_grid(bottom, top)
        for bar, label, height in zip(self._bars, self._labels, self._heights, strict=True):
            self._draw_row(bar, label, top, height)
            top -= height
        self._draw_leave_by(bottom, float(self.height) - self._head)

    def _draw_nights(self, bottom: float, top: float) -> None:
        """Grey bands for the hours of night, each with a small moon."""
        for start_h, end_h in self._block.night:
            left, right = self._x(start_h), self._x(end_h)
            self.canv.setFillColor(paint(NIGHT))
            self.canv.rect(left, bottom - self._sky, right - left, top - bottom + self._sky, stroke=0, fill=1)
            if right - left > 4 * MM:
                self._draw_moon((left + right) / 2, bottom - self._sky / 2)

    def _draw_moon(self, x: float, y: float) -> None:
        self.canv.setFillColor(paint(style.GREY))
        self.canv.circle(x, y, 2.4, stroke=0, fill=1)
        self.canv.setFillColor(paint(NIGHT))
        self.canv.circle(x + 1.2, y + 0.6, 2.0, stroke=0, fill=1)

    def _draw_grid(self, bottom: float, top: float) -> None:
        self.canv.setStrokeColor(paint(style.LINE))
        self.canv.setLineWidth(style.HAIRLINE)
        ticks = self._hours.ticks(TICK_GAP)
        for hour in ticks:
            x = self._x(hour)
            self.canv.line(x, bottom, x, top)
            self._put(f"{hour:g}", x, top + 2, self._kit.scale.label)
        self._put(
            HOURS, self._left - 6 * MM, top + 2, self._kit.scale.label.with_size(self._kit.scale.small - 1)
        )

    def _put(self, words: str, center: float, y: float, ink: Ink) -> None:
        text = self._kit.text(words, ink)
        wide = text.natural_width
        _, height = text.wrap(wide + 1, 0)
        x = min(max(center - wide / 2, 0.0), self.width - wide)
        text.drawOn(self.canv, x, y - (height - ink.size) / 2)

    def _draw_row(self, bar: Bar, label: Text, top: float, height: float) -> None:
        label.drawOn(self.canv, 0, top - (height + label.height) / 2)
        y = top - (height + self._bar_h) / 2
        if bar.unknown:
            self._draw_unknown(bar, y)
        else:
            self._draw_bar(bar, y)

    def _draw_unknown(self, bar: Bar, y: float) -> None:
        frame = Frame(edge=style.AMBER, edge_width=1.2, radius=1.5, dashed=True)
        left, right = self._x(0), self._x(self._block.until_h)
        draw_frame(self.canv, (left, y, right - left, self._bar_h), frame)
        ink = Ink(self._kit.scale.small + 0.5, bold=True, color=style.AMBER)
        self._beside(bar.note, (right, left + 2 * MM), y, ink)

    def _draw_bar(self, bar: Bar, y: float) -> None:
        labelled: set[Supply] = set()
        for segment in bar.segments:
            left, right = self._x(segment.start_h), self._x(segment.end_h)
            if right > left:
                draw_supply(self.canv, (left, y, right - left, self._bar_h), segment.supply)
                self._draw_label(segment, left, y, labelled)
        end = max((self._x(segment.end_h) for segment in bar.segments), default=self._x(0))
        cross = CROSS if bar.stops_at_h is not None else 0.0
        if bar.stops_at_h is not None:
            end = self._x(bar.stops_at_h)
            self._draw_cross(end, y + self._bar_h / 2)
        self._beside(bar.note, (end - cross, end + cross), y, Ink(self._kit.scale.small, bold=True))

    def _draw_label(self, segment: Segment, left: float, y: float, labelled: set[Supply]) -> None:
        """The word of the supply on a white ground, once per bar, where the segment is wide enough."""
        if segment.supply in labelled or not self._has_room(segment):
            return
        labelled.add(segment.supply)
        self._chip(_label_text(segment, self._kit), left + 1.2 * MM, y + self._bar_h / 2)

    def _chip(self, text: Text, x: float, middle: float) -> None:
        wide = text.natural_width
        _, height = text.wrap(wide + 1, 0)
        self.canv.setFillColor(paint(style.WHITE))
        self.canv.rect(x, middle - self._bar_h / 2 + 1.4, wide + 4, self._bar_h - 2.8, stroke=0, fill=1)
        text.drawOn(self.canv, x + 2, middle - height / 2)

    def _draw_cross(self, x: float, y: float) -> None:
        arm = CROSS * 0.75
        self.canv.saveState()
        self.canv.setStrokeColor(paint(style.RED))
        self.canv.setLineWidth(2.2)
        self.canv.line(x - arm, y - arm, x + arm, y + arm)
        self.canv.line(x - arm, y + arm, x + arm, y - arm)
        self.canv.restoreState()

    def _beside(self, note: str, ends: tuple[float, float], y: float, ink: Ink) -> None:
        """A note on white at the right of a bar's end, or at its left where there is no room."""
        if not note:
            return
        text = self._kit.text(note, ink)
        wide = text.natural_width + 4
        fits = ends[1] + wide <= self._x(self._block.until_h)
        self._chip(text, ends[1] if fits else ends[0] - wide, y + self._bar_h / 2)

    def _draw_leave_by(self, bottom: float, top: float) -> None:
        hour = self._block.leave_by_h
        if hour is None:
            return
        x = self._x(hour)
        self.canv.saveState()
        self.canv.setStrokeColor(paint(style.RED))
        self.canv.setLineWidth(1.6)
        self.canv.setDash(4, 2)
        self.canv.line(x, bottom - self._sky, x, top)
        self.canv.restoreState()
        if self._block.leave_by_label:
            self._draw_flag(x, bottom - self._sky)

    def _draw_flag(self, x: float, bottom: float) -> None:
        ink = Ink(self._kit.scale.small, bold=True, color=style.WHITE)
        text = self._kit.text(self._block.leave_by_label, ink)
        wide = text.natural_width + 8
        left = min(max(x - wide / 2, self._left), self.width - wide)
        high = ink.size * 1.55
        draw_frame(self.canv, (left, bottom - high, wide, high), Frame(fill=style.RED, radius=2))
        _, height = text.wrap(wide, 0)
        text.drawOn(self.canv, left + 4, bottom - high / 2 - height / 2)


def _label_text(segment: Segment, kit: Kit) -> Text:
    return kit.text(segment.label, Ink(kit.scale.small - 0.5, bold=True))


def _legend(block: ChartBlock, kit: Kit, written: set[Supply]) -> _Flow | None:
    """One sample with its word for each supply whose word stands on no bar; None when all do."""
    words: dict[Supply, str] = {}
    for bar in block.bars:
        for segment in bar.segments:
            if segment.supply in LOOKS and segment.label and segment.supply not in written:
                words.setdefault(segment.supply, segment.label)
    if not words:
        return None
    cells = [_Sample(supply, kit.text(word, kit.scale.label)) for supply, word in words.items()]
    return _Flow(cells)


class _Sample(Flowable):  # type: ignore[misc]
    """A small piece of a pattern and its word."""

    def __init__(self, supply: Supply, word: Text) -> None:
        super().__init__()
        self._supply = supply
        self._word = word
        self.natural_width = 8.5 * MM + word.natural_width

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width = width
        self.height = self._word.wrap(width - 8 * MM, 0)[1]
        return width, self.height

    def draw(self) -> None:
        draw_supply(self.canv, (0.5, self.height / 2 - 3.5, 6.4 * MM, 7), self._supply)
        self._word.drawOn(self.canv, 8 * MM, 0)


class _Flow(Flowable):  # type: ignore[misc]
    """Samples one after the other, on as many lines as they need."""

    def __init__(self, samples: Sequence[_Sample]) -> None:
        super().__init__()
        self._samples = samples
        self._rows: list[Row] = []
        widths = [sample.natural_width for sample in samples]
        self.natural_width = sum(widths) + SAMPLE_GAP * len(widths)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        gap = SAMPLE_GAP
        lines: list[list[_Sample]] = [[]]
        used = 0.0
        for sample in self._samples:
            if lines[-1] and used + sample.natural_width > width:
                lines.append([])
                used = 0.0
            lines[-1].append(sample)
            used += sample.natural_width + gap
        self._rows = [
            Row(line, [min(sample.natural_width, width) for sample in line], gutter=gap) for line in lines
        ]
        self.width, self.height = width, sum(row.wrap(width, 0)[1] for row in self._rows)
        return width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        top = float(self.height)
        for row in self._rows:
            top -= row.height
            row.drawOn(self.canv, 0, top)
