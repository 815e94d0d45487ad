#!/bin/sh
# Make the .deb of a bundle, without root: sh packaging/linux/deb.sh BUNDLE ICONS VERSION TARGET-FOLDER
#
# Installed: /usr/lib/evacplan (the bundle), /usr/bin/evacplan, menu entry, icons, kinds of files, licences.
# The caches of menus, icons and kinds of files are kept by the triggers of the packages that own them.
set -eu
bundle=$1 icons=$2 version=$3 target=$4
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
. "$here/../setup.sh"
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
chmod 755 "$tree"
umask 022

mkdir -p "$tree/DEBIAN" "$tree/usr/lib" "$tree/usr/bin" "$tree/usr/share/applications" \
    "$tree/usr/share/mime/packages" "$tree/usr/share/doc/evacplan" "$tree/usr/share/icons/hicolor/scalable/apps"
cp -a "$bundle" "$tree/usr/lib/evacplan"
ln -s ../lib/evacplan/evacplan "$tree/usr/bin/evacplan"
cp "$here/evacplan.desktop" "$tree/usr/share/applications/"
cp "$here/evacplan.xml" "$tree/usr/share/mime/packages/"
cp "$here/../../resources/icons/evacplan.svg" "$tree/usr/share/icons/hicolor/scalable/apps/"
cp "$bundle/_internal/resources/licences.txt" "$tree/usr/share/doc/evacplan/copyright"
for icon in "$icons"/*.png; do
    size=$(basename "$icon" .png)
    folder=$tree/usr/share/icons/hicolor/${size}x$size/apps
    mkdir -p "$folder"
    cp "$icon" "$folder/evacplan.png"
done
find "$tree" -type d -exec chmod 755 {} +
find "$tree" -type f -exec chmod go+rX,go-w {} +

# The newest version of the C library that any file asks for.
libc=$(find "$bundle" -type f \( -name '*.so*' -o -name evacplan \) -exec grep -aohE 'GLIBC_2\.[0-9]+' {} + |
    sort -uV | tail -n 1)
# shellcheck disable=SC2086  # one word per package is meant
needs="libc6 (>= ${libc#GLIBC_}), libstdc++6, $(printf '%s, ' $QT_PACKAGES | sed 's/, $//')"
cat >"$tree/DEBIAN/control" <<END
Package: evacplan
Version: $version
Architecture: $(dpkg --print-architecture)
Maintainer: evacplan
Section: misc
Priority: optional
Installed-Size: $(du -sk "$tree/usr" | cut -f 1)
Depends: $needs
Recommends: desktop-file-utils, shared-mime-info, hicolor-icon-theme
Description: evacuation plans for children with medical devices at home
 An offline app in which a care coordinator writes the individual evacuation
 plan of a child on a home ventilator together with the family, and prints it
 for the family, the municipality and the receiving hospital. Everything stays
 on the laptop, encrypted. The app never uses a network.
 .
 医療的ケア児の個別避難計画を、家族といっしょに書いて印刷する道具です。
END
(cd "$tree" && find usr -type f -exec md5sum {} + | sort -k 2 >DEBIAN/md5sums)
dpkg-deb --root-owner-group -Zxz "-z${LEVEL:-6}" --build "$tree" "$target/evacplan_${version}_$(dpkg --print-architecture).deb"
