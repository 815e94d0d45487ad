"""What one printed edition shows: plain, already filtered values in the order of the page.

The paper layer receives a `View` and nothing else, so it cannot print what its reader may not see.
All texts are ready to print, except that they are not escaped and not broken into lines. A text may hold
line breaks that the user typed. Nothing here is empty: what does not apply was left out before.
What stands between SECOND_START and SECOND_END is said in a second language, and set smaller.
"""

from dataclasses import dataclass
from enum import StrEnum

from evacplan.form.view_pen import Blank, PenBlock

SECOND_START, SECOND_END = "\ufdd0", "\ufdd1"  # code points that no text may use: for a program's own ends


class State(StrEnum):
    """The three answers that reach paper: a value, なし and 未確認 (loud: bold and boxed)."""

    VALUE = "value"
    NONE = "none"
    UNKNOWN = "unknown"


class Tone(StrEnum):
    """What a piece of a running line is: a value, its label, 未確認 (loud), small print or a gap."""

    VALUE = "value"
    STRONG = "strong"
    LABEL = "label"
    UNKNOWN = "unknown"
    NOTE = "note"
    LOUD_NOTE = "loud_note"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a running line, in its tone."""

    text: str
    tone: Tone = Tone.VALUE
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One printed answer.

    text: with its unit ("18.6 kg"), or なし / 未確認. note: small print beside it, such as who finds out
    until when, who confirmed it, or 目安. strong: a number that matters (hours, phones): bold and large.
    image: JPEG or PNG bytes to draw instead of the text. changed: since the version before.
    pieces: of a running line; joined they are its text.
    """

    text: str
    state: State = State.VALUE
    note: str = ""
    strong: bool = False
    image: bytes | None = None
    changed: bool = False
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its answer; wide ones (long texts, images) take the full width."""

    label: str
    answer: Answer
    wide: bool = False


@dataclass(frozen=True, slots=True)
class FactsBlock:
    """Labelled answers, two to a line where they are short."""

    title: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class EntriesBlock:
    """Labels that run into their answers, set tight in two newspaper columns: a reference part."""

    title: str
    entries: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a table column. weight: its share of the width; numeric: aligned right."""

    label: str
    weight: float = 1.0
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Rows alike. A cell of None stays blank (not asked). The head repeats on each page.

    below: for each row, what else is said of it, across the width below its cells.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Answer | None, ...], ...]
    numbered: bool = False
    below: tuple[Answer | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """One record too wide for a table row, such as a device."""

    heading: str
    facts: tuple[Fact, ...]
    badge: str = ""


@dataclass(frozen=True, slots=True)
class CardsBlock:
    """Cards, one below the other."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class NotesBlock:
    """Running sentences; loud ones (warnings, notices of liability) are set off."""

    title: str
    paragraphs: tuple[str, ...]
    loud: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, or a line of a list. marker: the number or dot of the line, "" of a paragraph."""

    answer: Answer
    marker: str = ""


@dataclass(frozen=True, slots=True)
class ProseBlock:
    """Running text with strong words and lists, as in a manual. warns: it is set off in red."""

    title: str
    lines: tuple[Prose, ...]
    warns: bool = False


@dataclass(frozen=True, slots=True)
class PictureBlock:
    """A picture amid running text, with the words below it that say what it shows."""

    title: str
    image: bytes
    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing to tick with a pen; note: small print (how many, where)."""

    text: str
    note: str = ""
    done: bool = False


@dataclass(frozen=True, slots=True)
class ChecklistBlock:
    """Boxes of 4.2 mm to tick; columns: how many stand side by side. A done one is drawn ticked."""

    title: str
    ticks: tuple[Tick, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """A sentence to sign and the lines to sign on, each with its label (日付, 署名, 続柄)."""

    title: str
    text: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LegalItem:
    """One item of the Act: its number as printed (①), its name, whether it is there, what stands there."""

    number: str
    label: str
    met: bool
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class LegalBlock:
    """The items of the Act in its order, each with a tick when it is there."""

    title: str
    items: tuple[LegalItem, ...]


@dataclass(frozen=True, slots=True)
class IdentityBlock:
    """Whose plan it is: the largest name on the page. details: 5歳, 男, 14.2 kg, O型 Rh+."""

    name: str
    kana: str
    details: tuple[str, ...]
    photo: bytes | None = None


@dataclass(frozen=True, slots=True)
class AlertBlock:
    """What must never happen (allergies, procedures to avoid), framed in red with its word.

    quiet: that there is none; said in the same place, without the red.
    """

    label: str
    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Tile:
    """One thing that must never stop, and when or how often it is used."""

    text: str
    note: str = ""
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class TilesBlock:
    """Few large tiles side by side."""

    title: str
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, slots=True)
class HeadlineBlock:
    """The one sentence of the page: 停電から [9時間49分] 後までに家を出る.

    lead, figure, tail: before, in and after the largest type. aside_*: the same as a clock time.
    known is False when the figure is 未確認. notes: what it assumes, always with 目安.
    steps: what to do until then, on a line of its own.
    """

    lead: str
    figure: str
    tail: str
    aside_lead: str = ""
    aside_figure: str = ""
    notes: tuple[str, ...] = ()
    known: bool = True
    steps: str = ""


class Supply(StrEnum):
    """What feeds a device in a segment of the chart; each has a colour, a pattern and a word."""

    INTERNAL = "internal"
    EXTERNAL = "external"
    PORTABLE = "portable"
    CAR = "car"
    GENERATOR = "generator"
    CYLINDER = "cylinder"
    MANUAL = "manual"
    IDLE = "idle"
    INTERRUPTED = "interrupted"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Segment:
    """From one hour after the outage to another."""

    start_h: float
    end_h: float
    supply: Supply
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One device or the oxygen. stops_at_h: a cross there; None: it does not stop.

    unknown: the hours are 未確認 and no bar may be drawn; note: said beside the bar.
    """

    label: str
    segments: tuple[Segment, ...]
    stops_at_h: float | None = None
    unknown: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """Hours across, a bar per device. leave_by_h: a line with words; night: shaded spans in hours."""

    title: str
    bars: tuple[Bar, ...]
    until_h: float
    leave_by_h: float | None = None
    leave_by_label: str = ""
    night: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do or one place to go to. marker: 1, 2, 家; note: small print; figure: at the right."""

    marker: str
    text: str
    note: str = ""
    figure: str = ""
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class StepsBlock:
    """Few large lines in order. square: places (dark squares); otherwise actions (round numbers)."""

    title: str
    steps: tuple[Step, ...]
    square: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """One call: whom, a note (role, hours) and the number in large type; a box to tick.

    night: the number by night with its word, when it is another.
    """

    who: str
    phone: str
    note: str = ""
    unknown: bool = False
    night: str = ""


@dataclass(frozen=True, slots=True)
class CallsBlock:
    """Whom to call, in order. chained: an arrow leads from each call to the next."""

    title: str
    calls: tuple[Call, ...]
    chained: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """One call of a drawn chain. who: the answers that name whom; phones: with their labels (昼の電話).

    caller: who makes it; the same as of the link before joins them. more: whatever else is said of it.
    otherwise: what to do when no one answers, on the arrow to the next link.
    """

    who: tuple[Answer, ...]
    caller: Answer
    phones: tuple[Fact, ...]
    otherwise: Fact | None = None
    more: Answer | None = None


@dataclass(frozen=True, slots=True)
class ChainBlock:
    """Who calls whom, in which order, drawn with boxes and arrows."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ImageBlock:
    """A map or sheet, as large as fits, with its caption."""

    title: str
    image: bytes


SimpleBlock = (
    FactsBlock
    | EntriesBlock
    | TableBlock
    | CardsBlock
    | NotesBlock
    | ProseBlock
    | PictureBlock
    | ChecklistBlock
    | SignatureBlock
    | LegalBlock
    | IdentityBlock
    | AlertBlock
    | TilesBlock
    | HeadlineBlock
    | ChartBlock
    | StepsBlock
    | CallsBlock
    | ChainBlock
    | ImageBlock
    | PenBlock
)


@dataclass(frozen=True, slots=True)
class ColumnsBlock:
    """Two columns side by side, each from top to bottom."""

    left: tuple[SimpleBlock, ...]
    right: tuple[SimpleBlock, ...]


@dataclass(frozen=True, slots=True)
class PanelBlock:
    """One of the eight panels of a folded page, from top to bottom."""

    blocks: tuple[SimpleBlock, ...]


Block = SimpleBlock | ColumnsBlock | PanelBlock


@dataclass(frozen=True, slots=True)
class Page:
    """Blocks that start on a fresh page. title: the head of the page (緊急シート).

    large: emergency sheet (body 14 pt and above); compact: body 10.5 pt set tight, for editions that must fit
    two sides; poster: as large as fits one side, to be read from two metres; folded: eight panels, folded to
    the size of a card. book: running text, set tighter where that saves a side. pen: fields to write at the
    head of every side, of a blank form. bilingual: with the words of a second language.
    """

    title: str
    lead: str
    blocks: tuple[Block, ...]
    large: bool = False
    compact: bool = False
    poster: bool = False
    folded: bool = False
    book: bool = False
    pen: tuple[Blank, ...] = ()
    bilingual: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """What makes a paper no real one: a word, and a sentence that says so."""

    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class View:
    """One paper of one plan.

    plan_line: 「計画 AOM-2026-0017　第2版　令和8年11月10日」 for head and foot.
    review_line: 「次の見直し …」. status: 「下書き」 for a draft, "" for a confirmed revision.
    footer: 「取扱注意・個人情報」 and the like.
    copy_line: 「控え 7　架空市 障がい者支援課」 on a numbered copy, else "".
    logo: a PNG for the head of the first sides, b"" for none.
    stamp: on every side of a paper out of the training, None on a real one.
    pdf_title holds no personal value.
    """

    edition: str
    edition_title: str
    pdf_title: str
    plan_line: str
    review_line: str
    status: str
    footer: str
    pages: tuple[Page, ...]
    copy_line: str = ""
    logo: bytes = b""
    stamp: Stamp | None = None


def without_marks(text: str) -> str:
    """A text of one line without the marks of its second language, for what has no sizes of type."""
    return text.replace("\n", " ").replace(SECOND_START, "").replace(SECOND_END, "")
