"""Time by section: from touch to touch, a minute of a pause at most; there and back through a row of text."""

from hypothesis import given
from hypothesis import strategies as st

from evacplan.domain.working_time import IDLE_S, WorkingTime, added, minutes, read, written
from tests.builders import some

sections = st.sampled_from(["child", "devices", "beside"])


class Hands:
    """A clock that somebody sets."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_time_belongs_to_the_section_that_was_open_before_the_touch() -> None:
    hands = Hands()
    work = WorkingTime(hands)
    for section, wait in (("child", 20.0), ("child", 30.0), ("devices", 10.0), ("child", 0.0)):
        work.touch(section)
        hands.now += wait
    assert work.spent() == {"child": 50.0, "devices": 10.0}


def test_of_a_pause_only_the_first_minute_counts() -> None:
    hands = Hands()
    work = WorkingTime(hands)
    work.touch("child")
    hands.now += 3600.0
    work.touch("devices")
    assert work.spent() == {"child": IDLE_S}


def test_looking_without_a_touch_is_no_work() -> None:
    hands = Hands()
    work = WorkingTime(hands)
    work.touch("child")
    hands.now += 30.0
    assert work.spent() == {}


def test_what_was_taken_is_not_counted_twice() -> None:
    hands = Hands()
    work = WorkingTime(hands)
    work.touch("child")
    hands.now += 30.0
    work.touch("child")
    assert work.take() == {"child": 30.0}
    assert work.take() == {}
    hands.now += 5.0
    work.touch("child")
    assert work.spent() == {"child": 5.0}


@some
@given(st.lists(st.tuples(sections, st.floats(0, 500)), max_size=30))
def test_the_sum_is_never_more_than_the_time_that_passed(touches: list[tuple[str, float]]) -> None:
    hands = Hands()
    work = WorkingTime(hands)
    for section, wait in touches:
        work.touch(section)
        hands.now += wait
    spent = work.spent()
    assert sum(spent.values()) <= sum(wait for _, wait in touches) + 1e-6
    assert set(spent) <= {section for section, _ in touches}


@some
@given(st.dictionaries(sections, st.integers(10, 10_000)))
def test_a_row_is_read_as_it_was_written(spent: dict[str, int]) -> None:
    assert read([written(spent)]) == spent
    assert read([written(spent)] * 2) == added(spent, spent)


def test_a_few_seconds_are_no_row() -> None:
    assert written({"child": 6.0, "devices": 3.0}) == ""
    assert written({"child": 6.0, "devices": 5.4}) == "child=6 devices=5"


def test_a_row_that_says_something_else_counts_nothing() -> None:
    assert read(["", "child", "child=many", "=5", "child=12"]) == {"child": 12.0}


def test_minutes_are_the_nearest_and_at_least_one() -> None:
    assert [minutes(seconds) for seconds in (0, 0.2, 1, 60, 61, 100)] == [0, 0, 1, 1, 1, 2]
