"""Fields, records and lists of the form as room to write in with a pen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from evacplan.domain.values import Shape
from evacplan.form.blank_words import BlankWords
from evacplan.form.spec import Edition, Form, FormPart, Item, Need, Repeat, SubRecord
from evacplan.form.view_pen import Blank, BlankCards, BlankFields, BlankTable, Room

TABLE_MOST = 11.5  # shares of a width; what asks for more becomes cards
_ROOMS = {
    Shape.NUMBER: Room.SHORT,
    Shape.WHOLE: Room.SHORT,
    Shape.PHONE: Room.PHONE,
    Shape.TEXT: Room.LINES,
    Shape.DAY: Room.PARTS,
    Shape.YEAR: Room.PARTS,
    Shape.CLOCK: Room.PARTS,
    Shape.BANDS: Room.PARTS,
    Shape.CHOICE: Room.TICKS,
    Shape.CHOICES: Room.TICKS,
    Shape.YES_NO: Room.TICKS,
    Shape.POSTAL: Room.BOXES,
    Shape.CODE: Room.BOXES,
    Shape.IMAGE: Room.PICTURE,
}
_BOXES = {Shape.POSTAL: (3, 4), Shape.CODE: (4,)}
_TEXT_LINES = 2
_LEAST_ROWS = 3  # of a table


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes blank fields. edition: only what its reader may see; None: everything.

    helps: with small print under what a plan must or should have. tight: labels beside the room to write in,
    and fewer rows: an edition has many more fields than a section.
    """

    form: Form
    words: BlankWords
    edition: Edition | None = None
    helps: bool = True
    tight: bool = False

    def allowed(self, parts: Iterable[FormPart]) -> Iterator[FormPart]:
        """The parts that the reader may see, with what is inside them cut to that too."""
        for part in parts:
            if isinstance(part, Item):
                if self.edition is None or self.edition in part.editions:
                    yield part
            elif inner := tuple(self.allowed(part.parts)):
                yield replace(part, parts=inner)

    def blank(self, item: Item) -> Blank:
        """One field."""
        shape = item.leaf.kind.shape
        return Blank(
            label=item.label,
            room=_ROOMS.get(shape, Room.LINE),
            note=self._note(item),
            unit=item.leaf.kind.unit,
            words=self._words(item),
            boxes=_BOXES.get(shape, ()),
            lines=self._lines(item),
            must=item.need is Need.MUST,
        )

    def _note(self, item: Item) -> str:
        said = item.help if self.helps and item.need is not Need.MAY else ""
        several = self.words.several_short if self.tight else self.words.several
        return f"{said}{several}" if item.leaf.kind.shape is Shape.CHOICES else said

    def _lines(self, item: Item) -> int:
        brief = item.leaf.kind.shape is not Shape.TEXT or (self.tight and item.need is Need.MAY)
        return 1 if brief else _TEXT_LINES

    def fields(self, title: str, items: Iterable[Item]) -> BlankFields:
        """Fields under a title."""
        return BlankFields(title, tuple(map(self.blank, items)), tight=self.tight)

    def _words(self, item: Item) -> tuple[str, ...]:
        words, choices = self.words, item.leaf.choices
        if choices:
            return tuple(self.form.choices[choices.__name__].values())
        by_shape = {
            Shape.DAY: words.day,
            Shape.YEAR: words.year,
            Shape.CLOCK: words.clock,
            Shape.BANDS: words.bands,
            Shape.YES_NO: (self.form.answers.yes, self.form.answers.no),
            Shape.IMAGE: (words.picture,),
        }
        return by_shape.get(item.leaf.kind.shape, ())

    def blocks(
        self, parts: Iterable[FormPart], title: str = ""
    ) -> Iterator[BlankFields | BlankTable | BlankCards]:
        """Every part in order: fields by their groups, records and lists each under its own label."""
        for name, run in groupby(parts, key=lambda part: _group(part, title)):
            found = list(run)
            items = [part for part in found if isinstance(part, Item)]
            if items:
                yield self.fields(name, items)
            for part in found:
                if isinstance(part, SubRecord):
                    yield from self._record(part)
                elif isinstance(part, Repeat):
                    yield self.listed(part)

    def _record(self, record: SubRecord) -> Iterator[BlankFields | BlankTable | BlankCards]:
        first, *others = self.blocks(record.parts, record.label)
        yield replace(first, note=record.help) if isinstance(first, BlankFields) and self.helps else first
        yield from others

    def listed(self, repeat: Repeat, title: str = "", most: int = 0) -> BlankTable | BlankCards:
        """A list with empty rows: a table where it is narrow enough, else cards. most: so many rows."""
        items = [part for part in repeat.parts if isinstance(part, Item)]
        note = repeat.help if self.helps else ""
        columns = tuple(map(replace(self, helps=False).blank, items))
        narrow = sum(column.share for column in columns) <= TABLE_MOST
        if narrow and len(items) == len(repeat.parts) and all(column.fits_a_cell for column in columns):
            count = most or max(self._rows(repeat, self.words.table_rows), _LEAST_ROWS)
            return BlankTable(title or repeat.label, columns, count, note)
        count = most or self._rows(repeat, self.words.cards)
        return BlankCards(title or repeat.label, repeat.label, tuple(self._of_card(repeat)), count, note)

    def _rows(self, repeat: Repeat, otherwise: int) -> int:
        """How many empty rows a list gets."""
        count = self.words.rows.get(repeat.path, otherwise)
        return min(count, self.words.edition_rows.get(repeat.path, count)) if self.tight else count

    def _of_card(self, repeat: Repeat) -> Iterator[BlankFields | BlankTable]:
        """What stands on one card: its own fields without their groups, then records and lists."""
        for own, run in groupby(repeat.parts, key=lambda part: isinstance(part, Item)):
            if own:
                yield self.fields("", (part for part in run if isinstance(part, Item)))
            else:
                for block in self.blocks(run):
                    yield from _opened(block) if isinstance(block, BlankCards) else (block,)


def _opened(cards: BlankCards) -> Iterator[BlankFields | BlankTable]:
    """Cards on a card: one group of fields after another, each with its number."""
    for number in range(1, cards.count + 1):
        for part in cards.parts:
            yield replace(part, title=f"{cards.name} {number}" if part is cards.parts[0] else part.title)


def _group(part: FormPart, title: str) -> str:
    return (part.group or title) if isinstance(part, Item) else part.path
