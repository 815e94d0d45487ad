import os
import stat
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evacplan.system.files import write_whole


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(data=st.binary())
def test_what_is_written_is_there_and_nothing_else(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "家族用.pdf"
    write_whole(path, data)
    assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="limits are a matter of POSIX")
def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    import resource  # noqa: PLC0415  (exists on POSIX only)

    path = tmp_path / "a.pdf"
    write_whole(path, b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(OSError, match="large"):
            write_whole(path, bytes(5000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_replaced_keeps_no_copy(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        write_whole(tmp_path / "a", b"plain text")
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_what_a_killed_run_left_is_removed_but_not_what_another_writes(tmp_path: Path) -> None:
    left, fresh, foreign = (tmp_path / name for name in (".a.1.part", ".a.2.part", ".b.1.part"))
    for file in (left, fresh, foreign):
        file.write_bytes(b"plain text")
    long_ago = time.time() - 7200
    os.utime(left, (long_ago, long_ago))
    os.utime(foreign, (long_ago, long_ago))
    write_whole(tmp_path / "a", b"")
    assert sorted(file.name for file in tmp_path.iterdir()) == [".a.2.part", ".b.1.part", "a"]


@pytest.mark.skipif(os.name != "posix", reason="Windows allows fewer characters in a whole path")
@pytest.mark.parametrize("name", ["x" * 255, "橋" * 85])
def test_a_name_of_the_greatest_length_can_be_written_and_its_leftovers_go(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, b"one")
    write_whole(tmp_path / name, b"two")
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == b"two"
