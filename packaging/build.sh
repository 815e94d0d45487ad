#!/bin/sh
# Make the files that go to people on Linux, from the lock files: build/out/ with the .deb, the .tar.xz and
# SHA256SUMS.
#
#   sh packaging/build.sh            all of it, with the self-test of the bundle in between
#   sh packaging/build.sh --folder   only the folder build/dist/evacplan
#   LEVEL=1 sh packaging/build.sh    packed quickly and a quarter larger, to try it out
#
# Needs what run.sh needs, a Python with its shared library (Debian: libpython3-dev), strip, dpkg-deb and xz.
# Build on the oldest Linux that is to run it: the bundle needs at least that one's C library.
set -eu
ROOT=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$ROOT/packaging/setup.sh"
build=$ROOT/build
bundle=$build/dist/evacplan
python=$build/venv/bin/python
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$ROOT/pyproject.toml")
# The same sources give the same times in archives, and Python the same order in what it writes.
SOURCE_DATE_EPOCH=$(git -C "$ROOT" log -1 --format=%ct 2>/dev/null || date +%s)
export SOURCE_DATE_EPOCH PYTHONHASHSEED=1

# A venv of its own, with nothing in it but what the lock files name.
make_venv() {
    mark=$("$PYTHON" -V; cat "$ROOT/packaging/run.lock" "$ROOT/packaging/build.lock" | cksum)
    [ "$(cat "$build/venv/stamp" 2>/dev/null)" != "$mark" ] || return 0
    say "== venv"
    "$PYTHON" -m venv --clear "$build/venv"
    "$python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
        --requirement "$ROOT/packaging/run.lock" --requirement "$ROOT/packaging/build.lock"
    printf '%s\n' "$mark" >"$build/venv/stamp"
}

make_inputs() {
    say "== licences, hashes, icons"
    "$python" "$ROOT/packaging/licences.py" "$build/licences/licences.txt"
    "$python" "$ROOT/packaging/bundle/hashes.py" "$ROOT" forms resources >"$build/shipped.sha256"
    "$python" "$ROOT/packaging/bundle/icons.py" "$build/icons"
}

make_folder() {
    say "== PyInstaller, log build/pyinstaller.log"
    "$python" -m PyInstaller --noconfirm --clean --log-level WARN --distpath "$build/dist" \
        --workpath "$build/work" "$ROOT/packaging/bundle/evacplan.spec" 2>"$build/pyinstaller.log" ||
        { tail -n 20 "$build/pyinstaller.log" >&2; exit 1; }
    # Qt is stripped already, and the libraries beside Pillow were moved by a tool whose work strip undoes.
    find "$bundle" -type f \( -name '*.so' -o -name '*.so.*' \) ! -path '*/PySide6/*' ! -path '*/pillow.libs/*' \
        -exec strip --strip-unneeded {} +
}

check_folder() {
    say "== self-test"
    env -i HOME="$build" LC_ALL=C.UTF-8 "$bundle/evacplan" selftest
    du -sm "$bundle" | sed 's/\t.*/ MB unpacked/' >&2
}

pack() {
    say "== packing"
    rm -rf "$build/out"
    mkdir -p "$build/out"
    tar -C "$build/dist" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
        -cf - evacplan | xz -T0 "-${LEVEL:-6}" >"$build/out/evacplan-$version-linux-$(uname -m).tar.xz"
    sh "$ROOT/packaging/linux/deb.sh" "$bundle" "$build/icons" "$version" "$build/out"
    (cd "$build/out" && "$python" "$ROOT/packaging/bundle/hashes.py" . * >SHA256SUMS.new && mv SHA256SUMS.new SHA256SUMS)
    cat "$build/out/SHA256SUMS"
}

find_python || { say "Python 3.11 to 3.14 was not found."; exit 1; }
mkdir -p "$build"
make_venv
make_inputs
make_folder
check_folder
[ "${1:-}" = --folder ] || pack
