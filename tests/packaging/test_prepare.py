"""prepare.py: what counts as done, and what a failed installation is called."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def prepare() -> ModuleType:
    """The script as a module; it lies outside the package because it runs before anything is installed."""
    spec = importlib.util.spec_from_file_location("prepare", ROOT / "packaging" / "prepare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["prepare"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def step(prepare: ModuleType, tmp_path: Path):
    lock = tmp_path / "some.lock"
    lock.write_text("a==1\n")
    return prepare.Step("some", (lock,), ())


def test_a_step_without_stamp_is_not_done(step, tmp_path: Path) -> None:
    assert not step.is_done(tmp_path, "python")


def test_a_stamped_step_is_done(step, tmp_path: Path) -> None:
    step.stamp(tmp_path).write_text(step.mark("python"))
    assert step.is_done(tmp_path, "python")


def test_a_changed_lock_file_or_another_python_asks_for_the_step_again(step, tmp_path: Path) -> None:
    step.stamp(tmp_path).write_text(step.mark("python"))
    assert not step.is_done(tmp_path, "another python")
    step.files[0].write_text("a==2\n")
    assert not step.is_done(tmp_path, "python")


def test_the_tests_need_one_lock_file_more_than_the_app(prepare: ModuleType) -> None:
    assert [step.name for step in prepare.steps(dev=False)] == ["run", "package"]
    assert [step.name for step in prepare.steps(dev=True)] == ["run", "dev", "package"]


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("ERROR: [Errno 28] No space left on device", "DISK_FULL"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "WRONG_HASH"),
        (
            "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution\n"
            "ERROR: No matching distribution found for reportlab",
            "NO_NETWORK",
        ),
        ("ERROR: No matching distribution found for pyside6-essentials", "WRONG_MACHINE"),
        ("error: subprocess-exited-with-error", "PIP_FAILED"),
    ],
)
def test_a_failed_pip_is_told_by_its_cause(prepare: ModuleType, output: str, expected: str) -> None:
    assert str(prepare.pip_trouble(output)) == getattr(prepare, expected)


@pytest.mark.parametrize("version", [(3, 10, 9), (3, 15, 0)])
def test_a_python_without_packages_is_refused_by_its_number(
    prepare: ModuleType, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(prepare.SetupError, match=rf"{version[0]}\.{version[1]}"):
        prepare.check_python()


def test_a_nearly_full_disk_is_told_before_downloading(
    prepare: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare, "NEEDED_MB", 10**9)
    with pytest.raises(prepare.SetupError, match="ディスクの空き"):
        prepare.check_disk()
