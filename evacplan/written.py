"""Write what was made into a folder the user named."""

from pathlib import Path

from evacplan.domain.errors import UserError
from evacplan.system.files import write_whole


def write_into(folder: Path, name: str, data: bytes) -> Path:
    """Write a whole file into a folder, made where it is missing; its path. Raises UserError."""
    path = folder / name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise UserError(
            "ファイルを書き出せませんでした。",
            why="書き出すフォルダーに書けません。空きがないか、書く許可がありません。",
            do="空きのある、書き込めるフォルダーを選んでください。",
        ) from error
    return path
