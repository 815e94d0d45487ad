"""Find a field by its name: a line to type into and the fields whose name holds it."""

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from evacplan.domain.plan import Plan
from evacplan.form import progress
from evacplan.form.spec import Form, Repeat
from evacplan.ui.editors.field import full_label
from evacplan.ui.editors.inputs import LineInput
from evacplan.ui.headings import Hiding, hides_none, place_heading
from evacplan.ui.theme import set_role

MOST = 40


def searchable(text: str) -> str:
    """A text as it is compared: width, case and katakana do not matter."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in plain)


def found_places(form: Form, plan: Plan, text: str, hides: Hiding = hides_none) -> list[tuple[str, str]]:
    """Path and full name of each place whose label, help or list holds the text; labels first."""
    wanted = searchable(text.strip())
    if not wanted:
        return []
    paths: dict[str, list[str]] = {}
    for place in progress.places(form, plan):
        paths.setdefault(place.part.path, []).append(place.path)
    hits: list[tuple[int, str, str]] = []
    for part in form.parts_by_path.values():
        rank = _rank(wanted, part.label, part.help)
        if rank is not None:
            places = paths.get(part.path) or _nearest(form, part.path, paths)
            hits += [(rank, path, _named(form, plan, part.path, path, hides)) for path in places]
    return [(path, label) for _, path, label in sorted(hits, key=lambda hit: hit[0])][:MOST]


def _named(form: Form, plan: Plan, part: str, path: str, hides: Hiding) -> str:
    """The full name of a place; that of the field where the place is the list the field would stand in."""
    is_it = form.part(path).path == part
    return place_heading(form, plan, path, hides) if is_it else full_label(form, part)


def _rank(wanted: str, label: str, hint: str) -> int | None:
    plain = searchable(label)
    if plain.startswith(wanted):
        return 0
    if wanted in plain:
        return 1
    return 2 if wanted in searchable(hint) else None


def _nearest(form: Form, path: str, paths: dict[str, list[str]]) -> list[str]:
    """The list that a field would stand in, where there is no row for it yet; else the field itself."""
    parent = path
    while "." in parent:
        parent = parent.rpartition(".")[0]
        if isinstance(form.parts_by_path.get(parent), Repeat):
            return paths.get(parent, [])
    return [path] if path in form.parts_by_path else []


class FindBar(QFrame):
    """The line and its hits; Enter goes to the first one, Escape closes it."""

    place_chosen = Signal(str)
    closed = Signal()

    def __init__(self, form: Form, parent: QWidget, hides: Hiding = hides_none) -> None:
        super().__init__(parent)
        self._form = form
        self._hides = hides
        self._plan = Plan()
        set_role(self, "bar")
        self._line = LineInput(self)
        self._line.setPlaceholderText(self.tr("項目の名前の一部を入れます。例　電池"))
        self._line.setAccessibleName(self.tr("項目をさがす"))
        self._hits = QListWidget(self)
        self._hits.setAccessibleName(self.tr("見つかった項目"))
        self._hits.setSpacing(2)
        self._hits.hide()
        close = QPushButton(self.tr("さがすのをやめる　Esc"), self)
        set_role(close, "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 10, 24, 10)
        for widget in (self._line, self._hits, close):
            layout.addWidget(widget)
        self._line.textEdited.connect(self._search)
        self._line.returnPressed.connect(lambda: self._take(self._hits.item(0)))
        self._hits.itemClicked.connect(self._take)
        self._hits.itemActivated.connect(self._take)
        close.clicked.connect(self.closed)

    def open(self, plan: Plan) -> None:
        """Start a search in this plan."""
        self._plan = plan
        self.show()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def _search(self, text: str) -> None:
        self._hits.clear()
        for path, label in found_places(self._form, self._plan, text, self._hides):
            item = QListWidgetItem(label)
            item.setData(Qt.ItemDataRole.UserRole, path)
            self._hits.addItem(item)
        self._hits.setVisible(bool(text.strip()))
        if text.strip() and not self._hits.count():
            self._hits.addItem(QListWidgetItem(self.tr("その名前の項目はありません。")))
        rows = min(self._hits.count(), 8)
        self._hits.setFixedHeight(rows * (self._hits.sizeHintForRow(0) + 4) + 12 if rows else 0)
        self._hits.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        path = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if path:
            self.place_chosen.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_Down and self._line.hasFocus():
            # The first hit is marked while one types, and Enter takes it: the arrow goes on to the second.
            self._hits.setCurrentRow(min(1, self._hits.count() - 1))
            self._hits.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)
