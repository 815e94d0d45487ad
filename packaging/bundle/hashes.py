"""Print SHA-256 lines as sha256sum does, the same on every system.

python packaging/bundle/hashes.py FOLDER NAME…      each file, and all files of each folder, below FOLDER
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path


def lines(folder: Path, names: Iterable[str]) -> Iterator[str]:
    """A line for each file, in the order of the names, folders in the order of their files' names."""
    for name in names:
        place = folder / name
        found = sorted(path for path in place.rglob("*") if path.is_file()) if place.is_dir() else [place]
        for path in found:
            if "__pycache__" not in path.parts:
                found_hash = hashlib.sha256(path.read_bytes()).hexdigest()
                yield f"{found_hash}  {path.relative_to(folder).as_posix()}"


def main() -> int:
    """Write them to standard output with Unix line ends, which sha256sum wants."""
    folder, *names = sys.argv[1:]
    text = "".join(f"{line}\n" for line in lines(Path(folder), names))
    sys.stdout.buffer.write(text.encode("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
