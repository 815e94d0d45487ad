"""The window: PySide6 lives here only."""

import ctypes
import sys


def _make_singletons_immortal() -> None:
    """Keep None, True and False alive for ever, as Python 3.12 and later do by themselves.

    WORKAROUND PySide6 6.12.0 on CPython 3.11: each call of a method that returns nothing gives one
    reference to None away, so that after some thousands of calls Python ends with "deallocating None"
    (https://docs.python.org/3.12/c-api/none.html: None is immortal only since 3.12).
    """
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        for one in (None, True, False):
            ctypes.c_ssize_t.from_address(id(one)).value += 1 << 40


_make_singletons_immortal()
