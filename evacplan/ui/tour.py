"""The guided tour of five steps, at the first start or from the menu: beside the window, never over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from evacplan.ui.commands import At
from evacplan.ui.theme import Look
from evacplan.ui.tour_frame import TourFrame
from evacplan.ui.tour_panel import TourPanel

Seen = Literal["", "done", "skipped"]
# A meeting has pages of its own, and a room that looks on has the projector: no tour there.
SHOWN = frozenset({At.LIST, At.PLAN, At.PAPER})
_LOOK_MS = 150
_OPENED = 1  # the step from which on a plan should be open


@dataclass(frozen=True, slots=True)
class Step:
    """One step. elsewhere: said while what it points at is not on the screen."""

    title: str
    text: str
    elsewhere: str
    points_at: Callable[[QMainWindow], Iterator[QRect]]


class Tour(QObject):
    """seen: how it was left before, "" while it never was shown. is_new: whether everything is new here.

    opens: opens a plan to show things in, None where no plan may be opened unasked.
    """

    def __init__(
        self,
        window: QMainWindow,
        look: Look,
        seen: Seen,
        *,
        is_new: Callable[[], bool],
        opens: Callable[[], object] | None,
    ) -> None:
        super().__init__(window)
        self.seen: Seen = seen
        self._window, self._look = window, look
        self._is_new, self._opens = is_new, opens
        self._at = At.LOCKED
        self._number: int | None = None
        self._steps = self._all_steps()
        self.panel = TourPanel()
        self._frame = TourFrame(window)
        self.panel.next_requested.connect(self.go_on)
        self.panel.back_requested.connect(self.go_back)
        self.panel.skip_requested.connect(self.skip)
        # What is pointed at moves with the page, its scrolling and the size of the text.
        self._watch = QTimer(self, interval=_LOOK_MS)
        self._watch.timeout.connect(self._follow)

    def below(self, area: QWidget) -> QWidget:
        """What the window holds: its pages, and the tour below them, always in view."""
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self.panel)
        return both

    @property
    def step(self) -> int | None:
        """The step that is shown, counted from 0; None while there is no tour."""
        return self._number

    def show_at(self, at: At) -> None:
        """The window shows another page; the first list there ever is begins the tour."""
        self._at = at
        if self._number is None and not self.seen and at is At.LIST and not self._look.projects:
            if self._is_new():
                self.begin()
        elif self._number == 0 and at is At.PLAN:
            # A plan was opened, as the first step says; the cursor stays with whoever opened it.
            self._number = _OPENED
            self._show_step()
        elif self._number is not None:
            self._follow()

    def begin(self) -> None:
        """Begin; a tour that is on its way goes on where it is, with the cursor in it."""
        if self._number is None:
            self._number = 0
            self._watch.start()
        self._tell()

    def go_on(self) -> None:
        """Show the next step; the last one ends the tour."""
        if self._number is None:
            return
        if self._number + 1 == len(self._steps):
            self._end("done")
            return
        self._number += 1
        if self._number == _OPENED and self._at is At.LIST and self._opens is not None:
            self._opens()
        self._tell()

    def go_back(self) -> None:
        """Show the step before."""
        if self._number:
            self._number -= 1
            self._tell()

    def skip(self) -> None:
        """No tour any more, unless it is asked for."""
        self._end("skipped")

    def _end(self, how: Seen) -> None:
        had_cursor = self.panel.has_cursor
        self.seen, self._number = how, None
        self._watch.stop()
        self._follow()
        page = self._window.centralWidget()
        if had_cursor and page is not None:
            page.setFocus()
            page.focusNextChild()

    def _show_step(self) -> None:
        assert self._number is not None
        self._follow()
        step = self._steps[self._number]
        self.panel.tell(step.title, step.text, self._number + 1, len(self._steps))

    def _tell(self) -> None:
        self._show_step()
        # After the page has taken the cursor, as a page that is shown does.
        QTimer.singleShot(0, self.panel, self.panel.take_cursor)

    def _follow(self) -> None:
        """Show or hide, and frame what the step points at where it is now."""
        shown = self._number is not None and self._at in SHOWN and not self._look.projects
        self.panel.setVisible(shown)
        if not shown or self._number is None:
            self._frame.point_at(())
            return
        step = self._steps[self._number]
        found = tuple(step.points_at(self._window))
        self._frame.point_at(found)
        self.panel.say_elsewhere("" if found else step.elsewhere)

    def _all_steps(self) -> tuple[Step, ...]:
        in_plan = self.tr("いまの画面には出ていません。計画を開いて記入の画面にすると、枠で示します。")
        return (
            Step(
                self.tr("計画を作る、開く"),
                self.tr(
                    "「新しい計画」（Ctrl+N）で始めます。できている計画は、一覧で選んで Enter で開きます。"
                    "保存のボタンはありません。打つたびに、ひとりでに保存されます。"
                ),
                self.tr("いまの画面には出ていません。計画の一覧（Ctrl+W）で、枠で示します。"),
                lambda window: _places(window, "new", "plans"),
            ),
            Step(
                self.tr("次に聞くこと"),
                self.tr(
                    "上の「次の未記入へ」（F8）が、次に聞く質問へ連れていきます。"
                    "答えられないときは、下の「わからない」（F4）。だれがいつまでに確かめるかを残せば、それも答えです。"
                ),
                in_plan,
                lambda window: _places(window, "next_missing", "answer_unknown"),
            ),
            Step(
                self.tr("残る時間と、家を出る時刻"),
                self.tr(
                    "停電から何時間後までに家を出るか、いま足りないことは何かが、打つたびに変わります。"
                    "未確認のものがあるあいだは、時間も未確認です。想像の時間は出ません。"
                ),
                in_plan,
                lambda window: _places(window, "consequence", "summary"),
            ),
            Step(
                self.tr("3つの紙"),
                self.tr(
                    "「紙面を見る」（Ctrl+P）で、家族・市町村・病院の紙が、刷るとおりに見えます。"
                    "載せてよいものだけが載り、同意がない相手の紙は断ります。Esc で記入に戻ります。"
                ),
                in_plan,
                lambda window: _places(window, "preview", "editions"),
            ),
            Step(
                self.tr("鍵、バックアップ、困ったとき"),
                self.tr(
                    "席を立つときは Ctrl+L で鍵をかけます。「安全」のメニューで、USBメモリへのバックアップと"
                    "復旧コードの紙を確かめます。この案内と手引き（Shift+F1）は「ヘルプ」にあります。"
                ),
                "",
                lambda window: _menus(window, "safe", "help"),
            ),
        )


def _places(window: QMainWindow, *names: str) -> Iterator[QRect]:
    """Where these are seen in the window, as far as they are."""
    for name in names:
        for widget in window.findChildren(QWidget, name):
            if widget.isVisible() and (seen := widget.visibleRegion().boundingRect()):
                yield QRect(widget.mapTo(window, seen.topLeft()), seen.size())


def _menus(window: QMainWindow, *names: str) -> Iterator[QRect]:
    """Where the titles of these menus are."""
    bar = window.menuBar()
    for menu in bar.findChildren(QMenu):
        if menu.objectName() in names and menu.menuAction().isVisible():
            place = bar.actionGeometry(menu.menuAction())
            yield place.translated(bar.mapTo(window, QPoint()))
