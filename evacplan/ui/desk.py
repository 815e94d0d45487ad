"""What every part of an open interview shares: the form, the plan being edited and what stays on the desk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from evacplan.domain.plan import Mark
from evacplan.form.freshness import Freshness, ShelfLife, freshness_of, stale
from evacplan.form.spec import Form
from evacplan.session import Session
from evacplan.ui.veil import Veil


@dataclass(frozen=True, slots=True)
class Wrong:
    """An entry that was refused: what was typed, and why. It is shown, never stored."""

    text: str
    reason: str


@dataclass(slots=True)
class Desk:
    """The form, the open plan, today's date, and what is remembered while the window is open.

    wrong: refused entries by path, so that they come back as typed. confirmed_by: who confirmed last.
    asked: who was asked last to find something out, and until when.
    say: shows a sentence in the line below the page. unsay: takes it away if it still stands there.
    section: the one that is shown. left: told the path of a field that was left for another
    one, and how what was typed into it is read ("" where that was not heard).
    fill_from_address: fills in what follows from the municipality. known: a rule of thumb for an empty field.
    models: the devices of the catalogue.
    shelf_life: None where nothing gets old. reads_only: nothing can be entered. veil: over private answers,
    while a room looks on.
    """

    form: Form
    session: Session
    today: Callable[[], date]
    wrong: dict[str, Wrong] = field(default_factory=dict)
    confirmed_by: str = ""
    asked: tuple[str, date | None] | None = None
    say: Callable[[str], None] = lambda _text: None
    unsay: Callable[[str], None] = lambda _text: None
    section: Callable[[], str] = lambda: ""
    left: Callable[[str, str], None] = lambda _path, _reading: None
    fill_from_address: Callable[[], None] = lambda: None
    known: Callable[[str], str] = lambda _path: ""
    models: Callable[[], tuple[str, ...]] = tuple
    shelf_life: ShelfLife | None = None
    reads_only: bool = False
    veil: Veil = field(init=False)

    def __post_init__(self) -> None:
        self.veil = Veil(self.form, lambda: self.session.plan)

    def aged_count(self) -> int:
        """How many confirmations of the plan are older than their shelf life."""
        if self.shelf_life is None:
            return 0
        return len(stale(self.shelf_life, self.form, self.session.plan, self.today()))

    def aged(self, path: str, mark: Mark) -> Freshness | None:
        """The confirmation of a place when it is older than its shelf life."""
        found = freshness_of(self.shelf_life, self.form, path, mark) if self.shelf_life is not None else None
        return found if found is not None and found.is_stale(self.today()) else None
