"""Plain reports for the command line: what is missing, every field. No styles, no files."""

from collections.abc import Iterable, Iterator
from typing import Any

from evacplan.form.completeness import GroupState
from evacplan.form.edition import Words
from evacplan.form.finding_words import WordedFinding
from evacplan.form.spec import Item
from evacplan.form.words import choice_word


def completeness_lines(words: Words, groups: tuple[GroupState, ...]) -> Iterator[str]:
    """One line for each group, then what is not answered in it."""
    for state in groups:
        name = words.sentences.groups[state.group.value]
        done = state.total - len(state.missing)
        yield f"{'✓' if state.is_complete else '！'} {name}　{done}/{state.total}"
        for missing in state.missing:
            mark = words.form.answers.unknown if missing.unknown else "未記入"
            yield f"    {mark}　{missing.label}　[{missing.path}]"


def completeness_data(groups: tuple[GroupState, ...]) -> list[dict[str, Any]]:
    """The same as data."""
    return [
        {
            "group": state.group.value,
            "total": state.total,
            "answered": state.total - len(state.missing),
            "missing": [
                {"path": one.path, "label": one.label, "unknown": one.unknown} for one in state.missing
            ],
        }
        for state in groups
    ]


def finding_lines(words: Words, found: Iterable[WordedFinding]) -> Iterator[str]:
    """Each finding with its severity, what to do about it, and the place to go to."""
    for finding in found:
        severity = words.sentences.severities[finding.severity.value]
        yield f"{severity}　{finding.say}　{finding.do}　[{finding.place}]"


def field_data(words: Words) -> Iterator[dict[str, Any]]:
    """Every field: path, section, label, type, unit, need, editions, and its choices."""
    titles = {section.name: section.title for section in words.form.sections}
    for item in words.form.items():
        choices = item.leaf.choices
        yield {
            "path": item.path,
            "section": titles[item.path.partition(".")[0]],
            "label": item.label,
            "type": item.leaf.kind.shape.value,
            "unit": item.leaf.kind.unit,
            "need": item.need.value,
            "editions": sorted(edition.value for edition in item.editions),
            **({"choices": {one.value: choice_word(words.form, one) for one in choices}} if choices else {}),
        }


def field_lines(words: Words) -> Iterator[str]:
    """The same as lines."""
    for item in words.form.items():
        yield "\t".join(_columns(item))


def _columns(item: Item) -> list[str]:
    editions = ",".join(sorted(edition.value for edition in item.editions)) or "-"
    unit = item.leaf.kind.unit or "-"
    return [item.path, item.label, item.leaf.kind.shape.value, unit, item.need.value, editions]
