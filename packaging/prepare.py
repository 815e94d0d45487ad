"""Bring .venv up to date with the lock files, or do nothing when it already is.

Run by run.sh, test.sh and run.cmd with the Python that shall run the app; needs nothing but that Python.
Each step leaves a stamp in .venv, so a second run only compares hashes. A Python, a folder or a run.lock
that changed makes .venv anew; an interrupted installation has no stamp and is done again.
"""

from __future__ import annotations

import argparse
import errno
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST, NEWEST = (3, 11), (3, 14)  # Pythons for which run.lock has ready-made packages
NEEDED_MB = 900  # measured: .venv with the test tools takes 540 MB, downloads and unpacking the rest
PIP_SETTINGS = {"PIP_USER": "0", "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


class SetupError(Exception):
    """Something the user can cure, said in Japanese and in English."""


INSTALLING = """\
部品を入れています。初めは約150 MB をダウンロードするので、数分かかります。
Installing packages; the first time downloads about 150 MB and takes some minutes."""
DISK_FULL = f"""\
ディスクの空きが足りません。約{NEEDED_MB} MB を空けて、もう一度実行してください。
The disk is full. Free about {NEEDED_MB} MB and run this again."""
NO_VENV = """\
Python の仮想環境を作れません。python3-venv を入れて、もう一度実行してください。
Cannot make a virtual environment. Install python3-venv and run this again."""
WRONG_HASH = """\
ダウンロードした部品が、記録された内容と一致しません。安全のため中止しました。
もう一度実行しても同じなら、開発者に知らせてください。
A download differs from its recorded hash; stopped for safety. If it happens again, tell the developers."""
NO_NETWORK = """\
部品をダウンロードできません。インターネットへの接続を確かめて、もう一度実行してください。
準備が済めば、アプリは接続なしで動きます。
Cannot download the packages. Check the network and run this again; once set up, the app needs none."""
WRONG_MACHINE = """\
このパソコンに合う部品がありません。64ビットの Debian 12、Ubuntu 22.04、Windows 10 か、
それより新しいもので使えます。
No package fits this machine. It needs 64-bit Debian 12, Ubuntu 22.04, Windows 10, or newer."""
PIP_FAILED = """\
部品を入れられませんでした。上の英語の文を開発者に知らせてください。
Installing failed; please send the lines above to the developers."""
NO_QT_LIBRARY = """\
画面の表示に必要なシステムのライブラリが足りません（上の行）。画面を使わないコマンドは動きます。
A system library for the window is missing (line above). Commands without a window work."""

# The first pattern found in pip's output decides; a full disk or a lost network has other errors in its wake.
PIP_TROUBLES = (
    (r"(?i)no space left|errno 28|not enough space", DISK_FULL),
    (r"DO NOT MATCH THE HASHES", WRONG_HASH),
    (
        r"(?i)name resolution|getaddrinfo|network is unreachable|NewConnectionError|connection refused"
        r"|connection broken|ProxyError|timed out|SSLError|CERTIFICATE_VERIFY",
        NO_NETWORK,
    ),
    (r"(?i)no matching distribution|could not find a version", WRONG_MACHINE),
)


@dataclass(frozen=True)
class Step:
    """One call of pip install, needed again when one of its files changes."""

    name: str
    files: tuple[Path, ...]
    options: tuple[str, ...]

    def stamp(self, venv: Path) -> Path:
        return venv / f"evacplan-{self.name}.stamp"

    def mark(self, python: str) -> str:
        """What the stamp holds when the step is done: a hash of the Python, the folder and the files."""
        seen = hashlib.sha256(f"{python}\n{sys.version}\n{ROOT}\n".encode())
        for file in self.files:
            seen.update(file.read_bytes())
        return seen.hexdigest()

    def is_done(self, venv: Path, python: str) -> bool:
        stamp = self.stamp(venv)
        return stamp.is_file() and stamp.read_text() == self.mark(python)


def steps(dev: bool) -> list[Step]:
    """The calls of pip in order; the package itself comes last and is linked, not copied."""
    here = ROOT / "packaging"
    locks = [here / "run.lock", here / "dev.lock"] if dev else [here / "run.lock"]
    locked = ("--require-hashes", "--only-binary", ":all:")
    package = ("--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT))
    return [
        *(Step(lock.stem, (lock,), (*locked, "--requirement", str(lock))) for lock in locks),
        Step("package", (ROOT / "pyproject.toml",), package),
    ]


def venv_python(venv: Path) -> Path:
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def base_python() -> str:
    """The Python outside any environment, so that starting from inside .venv cannot delete itself."""
    return str(getattr(sys, "_base_executable", sys.executable))


def check_python() -> None:
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:2]))
        raise SetupError(
            f"Python 3.11 から 3.14 が必要です（見つかったのは {found}）。\n"
            f"Python 3.11 to 3.14 is needed (found {found})."
        )


