"""Turning, framing and drawing as values: nothing leaves the picture and nothing is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from evacplan.ui.picture.edit import EDGES, Edit, Frame, Steps, frame_between

SIZES = st.tuples(st.integers(16, 3200), st.integers(16, 3200))
PLACES = st.floats(-5000, 5000)
POINTS = st.tuples(PLACES, PLACES)
GRIPS = st.sampled_from(
    [
        EDGES,
        frozenset({"left"}),
        frozenset({"left", "top"}),
        frozenset({"right", "bottom"}),
        frozenset({"top"}),
    ]
)


def is_inside(frame: Frame, size: tuple[int, int]) -> bool:
    return (
        frame.left >= 0
        and frame.left + 16 <= frame.right <= size[0]
        and frame.top >= 0
        and frame.top + 16 <= frame.bottom <= size[1]
    )


@given(SIZES, POINTS, POINTS, st.lists(st.tuples(GRIPS, POINTS), max_size=6))
def test_a_frame_stays_in_its_picture_and_is_never_too_small(
    size: tuple[int, int],
    one: tuple[float, float],
    other: tuple[float, float],
    pulls: list[tuple[frozenset[str], tuple[float, float]]],
) -> None:
    frame = frame_between(one, other, size)
    assert is_inside(frame, size)
    for grip, by in pulls:
        before, frame = frame, frame.pulled(grip, by, size)
        assert is_inside(frame, size)
        if grip == EDGES:
            assert (frame.width, frame.height) == (before.width, before.height)


@given(SIZES, POINTS, POINTS, st.lists(POINTS, max_size=5), st.integers(-4, 4))
def test_four_quarters_are_none_and_a_turn_keeps_everything_inside(
    size: tuple[int, int],
    one: tuple[float, float],
    other: tuple[float, float],
    way: list[tuple[float, float]],
    turns: int,
) -> None:
    edit = Edit.of(*size).framed(frame_between(one, other, size))
    for point in way:
        edit = edit.with_point(point)
    turned = edit.turned(turns)
    assert is_inside(turned.frame, turned.size)
    frame = turned.frame
    assert all(
        frame.left - 0.01 <= x <= frame.right + 0.01 and frame.top - 0.01 <= y <= frame.bottom + 0.01
        for x, y in turned.way
    )
    back = turned.turned(-turns)
    assert (back.size, back.frame, back.turns) == (edit.size, edit.frame, edit.turns)
    assert all(
        abs(x - u) < 0.01 and abs(y - v) < 0.01 for (x, y), (u, v) in zip(back.way, edit.way, strict=True)
    )


def test_the_same_place_twice_is_one_point() -> None:
    edit = Edit.of(100, 80).with_point((10, 10)).with_point((10, 10)).with_point((50, 10))
    assert edit.way == ((10, 10), (50, 10))
    assert edit.without_last_point().way == ((10, 10),)


def test_going_back_leads_to_the_beginning_and_held_keys_are_one_step() -> None:
    steps = Steps(Edit.of(100, 80))
    steps.do(steps.now.with_point((10, 10)))
    for right in (90, 80, 70):
        steps.do(steps.now.framed(Frame(0, 0, right, 80)), "keys")
    steps.do(steps.now)
    assert steps.undo()
    assert steps.now == Edit.of(100, 80).with_point((10, 10))
    assert steps.undo()
    assert not steps.undo()
    assert steps.now == steps.first
