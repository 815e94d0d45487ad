import subprocess
import sys
from pathlib import Path

import pytest

from evacplan.system.instance import AlreadyRunningError, Instance

_HOLD = """
import sys, pathlib
from evacplan.system.instance import Instance
held = Instance.take(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_copy_is_noticed_and_may_start_after_release(tmp_path: Path) -> None:
    with Instance.take(tmp_path / "running"), pytest.raises(AlreadyRunningError):
        Instance.take(tmp_path / "running")
    Instance.take(tmp_path / "running").release()


def test_copies_with_other_data_folders_do_not_meet(tmp_path: Path) -> None:
    with Instance.take(tmp_path / "a"), Instance.take(tmp_path / "b"):
        pass


def test_a_killed_copy_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "running"
    command = [sys.executable, "-c", _HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(AlreadyRunningError):
            Instance.take(path)
        other.kill()
    Instance.take(path).release()


def test_a_folder_that_is_missing_is_not_mistaken_for_a_second_copy(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Instance.take(tmp_path / "missing" / "running")
