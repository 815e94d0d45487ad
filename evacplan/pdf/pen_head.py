"""What is written by hand at the head of every side of a blank form: plan number, name, day, author."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable

from evacplan.form.view_pen import Blank, Room
from evacplan.pdf import style
from evacplan.pdf.kit import Kit
from evacplan.pdf.layout import Row
from evacplan.pdf.ruled import room
from evacplan.pdf.style import MM, Ink
from evacplan.pdf.text import Text

HEAD_LINE, HEAD_SIZE, HEAD_GUTTER, LABEL_GAP = 8.5 * MM, 9.0, 4 * MM, 1 * MM
DAY_SHARE = 1.2  # of the room beside the labels


def pen_head(fields: Sequence[Blank], kit: Kit, width: float) -> Row:
    """Small labels with room beside them on one line: what stands at the head of every side."""
    labels = [kit.text(field.label, Ink(HEAD_SIZE, color=style.GREY)) for field in fields]
    used = sum(label.natural_width + 1 + LABEL_GAP for label in labels) + HEAD_GUTTER * (len(fields) - 1)
    shares = [DAY_SHARE if field.room is Room.PARTS else 1.0 for field in fields]
    each = (width - used) / sum(shares)
    cells, widths = [], []
    for field, label, share in zip(fields, labels, shares, strict=True):
        widths.append(label.natural_width + 1 + LABEL_GAP + each * share)
        cells.append(_Beside(label, room(field, kit, HEAD_LINE), widths[-1]))
    return Row(cells, widths, gutter=HEAD_GUTTER)


class _Beside(Flowable):  # type: ignore[misc]
    """A small label at the foot of a line, and the room beside it."""

    def __init__(self, label: Text, beside: Flowable, width: float) -> None:
        super().__init__()
        self._label, self._beside, self._wide = label, beside, width
        self._label_w = label.natural_width + 1

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        self._label.wrap(self._label_w, 0)
        self._beside.wrap(self._wide - self._label_w - LABEL_GAP, 0)
        self.width, self.height = self._wide, self._beside.height
        return self.width, self.height

    def split(self, _width: float, _height: float) -> list[Flowable]:
        return []

    def draw(self) -> None:
        self._label.drawOn(self.canv, 0, 1)
        self._beside.drawOn(self.canv, self._label_w + LABEL_GAP, 0)
