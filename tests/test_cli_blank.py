"""Blank forms from the command line."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from evacplan.cli import main


def test_one_edition_and_one_section_are_written_where_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new"
    asked = ["blank", "--edition", "hospital", "--section", "contacts", "--out", str(out)]
    assert main(asked) == 0
    paths = [out / "blank-hospital.pdf", out / "blank-contacts.pdf"]
    assert capsys.readouterr().out.split() == list(map(str, paths))
    assert sorted(out.iterdir()) == sorted(paths)
    first = PdfReader(paths[1]).pages[0].extract_text()
    assert "連絡網" in first
    assert "119番" in first


def test_a_section_that_does_not_exist_is_a_mistake(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["blank", "--section", "contact", "--out", str(tmp_path)])
    assert caught.value.code == 2
    assert "コマンドの書き方" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "file"
    taken.write_text("", encoding="utf-8")
    assert main(["blank", "--section", "fallback", "--out", str(taken)]) == 2
    assert "書き出せませんでした" in capsys.readouterr().err
