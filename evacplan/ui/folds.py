"""Questions that do not concern this child: folded away, with a line that says why and one key."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from evacplan.domain.plan import Plan
from evacplan.domain.plan.base import Record
from evacplan.form.progress import holds_answer
from evacplan.form.spec import Form, FormPart, Item, Repeat, applies
from evacplan.ui.flow import FlowLayout
from evacplan.ui.theme import set_role

KEY = "Ctrl+Shift+H"


class Folds:
    """Which parts of a record do not concern this child, and the sentences that say so.

    folded: what is out of sight unless it was asked for. kept: what stays in sight because it was answered,
    though the papers leave it out.
    """

    def __init__(
        self, form: Form, plan: Plan, record: Record, prefix: str, parts: Sequence[FormPart]
    ) -> None:
        self._form = form
        away = [part for part in parts if not applies(record, part.when, prefix, plan.marks)]
        self.kept = [part for part in away if holds_answer(plan, f"{prefix}.{part.name}")]
        self.folded = [part for part in away if part not in self.kept]

    def sentences(self) -> list[str]:
        """A sentence for each reason, in the order of the form."""
        groups: dict[str, list[FormPart]] = {}
        for part in self.folded:
            groups.setdefault(part.when, []).append(part)
        return [
            self._form.conditions[when].format(count=_count(parts), names=_names(parts))
            for when, parts in groups.items()
        ]

    def kept_names(self) -> str:
        """The labels of what stays in sight though it does not concern this child."""
        return _names(self.kept)


def _count(parts: Sequence[FormPart]) -> int:
    """How many questions there are; a list is one question."""
    return sum(1 if isinstance(part, Item | Repeat) else _count(part.parts) for part in parts)


def _names(parts: Sequence[FormPart]) -> str:
    return "、".join(part.label for part in parts)


class FoldLine:
    """The quiet line of one record, with its button; made when it is first needed."""

    def __init__(self, layout: QVBoxLayout, parent: QWidget) -> None:
        self._layout = layout
        self._parent = parent
        self._line: _Line | None = None
        self.is_open = False
        self.toggled: Callable[[], None] = lambda: None

    @property
    def has_folded(self) -> bool:
        """Whether there is anything to bring back or to fold away again."""
        return self._line is not None and not self._line.button.isHidden()

    def say(self, folds: Folds) -> None:
        """Say what is folded away and why; nothing when there is nothing."""
        if (folds.folded or folds.kept) and self._line is None:
            self._line = _Line(self._parent)
            self._line.button.clicked.connect(lambda: self.open(not self.is_open))
            self._layout.addWidget(self._line)
        if self._line is None:
            return
        self._line.setVisible(bool(folds.folded or folds.kept))
        self._line.button.setVisible(bool(folds.folded))
        tr = self._parent.tr
        told = folds.sentences()
        if self.is_open and told:
            told = [tr("いまの答えには関係しない項目も出しています。")]
        if folds.kept:
            words = tr("記入があるので出していますが、いまの答えでは紙に載りません：{names}")
            told.append(words.format(names=folds.kept_names()))
        self._line.show_words("\n".join(told), tr("たたむ") if self.is_open else tr("出して見る"))

    def open(self, is_open: bool = True) -> None:
        """Bring the folded questions back, or fold them away again."""
        self.is_open = is_open
        self.toggled()


class _Line(QWidget):
    """The words and the button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 0, 2, 0)
        layout.setSpacing(2)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        set_role(self._words, "help")
        layout.addWidget(self._words)
        beside = QWidget(self)
        self.button = QPushButton(beside)
        set_role(self.button, "quiet")
        FlowLayout(beside).addWidget(self.button)
        layout.addWidget(beside)

    def show_words(self, why: str, does: str) -> None:
        """Why something is folded away, and what the button does about it."""
        self._words.setText(why)
        self.button.setText(f"{does}　{KEY}")
        self.button.setAccessibleDescription(why)
