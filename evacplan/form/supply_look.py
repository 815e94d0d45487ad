"""How each supply looks on the chart, on screen as on paper: a tint and a pattern of its own."""

from dataclasses import dataclass
from enum import Enum, auto

from evacplan.form.view import Supply


class Pattern(Enum):
    """The strokes on a tint, told apart on a grey copier and by torchlight."""

    PLAIN = auto()
    RISING = auto()
    FALLING = auto()
    CROSSED = auto()
    UPRIGHT = auto()
    LEVEL = auto()
    DOTTED = auto()


@dataclass(frozen=True, slots=True)
class Look:
    """fill: the tint as #RRGGBB, chosen for black strokes and black words."""

    fill: str
    pattern: Pattern


# Idle, interrupted and stopped give nothing and have no look: a thin line, an empty frame, nothing.
LOOKS: dict[Supply, Look] = {
    Supply.INTERNAL: Look("#9FC6C9", Pattern.PLAIN),
    Supply.EXTERNAL: Look("#CFE3E4", Pattern.RISING),
    Supply.PORTABLE: Look("#E9EEF0", Pattern.DOTTED),
    Supply.CAR: Look("#F3E9D2", Pattern.UPRIGHT),
    Supply.GENERATOR: Look("#DAD6E3", Pattern.CROSSED),
    Supply.CYLINDER: Look("#D9D3C3", Pattern.FALLING),
    Supply.MANUAL: Look("#FFFFFF", Pattern.LEVEL),
}
