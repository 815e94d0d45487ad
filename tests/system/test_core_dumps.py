"""A process that dies leaves its memory nowhere."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX has core dumps")
_DIES = """
import os, resource, sys
from evacplan.system import core_dumps
most = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
if sys.argv[1] == "forbidden":
    core_dumps.forbid()
os.chdir(sys.argv[2])
os.abort()
"""


def left_by(kind: str, folder: Path) -> list[str]:
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", _DIES, kind, str(folder)], cwd=root, check=False)
    assert done.returncode < 0
    return [path.name for path in folder.iterdir()]


def test_a_process_that_aborts_writes_no_core(tmp_path: Path) -> None:
    assert left_by("forbidden", tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere cores go elsewhere")
def test_without_that_it_would(tmp_path: Path) -> None:
    pattern = Path("/proc/sys/kernel/core_pattern").read_text(encoding="ascii").strip()
    if not pattern.startswith("core"):
        pytest.skip("cores go elsewhere here")
    if not left_by("allowed", tmp_path):
        pytest.skip("no cores are allowed here")
