"""One plan that has each finding and one, changed as little as possible, that has not."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from evacplan.domain.plan import Mark, Plan
from tests.domain.findings.asked import NONE, TODAY, UNCONFIRMED, with_device, with_source
from tests.domain.plans import a_device, a_plan, case_a, without_external

DEVICE = "devices.devices.vent"
SOURCE = "power_sources.{}.source"


@dataclass(frozen=True)
class Example:
    """A finding's code, a plan that has it, where it points, a plan that has it not, and the day."""

    code: str
    has: Plan
    place: str
    lacks: Plan
    today: date = TODAY


def plan(marks: dict[str, Mark] | None = None, **sections: Any) -> Plan:
    """A plan of these sections."""
    return a_plan(marks=marks, **sections)


def rows(*answers: dict[str, Any]) -> tuple[dict[str, Any], ...]:
    """Rows with the keys r0, r1, ..."""
    return tuple({"key": f"r{i}", **answer} for i, answer in enumerate(answers))


def device(marks: dict[str, Mark] | None = None, **answers: Any) -> Plan:
    """A plan of one complete device but for these answers."""
    return with_device(marks, **answers)


def section(name: str, **answers: Any) -> Plan:
    """A plan with answers in one section and a complete device."""
    return with_device(sections={name: answers})


NO_EXTERNAL: dict[str, Any] = {"external_batteries": ()}
OLD_EXTERNAL = {"count": 1, "hours_each": 4, "bought_on": "2020-01-01"}
DATED: dict[str, Any] = {"updated_on": "2025-11-01"}

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

GENERATOR: dict[str, Any] = {
    "fuel": "gas_canister",
    "canisters": 12,
    "hours_eco": 2.2,
    "rated_output": 900,
    "outdoor": True,
    "operators": ("父",),
    "last_started_on": "2026-10-01",
}
STORAGE: dict[str, Any] = {"capacity_wh": 1000, "output_w": 500}
CAR: dict[str, Any] = {"usable_kwh": 5, "output_w": 1500}


def storage(**answers: Any) -> Plan:
    return with_source("portables", **{**STORAGE, **answers})


def peaking(peak_w: float) -> Plan:
    """A device with this peak on a storage of 500 W."""
    return device_beside(storage(), peak_w=peak_w)


def device_beside(other: Plan, **answers: Any) -> Plan:
    """A complete device but for these answers, beside the sources of another plan."""
    return with_device(sections={"power_sources": other.power_sources}, **answers)


def generator(**answers: Any) -> Plan:
    return with_source("generators", **{**GENERATOR, **answers})


def car(sections: dict[str, Any] | None = None, **answers: Any) -> Plan:
    found = with_source("cars", **{**CAR, **answers})
    return Plan.model_validate({**dict(found), **(sections or {})})


def lapsing(last_started_on: str) -> Plan:
    """A generator that counted on the date of the plan."""
    found = generator(last_started_on=last_started_on)
    return Plan.model_validate({**dict(found), "meeting": DATED})


def charging(charge_h: float) -> Plan:
    battery = {"count": 2, "hours_each": 4, "bought_on": "2026-01-01", "charge_h": charge_h}
    places = rows({"name": "市民センター", "open_hours": "9–21時"})
    return with_device(
        sections={"power_sources": {"charge_places": places}}, external_batteries=rows(battery)
    )


def driving(owner: str) -> dict[str, Any]:
    return {"destination": {"transports": rows({"kind": "own_car", "owner": owner})}}


