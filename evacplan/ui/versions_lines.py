"""What differs between two states, line by line, with a button on each line and section to bring it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from evacplan.domain.differences import How
from evacplan.form.comparison import SEPARATOR, Line, Remark, SectionLines
from evacplan.ui.parts import button, text_label
from evacplan.ui.theme import set_role
from evacplan.ui.versions_desk import DRAFT, Wanted
from evacplan.ui.versions_states import state_words

AT_ONCE = 30


class LinesPanel(QWidget):
    """Cards of the lines of some sections. restore_requested: with what to bring back (`Wanted`)."""

    restore_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None
        self._left: Iterator[Callable[[], QWidget]] = iter(())
        self._column: QVBoxLayout | None = None
        self._more = button("", "more")
        self._more.clicked.connect(self._show_more)
        self._waiting = 0
        self._outer.addWidget(self._more)

    def clear(self) -> None:
        """Show nothing."""
        if self._inside is not None:
            self._inside.deleteLater()
            self._inside.setParent(None)
        self._inside, self._column, self._left = None, None, iter(())
        self._more.hide()

    def show_lines(
        self, sections: Sequence[SectionLines], titles: tuple[str, str], source: int = DRAFT
    ) -> None:
        """Show these lines in place of what was shown.

        titles: what stands above both answers. source: the version to bring back from, DRAFT for none.
        """
        self.clear()
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._outer.insertWidget(0, self._inside)
        self._waiting = sum(len(section.lines) for section in sections)
        self._left = self._cards(sections, titles, source)
        self._show_more()

    def _show_more(self) -> None:
        assert self._column is not None
        had_focus = self._more.hasFocus()
        first: QWidget | None = None
        for _ in range(AT_ONCE):
            make = next(self._left, None)
            if make is None:
                break
            made = make()
            first = first or made
            self._column.addWidget(made)
        self._more.setText(self.tr("あと {n} か所を見る(&N)").format(n=self._waiting))
        self._more.setVisible(self._waiting > 0)
        if had_focus and first is not None:
            first.setFocus()
        self._settle()

    def _settle(self) -> None:
        """Give the cards their heights at once; the page would be drawn once with all of them squeezed."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _cards(
        self, sections: Sequence[SectionLines], titles: tuple[str, str], source: int
    ) -> Iterator[Callable[[], QWidget]]:
        """The heads and lines in their order, each made when it is shown."""
        for section in sections:
            yield partial(self._head, section, source)
            for line in section.lines:
                yield partial(self._card, line, titles, source)

    def _head(self, section: SectionLines, source: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 8, 0, 0)
        title = self.tr("{title}（{n} か所）").format(title=section.title, n=len(section.lines))
        row.addWidget(text_label(title, "group"), 1)
        if source != DRAFT:
            words = self.tr("この章を{version}に戻す…").format(version=state_words(self, source))
            back = self._back(words, f"restore:{section.name}", f"{section.title}　{words}", section.name)
            row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
            holder.setFocusProxy(back)
        return holder

    def _card(self, line: Line, titles: tuple[str, str], source: int) -> QWidget:
        self._waiting -= 1
        card = LineCard(line, titles)
        if source != DRAFT:
            words = self._back_words(line).format(version=state_words(self, source))
            back = self._back(words, f"restore:{_name(line)}", f"{line.label}　{words}", line.what)
            card.add_button(back)
        return card

    def _back(self, words: str, name: str, said: str, wanted: Wanted) -> QWidget:
        found = button(words, name, "quiet")
        found.setAccessibleName(said)
        found.clicked.connect(lambda: self.restore_requested.emit(wanted))
        return found

    def _back_words(self, line: Line) -> str:
        return {
            How.ANSWER: self.tr("{version}の値に戻す…"),
            How.ADDED: self.tr("{version}のとおり、なくす…"),
            How.REMOVED: self.tr("{version}の行を戻す…"),
            How.ORDER: self.tr("{version}の順番に戻す…"),
        }[line.what.how]


class LineCard(QFrame):
    """One line: where and what, then both answers side by side."""

    def __init__(self, line: Line, titles: tuple[str, str]) -> None:
        super().__init__()
        set_role(self, "card")
        self.setObjectName(f"line:{_name(line)}")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 10, 14, 10)
        self._grid.setHorizontalSpacing(10)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, 1)
        head = text_label(SEPARATOR.join(filter(None, (line.where, line.label))), "strong")
        self._head = QHBoxLayout()
        self._head.addWidget(head, 1)
        self._grid.addLayout(self._head, 0, 0, 1, 3)
        for column, title, text in ((0, titles[0], line.before), (2, titles[1], line.after)):
            self._grid.addWidget(text_label(title, "small"), 1, column)
            answer = text_label(text or self._nothing(line), "" if text else "grey")
            self._grid.addWidget(answer, 2, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(text_label("→", "grey"), 2, 1, Qt.AlignmentFlag.AlignTop)
        remark = self._remark(line)
        if remark:
            self._grid.addWidget(text_label(remark, "help"), 3, 0, 1, 3)
        told = (
            line.where,
            line.label,
            line.before or self._nothing(line),
            "→",
            line.after or self._nothing(line),
        )
        self.setAccessibleName("　".join(filter(None, (*told, remark))))

    def add_button(self, back: QWidget) -> None:
        """Put the button that brings it back beside the label."""
        self._head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(back)

    def _nothing(self, line: Line) -> str:
        if line.what.how in (How.ADDED, How.REMOVED):
            return self.tr("（この行はありません）")
        return self.tr("（空欄）")

    def _remark(self, line: Line) -> str:
        return {
            Remark.NONE: "",
            Remark.PICTURE: self.tr("別の画像です。"),
            Remark.PERSON: self.tr("名前は同じですが、「人」の行とのつながりがちがいます。"),
            Remark.SIGNS: self.tr("見た目は同じですが、文字か空白がちがいます。"),
        }[line.remark]


def _name(line: Line) -> str:
    return f"{line.what.how.value}:{line.what.path}"
