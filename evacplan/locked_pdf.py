"""A paper that opens only with a password, for sending by e-mail.

AES-256 as in ISO 32000-2, by pypdf with the ciphers of `cryptography`: both are well kept, and neither needs
a program beside Python. A locked paper is no PDF/A, which forbids locks, and no two are alike.
"""

from __future__ import annotations

import io
import secrets

from pypdf import PdfReader, PdfWriter

from evacplan.domain.errors import UserError

LEAST_SIGNS = 8


def locked(pdf: bytes, password: str) -> bytes:
    """The document encrypted with AES-256. Raises UserError for a password that is too short."""
    if len(password) < LEAST_SIGNS:
        raise UserError(
            "パスワードが短すぎます。",
            why="短いパスワードは、すぐに破られます。",
            do=f"{LEAST_SIGNS}文字以上にしてください。",
        )
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    owner = secrets.token_urlsafe(32)  # kept nowhere: nobody needs more rights than to read and print
    writer.encrypt(user_password=password, owner_password=owner, algorithm="AES-256")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
