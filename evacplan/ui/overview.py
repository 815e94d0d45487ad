"""The bars above and below the page: who the plan is for, how full it is, what can be done to an answer."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from evacplan.domain.plan import Plan
from evacplan.domain.wareki import age_on
from evacplan.form.progress import Gauge
from evacplan.ui.final_page import gauge_words
from evacplan.ui.flow import FlowLayout
from evacplan.ui.parts import announce
from evacplan.ui.theme import set_role
from evacplan.ui.told import told


class HeadBar(QFrame):
    """Name and age of the child, the gauges, and the way on."""

    preview_clicked = Signal()
    confirm_clicked = Signal()

    def __init__(self, next_missing: QAction, contents: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "bar")
        outer = FlowLayout(self, gap=10, justified=True)
        outer.setContentsMargins(16, 7, 16, 7)
        self._name = self._label("heading")
        self._about = self._label("grey")
        self._gauge = self._label("strong")
        self.contents = action_button(contents, self)
        preview = QPushButton(self.tr("紙面を見る　Ctrl+P"), self)
        confirm = QPushButton(self.tr("版を確定"), self)
        preview.setObjectName("preview")
        preview.setAutoDefault(True)
        confirm.setAutoDefault(True)
        set_role(confirm, "primary")
        preview.clicked.connect(self.preview_clicked)
        confirm.clicked.connect(self.confirm_clicked)
        self.confirm = confirm
        outer.addWidget(self._group(self.contents, self._name, self._about, self._gauge))
        outer.addWidget(self._group(action_button(next_missing, self), preview, confirm))

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        set_role(label, role)
        return label

    def _group(self, *widgets: QWidget) -> QWidget:
        group = QWidget(self)
        flow = FlowLayout(group, gap=12)
        for widget in widgets:
            flow.addWidget(widget)
        return group

    def show_plan(
        self, plan: Plan, today: date, must: Gauge, should: Gauge, aged: int, *, discreet: bool = False
    ) -> None:
        """Show who the plan is for, how full it is, and how many confirmations are too old.

        discreet: the number of the plan stands in place of the name.
        """
        child = plan.child
        number = self.tr("計画 {number}").format(number=plan.meeting.plan_number or self.tr("（番号なし）"))
        self._name.setText(number if discreet else child.name or self.tr("（氏名が未記入）"))
        born = child.birth_on
        self._about.setText(self.tr("{age}歳").format(age=age_on(born, today)) if born else "")
        words = [gauge_words(self.tr("必須"), must), gauge_words(self.tr("推奨"), should)]
        if aged:
            words.append(self.tr("古い確認 {count}").format(count=aged))
        self._gauge.setText("　".join(words))


class FootBar(QFrame):
    """What can be answered besides a value, what just happened, and whether everything is saved."""

    def __init__(self, actions: list[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        set_role(self, "foot")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 6, 16, 8)
        layout.setSpacing(4)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.hide()
        set_role(self._said, "ok")
        layout.addWidget(self._said)
        holder = QWidget(self)
        flow = FlowLayout(holder, gap=8, justified=True)
        for action in actions:
            flow.addWidget(action_button(action, holder))
        self._saved = QLabel(holder)
        self._saved.setWordWrap(True)
        set_role(self._saved, "grey")
        flow.addWidget(self._saved)
        layout.addWidget(holder)

    def say(self, text: str) -> None:
        """Show what just happened."""
        self._said.setText(told(text))
        self._said.setVisible(bool(text))
        if text:
            announce(self._said, text)

    def said(self) -> str:
        """What was shown last."""
        return self._said.text()

    def tell_saved(self, text: str, trouble: bool) -> None:
        """Show when the plan was saved, or why it could not be."""
        self._saved.setText(text)
        set_role(self._saved, "error" if trouble else "grey")

    def saved_words(self) -> str:
        """What is said about saving."""
        return self._saved.text()


def action_button(action: QAction, parent: QWidget) -> QPushButton:
    """A button for an action, with its words and its key; a click leaves the cursor where it is."""
    key = action.shortcut().toString()
    button = QPushButton("　".join(filter(None, (action.text(), key))), parent)
    button.setObjectName(action.objectName())
    button.setAutoDefault(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
    return button
