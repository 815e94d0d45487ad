"""Where the keys lead: the next place that is missing or unknown, seen from where one is."""

from collections.abc import Callable

from evacplan.domain.plan import Plan
from evacplan.form import progress
from evacplan.form.progress import Place, Standing
from evacplan.form.spec import Form, Need


def is_missing(place: Place) -> bool:
    """Whether a needed field has no answer at all."""
    return place.need is Need.MUST and place.standing is Standing.EMPTY


def is_unknown(place: Place) -> bool:
    """Whether an answer is 未確認."""
    return place.standing is Standing.UNKNOWN


def next_place(
    form: Form, plan: Plan, here: str, wanted: Callable[[Place], bool], *, back: bool = False
) -> str | None:
    """The path of the next wanted place, from the start again after the last one; None when there is none.

    here: the path of the field the cursor is in, or the name of the open section.
    """
    places = list(progress.places(form, plan))
    paths = [place.path for place in places]
    if here in paths:
        at = paths.index(here)
        ahead = [*places[at + 1 :], *places[: at + 1]]
        ahead = [*reversed(places[:at]), *reversed(places[at:])] if back else ahead
    else:
        at = next((at for at, path in enumerate(paths) if path.partition(".")[0] == here), 0)
        ahead = [*places[at:], *places[:at]]
        ahead = ahead[::-1] if back else ahead
    return next((place.path for place in ahead if wanted(place)), None)
