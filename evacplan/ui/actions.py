"""The key table as Qt's actions, which belong to the interview and stand in the window's menu."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from evacplan.ui import keys


def add_actions(owner: QWidget, does: Callable[[str], Callable[[], None]]) -> dict[str, QAction]:
    """The actions of the key table by name, in groups. does: what an action's name stands for."""
    found: dict[str, QAction] = {}
    for group in keys.KEYS.values():
        for key in group:
            found[key.name] = _add(owner, key.name, key_words(key.words), key.keys, does(key.name))
        separator = QAction(owner)
        separator.setSeparator(True)
        owner.addAction(separator)
    return found


def add_section_actions(
    owner: QWidget, titles: Mapping[str, str], visit: Callable[[str], None]
) -> dict[str, QAction]:
    """An action for each section by its name, with the keys in the order of the sections."""
    return {
        name: _add(owner, f"section_{name}", title, (key,), partial(visit, name))
        for key, (name, title) in zip(keys.SECTION_KEYS, titles.items(), strict=True)
    }


def keys_in_fields() -> list[tuple[str, str]]:
    """What the keys of a field do, and the keys, for the help."""
    return [(key_words(words), key_words(key)) for key, words in keys.IN_FIELDS]


def key_words(words: str) -> str:
    """Words of the key table in the language of the window."""
    return QCoreApplication.translate("keys", words)


def _add(
    owner: QWidget, name: str, words: str, shortcuts: tuple[str, ...], act: Callable[[], None]
) -> QAction:
    action = QAction(words, owner)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(shortcut) for shortcut in shortcuts])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _checked=False: act())
    owner.addAction(action)
    return action
