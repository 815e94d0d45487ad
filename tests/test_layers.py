"""Who may import whom: the table of the house, read from every file's imports."""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "evacplan"
FILES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))

ROOMS: dict[str, set[str]] = {
    "domain": {"evacplan.domain", "phonenumbers", "pydantic", "pydantic_core"},
    "form": {"evacplan.domain", "evacplan.form", "pydantic"},
    "session.py": {"evacplan.domain", "evacplan.form", "pydantic"},
    "store": {"evacplan.domain", "evacplan.store", "sqlalchemy", "cryptography", "sqlcipher3"},
    "pdf": {"evacplan.pdf", "reportlab", "uharfbuzz", "PIL"},  # PIL is how ReportLab reads pictures
    "exchange": {"evacplan.domain", "evacplan.form", "evacplan.exchange"},
    "ui": {
        "evacplan.session",
        "evacplan.domain",
        "evacplan.form",
        "evacplan.ui",
        "PySide6",
        "shiboken6",
        "zxcvbn",
        "evacplan",
    },
    "system": {"evacplan.system", "platformdirs", "pydantic", "evacplan"},
}
SHOWN = {"evacplan.form.view", "evacplan.form.view_pen", "evacplan.form.hours", "evacplan.form.supply_look"}
ROOTS = {"app.py", "cli.py", "start.py"}
WIRING = {file.name for file in FILES if len(file.parts) == 1} - {*ROOMS, *ROOTS, "__init__.py"}
NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib",
    "ftplib",
    "smtplib",
    "xmlrpc",
    "asyncio",
    "webbrowser",
    "telnetlib",
}
OUTSIDE = {"os", "pathlib", "io", "time", "tempfile", "shutil", "glob", "subprocess", "threading", "logging"}
CLOCK = {"today", "now", "utcnow", "monotonic", "fromtimestamp"}


def parsed(file: Path) -> ast.Module:
    return ast.parse((PACKAGE / file).read_text(encoding="utf-8"))


def imports(file: Path) -> Iterator[str]:
    """Every module a file imports, wherever it does so; `from a import b` as a.b where b is a module."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            yield from (_named(node.module or "", alias.name) for alias in node.names)


def _named(module: str, name: str) -> str:
    place = PACKAGE.parent.joinpath(*module.split("."), name)
    is_module = place.is_dir() or place.with_suffix(".py").is_file()
    return f"{module}.{name}" if is_module else module


def within(module: str, allowed: set[str]) -> bool:
    """Whether a module is allowed: itself or inside an allowed package; "evacplan" is the version alone."""
    return any(module == name or (name != "evacplan" and module.startswith(f"{name}.")) for name in allowed)


def is_standard(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names


def in_room(room: str) -> list[Path]:
    return [file for file in FILES if file.parts[0] == room]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_the_house_allows(room: str) -> None:
    assert in_room(room)
    found = {
        f"{file} imports {module}"
        for file in in_room(room)
        for module in imports(file)
        if not is_standard(module) and not within(module, ROOMS[room] | (SHOWN if room == "pdf" else set()))
    }

    assert found == set()


def test_what_the_paper_knows_of_the_form_knows_no_plan() -> None:
    for module in SHOWN:
        file = Path(*module.split(".")[1:]).with_suffix(".py")
        assert all(is_standard(name) or within(name, SHOWN) for name in imports(file)), file


def test_every_folder_is_a_room() -> None:
    assert {file.parts[0] for file in FILES if len(file.parts) > 1} <= set(ROOMS)


def test_nothing_imports_what_puts_the_parts_together() -> None:
    doors = {f"evacplan.{file.removesuffix('.py')}" for file in ROOTS | WIRING}
    inside = [file for room in ROOMS for file in in_room(room)]
    found = {
        f"{file} imports {module}" for file in inside for module in imports(file) if within(module, doors)
    }

    assert found == set()


def test_only_the_roots_know_all_parts() -> None:
    for file in WIRING:
        known = {module.split(".")[1] for module in imports(Path(file)) if module.startswith("evacplan.")}
        assert not known & {"app", "cli", "start"}, file


def test_no_module_imports_one_that_imports_it() -> None:
    """What is read for its types alone, or later in a function, may point back."""
    dotted = (".".join(("evacplan", *file.with_suffix("").parts)) for file in FILES)
    names = dict(zip((name.removesuffix(".__init__") for name in dotted), FILES, strict=True))
    at_once = {
        name: {module for node in parsed(file).body for module in _imported(node)} & set(names) - {name}
        for name, file in names.items()
    }

    assert len(list(TopologicalSorter(at_once).static_order())) == len(names)


def _imported(node: ast.stmt) -> Iterator[str]:
    """The modules that one statement of a module imports as it is loaded."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield from (_named(node.module or "", alias.name) for alias in node.names)


@pytest.mark.parametrize("room", ["domain", "form"])
def test_meaning_and_words_know_no_clock(room: str) -> None:
    found = {
        f"{file}: {node.func.attr}"
        for file in in_room(room)
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK
    }

    assert found == set()


def test_the_domain_touches_no_file_no_clock_and_no_process() -> None:
    found = {
        f"{file} imports {name}" for file in in_room("domain") for name in imports(file) if name in OUTSIDE
    }

    assert found == set()


def test_the_paper_reads_no_file_but_its_fonts() -> None:
    reading = {file.name for file in in_room("pdf") if "pathlib" in set(imports(file))}

    assert reading <= {"face.py", "fonts.py"}


def test_nothing_reaches_for_the_network() -> None:
    found = {
        f"{file} imports {name}"
        for file in FILES
        for name in imports(file)
        if name.partition(".")[0] in NETWORK or name == "PySide6.QtNetwork"
    }

    assert found == set()