def check_disk() -> None:
    if shutil.disk_usage(ROOT).free < NEEDED_MB * 1024**2:
        raise SetupError(DISK_FULL)


def make_venv(venv: Path) -> None:
    command = [base_python(), "-m", "venv", "--clear", str(venv)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        say(done.stdout + done.stderr)
        raise SetupError(DISK_FULL if re.search(PIP_TROUBLES[0][0], done.stderr) else NO_VENV)


def install(venv: Path, step: Step) -> None:
    """Run pip for one step; its whole output goes to .venv/install.log."""
    log = venv / "install.log"
    environment = {k: v for k, v in os.environ.items() if k not in {"PYTHONHOME", "PYTHONPATH"}}
    command = [str(venv_python(venv)), "-m", "pip", "install", *step.options]
    with log.open("wb") as out:
        done = subprocess.run(
            command, stdout=out, stderr=subprocess.STDOUT, env=environment | PIP_SETTINGS, check=False
        )
    if done.returncode:
        raise pip_trouble(log.read_text(encoding="utf-8", errors="replace"))
    step.stamp(venv).write_text(step.mark(base_python()))


def pip_trouble(output: str) -> SetupError:
    """What to tell the user about a failed pip, with the end of its output on stderr for the expert."""
    say("\n".join(output.splitlines()[-15:]))
    found = (trouble for pattern, trouble in PIP_TROUBLES if re.search(pattern, output))
    return SetupError(next(found, PIP_FAILED))


def check_qt(venv: Path) -> None:
    """Say which system library Qt misses; the command line works without, so this is no failure."""
    command = [str(venv_python(venv)), "-c", "import PySide6.QtWidgets, PySide6.QtPdfWidgets"]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        say(done.stderr.strip().splitlines()[-1])
        say(NO_QT_LIBRARY)


@contextmanager
def alone() -> Iterator[None]:
    """Hold back a second setup of this folder until the first has ended (not on Windows)."""
    if sys.platform == "win32":
        yield
        return
    import fcntl  # noqa: PLC0415  # does not exist on Windows

    with (ROOT / "packaging" / "run.lock").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def prepare(dev: bool) -> None:
    """Make .venv hold exactly what run.sh (or, with dev, test.sh) needs."""
    check_python()
    venv, python, wanted = ROOT / ".venv", base_python(), steps(dev)
    if all(step.is_done(venv, python) for step in wanted):
        return
    check_disk()
    if not wanted[0].is_done(venv, python):
        make_venv(venv)
        say(INSTALLING)
    for step in wanted:
        if not step.is_done(venv, python):
            install(venv, step)
    check_qt(venv)


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Exit code 0 when .venv is ready, 1 when the user has to do something first."""
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(description="Bring .venv up to date with the lock files.")
    parser.add_argument("--dev", action="store_true", help="also install what the tests need")
    options = parser.parse_args()
    try:
        with alone():
            prepare(options.dev)
    except SetupError as trouble:
        say(str(trouble))
        return 1
    except OSError as error:
        say(DISK_FULL if error.errno == errno.ENOSPC else str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
