"""Runs a module and hears every socket that Python opens in it: `python -m tests.attack.ears MODULE …`.

What Qt opens by itself is seen by `open_sockets`, which asks the kernel.
"""

from __future__ import annotations

import contextlib
import os
import runpy
import sys
from pathlib import Path

heard: list[str] = []
_TABLES = (
    "tcp",
    "tcp6",
    "udp",
    "udp6",
    "udplite",
    "udplite6",
    "raw",
    "raw6",
    "icmp",
    "icmp6",
    "packet",
    "netlink",
)


def listen() -> None:
    """Note every event of a socket from now on; there is no way to stop."""

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith("socket."):
            heard.append(f"{event} {[str(one) for one in arguments[1:2]]}")

    sys.addaudithook(hear)


def open_sockets() -> list[str]:
    """The kinds of the sockets this process has open: tcp, udp6, unix with its name …"""
    own = {link[8:-1] for link in _links() if link.startswith("socket:[")}
    found: list[str] = []
    for table in _TABLES:
        found += [table for words in _rows(table) if own.intersection(words)]
    found += [f"unix {words[7]}" for words in _rows("unix") if len(words) > 7 and words[6] in own]
    unnamed = len(own) - len(found)
    return [*found, *["unix"] * unnamed]


def _links() -> list[str]:
    found = []
    for entry in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(OSError):
            found.append(os.readlink(entry))
    return found


def _rows(table: str) -> list[list[str]]:
    path = Path("/proc/self/net") / table
    return [line.split() for line in path.read_text().splitlines()[1:]] if path.exists() else []


if __name__ == "__main__":
    # What runs asks this module under its own name.
    sys.modules["tests.attack.ears"] = sys.modules["__main__"]
    listen()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