SOURCES = (
    Example(
        "source_not_counted", storage(waveform="square"), f"{SOURCE.format('portables')}.waveform", storage()
    ),
    Example(
        "source_not_counted",
        generator(last_started_on="2025-11-19"),
        f"{SOURCE.format('generators')}.last_started_on",
        generator(last_started_on="2025-11-20"),
    ),
    Example("source_not_counted", storage(volts=None), f"{SOURCE.format('portables')}.volts", storage()),
    Example(
        "source_lapsed",
        lapsing("2025-06-01"),
        f"{SOURCE.format('generators')}.last_started_on",
        lapsing("2026-01-01"),
    ),
    Example(
        "source_not_at_hand",
        storage(availability="considering"),
        f"{SOURCE.format('portables')}.availability",
        storage(availability="none"),
    ),
    Example("no_backup_source", device(), "power_sources.portables", storage()),
    Example("output_short", peaking(501), f"{SOURCE.format('portables')}.output_w", peaking(500)),
    Example("source_too_weak", storage(output_w=29), f"{SOURCE.format('portables')}.output_w", storage()),
    Example("output_unknown", storage(output_w=None), f"{SOURCE.format('portables')}.output_w", storage()),
    Example(
        "output_unknown",
        car(output_w=None),
        f"{SOURCE.format('cars')}.output_w",
        car(output_w=None, inverter_w=120),
    ),
    Example("car_sometimes_away", car(sometimes_away=True), f"{SOURCE.format('cars')}.sometimes_away", car()),
    Example(
        "fraction_high",
        storage(usable_fraction=0.9),
        f"{SOURCE.format('portables')}.usable_fraction",
        storage(usable_fraction=0.85),
    ),
    Example(
        "usable_above_capacity",
        storage(usable_wh=1001),
        f"{SOURCE.format('portables')}.usable_wh",
        storage(usable_wh=900),
    ),
    Example(
        "maker_does_not_allow",
        storage(maker_allows_medical=False),
        f"{SOURCE.format('portables')}.maker_allows_medical",
        storage(),
    ),
    Example(
        "canisters_unrealistic",
        generator(),
        f"{SOURCE.format('generators')}.canisters",
        generator(hours_eco=3),
    ),
    Example(
        "petrol_in_store",
        generator(fuel="petrol", stock_l=10),
        f"{SOURCE.format('generators')}.stock_l",
        generator(),
    ),
    Example("charging_window_short", charging(7), "power_sources.charge_places", charging(6)),
    Example(
        "car_twice",
        car(driving("父"), owner="父"),
        f"{SOURCE.format('cars')}.owner",
        car(driving("母"), owner="父"),
    ),
)

LEAVING: dict[str, Any] = {"preparation_min": 30, "loading_min": 30, "travel_map_min": 60}
HUMIDIFIER: dict[str, Any] = {"device_class": "heated_humidifier", "fallback": "hme", "priority": "b"}
CONCENTRATOR: dict[str, Any] = {
    "device_class": "oxygen_concentrator",
    "fallback": "oxygen_cylinder",
    "battery_h": 20,
}
GAS: dict[str, Any] = {"in_use": True, "flow_rest": 1, "cylinders": rows({"content_l": 500, "count": 1})}


def leaving(battery_h: float = 6, **answers: Any) -> Plan:
    """A device without external batteries, and the minutes until the family has arrived."""
    return with_device(
        without_external("vent"), {"triggers": {**LEAVING, **answers}}, battery_h=battery_h, **NO_EXTERNAL
    )


ENDURANCE = (
    Example("no_time_to_leave", leaving(3.9), "triggers.preparation_min", leaving(4)),
    Example("leaving_unknown", leaving(loading_min=None), "triggers.loading_min", leaving()),
    Example("reserve_short", leaving(reserve_h=1), "triggers.reserve_h", leaving(reserve_h=2)),
    Example("autonomy_short", leaving(167), "power_needs.target_h", leaving(169)),
    Example("autonomy_short_minimum", leaving(167), "power_needs.target_h", leaving(169)),
    Example("autonomy_maybe_short", device(**NO_EXTERNAL), "power_needs.target_h", device()),
    Example("autonomy_maybe_short_minimum", device(**NO_EXTERNAL), "power_needs.target_h", device()),
    Example("gap_to_target", leaving(71), "power_needs.target_h", leaving(72)),
    Example("humidifier_on_battery", device(**HUMIDIFIER), f"{DEVICE}.fallback", device()),
    Example(
        "minimum_ends_sooner",
        with_device(sections={"oxygen": GAS}, **CONCENTRATOR),
        "power_needs.target_h",
        device(),
    ),
    Example(
        "travel_not_measured", leaving(), "triggers.travel_measured_min", leaving(travel_measured_min=60)
    ),
    Example(
        "travel_measured",
        leaving(travel_measured_min=90),
        "triggers.travel_measured_min",
        leaving(travel_measured_min=60),
    ),
    Example(
        "travel_measured_elsewhere",
        section("destination", routes=rows({"goal": "病院", "measured_min": 28})),
        "triggers.travel_measured_min",
        section("destination", routes=rows({"goal": "病院"})),
    ),
)


