#!/bin/sh
# Try run.sh and test.sh in a bare Debian root, twice each, with nothing installed before.
#
#   sh packaging/bare-root.sh [suite] [folder]     default: bookworm /tmp/bareroot; needs root, debootstrap
#
# The root gets this working tree in a folder with a space in its name, and this machine's way to its
# mirrors: resolv.conf, apt sources, pip settings and certificates, folders that serve as pip indexes.
# The empty root is kept as <folder>/base-<suite>; the tried one as <folder>/try-<suite> until the next try.
set -eu
suite=${1:-bookworm}
folder=${2:-/tmp/bareroot}
base=$folder/base-$suite
root=$folder/try-$suite
source=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
inside="/home/evac plan"

. "$source/packaging/root-parts.sh"

copy_tree() {
    mkdir -p "$root$inside"
    cd "$source"
    git ls-files --cached --others --exclude-standard | while read -r file; do [ ! -e "$file" ] || echo "$file"; done |
        tar -cf - -T - | tar -xf - -C "$root$inside"
    cd /
}

try() {
    begin=$(date +%s)
    code=0
    in_root sh "$inside/packaging/$1" </dev/null >"$folder/$suite-$2.log" 2>&1 || code=$?
    echo "== $2: exit $code, $(($(date +%s) - begin)) s, log $folder/$suite-$2.log"
    tail -n 4 "$folder/$suite-$2.log"
    worst=$((code > worst ? code : worst))
}

trap unmount EXIT
unmount
[ -d "$base" ] || make_base
rm -rf --one-file-system "$root"
cp -a "$base" "$root"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
copy_network
copy_tree

worst=0
try run.sh run-first
try run.sh run-second
try test.sh test-first
try test.sh test-second
in_root ls -l "$inside/out/demo" || true
exit "$worst"
