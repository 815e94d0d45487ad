"""Keys and an input method, as a person's hands use them, and the many ways people write the same value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import cycle

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt, QThread
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from evacplan.domain import persons
from evacplan.domain.phones import normalise_phone
from evacplan.domain.plan import Plan
from evacplan.domain.values import Shape
from evacplan.domain.wareki import format_day
from evacplan.form.spec import Item
from evacplan.ui.editors.typed import show_number

NO_KEY, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_PATIENCE_MS = 20_000
_LOOK_MS, _NAP_MS = 10, 3
_WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})


def wait_until(happened: Callable[[], bool], what: str) -> None:
    """Let the window work until something has happened, and between looks threads and other processes."""
    deadline = QDeadlineTimer(_PATIENCE_MS)
    while not happened():
        assert not deadline.hasExpired(), f"waited in vain: {what}"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _LOOK_MS)
        QThread.msleep(_NAP_MS)


def rest(milliseconds: int) -> None:
    """Let the window work for so long."""
    end = QDeadlineTimer(milliseconds)
    wait_until(end.hasExpired, "the end of a rest")


class Hands:
    """Keys and composed text, sent to the window that has the focus, which gives them to the field.

    letters, commands: how many letters were typed (a composed one counts as one) and how many other keys.
    """

    def __init__(self) -> None:
        self.letters = self.commands = 0
        self._manners = cycle(("committed", "composed", "left composed"))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY, times: int = 1) -> None:
        """Press a key so many times."""
        self.commands += times
        for _ in range(times):
            QTest.keyClick(_window(), key, modifier)
            QApplication.processEvents()

    def keys(self, text: str) -> None:
        """Type ASCII on the keyboard."""
        self.letters += len(text)
        for letter in text:
            QTest.keyClick(_window(), ord(letter))
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type a text: ASCII by keys; Japanese committed, composed first, or composed and left so."""
        if text.isascii():
            self.keys(text)
            return
        manner = next(self._manners)
        if manner == "left composed":
            self.letters += len(text)
        if manner != "committed":
            _send(QInputMethodEvent(text[: len(text) // 2], []))
            _send(QInputMethodEvent(text, []))
        if manner != "left composed":
            self.commit(text)

    def commit(self, text: str) -> None:
        """Commit a text as an input method does."""
        self.letters += len(text)
        event = QInputMethodEvent()
        event.setCommitString(text)
        _send(event)

    def rewrite(self, text: str) -> None:
        """Write over what stands in a field."""
        self.press(Qt.Key.Key_A, CTRL)
        self.commit(text)


def _window() -> QWindow:
    found = QGuiApplication.focusWindow()
    assert found is not None, "no window takes the keys"
    return found


def _send(event: QInputMethodEvent) -> None:
    field = QApplication.focusWidget()
    assert field is not None, "nothing has the cursor"
    QApplication.sendEvent(field, event)
    QApplication.processEvents()


class Spelling:
    """How a value is typed, each time in another of the ways people use."""

    def __init__(self, sample: Plan) -> None:
        self._sample = sample
        days: tuple[Callable[[date], str], ...] = (
            format_day,
            _short_era,
            _slashes,
            _wide_slashes,
            date.isoformat,
        )
        numbers: tuple[Callable[[str], str], ...] = (str, wide, _with_comma)
        self._days, self._numbers = cycle(days), cycle(numbers)
        self._turn = cycle((True, False))
        self._of: dict[Shape, Callable[[object], str]] = {
            Shape.DAY: lambda value: next(self._days)(_as_day(value)),
            Shape.NUMBER: lambda value: next(self._numbers)(show_number(value).replace(",", "")),
            Shape.WHOLE: lambda value: next(self._numbers)(str(value)),
            Shape.YEAR: lambda value: next(self._numbers)(str(value)).replace(",", ""),
            Shape.PHONE: lambda value: self._phone(str(value)),
            Shape.POSTAL: lambda value: f"〒{wide(str(value))}",
            Shape.KANA: lambda value: katakana(str(value)) if next(self._turn) else str(value),
            Shape.CLOCK: lambda value: wide(str(value)) if next(self._turn) else str(value),
            Shape.BANDS: lambda value: str(value).replace("-", "〜") if next(self._turn) else str(value),
            Shape.PERSON: lambda value: self._name(str(value)),
            Shape.ORGANISATION: lambda value: self._name(str(value)),
            Shape.PEOPLE: lambda value: "、".join(map(self._name, _as_names(value))),
        }

    def __call__(self, item: Item, value: object) -> str:
        """The text to type for a value."""
        return self._of.get(item.leaf.kind.shape, str)(value)

    def _name(self, reference: str) -> str:
        """The shortest name that means this person or company in the whole plan, else the name in full."""
        row = persons.row_of(self._sample, reference)
        names = [getattr(row, name, None) for name in ("relation", "name", "organisation")]
        meant = [name for name in names if name and persons.as_reference(self._sample, name) == reference]
        return meant[0] if meant else persons.shown(self._sample, reference)

    def _phone(self, phone: str) -> str:
        """Without hyphens every other time, where the number is grouped the same without them."""
        digits = phone.replace("-", "")
        if normalise_phone(digits) == phone and next(self._turn):
            return digits
        return wide(phone) if next(self._turn) else phone


def wide(text: str) -> str:
    """The text in full-width letters, as an input method that was left on writes it."""
    return text.translate(_WIDE)


def katakana(text: str) -> str:
    """Hiragana as katakana."""
    return "".join(chr(ord(char) + 0x60) if "ぁ" <= char <= "ゖ" else char for char in text)


def _as_day(value: object) -> date:
    assert isinstance(value, date)
    return value


def _as_names(value: object) -> tuple[str, ...]:
    assert isinstance(value, tuple)
    return value


def _short_era(day: date) -> str:
    era, _, rest = format_day(day).partition("年")
    letter = {"令和": "r", "平成": "h"}[era[:2]]
    return f"{letter}{era[2:]}.{rest.removesuffix('日').replace('月', '.')}"


def _slashes(day: date) -> str:
    return f"{day.year}/{day.month}/{day.day}"


def _wide_slashes(day: date) -> str:
    return wide(_slashes(day))


def _with_comma(number: str) -> str:
    return f"{int(number):,}" if number.isdigit() else number
