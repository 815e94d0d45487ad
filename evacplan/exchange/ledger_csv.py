"""The ledger and the register of copies as CSV for the municipality (RFC 4180, UTF-8 with its mark, CRLF).

Spreadsheets take a cell that begins with = + - @ for a formula; an apostrophe before it makes it text. Seals
are worked out without such apostrophes, and with "" in the place of 不明.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import tzinfo
from io import StringIO

from evacplan.domain.copies import Basis, How, Issue
from evacplan.domain.ledger import Entry, EventKind, Fault, FaultKind

UNKNOWN = "不明"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_DAY_AND_TIME = "%Y-%m-%d %H:%M:%S"
_KINDS = {
    EventKind.CREATED: "計画を作った",
    EventKind.IMPORTED: "ファイルから取り込んだ",
    EventKind.DUPLICATED: "複製した",
    EventKind.OPENED: "開いた",
    EventKind.CHANGED: "書きかえた",
    EventKind.CONFIRMED: "版を確定した",
    EventKind.ISSUED: "控えを渡した",
    EventKind.DISASTER: "災害時の特例を使った",
    EventKind.PRINTED: "印刷した",
    EventKind.EXPORTED: "ファイルに書き出した",
    EventKind.COLLECTED: "控えを回収した",
    EventKind.RESTORED: "前の版から戻した",
    EventKind.ARCHIVED: "しまった",
    EventKind.UNARCHIVED: "一覧に戻した",
    EventKind.PASSPHRASE_CHANGED: "パスフレーズを変えた",
    EventKind.CODE_RENEWED: "復旧コードを新しくした",
    EventKind.BACKED_UP: "手でバックアップした",
    EventKind.SPARE_WRITTEN: "別の場所に控えを書いた",
    EventKind.BACKUP_RESTORED: "バックアップから元に戻した",
    EventKind.WORKED: "記入にかけた秒数（章ごと）",
    EventKind.LEDGER_EXPORTED: "台帳を書き出した",
}
_BASES = {
    Basis.OWN: "家族（病院用は家族の了解）",
    Basis.CONSENT: "本人・家族の同意",
    Basis.ORDINANCE: "条例",
    Basis.DISASTER: "災害時の特例",
}
_FATES = {How.RETURNED: "返してもらった", How.DESTROYED: "処分した", How.UNKNOWN: "行方不明"}
_FAULTS = {
    FaultKind.EDITED: "台帳の {number} 行目が、あとから書きかえられています。",
    FaultKind.GAP: "台帳の {number} 行目が、抜けているか、入れかわっています。",
    FaultKind.CUT: "台帳の {number} 行目から後が、切り取られています。",
}
_LEDGER_HEAD = (
    "行",
    "日時",
    "記入者",
    "したこと",
    "計画番号",
    "内容",
    "日時（UTC）",
    "種類",
    "計画の内部番号",
    "前の行の封印",
    "封印",
)
_COPIES_HEAD = (
    "計画番号",
    "控え番号",
    "紙",
    "版",
    "渡した日時",
    "渡した先",
    "根拠",
    "特例の理由",
    "回収",
    "回収の日時",
    "PDFのSHA-256",
)


def ledger_csv(entries: Iterable[Entry], numbers: Mapping[str, str], zone: tzinfo | None) -> bytes:
    """The rows of the ledger. numbers: plan id to plan number. zone: in which days and hours are told."""
    rows = (
        (
            entry.number,
            entry.time.astimezone(zone).strftime(_DAY_AND_TIME),
            entry.who or UNKNOWN,
            _KINDS[EventKind(entry.kind)] if entry.kind in set(EventKind) else entry.kind,
            numbers.get(entry.plan_id or "", ""),
            entry.detail,
            entry.at,
            entry.kind,
            entry.plan_id or "",
            entry.previous,
            entry.seal,
        )
        for entry in entries
    )
    return _csv(_LEDGER_HEAD, rows)


def copies_csv(
    issues: Iterable[Issue], numbers: Mapping[str, str], titles: Mapping[str, str], zone: tzinfo | None
) -> bytes:
    """The register of copies (控え台帳). titles: what each paper is called."""
    rows = (
        (
            numbers.get(issue.plan_id, ""),
            issue.copy,
            titles.get(issue.edition, issue.edition),
            issue.revision,
            issue.issued_at.astimezone(zone).strftime(_DAY_AND_TIME),
            issue.recipient or UNKNOWN,
            _BASES[issue.basis] if issue.basis is not None else UNKNOWN,
            issue.reason,
            _FATES[issue.collected.how] if issue.collected is not None else "まだ",
            issue.collected.at.astimezone(zone).strftime(_DAY_AND_TIME) if issue.collected else "",
            issue.sha256,
        )
        for issue in issues
    )
    return _csv(_COPIES_HEAD, rows)


def fault_in_words(fault: Fault) -> str:
    """What is wrong with the ledger, and where."""
    return _FAULTS[fault.kind].format(number=fault.number)


def _csv(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(str(cell)) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    begins = cell.startswith(_FORMULA) or cell.lstrip().startswith(_FORMULA)
    return f"'{cell}" if begins else cell
