"""Check a forms folder as strictly as the shipped one: every loader reads it, every paper is laid out."""

from datetime import date
from pathlib import Path

from evacplan.domain.errors import UserError
from evacplan.exchange.plan_file import read_plan
from evacplan.form.blank_words import load_blank_words
from evacplan.form.change_walk import load_changes
from evacplan.form.edition import Words, build_view
from evacplan.form.exchange_slip import load_slip_words
from evacplan.form.layout import Layout, expand
from evacplan.form.minutes import load_minutes_words
from evacplan.form.pack import LOGO
from evacplan.form.papers import Paper
from evacplan.form.rehearsal_words import load_rehearsal_words
from evacplan.form.spec import Edition, Form
from evacplan.form.toml_file import FormError
from evacplan.pdf.picture import Picture
from evacplan.press import Press
from evacplan.system.paths import ShippedPaths

_DAY = date(2026, 11, 21)
# What a table of another shape than expected makes the loaders raise before they name it.
_UNEXPECTED = (KeyError, TypeError, ValueError, AttributeError, IndexError)


def check_forms(folder: Path, shipped: ShippedPaths) -> None:
    """Raise UserError, naming file and place, where a forms folder does not fit the app."""
    try:
        press = Press(folder, shipped.fonts)
        form = press.words.form
        load_changes(folder, form)
        load_blank_words(folder, form)
        load_slip_words(folder)
        load_minutes_words(folder, form)
        load_rehearsal_words(folder)
        _ = press.advice_words, press.shelf_life
        _check_layouts(press.words)
        if press.words.logo and Picture(press.words.logo, 1).is_broken:
            raise FormError(f"{LOGO}: is no picture")
        _print_samples(press, shipped)
    except FormError as error:
        raise does_not_fit(error) from error
    except _UNEXPECTED as error:
        raise does_not_fit(FormError(f"{type(error).__name__}: {error}")) from error


def _check_layouts(words: Words) -> None:
    """An edition prints all that its fields allow: a layout may move a field, not lose it."""
    for edition in Edition:
        paper = Paper(edition)
        reached = _reached(words.layouts[paper], words.form)
        for item in words.form.items():
            if edition in item.editions and item.path not in reached:
                raise FormError(f"editions/{paper.value}.toml: {item.path} is printed nowhere")


def _reached(layout: Layout, form: Form) -> frozenset[str]:
    """The item paths that any block prints, also those that print what no other block names."""
    blocks = [block for page in layout.page for block in page.block]
    inner = [one for block in blocks for one in (block, *block.left, *block.right)]
    names = [*layout.header, *(name for block in inner for name in (*block.named(), *block.items))]
    return frozenset(path for name in names for path in expand(form, name))


def _print_samples(press: Press, shipped: ShippedPaths) -> None:
    """Every paper of the samples is laid out; the one that may bear a logo is drawn, too."""
    for path in sorted(shipped.samples.glob("*.json")):
        plan = read_plan(path)
        figures = press.figures(plan, _DAY)
        for paper in Paper:
            build_view(press.words, plan, paper, today=_DAY, figures=figures)
    press.print(plan, Paper.MUNICIPALITY, _DAY)


def does_not_fit(error: FormError) -> UserError:
    """Where a pack does not fit, in the words of those who write forms."""
    return UserError(
        "様式パックの中身が、このアプリと合いません。",
        why=" ".join(str(error).split())[:300],
        do="この文を、様式パックを作ったところに伝えてください。いまの様式は変わっていません。",
    )
