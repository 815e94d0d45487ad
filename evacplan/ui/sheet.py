"""The style sheet of the app. @name is a colour of `theme.Colours`, @15 a length in px before zoom.

Roles, set with `theme.set_role(widget, role)`:
    QLabel   title, heading, group, say, label, help, small, grey, strong, error, error-small, amber, unknown,
             figure, ok
    QFrame   card, chosen (a card that is open), notice-red, notice-amber, notice, fill, bar, training
    QWidget  page, sidebar
    QPushButton   primary, quiet, card, danger (a QToolButton likewise)
    QLineEdit, QPlainTextEdit, QComboBox   wrong (has an error text below it)
"""

SHEET = """
QWidget { color: @ink; font-family: @family; font-size: @15; }
QMainWindow, QDialog, QWidget[role="page"], QStackedWidget { background: @page; }
QWidget[role="sidebar"] { background: @card; border-right: 1px solid @line; }
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] { background: transparent; border: none; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: @24; font-weight: bold; }
QLabel[role="heading"] { font-size: @20; font-weight: bold; }
QLabel[role="group"] { font-size: @17; font-weight: bold; color: @teal; }
QLabel[role="say"] { font-size: @15; color: @teal; }
QLabel[role="label"] { font-size: @14; font-weight: bold; }
QLabel[role="help"] { font-size: @13; color: @grey; }
QLabel[role="small"] { font-size: @12; color: @grey; }
QLabel[role="grey"] { color: @grey; }
QLabel[role="strong"] { font-weight: bold; }
QLabel[role="error"] { font-size: @13; color: @red; font-weight: bold; }
QLabel[role="error-small"] { font-size: @12; color: @red; }
QLabel[role="amber"] { font-size: @13; color: @amber; }
QLabel[role="unknown"] {
    font-size: @14; font-weight: bold; color: @amber; background: @amber_tint;
    border: 1px solid @amber; border-radius: @4; padding: @2 @6;
}
QLabel[role="link"] { color: @teal; }
QLabel[role="ok"] { font-size: @13; color: @teal; }
QLabel[role="figure"] { font-size: @34; font-weight: bold; }

QFrame[role="card"] { background: @card; border: 1px solid @line; border-radius: @10; }
QFrame[role="chosen"] { background: @card; border: 2px solid @teal; border-radius: @10; }
QFrame[role="bar"] { background: @card; border: none; border-bottom: 1px solid @line; }
QFrame[role="notice"] {
     background: @tint; border: none; border-left: 4px solid @teal; border-radius: @4;
}
QFrame[role="notice-red"] {
     background: @red_tint; border: none; border-left: 4px solid @red; border-radius: @4;
}
QFrame[role="notice-amber"] {
    background: @amber_tint; border: none; border-left: 4px solid @amber; border-radius: @4;
}
QFrame[role="fill"] { background: @fill; border: none; border-radius: @10; }
QFrame[role="fill"] QLabel { color: @on_fill; }
QFrame[role="training"] { background: @amber; border: none; }
QFrame[role="training"] QLabel { color: @card; font-weight: bold; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit {
    background: @card; color: @ink; border: 1px solid @edge; border-radius: @5;
    padding: @7 @10; selection-background-color: @fill; selection-color: @on_fill;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus { border: 2px solid @teal; padding: @6 @9; }
QLineEdit[role="wrong"], QPlainTextEdit[role="wrong"], QComboBox[role="wrong"] {
     border: 2px solid @red; padding: @6 @9;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: @page; color: @grey; }
/* Qt measures an opened list by the padding with the focus, and lays it out by the one without. */
QComboBox:focus, QComboBox[role="wrong"] { padding: @7 @9; }
QComboBox::drop-down { border: none; width: @28; }
QComboBox QAbstractItemView {
    background: @card; color: @ink; border: 1px solid @edge; padding: @4; outline: none;
    selection-background-color: @fill; selection-color: @on_fill;
}

QPushButton, QToolButton {
    background: @card; color: @ink; border: 1px solid @edge; border-radius: @5; padding: @7 @13;
    outline: none;
}
QPushButton:hover, QToolButton:hover { background: @tint; }
QPushButton:pressed, QToolButton:pressed { background: @line; }
QPushButton:focus, QToolButton:focus { border: 2px solid @teal; padding: @6 @12; }
QPushButton:disabled, QToolButton:disabled {
     color: @grey; border: 1px dashed @line; background: transparent;
}
QPushButton[role="primary"], QToolButton[role="primary"] {
    background: @fill; color: @on_fill; border: 2px solid @fill; font-weight: bold; padding: @6 @12;
}
QPushButton[role="primary"]:hover { background: @teal; border-color: @teal; color: @card; }
QPushButton[role="primary"]:focus { border: 2px solid @ink; }
QPushButton[role="primary"]:disabled { background: @line; border-color: @line; color: @grey; }
QPushButton[role="quiet"], QToolButton[role="quiet"] {
     background: transparent; border-color: transparent; color: @teal;
}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: @tint; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border: 2px solid @teal; }
QPushButton[role="danger"] { color: @red; border-color: @red; }
QPushButton[role="card"] {
    text-align: left; border: 1px solid @line; border-radius: @8; padding: @9 @13;
}
QPushButton[role="card"]:focus { border: 2px solid @teal; padding: @8 @12; }
QPushButton[role="card"]:checked { border: 2px solid @teal; padding: @8 @12; font-weight: bold; }

QPushButton[role="row"] {
    text-align: left; background: transparent; border: none; border-radius: @4; color: @teal; padding: @5 @8;
}
QPushButton[role="row"]:hover { background: @tint; }
QPushButton[role="row"]:focus { border: 2px solid @teal; padding: @3 @6; }
QPushButton[role="row"]:disabled { color: @ink; border: none; }

QCheckBox, QRadioButton {
     background: transparent; spacing: @8; padding: @3; border: 2px solid transparent; border-radius: @4;
}
QCheckBox:focus, QRadioButton:focus { border: 2px solid @teal; }
QCheckBox::indicator, QRadioButton::indicator {
    width: @16; height: @16; border: 1px solid @edge; background: @card; border-radius: @3;
}
QRadioButton::indicator { border-radius: @8; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: @fill; border-color: @fill; }
QCheckBox::indicator:checked { image: @check; }
QRadioButton::indicator:checked { image: @dot; }

QCheckBox[role="option"], QRadioButton[role="option"] {
    background: @card; border: 1px solid @edge; border-radius: @5; padding: @6 @11; spacing: 0;
}
QCheckBox[role="option"]::indicator, QRadioButton[role="option"]::indicator {
    width: 0; height: 0; border: none; background: transparent; image: none;
}
QCheckBox[role="option"]:checked, QRadioButton[role="option"]:checked {
    background: @tint; border: 1px solid @teal; color: @teal;
}
QCheckBox[role="option"]:focus, QRadioButton[role="option"]:focus {
    border: 2px solid @teal; padding: @5 @10;
}

QMenuBar { background: @card; border-bottom: 1px solid @line; padding: @2; }
QMenuBar::item { background: transparent; padding: @5 @10; border-radius: @4; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @tint; }
QMenu { background: @card; border: 1px solid @edge; padding: @5; }
QMenu::item { padding: @7 @28; border-radius: @4; }
QMenu::item:selected { background: @fill; color: @on_fill; }
QMenu::item:disabled { color: @grey; }
QMenu::separator { height: 1px; background: @line; margin: @5 @10; }
QToolTip { background: @card; color: @ink; border: 1px solid @edge; padding: @5; }
QStatusBar { background: @card; border-top: 1px solid @line; color: @grey; font-size: @13; }
QStatusBar::item { border: none; }

QTableView, QListView, QTreeView, QListWidget {
    background: @card; border: 1px solid @line; border-radius: @8; outline: none; gridline-color: @line;
    selection-background-color: @tint; selection-color: @ink;
}
QTableView:focus, QListView:focus, QTreeView:focus, QListWidget:focus { border: 2px solid @teal; }
QListWidget[role="sidebar"], QListWidget[role="sidebar"]:focus {
    border: none; border-right: 1px solid @line; border-radius: 0; padding-top: @6;
}
QTableView::item { padding: @5 @10; border-bottom: 1px solid @line; }
QTableView::item:selected { background: @tint; color: @ink; }
QHeaderView { background: transparent; }
QHeaderView::section {
    background: @card; color: @grey; border: none; border-bottom: 1px solid @edge; padding: @8 @10;
    font-size: @13;
    text-align: left;
}

QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; color: @grey; border: none; border-bottom: 3px solid transparent;
    padding: @8 @15;
    margin-right: @4;
}
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:selected { color: @teal; font-weight: bold; border-bottom: 3px solid @teal; }
QTabBar::tab:selected:focus { background: @tint; border-radius: 0; }
QTabWidget::pane { border: none; }

QScrollBar:vertical { background: transparent; width: @12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: @12; margin: 0; }
QScrollBar::handle { background: @edge; border-radius: @4; margin: @2; }
QScrollBar::handle:vertical { min-height: @40; }
QScrollBar::handle:horizontal { min-width: @40; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSplitter::handle { background: @line; }
QProgressBar { background: @line; border: none; border-radius: @4; height: @8; text-align: center; }
QProgressBar::chunk { background: @fill; border-radius: @4; }
"""
