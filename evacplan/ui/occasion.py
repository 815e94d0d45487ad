"""The part of a dialog that asks at which meeting, call or visit something was agreed, and who was there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from evacplan.domain.attendance import JOIN, split_names
from evacplan.domain.occasion import Occasion, OccasionKind
from evacplan.domain.wareki import parse_day
from evacplan.ui.editors.typed import read_day
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import announce, field_label, text_label
from evacplan.ui.theme import set_role
from evacplan.ui.told import day_words

_MOST_OFFERED = 16


class OccasionFields(QWidget):
    """Kind, day and persons; the names offered are put into the line, and out of it, by a press.

    refused: with the line in which something is wrong.
    """

    refused = Signal(QWidget)

    def __init__(self, occasion: Occasion, names: Sequence[str], today: date) -> None:
        super().__init__()
        self._today = today
        self._kinds = QButtonGroup(self)
        self._day = QLineEdit(day_words(occasion.day) if occasion.day is not None else "")
        self._day.setObjectName("occasion_day")
        self._persons = QLineEdit(occasion.persons)
        self._persons.setObjectName("occasion_persons")
        self._persons.setCursorPosition(0)
        self._persons.setPlaceholderText(self.tr("例：母、訪問看護の相馬さん"))
        self._error = text_label(role="error")
        self._error.hide()
        self._may_be_empty = False
        self._offered = [self._offer(name) for name in list(names)[:_MOST_OFFERED]]
        self._arrange(occasion.kind)
        self._tick()
        self._day.textEdited.connect(self._clear)
        self._persons.textEdited.connect(self._clear)
        self._persons.textEdited.connect(self._tick)
        self._kinds.idClicked.connect(self._clear)

    def read(self) -> Occasion | None:
        """What was answered; None: something is missing, and the cursor is there.

        Without any person it is taken the second time it is asked for.
        """
        day = self._read_day()
        if day is None:
            return None
        persons = self._persons.text().strip()
        if not persons and not self._may_be_empty:
            self._may_be_empty = True
            said = self.tr("いた人が空です。だれもいなかったときは、もう一度 Enter を押してください。")
            self._refuse(self._persons, said)
            return None
        return Occasion(list(OccasionKind)[self._kinds.checkedId()], day, persons)

    def _read_day(self) -> date | None:
        try:
            read = read_day(self._day.text(), self._today)
            day = read if isinstance(read, date) else parse_day(str(read))
        except ValueError as error:
            self._refuse(self._day, str(error))
            return None
        if day > self._today:
            self._refuse(self._day, self.tr("まだ来ていない日です。話し合った日を入れてください。"))
            return None
        return day

    def _refuse(self, field: QLineEdit, said: str) -> None:
        self._error.say(said)
        self._error.show()
        set_role(field, "wrong")
        field.setFocus()
        self.refused.emit(field)
        announce(field, said)

    def _clear(self) -> None:
        self._error.hide()
        self._may_be_empty = False
        for field in (self._day, self._persons):
            set_role(field, "")

    def _offer(self, name: str) -> QCheckBox:
        found = QCheckBox(name.replace("&", "&&"))
        found.setAccessibleName(name)
        found.setObjectName(f"person:{name}")
        set_role(found, "option")
        found.clicked.connect(lambda on: self._put(name, on))
        return found

    def _put(self, name: str, on: bool) -> None:
        """Put a name into the line, or out of it."""
        names = [one for one in split_names(self._persons.text()) if one != name]
        self._persons.setText(JOIN.join([*names, name] if on else names))
        self._clear()

    def _tick(self) -> None:
        """Let the offered names show which of them stand in the line."""
        named = split_names(self._persons.text())
        for box in self._offered:
            box.setChecked(box.accessibleName() in named)

    def _arrange(self, kind: OccasionKind) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        kinds = self._kind_row(kind)
        box.addWidget(text_label(self.tr("どんな場で決めましたか"), "label"))
        box.addWidget(kinds)
        box.addWidget(field_label(self.tr("話し合った日(&D)"), self._day))
        box.addWidget(self._day)
        box.addWidget(field_label(self.tr("いた人・電話の相手(&P)"), self._persons))
        box.addWidget(self._persons)
        box.addWidget(self._error)
        offered = QWidget()
        flow = FlowLayout(offered, gap=6)
        for each in self._offered:
            flow.addWidget(each)
        offered.setVisible(bool(self._offered))
        box.addWidget(offered)

    def _kind_row(self, chosen: OccasionKind) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(self.tr("どんな場で決めましたか"))
        flow = FlowLayout(holder, gap=6)
        for number, kind in enumerate(OccasionKind):
            option = QRadioButton(self._kind_words(kind))
            option.setObjectName(f"occasion:{kind.value}")
            option.setChecked(kind is chosen)
            set_role(option, "option")
            self._kinds.addButton(option, number)
            flow.addWidget(option)
        return holder

    def _kind_words(self, kind: OccasionKind) -> str:
        return kind_words(self, kind)


def kind_words(widget: QWidget, kind: OccasionKind) -> str:
    """What a kind of occasion is called."""
    return {
        OccasionKind.MEETING: widget.tr("会議"),
        OccasionKind.PHONE: widget.tr("電話"),
        OccasionKind.VISIT: widget.tr("訪問"),
        OccasionKind.OTHER: widget.tr("そのほか"),
    }[kind]
