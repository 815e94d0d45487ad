"""The papers that can be printed: the three editions, and single sheets drawn from one of them."""

from dataclasses import dataclass
from enum import StrEnum

from evacplan.form.spec import Edition


class Paper(StrEnum):
    """One printed thing; its value names its layout in forms/editions and stands in file names."""

    FAMILY = "family"
    MUNICIPALITY = "municipality"
    HOSPITAL = "hospital"
    FRIDGE = "fridge"
    WALLET = "wallet"
    SUPPORTERS = "supporters"

    @property
    def edition(self) -> Edition:
        """Whose eyes it is for: nothing stands on it that this edition may not show."""
        return _READERS.get(self) or Edition(self.value)


@dataclass(frozen=True, slots=True)
class CopyMark:
    """What makes one copy of a paper this copy: its number in the ledger, and to whom it goes.

    recipient: an organisation or a role, "" when nobody was named. It stands on this copy only: whoever else
    got one is told on the family's paper alone.
    """

    number: int
    recipient: str = ""


_READERS = {
    Paper.FRIDGE: Edition.FAMILY,
    Paper.WALLET: Edition.FAMILY,
    Paper.SUPPORTERS: Edition.MUNICIPALITY,
}
SHEETS = tuple(_READERS)
IN_TWO_LANGUAGES = tuple(paper for paper in Paper if paper.edition is Edition.FAMILY)
