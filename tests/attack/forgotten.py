"""A forgotten passphrase: `python -m tests.attack.forgotten begin DATA SHEET`, then `… open DATA CODE`.

To begin is to choose a passphrase nobody will remember, save the sheet as a PDF, and type a plan. To open is
a new process in which the code of the sheet is typed, with a new passphrase; it prints what it then reads.
"""

from __future__ import annotations

import os
import secrets
import sys
import traceback
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from evacplan.ui.code_page import CodePage
from evacplan.ui.dialogs import FileBox
from evacplan.ui.plan_list import PlanListPage
from evacplan.ui.recover import RecoverPage
from tests.attack.at_work import AtWork, start
from tests.hands import ALT, wait_until

NEW = "ishi mizu tokei sora"
NAME = "髙橋 忘れな草"


def begin(one: AtWork, sheet: Path) -> None:
    """Make the store."""
    passphrase = secrets.token_hex(12)
    for _ in range(2):
        one.hands.keys(passphrase)
        one.hands.press(Qt.Key.Key_Return)
    wait_until(lambda: one._has_cursor(CodePage), "the recovery code")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FileBox, "save", staticmethod(lambda *_: sheet))
        one.hands.press(Qt.Key.Key_D, ALT)
        wait_until(sheet.exists, "the sheet")
    one.put_sheet_away()
    page = one.new_plan()
    one.answer(page, "child.name", NAME)
    one.until_saved(page)
    one.close()


def reopen(one: AtWork, code: str) -> None:
    """Type the code and a new passphrase, and read the plan."""
    one.hands.press(Qt.Key.Key_R, ALT)
    wait_until(lambda: one._has_cursor(RecoverPage), "the cursor for the code")
    one.hands.keys(code)
    one.hands.press(Qt.Key.Key_Return)
    for _ in range(2):
        one.hands.keys(NEW)
        one.hands.press(Qt.Key.Key_Return)
    wait_until(lambda: one._has_cursor(PlanListPage) or bool(one.said()), "an answer to the code")
    assert not one.said(), one.said()
    page = one.open_plan()
    page.go_to("child.name")
    field = QApplication.focusWidget()
    print(field.text() if field is not None and hasattr(field, "text") else "", flush=True)
    one.close()


if __name__ == "__main__":
    kind, data, last = sys.argv[1:]
    work = partial(begin, sheet=Path(last)) if kind == "begin" else partial(reopen, code=last)
    try:
        code = start(Path(data), work)
    except BaseException:  # told before Qt is taken down around the one who worked, which may never end
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    os._exit(code)
