"""Packs of forms for tests: the sample town's, and ones made on the spot."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from evacplan.exchange.pack_file import made_pack
from evacplan.system.paths import shipped_paths

TOWN = shipped_paths().samples / "pack-hoshimi"
HEAD = 'id = "mori"\nname = "森町"\nversion = "2"\ndate = 2027-01-15\n'


def a_pack(folder: Path, files: Mapping[str, str | bytes], head: str = HEAD) -> bytes:
    """The zip of a pack with these files, made in a folder of this name."""
    for name, content in {"pack.toml": head, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return made_pack(folder)


def town_file(folder: Path) -> Path:
    """The sample town's pack as a file."""
    path = folder / "hoshimi.zip"
    path.write_bytes(made_pack(TOWN))
    return path


def unzipped(data: bytes) -> dict[str, bytes]:
    """What a zip holds."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files, whatever their names."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()
