"""The packs of forms that a user keeps, and which of them is in use; the shipped forms are always there."""

from __future__ import annotations

import json
import logging
import os
import re
import secrets
import shutil
import tempfile
import tomllib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from evacplan.domain.errors import UserError
from evacplan.system.files import write_whole
from evacplan.ui.pack_ports import FormsLine, Offer

if TYPE_CHECKING:
    # Each of these takes a tenth of a second; the window for the passphrase is there before.
    from evacplan.form.form_changes import FormChange
    from evacplan.form.pack import Pack
    from evacplan.system.paths import ShippedPaths

log = logging.getLogger(__name__)
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")


class FormPacks:
    """folder: where packs are kept, None for the shipped forms alone.

    What is chosen takes effect at the next start: `forms` is the same folder from its first use on.
    """

    def __init__(self, shipped: ShippedPaths, folder: Path | None = None) -> None:
        self._shipped = shipped
        self._folder = folder
        self.trouble: UserError | None = None
        self._at_start = self._state()

    @cached_property
    def forms(self) -> Path:
        """The forms folder in use: the shipped one where the chosen pack is not what it was (trouble)."""
        state = self._at_start
        if self._folder is None or not state["chosen"]:
            return self._shipped.forms
        try:
            pack = self._kept_pack(state["chosen"])
            folder, digest = self._composed(pack)
            if digest != state["checked"]:
                self._check(folder)
                self._keep_state(pack.fingerprint, digest)
        except UserError as error:
            log.warning("the chosen pack of forms is not used")
            self.trouble = error
            return self._shipped.forms
        return folder

    @cached_property
    def in_use(self) -> FormsLine:
        """The forms in use."""
        is_pack = self.forms != self._shipped.forms
        return self._line(self._kept_pack(self._at_start["chosen"])) if is_pack else self.shipped

    @property
    def shipped(self) -> FormsLine:
        """The forms that came with the app."""
        head = tomllib.loads((self._shipped.forms / "form.toml").read_text(encoding="utf-8"))
        return FormsLine("", "", "", str(head["revision"]))

    @property
    def chosen(self) -> str:
        """The fingerprint of the pack that the next start uses, "" for the shipped forms."""
        return self._state()["chosen"]

    def kept(self) -> Sequence[FormsLine]:
        """The shipped forms and every pack that is kept, the newest first."""
        found: list[FormsLine] = []
        for path in sorted(self._folder.glob("*.zip")) if self._folder is not None else ():
            try:
                found.append(self._line(self._kept_pack(path.stem)))
            except UserError:
                log.warning("a kept pack of forms cannot be read")
        return [self.shipped, *sorted(found, key=lambda line: line.date, reverse=True)]

    def look(self, path: Path) -> Offer:
        """A pack in a file, checked like the shipped forms, and what it changes. Raises UserError."""
        from evacplan.exchange.pack_file import read_pack  # noqa: PLC0415  (the whole model)

        return self._offer(read_pack(path), path.read_bytes())

    def look_back(self, fingerprint: str) -> Offer:
        """A kept pack, or the shipped forms (""), and what going back to it changes. Raises UserError."""
        if not fingerprint:
            return Offer(self.shipped, self._changes(self._shipped.forms), b"")
        return self._offer(self._kept_pack(fingerprint), b"")

    def choose(self, offer: Offer) -> None:
        """Use these forms from the next start on, and keep their file. Raises UserError."""
        folder = self._place()
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if offer.data:
                write_whole(folder / f"{offer.line.fingerprint}.zip", offer.data)
            digest = (
                self._composed(self._kept_pack(offer.line.fingerprint))[1] if offer.line.fingerprint else ""
            )
            self._keep_state(offer.line.fingerprint, digest)
        except OSError as error:
            raise _not_kept() from error

    def _offer(self, pack: Pack, data: bytes) -> Offer:
        folder, _digest = self._composed(pack, aside=True)
        try:
            self._check(folder)
            return Offer(self._line(pack), self._changes(folder), data)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _changes(self, folder: Path) -> tuple[FormChange, ...]:
        from evacplan.form.edition import load_words  # noqa: PLC0415  (the words)
        from evacplan.form.form_changes import form_changes  # noqa: PLC0415  (the same)

        return form_changes(load_words(self.forms), load_words(folder), self.forms, folder)

    def _check(self, folder: Path) -> None:
        from evacplan.form_check import check_forms  # noqa: PLC0415  (ReportLab)

        check_forms(folder, self._shipped)

    def _composed(self, pack: Pack, *, aside: bool = False) -> tuple[Path, str]:
        """The forms folder with a pack over it, named by its content, and its digest. aside: to be dropped.

        Raises UserError.
        """
        from evacplan.form.pack import compose, digest  # noqa: PLC0415  (the same)
        from evacplan.form.toml_file import FormError  # noqa: PLC0415  (the form)
        from evacplan.form_check import does_not_fit  # noqa: PLC0415  (the same)

        place = self._place()
        try:
            files = compose(self._shipped.forms, pack)
        except FormError as error:
            raise does_not_fit(error) from error
        found = digest(files)
        folder = place / (f"aside-{secrets.token_hex(8)}" if aside else f"forms-{found[:16]}")
        try:
            if aside or _content(folder) != files:
                _put(folder, files)
        except OSError as error:
            raise _not_kept() from error
        return folder, found

    def _kept_pack(self, fingerprint: str) -> Pack:
        from evacplan.exchange.pack_file import read_pack  # noqa: PLC0415  (the whole model)

        found = read_pack(self._place() / f"{fingerprint}.zip")
        if found.fingerprint != fingerprint:
            raise UserError(
                "様式パックを使えません。",
                why="しまってあった様式パックのファイルが、読み込んだときと違います。",
                do="もとの様式で続けます。様式パックを、もう一度読み込んでください。",
            )
        return found

    def _line(self, pack: Pack) -> FormsLine:
        head = pack.head
        return FormsLine(pack.fingerprint, head.name, head.version, head.date.isoformat())

    def _state(self) -> dict[str, str]:
        nothing = {"chosen": "", "checked": ""}
        try:
            found = (
                json.loads((self._folder / "chosen.json").read_bytes()) if self._folder is not None else {}
            )
        except (OSError, ValueError):
            return nothing
        chosen = found.get("chosen", "") if isinstance(found, dict) else ""
        if not isinstance(chosen, str) or not _FINGERPRINT.fullmatch(chosen):
            return nothing
        return {"chosen": chosen, "checked": str(found.get("checked", ""))}

    def _keep_state(self, chosen: str, checked: str) -> None:
        data = json.dumps({"chosen": chosen, "checked": checked}).encode()
        write_whole(self._place() / "chosen.json", data)

    def _place(self) -> Path:
        if self._folder is None:
            raise UserError(
                "見本では、様式を替えられません。",
                why="見本のデータは、閉じると消えます。",
                do="ふだんの画面で読み込んでください。",
            )
        return self._folder


def write_pack(source: Path, target: Path, shipped: ShippedPaths) -> str:
    """Make the file of a pack, once it fits the app; returns its fingerprint. Raises UserError."""
    from evacplan.exchange.pack_file import made_pack  # noqa: PLC0415  (the whole model)

    data = made_pack(source)
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "pack.zip"
            path.write_bytes(data)
            found = FormPacks(shipped, Path(folder) / "packs").look(path)
        write_whole(target, data)
    except OSError as error:
        raise _not_kept() from error
    return found.line.fingerprint


def _content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, none when there is no folder."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _put(folder: Path, files: dict[str, bytes]) -> None:
    """Write a folder whole: what another copy of the app sees of it is complete."""
    part = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}")
    for name, data in files.items():
        target = part / name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        target.write_bytes(data)
    shutil.rmtree(folder, ignore_errors=True)
    os.replace(part, folder)


def _not_kept() -> UserError:
    return UserError(
        "様式パックをしまえませんでした。",
        why="保存先に書き込めないか、空きが足りません。",
        do="ディスクの空きを確かめて、もう一度読み込んでください。いまの様式は変わっていません。",
    )
