"""Examples of findings about devices and their batteries."""

from evacplan.domain.plan import Mark, Plan
from tests.domain.findings.asked import NONE, with_device
from tests.domain.findings.examples.example import DATED, DEVICE, Example, device, plan, rows
from tests.domain.plans import a_device, a_plan, without_external

OLD_EXTERNAL = {"count": 1, "hours_each": 4, "bought_on": "2020-01-01"}

DEVICES = (
    Example("no_devices", Plan(), "devices.devices", device()),
    Example("no_devices", Plan(), "devices.devices", plan({"devices.devices": NONE})),
    Example("device_blank", a_plan(a_device()), f"{DEVICE}.device_class", device()),
    Example("vital_figure_unknown", device(battery_h=None), f"{DEVICE}.battery_h", device()),
    Example(
        "vital_figure_unknown",
        device(battery_h=None),
        f"{DEVICE}.battery_h",
        device({f"{DEVICE}.battery_h": NONE}, battery_h=None),
    ),
    Example("vital_figure_unknown", device(measured_w=None), f"{DEVICE}.rated_power", device(rated_power=9)),
    Example(
        "vital_figure_unknown",
        device(external_batteries=()),
        f"{DEVICE}.external_batteries",
        device(without_external("vent"), external_batteries=()),
    ),
    Example(
        "vital_figure_unknown",
        device(external_batteries=rows({"count": 2})),
        f"{DEVICE}.external_batteries.r0.hours_each",
        device(external_batteries=rows({"count": 0})),
    ),
    Example(
        "vital_figure_unknown",
        device(use_pattern="intermittent", minutes_per_use=4),
        f"{DEVICE}.uses_per_day",
        device(use_pattern="intermittent", minutes_per_use=4, uses_per_day=9),
    ),
    Example("minor_figure_unknown", device(battery_h=None, priority="c"), f"{DEVICE}.battery_h", device()),
    Example(
        "bands_missing",
        device(use_pattern="time_bands"),
        f"{DEVICE}.use_bands",
        device(use_pattern="time_bands", use_bands="21-6"),
    ),
    Example("no_fallback", device(fallback=None), f"{DEVICE}.fallback", device()),
    Example(
        "no_fallback", device(fallback="none"), f"{DEVICE}.fallback", device(fallback="none", priority="b")
    ),
    Example(
        "tolerance_unconfirmed",
        device(tolerance_min=10),
        f"{DEVICE}.tolerance_confirmed",
        device({f"{DEVICE}.tolerance_min": Mark(confirmed_by="医師")}, tolerance_min=10),
    ),
    Example(
        "no_24h_phone",
        plan(devices={"suppliers": rows({"name": "北国レスピ"})}),
        "devices.suppliers.r0.phone_24h",
        plan(devices={"suppliers": rows({"name": "北国レスピ", "phone_24h": "0120-000-771"})}),
    ),
    Example("no_supplier", device(), f"{DEVICE}.supplier", device(supplier="北国レスピ")),
    Example("load_is_rated", device(measured_w=None, rated_power=9), f"{DEVICE}.measured_w", device()),
    Example(
        "setting_factor_empty",
        device(device_class="ventilator"),
        f"{DEVICE}.setting_factor",
        device(device_class="ventilator", battery_source="measured"),
    ),
    Example(
        "battery_old",
        device(battery_replaced_on="2024-06-01"),
        f"{DEVICE}.battery_replaced_on",
        device(battery_replaced_on="2024-12-01"),
    ),
    Example(
        "battery_old",
        device(external_batteries=rows(OLD_EXTERNAL)),
        f"{DEVICE}.external_batteries.r0.bought_on",
        device(external_batteries=rows({**OLD_EXTERNAL, "count": 1, "hours_each": 0})),
    ),
    Example(
        "battery_overdue",
        device(battery_due_on="2026-11-01"),
        f"{DEVICE}.battery_due_on",
        device(battery_due_on="2026-12-01"),
    ),
    Example(
        "battery_old_today",
        with_device(sections={"meeting": DATED}, battery_replaced_on="2024-06-01"),
        f"{DEVICE}.battery_replaced_on",
        with_device(sections={"meeting": DATED}, battery_replaced_on="2025-06-01"),
    ),
    Example(
        "battery_undated",
        device(battery_replaced_on=None),
        f"{DEVICE}.battery_replaced_on",
        device(battery_replaced_on=None, battery_age_factor=1),
    ),
)
