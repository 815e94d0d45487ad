"""The lines of a list of names: two of one name told apart, all narrowed by what is typed."""

import unicodedata

from evacplan.domain import structure
from evacplan.ui.desk import Desk


def told_apart(desk: Desk, named: dict[str, str]) -> dict[str, str]:
    """Row key to a name, with the list that the row stands in where several rows bear the same name."""
    shared = {name for name in named.values() if list(named.values()).count(name) > 1}
    if not shared:
        return named
    lists = {row.key: path.rpartition(".")[0] for path, row in structure.rows(desk.session.plan)}
    return {
        key: f"{name}　〔{desk.form.part(lists[key]).label}〕" if name in shared else name
        for key, name in named.items()
    }


def narrowed(names: dict[str, str], typed: str, adds: dict[str, str]) -> dict[str, str]:
    """The lines of the list for what was typed. adds: those that make a new entry of it.

    Names that hold what was typed stay; where none does, everybody can be picked after the new entry. A
    whole name is an answer: whoever opens the list then looks for another one.
    """
    if typed.strip() in names.values():
        return names | adds
    found = {key: name for key, name in names.items() if holds(name, typed)}
    return found | adds if found else adds | names


def holds(name: str, typed: str) -> bool:
    """Whether a name holds what was typed, however wide its letters and spaces are."""
    return _plain(typed) in _plain(name)


def _plain(text: str) -> str:
    """For comparing only; what is stored is never normalised."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