def oxygen(marks: dict[str, Mark] | None = None, **answers: Any) -> Plan:
    return plan(marks, oxygen={**GAS, **answers})


CYLINDERS_SAID_NONE = {"oxygen.cylinders": NONE}
VENTILATED = {"oxygen": {**GAS, "cylinders": rows({"has_conserver": True}), "conserver_doctor_ok": True}}

OXYGEN = (
    Example("oxygen_unanswered", oxygen(in_use=None), "oxygen.in_use", oxygen()),
    Example("oxygen_unanswered", plan({"oxygen.in_use": UNCONFIRMED}), "oxygen.in_use", Plan()),
    Example(
        "oxygen_contradicts",
        with_device(sections={"oxygen": {"in_use": False}}, **CONCENTRATOR),
        "oxygen.in_use",
        with_device(sections={"oxygen": GAS}, **CONCENTRATOR),
    ),
    Example("oxygen_minutes_unknown", oxygen(flow_rest=None), "oxygen.flow_rest", oxygen()),
    Example(
        "oxygen_minutes_unknown",
        oxygen(cylinders=()),
        "oxygen.cylinders",
        oxygen(CYLINDERS_SAID_NONE, cylinders=()),
    ),
    Example(
        "oxygen_minutes_unknown",
        oxygen(cylinders=rows({"volume_l": 3.4, "count": 1})),
        "oxygen.cylinders.r0.fill_mpa",
        oxygen(cylinders=rows({"volume_l": 3.4, "fill_mpa": 14.7, "count": 1})),
    ),
    Example("no_cylinders", oxygen(CYLINDERS_SAID_NONE, cylinders=()), "oxygen.cylinders", oxygen()),
    Example(
        "concentrator_not_listed",
        oxygen(supply="concentrator"),
        "devices.devices",
        with_device(sections={"oxygen": {**GAS, "supply": "concentrator"}}, **CONCENTRATOR),
    ),
    Example(
        "cylinder_expired",
        oxygen(cylinders=rows({"expires_on": "2026-11-19"})),
        "oxygen.cylinders.r0.expires_on",
        oxygen(cylinders=rows({"expires_on": "2026-11-20"})),
    ),
    Example("no_oxygen_supplier", oxygen(), "oxygen.supplier", oxygen(supplier="北雪酸素")),
    Example(
        "time_without_oxygen_unknown",
        oxygen(),
        "oxygen.time_without_oxygen",
        oxygen(time_without_oxygen="10分"),
    ),
    Example("fire_distance_unconfirmed", oxygen(), "oxygen.fire_distance_ok", oxygen(fire_distance_ok=True)),
    Example("flow_unknown", oxygen({"oxygen.flow_sleep": UNCONFIRMED}), "oxygen.flow_sleep", oxygen()),
    Example(
        "cylinders_not_used",
        with_device(sections={"oxygen": GAS}, **{**CONCENTRATOR, "fallback": "none"}),
        f"{DEVICE}.fallback",
        with_device(sections={"oxygen": GAS}, **CONCENTRATOR),
    ),
    Example(
        "conserver_with_ventilator",
        with_device(sections=VENTILATED, device_class="ventilator"),
        "oxygen.conserver_doctor_ok",
        with_device(sections=VENTILATED, device_class="suction"),
    ),
)


def replaced(by: str, **fallback: Any) -> Plan:
    return with_device(sections={"fallback": fallback}, fallback=by)


FALLBACK = (
    Example("bag_untrained", device(), "fallback.bag_trained", section("fallback", bag_trained=("父", "母"))),
    Example(
        "bag_one_person",
        section("fallback", bag_trained=("母", " ")),
        "fallback.bag_trained",
        section("fallback", bag_trained=("父", "母")),
    ),
    Example(
        "manual_suction_missing",
        replaced("manual_suction"),
        "fallback.manual_suction",
        replaced("manual_suction", foot_suction=True),
    ),
    Example(
        "manual_suction_untrained",
        replaced("manual_suction"),
        "fallback.suction_trained",
        replaced("manual_suction", suction_trained=("父",)),
    ),
    Example("hme_missing", replaced("hme"), "fallback.hme_count", replaced("hme", hme_count=3)),
    Example(
        "gravity_feed_unconfirmed",
        replaced("gravity_feed"),
        "fallback.gravity_feed",
        replaced("gravity_feed", gravity_feed=True),
    ),
    Example(
        "in_training",
        plan(child={"household": rows({"relation": "祖母", "care_note": "酸素の切替 練習中"})}),
        "child.household.r0.care_note",
        plan(child={"household": rows({"relation": "祖母", "care_note": "できる"})}),
    ),
)


