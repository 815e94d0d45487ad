"""Our three editions beside LibreOffice and Typst, in one run: `python -m tests.benchmarks.bench_paper`.

The others set the same words with the same fonts: a heading for each page and block, a table for each row of
a table, a paragraph for everything else; no chart, no fitting to a side, no exact text layer. In each round
another number of battery hours is typed, so that our figures, levers and pages are worked out anew. Times are
of the processor, the least of all rounds: ratios in one run tell more than seconds on a shared machine.

LibreOffice (soffice) and Typst (`pip install typst`) are left out where they are not there; the app uses
neither. Exits 1 when our editions are above their limits.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time
from xml.sax.saxutils import escape

from evacplan.domain.paths import put
from evacplan.domain.plan import Plan
from evacplan.exchange.plan_file import read_plan
from evacplan.form.edition import build_view
from evacplan.form.spec import Edition
from evacplan.form.view import FactsBlock, TableBlock, View
from evacplan.press import Press

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "resources" / "fonts"
TODAY = date(2026, 11, 20)
ROUNDS = 12
SET_MS, ONE_MS = 250.0, 100.0
TYPST_HEAD = """#set text(font: "BIZ UDPGothic", size: 10.5pt, lang: "ja")
#set page("a4", margin: 14mm)
"""
Line = tuple[str, ...]  # one cell: a paragraph; several: a row of a table; first of all "#": a heading


def main() -> int:
    """Print the figures and ratios; 1 when ours are too slow."""
    press = Press(ROOT / "forms", FONTS)
    plan = read_plan(ROOT / "resources" / "samples" / "case-a.json")
    states = [put(plan, "devices.devices.suction.battery_h", 1 + step / 10) for step in range(ROUNDS)]
    first = _ms(partial(_print_all, press, states[0]))
    changed = min(_ms(partial(_print_all, press, state)) for state in states)
    again = min(_ms(partial(_print_all, press, states[-1])) for _ in range(ROUNDS))
    setting = changed - min(_figures_ms(press, state) for state in states)
    print(
        f"three editions, case A: {first:.0f} ms first, {changed:.0f} ms after a change, {again:.0f} ms again"
    )
    print(f"  {setting:.0f} ms of those after a change without the figures")
    slow = changed > SET_MS
    for edition in Edition:
        one = min(_ms(partial(press.print, plan, edition, TODAY)) for _ in range(ROUNDS))
        slow |= one > ONE_MS
        print(f"  {edition.value} in the preview: {one:.0f} ms")
    documents = [_lines(_view(press, plan, edition)) for edition in Edition]
    with tempfile.TemporaryDirectory() as name:
        _beside("LibreOffice", _libreoffice(documents, Path(name)), (changed, setting))
        _beside("Typst", _typst(documents), (changed, setting))
    return int(slow)


def _print_all(press: Press, plan: Plan) -> None:
    for edition in Edition:
        press.print(plan, edition, TODAY)


def _ms(task: Callable[[], object]) -> float:
    """Milliseconds of the processor, on all cores and in child processes, that a task takes."""
    start = _processor()
    task()
    return (_processor() - start) * 1000


def _processor() -> float:
    times = os.times()
    return process_time() + times.children_user + times.children_system


def _figures_ms(press: Press, plan: Plan) -> float:
    press.forget()
    return _ms(partial(press.figures, plan, TODAY))


def _beside(name: str, task: Callable[[], object] | None, ours_ms: tuple[float, float]) -> None:
    if task is None:
        print(f"{name}: not installed, left out")
        return
    task()  # its own first start, with fonts and profile, is not counted
    least = min(_ms(task) for _ in range(3))
    ratios = " and ".join(f"{least / ours:.1f}" for ours in ours_ms)
    print(f"{name}: {least:.0f} ms for the same words, {ratios} times ours with and without the figures")


def _view(press: Press, plan: Plan, edition: Edition) -> View:
    return build_view(press.words, plan, edition, today=TODAY, figures=press.figures(plan, TODAY))


def _lines(view: View) -> list[Line]:
    """The words of an edition in their order."""
    found: list[Line] = []
    for page in view.pages:
        found.append(("#", page.title))
        for block in page.blocks:
            found += _block(block)
    return found


def _block(block: object) -> Iterator[Line]:
    if title := getattr(block, "title", ""):
        yield ("#", title)
    if isinstance(block, TableBlock):
        yield tuple(column.label for column in block.columns)
        yield from (tuple(" ".join(_texts(cell)) for cell in row) for row in block.rows)
    elif isinstance(block, FactsBlock):
        yield from ((fact.label, " ".join(_texts(fact.answer))) for fact in block.facts)
    else:
        yield from ((text,) for text in _texts(block))


def _texts(part: object) -> Iterator[str]:
    """Every text below a part of a view; pieces of a running line say its text again."""
    if isinstance(part, str):
        yield from [part] if part else []
    elif isinstance(part, tuple):
        for inner in part:
            yield from _texts(inner)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in ("pieces", "title"):
                yield from _texts(getattr(part, field.name))


def _libreoffice(documents: Sequence[Sequence[Line]], folder: Path) -> Callable[[], object] | None:
    office = shutil.which("soffice")
    if office is None:
        return None
    (folder / "fonts.conf").write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{FONTS}</dir>'
        f"<cachedir>{folder / 'cache'}</cachedir></fontconfig>"
    )
    paths = [folder / f"{edition.value}.fodt" for edition in Edition]
    for path, lines in zip(paths, documents, strict=True):
        path.write_text(_odt(lines))
    command = [office, f"-env:UserInstallation=file://{folder / 'profile'}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, paths)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}

    def convert() -> None:
        subprocess.run(command, env=environment, check=True, capture_output=True)
        assert all(path.with_suffix(".pdf").stat().st_size for path in paths)

    return convert


def _odt(lines: Sequence[Line]) -> str:
    """A flat OpenDocument text."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{urn}:1.0"'
        for name, urn in {
            "office": "office",
            "text": "text",
            "table": "table",
            "style": "style",
            "fo": "xsl-fo-compatible",
        }.items()
    )
    font = '<style:text-properties style:font-name="BIZ UDPGothic" style:font-name-asian="BIZ UDPGothic"'
    styles = (
        f'<office:styles><style:default-style style:family="paragraph">{font} fo:font-size="10.5pt"/>'
        f"</style:default-style></office:styles>"
    )
    body = "".join(_odt_line(line) for line in lines)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.text">{styles}'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _odt_line(line: Line) -> str:
    if line[0] == "#":
        return f'<text:h text:outline-level="1">{escape(line[1])}</text:h>'
    if len(line) == 1:
        return f"<text:p>{escape(line[0])}</text:p>"
    cells = "".join(f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in line)
    columns = f'<table:table-column table:number-columns-repeated="{len(line)}"/>'
    return f"<table:table>{columns}<table:table-row>{cells}</table:table-row></table:table>"


