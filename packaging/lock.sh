#!/bin/sh
# Write run.lock, dev.lock and build.lock: every package with its version and the hashes of all its files.
#
#   sh packaging/lock.sh             take up what pyproject.toml changed, keep the other versions
#   sh packaging/lock.sh --upgrade   also move every package to its newest allowed version
#
# By hand only, on a developer's machine with uv (in any venv: pip install uv). run.lock holds what the
# app needs and the builder of pyproject.toml; dev.lock holds what the tests need on top of it, build.lock
# what packaging/build.sh needs on top of it.
# Valid for Linux and Windows, Python 3.11 to 3.14. The files name no index and no folder, so pip
# takes the packages from wherever it is set up to look, and the hashes prove them the same.
set -eu
cd "$(dirname -- "$0")/.."
command -v uv >/dev/null || { echo "uv is missing: pip install uv" >&2; exit 1; }

compile() {
    uv pip compile --quiet --universal --python-version 3.11 --only-binary :all: --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate \
        --custom-compile-command "sh packaging/lock.sh" "$@"
}

build=$(mktemp)
trap 'rm -f "$build"' EXIT
python3 -c 'import tomllib
print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' >"$build"
compile "$@" pyproject.toml "$build" -o packaging/run.lock

known=$(sed -n 's/^\([a-z0-9-]*\)==.*/--no-emit-package \1/p' packaging/run.lock)
for extra in dev build; do
    # shellcheck disable=SC2086  # one word per option is meant
    compile "$@" --extra $extra --constraint packaging/run.lock $known pyproject.toml -o packaging/$extra.lock
done
