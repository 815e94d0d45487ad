"""What every block builder gets."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from evacplan.form.changes import Change
from evacplan.form.layout import BlockLayout
from evacplan.form.paper_figures import PaperFigures
from evacplan.form.sentences import Sentences
from evacplan.form.view import SimpleBlock
from evacplan.form.visible import Visible


@dataclass(frozen=True, slots=True)
class Context:
    """One edition being built. placed: item paths that named blocks print; rest blocks leave them out.

    japanese: the same in Japanese, whose lengths decide how a paper in two languages is arranged; None: this
    is Japanese itself.
    """

    visible: Visible
    today: date
    figures: PaperFigures
    sentences: Sentences
    placed: frozenset[str]
    met: frozenset[str]
    changes: tuple[Change, ...] = ()
    japanese: Visible | None = None


Builder = Callable[[Context, BlockLayout], Iterable[SimpleBlock]]
