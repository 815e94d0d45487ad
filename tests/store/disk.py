"""A disk between SQLite and the real one: it notes every write and sync, and can fail when told to.

SQLite reaches files through a table of functions (a VFS) that can be exchanged. sqlcipher3 has no
Python interface for that, but on Linux and macOS its library shows SQLite's own, which ctypes can call.
The disk passes everything on to SQLite's usual VFS, so what runs is the real store on real files.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import POINTER, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from sqlcipher3 import _sqlite3 as library

FULL, WRITE_ERROR, SYNC_ERROR = 13, 778, 1034

_Open = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int))
_Close = ctypes.CFUNCTYPE(c_int, c_void_p)
_Write = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_Truncate = ctypes.CFUNCTYPE(c_int, c_void_p, c_int64)
_Sync = ctypes.CFUNCTYPE(c_int, c_void_p, c_int)


class _Methods(ctypes.Structure):
    """sqlite3_io_methods, as far as it is replaced, and the rest as it is."""

    _fields_ = (
        ("version", c_int),
        ("close", _Close),
        ("read", c_void_p),
        ("write", _Write),
        ("truncate", _Truncate),
        ("sync", _Sync),
        ("others", c_void_p * 13),
    )


class _Vfs(ctypes.Structure):
    """sqlite3_vfs, as far as it is replaced, and the rest as it is."""

    _fields_ = (
        ("version", c_int),
        ("file_bytes", c_int),
        ("longest_name", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", _Open),
        ("others", c_void_p * 15),
    )


@dataclass(frozen=True)
class Write:
    """Bytes at a place of a file."""

    file: str
    place: int
    data: bytes


@dataclass(frozen=True)
class Truncate:
    """A file cut to this length."""

    file: str
    length: int


@dataclass(frozen=True)
class Sync:
    """All that was done to a file before is on the platters."""

    file: str


Operation = Write | Truncate | Sync


def is_possible() -> bool:
    """Whether SQLite's functions can be reached here."""
    return hasattr(_library(), "sqlite3_vfs_register")


def _library() -> ctypes.CDLL:
    return ctypes.CDLL(library.__file__)


class Disk:
    """The disk of every connection opened within the `with` block.

    done: what was done, in order. Files are called by their full path. fail: asked before each
    operation; what it returns is SQLite's error code, and 0 lets the operation pass.
    """

    def __init__(self) -> None:
        self.done: list[Operation] = []
        self.fail: Callable[[Operation], int] = lambda _: 0
        self._names: dict[int, str] = {}
        self._replaced: dict[int, _Methods] = {}
        self._library = _library()
        self._library.sqlite3_vfs_find.restype = POINTER(_Vfs)
        self._library.sqlite3_vfs_find.argtypes = [c_char_p]
        self._library.sqlite3_vfs_register.argtypes = [POINTER(_Vfs), c_int]
        self._library.sqlite3_vfs_unregister.argtypes = [POINTER(_Vfs)]
        self._real = self._library.sqlite3_vfs_find(None)
        # ctypes frees a callback that nothing refers to.
        self._open = _Open(self._opened)
        self._vfs = _Vfs()
        ctypes.memmove(ctypes.byref(self._vfs), self._real, ctypes.sizeof(_Vfs))
        self._vfs.name = b"noting"
        self._vfs.open = self._open

    def __enter__(self) -> Self:
        self._library.sqlite3_vfs_register(ctypes.byref(self._vfs), 1)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._library.sqlite3_vfs_unregister(ctypes.byref(self._vfs))
        self._library.sqlite3_vfs_register(self._real, 1)

    def _opened(self, _vfs: int, name: int | None, file: int, flags: int, out: object) -> int:
        result: int = self._real.contents.open(ctypes.addressof(self._real.contents), name, file, flags, out)
        methods = c_void_p.from_address(file)
        if result == 0 and name is not None and methods.value is not None:
            # The name is kept by SQLite as long as the file is open.
            self._names[file] = ctypes.string_at(name).decode()
            methods.value = ctypes.addressof(self._methods(methods.value))
        return result

    def _methods(self, real_address: int) -> _Methods:
        if real_address not in self._replaced:
            real = _Methods.from_address(real_address)
            ours = _Methods()
            ctypes.memmove(ctypes.byref(ours), ctypes.byref(real), ctypes.sizeof(_Methods))
            self._replace(ours, real)
            self._replaced[real_address] = ours
        return self._replaced[real_address]

    def _replace(self, ours: _Methods, real: _Methods) -> None:
        def write(file: int, data: int, length: int, place: int) -> int:
            operation = Write(self._names[file], place, ctypes.string_at(data, length))
            return self._pass(operation, lambda: real.write(file, data, length, place))

        def truncate(file: int, length: int) -> int:
            return self._pass(Truncate(self._names[file], length), lambda: real.truncate(file, length))

        def sync(file: int, flags: int) -> int:
            return self._pass(Sync(self._names[file]), lambda: real.sync(file, flags))

        def close(file: int) -> int:
            self._names.pop(file, None)
            return int(real.close(file))

        ours.write, ours.truncate, ours.sync, ours.close = (
            _Write(write),
            _Truncate(truncate),
            _Sync(sync),
            _Close(close),
        )

    def _pass(self, operation: Operation, go_on: Callable[[], object]) -> int:
        code = self.fail(operation)
        if code:
            return code
        result = int(str(go_on()))
        if result == 0:
            self.done.append(operation)
        return result
