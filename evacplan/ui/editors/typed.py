"""Editors whose text is read when the field is left: numbers, dates, phones, readings of names."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from evacplan.domain.amounts import Taken, amount_of
from evacplan.domain.month import Month, parse_day_or_month
from evacplan.domain.values import Shape
from evacplan.domain.wareki import format_calendar_year, parse_day
from evacplan.form.spec import Item
from evacplan.ui.desk import Desk
from evacplan.ui.editors.base import Editor
from evacplan.ui.editors.inputs import LineInput
from evacplan.ui.editors.text import show_line
from evacplan.ui.told import day_words

PAUSE_MS = 600
_POINTS = str.maketrans({"。": ".", "、": ",", "．": ".", "・": "."})
_ERA_YEAR = re.compile(r"(?P<year>\D{1,2}\s*(?:\d{1,2}|元))\s*年?")


@dataclass(frozen=True, slots=True)
class Reading:
    """How a shape's text is read and shown. read: typed text and today's date to what the model can read."""

    read: Callable[[str, date], object] = lambda text, _today: text
    show: Callable[[object], str] = str
    aside: Callable[[object], str] = lambda _value: ""


def read_day(text: str, today: date) -> object:
    """The typed day, with 今日 for today and the full stops an input method makes of points."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return today if plain in ("今日", "きょう", "本日") else plain.translate(_POINTS)


def read_number(text: str, _today: date) -> object:
    """The typed number, with the full stop an input method makes of a point."""
    return text.replace("。", ".")


def read_year(text: str, _today: date) -> object:
    """The typed year; 昭和57年 and s57 become 1982."""
    plain = unicodedata.normalize("NFKC", text).strip()
    match = _ERA_YEAR.fullmatch(plain)
    if match is None:
        return plain
    for end in ("12月31日", "1月8日", "7月30日", "1月1日"):
        try:
            return parse_day(f"{match['year']}年{end}").year
        except ValueError:
            continue
    return plain


def show_number(value: object) -> str:
    """The number exactly, with thousands commas and without needless zeros."""
    text = f"{Decimal(repr(value)):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _show_day(value: object) -> str:
    assert isinstance(value, date | Month)
    shown = day_words(value)
    try:
        return shown if parse_day_or_month(shown) == value else value.isoformat()
    except ValueError:
        return value.isoformat()


def _weekday(value: object) -> str:
    if not isinstance(value, date):
        return ""
    names = QCoreApplication.translate("TypedEditor", "月 火 水 木 金 土 日").split()
    return f"（{names[value.weekday()]}）"


def _era(value: object) -> str:
    assert isinstance(value, int)
    return format_calendar_year(value).partition("年")[2]


_NUMBER = Reading(read_number, show_number)
READINGS: dict[Shape, Reading] = {
    Shape.KANA: Reading(),
    Shape.PHONE: Reading(),
    Shape.POSTAL: Reading(),
    Shape.EMAIL: Reading(),
    Shape.CLOCK: Reading(),
    Shape.BANDS: Reading(),
    Shape.DAY: Reading(read_day, _show_day, _weekday),
    Shape.NUMBER: _NUMBER,
    Shape.WHOLE: _NUMBER,
    Shape.YEAR: Reading(read_year, str, _era),
    Shape.CODE: Reading(lambda text, _today: unicodedata.normalize("NFKC", text).strip()),
}


class TypedEditor(Editor):
    """A line that is read on Enter, Tab, focus loss or flush; what cannot be read stays as it was typed.

    A number written exactly as it will be shown is read after a pause in typing too, so that the run-down
    follows; nothing changes under the cursor then.
    """

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        self._line = LineInput(parent)
        super().__init__(item, desk, self._line)
        self._reading = READINGS[item.leaf.kind.shape]
        self._filled = ""
        self._taken: tuple[float, Taken] | None = None
        self._line.textEdited.connect(lambda _text: self._pause.start())
        self._line.left.connect(self._leave)
        self._line.returnPressed.connect(self._enter)

    @cached_property
    def _pause(self) -> QTimer:
        """Runs while nothing more is typed; made with the first letter, for most fields never get one."""
        pause = QTimer(self._line, singleShot=True, interval=PAUSE_MS)
        pause.timeout.connect(self._paused)
        return pause

    def fill(self, value: object) -> None:
        self.show_text("" if value is None else self._reading.show(value))

    def show_text(self, text: str) -> None:
        self._filled = text
        show_line(self._line, text)

    def text(self) -> str:
        return self._line.text()

    def aside(self, value: object) -> str:
        if value is None:
            return ""
        if self._taken is not None and value == self._taken[0]:
            return self._how_taken(self._taken[1])
        return self._reading.aside(value)

    def _how_taken(self, taken: Taken) -> str:
        """What was made of a number that was not typed exactly."""
        if taken is Taken.EXACT:
            return ""
        lower = self.tr("（幅のうち、低いほうの数字にしました）")
        about = self.tr("（「約」をとった数字にしました）")
        return self.desk.form.formats.unit(self.item.leaf.kind.unit) + (
            lower if taken is Taken.LOWER else about
        )

    def hint(self, text: str) -> None:
        self._line.setPlaceholderText(text)

    def commit(self) -> None:
        self._line.finish_composing()
        text = self._line.text()
        if text != self._filled:
            self._pause.stop()
            self._filled = text
            self._taken = self._read_as(text)
            self.edited.emit(self._reading.read(text, self.desk.today()) if text.strip() else None)

    def _paused(self) -> None:
        text = self._line.text()
        read = None if self._line.is_composing else self._read_as(text)
        if read is not None and read[1] is Taken.EXACT and show_number(read[0]) == text:
            self.commit()

    def _read_as(self, text: str) -> tuple[float, Taken] | None:
        """The number typed and how it is taken; None for other shapes and what is no number."""
        if self._reading is not _NUMBER:
            return None
        try:
            amount = amount_of(text.replace("。", "."), self.item.leaf.kind.unit)
        except ValueError:
            return None
        return float(amount.number), amount.taken

    def _leave(self) -> None:
        self.commit()
        self.left.emit()

    def _enter(self) -> None:
        self.commit()
        self.entered.emit()
