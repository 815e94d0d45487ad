"""Load a pack of forms, or go back to other forms: what changes is read before it is chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QDialog,
    QFileDialog,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from evacplan.domain.errors import UserError
from evacplan.form.spec import Edition, EditionWords
from evacplan.ui.about import forms_words
from evacplan.ui.dialogs import documents
from evacplan.ui.errors import ErrorBox, Question
from evacplan.ui.pack_ports import FormsLine, Offer, Packs
from evacplan.ui.pack_words import change_words, fingerprint_words
from evacplan.ui.parts import text_label
from evacplan.ui.roomy import RoomyDialog

_SCROLLS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


def load_pack(parent: QWidget | None, packs: Packs, editions: Mapping[Edition, EditionWords]) -> None:
    """Ask for the file of a pack, show what it changes, and use it from the next start on."""
    path = PackFileBox.ask(parent)
    if path is not None:
        _choose(parent, packs, editions, lambda: packs.look(path))


def go_back(parent: QWidget | None, packs: Packs, editions: Mapping[Edition, EditionWords]) -> None:
    """Ask for the forms to go back to, show what changes, and use them from the next start on."""
    others = [line for line in packs.kept() if line.fingerprint != packs.chosen]
    if not others:
        Question.ask(parent, _tr("いま、もとの様式を使っています。"), buttons=(_tr("閉じる(&C)"),))
        return
    fingerprint = BackBox.ask(parent, packs.in_use, others)
    if fingerprint is not None:
        _choose(parent, packs, editions, lambda: packs.look_back(fingerprint))


def _choose(
    parent: QWidget | None,
    packs: Packs,
    editions: Mapping[Edition, EditionWords],
    look: Callable[[], Offer],
) -> None:
    try:
        offer = look()
        if not OfferBox.ask(parent, offer, editions):
            return
        packs.choose(offer)
    except UserError as error:
        ErrorBox.tell(parent, error)
        return
    what = _tr("次に evacplan を始めたときから、この様式になります。")
    do = _tr("いまの画面と紙は、終了するまで変わりません。書いてある計画は、そのまま読めます。")
    Question.ask(parent, what, do, buttons=(_tr("閉じる(&C)"),))


class PackFileBox:
    """Which file holds the pack."""

    @staticmethod
    def ask(parent: QWidget | None) -> Path | None:
        """A file; None: never mind."""
        title = _tr("読み込む様式パックを選んでください")
        name, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), _tr("様式パック (*.zip)"))
        return Path(name) if name else None


class OfferBox(RoomyDialog):
    """Whose forms they are, the fingerprint to compare, and every change in words."""

    def __init__(
        self, parent: QWidget | None, offer: Offer, editions: Mapping[Edition, EditionWords]
    ) -> None:
        super().__init__(parent)
        self.sentences = [change_words(change, editions) for change in offer.changes]
        box = self.inside
        box.addWidget(text_label(self.tr("次に始めたときから、この様式にしますか。"), "heading"))
        box.addWidget(text_label(forms_words(offer.line), "strong"))
        if offer.line.fingerprint:
            ask = self.tr(
                "作ったところが知らせた番号（SHA-256）と、全部同じか見くらべてください。"
                "違えば使わないでください。"
            )
            box.addWidget(text_label(ask, "help"))
            box.addWidget(text_label(fingerprint_words(offer.line.fingerprint)))
        box.addSpacing(8)
        count = self.tr("変わるところ　{count}").format(count=len(self.sentences))
        box.addWidget(text_label(count if self.sentences else self.tr("変わるところはありません。"), "group"))
        for sentence in self.sentences:
            box.addWidget(text_label(sentence))
        leave = self.finish_with(self.tr("次から使う(&U)"), "use", role="", careful=True)
        leave.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the list of changes be read to its end by keys, too."""
        area = self.findChild(QScrollArea)
        action = _SCROLLS.get(Qt.Key(event.key()))
        if isinstance(area, QScrollArea) and action is not None:
            area.verticalScrollBar().triggerAction(action)
        else:
            super().keyPressEvent(event)

    @staticmethod
    def ask(parent: QWidget | None, offer: Offer, editions: Mapping[Edition, EditionWords]) -> bool:
        """Whether the forms are wanted."""
        return OfferBox(parent, offer, editions).exec() == QDialog.DialogCode.Accepted


class BackBox(RoomyDialog):
    """Which of the kept forms to go back to."""

    def __init__(self, parent: QWidget | None, in_use: FormsLine, others: Sequence[FormsLine]) -> None:
        super().__init__(parent)
        box = self.inside
        box.addWidget(text_label(self.tr("どの様式に戻しますか。"), "heading"))
        now = self.tr("いまの様式：{forms}").format(forms=forms_words(in_use))
        box.addWidget(text_label(now, "help"))
        self._choices = {line.fingerprint: QRadioButton(forms_words(line)) for line in others}
        for fingerprint, choice in self._choices.items():
            choice.setObjectName(f"forms{fingerprint}")
            box.addWidget(choice)
        first = next(iter(self._choices.values()))
        first.setChecked(True)
        self.finish_with(self.tr("変わるところを見る…(&N)"), "next")
        first.setFocus()

    @staticmethod
    def ask(parent: QWidget | None, in_use: FormsLine, others: Sequence[FormsLine]) -> str | None:
        """The fingerprint chosen, "" for the shipped forms; None: never mind."""
        dialog = BackBox(parent, in_use, others)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return next(key for key, choice in dialog._choices.items() if choice.isChecked())


def _tr(text: str) -> str:
    return QCoreApplication.translate("packs", text)
