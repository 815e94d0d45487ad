"""Every command of the window with its words and its keys: one table, shown in the menus and in the help."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QMenu, QMenuBar, QScrollArea, QVBoxLayout, QWidget

from evacplan.ui.parts import button, text_label
from evacplan.ui.theme import set_role


class At(Enum):
    """The page a command belongs to."""

    LOCKED = auto()
    CODE = auto()
    LIST = auto()
    AGENDA = auto()
    PLAN = auto()
    PAPER = auto()
    SIDE = auto()


EVERYWHERE = frozenset(At)
OPEN = EVERYWHERE - {At.LOCKED}


@dataclass(frozen=True, slots=True)
class Command:
    """One action: its menu, its words with the menu key, its shortcut, the pages where it works."""

    name: str
    menu: str
    words: str
    keys: str = ""
    at: frozenset[At] = EVERYWHERE


MENUS = {
    "file": "ファイル(&F)",
    "plan": "計画(&P)",
    "answer": "記入(&I)",
    "safe": "安全(&S)",
    "view": "表示(&V)",
    "help": "ヘルプ(&H)",
}
SECTION = "section_"
CHECKABLE = ("contrast", "projector")
# Done by the page beside the interview that is open.
OF_SIDES = ("save", "print", "beside", "next_page", "previous_page")
CHANGING = (
    "training_anew",
    "new",
    "take_in",
    "duplicate",
    "archive",
    "confirm",
    "changed",
    "drill",
    "back_up",
    "spare",
    "second_folder",
    "restore",
    "change_passphrase",
    "renew_code",
)
_LIST, _PLAN, _PAPER = frozenset({At.LIST}), frozenset({At.PLAN}), frozenset({At.PAPER})
_SIDES = _PAPER | {At.SIDE}
_AGENDA = frozenset({At.AGENDA})
COMMANDS = (
    Command("new", "file", "新しい計画(&N)", "Ctrl+N", _LIST),
    Command("take_in", "file", "ファイルから計画を取り込む…(&I)", "", _LIST),
    Command("write_out", "file", "計画をファイルに書き出す…(&E)", "", _LIST),
    Command("save", "file", "PDFに保存する…(&S)", "Ctrl+S", _PAPER),
    Command("print", "file", "印刷する…(&P)", "Ctrl+P", _PAPER),
    Command("blank", "file", "手書き用の白紙を印刷・保存…(&B)", "", _LIST | _PLAN),
    Command("load_pack", "file", "様式パックを読み込む…(&K)", "", _LIST),
    Command("former_forms", "file", "もとの様式に戻す…(&M)", "", _LIST),
    Command("training", "file", "練習を始める(&T)", "", _LIST | {At.LOCKED}),
    Command("training_anew", "file", "練習をはじめからやり直す…(&A)", "", _LIST),
    Command("training_end", "file", "練習を終わる(&X)"),
    Command("quit", "file", "終了する(&Q)", "Ctrl+Q"),
    Command("open", "plan", "選んだ計画を開く(&O)", "Ctrl+O", _LIST),
    Command("duplicate", "plan", "選んだ計画を複製する(&D)", "", _LIST),
    Command("archive", "plan", "選んだ計画をしまう、または一覧に戻す(&A)", "", _LIST),
    Command("agenda", "plan", "宿題と見直しの一覧(&T)", "Ctrl+J", _LIST),
    Command("to_list", "plan", "計画の一覧へ(&J)", "Esc", _AGENDA),
    Command("search", "plan", "計画をさがす(&F)", "Ctrl+F", _LIST),
    Command("paper", "plan", "紙面を見る(&P)", "Ctrl+P", _PLAN),
    Command("print_set", "plan", "一式を印刷する…(&S)", "Ctrl+Shift+P", _PLAN | _PAPER),
    Command("confirm", "plan", "版を確定する…(&C)", "Ctrl+Shift+S", _PLAN | _PAPER),
    Command("versions", "plan", "版の一覧とくらべる(&H)", "Ctrl+H", _PLAN | _PAPER),
    Command("changed", "plan", "変わったことを書く…(&G)", "Ctrl+G", _PLAN | _SIDES),
    Command("drill", "plan", "訓練の結果を入れる…(&D)", "", _PLAN | _SIDES),
    Command("rehearsal", "plan", "机上訓練(&T)", "Ctrl+T", _PLAN | _SIDES),
    Command("meeting_start", "plan", "会議をはじめる(&M)", "Ctrl+M", _PLAN | _SIDES),
    Command("meeting_end", "plan", "会議をおわる…(&E)", "Ctrl+Shift+M", _PLAN | _SIDES),
    Command("copy_from", "plan", "ほかの計画から写す…(&Y)", "Ctrl+Shift+C", _PLAN),
    Command("back", "plan", "記入に戻る(&B)", "Esc", _SIDES),
    Command("list", "plan", "計画の一覧に戻る(&L)", "Ctrl+W", _PLAN | _SIDES),
    Command("lock", "safe", "鍵をかける(&L)", "Ctrl+L", OPEN),
    Command("locking", "safe", "ひとりでに鍵をかける…(&A)", "", _LIST),
    Command("back_up", "safe", "いまバックアップする(&B)", "", OPEN),
    Command("spare", "safe", "別の場所に控えを書く…(&W)", "", _PLAN | _SIDES),
    Command("second_folder", "safe", "2つ目の保存先…(&S)", "", _LIST),
    Command("restore", "safe", "バックアップから元に戻す…(&U)", "", _LIST),
    Command("change_passphrase", "safe", "パスフレーズを変える…(&P)", "", _LIST),
    Command("renew_code", "safe", "復旧コードを新しくする…(&R)", "", _LIST),
    Command("ledger", "safe", "台帳をCSVに書き出す…(&G)", "", _LIST),
    Command("beside", "view", "紙面を並べて見る、または1つだけ見る(&B)", "Ctrl+B", _PAPER),
    Command("next_page", "view", "次のページ(&F)", "Ctrl+PgDown", _PAPER),
    Command("previous_page", "view", "前のページ(&R)", "Ctrl+PgUp", _PAPER),
    Command("larger", "view", "文字を大きくする(&L)", "Ctrl++"),
    Command("smaller", "view", "文字を小さくする(&S)", "Ctrl+-"),
    Command("normal", "view", "文字をもとの大きさに戻す(&N)", "Ctrl+0"),
    Command("contrast", "view", "色の差をはっきりさせる(&C)"),
    Command("projector", "view", "会議で映す（大きな文字、家族だけの内容はかくす）(&P)", "F11"),
    Command("reveal", "view", "かくした欄や画面を見せる、またはかくす(&D)", "F7", OPEN - {At.CODE}),
    Command("language", "view", "言語 / Language…(&A)"),
    Command("explain", "help", "この画面の説明(&E)", "Shift+F1"),
    Command("manual", "help", "手引きの目次(&M)"),
    Command("tour", "help", "使い方の案内（5つ）(&T)", "Ctrl+F1", _LIST | _PLAN | _PAPER),
    Command("leaflet", "help", "家族に渡す案内を印刷・保存…(&F)", "", _LIST | _PLAN),
    Command("keys", "help", "キーの一覧(&K)", "F1"),
    Command("licences", "help", "使っている部品とライセンス(&L)"),
    Command("about", "help", "evacplan について(&A)"),
)


class Menus:
    """The menus of a window. handlers: what each command of the table does, by its name.

    at: the page whose commands work. reads_only: none that changes the store does. absent: these never do.
    """

    def __init__(self, bar: QMenuBar, handlers: Mapping[str, Callable[[], object]]) -> None:
        self.at = At.LOCKED
        self.reads_only = False
        self.absent: frozenset[str] = frozenset()
        self._menus = {name: bar.addMenu(_tr(words)) for name, words in MENUS.items()}
        for name, menu in self._menus.items():
            menu.setObjectName(name)
        self._actions = {command.name: self._action(command, handlers[command.name]) for command in COMMANDS}

    def arm(self, at: At, own: Sequence[QAction]) -> None:
        """Let the commands of a page work, and show its own actions in the menu 「記入」.

        Where the page brings a key of ours, its action is the one that works.
        """
        self.at = at
        menu = self._menus["answer"]
        menu.clear()
        menu.addActions([action for action in own if not action.objectName().startswith(SECTION)])
        sections = [action for action in own if action.objectName().startswith(SECTION)]
        if sections:
            menu.addMenu(_tr("ページを開く(&G)")).addActions(sections)
        taken = {key.toString() for action in own for key in action.shortcuts()}
        for command in COMMANDS:
            key = QKeySequence(command.keys).toString()
            works = at in command.at and not (key and key in taken) and not self._is_held(command.name)
            self._actions[command.name].setEnabled(works)
            self._actions[command.name].setVisible(works)
        for name, menu in self._menus.items():
            _show(menu, _tr(MENUS[name]))

    def enable_picked(self, picked: bool) -> None:
        """Whether the commands for a chosen plan work on the list."""
        for name in ("open", "duplicate", "archive", "write_out"):
            self._actions[name].setEnabled(picked and not self._is_held(name))

    def _is_held(self, name: str) -> bool:
        return name in self.absent or (self.reads_only and name in CHANGING)

    def is_checked(self, name: str) -> bool:
        """Whether a command that can be on is on."""
        return self._actions[name].isChecked()

    def check(self, name: str, *, on: bool) -> None:
        """Let a command that can be on be on or off."""
        self._actions[name].setChecked(on)

    def keys(self) -> list[tuple[str, str]]:
        """Words and keys of every command that works here, in the order of the menus."""
        shown = (action for menu in self._menus.values() for action in menu.actions() if action.isVisible())
        found = (_words_and_keys(action) for action in shown)
        return [(words, keys) for words, keys in found if words and keys]

    def _action(self, command: Command, handler: Callable[[], object]) -> QAction:
        action = self._menus[command.menu].addAction(_tr(command.words))
        action.setObjectName(command.name)
        action.setShortcut(QKeySequence(command.keys))
        action.setCheckable(command.name in CHECKABLE)
        action.triggered.connect(lambda _checked=False: handler())
        return action


def _tr(words: str) -> str:
    return QCoreApplication.translate("commands", words)


def _show(menu: QMenu, title: str) -> None:
    """Show a menu where it offers something; Qt would keep the key of a hidden one (Alt+I) from others."""
    offers = any(action.isVisible() for action in menu.actions())
    menu.menuAction().setVisible(offers)
    menu.setTitle(title if offers else "")


def _words_and_keys(action: QAction) -> tuple[str, str]:
    words = action.text()
    # The menu key stands at the end in brackets, 「開く(&O)」, or in English within the word.
    plain = words[: words.rindex("(&")] if "(&" in words else words.replace("&", "")
    shortcuts = (key.toString() for key in action.shortcuts())
    return plain.rstrip(" …"), "、".join(shortcuts)


class KeysBox(QDialog):
    """The help window with all keys."""

    def __init__(self, parent: QWidget | None, keys: list[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setWindowTitle("evacplan")
        self.resize(560, 560)
        inside = QWidget()
        set_role(inside, "page")
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        for row, (words, key) in enumerate(keys):
            grid.addWidget(text_label(words), row, 0)
            grid.addWidget(text_label(key, "strong"), row, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.tr("キーの一覧"))
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.addWidget(text_label(self.tr("キーの一覧"), "heading"))
        box.addWidget(scroll, 1)
        close = button(self.tr("閉じる(&C)"), "close", "primary")
        close.clicked.connect(self.accept)
        box.addWidget(close)

    @staticmethod
    def tell(parent: QWidget | None, keys: list[tuple[str, str]]) -> None:
        """Show the keys until the user has read them."""
        KeysBox(parent, keys).exec()
