"""What is known about an answer, kept beside the values by path."""

from typing import Self

from pydantic import model_validator

from evacplan.domain.plan.base import Record
from evacplan.domain.values import Day, Line, YesNo


class Mark(Record):
    """How sure an answer is.

    none: the answer is なし, said by somebody. unknown: 未確認, nobody has found out yet.
    Neither of them and no value: not yet asked. confirmed_by / confirmed_on: who confirmed it, and when.
    ask_whom / ask_until: who finds out, and until which day.
    """

    none: YesNo = False
    unknown: YesNo = False
    confirmed_by: Line | None = None
    confirmed_on: Day | None = None
    ask_whom: Line | None = None
    ask_until: Day | None = None

    @model_validator(mode="after")
    def _one_answer(self) -> Self:
        if self.none and self.unknown:
            raise ValueError("「なし」と「未確認」は同時に選べません。")
        return self

    @property
    def is_empty(self) -> bool:
        """Whether the mark says nothing and need not be kept."""
        return self == NO_MARK


NO_MARK = Mark()
