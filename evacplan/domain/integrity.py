"""What must hold across a whole plan document; a broken file is refused with the place named."""

from collections import Counter
from collections.abc import Iterator

from evacplan.domain import structure
from evacplan.domain.paths import NoSuchPlaceError, get, is_empty
from evacplan.domain.plan import Mark, Plan
from evacplan.domain.plan.base import Record


def problems(plan: Plan) -> Iterator[tuple[str, str]]:
    """Each place that contradicts itself, with the reason as a Japanese sentence.

    Row keys must be unique in the whole plan (persons are named by them) and no names of fields (a path with
    keys could not be told from one without); a mark must stand at a field or a list that exists, and なし or
    未確認 only where there is no value.
    """
    rows = tuple(structure.rows(plan))
    keys = Counter(row.key for _, row in rows)
    for path, row in rows:
        if keys[row.key] > 1:
            yield path, "同じ行の番号（key）が二度使われています。"
        if row.key in type(row).model_fields:
            yield path, "行の番号（key）が項目の名前と同じです。"
    for path, mark in plan.marks.items():
        why = _against(plan, path, mark)
        if why:
            yield f"marks.{path}", why


def _against(plan: Plan, path: str, mark: Mark) -> str:
    try:
        value = get(plan, path)
    except NoSuchPlaceError:
        return "印のついた場所は計画にありません。"
    if isinstance(value, Record | dict) or path.endswith(".key"):
        return "印は一つの項目か一覧につけるものです。"
    if (mark.none or mark.unknown) and not is_empty(value):
        return "値があるのに「なし」か「未確認」の印がついています。"
    return ""
