"""Every shape of answer: shown without a word, typed again to the same value, unharmed by looking at it."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from evacplan.domain.choices import DeviceClass, Sex
from evacplan.domain.paths import get, put
from evacplan.domain.plan import Plan
from evacplan.domain.values import Shape
from evacplan.form.spec import Form
from evacplan.session import Session
from evacplan.ui.desk import Desk
from evacplan.ui.editors.base import Editor
from evacplan.ui.editors.choice import ButtonRow, CheckBoxes, ChoiceBox, ChoiceButtons, are_few, options
from evacplan.ui.editors.person import split_names
from evacplan.ui.fields import FieldRow
from tests.builders import Field, a_plan, answers, fields
from tests.ui.driving import TODAY, Driver, FakeDrafts, enter

Drive = Callable[..., Driver]
SIMPLE = [field for field in fields() if "." in field.path and field.path.count(".") == 1]
BY_SHAPE = {field.leaf.kind.shape: field for field in reversed(SIMPLE)}
# Names that look like references or lists are read as such: they have tests of their own below.
NOT_RETYPED = (Shape.IMAGE, Shape.FIELD, Shape.PEOPLE, Shape.PERSON, Shape.ORGANISATION)
RETYPED = [field for field in BY_SHAPE.values() if field.leaf.kind.shape not in NOT_RETYPED]
relaxed = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def fitting(field: Field) -> st.SearchStrategy[object]:
    """Answers that the field takes."""

    def fits(value: object) -> bool:
        try:
            put(Plan(), field.path, value)
        except ValidationError:
            return False
        return True

    return answers(field).filter(fits)


def a_row(form: Form, parent: QWidget, field: Field, plan: Plan) -> tuple[FieldRow, Session]:
    """The row of a field over a plan."""
    session = Session("p1", plan, FakeDrafts())
    row = FieldRow(form.item(field.path), Desk(form, session, lambda: TODAY), parent)
    row.bind(field.path)
    return row, session


@pytest.mark.parametrize("field", BY_SHAPE.values(), ids=lambda field: field.leaf.kind.shape)
def test_showing_and_looking_at_any_answer_changes_nothing(qtbot: QtBot, form: Form, field: Field) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    @relaxed
    @given(fitting(field))
    def check(value: object) -> None:
        plan = put(Plan(), field.path, value)
        row, session = a_row(form, parent, field, plan)
        with qtbot.assertNotEmitted(row.editor.edited):
            row.refresh()
            row.commit()
            row.editor.left.emit()
        assert session.plan is plan
        row.deleteLater()

    check()


@pytest.mark.parametrize("field", RETYPED, ids=lambda field: field.leaf.kind.shape)
def test_an_answer_typed_as_it_is_shown_is_the_same_answer(qtbot: QtBot, form: Form, field: Field) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    @relaxed
    @given(fitting(field))
    def check(value: object) -> None:
        stored = get(put(Plan(), field.path, value), field.path)
        row, _ = a_row(form, parent, field, put(Plan(), field.path, value))
        text = row.editor.text()
        again, session = a_row(form, parent, field, Plan())
        control = again.editor.target
        if not isinstance(control, QLineEdit | QPlainTextEdit) or any(ord(c) < 32 for c in text):
            return
        enter(control, text)
        again.commit()
        if field.leaf.kind.shape is Shape.LINE:
            stored = stored.strip() or None if stored else None
        if text.strip():
            assert get(session.plan, field.path) == stored
        row.deleteLater()
        again.deleteLater()

    check()


class TestAFewAnswers:
    def test_are_buttons_driven_by_keys(self, drive: Drive) -> None:
        one = drive(section="child")
        one.go("child.sex")
        one.press(Qt.Key.Key_2)
        assert one.value("child.sex") is Sex.FEMALE
        one.press(Qt.Key.Key_Left)
        assert one.value("child.sex") is Sex.MALE
        one.press(Qt.Key.Key_Delete)
        assert one.value("child.sex") is None

    def test_are_taken_back_by_pressing_the_chosen_one_again(self, drive: Drive) -> None:
        one = drive(a_plan(child={"sex": "male"}), section="child")
        row = one.field("child.sex").editor.widget
        assert isinstance(row, ButtonRow)
        one.click(row.buttons[0])
        assert one.value("child.sex") is None
        one.click(row.buttons[1])
        assert one.value("child.sex") is Sex.FEMALE

    def test_show_by_a_sign_which_one_is_chosen(self, drive: Drive) -> None:
        one = drive(a_plan(child={"sex": "male"}), section="child")
        row = one.field("child.sex").editor.widget
        assert isinstance(row, ButtonRow)
        assert [button.text()[0] for button in row.buttons][:2] == ["●", "○"]

    def test_yes_and_no_can_be_unset(self, drive: Drive) -> None:
        one = drive(section="oxygen")
        one.go("oxygen.in_use")
        one.press(Qt.Key.Key_1)
        assert one.value("oxygen.in_use") is True
        one.press(Qt.Key.Key_2)
        assert one.value("oxygen.in_use") is False
        one.press(Qt.Key.Key_Backspace)
        assert one.value("oxygen.in_use") is None


def test_boxes_are_ticked_by_keys_and_clicks(drive: Drive) -> None:
    one = drive(section="child")
    one.go("child.support_reasons")
    one.press(Qt.Key.Key_Space)
    one.press(Qt.Key.Key_3)
    assert len(one.value("child.support_reasons")) == 2
    row = one.field("child.support_reasons").editor.widget
    assert isinstance(row, ButtonRow)
    one.click(row.buttons[0])
    assert len(one.value("child.support_reasons")) == 1


def test_many_answers_are_a_list_driven_by_the_arrows(drive: Drive) -> None:
    one = drive(a_plan(devices={"devices": [{}]}), section="devices")
    path = f"devices.devices.{one.plan.devices.devices[0].key}.device_class"
    one.go(path)
    one.press(Qt.Key.Key_Down)
    assert one.value(path) is next(iter(DeviceClass))
    one.press(Qt.Key.Key_Up)
    assert one.value(path) is None


class TestAnAnswerOfAList:
    @pytest.fixture
    def one(self, drive: Drive) -> Driver:
        return drive(a_plan(devices={"devices": [{}]}), section="devices")

    @pytest.fixture
    def path(self, one: Driver) -> str:
        path = f"devices.devices.{one.plan.devices.devices[0].key}.device_class"
        one.go(path)
        return path

    def test_is_picked_by_the_number_of_its_line(self, one: Driver, path: str) -> None:
        for number, answer in enumerate(DeviceClass, 1):
            one.press(Qt.Key.Key_Home)
            one.type(str(number))
            assert one.value(path) is answer

    def test_stays_when_no_line_has_the_number(self, one: Driver, path: str) -> None:
        one.type("2")
        one.type("0")
        assert one.value(path) is list(DeviceClass)[1]

    def test_a_number_ends_with_another_key(self, one: Driver, path: str) -> None:
        one.type("1")
        one.press(Qt.Key.Key_Shift)
        one.type("1")
        assert one.value(path) is next(iter(DeviceClass))

    @pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
    def test_is_taken_back_by_a_key(self, one: Driver, path: str, key: Qt.Key) -> None:
        one.type("3")
        one.press(key)
        assert one.value(path) is None

    @pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
    def test_is_found_by_its_number_in_the_open_list_and_taken_by_enter(self, one: Driver, path: str) -> None:
        one.press(Qt.Key.Key_Space)
        popup = QApplication.activePopupWidget()
        assert popup is not None
        view = popup.findChild(QAbstractItemView)
        assert view is not None
        QTest.keyClicks(view, "4")
        assert one.value(path) is None
        QTest.keyClick(view, Qt.Key.Key_Return)
        assert one.value(path) is list(DeviceClass)[3]


class TestATextThatComesToAChoice:
    """Pasted, composed or typed: it cannot be taken, and nobody may believe that it was."""

    @pytest.fixture(params=["buttons", "boxes", "list"])
    def path(self, request: pytest.FixtureRequest, form: Form) -> str:
        kinds = {"buttons": ChoiceButtons, "boxes": CheckBoxes, "list": ChoiceBox}
        wanted = kinds[request.param]
        paths = [item.path for item in form.items() if item.path.count(".") == 1]
        return next(path for path in paths if kind_of(form, path) is wanted)

    def test_is_said_not_to_be_in(self, drive: Drive, path: str) -> None:
        one = drive(section=path.partition(".")[0])
        enter(one.go(path), "呼吸器")
        assert "選ぶ欄" in one.line(path, "error")

    def test_is_said_so_when_it_is_pasted_or_typed_with_letters(self, drive: Drive, path: str) -> None:
        one = drive(section=path.partition(".")[0])
        QApplication.clipboard().setText("呼吸器")
        one.go(path)
        one.ctrl(Qt.Key.Key_V)
        assert "選ぶ欄" in one.line(path, "error")
        one.press(Qt.Key.Key_Tab)
        assert one.line(path, "error") == ""
        one.go(path)
        one.type("z")
        assert "選ぶ欄" in one.line(path, "error")
        one.type("1")
        assert one.line(path, "error") == ""
        assert one.value(path)


def kind_of(form: Form, path: str) -> type[Editor]:
    """Which editor a field of closed answers gets."""
    shape = form.item(path).leaf.kind.shape
    desk = Desk(form, Session("p1", Plan(), FakeDrafts()), lambda: TODAY)
    if shape is Shape.CHOICE:
        return ChoiceButtons if are_few(options(form.item(path), desk)) else ChoiceBox
    return CheckBoxes if shape is Shape.CHOICES else Editor


def test_each_visit_to_a_choice_is_a_step_of_undo_of_its_own(drive: Drive) -> None:
    one = drive(section="child")
    one.go("child.sex")
    one.type("1")
    one.press(Qt.Key.Key_Tab)
    one.go("child.sex")
    one.type("2")
    one.ctrl(Qt.Key.Key_Z)
    assert one.value("child.sex") is Sex.MALE


@pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)")
class TestAFieldOfTheForm:
    @pytest.fixture
    def one(self, drive: Drive) -> Driver:
        return drive(a_plan(distribution={"hidden": [{}]}), section="distribution")

    @pytest.fixture
    def path(self, one: Driver) -> str:
        return f"distribution.hidden.{one.plan.distribution.hidden[0].key}.field"

    def test_is_found_by_letters_that_only_its_name_holds(self, one: Driver, path: str) -> None:
        one.answer(path, "家のつくり")
        assert one.value(path) == "home.house_kind"
        shown = one.field(path).editor.target
        assert isinstance(shown, QLineEdit)
        assert shown.text() == "家と災害の危険 › 家のつくり"

    def test_is_taken_from_the_list_of_those_that_hold_the_letters(self, one: Driver, path: str) -> None:
        enter(one.go(path), "住んでいる")
        one.press(Qt.Key.Key_Down)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QAbstractItemView)
        shown = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
        assert shown
        assert all("住んでいる" in name for name in shown)
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Return)
        assert one.value(path) == "home.living_floor"

    def test_stays_when_the_letters_name_no_field_or_several(self, one: Driver, path: str) -> None:
        one.answer(path, "家のつくり")
        for nothing in ("そんな項目はない", "メモ"):
            one.answer(path, nothing)
            assert one.value(path) == "home.house_kind"

    def test_is_taken_back_by_emptying_the_line(self, one: Driver, path: str) -> None:
        one.answer(path, "家のつくり")
        one.answer(path, "")
        assert one.value(path) is None


def test_the_wheel_changes_no_answer(drive: Drive) -> None:
    plan = a_plan(devices={"devices": [{"device_class": "suction", "weight_kg": 4.8}]})
    one = drive(plan, section="devices")
    for widget in one.section_page().body.findChildren(QWidget):
        if isinstance(widget, QComboBox | QLineEdit | QPlainTextEdit):
            at = QPointF(widget.rect().center())
            turn = QWheelEvent(
                at,
                widget.mapToGlobal(at),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(widget, turn)
    assert one.plan is plan


FAMILY = {"household": [{"name": "髙橋 みどり", "relation": "母"}, {"name": "髙橋 健", "relation": "父"}]}


class TestPeople:
    def test_a_typed_name_of_the_plan_becomes_a_reference(self, drive: Drive) -> None:
        one = drive(a_plan(child=FAMILY), section="child")
        one.answer("child.main_carer", "母")
        assert one.value("child.main_carer") == f"@{one.plan.child.household[0].key}"
        assert one.text("child.main_carer") == "髙橋 みどり（母）"

    def test_a_name_that_is_not_in_the_plan_stays_as_typed(self, drive: Drive) -> None:
        one = drive(a_plan(child=FAMILY), section="child")
        one.answer("child.main_carer", "山﨑 ハツ")
        assert one.value("child.main_carer") == "山﨑 ハツ"

    def test_a_name_shows_anew_when_its_row_changes(self, drive: Drive) -> None:
        one = drive(a_plan(child=FAMILY), section="child")
        one.answer("child.main_carer", "母")
        one.session.set(f"child.household.{one.plan.child.household[0].key}.name", "髙橋 翠")
        assert one.text("child.main_carer") == "髙橋 翠（母）"

    def test_nobody_can_type_a_reference(self, drive: Drive) -> None:
        one = drive(section="child")
        one.answer("child.main_carer", "@home")
        assert one.value("child.main_carer") == "＠home"

    def test_several_are_separated_by_commas_or_dots(self) -> None:
        plan = a_plan(child=FAMILY)
        mother, father = (f"@{row.key}" for row in plan.child.household)
        assert split_names(plan, "父・母、祖母") == (father, mother, "祖母")
        assert split_names(plan, "髙橋 みどり（母）、髙橋 健（父）") == (mother, father)

    def test_several_are_stored_as_they_are_typed(self, drive: Drive) -> None:
        one = drive(a_plan(child=FAMILY), section="fallback")
        one.answer("fallback.bag_trained", "父・母・訪問看護師")
        assert one.value("fallback.bag_trained")[2] == "訪問看護師"
        assert one.text("fallback.bag_trained") == "髙橋 健（父）、髙橋 みどり（母）、訪問看護師"

    @given(st.lists(st.sampled_from(["母", "父", "祖母", "近所の佐藤"]), max_size=4, unique=True))
    def test_the_shown_names_are_read_as_the_same_people(self, names: list[str]) -> None:
        plan = a_plan(child=FAMILY)
        found = split_names(plan, "・".join(names))
        assert len(found) == len(names)
