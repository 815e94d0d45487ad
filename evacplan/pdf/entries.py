"""Labels that run into their answers, in two newspaper columns."""

from __future__ import annotations

from collections.abc import Iterable

from reportlab.platypus import Flowable

from evacplan.form.view import EntriesBlock, Fact
from evacplan.pdf import style
from evacplan.pdf.flow import TwoColumns
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import ENDLESS, Item, Stack
from evacplan.pdf.style import MM, Ink
from evacplan.pdf.text import Run, Text

TWO_COLUMNS_FROM = 120 * MM
APART = "　　"
KEPT_LINES, KEPT_DENSE = 4.3, 3.2  # an entry of so many lines stays in one column


def entries_block(block: EntriesBlock, kit: Kit, width: float) -> Flowable:
    two = width >= TWO_COLUMNS_FROM
    column = (width - style.GUTTER) / 2 if two else width
    dense = kit.scale.dense
    lines = _packed(block.entries, kit, column) if dense else [_runs(one, kit) for one in block.entries]
    keep = kit.scale.body * kit.scale.leading * (KEPT_DENSE if dense else KEPT_LINES)
    texts = [Item(Stack([Item(kit.runs(runs))], keep_whole=keep), kit.scale.row) for runs in lines]
    entries: Flowable = Stack(texts)
    if two and (len(texts) > 1 or entries.wrap(width, ENDLESS)[1] > keep):
        entries = TwoColumns(entries, style.GUTTER)
    return kit.titled(block.title, [Item(entries)])


def _packed(entries: Iterable[Fact], kit: Kit, width: float) -> list[list[Run]]:
    """The entries as paragraphs: one that fits whole on what is left of the last line stands there."""
    paragraphs: list[list[Run]] = []
    left = 0.0
    apart = kit.text(APART, kit.scale.plain).natural_width
    for entry in entries:
        runs = _runs(entry, kit)
        alone = kit.runs(runs)
        if paragraphs and alone.natural_width + apart <= left and "\n" not in entry.answer.text:
            paragraphs[-1] += [Run(APART, kit.scale.plain), *runs]
            left -= alone.natural_width + apart
        else:
            paragraphs.append(runs)
            left = _left_over(alone, width)
    return paragraphs


def _left_over(text: Text, width: float) -> float:
    text.wrap(width, 0)
    return width - text.last_line_width


def _runs(entry: Fact, kit: Kit) -> list[Run]:
    label = Run(f"{entry.label}　", Ink(kit.scale.small, bold=True, color=style.TEAL), whole=True, leads=True)
    return [label, *kit.answer_runs(entry.answer)]
