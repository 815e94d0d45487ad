"""What a place of the plan is called before people of several houses: rows by names that all may read."""

from __future__ import annotations

from dataclasses import dataclass, field

from evacplan.domain.paths import get
from evacplan.domain.plan import Plan
from evacplan.form.spec import Edition, Form, Item, Repeat
from evacplan.form.visible import Visible

SEPARATOR = " › "


@dataclass(slots=True)
class PlaceNames:
    """nameless: what a row is called whose name not every edition may show, with its {number}."""

    form: Form
    plan: Plan
    nameless: str
    _seen: tuple[Visible, ...] = field(init=False)

    def __post_init__(self) -> None:
        self._seen = tuple(Visible(self.form, self.plan, edition) for edition in Edition)

    def of(self, path: str) -> str:
        """医療機器 › 吸引器 › 実測消費電力; "" for a place that the family's paper may not name."""
        part = self.form.part(path)
        family = self._seen[list(Edition).index(Edition.FAMILY)]
        if not any(True for _ in family.leaves_of(part)):
            return ""
        section, *rest = path.split(".")
        names, place = [self.form.section(section).title], section
        for name in rest:
            holder = get(self.plan, place)
            place = f"{place}.{name}"
            if isinstance(holder, tuple):
                names[-1] = self._row(place) or self._numbered(place, [row.key for row in holder])
            else:
                names.append(self.form.part(place).label)
        return SEPARATOR.join(names)

    def _row(self, path: str) -> str:
        """What names a row to every reader, each said once."""
        repeat = self.form.part(path)
        assert isinstance(repeat, Repeat)
        found: list[str] = []
        for name in repeat.heading:
            text = self._text(f"{path}.{name}")
            if text and text not in found:
                found.append(text)
        return "　".join(found)

    def _text(self, path: str) -> str:
        item = self.form.part(path)
        assert isinstance(item, Item)
        texts = {seen.value_text(path) for seen in self._seen}
        return texts.pop() if len(texts) == 1 else ""

    def _numbered(self, path: str, keys: list[str]) -> str:
        holder, _, key = path.rpartition(".")
        label = self.form.part(holder).label
        return f"{label} {self.nameless.format(number=keys.index(key) + 1)}"
