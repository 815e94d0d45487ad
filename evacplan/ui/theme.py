"""How the window looks: colours, sizes, fonts, zoom; light, dark and high contrast follow the system."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from evacplan.ui.sheet import SHEET

FAMILY = "BIZ UDPGothic"
SMALLEST_ZOOM, LARGEST_ZOOM, ZOOM_STEP = 75, 300, 25
ROOM_ZOOM = 175
_SECOND_FAMILY = "Noto Sans JP"
_FONT_FILES = (
    "bizud/BIZUDPGothic-Regular.ttf",
    "bizud/BIZUDPGothic-Bold.ttf",
    "noto-sans-jp/NotoSansJP-Regular.ttf",
    "noto-sans-jp/NotoSansJP-Bold.ttf",
)


class Size(IntEnum):
    """The scale of text in px before zoom."""

    SMALL = 12
    HELP = 13
    LABEL = 14
    BODY = 15
    HEADING = 20
    TITLE = 24
    FIGURE = 34


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme. Every text colour has 7:1 or more on card and page, every edge of a control 3:1."""

    ink: str
    grey: str
    line: str  # quiet rules that carry no meaning
    edge: str  # borders of what can be typed into or pressed
    page: str
    card: str
    tint: str  # behind what is chosen
    teal: str  # text and borders in the app's own voice
    fill: str  # areas in the app's own voice
    on_fill: str
    red: str
    red_tint: str
    amber: str
    amber_tint: str


LIGHT = Colours(
    ink="#1B1F24",
    grey="#4B5560",
    line="#C9D0D6",
    edge="#7F8993",
    page="#F4F6F7",
    card="#FFFFFF",
    tint="#E0EDEF",
    teal="#0A545C",
    fill="#0B5D66",
    on_fill="#FFFFFF",
    red="#97121D",
    red_tint="#FBECEC",
    amber="#6E4800",
    amber_tint="#FBF3E2",
)
DARK = Colours(
    ink="#E9EDF0",
    grey="#B4BEC6",
    line="#39434C",
    edge="#7C8892",
    page="#13171B",
    card="#1C2228",
    tint="#1F3A3F",
    teal="#86CFD7",
    fill="#0B5D66",
    on_fill="#FFFFFF",
    red="#FFA6A9",
    red_tint="#3A2023",
    amber="#F2C46B",
    amber_tint="#352B17",
)
LIGHT_CONTRAST = Colours(
    ink="#000000",
    grey="#1F2429",
    line="#1F2429",
    edge="#000000",
    page="#FFFFFF",
    card="#FFFFFF",
    tint="#D3ECEF",
    teal="#00363C",
    fill="#00363C",
    on_fill="#FFFFFF",
    red="#6E0008",
    red_tint="#FFFFFF",
    amber="#4A2F00",
    amber_tint="#FFFFFF",
)
DARK_CONTRAST = Colours(
    ink="#FFFFFF",
    grey="#F0F3F5",
    line="#F0F3F5",
    edge="#FFFFFF",
    page="#000000",
    card="#000000",
    tint="#12343A",
    teal="#A6F0F8",
    fill="#A6F0F8",
    on_fill="#000000",
    red="#FFC9CB",
    red_tint="#000000",
    amber="#FFE0A3",
    amber_tint="#000000",
)


def load_fonts(folder: Path) -> None:
    """Offer the shipped fonts to Qt; characters that the first family lacks come from the second.

    folder: holds `bizud/` and `noto-sans-jp/`. A font that cannot be read is left out, for the system's own
    fonts still show the text.
    """
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(folder / name))
    QFont.insertSubstitutions(FAMILY, [_SECOND_FAMILY])


def colours_for(*, dark: bool, contrast: bool) -> Colours:
    """The colours of one of the four themes."""
    if contrast:
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT


def stylesheet(colours: Colours, zoom_percent: int, icons: Path | None = None) -> str:
    """The style sheet of the whole app: colours by name, sizes as @15 px before zoom.

    icons: the folder with the marks of boxes to tick, which stand on the colour `fill`; None: no marks.
    """
    sheet = SHEET.replace("@family", f'"{FAMILY}", "{_SECOND_FAMILY}"')
    tone = "white" if QColor(colours.on_fill).lightnessF() > 0.5 else "black"
    for mark in ("check", "dot"):
        address = f'url("{(icons / f"{mark}-{tone}.svg").as_posix()}")' if icons is not None else "none"
        sheet = sheet.replace(f"@{mark}", address)
    for name, value in sorted(asdict(colours).items(), key=lambda pair: -len(pair[0])):
        sheet = sheet.replace(f"@{name}", value)
    for px in range(60, 0, -1):
        sheet = sheet.replace(f"@{px}", f"{scaled(px, zoom_percent)}px")
    return sheet


