"""Where the questions about files begin."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from evacplan.ui import dialogs


@pytest.mark.parametrize("has_folder", [True, False])
def test_files_are_looked_for_among_documents_else_at_home_and_never_where_the_app_was_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, has_folder: bool
) -> None:
    folder = tmp_path / "書類"
    if has_folder:
        folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(folder))
    assert dialogs.documents() == (folder if has_folder else Path.home())
