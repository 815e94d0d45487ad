"""What a finding is: a code, how much it matters, the field to go to, and plain details for its sentence."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from evacplan.domain.blackout.inputs import Unknown
from evacplan.domain.findings.facts import Facts
from evacplan.domain.month import Month


class Severity(StrEnum):
    """red: a life may depend on it; amber: to be settled; info: good to know."""

    RED = "red"
    AMBER = "amber"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Named:
    """A row of the plan, to be called by its heading (人工呼吸器). path: with row keys."""

    path: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A field of the plan, to be called by its label, and by its row where it stands in one."""

    path: str


@dataclass(frozen=True, slots=True)
class Who:
    """A person: a name, or "@row key"."""

    reference: str


Plain = str | float | int | date | Month | StrEnum | Named | Labelled | Who | Unknown | None
Detail = Plain | tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. place: the path of the field to go to, with row keys.

    The details may name persons and devices, for the screen; they are kept out of `repr` and so out of logs.
    """

    code: str
    severity: Severity
    place: str
    details: Mapping[str, Detail] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding and the names of the details its sentence may use."""

    severity: Severity
    code: str
    names: frozenset[str]

    def at(self, place: str, /, **details: Detail) -> Finding:
        """The finding at a place. Raises TypeError when the details are not the declared ones."""
        if details.keys() != self.names:
            raise TypeError(f"{self.code}: details must be {sorted(self.names)}")
        return Finding(self.code, self.severity, place, details)


@dataclass(frozen=True, slots=True)
class Rule:
    """One check and every kind of finding it may yield."""

    check: Callable[[Facts], Iterator[Finding]]
    kinds: tuple[Kind, ...]


def rule(check: Callable[[Facts], Iterator[Finding]], *kinds: Kind) -> Rule:
    """A line of a table of rules."""
    return Rule(check, kinds)


def red(code: str, *names: str) -> Kind:
    """A kind of finding on which a life may depend."""
    return Kind(Severity.RED, code, frozenset(names))


def amber(code: str, *names: str) -> Kind:
    """A kind of finding that should be settled."""
    return Kind(Severity.AMBER, code, frozenset(names))


def info(code: str, *names: str) -> Kind:
    """A kind of finding that is good to know."""
    return Kind(Severity.INFO, code, frozenset(names))
