"""Which of the files that PyInstaller finds go into the bundle: decided by name, so that it can be tested.

Qt comes as one big wheel; the app uses widgets, printing, PDF, D-Bus and SVG icons. Everything else of Qt is
left out, and on Linux every library of the machine that builds: the .deb names those as dependencies, so that
the bundle draws and prints with the fonts, drivers and input methods of the machine it runs on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]  # name in the bundle, source, kind: PyInstaller's own

QT_MODULES = frozenset({"Core", "DBus", "Gui", "Network", "Pdf", "PrintSupport", "Svg", "Widgets"})
# Not imported, but linked by the plugins below, which need no OpenGL: widgets are drawn without it. Qt6Pdf
# links Network; the module itself stays out.
QT_LINKED = frozenset({"XcbQpa", "WaylandClient", "WlShellIntegration"})
QT_PLUGINS = {
    "platforms": {"qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platformthemes": {"qgtk3", "qxdgdesktopportal"},
    "imageformats": {"qjpeg", "qgif", "qwebp", "qsvg", "qico"},
    "iconengines": {"qsvgicon"},
    "printsupport": {"cupsprintersupport", "windowsprintersupport"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"bradient", "adwaita"},
}
TRANSLATION = "qtbase_ja.qm"
# What Python itself was built with may differ from one Linux to the next; it is small and goes along.
OF_PYTHON = re.compile(r"lib(python3|crypto|ffi|z|lzma|bz2|uuid|expat|mpdec)\b")
OF_THE_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/", "/usr/local/lib/")
# zxcvbn, SQLAlchemy and pypdf bring what they can do; this is what the app never asks of them and of Pillow.
MODULES_LEFT_OUT = (
    *("tkinter", "test", "unittest", "lib2to3", "ensurepip", "idlelib", "turtledemo", "sqlite3"),
    *("pydoc_data", "xmlrpc", "readline", "multiprocessing"),
    *("_codecs_cn", "_codecs_hk", "_codecs_kr", "_codecs_tw"),
    *("setuptools", "pip", "pkg_resources", "_distutils_hack", "packaging"),
    "charset_normalizer",  # ReportLab asks it about files of unknown letters, which it is never given
    *("ssl", "_ssl", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick"),
    *("sqlalchemy.dialects.mssql", "sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle"),
    *("sqlalchemy.dialects.postgresql", "sqlalchemy.testing", "greenlet"),
    *(
        "PIL._avif",
        "PIL._imagingtk",
        "PIL.ImageTk",
        "PIL.ImageQt",
        "PIL._imagingft",
        "uharfbuzz._harfbuzz_test",
    ),
    *("phonenumbers.geodata", "phonenumbers.carrierdata", "phonenumbers.tzdata", "phonenumbers.geocoder"),
    *("phonenumbers.carrier", "phonenumbers.timezone", "rlPyCairo", "numpy", "IPython"),
)


def kept(entries: Iterable[Entry], platform: str) -> list[Entry]:
    """The entries that go into the bundle, in their order. platform: as sys.platform names it."""
    return [entry for entry in entries if is_wanted(entry[0], entry[1], platform)]


def is_wanted(name: str, source: str, platform: str) -> bool:
    """Whether a file goes into the bundle under this name."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    # PyInstaller links Qt's libraries once more, beside the program.
    if "PySide6" in parts or parts[-1].startswith("libQt6"):
        return _is_wanted_of_qt(parts)
    if platform == "linux" and source.startswith(OF_THE_SYSTEM):
        return len(parts) > 1 or bool(OF_PYTHON.match(parts[-1]))
    return True


def _is_wanted_of_qt(parts: tuple[str, ...]) -> bool:
    if "qml" in parts or "metatypes" in parts or "libexec" in parts or "pyside6qml" in parts[-1]:
        return False
    if "translations" in parts:
        return parts[-1] == TRANSLATION
    if "plugins" in parts:
        folder = parts[parts.index("plugins") + 1]
        return _stem(parts[-1]) in QT_PLUGINS.get(folder, ())
    if found := re.match(r"(?:lib)?Qt6([A-Za-z]+)\.(?:so|dll|dylib)", parts[-1]):
        return found[1] in QT_MODULES | QT_LINKED
    if found := re.match(r"Qt([A-Za-z0-9]+)\.(?:abi3\.so|pyd)", parts[-1]):
        return found[1] in QT_MODULES - {"Network"}
    return True


def _stem(name: str) -> str:
    """The name of a plugin on every system: libqxcb.so, qwindows.dll and libqcocoa.dylib."""
    return name.partition(".")[0].removeprefix("lib")
