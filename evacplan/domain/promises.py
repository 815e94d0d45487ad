"""The promise of a hospital that is also a place to go to: asked at either, one answer for both."""

import unicodedata
from collections.abc import Iterator

from evacplan.domain.choices import PlaceKind
from evacplan.domain.paths import exists, get, is_empty, put, split
from evacplan.domain.plan import Plan
from evacplan.domain.plan.destination import Place

HOSPITAL = "destination.hospital"
PLACES = "destination.places"
PROMISE = ("agreed", "agreed_on", "agreed_by")
CHOSEN = ("agreed", "kind")  # the others are typed
# What makes a place and the hospital the same, and so lets the promise of one hold for the other.
_SAME = ("name", "kind")


def places_of_hospital(plan: Plan) -> Iterator[tuple[str, Place]]:
    """The places to go to that are the receiving hospital, with their paths."""
    for place in plan.destination.places:
        if place.kind is PlaceKind.HOSPITAL and _is_same(place.name, plan.destination.hospital.name):
            yield f"{PLACES}.{place.key}", place


def _is_same(one: str | None, other: str | None) -> bool:
    """Whether two names mean one hospital: the same, or the same with a ward after it.

    「県立病院」 is not 「県立病院分院」: what follows must stand apart.
    """
    short, long = sorted((_folded(one), _folded(other)), key=len)
    return bool(short) and (short == long or (long.startswith(short) and long[len(short)] in " ("))


def _folded(name: str | None) -> str:
    return " ".join(unicodedata.normalize("NFKC", name or "").split())


def with_promise(before: Plan, plan: Plan, path: str) -> Plan:
    """The plan in which what changed at a path since `before` holds for the hospital and its places alike.

    Filled in where nothing is answered, and where the answer of before stood; another answer stays, and is a
    finding. なし and 未確認 stay where they were given.
    """
    holder, name = split(path)
    places = [at for at, _ in places_of_hospital(plan)]
    if holder not in (HOSPITAL, *places) or name not in (*PROMISE, *_SAME):
        return plan
    others = places if holder == HOSPITAL else [HOSPITAL, *(at for at in places if at != holder)]
    for field in PROMISE if name in _SAME else (name,):
        for other in others:
            plan = _filled(before, plan, (f"{holder}.{field}", f"{other}.{field}"))
            if name in _SAME:
                plan = _filled(before, plan, (f"{other}.{field}", f"{holder}.{field}"))
    return plan


def _filled(before: Plan, plan: Plan, way: tuple[str, str]) -> Plan:
    """The plan with the answer at the start of a way at its end as well, where that is free."""
    start, end = way
    value, there = get(plan, start), get(plan, end)
    follows = is_empty(there) or (_had(before, start) == there and not is_empty(value))
    if is_empty(value) or value == there or not follows or end in plan.marks:
        return plan
    return put(plan, end, value)


def _had(before: Plan, path: str) -> object:
    return get(before, path) if exists(before, path) else None
