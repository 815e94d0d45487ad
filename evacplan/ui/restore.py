"""The page that restores a backup: choose one, see what it holds and what differs, then put it in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QListWidget, QWidget

from evacplan.ui.card_page import CardPage
from evacplan.ui.code_field import CodeField
from evacplan.ui.dialogs import FileBox
from evacplan.ui.parts import button, field_label, text_label
from evacplan.ui.passphrase_fields import PassphraseFields
from evacplan.ui.ports import BackupLine, OpenedBackup, PlanDifference, PlanLine, Vault
from evacplan.ui.told import day_words

_LIST_LINES = 7


class RestorePage(CardPage):
    """in_store: the plans of the store as it was closed; none when it cannot be opened.

    restored: with the `Plans` of the restored store. code_typed: with the recovery code that opens it.
    back_requested: never mind; nothing was changed.
    """

    restored = Signal(object)
    code_typed = Signal(str)
    back_requested = Signal()

    def __init__(
        self, vault: Vault, in_store: Sequence[PlanLine], today: date, parent: QWidget | None = None
    ) -> None:
        self._replaces = vault.exists
        super().__init__(self.tr("バックアップから元に戻します"), self._introduction(), parent)
        self._vault = vault
        self._known = vault.backups()
        self._in_store = in_store
        self._today = today
        self._opened: OpenedBackup | None = None
        self._which = QComboBox()
        self._which.setObjectName("which")
        self._choose = button(self.tr("バックアップのファイルを選ぶ…(&B)"), "choose")
        self._fields = PassphraseFields(new=False)
        self._by_code = QCheckBox(self.tr("パスフレーズの代わりに、復旧コードで開く(&K)"))
        self._by_code.setObjectName("by_code")
        self._code = CodeField()
        self._held = text_label(role="strong")
        self._plans = QListWidget()
        self._plans.setObjectName("held")
        self._plans.setAccessibleName(self.tr("バックアップの中の計画"))
        self._look = button(self.tr("中身を見る(&L)"), "look", "primary")
        words = self.tr("このバックアップに置きかえる(&O)")
        if not self._replaces:
            words = self.tr("このバックアップで始める(&O)")
        self._go = button(words, "restore", "primary")
        self._back = button(self.tr("やめる(&C)"), "back", "quiet")
        self._arrange()
        self._connect()

    def look(self) -> None:
        """Open the chosen backup and show what it holds."""
        problem = self._problem()
        if problem:
            self.tell(*problem)
        elif not self.attempt(self._open, lambda error: self.tell(error.what, error.why, error.do)):
            self._refuse()

    def choose_other(self) -> None:
        """Ask for a file that is in none of the folders of backups, and choose it."""
        self.forget()
        path = FileBox.open_backup(self)
        if path is None:
            self._which.setCurrentIndex(0)
            return
        at = self._which.count() - 1
        self._which.insertItem(at, path.name, path)
        self._which.setCurrentIndex(at)
        self.notice.clear()
        (self._code if self._by_code.isChecked() else self._fields).setFocus()

    def restore(self) -> None:
        """Put the backup in place and open it."""
        self.attempt(self._replace, lambda error: self.tell(error.what, error.why, error.do))

    def forget(self) -> None:
        """Close the backup, and drop what was typed and shown."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()
        self._plans.clear()
        for widget in (self._held, self._plans, self._go):
            widget.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Close the backup when the page is left."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def _open(self) -> None:
        self.forget()
        is_code = self._by_code.isChecked()
        typed = self._code.text() if is_code else self._fields.text
        self._opened = self._vault.look(self._which.currentData(), typed, is_code=is_code)
        found = self._opened.differences(self._in_store)
        self._plans.addItems([self._line(each) for each in found])
        self._held.say(self._summary(found))
        for widget in (self._held, self._plans, self._go):
            widget.show()
        self._go.setFocus()

    def _replace(self) -> None:
        if self._opened is None:
            return
        self._opened.restore()
        self.forget()
        if self._by_code.isChecked():
            # The code opens the store once more, together with a new passphrase.
            self.code_typed.emit(self._code.take())
            return
        plans = self._vault.open(self._fields.text)
        self._fields.forget()
        self.restored.emit(plans)

    def _chosen(self, index: int) -> None:
        self.forget()
        if index == self._which.count() - 1:
            self.choose_other()

    @property
    def _needs_file(self) -> bool:
        """Whether there is no backup but one that the user brings."""
        return not self._replaces and not self._known

    def _problem(self) -> tuple[str, ...]:
        if self._needs_file and self._which.currentData() is None:
            self._choose.setFocus()
            return (self.tr("バックアップのファイルが、まだ選ばれていません。"),)
        return self._code.problem() if self._by_code.isChecked() else self._fields.problem()

    def _refuse(self) -> None:
        if self._by_code.isChecked():
            self._code.setFocus()
        else:
            self._fields.refuse()

    def _ask_for(self, is_code: bool) -> None:
        self.forget()
        self.notice.clear()
        self._fields.setHidden(is_code)
        self._code.setHidden(not is_code)
        self.setFocusProxy(self._code if is_code else self._fields)
        self.setFocus()

    def _summary(self, found: Sequence[PlanDifference]) -> str:
        counts = Counter(each.difference for each in found)
        held = len(found) - counts["only_in_store"]
        said = [self.tr("計画が {n} 件入っています。").format(n=held)]
        if not self._replaces:
            return said[0]
        changed = {
            "only_in_store": self.tr("置きかえると、{n} 件が消えます。"),
            "backup_older": self.tr("{n} 件は、前の内容に戻ります。"),
            "backup_newer": self.tr("{n} 件は、新しい内容になります。"),
            "only_in_backup": self.tr("{n} 件が、元に戻ります。"),
        }
        said += [words.format(n=counts[kind]) for kind, words in changed.items() if counts[kind]]
        return "".join(said)

    def _line(self, each: PlanDifference) -> str:
        plan = each.in_backup or each.in_store
        if plan is None:
            return ""
        words = {
            "same": self.tr("同じ内容です"),
            "backup_older": self.tr("いまのデータのほうが新しい"),
            "backup_newer": self.tr("バックアップのほうが新しい"),
            "only_in_backup": self.tr("いまのデータにはない"),
            "only_in_store": self.tr("バックアップにはない"),
        }
        name = plan.name or self.tr("名前なし")
        differs = words[each.difference] if self._replaces else ""
        return "　".join(filter(None, (plan.number, name, differs)))

    def _arrange(self) -> None:
        first = self.tr("まだ選ばれていません") if self._needs_file else self.tr("いちばん新しい、読めるもの")
        self._which.addItem(first, None)
        for backup in self._known:
            self._which.addItem(self._named(backup), backup.path)
        self._which.addItem(self.tr("ほかの場所のファイルを選ぶ…"), None)
        self._plans.setSpacing(2)
        self._plans.setFixedHeight(self.fontMetrics().lineSpacing() * _LIST_LINES)
        label = field_label(self.tr("どのバックアップ(&W)"), self._which)
        self._code.hide()
        if not self._needs_file:
            self._choose.hide()
        self.add(label, self._which, self._choose, self._fields, self._code, self._by_code)
        self.add(self._look, self._held, self._plans)
        self.add(self.notice, self._go, self._back)
        self.forget()
        self.setFocusProxy(self._choose if self._needs_file else self._fields)

    def _introduction(self) -> tuple[str, ...]:
        if self._replaces:
            return (
                self.tr("まず中身を見ます。いまのデータは、置きかえると決めるまで変わりません。"),
                self.tr("置きかえる前のデータも、バックアップのフォルダに残します。"),
            )
        return (
            self.tr(
                "このパソコンには、まだ計画がありません。USBメモリなどのバックアップか控えから始めます。"
            ),
            self.tr("まず中身を見ます。始めると決めるまで、何も変わりません。"),
        )

    def _named(self, backup: BackupLine) -> str:
        at = backup.made_at.astimezone()
        day = self.tr("今日") if at.date() == self._today else day_words(at.date())
        kind = self.tr("置きかえる前のデータ") if backup.is_before_restore else ""
        return "　".join(filter(None, (f"{day} {at:%H:%M}", kind)))

    def _connect(self) -> None:
        self._which.activated.connect(self._chosen)
        self._choose.clicked.connect(self.choose_other)
        self._by_code.clicked.connect(self._ask_for)
        for field in (self._fields, self._code):
            field.edited.connect(self.notice.clear)
            field.submitted.connect(self.look)
        self._look.clicked.connect(self.look)
        self._go.clicked.connect(self.restore)
        self._back.clicked.connect(self.back_requested)
