"""Runs of the app in processes of their own, with somebody who types, and what is left when they are over."""

from __future__ import annotations

import json
import os
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication

import evacplan.press  # loaded once, before the forks
import evacplan.ui.open_plan  # noqa: F401  (the same)
from evacplan.domain.errors import UserError
from evacplan.domain.paths import get
from evacplan.domain.plan import Plan
from evacplan.ui.errors import CrashBox, ErrorBox, Question
from evacplan.ui.interview import InterviewPage
from evacplan.ui.read_only import SecondCopy, SecondCopyBox
from evacplan.ui.unsaved import Unsaved
from tests.attack import kills, typing_process
from tests.attack.at_work import AtWork, start
from tests.hands import wait_until

FIELDS = typing_process.FIELDS


@dataclass
class Run:
    """What one run showed. typed: the number of each word and its field. said: beside the work.

    after_s: how long after the fault was gone all was saved. jumps: how often the cursor moved by itself.
    boxes: what was asked or told in front of the work.
    """

    typed: list[tuple[int, str]] = field(default_factory=list)
    during: int = 0
    said: str = ""
    after_s: float = 0.0
    longest_s: float = 0.0
    jumps: int = 0
    boxes: list[str] = field(default_factory=list)
    error: str = ""


class Typist:
    """Writes over the fields in turn, each time with the next number."""

    def __init__(self, one: AtWork, page: InterviewPage, run: Run, chance: Random) -> None:
        self.one, self.page, self.run = one, page, run
        self._numbers, self._chance = count(1), chance

    def type(self, words: int) -> None:
        """Type so many words; each must stand in the plan at once."""
        for _ in range(words):
            number, path = next(self._numbers), self._chance.choice(FIELDS)
            self.page.go_to(path)
            begin, cursor = time.monotonic(), QApplication.focusWidget()
            self.one.hands.rewrite(f"{number}@kaki")
            self.run.jumps += QApplication.focusWidget() is not cursor
            assert f"{number}@kaki" in str(get(self.page._session.plan, path)), "a key was lost"
            self.run.longest_s = max(self.run.longest_s, time.monotonic() - begin)
            self.run.typed.append((number, path))

    def until_saved(self) -> None:
        """Wait until everything is on the disk by itself."""
        wait_until(lambda: self.page._session.is_saved, "a saved draft")


def line(one: AtWork) -> str:
    """What is said beside the work about saving."""
    return one.window.findChildren(Unsaved)[0].said


def until_told(one: AtWork, run: Run) -> None:
    """Wait for the line about the fault; nothing else may happen to the cursor."""
    cursor = QApplication.focusWidget()
    wait_until(lambda: bool(line(one)), "a word about the fault")
    run.said = line(one)
    run.jumps += QApplication.focusWidget() is not cursor


Work = Callable[[Run, AtWork], None]


class AppProcess:
    """The app in a process of its own, killed once the work is done.

    A fork of this one, which has loaded the modules and made nothing of Qt: a second saved.
    """

    def __init__(self, data: Path, work: Work) -> None:
        reader, writer = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(reader)
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 2)
            _be_the_app(data, work, writer)
        os.close(writer)
        self._reader = reader

    def ended(self) -> Run:
        """What it showed, once it is over."""
        with os.fdopen(self._reader) as said:
            found = Run(**json.loads(said.read()))
        os.waitpid(self._child, 0)
        return found


def _be_the_app(data: Path, work: Work, writer: int) -> None:
    run = Run()

    def end(one: AtWork | None = None) -> None:
        try:
            if one is None:
                raise AssertionError("the app did not come to its window")
            work(run, one)
        except BaseException:  # whatever it is, it is what we look for
            run.error = traceback.format_exc()
        os.write(writer, json.dumps(asdict(run)).encode())
        # No end that the app could make use of.
        os._exit(0)

    _answer_boxes(run)
    try:
        start(data, end)
    finally:
        end()


def _answer_boxes(run: Run) -> None:
    """Nobody is there to answer; who asks is noted."""

    def tell(_parent: object, error: UserError) -> None:
        run.boxes.append(str(error))

    def ask(_parent: object, *said: str, buttons: tuple[str, ...], careful: bool = False) -> int:
        run.boxes.append("\n".join((*said, str(careful))))
        return len(buttons) - 1

    def crash(*_: object, **_words: object) -> bool:
        run.boxes.append("crash")
        return True

    patch = pytest.MonkeyPatch()
    patch.setattr(SecondCopyBox, "ask", staticmethod(lambda _held: SecondCopy.READ))
    for box, name, answer in ((ErrorBox, "tell", tell), (Question, "ask", ask), (CrashBox, "tell", crash)):
        patch.setattr(box, name, staticmethod(answer))


def number_in(plan: Plan, path: str) -> int:
    """The number of the word in a field, 0 for none of ours."""
    return kills._number(get(plan, path))


def lost_words(plan: Plan, typed: list[tuple[int, str]]) -> int:
    """How many of these words are neither in their field nor followed there by a later one."""
    return sum(number > number_in(plan, path) for number, path in typed)


def draft(data: Path) -> Plan:
    """The one plan of a store, which must be sound; raises whatever is wrong."""
    return kills._draft(data, kills.Sum())
