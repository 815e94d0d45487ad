# Sourced by bare-root.sh and bundle-root.sh, which set suite, folder, base and root: a bare Debian to try in.

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

in_root() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root PIP_CERT=/etc/machine-certificates.crt \
        PIP_DEFAULT_TIMEOUT="${PIP_DEFAULT_TIMEOUT:-60}" chroot "$root" "$@"
}
