"""Whether the recovery code of the store is on paper: it is shown once, and the window may close before."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert as put

from evacplan.store.database import Database
from evacplan.store.tables import SETTING

_TO_BE_PRINTED = "code_to_be_printed"


class CodeSheet:
    """The sheet of the code that opens the store now."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def is_put_away(self) -> bool:
        """Whether the user said so, or nothing is known of a code that was shown in vain."""
        query = select(SETTING.c.value).where(SETTING.c.name == _TO_BE_PRINTED)
        with self._database.reading() as db:
            return db.execute(query).scalar_one_or_none() is None

    def shown(self) -> None:
        """A code was made and is about to be shown."""
        row = put(SETTING).values(name=_TO_BE_PRINTED, value="1").on_conflict_do_nothing()
        with self._database.writing() as db:
            db.execute(row)

    def put_away(self) -> None:
        """The code is on paper and put away."""
        with self._database.writing() as db:
            db.execute(delete(SETTING).where(SETTING.c.name == _TO_BE_PRINTED))
