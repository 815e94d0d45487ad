"""Build the printed view of one paper: what its reader may see, in the order of its layout."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evacplan.domain.errors import UserError
from evacplan.domain.legal import legal_checks, municipality_refusal
from evacplan.domain.plan import Plan
from evacplan.domain.wareki import format_day
from evacplan.form.blocks import advice, chain, plain, sheet, special
from evacplan.form.blocks.base import Builder, Context
from evacplan.form.extras import with_extras
from evacplan.form.figure_labels import FigureWords, load_figure_words
from evacplan.form.finding_words import FindingWords, load_finding_words
from evacplan.form.freshness import Freshness
from evacplan.form.languages import Language
from evacplan.form.layout import BlockLayout, Layout, PageLayout, load_layouts
from evacplan.form.load import load_form
from evacplan.form.pack import read_logo
from evacplan.form.paper_figures import NO_FIGURES, PaperFigures
from evacplan.form.papers import CopyMark, Paper
from evacplan.form.sentences import Sentences, load_sentences
from evacplan.form.spec import Edition, Form
from evacplan.form.toml_file import FormError
from evacplan.form.view import Block, ColumnsBlock, Page, PanelBlock, SimpleBlock, View
from evacplan.form.visible import Visible

BUILDERS: dict[str, Builder] = {
    "facts": plain.facts,
    "notes": plain.notes,
    "notice": plain.notice,
    "table": plain.table,
    "cards": plain.cards,
    "row_entries": plain.row_entries,
    "per_row": plain.per_row,
    "rest": plain.rest,
    "lines": plain.lines,
    "pictures": plain.pictures,
    "digest": plain.digest,
    "identity": sheet.identity,
    "alert": sheet.alert,
    "tiles": sheet.tiles,
    "headline": sheet.headline,
    "chart": sheet.chart,
    "actions": sheet.actions,
    "calls": sheet.calls,
    "chain": chain.chain,
    "phones": sheet.phones,
    "places": sheet.places,
    "steps": sheet.steps,
    "sequence": sheet.sequence,
    "legal": special.legal,
    "checklist": special.checklist,
    "stock": special.stock,
    "signature": special.signature,
    "changed": special.changed,
    "figures": special.figures,
    "requests": special.requests,
    "levers": advice.levers,
    "ladder": advice.ladder,
    "leaving": advice.leaving,
    "leaving_steps": advice.leaving_steps,
    "leaving_lines": advice.leaving_lines,
}
COLUMNS = "columns"
PANEL = "panel"


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that is read from forms/."""

    form: Form
    layouts: dict[Paper, Layout]
    sentences: Sentences
    figure_words: FigureWords
    finding_words: FindingWords
    shown: dict[Paper, frozenset[str] | None]  # the item paths it may show; None: all of its edition
    placed: dict[Paper, frozenset[str]]  # the item paths that a block of it names
    logo: bytes = b""  # of the municipality, from a pack

    def paper_title(self, paper: Paper) -> str:
        """What a paper is called."""
        return self.layouts[paper].name or self.form.editions[paper.edition].title


def load_words(
    folder: Path, language: Language = Language.JAPANESE, figures: Language = Language.JAPANESE
) -> Words:
    """Read and check a forms folder. figures: the language of days and units, Japanese on paper.

    Raises FormError naming file and field.
    """
    form = with_extras(load_form(folder, language, figures), folder)
    layouts = load_layouts(folder, form, language)
    for paper, layout in layouts.items():
        for page in layout.page:
            for block in page.block:
                _check_kind(block, f"editions/{paper.value}.toml: {page.title}")
    return Words(
        form,
        layouts,
        load_sentences(folder, language),
        load_figure_words(folder, language),
        load_finding_words(folder, form, language),
        {paper: layout.may_show(form) for paper, layout in layouts.items()},
        {paper: layout.placed(form) for paper, layout in layouts.items()},
        read_logo(folder),
    )


def _check_kind(block: BlockLayout, where: str) -> None:
    if block.kind not in (COLUMNS, PANEL) and block.kind not in BUILDERS:
        raise FormError(f"{where}: no builder for kind {block.kind!r}")
    for inner in (*block.left, *block.right):
        _check_kind(inner, where)


