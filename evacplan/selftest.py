"""Whether all that the app needs is there and works on this computer: `evacplan selftest`.

For the IT officer before a laptop goes out, and for the bundle before it does. Works in a temporary folder
with the shipped samples; nothing of the user's is opened.
"""

from __future__ import annotations

import hashlib
import io
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pypdf import PdfReader

from evacplan.backup_keeper import BackupKeeper
from evacplan.domain.phones import normalise_phone
from evacplan.domain.plan import Plan
from evacplan.exchange.plan_file import read_plan
from evacplan.form.postal import PostalCodes
from evacplan.form.report import field_data
from evacplan.form.spec import Edition
from evacplan.locked_pdf import locked
from evacplan.press import Press
from evacplan.system.paths import ShippedPaths
from evacplan.ui.ports import WrongPassphraseError
from evacplan.vault import StoreVault

if TYPE_CHECKING:
    from evacplan.ui.ports import Plans

# Any plan prints these; the last two only Noto Sans JP has, the rest BIZ UDPGothic draws.
_SIGNS = "人工呼吸器の電源が切れる前に避難するABC0123%℃髙﨑凜辻"
_CODE, _TOWN = "030-0801", "青森市"
_PLAIN_STORE = b"SQLite format 3"


class FaultError(Exception):
    """What is wrong, in Japanese."""


@dataclass
class Bench:
    """What the checks work with. folder: emptied afterwards."""

    shipped: ShippedPaths
    folder: Path
    on_screen: bool = False

    @cached_property
    def press(self) -> Press:
        """The press with the shipped words and fonts."""
        return Press(self.shipped.forms, self.shipped.fonts)

    @cached_property
    def samples(self) -> tuple[Plan, ...]:
        """The shipped plans of invented children."""
        return tuple(read_plan(path) for path in sorted(self.shipped.samples.glob("*.json")))

    @cached_property
    def vault(self) -> StoreVault:
        """A place for a store of its own."""
        keeper = BackupKeeper(self.folder / "backups", self.folder / "second-folder.json")
        return StoreVault(self.folder / "selftest.evacplan", keeper)


Check = Callable[[Bench], str]


def selftest(shipped: ShippedPaths, *, on_screen: bool = False) -> Iterator[tuple[bool, str]]:
    """Each check as it is done: whether it passed, and a line about it. on_screen: with a real window."""
    from evacplan import selftest_window  # noqa: PLC0415 - Qt

    with tempfile.TemporaryDirectory(prefix="evacplan-selftest-", ignore_cleanup_errors=True) as folder:
        bench = Bench(shipped, Path(folder), on_screen)
        for name, check in (*CHECKS, *selftest_window.CHECKS):
            yield _done(name, check, bench)


def _done(name: str, check: Check, bench: Bench) -> tuple[bool, str]:
    try:
        return True, f"○ {name}: {check(bench)}"
    except Exception as error:  # the outermost door: a check that breaks is one that failed
        why = str(error) if isinstance(error, FaultError) else f"{type(error).__name__}: {error}"
        return False, f"× {name}: {' '.join(why.split())}"


def expect(is_so: object, otherwise: str) -> None:
    """Raise FaultError with these words unless it is so."""
    if not is_so:
        raise FaultError(otherwise)


def _files(bench: Bench) -> str:
    if not bench.shipped.hashes.is_file():
        return "ファイルの一覧はありません（配布用にまとめたものではありません）"
    lines = bench.shipped.hashes.read_text(encoding="utf-8").splitlines()
    for line in lines:
        wanted, _, name = line.partition("  ")
        path = bench.shipped.folder / name
        expect(path.is_file(), f"{name} がありません")
        expect(hashlib.sha256(path.read_bytes()).hexdigest() == wanted, f"{name} が書きかえられています")
    expect(any("  forms/" in line for line in lines), "様式のファイルが一覧にありません")
    return f"様式と資料の{len(lines)}個のファイルが、作ったときのままです"


def _form(bench: Bench) -> str:
    form = bench.press.words.form
    return f"{form.revision} の様式、{len(list(field_data(bench.press.words)))}項目"


def _fonts(bench: Bench) -> str:
    fonts = bench.press.fonts
    expect(not fonts.missing_glyphs(_SIGNS), "必要な文字がフォントにありません")
    expect(all(fonts.glyphs(sign, bold=True) for sign in _SIGNS), "太い文字がフォントにありません")
    licences = list(bench.shipped.fonts.glob("*/OFL.txt"))
    expect(len(licences) == len(fonts.regular), "フォントの使用許諾書がありません")
    return f"{len(fonts.regular) + len(fonts.bold)}個のフォントを読めました"


