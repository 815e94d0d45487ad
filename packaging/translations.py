"""Refresh the window's translations from its code: resources/translations/evacplan_<language>.ts and .qm.

Run from the project's root after texts of the window changed: `.venv/bin/python packaging/translations.py`.
The .ts is Qt Linguist's own file and can be translated with it. A text that left the code leaves the file, a
new one takes the translation of the same text elsewhere, or waits for its own. What waits is listed.

Qt's lupdate does not follow the tables, aliases and wrappers of our Python, so the texts are read here; the
context of `self.tr` is the class it stands in, as PySide6 looks it up through all classes of an object.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("en",)
# What Qt's own translation leaves in English, by hand.
OF_QT = FOLDER / "qt_ja.ts"
JAPANESE = re.compile(r"[\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff]")
# The context of `parent.tr`, where any widget may be the parent.
ANY_WIDGET = "QWidget"
# Tables of words: the call that makes a line, the context it is translated in, and which argument is shown.
TABLES = {"Command": ("commands", 2), "Key": ("keys", 2)}
# Tables by their name.
NAMED = {"IN_FIELDS": "keys", "MENUS": "commands"}

# Rooms whose sentences are not for the window: it translates its own, papers stay Japanese.
SILENT = {"ui", "form", "pdf", "cli.py", "selftest.py", "selftest_window.py", "power_request.py", "demo.py"}

Text = tuple[str, str]  # context, source


def texts(root: Path = ROOT) -> list[Text]:
    """Every text of the window once, by context and in the order of the code."""
    found: dict[Text, None] = {}
    for path in sorted((root / "evacplan").rglob("*.py")):
        found.update(dict.fromkeys(_of_module(ast.parse(path.read_text(encoding="utf-8")))))
    return sorted(found, key=lambda text: text[0])


def _of_module(tree: ast.Module) -> Iterator[Text]:
    wrappers = dict(_wrappers(tree))
    for call, owner in _calls(tree, ""):
        yield from _of_call(call, owner, wrappers)
    for node in tree.body:
        context = NAMED.get(getattr(node.targets[0], "id", "")) if isinstance(node, ast.Assign) else None
        if context is not None:
            yield from ((context, words) for words in _constants(node) if JAPANESE.search(words))


def _wrappers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The functions that hand their argument on to QCoreApplication.translate, with the context they name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _name(call) == "translate" and len(call.args) == 2:
                    context, source = call.args
                    if isinstance(context, ast.Constant) and isinstance(source, ast.Name):
                        yield node.name, str(context.value)


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[ast.Call, str]]:
    """Every call with the name of the class it stands in."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child, owner
        yield from _calls(child, child.name if isinstance(child, ast.ClassDef) else owner)


def _of_call(call: ast.Call, owner: str, wrappers: dict[str, str]) -> Iterator[Text]:
    name, count = _name(call), len(call.args)
    if name in TABLES and count > TABLES[name][1]:
        context, place = TABLES[name]
        yield from ((context, source) for source in _sources(call.args[place]))
    elif name in ("translate", "tr", "to_translate") and count == 2:
        first = call.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield from ((first.value, source) for source in _sources(call.args[1]))
    elif name in wrappers and count == 1:
        yield from ((wrappers[name], source) for source in _sources(call.args[0]))
    elif name == "tr" and count == 1:
        yield from ((_context(call, owner), source) for source in _sources(call.args[0]))


def _context(call: ast.Call, owner: str) -> str:
    match call.func:
        case ast.Attribute(value=ast.Name(id="self" | "cls")) | ast.Name():
            return owner or ANY_WIDGET
    return ANY_WIDGET


def _name(call: ast.Call) -> str:
    match call.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def _constants(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _sources(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(words)):
            yield words
        case ast.IfExp(body=one, orelse=other):
            yield from _sources(one)
            yield from _sources(other)


def sentences(root: Path = ROOT) -> list[str]:
    """The Japanese sentences that the inner rooms say, with {a}, {b} for what they fill in."""
    found: dict[str, None] = {}
    for path in sorted((root / "evacplan").rglob("*.py")):
        if not SILENT & {*path.relative_to(root / "evacplan").parts}:
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for text in _said_in(tree):
                found.update(dict.fromkeys(filter(_is_sentence, re.split("(?<=。)", text))))
    return list(found)


def _is_sentence(text: str) -> bool:
    return bool(re.search(r"[ぁ-ん）」]。$", text)) and "\\" not in text


def _said_in(tree: ast.AST) -> Iterator[str]:
    """Every string of a module, docstrings left out."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                continue
            case ast.Constant(value=str(text)):
                yield text
            case ast.JoinedStr(values=parts):
                places = iter("abcdefgh")
                yield "".join(
                    str(part.value) if isinstance(part, ast.Constant) else f"{{{next(places)}}}"
                    for part in parts
                )
            case _:
                yield from _said_in(node)


def translations(path: Path) -> dict[Text, str]:
    """What a .ts holds; "" for what is not translated."""
    if not path.exists():
        return {}
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): _said(message)
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def _said(message: ET.Element) -> str:
    found = message.find("translation")
    return (found.text or "") if found is not None else ""


def refreshed(wanted: list[Text], known: dict[Text, str]) -> dict[Text, str]:
    """The texts with their translations, or with that of the same text elsewhere."""
    elsewhere = {source: said for (_context, source), said in known.items() if said}
    return {text: known.get(text) or elsewhere.get(text[1], "") for text in wanted}


def write(path: Path, language: str, said: dict[Text, str]) -> None:
    """Write a .ts as Qt Linguist does."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="ja")
    contexts: dict[str, ET.Element] = {}
    for (context, source), words in said.items():
        if context not in contexts:
            contexts[context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[context], "name").text = context
        message = ET.SubElement(contexts[context], "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        translation.text = words
        if not words:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def compile_ts(path: Path, target: Path) -> None:
    """The .qm that the app loads, by Qt's own lrelease."""
    folder = Path(PySide6.__file__).parent
    program = folder / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([program, "-silent", path, "-qm", target], check=True)


def main() -> None:
    """Refresh every language and list what waits for its translation."""
    FOLDER.mkdir(exist_ok=True)
    compile_ts(OF_QT, OF_QT.with_suffix(".qm"))
    for language in LANGUAGES:
        path = FOLDER / f"evacplan_{language}.ts"
        said = refreshed(texts(), translations(path))
        write(path, language, said)
        compile_ts(path, path.with_suffix(".qm"))
        waiting = [f"{context}: {source}" for (context, source), words in said.items() if not words]
        print(f"{language}: {len(said)} texts, {len(waiting)} without a translation", *waiting, sep="\n  ")


if __name__ == "__main__":
    main()
