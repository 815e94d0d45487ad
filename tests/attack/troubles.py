"""Ways in which a disk, a program or a clock stands between the app and its store, made and lifted.

Mounts need a mount namespace of one's own, see `tests.attack.faults`; they are gone with the process.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from abc import ABC, abstractmethod
from pathlib import Path

CAGE = "EVACPLAN_CAGE"  # "1" in a mount namespace of our own, "" where there can be none
IMAGE_MB = 16
_SCANNER = """
import fcntl, sys
file = open(sys.argv[1], "r+b")
fcntl.lockf(file, fcntl.LOCK_EX)
print(flush=True)
input()
"""


def run(*command: str | Path) -> str:
    """Run a command that must succeed; what it printed."""
    done = subprocess.run([str(one) for one in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stderr}"
    return done.stdout.strip()


class Trouble(ABC):
    """ground: a folder for the data, as it must be. make, lift: in the process of the app."""

    needs_root = False

    def __init__(self, folder: Path) -> None:
        self.ground = folder / "ground"
        self.ground.mkdir()

    @property
    def store(self) -> Path:
        """The store."""
        return self.ground / "data" / "plans.evacplan"

    @abstractmethod
    def make(self) -> None:
        """From here on the store takes nothing."""

    @abstractmethod
    def lift(self) -> None:
        """All is well again."""

    def heal(self) -> None:  # noqa: B027  (most need nothing)
        """What is done once the app is gone, before the store is looked at."""

    def end(self) -> None:  # noqa: B027  (the same)
        """Clear the ground."""


class FullDisk(Trouble):
    """A small file system in memory, filled to its last byte."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        run("mount", "-t", "tmpfs", "-o", f"size={IMAGE_MB}m", "tmpfs", self.ground)

    def make(self) -> None:
        """Write until nothing more fits."""
        with (self.ground / "ballast").open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"\xff" * 4096)
            except OSError:
                return

    def lift(self) -> None:
        """Make room."""
        (self.ground / "ballast").unlink()

    heal = lift

    def end(self) -> None:
        """Take it away."""
        run("umount", self.ground)


class Limit(Trouble):
    """No file of the process may be written, as with a quota that is used up; needs no rights."""

    def make(self) -> None:
        """Any byte of any file is one too many."""
        import resource  # noqa: PLC0415  (exists on POSIX only)

        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, self._before[1]))

    def lift(self) -> None:
        """As before."""
        import resource  # noqa: PLC0415  (the same)

        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


class NoRights(Trouble):
    """The folder and every file in it may only be read; root gives up the right to write all the same."""

    def make(self) -> None:
        """Take the rights away."""
        _drop_capabilities()
        self._set(0o500, 0o400)

    def lift(self) -> None:
        """Give them back."""
        self._set(0o700, 0o600)

    heal = lift

    def _set(self, folder: int, file: int) -> None:
        self.ground.chmod(0o700)
        for path in (self.ground, self.store.parent, *self.store.parent.rglob("*")):
            path.chmod(folder if path.is_dir() else file)


class Image(Trouble):
    """An ext4 file system in a file."""

    needs_root = True

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.image = folder / "image"
        with self.image.open("wb") as file:
            file.truncate(IMAGE_MB << 20)
        run("mkfs.ext4", "-q", "-O", "^has_journal", self.image)
        self._mount()

    def _mount(self) -> None:
        run("mount", "-o", "loop,errors=remount-ro", self.image, self.ground)

    def end(self) -> None:
        """Take it away."""
        run("umount", self.ground)


class ReadOnlyFile(Image):
    """The store and its journal cannot be changed, not even through a handle that is open."""

    def make(self) -> None:
        """Seal them."""
        self._seal("+i")

    def lift(self) -> None:
        """Break the seal."""
        self._seal("-i")

    heal = lift

    def _seal(self, sign: str) -> None:
        files = [path for path in self.store.parent.glob(f"{self.store.name}*") if path.is_file()]
        run("chattr", sign, *files)


class BrokenFileSystem(Image):
    """Linux finds an error in the file system and takes no more writes until it was repaired."""

    def make(self) -> None:
        """Report an error, as the driver does when it reads nonsense."""
        device = Path(run("findmnt", "-n", "-o", "SOURCE", self.ground)).name
        Path(f"/sys/fs/ext4/{device}/trigger_fs_error").write_text("1\n", encoding="ascii")

    def lift(self) -> None:
        """Nothing helps while a file is open."""
        raise NotImplementedError

    def heal(self) -> None:
        """Repair it as the system does at its next start."""
        run("umount", self.ground)
        subprocess.run(["e2fsck", "-p", "-f", self.image], capture_output=True, check=False)
        self._mount()


class Scanner(Trouble):
    """Another process has the whole store locked for itself alone."""

    def make(self) -> None:
        """Lock it."""
        command = [sys.executable, "-c", _SCANNER, str(self.store)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        self._process.stdout.readline()

    def lift(self) -> None:
        """Let it go."""
        self._process.communicate(b"\n")


class ClockSetBack(Trouble):
    """The clock of the day goes back by 400 days; of this process alone, see libfaketime."""

    def make(self) -> None:
        """Set it back."""
        clock_file().write_text("-400d", encoding="ascii")

    def lift(self) -> None:
        """Set it right."""
        clock_file().write_text("+0d", encoding="ascii")


def faketime() -> Path | None:
    """The library, where it is installed."""
    found = [path for folder in ("lib", "lib64") for path in Path("/usr", folder).glob("**/libfaketime.so.1")]
    return found[0] if found else None


def clock_file() -> Path:
    """What says how the clock is set."""
    return Path(os.environ["FAKETIME_TIMESTAMP_FILE"])


def is_possible(kind: type[Trouble]) -> bool:
    """Whether it can be made here, as who we are."""
    if issubclass(kind, ClockSetBack):
        return "FAKETIME_TIMESTAMP_FILE" in os.environ
    if issubclass(kind, FullDisk | Image) and not os.environ.get(CAGE):
        return False
    if issubclass(kind, Image):
        return (
            os.geteuid() == 0 and Path("/dev/loop-control").exists() and shutil.which("mkfs.ext4") is not None
        )
    return sys.platform == "linux"


def _drop_capabilities() -> None:
    """Give up for this process what makes root exempt from rights."""
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    none = (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None).capset(ctypes.byref(header), ctypes.byref(none)) == 0


KINDS: dict[str, type[Trouble]] = {
    "full": FullDisk,
    "limit": Limit,
    "rights": NoRights,
    "sealed": ReadOnlyFile,
    "scanner": Scanner,
    "clock": ClockSetBack,
}
FOR_GOOD: dict[str, type[Trouble]] = {
    **{name: kind for name, kind in KINDS.items() if name not in {"clock", "limit"}},
    "broken": BrokenFileSystem,
}
