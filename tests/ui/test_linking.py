"""The mother is contact, carer and driver, and one entry: whenever her row comes."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu

from evacplan.domain import persons, references
from evacplan.domain.plan import Plan
from evacplan.ui.editors.person import NameEditor, PeopleEditor
from tests.builders import CASES, a_case, a_plan
from tests.ui.driving import Driver, enter

Drive = Callable[..., Driver]
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)


def key_of(rows: tuple[object, ...]) -> str:
    return str(rows[0].key)  # type: ignore[attr-defined]  # rows have keys


def named_early() -> Plan:
    """A plan in which 山田 太郎 drives and carries, before anybody entered him."""
    return a_plan(
        destination={"child_carrier": "山田 太郎", "companions": ("母", "山田 太郎")},
        supplies={"bag_owner": "山田 太郎"},
        supporters={"supporters": [{"relation": "neighbour"}]},
    )


def test_names_written_before_their_row_are_linked_when_it_gets_the_name(drive: Drive) -> None:
    plan = named_early()
    one = drive(plan, section="supporters")
    key = key_of(plan.supporters.supporters)
    one.answer(f"supporters.supporters.{key}.name", "山田 太郎")
    assert one.value("destination.child_carrier") == f"@{key}"
    assert one.value("destination.companions") == ("母", f"@{key}")
    assert one.value("supplies.bag_owner") == f"@{key}"
    assert "3か所" in one.said()


def test_linking_is_one_step_of_undo_and_is_not_done_again(drive: Drive) -> None:
    plan = named_early()
    one = drive(plan, section="supporters")
    name = f"supporters.supporters.{key_of(plan.supporters.supporters)}.name"
    one.answer(name, "山田 太郎")
    one.ctrl(Qt.Key.Key_Z)
    assert one.value("destination.companions") == ("母", "山田 太郎")
    assert one.value(name) == "山田 太郎"
    one.go(name)
    one.press(Qt.Key.Key_Tab)
    assert one.value("supplies.bag_owner") == "山田 太郎"


def test_nothing_is_linked_while_a_longer_name_is_being_typed(drive: Drive) -> None:
    plan = a_plan(supplies={"bag_owner": "山田"}, supporters={"supporters": [{"title": "隣"}]})
    one = drive(plan, section="supporters")
    control = one.go(f"supporters.supporters.{key_of(plan.supporters.supporters)}.name")
    enter(control, "山田")
    enter(control, " 太郎")
    one.press(Qt.Key.Key_Tab)
    assert one.value("supplies.bag_owner") == "山田"


def test_a_name_that_two_rows_have_is_left_alone(drive: Drive) -> None:
    plan = a_plan(
        supplies={"bag_owner": "佐藤"},
        supporters={"supporters": [{"name": "佐藤", "title": "隣"}, {"title": "裏"}]},
    )
    one = drive(plan, section="supporters")
    second = plan.supporters.supporters[1].key
    one.answer(f"supporters.supporters.{second}.name", "佐藤")
    assert one.value("supplies.bag_owner") == "佐藤"


def test_a_name_that_two_rows_have_is_said_to_be_theirs_and_not_to_be_unknown(drive: Drive) -> None:
    plan = a_plan(
        child={"household": [{"name": "山﨑 ハツ"}]}, supporters={"supporters": [{"name": "山﨑 ハツ"}]}
    )
    one = drive(plan, section="supplies")
    one.answer("supplies.bag_owner", "山﨑 ハツ")
    assert "一覧に何人かいます" in one.said()
    one.go("supplies.bag_owner")
    family, supporter = offered(one)
    assert "家族" in family
    assert "支援" in supporter
    pick(one, 1)
    assert one.value("supplies.bag_owner") == f"@{key_of(plan.supporters.supporters)}"
    assert one.text("supplies.bag_owner") == "山﨑 ハツ"


def test_one_of_two_of_the_same_name_stays_picked_while_others_are_named(drive: Drive) -> None:
    plan = a_plan(
        child={"household": [{"name": "山﨑 ハツ"}, {"name": "山﨑 一"}]},
        supporters={"supporters": [{"name": "山﨑 ハツ"}]},
    )
    one = drive(plan, section="destination")
    one.go("destination.companions")
    tick(one, "支援")
    enter(one.cursor(), "、山﨑 一")
    helper, other = key_of(plan.supporters.supporters), plan.child.household[1].key
    assert one.value("destination.companions") == (f"@{helper}", f"@{other}")


class TestTheList:
    """What ↓ offers follows what was typed."""

    @pytest.fixture
    def plan(self) -> Plan:
        return a_plan(child={"household": [{"name": "山﨑 ハツ", "relation": "祖母"}, {"name": "林 花"}]})

    def test_holds_the_names_with_the_letters_typed(self, drive: Drive, plan: Plan) -> None:
        one = drive(plan, section="supplies")
        enter(one.go("supplies.bag_owner"), "ハツ")
        assert offered(one)[0] == "山﨑 ハツ（祖母）"
        assert "林 花" not in offered(one)

    def test_offers_everybody_after_the_new_entry_where_nobody_has_the_letters(
        self, drive: Drive, plan: Plan
    ) -> None:
        one = drive(plan, section="supplies")
        enter(one.go("supplies.bag_owner"), "佐藤 明")
        assert ["加える" in words for words in offered(one)] == [True, True, False, False]

    def test_offers_everybody_where_an_answer_stands(self, drive: Drive, plan: Plan) -> None:
        one = drive(plan, section="supplies")
        enter(one.go("supplies.bag_owner"), "林 花")
        assert offered(one) == ["山﨑 ハツ（祖母）", "林 花"]

    def test_of_several_people_follows_the_name_being_typed_and_takes_its_place(
        self, drive: Drive, plan: Plan
    ) -> None:
        one = drive(plan, section="destination")
        enter(one.go("destination.companions"), "佐藤 明、ハツ")
        assert "林 花" not in [action.text() for action in offered_people(one)]
        tick(one, "ハツ")
        assert one.value("destination.companions") == ("佐藤 明", f"@{key_of(plan.child.household)}")

    def test_shows_its_longest_line_whole(self, drive: Drive, plan: Plan) -> None:
        one = drive(plan, section="supplies")
        enter(one.go("supplies.bag_owner"), "北の大きな訪問看護ステーション 弘前")
        one.press(Qt.Key.Key_Down)
        view = box(one).view()
        one.qtbot.waitUntil(view.isVisible)
        assert view.viewport().width() >= view.sizeHintForColumn(0)
        box(one).hidePopup()


def test_a_field_for_several_names_shows_four_of_them(drive: Drive) -> None:
    plan = a_case(CASES[0])
    four = tuple(f"@{row.key}" for row in (*plan.child.household, *plan.supporters.supporters)[:4])
    one = drive(plan, section="destination")
    one.session.set("destination.companions", four)
    line = one.field("destination.companions").editor.target
    assert one.value("destination.companions") == four
    one.qtbot.waitUntil(
        lambda: line.fontMetrics().horizontalAdvance(one.text("destination.companions")) < line.width()
    )


def test_whoever_bears_the_name_of_the_child_is_offered_to_the_family_first(drive: Drive) -> None:
    one = drive(a_plan(child={"name": "髙橋 凜々花"}), section="supplies")
    enter(one.go("supplies.bag_owner"), "髙橋 みどり")
    assert [words[-6:] for words in offered(one)] == ["家族」に加える"[-6:], "団体」に加える"[-6:]]


def test_a_relation_links_the_family(drive: Drive) -> None:
    plan = a_plan(child={"household": [{"name": "林 花"}], "main_carer": "母"})
    one = drive(plan, section="child")
    key = key_of(plan.child.household)
    one.answer(f"child.household.{key}.relation", "母")
    assert one.value("child.main_carer") == f"@{key}"


def test_a_hospital_does_not_turn_into_one_of_its_doctors(drive: Drive) -> None:
    plan = a_plan(contacts={"chain": [{"who": "浜の病院"}]}, care={"doctors": [{"role": "primary"}]})
    one = drive(plan, section="care")
    one.answer(f"care.doctors.{key_of(plan.care.doctors)}.organisation", "浜の病院")
    assert one.plan.contacts.chain[0].who == "浜の病院"


@pytest.mark.parametrize("case", CASES)
def test_the_samples_hold_nothing_that_would_be_linked(case: str) -> None:
    plan = a_case(case)
    for row in persons.rows(plan):
        assert references.with_links_to(plan, row.key) is plan


class TestAnUnknownName:
    """A name nobody knows becomes an entry from the field it was typed into."""

    def test_the_line_below_tells_how(self, drive: Drive) -> None:
        one = drive(section="supplies")
        one.answer("supplies.bag_owner", "山田 太郎")
        assert "↓" in one.said()

    def test_the_line_below_goes_when_the_name_is_written_anew_or_rubbed_out(self, drive: Drive) -> None:
        one = drive(section="supplies")
        for text in ("", "山田 花子"):
            one.answer("supplies.bag_owner", "山田 太郎")
            control = one.go("supplies.bag_owner")
            assert "↓" in one.said()
            one.ctrl(Qt.Key.Key_A)
            enter(control, text) if text else one.press(Qt.Key.Key_Delete)
            assert one.said() == ""

    def test_the_line_below_does_not_follow_to_another_page(self, drive: Drive) -> None:
        one = drive(section="supplies")
        one.answer("supplies.bag_owner", "山田 太郎")
        one.page.next_section()
        assert one.said() == ""
        one.page.open_section("supplies")
        enter(one.go("supplies.bag_owner"), " 次郎")
        one.ctrl(Qt.Key.Key_PageDown)
        assert one.page.current_section != "supplies"
        assert one.said() == ""

    @pytest.mark.parametrize(
        ("at", "rows"), [(0, "supporters.supporters"), (1, "child.household")], ids=["supporter", "family"]
    )
    def test_the_list_adds_it_and_the_cursor_stays(self, drive: Drive, at: int, rows: str) -> None:
        one = drive(a_plan(destination={"child_carrier": "山田 太郎"}), section="supplies")
        enter(one.go("supplies.bag_owner"), "山田 太郎")
        pick(one, at)
        added = one.value(rows)[0]
        assert added.name == "山田 太郎"
        assert one.value("supplies.bag_owner") == f"@{added.key}"
        assert one.value("destination.child_carrier") == f"@{added.key}"
        assert one.text("supplies.bag_owner") == "山田 太郎"
        assert one.is_in(one.field("supplies.bag_owner"))

    def test_one_undo_takes_it_back(self, drive: Drive) -> None:
        one = drive(section="supplies")
        enter(one.go("supplies.bag_owner"), "山田 太郎")
        pick(one, 0)
        one.ctrl(Qt.Key.Key_Z)
        assert one.value("supporters.supporters") == ()
        assert one.value("supplies.bag_owner") == "山田 太郎"

    def test_a_grandmother_of_the_family_is_entered_by_her_relation(self, drive: Drive) -> None:
        one = drive(section="supplies")
        enter(one.go("supplies.bag_owner"), "祖母")
        pick(one, 1)
        assert one.value("child.household")[0].relation == "祖母"

    def test_a_known_name_is_not_offered_to_be_added(self, drive: Drive) -> None:
        plan = a_plan(supporters={"supporters": [{"name": "山田 太郎"}]})
        one = drive(plan, section="supplies")
        enter(one.go("supplies.bag_owner"), "山田 太郎")
        assert offered(one) == ["山田 太郎"]

    def test_among_several_people_each_unknown_one_can_be_added(self, drive: Drive) -> None:
        plan = a_plan(child={"household": [{"relation": "母"}]})
        one = drive(plan, section="destination")
        enter(one.go("destination.companions"), "母、山田 太郎")
        editor = one.field("destination.companions").editor
        assert isinstance(editor, PeopleEditor)
        editor._offer()
        add = next(action for action in actions(editor._menu) if "支援" in action.text())
        add.trigger()
        supporter = one.value("supporters.supporters")[0]
        mother = plan.child.household[0]
        assert one.value("destination.companions") == (f"@{mother.key}", f"@{supporter.key}")

    def test_a_company_is_added_to_the_suppliers_and_shown_without_its_contact(self, drive: Drive) -> None:
        one = drive(section="oxygen")
        enter(one.go("oxygen.supplier"), "北の酸素")
        pick(one, 0)
        supplier = one.value("devices.suppliers")[0]
        one.session.set(f"devices.suppliers.{supplier.key}.contact", "木村")
        assert one.value("oxygen.supplier") == f"@{supplier.key}"
        assert one.text("oxygen.supplier") == "北の酸素"


def box(one: Driver) -> QComboBox:
    place = one.page.current_place
    assert place is not None
    editor = place.editor  # type: ignore[union-attr]  # a field, not a list
    assert isinstance(editor, NameEditor)
    return editor._box


def offered(one: Driver) -> list[str]:
    one.press(Qt.Key.Key_Down)
    found = [box(one).itemText(at) for at in range(box(one).count())]
    box(one).hidePopup()
    return found


def people(one: Driver) -> PeopleEditor:
    place = one.page.current_place
    assert place is not None
    editor = place.editor  # type: ignore[union-attr]  # a field, not a list
    assert isinstance(editor, PeopleEditor)
    return editor


def offered_people(one: Driver) -> list[QAction]:
    people(one)._offer()
    return actions(people(one)._menu)


def tick(one: Driver, words: str) -> None:
    next(action for action in offered_people(one) if words in action.text()).trigger()


def pick(one: Driver, at: int) -> None:
    """Drop the list down with the arrow key and take a line."""
    one.press(Qt.Key.Key_Down)
    view = box(one).view()
    one.qtbot.waitUntil(view.isVisible)
    popup = QApplication.focusWidget() or view
    QTest.keyClick(popup, Qt.Key.Key_Home)
    for _ in range(at):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    one.qtbot.waitUntil(lambda: not view.isVisible())


def actions(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if action.text()]


def test_whoever_is_called_brings_the_number_along_in_one_step_of_undo(drive: Drive) -> None:
    plan = a_plan(
        care={"doctors": [{"name": "佐々木", "phone_day": "0172-00-0400", "phone_night": "0172-00-0499"}]},
        contacts={"chain": [{"organisation": "病院"}]},
    )
    one = drive(plan, section="contacts")
    call = f"contacts.chain.{key_of(plan.contacts.chain)}"
    one.rows("contacts.chain").choose(key_of(plan.contacts.chain))
    one.answer(f"{call}.who", "佐々木医師")
    assert one.value(f"{call}.who") == f"@{key_of(plan.care.doctors)}"
    assert (one.value(f"{call}.phone_day"), one.value(f"{call}.phone_night")) == (
        "0172-00-0400",
        "0172-00-0499",
    )
    assert "声に出して" in one.said()
    one.ctrl(Qt.Key.Key_Z)
    assert one.value(f"{call}.phone_day") is None
    assert one.value(f"{call}.phone_night") is None
