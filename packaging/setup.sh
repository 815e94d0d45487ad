# Sourced by run.sh and test.sh, which set ROOT. Gives prepare(), which leaves VENV_PYTHON.

# What Qt's xcb, wayland and offscreen platforms and its printing load from the system (ldd on the plugins).
QT_PACKAGES="libcups2 libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libgssapi-krb5-2
 libwayland-client0 libwayland-cursor0 libwayland-egl1 libx11-6 libx11-xcb1 libxcb-cursor0
 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0
 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxcb1
 libxkbcommon-x11-0 libxkbcommon0"

say() {
    printf '%s\n' "$@" >&2
}

# Set PYTHON to the first Python that the lock files fit.
find_python() {
    for candidate in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
        then
            PYTHON=$candidate
            return 0
        fi
    done
    return 1
}

# Print those of the named packages that are not installed. Newer releases call some of them <name>t64.
missing_packages() {
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p')
    for package in "$@"; do
        printf '%s\n' "$installed" | grep -qxF -e "$package" -e "${package}t64" || printf '%s ' "$package"
    done
}

# Print the packages that bring Python and its venv module, nothing when both are there.
python_packages() {
    if ! find_python; then
        echo python3 python3-venv
    elif ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
        "$PYTHON" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])'
    fi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        sudo "$@"
    else
        return 1
    fi
}

apt_install() {
    as_root apt-get -qq -o DPkg::Lock::Timeout=120 update &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=120 \
            install --no-install-recommends "$@" >/dev/null
}

# Install the system packages that are missing; where that is not possible, name them and go on.
system_packages() {
    command -v apt-get >/dev/null || return 0
    # shellcheck disable=SC2046,SC2086  # one word per package is meant
    missing="$(python_packages) $(missing_packages $QT_PACKAGES "$@")"
    [ -n "$(printf '%s' "$missing" | tr -d ' ')" ] || return 0
    say "システムのパッケージを入れます（管理者のパスワードを聞かれることがあります）: $missing" \
        "Installing system packages (may ask for the administrator's password)."
    # shellcheck disable=SC2086
    apt_install $missing || say \
        "入れられませんでした。管理者の権限、インターネットへの接続、ディスクの空きのどれかが足りません。" \
        "次のパッケージがないまま続けます: $missing" \
        "Could not install them (no administrator rights, no network or no space). Going on without them." \
        "To install them later:  sudo apt-get install $missing"
}

# prepare [--dev] [package ...]: system packages, then .venv; ends the script when that cannot work.
prepare() {
    dev=
    [ "${1:-}" != --dev ] || { dev=--dev; shift; }
    case $(locale charmap 2>/dev/null) in
    UTF-8) ;;
    *) export LC_ALL=C.UTF-8 ;; # Qt and Python would take Japanese file names for question marks
    esac
    unset PYTHONHOME PYTHONPATH
    system_packages "$@"
    find_python || {
        say "Python 3.11 以降（3.14 まで）が見つかりません。入れてから、もう一度実行してください。" \
            "Python 3.11 to 3.14 was not found. Install it (Debian 12, Ubuntu 24.04 or newer have it;" \
            "Ubuntu 22.04: sudo apt-get install python3.11 python3.11-venv) and run this again."
        exit 1
    }
    "$PYTHON" "$ROOT/packaging/prepare.py" $dev || exit 1
    VENV_PYTHON=$ROOT/.venv/bin/python
}
