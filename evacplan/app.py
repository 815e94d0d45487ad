"""The app with its window: makes every part and joins them."""

from __future__ import annotations

import contextlib
import gc
import logging
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import (
    QMessageLogContext,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from evacplan.backup_keeper import BackupKeeper
from evacplan.domain.errors import UserError
from evacplan.ending import ending_by_signal
from evacplan.form_packs import FormPacks
from evacplan.outer_door import CRASHED, OuterDoor
from evacplan.services import AppServices
from evacplan.system import core_dumps, logs, settings
from evacplan.system.crash import CrashWatch
from evacplan.system.instance import Seat
from evacplan.system.paths import DataPaths, ShippedPaths, data_paths, shipped_paths
from evacplan.system.settings import Settings
from evacplan.training import TrainingGround
from evacplan.ui.doorbell import Doorbell, come_forward, ring
from evacplan.ui.errors import ErrorBox
from evacplan.ui.file_history import keep_no_file_history
from evacplan.ui.language import JAPANESE, LanguageChoice, Spoken, speak
from evacplan.ui.locking import Locking
from evacplan.ui.read_only import SecondCopy, SecondCopyBox
from evacplan.ui.session_signals import watch_session
from evacplan.ui.theme import Look, load_fonts
from evacplan.ui.training import LeadsTo
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault, who_has
from evacplan.window_settings import save_settings, settings_broken, settings_of, show_as_left

log = logging.getLogger(__name__)

_WARM_UP_MS = 30
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LEVELS = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO}


@dataclass(frozen=True)
class _Place:
    """What a window is opened on. trains: a training, and no real plans. lasts: it is kept for the next time.

    before: the settings of the window that led here. language: asked for on the command line, and kept.
    """

    paths: DataPaths
    trains: bool = False
    lasts: bool = True
    before: Settings | None = None
    language: Spoken | None = None


@dataclass(frozen=True)
class _Ended:
    """How a window was left."""

    code: int
    leads_to: LeadsTo = LeadsTo.NOTHING
    settings: Settings | None = None


def run(
    data_dir: Path | None, sample: bool, *, training: bool = False, language: Spoken | None = None
) -> int:
    """Open the window, and another one where it leads to; return the exit code once none is open.

    data_dir: the folder of the user's files, None for the system's place. training: begin with the training,
    in a folder of its own below it. sample: the same, gone when it is left; nothing of the user's is opened.
    language: of the window from now on, None for the one that was chosen in it.
    """
    core_dumps.forbid()
    real = data_paths(data_dir)
    ended = (
        _sample(data_dir, language) if sample else _guarded(_place(real, trains=training, language=language))
    )
    while ended.leads_to is not LeadsTo.NOTHING:
        trains = ended.leads_to is LeadsTo.TRAINING
        ended = _guarded(_place(real, trains=trains, before=ended.settings))
    return ended.code


def _place(
    real: DataPaths, *, trains: bool, before: Settings | None = None, language: Spoken | None = None
) -> _Place:
    return _Place(real.training if trains else real, trains=trains, before=before, language=language)


def _sample(data_dir: Path | None, language: Spoken | None) -> _Ended:
    if data_dir is not None:
        data_dir.mkdir(parents=True, exist_ok=True)
    # On Windows a file may still be held for a moment; what stays behind is encrypted.
    with tempfile.TemporaryDirectory(prefix="evacplan-", dir=data_dir, ignore_cleanup_errors=True) as folder:
        return _guarded(_Place(data_paths(Path(folder)), trains=True, lasts=False, language=language))


