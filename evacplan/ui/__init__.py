"""The window: PySide6 lives here only."""

import ctypes
import linecache
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


def _leave_sources_unread() -> None:
    """Keep PySide from reading, and keeping, the source of every module that is imported after it.

    WORKAROUND PySide6 6.12.0, shibokensupport/feature.py: it looks in all of them, those of libraries too,
    for "PySide6", so that a module can ask for snake_case names with `__feature__`; ours never do. That takes
    20 MB and a tenth of the start. Where there are no sources, as in a bundle, it ignores every module too.
    """
    import shiboken6  # noqa: F401, PLC0415  (brings that module along, before PySide6 itself looks around)

    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010  (unknown to type checkers)
        linecache.clearcache()


_make_singletons_immortal()
_leave_sources_unread()
