"""The lock files: complete, pinned, hashed, and silent about where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCKS = [ROOT / "packaging" / name for name in ("run.lock", "dev.lock", "build.lock")]


def blocks(lock: Path) -> dict[str, str]:
    """The text of each requirement by its first line, comments left out."""
    lines = [line for line in lock.read_text().splitlines() if not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", "")
    return {line.split(" --hash")[0].strip(): line for line in joined.splitlines()}


def pins(lock: Path) -> dict[str, Version]:
    requirements = [Requirement(line.split("    ")[0]) for line in blocks(lock)]
    return {canonicalize_name(one.name): Version(next(iter(one.specifier)).version) for one in requirements}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_has_one_version_and_hashes(lock: Path) -> None:
    assert blocks(lock)
    for head, text in blocks(lock).items():
        assert re.match(r"[a-z0-9-]+==[0-9][^ ]*( ; .+)?$", head), head
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", text), head


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_no_address_and_no_folder_is_named(lock: Path) -> None:
    assert not re.search(r"://|index|find-links|@|/(tmp|opt|home|root|work)/", lock.read_text())


def test_the_locked_versions_are_those_that_pyproject_allows() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    run, dev, build = (pins(lock) for lock in LOCKS)
    needed = project["project"]["dependencies"] + project["build-system"]["requires"]
    extras = project["project"]["optional-dependencies"]
    wanted = [(needed, run), (extras["dev"], dev), (extras["build"], build)]
    for text, locked in ((text, locked) for texts, locked in wanted for text in texts):
        requirement = Requirement(text)
        name = canonicalize_name(requirement.name)
        assert name in locked, f"{name}: run packaging/lock.sh"
        assert locked[name] in requirement.specifier, f"{text}: run packaging/lock.sh"


def test_neither_the_tools_of_tests_nor_those_of_the_bundle_are_part_of_the_app() -> None:
    for lock in LOCKS[1:]:
        assert not pins(LOCKS[0]).keys() & pins(lock).keys()
