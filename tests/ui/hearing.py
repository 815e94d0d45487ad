"""What a screen reader is told of a window: the tree of QAccessible, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QScrollArea, QWidget

from evacplan.ui.pdf_pane import PdfPane
from evacplan.ui.rundown.chart import RunChart

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
# Roles that say nothing about what can be done with a control.
SAYS_NOTHING = {getattr(QAccessible.Role, name) for name in ("NoRole", "Client", "Pane", "Grouping")}
DEEPEST = 60


def heard(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything that can be seen of a widget, in the order in which it is told."""
    root = QAccessible.queryAccessibleInterface(widget)
    if root is not None:
        yield from _below(root, 0)


def _below(one: QAccessibleInterface, depth: int) -> Iterator[QAccessibleInterface]:
    if depth > DEEPEST or one.state().invisible:
        return
    yield one
    # Cells of tables and lines of lists are told by their view; there may be a thousand of them.
    if one.role() in (QAccessible.Role.Table, QAccessible.Role.List, QAccessible.Role.Tree):
        return
    for at in range(one.childCount()):
        child = one.child(at)
        if child is not None and child.isValid():
            yield from _below(child, depth + 1)


def controls(widget: QWidget) -> list[QAccessibleInterface]:
    """What the cursor can reach by Tab."""
    found = []
    for one in heard(widget):
        thing = one.object()
        if isinstance(thing, QWidget) and one.state().focusable and thing.isEnabled() and thing.isVisible():
            found.append(one)
    return found


def troubles(window: QWidget) -> list[str]:
    """Controls without a name or a role, and neighbours that cannot be told apart."""
    reached = controls(window)
    found = [f"no name: {_named(one)}" for one in reached if not one.text(NAME).strip()]
    found += [f"no role: {_named(one)}" for one in reached if one.role() in SAYS_NOTHING and not _reads(one)]
    for before, after in pairwise(reached):
        same = before.text(NAME) == after.text(NAME) and before.role() == after.role()
        inside = before.object() is after.object().parent()
        if same and before.text(NAME) and not inside:
            found.append(f"twice the same: {_named(before)}")
    return found


def _reads(one: QAccessibleInterface) -> bool:
    """Whether it is something to read that the cursor reaches for its keys, and says so in its name.

    Qt gives no role to what is painted by hand: the chart, whose arrows tell it in words, and the paper.
    """
    return isinstance(one.object(), QScrollArea | RunChart | PdfPane)


def _named(one: QAccessibleInterface) -> str:
    thing = one.object()
    where = thing.parent()
    holder = f" in {type(where).__name__} {where.objectName()!r}" if where is not None else ""
    return f"{type(thing).__name__} {thing.objectName()!r} {one.text(NAME)[:40]!r} {one.role().name}{holder}"
