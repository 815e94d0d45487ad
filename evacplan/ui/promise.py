"""The promise of a hospital that is also a place to go to: answered at one, it stands at the other too."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from evacplan.domain.paths import exists, split
from evacplan.domain.plan import Plan
from evacplan.domain.promises import CHOSEN, with_promise
from evacplan.session import Change
from evacplan.ui.desk import Desk


class OnePromise:
    """Watches a session: what is chosen holds for both at once, what is typed when the field is left."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._before: dict[str, Plan] = {}
        self.end = desk.session.watch(self._changed)

    def _changed(self, change: Change) -> None:
        # After undo nothing is filled in again that was just taken out.
        if not change.path:
            self._before.clear()
            return
        self._before.setdefault(change.path, change.before)
        if split(change.path)[1] in CHOSEN:
            self.left(change.path)

    def left(self, path: str) -> None:
        """Let what changed in a field hold at the other place too."""
        session, before = self._desk.session, self._before.pop(path, None)
        if before is None or not exists(session.plan, path):
            return
        after = with_promise(before, session.plan, path)
        if after is session.plan:
            return
        session.replace(after)
        words = QCoreApplication.translate(
            "promise",
            "避難先と受け入れ病院は同じ病院なので、受け入れの約束を両方に入れました。Ctrl+Z で元に戻せます。",
        )
        self._desk.say(words)
