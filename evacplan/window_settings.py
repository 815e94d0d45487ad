"""How the window was left, from one time to the next."""

from __future__ import annotations

import logging

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from evacplan.domain.errors import UserError
from evacplan.system import settings
from evacplan.system.paths import DataPaths
from evacplan.system.settings import Settings
from evacplan.ui.theme import Look
from evacplan.ui.window import MainWindow

log = logging.getLogger(__name__)


def show_as_left(window: QWidget, wanted: Settings) -> None:
    """As it was left; one as large as the screen is maximised, or its frame would push its foot off it."""
    room = window.screen().availableGeometry().size()
    size = QSize(wanted.window_width, wanted.window_height).boundedTo(room)
    window.resize(size)
    if wanted.window_maximised or size.height() == room.height() or size.width() == room.width():
        window.showMaximized()
    else:
        window.show()


def settings_of(window: MainWindow, look: Look) -> Settings:
    """What is to be kept of it."""
    size = window.normalGeometry()
    return Settings(
        zoom_percent=look.lasting_zoom,
        window_width=max(size.width(), 400),
        window_height=max(size.height(), 300),
        window_maximised=window.isMaximized(),
        lock_minutes=window.locking.minutes,
        lock_on_minimise=window.locking.on_minimise,
        language=window.language.wanted,
        tour=window.tour_seen,
    )


def save_settings(paths: DataPaths, chosen: Settings) -> None:
    """Keep it, where that is possible."""
    try:
        settings.save(paths.settings, chosen)
    except OSError:
        log.warning("settings not saved")


def settings_broken() -> UserError:
    """What is told of a file of settings that cannot be read."""
    return UserError(
        "文字の大きさなどの設定を読めませんでした。",
        why="設定のファイルがこわれているか、別の版の evacplan のものです。計画には影響ありません。",
        do="もとの設定で始めます。表示のメニューから、文字の大きさを選び直してください。",
    )
