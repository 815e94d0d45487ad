import os
import stat
from pathlib import Path

import pytest

from evacplan.system.paths import data_paths, shipped_paths


def test_every_file_of_the_user_is_inside_the_chosen_folder(tmp_path: Path) -> None:
    paths = data_paths(tmp_path)
    for path in (
        paths.store,
        paths.backups,
        paths.second_folder,
        paths.settings,
        paths.log,
        paths.crashes,
        paths.instance,
    ):
        assert path.is_relative_to(tmp_path)


def test_without_a_choice_the_operating_system_says_where() -> None:
    assert data_paths().folder.is_absolute()
    assert data_paths().folder.name == "evacplan"


def test_making_the_folders_twice_does_no_harm(tmp_path: Path) -> None:
    paths = data_paths(tmp_path / "a" / "b")
    paths.make()
    paths.make()
    assert paths.backups.is_dir()
    assert paths.log.parent.is_dir()


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX")
def test_the_folders_are_closed_to_other_users(tmp_path: Path) -> None:
    paths = data_paths(tmp_path / "data")
    paths.make()
    for folder in (paths.folder, paths.backups, paths.log.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_the_shipped_files_are_beside_the_package() -> None:
    assert (shipped_paths().fonts / "bizud" / "BIZUDPGothic-Regular.ttf").is_file()


def test_a_frozen_app_looks_where_it_unpacked_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert shipped_paths().forms == tmp_path / "forms"
