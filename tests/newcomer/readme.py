"""The worked examples of the README: what they put into which file, and what they run."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_WHERE = re.compile(
    r"(?:(A new file)|At the end of|In) `([^`]+)`(?:, (below|above) `([^`]+)`)?(?: \([^)]*\))?:$"
)


@dataclass(frozen=True)
class Insertion:
    """Lines that go into a file below or above a line of it; without a line at its end, or into a new one."""

    file: str
    lines: str
    is_new: bool = False
    side: str = ""
    line: str = ""

    def make(self, root: Path) -> None:
        """Change the file in a copy of the repository as a person with an editor would."""
        path = root / self.file
        if self.is_new:
            assert not path.exists(), f"{self.file} is there already"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.lines, encoding="utf-8")
            return
        text = path.read_text(encoding="utf-8")
        path.write_text(self._within(text) if self.line else f"{text}\n{self.lines}", encoding="utf-8")

    def _within(self, text: str) -> str:
        lines = text.splitlines(keepends=True)
        found = [number for number, line in enumerate(lines) if line.strip() == self.line.strip()]
        assert len(found) == 1, f"{self.file} has {len(found)} lines {self.line!r}"
        at = found[0] + (self.side == "below")
        return "".join([*lines[:at], self.lines, *lines[at:]])


@dataclass(frozen=True)
class Example:
    """What one section of the README tells to do, in its order."""

    insertions: tuple[Insertion, ...]
    commands: tuple[tuple[str, ...], ...]


def example(heading: str) -> Example:
    """The worked example below a heading of the README."""
    section = _section((ROOT / "README.md").read_text(encoding="utf-8"), heading)
    insertions: list[Insertion] = []
    commands: list[tuple[str, ...]] = []
    for words, kind, block in _blocks(section):
        if kind == "sh":
            commands += [tuple(shlex.split(line)) for line in block.splitlines()]
        else:
            insertions.append(_insertion(words, block))
    return Example(tuple(insertions), tuple(commands))


def _section(text: str, heading: str) -> str:
    _, found, rest = text.partition(f"\n### {heading}\n")
    assert found, heading
    return re.split(r"^##", rest, maxsplit=1, flags=re.MULTILINE)[0]


def _blocks(section: str) -> Iterator[tuple[str, str, str]]:
    """The words before each fenced block in one line, the block's kind, and the block."""
    begin = 0
    for found in _FENCE.finditer(section):
        yield " ".join(section[begin : found.start()].split()), found[1], found[2]
        begin = found.end()


def _insertion(words: str, block: str) -> Insertion:
    found = _WHERE.search(words)
    assert found, f"no place is named before a block: {words[-80:]!r}"
    new, file, side, line = found.groups("")
    return Insertion(file, block, bool(new), side, line)
