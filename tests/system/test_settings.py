from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from evacplan.system import settings
from evacplan.system.settings import Loaded, Settings

_ONE_FOLDER = hypothesis_settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50
)


def test_without_a_file_the_defaults_are_used_and_nothing_is_written(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "settings.json") == Loaded(Settings())
    assert list(tmp_path.iterdir()) == []


@_ONE_FOLDER
@given(zoom=st.integers(50, 300), width=st.integers(400, 20_000), maximised=st.booleans())
def test_what_is_saved_is_loaded(tmp_path: Path, zoom: int, width: int, maximised: bool) -> None:
    path = tmp_path / "settings.json"
    chosen = Settings(zoom_percent=zoom, window_width=width, window_maximised=maximised)
    settings.save(path, chosen)
    assert settings.load(path) == Loaded(chosen)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"zoom_percent": 9999}', b'{"zoom_percent": "100"}', b'{"colour": "red"}', b"\xff"],
)
def test_a_broken_or_unknown_file_is_kept_aside_and_reported(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    loaded = settings.load(path)
    assert loaded.settings == Settings()
    assert loaded.kept_aside is not None
    assert loaded.kept_aside.read_bytes() == content
    assert not path.exists()


def test_a_second_broken_file_does_not_replace_the_first(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for content in (b"first", b"second"):
        path.write_bytes(content)
        settings.load(path)
    assert sorted(file.read_bytes() for file in tmp_path.iterdir()) == [b"first", b"second"]


@_ONE_FOLDER
@given(content=st.binary())
def test_no_file_stops_the_start(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert isinstance(settings.load(path).settings, Settings)
