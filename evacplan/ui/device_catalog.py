"""The catalogue of devices at the interview: what is known beside empty fields, and the class of a model."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from evacplan.domain.paths import exists, get, is_empty, put, split
from evacplan.domain.plan.devices import Device
from evacplan.form.device_hints import DeviceHints
from evacplan.ui.desk import Desk


class DeviceCatalog:
    """hints: reads the catalogue; called once, when the first device is shown."""

    def __init__(self, desk: Desk, hints: Callable[[], DeviceHints]) -> None:
        self._desk = desk
        self._read = hints
        self._hints: DeviceHints | None = None

    @property
    def hints(self) -> DeviceHints:
        """What the catalogue knows."""
        if self._hints is None:
            self._hints = self._read()
        return self._hints

    def sentence(self, path: str) -> str:
        """The rule of thumb for an empty field of a device, else nothing."""
        if not path.startswith("devices.devices."):
            return ""
        holder, name = split(path)
        device = get(self._desk.session.plan, holder)
        if not isinstance(device, Device) or not is_empty(getattr(device, name)):
            return ""
        return self.hints.sentence(device, name)

    def left(self, path: str) -> None:
        """A model that is in the catalogue says of which class the device is, where nobody said so."""
        holder, name = split(path)
        plan = self._desk.session.plan
        device = get(plan, holder) if name == "model" and exists(plan, holder) else None
        if not isinstance(device, Device) or device.device_class is not None or not device.model:
            return
        model, place = self.hints.model(device.model), f"{holder}.device_class"
        if model is None or not self._desk.session.mark(place).is_empty:
            return
        self._desk.session.replace(put(plan, place, self.hints.classes[model]))
        words = QCoreApplication.translate(
            "device_catalog",
            "機種から、機器の種類を入れました。目安は欄の下に出ます。値は、この機器の表示で確かめます。",
        )
        self._desk.say(words)
