"""Files too large, too deep or too rich: told in words, soon, in little memory, and nothing is changed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from evacplan.store import keyfile
from tests.store.samples import new_store

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the cage is built of Linux's limits")

MUCH = 49_000_000
GIGABYTE = 1 << 30
# A store is read to its last page, 3 s a gigabyte: so many megabytes unless EVACPLAN_LARGE_MB says more.
LARGE = int(os.environ.get("EVACPLAN_LARGE_MB", "128")) << 20
PATIENCE_S = 8.0
_HEAD = b'{"format":"evacplan/1",'

PLANS: dict[str, Callable[[], bytes]] = {
    "lists": lambda: _HEAD + b'"child":{"mobiles":[' + b"[]," * (MUCH // 3) + b"0]}}",
    "rows": lambda: _HEAD + b'"child":{"mobiles":[' + b'{"key":"a"},' * 30_000 + b"0]}}",
    "marks": lambda: _HEAD + b'"marks":{' + b",".join(b'"m%d":{}' % i for i in range(30_000)) + b"}}",
    "unknown": lambda: _HEAD + b",".join(b'"m%d":0' % i for i in range(30_000)) + b"}",
    "wide": lambda: _HEAD + b'"child":{"name":"' + b"a" * MUCH + "𠮷".encode() + b'"}}',
    "digits": lambda: _HEAD + b'"oxygen":{"flow_rest":' + b"1" * MUCH + b".5}}",
    "deep": lambda: _HEAD + b'"child":' + b"[" * 2_000_000,
    "deeper": lambda: _HEAD + b'"child":' + b'{"a":' * 900 + b"0" + b"}" * 901,
    "name": lambda: _HEAD + b'"' + b"x" * MUCH + b'":0}',
    "picture": lambda: (
        _HEAD + b'"devices":{"devices":[{"key":"a","settings":{"sheet":"' + b"A" * MUCH + b'"}}]}}'
    ),
    "sixteen": lambda: (_HEAD * 10).decode().encode("utf-16"),
}


def said_in_cage(kind: str, *paths: Path) -> list[str]:
    """What reading the files came to, in a process with little memory."""
    command = [sys.executable, "-m", "tests.attack.in_a_cage", kind, *map(str, paths)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["file"] for line in told] == [path.name for path in paths]
    assert all(line["seconds"] < PATIENCE_S for line in told), told
    return [line["said"] for line in told]


def are_sentences(said: str) -> bool:
    """Whether a message is short, in Japanese, and says what to do."""
    return len(said) < 2_000 and bool(re.search(r"[ぁ-ん]", said)) and "次にすること: " in said


def test_no_plan_file_takes_much_memory_or_time(tmp_path: Path) -> None:
    paths = []
    for name, make in PLANS.items():
        paths.append(tmp_path / name)
        paths[-1].write_bytes(make())
    paths.append(tmp_path / "gigabyte")
    with paths[-1].open("wb") as file:
        file.truncate(GIGABYTE)
    before = {path: path.stat() for path in tmp_path.iterdir()}
    said = said_in_cage("plan", *paths, Path("/dev/zero"))
    assert [line for line in said if not are_sentences(line)] == []
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == {
        path: kept.st_mtime_ns for path, kept in before.items()
    }


@pytest.mark.parametrize("kind", ["store", "backup"])
def test_no_large_store_takes_much_memory_or_time(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "store.evacplan"
    new_store(path).close()
    closed = path.read_bytes()
    with path.open("rb+") as file:
        file.truncate(LARGE)
    kept = keyfile.beside(path).read_bytes()
    (said,) = said_in_cage(kind, path)
    assert "壊れて" in said
    assert are_sentences(said)
    assert path.stat().st_size == LARGE
    with path.open("rb") as file:
        assert file.read(len(closed)) == closed
    assert keyfile.beside(path).read_bytes() == kept