def make_app(shipped: ShippedPaths, zoom_percent: int = 100, language: Spoken = JAPANESE) -> Look:
    """The Qt application in a language, with the shipped fonts and the look of the window."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
        keep_no_file_history(app)
    app.setApplicationName("evacplan")
    speak(app, language, shipped.translations)
    load_fonts(shipped.fonts)
    app.setWindowIcon(QIcon(str(shipped.icons / "evacplan.svg")))
    return Look(app, zoom_percent, icons=shipped.icons)


def _guarded(place: _Place) -> _Ended:
    """Run with crash files and logs, from before the first part is made until after the last is gone."""
    paths = place.paths
    try:
        paths.make()
    except OSError:
        return _Ended(_refused(_no_folder()))
    door = OuterDoor()
    watch = CrashWatch(paths.crashes, door.crashed)
    watch.start()
    door.guard()
    handler = logs.start(paths.log)
    before = qInstallMessageHandler(_log_qt)
    try:
        with contextlib.closing(Seat(paths.instance)) as seat:
            if not seat.take() and not _reads(paths):
                # Whoever came for a training that is open elsewhere goes back to the plans.
                return _Ended(0, LeadsTo.PLANS if place.trains and place.before else LeadsTo.NOTHING)
            return _run(place, door, seat)
    finally:
        qInstallMessageHandler(before)
        logs.stop(handler)
        watch.stop()


def _reads(paths: DataPaths) -> bool:
    """Ask what a second copy is to do; whether it opens to read."""
    make_app(shipped_paths(), language=settings.language_in(paths.settings))
    answer = SecondCopyBox.ask(who_has(paths.store))
    if answer is SecondCopy.BRING_FORWARD:
        ring(paths.doorbell)
    return answer is SecondCopy.READ


def _run(place: _Place, door: OuterDoor, seat: Seat) -> _Ended:
    shipped, paths = shipped_paths(), place.paths
    loaded = _settings(place)
    language = loaded.settings.language
    look = make_app(shipped, loaded.settings.zoom_percent, language)
    services = _services(place, shipped, seat)
    packs = services.packs
    services.language = LanguageChoice(language, language)
    locking = Locking(loaded.settings.lock_minutes, loaded.settings.lock_on_minimise)
    window = door.window = MainWindow(services, look, locking, loaded.settings.tour)
    if seat.take():
        Doorbell(paths.doorbell, window).rung.connect(lambda: come_forward(window))
    with ending_by_signal(window):
        show_as_left(window, loaded.settings)
        if services.training is not None:
            window.train()
        else:
            window.show_unlock()
        if loaded.kept_aside is not None:
            ErrorBox.tell(window, settings_broken())
        if packs.in_use and packs.trouble is not None:
            ErrorBox.tell(window, packs.trouble)
        code = _until_closed(window, services)
        if code != CRASHED:
            window.end()
    chosen = settings_of(window, look)
    if seat.take():
        save_settings(paths, chosen)
    door.window = None
    window.deleteLater()
    look.deleteLater()
    return _Ended(code, window.leads_to, chosen)


def _services(place: _Place, shipped: ShippedPaths, seat: Seat) -> AppServices:
    """The parts behind the window; a training has no backups and takes no packs."""
    paths = place.paths
    if not place.trains:
        vault = StoreVault(paths.store, BackupKeeper(paths.backups, paths.second_folder), seat.take)
        return AppServices(vault, shipped, packs=FormPacks(shipped, paths.packs))
    vault = StoreVault(paths.store, None, seat.take)
    training = TrainingGround(paths, vault, shipped.samples, lasts=place.lasts)
    return AppServices(vault, shipped, training=training)


def _settings(place: _Place) -> settings.Loaded:
    """The settings of this folder; where there are none, a training takes over what was chosen outside.

    The language goes along from window to window, and so does that the tour was seen.
    """
    if place.trains and place.before is not None and not place.paths.settings.exists():
        return settings.Loaded(place.before)
    loaded = settings.load(place.paths.settings)
    language = place.language or (place.before.language if place.before is not None else None)
    taken: dict[str, str] = {"language": language} if language is not None else {}
    if place.before is not None and not loaded.settings.tour:
        taken["tour"] = place.before.tour
    return replace(loaded, settings=loaded.settings.model_copy(update=taken))


def _until_closed(window: MainWindow, services: AppServices) -> int:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.commitDataRequest.connect(window.rescue)
    app.aboutToQuit.connect(window.rescue)
    watch_session(window).leaving.connect(window.leave_desk)
    _warm_up(window, services.warm_up())
    return app.exec()


def _warm_up(window: MainWindow, steps: Iterator[None]) -> None:
    """Take a step whenever the window has nothing else to do."""
    timer = QTimer(window)

    def step() -> None:
        try:
            next(steps)
        except StopIteration:
            timer.stop()
            # Modules and forms stay to the end; to look through them for garbage takes 60 ms at a time.
            gc.freeze()

    timer.timeout.connect(step)
    timer.start(_WARM_UP_MS)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    # Qt quotes file names and texts; neither belongs in a log.
    words = _QUOTED.sub("...", message)
    log.log(_LEVELS.get(kind, logging.WARNING), "qt %s %s", context.category, words)


def _refused(error: UserError) -> int:
    make_app(shipped_paths())
    ErrorBox.tell(None, error)
    return 1


def _no_folder() -> UserError:
    return UserError(
        "データを置くフォルダを作れませんでした。",
        why="その場所に書き込むことが許されていません。",
        do="パソコンの管理者に、このフォルダへの書き込みの許可を頼んでください。",
    )
