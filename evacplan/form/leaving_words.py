"""Who carries what, in words; what one edition may show of it is decided by the block that prints it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evacplan.domain import persons
from evacplan.domain.choices import TransportKind
from evacplan.domain.leaving import Carrier, Carrying
from evacplan.domain.loads import Load, What, companions
from evacplan.domain.paths import get
from evacplan.domain.plan import Plan
from evacplan.domain.plan.child import FamilyMember
from evacplan.domain.plan.people import Supporter
from evacplan.domain.power import minutes_down
from evacplan.form.languages import Language, read_words
from evacplan.form.spec import Form
from evacplan.form.toml_file import FormError
from evacplan.form.words import choice_word, figure

FILE = "leaving.toml"
_WORDS = {"title", "title_bound", "title_empty", "short", "short_bound", "who", "what", "kg", "child", "bag"}
_WORDS |= {"cylinder", "portable", "pieces", "undecided", "weight", "weight_more", "join"}
_WARNINGS = {"hands", "two", "heavy", "young", "limit", "seats", "loading"}
_NOTES = {"basis", "undecided", "unknown"}


class LeavingWords(BaseModel):
    """forms/leaving.toml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: dict[str, str]
    warning: dict[str, str]
    note: dict[str, str]


def load_leaving_words(folder: Path, language: Language = Language.JAPANESE) -> LeavingWords:
    """The words of who carries what. Raises FormError naming what is missing."""
    try:
        found = LeavingWords.model_validate(read_words(folder, FILE, language))
    except ValidationError as error:
        raise FormError(f"{FILE}: {error}") from error
    for table, there, wanted in (
        ("words", found.words, _WORDS),
        ("warning", found.warning, _WARNINGS),
        ("note", found.note, _NOTES),
    ):
        if set(there) != wanted:
            raise FormError(f"{FILE}: [{table}] must name {sorted(wanted)}")
    return found