def destination(marks: dict[str, Mark] | None = None, **answers: Any) -> Plan:
    return with_device(marks, {"destination": answers})


def place(**answers: Any) -> Plan:
    return destination(places=rows({"name": "避難所", **answers}))


def at_home(people: int, **answers: Any) -> Plan:
    family = {"household": rows(*({"relation": f"家族{i}"} for i in range(people)))}
    household = tuple({**row, "key": f"h{i}"} for i, row in enumerate(family["household"]))
    return plan(child={"household": household}, destination=answers)


def zone(hazard: str, places: tuple[dict[str, Any], ...] = (), **triggers: Any) -> Plan:
    hazards = ({"key": "hazard", "kind": hazard, "in_zone": True},)
    return plan(home={"hazards": hazards}, destination={"places": places}, triggers=triggers)


FLOODED_HOME = rows({"kind": "home", "hazards_valid": ("river_flood",)})
DRY_SCHOOL = rows({"kind": "designated_shelter", "hazards_valid": ("river_flood",)})
CREW = {"destination.transports.r0.agreed": UNCONFIRMED}
NO_OTHER_WAY = {"destination.routes.r0.alternative": NONE}

DESTINATION = (
    Example(
        "quake_not_examined",
        section("home", quake_resistance="not_examined"),
        "home.quake_resistance",
        device(),
    ),
    Example(
        "hazard_without_place", zone("river_flood"), "destination.places", zone("river_flood", DRY_SCHOOL)
    ),
    Example(
        "home_in_hazard",
        zone("river_flood", FLOODED_HOME),
        "destination.places.r0.hazards_valid",
        zone("river_flood", DRY_SCHOOL),
    ),
    Example(
        "tsunami_not_at_once",
        zone("tsunami"),
        "triggers.tsunami_leave_at_once",
        zone("tsunami", tsunami_leave_at_once=True),
    ),
    Example("no_place_elsewhere", place(kind="home"), "destination.places", place(kind="relatives")),
    Example(
        "place_without_power",
        place(power_available=False),
        "destination.places.r0.power_available",
        place(power_available=True),
    ),
    Example("place_power_short", place(power_w=29), "destination.places.r0.power_w", place(power_w=30)),
    Example("no_direct_entry", place(direct_entry=False), "destination.places.r0.direct_entry", place()),
    Example(
        "family_limit",
        at_home(3, places=rows({"family_limit": 2})),
        "destination.places.r0.family_limit",
        at_home(2, places=rows({"family_limit": 2})),
    ),
    Example(
        "hospital_unconfirmed",
        destination(hospital={"name": "病院"}),
        "destination.hospital.agreed",
        destination(hospital={"name": "病院", "agreed": True}),
    ),
    Example("hospital_unconfirmed", place(kind="hospital"), "destination.hospital.agreed", place()),
    Example("hospital_missing", device(), "destination.hospital.name", place(kind="hospital")),
    Example(
        "no_alternative_route",
        destination(NO_OTHER_WAY, routes=rows({"goal": "病院"})),
        "destination.routes.r0.alternative",
        destination(routes=rows({"goal": "病院"})),
    ),
    Example(
        "transport_unconfirmed",
        destination(CREW, transports=rows({"name": "除雪班"})),
        "destination.transports.r0.agreed",
        destination(transports=rows({"name": "除雪班"})),
    ),
    Example(
        "seats_short",
        at_home(4, transports=rows({"kind": "own_car", "seats": 4})),
        "destination.transports.r0.seats",
        at_home(3, transports=rows({"kind": "own_car", "seats": 4})),
    ),
)


def stock(**answers: Any) -> Plan:
    return plan(supplies={"stock": rows({"item": "カテーテル", **answers})})


