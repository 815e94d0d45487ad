#!/bin/sh
# Set up everything on a bare Debian 12, Ubuntu 24.04 or newer and start evacplan with a sample plan.
#
#   sh packaging/run.sh                    from any folder; quick the second time
#   sh packaging/run.sh check PLAN.json    any other evacplan command after the same setup
#
# Without a display the sample's three editions are written to out/demo instead.
set -eu
ROOT=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$ROOT/packaging/setup.sh"

prepare
if [ $# -gt 0 ]; then
    exec "$VENV_PYTHON" "$ROOT/main.py" "$@"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$VENV_PYTHON" "$ROOT/main.py" --sample
fi
say "画面（ディスプレイ）がないので、見本の計画の3種類のPDFを $ROOT/out/demo に書き出します。" \
    "There is no display: writing the three PDFs of the sample plans to $ROOT/out/demo instead."
exec "$VENV_PYTHON" "$ROOT/main.py" demo --out "$ROOT/out/demo"
