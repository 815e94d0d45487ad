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

mounted() {
    sed -n "s|^[^ ]* \($root/[^ ]*\) .*|\1|p" /proc/mounts
}

unmount() {
    mounted | sort -r | while read -r place; do umount "$place"; done
    [ -z "$(mounted)" ]
}

# Folders of this machine that pip uses as indexes (file:// addresses and plain paths).
index_folders() {
    pip config list 2>/dev/null | grep -E "index-url|find-links" | grep -oE '/[^ '"'"']+' |
        sed 's|^/*|/|; s|/simple/*$||' | sort -u | while read -r place; do [ ! -d "$place" ] || echo "$place"; done
}

make_base() {
    mkdir -p "$folder"
    mirror=$(apt-get indextargets --format '$(REPO_URI)' | head -n 1)
    debootstrap --variant=minbase "$suite" "$base.new" "$mirror" >"$folder/debootstrap.log"
    mv "$base.new" "$base"
}

copy_network() {
    cp -L /etc/resolv.conf "$root/etc/"
    if [ "$suite" = "$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)" ]; then
        rm -f "$root/etc/apt/sources.list"
        cp /etc/apt/sources.list.d/*.sources "$root/etc/apt/sources.list.d/"
    fi
    grep -l Acquire:: /etc/apt/apt.conf.d/* | while read -r file; do cp "$file" "$root/etc/apt/apt.conf.d/"; done
    [ ! -e /etc/pip.conf ] || cp /etc/pip.conf "$root/etc/"
    # Not in its usual place, where installing ca-certificates would overwrite it.
    cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/machine-certificates.crt"
    for place in $(index_folders); do
        mkdir -p "$root$place"
        mount --bind "$place" "$root$place"
    done
}

copy_tree() {
    mkdir -p "$root$inside"
    cd "$source"
    git ls-files --cached --others --exclude-standard | while read -r file; do [ ! -e "$file" ] || echo "$file"; done |
        tar -cf - -T - | tar -xf - -C "$root$inside"
    cd /
}

in_root() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root PIP_CERT=/etc/machine-certificates.crt \
        PIP_DEFAULT_TIMEOUT="${PIP_DEFAULT_TIMEOUT:-60}" chroot "$root" "$@"
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
