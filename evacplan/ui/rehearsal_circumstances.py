"""The card with the circumstances of a rehearsal at the table, and who is asked about what breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter

from evacplan.domain.attendance import likely_persons
from evacplan.domain.errors import UserError
from evacplan.domain.scenarios import wanted
from evacplan.domain.times import format_clock
from evacplan.ui.editors.inputs import LineInput
from evacplan.ui.parts import announce, field_label, text_label
from evacplan.ui.questions import read_until
from evacplan.ui.rehearsal_desk import RehearsalDesk
from evacplan.ui.theme import set_role
from evacplan.ui.told import day_words
from evacplan.ui.two_columns import TitledCard, flowing

HOURS = (120, 420, 600, 840, 1050, 1260)


class CircumstancesCard(TitledCard):
    """picked: something is otherwise."""

    picked = Signal()

    def __init__(self, desk: RehearsalDesk) -> None:
        super().__init__("circumstances")
        self._desk = desk
        self.hour = QComboBox()
        self._hazard = QComboBox()
        self._boxes: list[QCheckBox] = []
        self._fill_hours()
        self._fill_hazards()
        self._arrange()

    def forget(self) -> None:
        """Drop every name."""
        for box in self._boxes:
            box.setText("")
            box.setAccessibleName("")

    def _fill_hours(self) -> None:
        own = wanted(self._desk.plan).starts_at
        hours = sorted({*HOURS, own, self._desk.situation.starts_at})
        for minute in hours:
            self.hour.addItem(format_clock(minute), minute)
        self.hour.setCurrentIndex(hours.index(self._desk.situation.starts_at))
        self.hour.setObjectName("hour")
        self.hour.activated.connect(lambda _=0: self._pick_hour())

    def _fill_hazards(self) -> None:
        hazards = self._desk.hazards()
        for hazard, words in hazards:
            self._hazard.addItem(words, hazard)
        self._hazard.setCurrentIndex([one for one, _ in hazards].index(self._desk.situation.hazard))
        self._hazard.setObjectName("hazard")
        self._hazard.activated.connect(lambda _=0: self._pick_hazard())

    def _pick_hour(self) -> None:
        self._desk.pick(starts_at=self.hour.currentData())
        self.picked.emit()

    def _pick_hazard(self) -> None:
        self._desk.pick(hazard=self._hazard.currentData())
        self.picked.emit()

    def _arrange(self) -> None:
        self.title.say(self.tr("どんなときか"))
        desk, now = self._desk, self._desk.situation
        self.column.addWidget(field_label(self.tr("時刻(&T)"), self.hour))
        self.column.addWidget(self.hour)
        self.column.addWidget(field_label(self.tr("災害(&G)"), self._hazard))
        self.column.addWidget(self._hazard)
        self._group(
            self.tr("ほかに"),
            (
                self._box("snow", self.tr("大雪"), now.heavy_snow, lambda on: desk.pick(heavy_snow=on)),
                self._box(
                    "phones", self.tr("電話が使えない"), now.phones_dead, lambda on: desk.pick(phones_dead=on)
                ),
                self._box("car", self.tr("車がない"), now.car_away, lambda on: desk.pick(car_away=on)),
            ),
        )
        self._group(self.tr("いない人"), [self._away(who, words) for who, words in desk.people()])
        self._group(self.tr("通れない道"), [self._closed(key, words) for key, words in desk.routes()])

    def _group(self, words: str, boxes: Iterable[QCheckBox]) -> None:
        found = list(boxes)
        if found:
            self.column.addWidget(text_label(words, "label"))
            self.column.addWidget(flowing(*found))

    def _away(self, who: str, words: str) -> QCheckBox:
        is_away = who in self._desk.situation.away
        return self._box(f"away:{who}", words, is_away, lambda on: self._desk.pick_away(who, is_away=on))

    def _closed(self, key: str, words: str) -> QCheckBox:
        is_closed = key in self._desk.situation.closed
        pick = self._desk.pick_closed
        return self._box(f"closed:{key}", words, is_closed, lambda on: pick(key, is_closed=on))

    def _box(self, name: str, words: str, on: bool, pick: Callable[[bool], None]) -> QCheckBox:
        found = QCheckBox()
        found.setObjectName(name)
        found.setAccessibleName(words)
        set_role(found, "option")
        found.setChecked(on)

        def show(is_on: bool) -> None:
            found.setText(("✓ " if is_on else "") + words.replace("&", "&&"))

        def clicked(is_on: bool) -> None:
            show(is_on)
            pick(is_on)
            self.picked.emit()

        show(on)
        found.clicked.connect(clicked)
        self._boxes.append(found)
        return found


class AskedCard(TitledCard):
    """Who finds out about something, and until when. said: what is done with it."""

    def __init__(self, desk: RehearsalDesk, said: str) -> None:
        super().__init__("asked")
        self._desk = desk
        self.whom, self._until = LineInput(self), LineInput(self)
        self._error = text_label(role="error")
        self._error.hide()
        self.title.say(self.tr("宿題にするとき"))
        self.whom.setObjectName("whom")
        self.whom.setText(desk.beside.whom)
        self.whom.setCompleter(QCompleter(list(likely_persons(desk.plan)), self.whom))
        self._until.setObjectName("until")
        self._until.setText(desk.beside.until or day_words(desk.until()))
        for words, field in ((self.tr("だれが(&W)"), self.whom), (self.tr("いつまでに(&U)"), self._until)):
            self.column.addWidget(field_label(words, field))
            self.column.addWidget(field)
        self.column.addWidget(self._error)
        self.column.addWidget(text_label(said, "help"))

    def name(self) -> str:
        """Who is asked, "" while nobody is named."""
        self.commit()
        return self.whom.text().strip()

    def day(self) -> date | None:
        """Until when, None while it is empty. Raises ValueError with a Japanese sentence."""
        text = self._until.text().strip()
        return read_until(text, self._desk.today()) if text else None

    def make(self, homework: Callable[[], object]) -> bool:
        """Whether the homework was made; what speaks against it is said under the fields."""
        try:
            homework()
        except UserError as error:
            self._refuse(error.what)
            return False
        except ValueError as error:
            self._refuse(str(error))
            return False
        self._error.hide()
        announce(self, self.tr("宿題にしました。"))
        return True

    def _refuse(self, said: str) -> None:
        self._error.say(said)
        self._error.show()
        self._until.setFocus()
        announce(self._until, said)

    def commit(self) -> None:
        """Take over what is still being composed."""
        for field in (self.whom, self._until):
            field.finish_composing()
        self._desk.beside.whom = self.whom.text().strip()
        self._desk.beside.until = self._until.text().strip()

    def forget(self) -> None:
        """Drop the name."""
        self.whom.clear()
