"""What follows from an answer as soon as it is given: an address from its code, a reading from typing."""

from __future__ import annotations

from collections.abc import Callable

from evacplan.ui import kana
from evacplan.ui.desk import Desk
from evacplan.ui.postal import AddressFill
from evacplan.ui.sources import Sources


def attach(desk: Desk, sources: Sources) -> Callable[[], None]:
    """Let everything that follows happen from here on; returns what ends it."""

    def left(path: str, reading: str) -> None:
        if not desk.reads_only:
            kana.propose(desk, path, reading)

    desk.left = left
    if sources.addresses is None:
        return lambda: None
    return AddressFill(desk.session, sources.addresses, desk.say).end