def _typst(documents: Sequence[Sequence[Line]]) -> Callable[[], object] | None:
    try:
        typst = importlib.import_module("typst")
    except ModuleNotFoundError:
        return None
    rounds = iter(range(1000))

    def compile_all() -> None:
        number = next(rounds)  # it remembers documents; one word is another each time, as with ours
        for lines in documents:
            source = "\n".join(_typst_line(line) for line in [*lines, (f"{number}",)])
            head = (
                '#set text(font: "BIZ UDPGothic", size: 10.5pt, lang: "ja")\n#set page("a4", margin: 14mm)\n'
            )
            fonts = [str(FONTS)]
            data = typst.compile((head + source).encode(), font_paths=fonts, ignore_system_fonts=True)
            assert data.startswith(b"%PDF")

    return compile_all


def _typst_line(line: Line) -> str:
    if line[0] == "#":
        return f"#heading[{_quoted(line[1])}]"
    if len(line) == 1:
        return f"#par[{_quoted(line[0])}]"
    return f"#table(columns: {len(line)}, {', '.join(f'[{_quoted(cell)}]' for cell in line)})"


def _quoted(text: str) -> str:
    """A text as a string of Typst, in which nothing is markup."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'#"{escaped}"'


if __name__ == "__main__":
    sys.exit(main())
