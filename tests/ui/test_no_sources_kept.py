"""What PySide would keep of every module, were it let."""

import subprocess
import sys

ASKED = """
import evacplan.ui, evacplan.app, linecache
print([name for name in linecache.cache if not name.startswith("<")])
"""


def test_no_source_of_any_module_is_kept_in_memory() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
