"""What every part of an open interview shares: the form, the plan being edited and what stays on the desk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from evacplan.form.spec import Form
from evacplan.session import Session


@dataclass(frozen=True, slots=True)
class Wrong:
    """An entry that was refused: what was typed, and why. It is shown, never stored."""

    text: str
    reason: str


@dataclass(slots=True)
class Desk:
    """The form, the open plan, today's date, and what is remembered while the window is open.

    wrong: refused entries by path, so that they come back as typed. confirmed_by: who confirmed last.
    say: shows a sentence in the line below the page.
    """

    form: Form
    session: Session
    today: Callable[[], date]
    wrong: dict[str, Wrong] = field(default_factory=dict)
    confirmed_by: str = ""
    say: Callable[[str], None] = lambda _text: None
