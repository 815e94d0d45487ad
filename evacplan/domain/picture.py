"""What pictures are for: how large and how fine they print, and therefore how large they are stored.

The one place that says so. The window scales and presses every picture to the `Print` of its field;
what comes in a plan document of other hands may be larger, up to MOST_DOCUMENT_BYTES.
"""

from dataclasses import dataclass
from math import ceil

MM_PER_INCH = 25.4
MOST_DOCUMENT_BYTES = 3_000_000


@dataclass(frozen=True, slots=True)
class Print:
    """The largest a picture is printed, and what that needs.

    dpi: 200 shows the digits of a photographed screen; 300 a face as small as on an identity card.
    most_bytes: of the stored JPEG; a whole plan is written to the disk after each answer, pictures and all.
    shows_way: a way can be drawn on it.
    """

    wide_mm: float
    high_mm: float
    dpi: int
    most_bytes: int
    shows_way: bool = False

    @property
    def pixels(self) -> tuple[int, int]:
        """The box that a stored picture fits into: more cannot be seen on paper."""
        return (
            ceil(self.wide_mm / MM_PER_INCH * self.dpi),
            ceil(self.high_mm / MM_PER_INCH * self.dpi),
        )

    def pixels_per_mm(self, width: float, height: float) -> float:
        """How many pixels of a picture of this size make a millimetre of paper."""
        return max(width / self.wide_mm, height / self.high_mm)


PORTRAIT = Print(wide_mm=30, high_mm=36, dpi=300, most_bytes=120_000)
PAGE = Print(wide_mm=182, high_mm=170, dpi=200, most_bytes=450_000)
WAY = Print(wide_mm=182, high_mm=170, dpi=200, most_bytes=450_000, shows_way=True)
