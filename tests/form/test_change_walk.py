"""Something changed: every place is one of the form, changes are noticed, and nothing is set by itself."""

from datetime import date
from pathlib import Path

import pytest

from evacplan.domain.paths import put
from evacplan.domain.plan import Mark, Plan
from evacplan.form.change_walk import Change, ChangeWalk, How, load_changes
from evacplan.form.spec import Repeat
from evacplan.form.toml_file import FormError
from tests.builders import FORMS, words
from tests.domain.plans import case_a, random_plan

TODAY = date(2026, 11, 21)
BATTERY = "devices.devices.suction.battery_h"
LOADED = load_changes(FORMS, words().form)
CHANGES = LOADED.change
NAMES = ["device", "house", "school", "people", "discharge", "drill", "disaster"]


def walk(name: str, before: Plan | None = None) -> ChangeWalk:
    (change,) = (one for one in CHANGES if one.name == name)
    return ChangeWalk(words().form, LOADED.words, change, case_a() if before is None else before)


def how(found: ChangeWalk, plan: Plan, path: str) -> How:
    (one,) = (each.how for each in found.stops(plan) if each.stop.path == path)
    return one


def test_every_change_of_the_issue_is_there() -> None:
    assert [change.name for change in CHANGES] == NAMES


@pytest.mark.parametrize("change", CHANGES, ids=NAMES)
def test_every_place_is_one_of_the_form_and_outside_of_rows_and_says_why(change: Change) -> None:
    form = words().form
    for stop in change.step:
        assert stop.path in form.parts_by_path
        assert stop.why.endswith("。")
        assert not isinstance(form.parts_by_path.get(stop.path.rpartition(".")[0]), Repeat)


@pytest.mark.parametrize("change", CHANGES, ids=NAMES)
def test_every_change_ends_at_the_copies(change: Change) -> None:
    assert change.step[-1].path == "distribution.copies"


@pytest.mark.parametrize(
    "paths",
    [
        {"power_sources.portables", "contacts.chain", "registrations.power_company"},
        {"power_sources.extension_cord_w"},
    ],
)
def test_a_new_device_touches_load_batteries_cables_and_contacts(paths: set[str]) -> None:
    (device,) = (change for change in CHANGES if change.name == "device")
    assert paths <= {stop.path for stop in device.step}


def test_at_the_start_nothing_is_ticked() -> None:
    assert {each.how for each in walk("device").stops(case_a())} == {How.OPEN}


def test_another_answer_below_a_place_is_noticed() -> None:
    plan = put(case_a(), BATTERY, 2)
    assert how(walk("device"), plan, "devices.devices") is How.CHANGED
    assert how(walk("device"), plan, "contacts.chain") is How.OPEN


def test_a_mark_of_unknown_is_noticed_but_a_confirmation_is_not() -> None:
    path = "power_sources.extension_cord_w"
    unknown = case_a().model_copy(update={"marks": {**case_a().marks, path: Mark(unknown=True)}})
    assert how(walk("device"), put(unknown, path, None), path) is How.CHANGED
    said = Mark(confirmed_by="母", confirmed_on=TODAY)
    confirmed = case_a().model_copy(update={"marks": {**case_a().marks, path: said}})
    assert how(walk("device"), confirmed, path) is How.OPEN


def test_what_was_said_to_be_unchanged_and_then_changed_counts_as_changed() -> None:
    begun = walk("device")
    said = ChangeWalk(begun.form, begun.words, begun.change, begun.before, frozenset({"devices.devices"}))
    assert how(said, case_a(), "devices.devices") is How.SAME
    assert how(said, put(case_a(), BATTERY, 2), "devices.devices") is How.CHANGED


def test_what_does_not_concern_the_child_is_left_out() -> None:
    paths = {each.stop.path for each in walk("device").stops(case_a())}
    assert "oxygen.cylinders" not in paths
    assert "oxygen.in_use" in paths


def test_the_record_says_what_stood_there_and_what_stands_there() -> None:
    plan = put(case_a(), BATTERY, 2)
    assert walk("device").what_changed(plan).splitlines()[0] == "機器や設定、体重が変わった"
    assert "1.5 時間 → 2 時間" in walk("device").what_changed(plan)
    assert walk("device").changed_sections(plan) == ("医療機器",)


def test_the_record_of_a_change_is_no_change_itself() -> None:
    rows = ({"key": "new", "what": "機器"},)
    plan = Plan.model_validate({**dict(case_a()), "review": {"revisions": rows}})
    before = Plan.model_validate({**dict(case_a()), "review": {}})
    assert walk("device", before).changed_sections(plan) == ()


def test_a_review_that_is_agreed_for_an_earlier_day_is_kept() -> None:
    plan = put(case_a(), "review.review_due_on", date(2027, 2, 1))
    assert walk("device").review_day(plan, TODAY) is None


@pytest.mark.parametrize("due", [None, date(2026, 11, 20), date(2027, 11, 10)])
def test_a_review_is_offered_after_the_months_of_the_change(due: date | None) -> None:
    plan = put(case_a(), "review.review_due_on", due)
    assert walk("discharge").review_day(plan, TODAY) == date(2027, 2, 21)


@pytest.mark.parametrize("seed", range(0, 60, 3))
def test_any_two_plans_can_be_walked(seed: int) -> None:
    before, after = random_plan(seed, 0.6), random_plan(seed + 1, 0.6)
    for change in CHANGES:
        found = ChangeWalk(words().form, LOADED.words, change, before)
        assert found.stops(after)
        assert len(found.what_changed(after).splitlines()) <= 14
        for each in found.stops(after):
            assert found.go_to(after, each.stop.path).startswith(each.stop.path)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('path = "child.weight_kg"', 'path = "child.weight"'),
        ('path = "child.weight_kg"', 'path = "devices.devices.battery_h"'),
        ('path = "child.measured_on"', 'path = "child.weight_kg"'),
        ('why = "いつの体重かを書きます。"', 'why = ""'),
        ('name          = "house"', 'name          = "device"'),
    ],
)
def test_words_that_do_not_fit_are_refused(tmp_path: Path, before: str, after: str) -> None:
    text = (FORMS / "changes.toml").read_text(encoding="utf-8")
    assert before in text
    (tmp_path / "changes.toml").write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(FormError):
        load_changes(tmp_path, words().form)
