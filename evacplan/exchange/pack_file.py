"""A pack of forms as a file: a zip whose manifest lists the SHA-256 of each file in it."""

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from evacplan.domain.errors import UserError
from evacplan.form.pack import MANIFEST, OWNER, Manifest, Pack, PackHead, as_toml, read_head, read_manifest
from evacplan.form.toml_file import FormError

MOST_BYTES = 4_000_000  # of the zip, and of all that is in it
MOST_FILES = 100
_NAME = re.compile(r"manifest\.toml|extra\.toml|logo\.png|(forms|words|editions)/[a-z][a-z_]{0,39}\.toml")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
# What the reader of zips raises on files made to break it.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, NotImplementedError)
_EPOCH = (1980, 1, 1, 0, 0, 0)


def read_pack(path: Path) -> Pack:
    """The pack in a file. Raises UserError."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _refused("ファイルを開けません。", "ファイルがあるか、確かめてください。") from error
    return pack_of(data)


def pack_of(data: bytes) -> Pack:
    """The pack in the bytes of a zip, every hash checked. Raises UserError."""
    if len(data) > MOST_BYTES:
        raise _too_large()
    files = _unzipped(data)
    manifest = _manifest(files.pop(MANIFEST, b""))
    if differing := sorted(set(files) ^ set(manifest.sha256)):
        raise _refused(f"中のファイルが一覧と合いません（{differing[0]}）。")
    for name, content in files.items():
        if hashlib.sha256(content).hexdigest() != manifest.sha256[name]:
            raise _refused(f"中のファイルが作られたときと違います（{name}）。")
    head = PackHead.model_validate(manifest.model_dump(exclude={"sha256"}))
    return Pack(head, files, hashlib.sha256(data).hexdigest())


def _unzipped(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _contents(archive)
    except _BROKEN as error:
        raise _refused("zip ファイルではないか、こわれています。") from error


def _contents(archive: zipfile.ZipFile) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    room = MOST_BYTES
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise _refused(f"中のファイルが多すぎます。{MOST_FILES} 個までです。")
    for entry in entries:
        name = entry.filename
        # The name as it stands in the zip: the reader cuts it at a zero byte.
        if not _NAME.fullmatch(name) or entry.orig_filename != name or name in found:
            raise _refused("様式パックにあってはならない名前のファイルが入っています。")
        if entry.compress_type not in _METHODS or entry.flag_bits & _ENCRYPTED:
            raise _refused("読めない方法でまとめたファイルが入っています。")
        with archive.open(entry) as file:
            # What is really there counts, not the size that the zip names.
            found[name] = file.read(room + 1)
        room -= len(found[name])
        if room < 0:
            raise _too_large()
    return found


def _manifest(data: bytes) -> Manifest:
    try:
        return read_manifest(data)
    except FormError as error:
        raise _refused(f"{MANIFEST} がないか、形が違います（{_short(error)}）。") from None


def made_pack(folder: Path) -> bytes:
    """The zip of a folder with pack.toml (id, name, version, date) and the files of a pack.

    Equal files give equal bytes. Raises UserError.
    """
    try:
        found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in _files(folder)}
    except OSError as error:
        raise _refused("フォルダーを開けません。") from error
    try:
        head = read_head(found.pop(OWNER, b""))
    except FormError as error:
        raise _refused(f"{OWNER} がないか、形が違います（{_short(error)}）。") from None
    if unknown := [name for name in found if name == MANIFEST or not _NAME.fullmatch(name)]:
        raise _refused(f"様式パックに入れられないファイルがあります（{unknown[0]}）。")
    manifest = as_toml({**head.model_dump(), "sha256": _hashes(found)}).encode()
    data = _zipped({MANIFEST: manifest, **found})
    pack_of(data)
    return data


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "README.md")


def _short(error: FormError) -> str:
    return " ".join(str(error).split())[:120]


def _hashes(found: Mapping[str, bytes]) -> dict[str, str]:
    return {name: hashlib.sha256(found[name]).hexdigest() for name in sorted(found)}


def _zipped(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _too_large() -> UserError:
    return _refused(f"大きすぎます。{MOST_BYTES // 1_000_000} MB までです。")


def _refused(why: str, do: str = "") -> UserError:
    return UserError(
        "様式パックを読み込めませんでした。",
        why=why,
        do=do or "様式パックを作ったところに、もう一度もらってください。いまの様式は変わっていません。",
    )