def scaled(px: int, zoom_percent: int) -> int:
    """A length after zoom, never less than one pixel."""
    return max(1, round(px * zoom_percent / 100))


def palette(colours: Colours) -> QPalette:
    """What Qt draws by itself (boxes to tick, text cursors, selections) in the same colours."""
    found = QPalette(QColor(colours.card))
    role = QPalette.ColorRole
    for part, value in (
        (role.Window, colours.page),
        (role.WindowText, colours.ink),
        (role.Base, colours.card),
        (role.AlternateBase, colours.page),
        (role.Text, colours.ink),
        (role.Button, colours.card),
        (role.ButtonText, colours.ink),
        (role.PlaceholderText, colours.grey),
        (role.ToolTipBase, colours.card),
        (role.ToolTipText, colours.ink),
        (role.Link, colours.teal),
        (role.LinkVisited, colours.teal),
        (role.Highlight, colours.fill),
        (role.Accent, colours.fill),
        (role.HighlightedText, colours.on_fill),
    ):
        found.setColor(part, QColor(value))
    for part in (role.Text, role.WindowText, role.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, part, QColor(colours.edge))
    return found


def colours_of(found: QPalette) -> Colours:
    """The colours a palette was made from, for what is painted by hand; light ones when it is nobody's."""
    role = QPalette.ColorRole
    themes = (LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST)
    wanted = found.color(role.WindowText), found.color(role.Window)
    return next((one for one in themes if (QColor(one.ink), QColor(one.page)) == wanted), LIGHT)


class Look(QObject):
    """The look of the running app; follows the system's light, dark and contrast settings by itself.

    changed: after colours or zoom have changed, for what is painted by hand.
    """

    changed = Signal()

    def __init__(self, app: QApplication, zoom_percent: int = 100, *, icons: Path | None = None) -> None:
        super().__init__(app)
        self._icons = icons
        self._app = app
        self._contrast = False
        self._before: tuple[int, bool] | None = None
        self.zoom_percent = _limited(zoom_percent)
        app.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.apply)
        hints.accessibility().contrastPreferenceChanged.connect(self.apply)
        self.apply()

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        hints = QGuiApplication.styleHints()
        wanted = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        return colours_for(dark=hints.colorScheme() == Qt.ColorScheme.Dark, contrast=self._contrast or wanted)

    def px(self, size: int) -> int:
        """A length after zoom."""
        return scaled(size, self.zoom_percent)

    def zoom(self, percent: int) -> None:
        """Show everything at this size, within 75 to 300."""
        self.zoom_percent = _limited(percent)
        self.apply()

    @property
    def projects(self) -> bool:
        """Whether a whole room looks on."""
        return self._before is not None

    @property
    def lasting_zoom(self) -> int:
        """The size of the text outside a room that looks on."""
        return self._before[0] if self._before is not None else self.zoom_percent

    @property
    def has_contrast(self) -> bool:
        """Whether high contrast was asked for here."""
        return self._contrast

    def project(self, *, on: bool) -> None:
        """Large letters and high contrast for a room; afterwards size and contrast are as they were."""
        if on and self._before is None:
            self._before = self.zoom_percent, self._contrast
            self.zoom_percent, self._contrast = max(ROOM_ZOOM, self.zoom_percent), True
            self.apply()
        elif not on and self._before is not None:
            (self.zoom_percent, self._contrast), self._before = self._before, None
            self.apply()

    def set_contrast(self, on: bool) -> None:
        """High contrast even where the system does not ask for it."""
        self._contrast = on
        self.apply()

    def apply(self) -> None:
        """Give the app its colours, font and style sheet."""
        colours = self.colours
        font = QFont([FAMILY, _SECOND_FAMILY])
        font.setPixelSize(self.px(Size.BODY))
        sheet = stylesheet(colours, self.zoom_percent, self._icons)
        with _every_widget_kept():
            self._app.setFont(font)
            self._app.setPalette(palette(colours))
            if sheet != self._app.styleSheet():  # Qt would work out every widget anew
                self._app.setStyleSheet(sheet)
        self.changed.emit()


@contextmanager
def _every_widget_kept() -> Iterator[None]:
    """Let Python forget no widget meanwhile.

    WORKAROUND Qt 6.12, QStyleSheetStyle::repolish: it goes through a list of all widgets that it wrote
    before, and tells each, which runs our code. Were Python to take away what nothing holds any more then,
    as the dialogs of a window that was closed, Qt would tell one that is gone, and the app ends.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget its part in the style sheet (see `sheet.py`), also after it was shown."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _limited(percent: int) -> int:
    return max(SMALLEST_ZOOM, min(percent, LARGEST_ZOOM))
