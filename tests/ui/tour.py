"""Every page and dialog of the app, one after the other, in the real window on a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from evacplan.domain.attendance import likely_occasion
from evacplan.domain.errors import UserError
from evacplan.services import AppServices
from evacplan.ui.blank_box import BlankBox
from evacplan.ui.commands import KeysBox
from evacplan.ui.confirm import ConfirmBox, Confirming
from evacplan.ui.errors import Question
from evacplan.ui.ledger_box import LedgerBox, LedgerFacts
from evacplan.ui.locking import Locking, LockingBox
from evacplan.ui.reason_box import ReasonBox
from evacplan.ui.rows_page import RowsEditor
from evacplan.ui.save_box import SaveBox
from evacplan.ui.secret_boxes import SecretBox
from evacplan.ui.sides import _MAKERS
from evacplan.ui.window import MainWindow
from evacplan.vault import StoreVault
from tests.builders import a_case
from tests.ui.frame import PASSPHRASE

TODAY = date(2026, 11, 10)
ROUNDS, LATE_MS = 3, 150


def settle() -> None:
    """Let layouts, the timers that are due and deleted pages come to rest."""
    for _ in range(ROUNDS):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()


def settle_late() -> None:
    """As `settle`, once late timers have rung too."""
    QTest.qWait(LATE_MS)
    settle()


def pages(window: MainWindow, vault: StoreVault) -> Iterator[str]:
    """Goes through the window; each time it stops it gives the name of the page that is shown."""
    yield from _before(window, vault)
    plan_id = _store(window, vault)
    for name, go in (("list", window.show_list), ("agenda", window.show_agenda)):
        go()
        yield name
    window.open_plan(plan_id)
    yield from _interview(window)
    for side in _MAKERS:
        window.show_side(side)
        yield side.value
    window.show_list()
    window.show_restore()
    yield "restore"


def _before(window: MainWindow, vault: StoreVault) -> Iterator[str]:
    window.show_unlock()
    yield "first passphrase"
    window.rooms.door.entrance.restore()
    yield "restore on a new laptop"
    plans, code = vault.create(PASSPHRASE)
    window.show_code(plans, code)
    yield "code"
    window.rooms.door.cover.put(plans.prove, window.rooms.screen.at)
    yield "cover"
    window.lock()
    yield "unlock"
    window.rooms.door.entrance.recover()
    yield "recover"
    why, do = "ディスクの空きが足りません。", "空きを作って、もう一度試してください。"
    window.rooms.door.entrance.fail(UserError("開けませんでした。", why=why, do=do))
    yield "error"


def _store(window: MainWindow, vault: StoreVault) -> str:
    """Both samples in the store, one of them confirmed."""
    plans = vault.open(PASSPHRASE)
    plan_id = plans.create(a_case("case-a"))
    plans.create(a_case("case-b"))
    plans.confirm(plan_id, a_case("case-a"), "相談員", "")
    window.enter(plans)
    return plan_id


def _interview(window: MainWindow) -> Iterator[str]:
    """Each section, with the first row of each list open."""
    assert window.rooms.hand.plan is not None
    page = window.rooms.hand.plan.page
    page.refresh_overview()  # what a late timer does
    for name in page._pages.names:
        page.visit_section(name)
        if (section := page._pages.section_page()) is not None:
            section.finish()
        for rows in page._pages.page().findChildren(RowsEditor):
            if rows.path.count(".") == 1 and rows.rows() and not rows.chosen_path:
                rows.choose(rows.rows()[0].key)
        if name in page._pages._extras:
            page._pages.refresh_extras()  # as above
        yield name
    page.find_field()
    yield "find"
    page.next_section()


def dialogs(parent: QWidget | None, services: AppServices) -> dict[str, Callable[[], QDialog]]:
    """What makes each dialog, by its name."""
    facts = Confirming(3, 12, 3, TODAY, likely_occasion(a_case("case-a"), TODAY, None), who="青山 のぞみ")
    said = ("最後の変更を保存できませんでした。", "保存先に書き込めません。", "空きを確かめてください。")
    words = ("別の場所に控えを書いてから進む…(&W)", "最後の変更を捨てて進む(&D)", "画面に戻る(&B)")
    keys = [("次のページ", "Ctrl+PgDown"), ("次の未記入へ", "F8")] * 12
    return {
        "blank": lambda: BlankBox(parent, services),
        "confirm": lambda: ConfirmBox(parent, facts),
        "keys": lambda: KeysBox(parent, keys),
        "ledger": lambda: LedgerBox(parent, LedgerFacts("青山 のぞみ", 120, "", "AOM-1")),
        "locking": lambda: LockingBox(parent, Locking()),
        "question": lambda: Question(parent, said, words, True),
        "reason": lambda: ReasonBox(parent, "消防本部", "同意がありません。"),
        "save": lambda: SaveBox(parent, lambda _named: "AOM-2026-0017_municipality_第1版.pdf"),
        "secret": lambda: SecretBox(
            parent, "パスフレーズを変える", "新しいものを入れてください。", _nothing, new=True
        ),
    }


def _nothing(_old: str, _new: str) -> None:
    """Accept any passphrase."""
