"""What follows from an answer once it is given: an address, a reading, one entry a person, one promise."""

from __future__ import annotations

from collections.abc import Callable

from evacplan.ui import kana
from evacplan.ui.area import AreaDefaults
from evacplan.ui.desk import Desk
from evacplan.ui.device_catalog import DeviceCatalog
from evacplan.ui.linking import Linking
from evacplan.ui.postal import AddressFill
from evacplan.ui.promise import OnePromise
from evacplan.ui.sources import Sources


def attach(desk: Desk, sources: Sources) -> Callable[[], None]:
    """Let everything that follows happen from here on; returns what ends it."""

    linking, promise = Linking(desk), OnePromise(desk)
    catalog = DeviceCatalog(desk, sources.device_hints) if sources.device_hints is not None else None
    area = AreaDefaults(desk, sources.areas) if sources.areas is not None else None
    find = sources.addresses
    address = AddressFill(desk.session, find, desk.say) if find is not None else None

    def left(path: str, reading: str) -> None:
        if not desk.reads_only:
            kana.propose(desk, path, reading)
            linking.left(path)
            promise.left(path)
            if catalog is not None:
                catalog.left(path)
            if area is not None:
                area.left(path)
            if address is not None:
                address.left(path)

    desk.left = left
    if catalog is not None:
        desk.known = catalog.sentence
        desk.models = lambda: tuple(catalog.hints.models)
    if area is not None:
        desk.fill_from_address = area.fill
    ends = [linking.end, promise.end, *([address.end] if address is not None else [])]

    def end() -> None:
        for one in ends:
            one()

    return end
