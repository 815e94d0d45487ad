"""The interview, and the whole window on a real encrypted store; offscreen, with shipped words and fonts."""

import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evacplan import press
from evacplan.domain.plan import Plan
from evacplan.form import edition
from evacplan.form.edition import Words, load_words
from evacplan.form.languages import Language
from evacplan.form.load import load_form
from evacplan.form.spec import Form
from evacplan.form.view import View
from evacplan.pdf import document
from evacplan.pdf.fonts import Fonts
from evacplan.pdf.memory import Memory
from evacplan.services import AppServices
from evacplan.store import keyslots
from evacplan.system.paths import shipped_paths
from evacplan.ui import autosave, printing, theme
from evacplan.ui.ports import Plans
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.store.samples import QUICK
from tests.ui.driving import Driver, FakeDrafts
from tests.ui.frame import PASSPHRASE, MadeStore, ReadyVault

ROOT = Path(__file__).parents[2]

if not os.environ.get("EVACPLAN_ONSCREEN"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(scope="session", autouse=True)
def _words_read_once() -> Iterator[None]:
    """Words never change; a press made for one test takes those of the shipped forms as they were read."""
    known = cache(load_words)

    def read(folder: Path, *languages: Language) -> Words:
        return (known if folder == ROOT / "forms" else load_words)(folder, *languages)

    with pytest.MonkeyPatch.context() as patch:
        for module in (edition, press):
            patch.setattr(module, "load_words", read)
        yield


@pytest.fixture(scope="session", autouse=True)
def _drawn_once() -> Iterator[None]:
    """The same view makes the same bytes (see tests/pdf): what many tests print is drawn once."""
    drawn: dict[tuple[View, Fonts], bytes] = {}

    def render(view: View, fonts: Fonts, memory: Memory | None = None) -> bytes:
        if (view, fonts) not in drawn:
            drawn[view, fonts] = document.render(view, fonts, memory)
        return drawn[view, fonts]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(press, "render", render)
        yield


@pytest.fixture(scope="session")
def form() -> Form:
    """The shipped form."""
    return load_form(ROOT / "forms")


@pytest.fixture(scope="session")
def shipped_look(qapp: QApplication) -> theme.Look:
    """The shipped look, as the test before left it."""
    theme.load_fonts(ROOT / "resources" / "fonts")
    return theme.Look(qapp)


@pytest.fixture
def look(shipped_look: theme.Look) -> theme.Look:
    """The shipped look at its ordinary size, whatever an app that ran in another test left."""
    shipped_look.zoom(100)
    return shipped_look


@pytest.fixture
def drive(qtbot: QtBot, form: Form, look: theme.Look) -> Iterator[Callable[..., Driver]]:
    """Opens an interview: drive(plan, section="devices", drafts=…)."""
    opened: list[Driver] = []

    def open_interview(
        plan: Plan | None = None, *, section: str = "meeting", drafts: FakeDrafts | None = None
    ) -> Driver:
        driver = Driver(qtbot, form, plan or Plan(), drafts or FakeDrafts())
        opened.append(driver)
        driver.show(section)
        return driver

    yield open_interview
    for driver in opened:
        driver.page.release()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be saved is tried again at once, not after seconds."""
    monkeypatch.setattr(autosave, "SOON_MS", 1)
    monkeypatch.setattr(autosave, "RETRY_MS", 50)


@pytest.fixture
def coarse_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few dots: as many pages, in a tenth of the time. How exactly they are drawn see test_printing.py."""
    monkeypatch.setattr(printing, "DPI", 50)


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> MadeStore:
    """A store that was made by the real vault."""
    path = tmp_path_factory.mktemp("made") / "plans.evacplan"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyslots, "COST", QUICK)
        plans, code = StoreVault(path).create(PASSPHRASE)
        plans.close()
    return MadeStore(path, code)


@pytest.fixture
def vault(tmp_path: Path, made_store: MadeStore) -> StoreVault:
    """The place of a store that does not exist yet."""
    return ReadyVault(tmp_path / "plans.evacplan", made_store)


@pytest.fixture
def plans(vault: StoreVault) -> Iterator[Plans]:
    """An open, empty store."""
    opened, _code = vault.create(PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def shared_services() -> AppServices:
    """The shipped words, fonts and press, read once."""
    return AppServices(StoreVault(Path("none")), shipped_paths())


@pytest.fixture
def services(vault: StoreVault, shared_services: AppServices) -> AppServices:
    """The real services on the store of the test."""
    shared_services.vault = vault
    return shared_services


@pytest.fixture
def window(qtbot: QtBot, services: AppServices, look: theme.Look) -> MainWindow:
    """The shown window, as at 1280x720; its store is closed with it."""
    found = MainWindow(services, look)
    found.resize(1280, 720)
    qtbot.addWidget(found)
    found.show()
    return found
