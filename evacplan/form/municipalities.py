"""Where an address lies: its municipality and area, and what is the same for everybody there."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = "municipalities.toml"


@dataclass(frozen=True, slots=True)
class Municipality:
    """code: five digits (JIS X 0402); area: the 二次保健医療圏."""

    code: str
    name: str
    area: str


@dataclass(frozen=True, slots=True)
class Centre:
    """The prefecture's centre for children with medical care."""

    organisation: str
    phone: str
    hours: str


@dataclass(frozen=True, slots=True)
class Municipalities:
    """The municipalities of one prefecture and what they share. power_company: its name alone."""

    every: tuple[Municipality, ...]
    centre: Centre
    power_company: str

    def of_address(self, address: str) -> Municipality | None:
        """The municipality of an address, with or without its prefecture and county; None elsewhere."""
        plain = re.sub(r"^青森県", "", re.sub(r"\s", "", address))
        plain = re.sub(r"^[^市町村]{1,4}郡", "", plain)
        return next((each for each in self.every if plain.startswith(each.name)), None)


def load_municipalities(catalog: Path) -> Municipalities:
    """The table of a catalogue folder."""
    content = tomllib.loads((catalog / FILE).read_text(encoding="utf-8"))
    shared = content["prefecture"]
    every = (
        Municipality(code, name, area)
        for area, found in content["areas"].items()
        for code, name in found.items()
    )
    return Municipalities(tuple(every), Centre(**shared["centre"]), shared["power_company"])
