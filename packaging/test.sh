#!/bin/sh
# Set up everything and run all checks: ruff, mypy, then pytest without a display.
#
#   sh packaging/test.sh [pytest options]    from any folder; quick to start the second time
#
# pytest runs in one process for each processor; -n 0 runs it in one, as --pdb and -s need it.
# Exit code 0 only when every check passed. The last line printed is pytest's closing line.
set -eu
ROOT=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$ROOT/packaging/setup.sh"

prepare --dev poppler-utils dbus-daemon
cd "$ROOT"
export QT_QPA_PLATFORM=offscreen
# Dozens of tests start the app anew: each would compile it anew.
unset PYTHONDONTWRITEBYTECODE
unset DISPLAY WAYLAND_DISPLAY
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM
[ -d "${XDG_RUNTIME_DIR:-}" ] || export XDG_RUNTIME_DIR="$scratch"

failed=
check() {
    say "== $*"
    "$VENV_PYTHON" -m "$@" || failed="$failed「$*」"
}

# Each process goes through neighbouring tests, so that what a file shares is made once.
processors=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || echo 1)
set -- -n "$processors" --dist worksteal "$@"

check ruff check .
check ruff format --check .
check mypy
say "== pytest $*"
{ "$VENV_PYTHON" -m pytest "$@" && : >"$scratch/passed"; } 2>&1 | tee "$scratch/pytest.log"
[ -e "$scratch/passed" ] || failed="$failed「pytest」"

[ -z "$failed" ] || say "通らなかった検査 / checks that failed: $failed"
closing=$(grep -E '^=* ?(no tests ran|[0-9]+ [a-z]+(, [0-9]+ [a-z]+)*) in [0-9.]+s' "$scratch/pytest.log" | tail -n 1)
[ -n "$closing" ] || closing="pytest: no closing line"
# Printed again only when something came after it.
[ -z "$failed" ] && [ "$(tail -n 1 "$scratch/pytest.log")" = "$closing" ] || printf '%s\n' "$closing"
[ -z "$failed" ]