def _numbers(bench: Bench) -> str:
    codes = PostalCodes(bench.shipped.catalog)
    expect(any(_TOWN in town.text for town in codes.find(_CODE)), f"{_CODE} が{_TOWN}になりません")
    expect(normalise_phone("0177341111") == "017-734-1111", "電話番号を区切れません")
    return f"{codes.edition} の郵便番号、電話番号の市外局番"


def _store(bench: Bench) -> str:
    passphrase = secrets.token_urlsafe()
    plans, _code = bench.vault.create(passphrase)
    ids = _filled(bench, plans)
    data = (bench.folder / "selftest.evacplan").read_bytes()
    expect(not data.startswith(_PLAIN_STORE), "保存ファイルが暗号になっていません")
    name = next(plan.child.name for plan in bench.samples if plan.child.name)
    expect(name.encode() not in data, "保存ファイルに名前が読める形で入っています")
    try:
        bench.vault.open(f"{passphrase}x").close()
    except WrongPassphraseError:
        pass
    else:
        raise FaultError("違うパスフレーズで開きました")
    expect(_read(bench, passphrase, ids) == bench.samples, "保存した計画が、もとと違います")
    _restore(bench, passphrase)
    expect(_read(bench, passphrase, ids) == bench.samples, "バックアップの計画が、もとと違います")
    return "暗号にして保存し、違うパスフレーズを断り、開き直し、バックアップから元に戻しました"


def _filled(bench: Bench, plans: Plans) -> list[str]:
    ids = [plans.create(plan) for plan in bench.samples]
    problem = plans.back_up(at_once=True)
    plans.close()
    expect(not problem, problem)
    return ids


def _read(bench: Bench, passphrase: str, ids: list[str]) -> tuple[Plan, ...]:
    plans = bench.vault.open(passphrase)
    try:
        return tuple(plans.draft(plan_id) for plan_id in ids)
    finally:
        plans.close()


def _restore(bench: Bench, passphrase: str) -> None:
    (newest, *_) = bench.vault.backups()
    opened = bench.vault.look(newest.path, passphrase)
    try:
        opened.restore()
    finally:
        opened.close()


def _papers(bench: Bench) -> str:
    sides = 0
    for plan in bench.samples:
        for edition in Edition:
            data = bench.press.print(plan, edition, date.today())  # noqa: DTZ011 - the user's own day
            pages = PdfReader(io.BytesIO(data)).pages
            text = "".join("".join(page.extract_text().split()) for page in pages)
            expect(
                "".join((plan.child.name or "").split()) in text, f"{edition.value} の紙に名前がありません"
            )
            sides += len(pages)
    return f"見本{len(bench.samples)}件の3つの版、{sides}ページ"


def _lock(bench: Bench) -> str:
    data = bench.press.recovery_sheet("0000", 1, date.today())  # noqa: DTZ011 - the user's own day
    shut = PdfReader(io.BytesIO(locked(data, "selftest-password")))
    expect(shut.is_encrypted and not shut.decrypt("another password"), "パスワードなしで開きました")
    expect(shut.decrypt("selftest-password") and len(shut.pages) == 1, "パスワードで開けません")
    return "パスワードの付いたPDFは、パスワードでだけ開きました"


def _licences(bench: Bench) -> str:
    if not bench.shipped.licences.is_file():
        return "一覧はありません（配布用にまとめたものではありません）"
    text = bench.shipped.licences.read_text(encoding="utf-8")
    expect("PySide6" in text and "SQLCipher" in text, "一覧が途中で切れています")
    return f"部品とライセンスの一覧、{len(text.splitlines())}行"


CHECKS: tuple[tuple[str, Check], ...] = (
    ("ファイル", _files),
    ("様式", _form),
    ("文字", _fonts),
    ("番号の表", _numbers),
    ("保存", _store),
    ("紙", _papers),
    ("PDFの鍵", _lock),
    ("ライセンス", _licences),
)


def run(shipped: ShippedPaths, *, on_screen: bool = False) -> bool:
    """Print a line for each check on standard output; whether all passed."""
    passed = True
    for is_good, line in selftest(shipped, on_screen=on_screen):
        print(line, flush=True)
        passed = passed and is_good
    frozen = "配布用" if getattr(sys, "frozen", False) else "ソース"
    print(f"すべて合格です（{frozen}）。" if passed else "不合格があります。このまま使わないでください。")
    return passed
