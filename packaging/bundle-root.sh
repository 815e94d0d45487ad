#!/bin/sh
# Try the .deb of packaging/build.sh in a bare Debian root without Python: install it with what it depends on,
# run the self-test and the main job as an ordinary user, measure the start, and remove it again.
#
#   sh packaging/bundle-root.sh [suite] [folder]     default: bookworm /tmp/bareroot; needs root, debootstrap
#
# Shares its empty root with bare-root.sh; the tried one stays as <folder>/bundle-<suite> until the next try.
# The only network is apt's, and only while the .deb's dependencies are installed.
set -eu
suite=${1:-bookworm}
folder=${2:-/tmp/bareroot}
base=$folder/base-$suite
root=$folder/bundle-$suite
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
out=$here/../build/out
. "$here/root-parts.sh"

worst=0
check() {
    title=$1
    shift
    code=0
    "$@" </dev/null >"$folder/bundle.log" 2>&1 || code=$?
    echo "== $title: exit $code"
    tail -n "${lines:-3}" "$folder/bundle.log"
    worst=$((code > worst ? code : worst))
}

# As a user who owns nothing but a home, without any network device.
as_user() {
    unshare --net chroot --userspec=1000:1000 "$root" \
        env -i PATH=/usr/bin:/bin HOME=/home/ward LC_ALL=C.UTF-8 "$@"
}

no_python() {
    ! find "$root/usr/bin" "$root/usr/local/bin" -name 'python*' | grep .
}

# Every library of every file is found, save those of plugins that Qt leaves aside when a desktop lacks them.
libraries() {
    in_root sh -c 'find /usr/lib/evacplan -type f \( -name "*.so*" -o -name evacplan \) |
        while read -r file; do ldd "$file" 2>/dev/null | sed -n "s|.*\(lib[^ ]*\) => not found|$file \1|p"; done' |
        grep -v 'libqgtk3.so lib' | tee "$folder/missing" | head
    [ ! -s "$folder/missing" ]
}

started() {
    begin=$(date +%s%N)
    as_user evacplan --version || return
    echo "$((($(date +%s%N) - begin) / 1000000)) ms"
}

trap unmount EXIT
unmount
[ -d "$base" ] || make_base
rm -rf --one-file-system "$root"
cp -a "$base" "$root"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
copy_network
mkdir -p "$root/home/ward" "$root/deb"
chown 1000:1000 "$root/home/ward"
cp "$out"/*.deb "$root/deb/"
in_root apt-get -qq update

lines=1 check "no Python before" no_python
check "install" in_root sh -c 'DEBIAN_FRONTEND=noninteractive apt-get -qq -y install /deb/*.deb'
touch "$root/deb"
lines=1 check "no Python after" no_python
lines=5 check "libraries" libraries
lines=14 check "self-test" as_user evacplan selftest
in_root sh -c 'apt-get -qq -y install --no-install-recommends xvfb xauth' >/dev/null 2>&1
lines=6 check "self-test with a window on X" as_user xvfb-run -a evacplan selftest --screen
lines=8 check "demo" as_user evacplan demo --out /home/ward/demo
lines=2 check "start, first" started
lines=2 check "start, second" started
lines=1 check "nothing written into the bundle" sh -c "! find '$root/usr/lib/evacplan' -newer '$root/deb' | grep ."
check "remove" in_root sh -c 'apt-get -qq -y purge evacplan && ! find / -xdev -path /home -prune -o -path /deb -prune -o -name "*evacplan*" -print | grep .'
exit "$worst"
