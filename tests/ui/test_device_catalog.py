"""The catalogue of devices says what is known beside empty fields, and writes no figure anywhere."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from evacplan.domain.choices import DeviceClass
from evacplan.domain.plan import Mark, Plan
from evacplan.form.device_hints import load_device_hints
from evacplan.ui.editors.text import ModelEditor
from tests.builders import a_plan
from tests.ui.driving import CATALOG, Driver, enter

Drive = Callable[..., Driver]
HINTS = load_device_hints(CATALOG)
FIGURES = ("rated_power", "measured_w", "peak_w", "battery_h", "tolerance_min", "weight_kg", "priority")
pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing the keyboard)", extend=True)


def a_device(**answers: object) -> Plan:
    return a_plan(devices={"devices": [{"key": "one", **answers}]})


def path(name: str) -> str:
    return f"devices.devices.one.{name}"


def test_every_sentence_calls_itself_a_rule_of_thumb_or_leads_to_the_device_itself() -> None:
    for sentences in (*HINTS.kinds.values(), *HINTS.models.values()):
        for field, sentence in sentences.items():
            assert sentence.endswith("。")
            assert field == "fallback" or "目安" in sentence, sentence


def test_a_class_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    (tmp_path / "devices.toml").write_text('[class.toaster]\nrated_power = "x"\n[model]\n', encoding="utf-8")
    with pytest.raises(ValueError, match="toaster"):
        load_device_hints(tmp_path)


def test_a_field_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    (tmp_path / "devices.toml").write_text('[class.suction]\nwattage = "x"\n[model]\n', encoding="utf-8")
    with pytest.raises(ValueError, match="wattage"):
        load_device_hints(tmp_path)


def test_what_is_known_stands_under_the_empty_field_and_goes_with_the_answer(drive: Drive) -> None:
    one = drive(a_device(device_class="heated_humidifier"), section="devices")
    assert "100W" in one.line(path("rated_power"), "small")
    one.answer(path("rated_power"), "85")
    assert one.line(path("rated_power"), "small") == ""


def test_the_sentence_of_the_model_goes_before_that_of_its_class(drive: Drive) -> None:
    one = drive(a_device(device_class="ventilator", model="ｔｒｉｌｏｇｙ evo"), section="devices")
    assert "210W" in one.line(path("rated_power"), "small")
    assert "差が大きく" in one.line(path("battery_h"), "small")


def test_a_known_model_says_its_class_and_no_figure(drive: Drive) -> None:
    one = drive(a_device(), section="devices")
    one.answer(path("model"), "Astral 150")
    device = one.plan.devices.devices[0]
    assert device.device_class is DeviceClass.VENTILATOR
    assert [name for name in FIGURES if getattr(device, name) is not None] == []
    assert "表示で確かめます" in one.said()
    one.ctrl(Qt.Key.Key_Z)
    assert one.value(path("device_class")) is None
    assert one.value(path("model")) == "Astral 150"


def test_a_class_somebody_chose_stays(drive: Drive) -> None:
    one = drive(a_device(device_class="other"), section="devices")
    one.answer(path("model"), "Kangaroo 2100")
    assert one.value(path("device_class")) is DeviceClass.OTHER


def test_a_class_that_is_to_be_found_out_is_left_to_be_found_out(drive: Drive) -> None:
    plan = a_device().model_copy(update={"marks": {path("device_class"): Mark(unknown=True)}})
    one = drive(plan, section="devices")
    one.answer(path("model"), "Kangaroo 2100")
    assert one.value(path("device_class")) is None


def test_an_unknown_model_changes_nothing_else(drive: Drive) -> None:
    one = drive(a_device(), section="devices")
    one.answer(path("model"), "VX-3")
    assert one.plan == a_device(model="VX-3")


def test_the_arrow_key_offers_the_models(drive: Drive) -> None:
    one = drive(a_device(), section="devices")
    control = one.go(path("model"))
    QTest.keyClick(control, Qt.Key.Key_Down)
    editor = one.field(path("model")).editor
    assert isinstance(editor, ModelEditor)
    popup = editor._completer.popup()
    assert popup is not None
    one.qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert one.value(path("model")) == next(iter(HINTS.models))
    assert one.text(path("model")) == next(iter(HINTS.models))


def test_what_belongs_to_a_measurement_is_asked_once_there_is_one(drive: Drive) -> None:
    one = drive(a_device(), section="devices")
    shown = {place.path for place in one.section_page().block.places()}
    assert path("meter") not in shown
    enter(one.go(path("measured_w")), "31")
    one.press(Qt.Key.Key_Tab)
    shown = {place.path for place in one.section_page().block.places()}
    assert path("meter") in shown


def test_without_a_battery_nothing_is_asked_about_it(drive: Drive) -> None:
    one = drive(a_device(battery_h=0), section="devices")
    shown = {place.path for place in one.section_page().block.places()}
    assert path("battery_h") in shown
    assert path("battery_replaced_on") not in shown