def build_view(
    words: Words,
    plan: Plan,
    paper: Paper | Edition,
    *,
    today: date,
    figures: PaperFigures = NO_FIGURES,
    confirmed: bool = False,
    previous: Plan | None = None,
    aged: Iterable[Freshness] = (),
    copy: CopyMark | None = None,
    japanese: Words | None = None,
) -> View:
    """The printed view of one paper.

    today: the day ages are counted to. confirmed: False prints 下書き. previous: the version that was issued
    before, from which changes are told. aged: answers that should be confirmed again. copy: the number and
    the recipient of a copy that is handed out. japanese: of words in another language, those that they are to
    stand beside, see Context. Raises UserError when a paper for the municipality or its
    supporters may not be made (rules.md section 1).
    """
    paper = Paper(paper)
    if paper.edition is Edition.MUNICIPALITY:
        refuse_without_consent(words, plan)
    layout = words.layouts[paper]
    title = words.paper_title(paper)
    visible = Visible(words.form, plan, paper, words.shown[paper])
    met = frozenset(check.item.value for check in legal_checks(plan) if check.met)
    visible.tell_age({each.path: _confirmed(each, words.sentences.paper) for each in aged})
    since = () if previous is None else visible.changes_from(previous)
    context = Context(
        visible,
        today,
        figures,
        words.sentences,
        words.placed[paper],
        met,
        since,
        Visible(japanese.form, plan, paper, words.shown[paper]) if japanese else None,
    )
    pages = tuple(_page(context, page) for page in layout.page)
    said = words.sentences.paper
    due = visible.value_text("review.review_due_on")
    number = visible.value_text("meeting.plan_number")
    return View(
        edition=paper.value,
        edition_title=title,
        pdf_title=f"{words.form.title} {title} {number}".strip(),
        plan_line=_plan_line(visible, said),
        review_line=said["review"].format(day=due) if due else said["review_open"],
        status="" if confirmed else said["draft"],
        footer=layout.footer,
        pages=tuple(page for page in pages if page.blocks),
        copy_line=_copy_line(copy, said),
        logo=words.logo if paper is Paper.MUNICIPALITY else b"",
    )


def _confirmed(aged: Freshness, said: dict[str, str]) -> str:
    """By whom and when an answer was confirmed."""
    words = said["confirmed_by"] if aged.confirmed_by else said["confirmed"]
    return words.format(who=aged.confirmed_by, day=format_day(aged.confirmed_on))


def refuse_without_consent(words: Words, plan: Plan) -> None:
    """Raise UserError when the plan may not be handed to the municipality."""
    refusal = municipality_refusal(plan)
    if refusal is not None:
        found = words.sentences.refusal[refusal]
        raise UserError(words.sentences.paper["refused"], why=found.why, do=found.do)


def _plan_line(visible: Visible, said: dict[str, str]) -> str:
    number = visible.value_text("meeting.plan_number") or said["no_number"]
    version, kind = visible.value_text("meeting.plan_version"), visible.value_text("meeting.plan_kind")
    day = visible.value_text("meeting.updated_on") or visible.value_text("meeting.created_on")
    edition = said["version"].format(version=version) if version else ""
    parts = (said["number"].format(number=number), f"{edition}（{kind}）" if kind else edition, day)
    return "　".join(part for part in parts if part)


def _copy_line(copy: CopyMark | None, said: dict[str, str]) -> str:
    if copy is None:
        return ""
    words = said["copy_for"] if copy.recipient else said["copy"]
    return words.format(number=copy.number, recipient=copy.recipient)


def _page(context: Context, layout: PageLayout) -> Page:
    blocks = tuple(block for inner in layout.block for block in _blocks(context, inner))
    return Page(
        layout.title,
        layout.lead,
        blocks,
        large=layout.large,
        compact=layout.compact,
        poster=layout.poster,
        folded=layout.folded,
    )


def _blocks(context: Context, layout: BlockLayout) -> list[Block]:
    if layout.kind not in (COLUMNS, PANEL):
        return list(_simple(context, layout))
    left = tuple(block for inner in layout.left for block in _simple(context, inner))
    right = tuple(block for inner in layout.right for block in _simple(context, inner))
    if layout.kind == PANEL:
        return [PanelBlock(left)] if left else []
    if left and right:
        return [ColumnsBlock(left, right)]
    return [*left, *right]


def _simple(context: Context, layout: BlockLayout) -> list[SimpleBlock]:
    return list(BUILDERS[layout.kind](context, layout))
