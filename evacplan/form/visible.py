"""The one door between a plan and paper: what one edition may see. Default-deny.

Everything that is printed asks here. A field whose words do not list the edition, that the family has hidden
there, or that does not concern the child, is not there at all.
"""

import base64
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from evacplan.domain.paths import get, is_empty, put
from evacplan.domain.plan import NO_MARK, Mark, Plan
from evacplan.domain.plan.extras import EXTRAS
from evacplan.domain.stock import Needed, needed
from evacplan.domain.values import Shape
from evacplan.domain.wareki import age_on, format_day
from evacplan.form.changes import Change, changes
from evacplan.form.load import told_fields
from evacplan.form.papers import Paper
from evacplan.form.running import gathered, run_in
from evacplan.form.spec import Edition, Form, FormPart, Item, Repeat, SubRecord, applies
from evacplan.form.veil import hidden_fields, hides
from evacplan.form.view import Answer, Fact, State
from evacplan.form.words import worded

_BESIDE_NAMES = ("child.household.relation", "supporters.supporters.title")
_WIDE_FROM = 24
_STRONG = {Shape.PHONE}


class Visible:
    """One plan as one paper may show it. `used` grows by each field that was asked for and shown.

    only: the item paths that the paper may show of those its edition may; None: all of them.
    """

    def __init__(
        self, form: Form, plan: Plan, paper: Paper | Edition, only: frozenset[str] | None = None
    ) -> None:
        paper = Paper(paper)
        self.form = form
        self.edition = paper.edition
        self._only = only
        self._plan = plan
        self._hidden = hidden_fields(form, plan, paper)
        self._named = self._as_named()
        self.used: set[str] = set()
        self._changed: frozenset[str] = frozenset()
        self._aged: dict[str, str] = {}
        self._concerned: dict[str, bool] = {}
        self._answers: dict[str, Answer | None] = {}
        self._places: dict[str, Any] = {}
        self._form_paths: dict[str, str] = {}
        self._tellers: dict[str, list[Item]] = defaultdict(list)
        for item in form.items():
            if item.unit_from or item.told:
                self._tellers[item.path.rpartition(".")[0]].append(item)

    def may_show(self, item: Item) -> bool:
        """Whether the edition lists the field, the paper may show it and the family has not hidden it."""
        if self.edition not in item.editions or (self._only is not None and item.path not in self._only):
            return False
        return not hides(self._hidden, item.path)

    def _as_named(self) -> Plan:
        """The plan from which people are named: with a relation or title only where they may be read."""
        plan = self._plan
        for extra in _BESIDE_NAMES:
            if not self.may_show(self.form.item(extra)):
                rows, _, name = extra.rpartition(".")
                bare = tuple(row.model_copy(update={name: None}) for row in get(plan, rows))
                plan = put(plan, rows, bare)
        return plan

    def answer(self, path: str) -> Answer | None:
        """The answer at a concrete path; None when empty or not for this edition."""
        if path not in self._answers:
            self._answers[path] = self._find_answer(path)
        return self._answers[path]

    def _find_answer(self, path: str) -> Answer | None:
        item = self._item(path)
        if not self.may_show(item) or not self._concerns(path):
            return None
        self.used.add(item.path)
        mark = self._plan.marks.get(path, NO_MARK)
        found = self._answer(item, self._at(path), mark, self._unit(item, path))
        aged, changed = self._aged.get(path, ""), self._has_changed(path)
        if found is None or not (aged or changed):
            return found
        note = "　".join(filter(None, (found.note, aged)))
        return replace(found, note=note, changed=changed)

    def _item(self, path: str) -> Item:
        """The field at a concrete path."""
        above, _, name = path.rpartition(".")
        found = self._part(above, name)
        return found if isinstance(found, Item) else self.form.item(path)

    def _part(self, above: str, name: str) -> FormPart | None:
        """What the form says of a name in a record; the place of each record is looked for once."""
        if above not in self._form_paths:
            self._form_paths[above] = self.form.part(above).path if "." in above else above
        return self.form.parts_by_path.get(f"{self._form_paths[above]}.{name}")

    def _at(self, path: str) -> Any:
        """What stands at a place of the plan; of each record on the way it is looked for once."""
        above, _, name = path.rpartition(".")
        if not above:
            return get(self._plan, name)
        if above not in self._places:
            self._places[above] = self._at(above)
        return get(self._places[above], name)

    def tell_age(self, aged: Mapping[str, str]) -> None:
        """Let answers say who confirmed them and when; aged: path with row keys to those words."""
        self._aged = dict(aged)
        self._answers.clear()

    def changes_from(self, before: Plan) -> tuple[Change, ...]:
        """What differs from an earlier state of the plan, of all the paper may show; answers know it then."""
        found = changes(self.form, before, self._plan, self.may_show)
        self._changed = frozenset(change.path for change in found)
        self._answers.clear()
        return found

    def _has_changed(self, path: str) -> bool:
        """Whether an answer, or a row it stands in, is another than before."""
        if not self._changed:
            return False
        return path in self._changed or any(path.startswith(f"{row}.") for row in self._changed)

    def text(self, path: str) -> str:
        """The printed text at a path, "" when there is none; なし and 未確認 are texts too."""
        found = self.answer(path)
        return found.text if found is not None else ""

    def value_text(self, path: str) -> str:
        """The printed text at a path only where there is a value."""
        found = self.answer(path)
        return found.text if found is not None and found.state is State.VALUE else ""

    def labelled(self, path: str) -> str:
        """Short label and printed text at a path, "" when there is none."""
        text = self.text(path)
        return f"{self.form.item(path).short} {text}" if text else ""

    def age(self, path: str, today: date) -> int | None:
        """Full years since the day at a path, where the edition may see it."""
        day = get(self._plan, path) if self.value_text(path) else None
        return age_on(day, today) if isinstance(day, date) else None

    def stock_needed(self, row: str) -> Needed | None:
        """The computed quantities of one supply, where the edition may see what is used a day."""
        return needed(get(self._plan, row)) if self.answer(f"{row}.per_day") is not None else None

    def rows(self, path: str) -> list[str]:
        """The paths of the rows of a list that this edition may show, in order."""
        repeat = self.form.part(path)
        assert isinstance(repeat, Repeat)
        if not self._concerns(path) or not any(True for _ in self.leaves_of(repeat)):
            return []
        only = repeat.only.get(self.edition)
        rows = get(self._plan, path)
        return [f"{path}.{row.key}" for row in rows if only is None or getattr(row, only)]

    def list_answer(self, path: str) -> Answer | None:
        """なし or 未確認 said of a whole list; None when it has rows, is empty or not for this edition."""
        repeat = self.form.part(path)
        assert isinstance(repeat, Repeat)
        if not self._concerns(path) or not any(True for _ in self.leaves_of(repeat)):
            return None
        mark = self._plan.marks.get(path, NO_MARK)
        return self._marked(mark) if mark.none or mark.unknown else None

    def leaves_of(self, part: FormPart) -> Iterator[Item]:
        """Every field below a part that the edition may show."""
        if isinstance(part, Item):
            if self.may_show(part):
                yield part
        else:
            for inner in part.parts:
                yield from self.leaves_of(inner)

    def facts(self, part: FormPart, path: str, *, short: bool = False) -> Iterator[Fact]:
        """The labelled answers of a part at a concrete path; records are opened, rows told in lines.

        short: as they stand in a running line, told by their own words where the form gives them some.
        """
        if isinstance(part, Item):
            found = self.answer(path)
            if found is not None and not self._is_said_elsewhere(part, path, short):
                wide = part.leaf.kind.shape is Shape.TEXT or is_wide(found)
                yield self._told(part, path, found) if short else Fact(part.label, found, wide)
        elif isinstance(part, SubRecord):
            for inner in part.parts:
                yield from self.facts(inner, f"{path}.{_name(inner)}", short=short)
        else:
            yield from self._lines(part, path)

    def pictures(
        self, part: FormPart, path: str, without: Collection[str] = ()
    ) -> Iterator[tuple[str, bytes]]:
        """Every picture below a part at a concrete path, `without` inner parts, with its label.

        In a list the label says of which row: two maps without a name lead astray.
        """
        if isinstance(part, Item):
            found = self.answer(path) if part.leaf.kind.shape is Shape.IMAGE else None
            if found is not None and found.image is not None:
                yield part.label, found.image
        else:
            holders = self.rows(path) if isinstance(part, Repeat) else [path]
            for holder in holders:
                head = self._head(part, holder) if isinstance(part, Repeat) else ""
                for inner in part.parts:
                    if _name(inner) not in without:
                        for label, picture in self.pictures(inner, f"{holder}.{_name(inner)}"):
                            yield f"{label}　{head}".strip(), picture

    def _head(self, repeat: Repeat, row: str) -> str:
        return "　".join(text for name in repeat.heading if (text := self.text(f"{row}.{name}")))

    def _lines(self, repeat: Repeat, path: str) -> Iterator[Fact]:
        lines = self.row_lines(repeat, path)
        if lines:
            yield Fact(repeat.label, gathered(lines), wide=True)
        elif (said := self.list_answer(path)) is not None:
            yield Fact(repeat.label, said)

    def row_lines(self, repeat: Repeat, path: str) -> list[Answer]:
        """Each row of a list told in one line: 「専用　4 時間×2　購入日 令和7年4月20日」."""
        lines = (run_in(self._row_facts(repeat, row)) for row in self.rows(path))
        return [line for line in lines if line.text]

    def _row_facts(self, repeat: Repeat, row: str) -> Iterator[Fact]:
        heading = set(repeat.heading)
        for inner in repeat.parts:
            for fact in self.facts(inner, f"{row}.{_name(inner)}", short=True):
                yield replace(fact, label="") if _name(inner) in heading else fact

    def digest(self, parts: Iterable[FormPart]) -> Answer | None:
        """The answers of parts that are not in rows, running in; the only answer of a list stays as it is.

        Fields of a pack stand under the name of the pack, so even the only one keeps its label.
        """
        parts = tuple(parts)
        found = [fact for part in parts for fact in self.facts(part, part.path, short=True)]
        found = [fact for fact in found if fact.answer.image is None]
        if len(found) == 1 and not any(_name(part) == EXTRAS for part in parts):
            return found[0].answer
        told = [fact for fact in found if self.says(fact)]
        return run_in(told) if told else None

    def says(self, fact: Fact) -> bool:
        """Whether an answer is worth its room in a running line: なし only on the family's full record."""
        return fact.answer.state is not State.NONE or self.edition is Edition.FAMILY

    def _concerns(self, path: str) -> bool:
        """Whether each part on the way to a place concerns this child."""
        known = self._concerned.get(path)
        if known is None:
            above, _, name = path.rpartition(".")
            known = not above or (self._concerns(above) and self._applies(above, name))
            self._concerned[path] = known
        return known

    def _applies(self, above: str, name: str) -> bool:
        holder = self._at(above)
        if isinstance(holder, tuple):
            return True
        part = self._part(above, name) or self.form.part(f"{above}.{name}")
        return part.path.rpartition(".")[2] != name or applies(holder, part.when, above, self._plan.marks)

    def _unit(self, item: Item, path: str) -> str:
        """The unit that a neighbouring field holds, after a space."""
        if not item.unit_from:
            return ""
        text = self.value_text(f"{path.rpartition('.')[0]}.{item.unit_from}")
        return f" {text}" if text else ""

    def _is_said_elsewhere(self, item: Item, path: str, short: bool) -> bool:
        """Whether a field is its neighbour's unit, or a neighbour says the same or tells it too."""
        neighbours = self._tellers.get(item.path.rpartition(".")[0], ())
        if not (item.implied_by or neighbours):
            return False
        parent = path.rpartition(".")[0]
        if any(self.value_text(f"{parent}.{name}") for name in item.implied_by):
            return True
        measured = (near.name for near in neighbours if near.unit_from == item.name)
        if any(self.value_text(f"{parent}.{name}") for name in measured):
            return True
        return short and any(
            near is not item and item.name in told_fields(near.told) and self._filled(near, parent)
            for near in neighbours
        )

    def _told(self, item: Item, path: str, found: Answer) -> Fact:
        """A field as it stands in a running line."""
        if found.state is State.VALUE and (item.told or item.told_no or item.told_yes):
            yes_no = (item.told_no, item.told_yes)[self._at(path) is True]
            text = yes_no or self._filled(item, path.rpartition(".")[0])
            if text:
                return Fact("", replace(found, text=text))
        return Fact(item.short, found)

    def _filled(self, item: Item, parent: str) -> str:
        """The words of a field with its neighbours' values, without units; "" where one has no value."""
        names = told_fields(item.told)
        values = {name: self._bare(f"{parent}.{name}") for name in names}
        return item.told.format(**values) if all(values.values()) else ""

    def _bare(self, path: str) -> str:
        return self.value_text(path).removesuffix(f" {self.form.item(path).leaf.kind.unit}")

    def _answer(self, item: Item, value: object, mark: Mark, unit: str) -> Answer | None:
        if mark.none or mark.unknown:
            return self._marked(mark)
        if is_empty(value):
            return None
        if item.leaf.kind.shape is Shape.IMAGE:
            return Answer(item.label, image=base64.b64decode(str(value)))
        text = worded(self.form, self._named, item, value) + unit
        return Answer(text, strong=item.leaf.kind.shape in _STRONG)

    def _marked(self, mark: Mark) -> Answer:
        if mark.none:
            return Answer(self.form.answers.none, State.NONE)
        until = f"{format_day(mark.ask_until)}まで" if mark.ask_until else ""
        whom = f"{mark.ask_whom}が確認" if mark.ask_whom else ""
        return Answer(self.form.answers.unknown, State.UNKNOWN, "　".join(filter(None, (whom, until))))


def _name(part: FormPart) -> str:
    return part.path.rpartition(".")[2]


def is_wide(answer: Answer) -> bool:
    """Whether an answer wants the full width."""
    return answer.image is not None or len(answer.text) + len(answer.note) > _WIDE_FROM or "\n" in answer.text
