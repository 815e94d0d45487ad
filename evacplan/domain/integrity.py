"""What must hold across a whole plan document; a broken file is refused with the place named."""

from collections import Counter
from collections.abc import Iterator

from evacplan.domain import structure
from evacplan.domain.paths import NoSuchPlaceError, get, is_empty
from evacplan.domain.plan import Plan


def problems(plan: Plan) -> Iterator[tuple[str, str]]:
    """Each place that contradicts itself, with the reason as a Japanese sentence.

    Row keys must be unique in the whole plan (persons are named by them); a mark must stand at a place
    that exists, and なし or 未確認 only where there is no value.
    """
    keys = Counter(row.key for _, row in structure.rows(plan))
    for path, row in structure.rows(plan):
        if keys[row.key] > 1:
            yield path, "同じ行の番号（key）が二度使われています。"
    for path, mark in plan.marks.items():
        try:
            value = get(plan, path)
        except NoSuchPlaceError:
            yield f"marks.{path}", "この場所は計画にありません。"
            continue
        if (mark.none or mark.unknown) and not is_empty(value):
            yield path, "値があるのに「なし」か「未確認」の印がついています。"
