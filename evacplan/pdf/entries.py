"""Labels that run into their answers, in two newspaper columns."""

from __future__ import annotations

from reportlab.platypus import Flowable

from evacplan.form.view import EntriesBlock, Fact
from evacplan.pdf import style
from evacplan.pdf.flow import TwoColumns
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Item, Stack
from evacplan.pdf.style import MM, Ink
from evacplan.pdf.text import Run

TWO_COLUMNS_FROM = 120 * MM


def entries_block(block: EntriesBlock, kit: Kit, width: float) -> Flowable:
    entries = Stack([Item(_entry(entry, kit), kit.scale.row) for entry in block.entries])
    body = TwoColumns(entries, style.GUTTER) if width >= TWO_COLUMNS_FROM else entries
    return kit.titled(block.title, [Item(body)])


def _entry(entry: Fact, kit: Kit) -> Flowable:
    label = Run(f"{entry.label}　", Ink(kit.scale.small, bold=True, color=style.TEAL), whole=True)
    return kit.runs([label, *kit.answer_runs(entry.answer)])