@dataclass(frozen=True, slots=True)
class LoadLine:
    """One thing to carry. places: the fields that say who carries it and what it weighs."""

    name: str
    kg: float | None
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CarrierLine:
    """One person with what they carry; is_open: nobody was named for it."""

    who: str
    loads: tuple[LoadLine, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and the fields it speaks of."""

    text: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeavingLines:
    """Who carries what, ready to be filtered and printed. short: the title where there is little room."""

    title: str
    short: str
    lines: tuple[CarrierLine, ...]
    warnings: tuple[Said, ...]
    notes: tuple[str, ...]
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class LeavingTeller:
    """Tells who carries what in one plan."""

    leaving_words: LeavingWords
    form: Form
    plan: Plan
    carrying: Carrying

    @property
    def words(self) -> dict[str, str]:
        return self.leaving_words.words

    def lines(self) -> LeavingLines | None:
        """Everything; None while nothing but the child is there to be carried and nobody was named."""
        found = self.carrying
        loads = [load for carrier in found.carriers for load in carrier.all_loads] + list(found.unassigned)
        if not any(load.what is not What.CHILD or load.carrier for load in loads):
            return None
        named = (CarrierLine(self._who(one), self._loads(one.loads)) for one in found.carriers if one.loads)
        left = CarrierLine(self.words["undecided"], self._loads(found.unassigned), is_open=True)
        return LeavingLines(
            title=self._title("title"),
            short=self._title("short"),
            lines=(*named, *([left] if found.unassigned else [])),
            warnings=tuple(self._warnings()),
            notes=tuple(self._notes()),
            words=self.words,
        )

    def _title(self, name: str) -> str:
        found = self.carrying
        if found.trips is None or found.minutes is None:
            return self.words["title_empty"]
        pattern = self.words[f"{name}_bound" if found.is_bound else name]
        return pattern.format(
            people=found.people, trips=found.trips, minutes=figure(minutes_down(found.minutes))
        )

    def _who(self, carrier: Carrier) -> str:
        """母 for the family, a name for others, without their title."""
        row = persons.row_of(self.plan, carrier.who)
        if isinstance(row, FamilyMember) and row.relation:
            return row.relation
        return row.name if isinstance(row, Supporter) and row.name else persons.shown(self.plan, carrier.who)

    def _loads(self, loads: tuple[Load, ...]) -> tuple[LoadLine, ...]:
        return tuple(LoadLine(self._name(load), load.total_kg, _places(load)) for load in loads)

    def _name(self, load: Load) -> str:
        """What a load is called: 本人, 人工呼吸器, 酸素ボンベ 3.4 L×3, 青いリュック."""
        match load.what:
            case What.CHILD:
                return self.words["child"]
            case What.BAG:
                return self.plan.supplies.bag_kind or self.words["bag"]
        row = get(self.plan, load.place)
        if load.what is What.PORTABLE:
            return row.name or self.words["portable"]
        if load.what is What.DEVICE:
            label = self.form.part("devices.devices").label
            return row.nickname or (choice_word(self.form, row.device_class) if row.device_class else label)
        litres = row.volume_l if row.content_l is None else row.content_l
        name = self.words["cylinder"] + ("" if litres is None else f" {figure(litres)} L")
        return name if load.pieces == 1 else self.words["pieces"].format(name=name, pieces=load.pieces)

    def _warnings(self) -> Iterator[Said]:
        found, words = self.carrying, self.leaving_words.warning
        if found.is_short_of_hands:
            text = words["hands"].format(needed=found.needed, hands=found.hands)
            yield Said(text, ("destination.carriers_needed",))
        if found.needs_two_for_child:
            kg = self.plan.child.weight_kg or 0
            yield Said(words["two"].format(kg=figure(kg)), ("child.weight_kg",))
        yield from self._heavy()
        yield from self._limits()
        yield from self._seats()
        yield from self._loading()

    def _heavy(self) -> Iterator[Said]:
        for carrier in self.carrying.carriers:
            for load in carrier.too_heavy:
                if load.kg is not None and load in carrier.loads:
                    pattern = self.leaving_words.warning["heavy" if carrier.limit_kg else "young"]
                    text = pattern.format(
                        who=self._who(carrier),
                        what=self._name(load),
                        kg=figure(load.kg),
                        limit=figure(carrier.limit_kg),
                    )
                    yield Said(text, _places(load))

    def _limits(self) -> Iterator[Said]:
        """Places whose limit of family members is below the number who really go."""
        people = companions(self.plan)
        for place in self.plan.destination.places:
            path = f"destination.places.{place.key}"
            if place.is_elsewhere and place.family_limit is not None and place.family_limit < people:
                name = place.name or (choice_word(self.form, place.kind) if place.kind else "")
                text = self.leaving_words.warning["limit"].format(
                    place=name, limit=place.family_limit, people=people
                )
                yield Said(text, (f"{path}.name", f"{path}.family_limit"))

    def _seats(self) -> Iterator[Said]:
        rows = [row for row in self.plan.destination.transports if row.kind is TransportKind.OWN_CAR]
        people = companions(self.plan) + 1
        if rows and all(row.seats is not None for row in rows):
            seats = sum(row.seats or 0 for row in rows)
            if seats < people:
                text = self.leaving_words.warning["seats"].format(seats=seats, people=people)
                yield Said(text, tuple(f"destination.transports.{row.key}.seats" for row in rows))

    def _loading(self) -> Iterator[Said]:
        entered, minutes = self.plan.triggers.loading_min, self.carrying.minutes
        if entered is not None and minutes is not None and minutes > entered:
            text = self.leaving_words.warning["loading"].format(
                minutes=figure(minutes), entered=figure(entered)
            )
            yield Said(text, ("triggers.loading_min",))

    def _notes(self) -> Iterator[str]:
        notes = self.leaving_words.note
        yield notes["basis"].format(minutes=figure(self.carrying.round_trip_min))
        if self.carrying.unassigned:
            yield notes["undecided"]
        if self.carrying.is_bound:
            yield notes["unknown"]


def _places(load: Load) -> tuple[str, ...]:
    if load.what is What.CHILD:
        return ("destination.child_carrier", "child.weight_kg")
    if load.what is What.BAG:
        return ("supplies.bag_owner", "supplies.bag_weight_kg")
    return (f"{load.place}.carrier", f"{load.place}.weight_kg")
