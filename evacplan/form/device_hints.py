"""What is known of kinds and models of devices: rules of thumb to show, never values to fill in."""

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evacplan.domain.choices import DeviceClass
from evacplan.domain.plan.devices import Device
from evacplan.domain.structure import Leaf, parts

FILE = "devices.toml"
Sentences = Mapping[str, str]  # by the name of a device's field


@dataclass(frozen=True, slots=True)
class DeviceHints:
    """kinds, models: the sentences of a class and of a model; classes: the class of each model."""

    kinds: Mapping[DeviceClass, Sentences]
    models: Mapping[str, Sentences]
    classes: Mapping[str, DeviceClass]

    def model(self, typed: str) -> str | None:
        """The model of the catalogue that is meant, however its letters and spaces were typed."""
        return next((name for name in self.models if _folded(name) == _folded(typed)), None)

    def sentence(self, device: Device, field: str) -> str:
        """What is known about a field of a device: of its model, else of its class, else nothing."""
        model = self.model(device.model or "")
        known = self.models[model].get(field, "") if model is not None else ""
        kind = self.kinds.get(device.device_class, {}) if device.device_class is not None else {}
        return known or kind.get(field, "")


def load_device_hints(catalog: Path) -> DeviceHints:
    """The table of a catalogue folder. Raises ValueError naming a class or field that does not exist."""
    content = tomllib.loads((catalog / FILE).read_text(encoding="utf-8"))
    models = {name: dict(block) for name, block in content["model"].items()}
    classes = {name: DeviceClass(block.pop("class")) for name, block in models.items()}
    kinds = {DeviceClass(name): dict(block) for name, block in content["class"].items()}
    known = {part.name for part in parts(Device) if isinstance(part, Leaf)}
    for block in (*models.values(), *kinds.values()):
        if strangers := set(block) - known:
            raise ValueError(f"{FILE}: {sorted(strangers)} are no fields of a device")
    return DeviceHints(kinds, models, classes)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
