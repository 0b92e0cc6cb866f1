#!/bin/sh
# Sourced by run.sh and test.sh: finds out what is missing to build proctor,
# names it, asks, and installs it by the system's package manager.
# Sets nothing but functions; POSIX sh.

# need_command NAME PACKAGE, need_library PKGCONFIG PACKAGE: remember what is
# missing. PACKAGE is a key of package_name().
missing=''

need_command() {
    command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}

need_library() {
    if ! command -v pkg-config >/dev/null 2>&1 ||
        ! pkg-config --exists "$1"; then
        missing="$missing $2"
    fi
}

package_manager() {
    for manager in apt-get dnf pacman zypper apk brew; do
        if command -v "$manager" >/dev/null 2>&1; then
            echo "$manager"
            return
        fi
    done
    echo none
}

# package_name MANAGER KEY: what the key is called there. Debian's names are
# tried on every change; the others are as their distributions list them.
package_name() {
    case $1:$2 in
    apt-get:compiler) echo build-essential ;;
    dnf:compiler | zypper:compiler) echo gcc ;;
    pacman:compiler) echo base-devel ;;
    apk:compiler) echo build-base ;;
    brew:compiler) ;;
    *:meson) echo meson ;;
    apt-get:ninja | dnf:ninja) echo ninja-build ;;
    *:ninja) echo ninja ;;
    dnf:pkgconf | pacman:pkgconf | apk:pkgconf | brew:pkgconf) echo pkgconf ;;
    *:pkgconf) echo pkg-config ;;
    apt-get:ncurses) echo libncurses-dev ;;
    dnf:ncurses | zypper:ncurses) echo ncurses-devel ;;
    apk:ncurses) echo ncurses-dev ;;
    *:ncurses) echo ncurses ;;
    apt-get:sqlite) echo libsqlite3-dev ;;
    dnf:sqlite) echo sqlite-devel ;;
    zypper:sqlite) echo sqlite3-devel ;;
    apk:sqlite) echo sqlite-dev ;;
    *:sqlite) echo sqlite ;;
    apt-get:yaml) echo libyaml-dev ;;
    dnf:yaml | zypper:yaml) echo libyaml-devel ;;
    apk:yaml) echo yaml-dev ;;
    *:yaml) echo libyaml ;;
    apt-get:nettle) echo nettle-dev ;;
    dnf:nettle) echo nettle-devel ;;
    zypper:nettle) echo libnettle-devel ;;
    apk:nettle) echo nettle-dev ;;
    *:nettle) echo nettle ;;
    apt-get:jansson) echo libjansson-dev ;;
    dnf:jansson) echo jansson-devel ;;
    zypper:jansson) echo libjansson-devel ;;
    apk:jansson) echo jansson-dev ;;
    *:jansson) echo jansson ;;
    apt-get:cmocka) echo libcmocka-dev ;;
    dnf:cmocka | zypper:cmocka) echo libcmocka-devel ;;
    apk:cmocka) echo cmocka-dev ;;
    *:cmocka) echo cmocka ;;
    apt-get:vterm) echo libvterm-dev ;;
    dnf:vterm | zypper:vterm) echo libvterm-devel ;;
    apk:vterm) echo libvterm-dev ;;
    *:vterm) echo libvterm ;;
    esac
}

install_command() {
    case $1 in
    apt-get) echo 'apt-get install -y' ;;
    dnf) echo 'dnf install -y' ;;
    pacman) echo 'pacman -S --needed --noconfirm' ;;
    zypper) echo 'zypper --non-interactive install' ;;
    apk) echo 'apk add' ;;
    brew) echo 'brew install' ;;
    esac
}

need_build_tools() {
    need_command cc compiler
    need_command meson meson
    need_command ninja ninja
    need_command pkg-config pkgconf
    need_library ncursesw ncurses
    need_library sqlite3 sqlite
    need_library yaml-0.1 yaml
    need_library nettle nettle
    need_library jansson jansson
}

# install_missing YES: asks unless YES is 1, then installs. Ends the script
# when something stays missing.
install_missing() {
    [ -n "$missing" ] || return 0
    manager=$(package_manager)
    packages=''
    for key in $missing; do
        packages="$packages $(package_name "$manager" "$key")"
    done
    if [ "$manager" = none ]; then
        echo "These are missing:$missing" >&2
        echo 'Install them with your package manager and start again.' >&2
        exit 3
    fi
    sudo=''
    if [ "$(id -u)" -ne 0 ] && [ "$manager" != brew ]; then
        sudo='sudo '
    fi
    echo "These packages are missing:$packages"
    echo "This installs them: $sudo$(install_command "$manager")$packages"
    if [ "$1" -ne 1 ]; then
        if [ ! -t 0 ]; then
            echo 'Start again with --yes to install them.' >&2
            exit 3
        fi
        printf 'Install them now? [y/N] '
        read -r answer
        case $answer in
        y | Y | yes) ;;
        *) exit 3 ;;
        esac
    fi
    if [ "$manager" = apt-get ]; then
        DEBIAN_FRONTEND=noninteractive
        export DEBIAN_FRONTEND
        $sudo apt-get update -qq || true
    fi
    # shellcheck disable=SC2046,SC2086 # words are meant to be split
    $sudo $(install_command "$manager") $packages >&2 || exit 3
    missing=''
}

# configure DIR OPTIONS...: sets the build directory up once.
configure() {
    directory=$1
    shift
    if [ ! -f "$directory/build.ninja" ]; then
        meson setup "$directory" "$@" >"$directory.log" 2>&1 || {
            cat "$directory.log" >&2
            rm -f "$directory.log"
            exit 3
        }
        rm -f "$directory.log"
    fi
}
