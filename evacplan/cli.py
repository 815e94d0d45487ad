"""The command line: the same code as the window, without one.

Exit code 0: done. 1: `check` found something missing or unsafe, or an edition was refused for want of
consent. 2: the input cannot be used, and nothing was written. Messages are Japanese, on standard error.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from evacplan import __version__
from evacplan.blank_forms import ALL_SECTIONS, write_blanks
from evacplan.command_forms import press_for
from evacplan.domain import document
from evacplan.domain.errors import UserError
from evacplan.domain.findings import Severity
from evacplan.domain.plan import SECTIONS, Plan
from evacplan.exchange.plan_file import read_plan
from evacplan.exchange.power_request import asked_figures
from evacplan.form import report
from evacplan.form.completeness import completeness
from evacplan.form.languages import OTHERS, Language
from evacplan.form.lever_words import LeverTeller
from evacplan.form.papers import Paper
from evacplan.form.power_report import power_data, power_lines
from evacplan.form.spec import Edition
from evacplan.manual_pages import write_manual
from evacplan.press import Press, write_editions
from evacplan.system.paths import data_paths, shipped_paths

DONE, FOUND, UNUSABLE = 0, 1, 2
Command = Callable[[argparse.Namespace], int]
PrintingCommand = Callable[[argparse.Namespace, Press], int]


class Parser(argparse.ArgumentParser):
    """An argument parser that explains mistakes in Japanese."""

    def error(self, message: str) -> NoReturn:
        del message  # argparse words it in English
        self.print_usage(sys.stderr)
        mistake = UserError(
            "コマンドの書き方が違います。",
            why="知らない言葉があるか、必要な言葉が足りません。",
            do=f"{self.prog} --help を見て、書きなおしてください。",
        )
        print(mistake, file=sys.stderr)
        raise SystemExit(UNUSABLE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        return command(options)
    except UserError as error:
        print(error, file=sys.stderr)
        return UNUSABLE


def _parser() -> Parser:
    parser = Parser(prog="evacplan", description="医療的ケア児の個別避難計画をつくり、3つの版を印刷します。")
    parser.add_argument("--version", action="version", version=f"evacplan {__version__}")
    parser.add_argument("--data-dir", type=Path, help="計画を保存するフォルダー")
    parser.add_argument("--sample", action="store_true", help="見本の計画で試す（閉じると消える）")
    parser.add_argument("--training", action="store_true", help="見本の計画で練習する（続きは次も残る）")
    parser.add_argument("--language", choices=("ja", "en"), help="画面の言語（次からも残る）")
    parser.set_defaults(command=_open_app)
    commands = parser.add_subparsers(title="コマンド", metavar="")
    demo = _add(commands, "demo", _demo, "見本の計画から3つの版をつくる")
    demo.add_argument("--out", type=Path, required=True, help="書き出すフォルダー")
    export = _add_printing(commands, "export", _export, "計画のファイルから版をつくる")
    export.add_argument("plan", type=Path, help="計画のファイル（JSON）")
    export.add_argument("--with-name", action="store_true", help="ファイル名に氏名を入れる")
    export.add_argument(
        "--beside",
        choices=[language.value for language in OTHERS],
        help="家族用の紙に、日本語と並べて添える言葉（en は英語、easy はやさしい日本語）",
    )
    export.add_argument("--edition", choices=[*[paper.value for paper in Paper], "all"], default="all")
    export.add_argument("--out", type=Path, required=True, help="書き出すフォルダー")
    blank = _add_printing(
        commands, "blank", _blank, "手書き用の白紙をつくる（書かなければ、すべての版とすべての節）"
    )
    blank.add_argument("--edition", choices=[*[edition.value for edition in Edition], "all"], help="版の白紙")
    blank.add_argument(
        "--section", metavar="NAME", choices=[*SECTIONS, "all"], help="節の白紙（all はすべて）"
    )
    blank.add_argument("--out", type=Path, required=True, help="書き出すフォルダー")
    manual = _add(commands, "manual", _manual, "手引きと、ご家族への1枚をつくる")
    manual.add_argument("--out", type=Path, required=True, help="書き出すフォルダー")
    for name, command, words in (
        ("check", _check, "足りない項目と危ない点を調べる"),
        ("power", _power, "停電のときの時間と電力を計算する"),
    ):
        sub = _add_printing(commands, name, command, words)
        sub.add_argument("plan", type=Path, help="計画のファイル（JSON）")
        sub.add_argument("--json", action="store_true", help="JSON で出す")
        if command is _power:
            _add_circumstances(sub)
    fields = _add_printing(commands, "fields", _fields, "すべての項目を並べる")
    fields.add_argument("--json", action="store_true", help="JSON で出す")
    _add(commands, "schema", _schema, "計画のファイルの JSON Schema を出す")
    pack = _add(commands, "pack", _pack, "フォルダーから様式パックをつくる")
    pack.add_argument("folder", metavar="DIR", type=Path, help="pack.toml のあるフォルダー")
    pack.add_argument("--out", metavar="FILE", type=Path, required=True, help="書き出すファイル（.zip）")
    selftest = _add(commands, "selftest", _selftest, "このパソコンで動くかを調べる")
    selftest.add_argument("--screen", action="store_true", help="画面に窓を出して調べる")
    return parser


def _add(commands: Any, name: str, command: Command, words: str) -> argparse.ArgumentParser:
    sub: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    sub.set_defaults(command=command)
    return sub


def _add_printing(commands: Any, name: str, command: PrintingCommand, words: str) -> argparse.ArgumentParser:
    """A command that gets the press with the forms of --pack, else with those that the window would use."""

    def run(options: argparse.Namespace) -> int:
        with press_for(options.pack, data_paths(options.data_dir), shipped_paths()) as printer:
            return command(options, printer)

    sub = _add(commands, name, run, words)
    sub.add_argument(
        "--pack", metavar="FILE", type=Path, help="様式パック（書かなければ、画面で選んでいる様式）"
    )
    return sub


def _add_circumstances(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--start", metavar="HH:MM", help="停電が始まる時刻（書かなければ計画の時刻、なければ 02:00）"
    )
    parser.add_argument("--horizon", metavar="H", help="何時間先まで計算するか（書かなければ 168）")
    parser.add_argument("--minimum", action="store_true", help="切り替えられる機器をすべて、すぐ切り替える")
    parser.add_argument(
        "--cold", action="store_true", help="寒い中での停電（電池とポータブル電源を2割減らす）"
    )
    parser.add_argument(
        "--without", metavar="ID", action="append", default=[], help="使わない電源の key（くり返せる）"
    )


def press() -> Press:
    """The press with the shipped words and fonts."""
    shipped = shipped_paths()
    return Press(shipped.forms, shipped.fonts)


def _open_app(options: argparse.Namespace) -> int:
    from evacplan.app import run  # noqa: PLC0415 - Qt is loaded only where there is a window

    return run(options.data_dir, sample=options.sample, training=options.training, language=options.language)


def _demo(options: argparse.Namespace) -> int:
    from evacplan.demo import make_demo  # noqa: PLC0415 - the store is loaded only where it is used

    for path in make_demo(press(), shipped_paths().samples, options.out):
        print(path)
    return DONE


def _export(options: argparse.Namespace, printer: Press) -> int:
    plan = read_plan(options.plan)
    wanted = tuple(map(Paper, Edition)) if options.edition == "all" else (Paper(options.edition),)
    second = Language(options.beside) if options.beside else None
    printed, refused = _print(printer, plan, wanted, second)
    if refused and len(wanted) == 1:
        raise refused[0]
    for path in write_editions(options.out, plan, printed, named=options.with_name, second=second):
        print(path)
    for error in refused:
        print(error, file=sys.stderr)
    return FOUND if refused else DONE


def _print(
    printer: Press, plan: Plan, wanted: Sequence[Paper], second: Language | None
) -> tuple[dict[Paper, bytes], list[UserError]]:
    """The PDFs that may be made, and why the others may not."""
    printed: dict[Paper, bytes] = {}
    refused: list[UserError] = []
    today = date.today()  # noqa: DTZ011 - the user's own day
    for paper in wanted:
        try:
            if paper is Paper.HOSPITAL:
                printer.basis(plan, paper, "", today)
            printed[paper] = printer.print(plan, paper, today, second=second)
        except UserError as error:
            refused.append(error)
    return printed, refused


def _blank(options: argparse.Namespace, printer: Press) -> int:
    nothing_said = options.edition is None and options.section is None
    names: list[str] = []
    if options.edition == "all" or nothing_said:
        names += [edition.value for edition in Edition]
    elif options.edition:
        names.append(options.edition)
    if options.section == "all" or nothing_said:
        names.append(ALL_SECTIONS)
    elif options.section:
        names.append(options.section)
    for path in write_blanks(printer, names, options.out):
        print(path)
    return DONE


def _manual(options: argparse.Namespace) -> int:
    for path in write_manual(press(), shipped_paths().manual, options.out):
        print(path)
    return DONE


def _check(options: argparse.Namespace, printer: Press) -> int:
    plan = read_plan(options.plan)
    groups = completeness(printer.words.form, printer.words.sentences, plan)
    found = printer.findings(plan, date.today())  # noqa: DTZ011 - the user's own day
    if options.json:
        _say_json(
            {"groups": report.completeness_data(groups), "findings": [asdict(finding) for finding in found]}
        )
    else:
        _say(report.completeness_lines(printer.words, groups))
        _say(report.finding_lines(printer.words, found))
    unsafe = any(finding.severity is Severity.RED for finding in found)
    return FOUND if unsafe or not all(state.is_complete for state in groups) else DONE


def _power(options: argparse.Namespace, printer: Press) -> int:
    plan = read_plan(options.plan)
    found = asked_figures(
        plan,
        date.today(),  # noqa: DTZ011 - the user's own day
        start=options.start,
        horizon=options.horizon,
        minimum=options.minimum,
        cold=options.cold,
        without=options.without,
    )
    teller = printer.teller(plan, found)
    levers = LeverTeller(printer.advice_words.levers, teller, found.asked)
    if options.json:
        _say_json(power_data(teller, levers))
    else:
        _say(power_lines(teller, levers))
    return DONE


def _fields(options: argparse.Namespace, printer: Press) -> int:
    words = printer.words
    if options.json:
        _say_json(list(report.field_data(words)))
    else:
        _say(report.field_lines(words))
    return DONE


def _schema(_options: argparse.Namespace) -> int:
    _say_json(document.schema())
    return DONE


def _pack(options: argparse.Namespace) -> int:
    from evacplan.form_packs import write_pack  # noqa: PLC0415 - only where it is used

    print(write_pack(options.folder, options.out, shipped_paths()))
    return DONE


def _selftest(options: argparse.Namespace) -> int:
    from evacplan import selftest  # noqa: PLC0415 - Qt and the store are loaded only where they are used

    return DONE if selftest.run(shipped_paths(), on_screen=options.screen) else FOUND


def _say(lines: Any) -> None:
    for line in lines:
        print(line)


def _say_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))