SUPPLIES = (
    Example(
        "supply_short",
        stock(per_day=12, quantity_have=167),
        "supplies.stock.r0.quantity_have",
        stock(per_day=12, quantity_have=168),
    ),
    Example(
        "supply_expired",
        stock(expires_on="2026-11-19"),
        "supplies.stock.r0.expires_on",
        stock(expires_on="2026-11-20"),
    ),
    Example(
        "medicine_short",
        plan(supplies={"medicine_spare_days": 6}),
        "supplies.medicine_spare_days",
        plan(supplies={"medicine_spare_days": 7}),
    ),
)


def supporters(*answers: dict[str, Any], **sections: Any) -> Plan:
    return plan(supporters={"supporters": rows(*answers)}, **sections)


KIDACHI: dict[str, Any] = {
    "name": "木立 勇",
    "address": "浪の音",
    "phone": "017-000-0401",
    "consent_on": "2026-06-20",
}
SAITO = {**KIDACHI, "name": "斎藤 ミヨ", "phone": "090-0000-4021"}
FAMILY = {"household": ({"key": "father", "name": "木立 勇"},)}

PEOPLE = (
    Example("single_supporter", supporters(KIDACHI), "supporters.supporters", supporters(KIDACHI, SAITO)),
    Example(
        "supporter_incomplete",
        supporters({**KIDACHI, "address": None}),
        "supporters.supporters.r0.address",
        supporters(KIDACHI),
    ),
    Example(
        "supporter_consent_missing",
        supporters({**KIDACHI, "consent_on": None}),
        "supporters.supporters.r0.consent_on",
        supporters(KIDACHI),
    ),
    Example(
        "supporter_twice",
        supporters(KIDACHI, {**SAITO, "phone": "017-000-0401"}),
        "supporters.supporters.r0.name",
        supporters(KIDACHI, SAITO),
    ),
    Example(
        "supporter_at_home",
        supporters(KIDACHI, child=FAMILY),
        "supporters.supporters.r0.name",
        supporters(SAITO, child=FAMILY),
    ),
    Example(
        "same_person_twice",
        plan(triggers={"who_decides": "母", "deputy_decides": "母"}),
        "triggers.deputy_decides",
        plan(triggers={"who_decides": "母", "deputy_decides": "父"}),
    ),
    Example(
        "no_second_carer",
        plan(child={"main_carer": "母"}),
        "child.second_carer",
        plan(child={"main_carer": "母", "second_carer": "父"}),
    ),
)


def chain(*answers: dict[str, Any]) -> Plan:
    return plan(contacts={"chain": rows(*answers)})


def registered(name: str, status: str) -> Plan:
    return plan(registrations={name: {"status": status}})


CITY = {"organisation": "市", "phone_day": "017-000-0600"}
SCHOOL = {"organisation": "学校", "phone_day": "017-000-0610"}
MOTHER = {"who": "母", "phone_day": "090-0000-1141"}

CONTACTS = (
    Example("contact_without_phone", chain({"who": "母"}), "contacts.chain.r0.phone_day", chain(MOTHER)),
    Example("nobody_at_night", chain(CITY, SCHOOL), "contacts.chain", chain(CITY, MOTHER)),
    Example(
        "silent_at_night",
        chain(CITY, SCHOOL, MOTHER),
        "contacts.chain.r1.phone_night",
        chain(CITY, {**SCHOOL, "hours": "24時間"}, MOTHER),
    ),
    Example(
        "phone_twice",
        chain(MOTHER, {**MOTHER, "who": "父"}),
        "contacts.chain.r1.phone_day",
        chain({**MOTHER, "phone_night": MOTHER["phone_day"]}),
    ),
    Example(
        "support_centre_mail",
        chain({"mobile_mail": "zaitaku_shienl@example.jp"}),
        "contacts.chain.r0.mobile_mail",
        chain({"mobile_mail": "a@example.jp"}),
    ),
    *(
        Example(code, registered(name, status), f"registrations.{name}.status", registered(name, "done"))
        for code, name, status in (
            ("support_list_not_done", "support_list", "not_done"),
            ("support_list_applied", "support_list", "applied"),
            ("power_company_not_done", "power_company", "not_done"),
            ("fire_not_done", "fire_department", "not_done"),
            ("net119_not_done", "net119", "not_done"),
            ("supplier_registration_not_done", "supplier", "not_done"),
            ("hospital_record_not_done", "hospital_record", "applied"),
            ("daily_tools_applied", "daily_living_tools", "applied"),
        )
    ),
)


def meeting(**answers: Any) -> Plan:
    return plan(meeting=answers)


CONSENT: dict[str, Any] = {
    "consent_create": "given",
    "consent_create_on": "2026-06-02",
    "explained_on": "2026-06-02",
    "signer_name": "髙橋 健",
    "signer_relation": "father",
    "liability_notice_acknowledged": True,
}


def consented(**answers: Any) -> Plan:
    return plan(meeting={**CONSENT, **answers}, child={"birth_on": "2018-04-09"})


CONSENTS = (
    Example("legal_item_missing", Plan(), "child.name", case_a()),
    Example("municipality_refused", meeting(consent_create="refused"), "meeting.consent_create", case_a()),
    Example("consent_unsigned", consented(signer_name=None), "meeting.signer_name", consented()),
    Example("consent_undated", consented(consent_create_on=None), "meeting.consent_create_on", consented()),
    Example(
        "consent_before_explanation",
        consented(explained_on="2026-06-03"),
        "meeting.consent_create_on",
        consented(),
    ),
    Example("signer_not_guardian", consented(signer_relation="self"), "meeting.signer_relation", consented()),
    Example(
        "liability_notice_open",
        consented(liability_notice_acknowledged=None),
        "meeting.liability_notice_acknowledged",
        consented(),
    ),
    Example(
        "share_refused",
        meeting(shares=rows({"recipient": "police", "consent": "refused"})),
        "meeting.shares.r0.consent",
        meeting(shares=rows({"recipient": "police", "consent": "given"})),
    ),
    Example(
        "share_unanswered",
        meeting(shares=rows({"recipient": "police"})),
        "meeting.shares.r0.consent",
        meeting(shares=rows({"recipient": "police"}), share_basis="ordinance"),
    ),
)


def drilled(**answers: Any) -> Plan:
    return plan(review={"drills": rows({"held_on": "2026-10-04", **answers})})


REVIEW = (
    Example("no_drill", plan(review={"drills": rows({"next_plan": "1月"})}), "review.drills", drilled()),
    Example("no_drill", drilled(held_on="2027-01-10"), "review.drills", drilled()),
    Example(
        "devices_failed_in_drill",
        drilled(devices_worked=False),
        "review.drills.r0.devices_worked",
        drilled(devices_worked=True),
    ),
    Example(
        "review_overdue",
        plan(review={"review_due_on": "2026-11-19"}),
        "review.review_due_on",
        plan(review={"review_due_on": "2026-11-20"}),
    ),
    Example(
        "review_overdue",
        meeting(updated_on="2025-11-19"),
        "review.review_due_on",
        meeting(updated_on="2025-11-20"),
    ),
)


def child(**answers: Any) -> Plan:
    return plan(child=answers)


ENTRIES = (
    Example("birth_in_future", child(birth_on="2026-11-21"), "child.birth_on", child(birth_on="2026-11-20")),
    Example("age_unusual", child(birth_on="2005-11-20"), "child.birth_on", child(birth_on="2005-11-21")),
    Example("kana_missing", child(name="髙橋"), "child.name_kana", child(name="髙橋", name_kana="たかはし")),
    Example("private_character", child(name="\ue000橋"), "child.name", child(name="𠮷野 辻󠄀")),
    Example("private_character", child(name="\U000f0001橋"), "child.name", child(name="髙﨑")),
    Example("number_unusual", child(weight_kg=0.3), "child.weight_kg", child(weight_kg=0.5)),
    Example("number_unusual", device(measured_w=50_000), f"{DEVICE}.measured_w", device()),
    Example(
        "phone_unusual", child(phone_home="017-000-011"), "child.phone_home", child(phone_home="017-000-0114")
    ),
    Example(
        "date_in_future",
        child(measured_on="2026-11-21"),
        "child.measured_on",
        child(measured_on="2026-11-20"),
    ),
)

EXAMPLES: tuple[Example, ...] = (
    *DEVICES,
    *SOURCES,
    *ENDURANCE,
    *OXYGEN,
    *FALLBACK,
    *DESTINATION,
    *SUPPLIES,
    *PEOPLE,
    *CONTACTS,
    *CONSENTS,
    *REVIEW,
    *ENTRIES,
)
