#!/bin/sh
# Builds proctor with sanitizers and test hooks, runs all suites and ends with
# a line `N passed, N failed`.
#     ./test.sh                   everything
#     ./test.sh --yes             install missing packages without asking
#     ./test.sh --suite SUITE     one suite: unit layers, crash, e2e ...
#     ./test.sh --valgrind        the unit suites under valgrind instead
#     ./test.sh --clang           with clang instead of gcc
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
# shellcheck source=tools/setup.sh
. "$here/tools/setup.sh"

yes=0
build=$here/build-test
options='-Db_sanitize=address,undefined -Db_lundef=false'
arguments=''
while [ $# -gt 0 ]; do
    case $1 in
    --yes) yes=1 ;;
    --suite)
        arguments="$arguments --suite $2"
        shift
        ;;
    --valgrind)
        build=$here/build-valgrind
        options=''
        arguments="$arguments --setup valgrind"
        ;;
    --clang)
        build=$here/build-clang
        CC=clang
        export CC
        ;;
    *)
        echo "test.sh: unknown option '$1'" >&2
        exit 2
        ;;
    esac
    shift
done

need_build_tools
need_library cmocka cmocka
need_library vterm vterm
install_missing "$yes"
# shellcheck disable=SC2086 # words are meant to be split
configure "$build" --buildtype=debugoptimized -Dtest_hooks=true \
    -Dwerror=true $options
ninja -C "$build"
status=0
# shellcheck disable=SC2086
meson test -C "$build" --no-rebuild --print-errorlogs $arguments || status=$?
python3 tools/count_tests.py "$build/meson-logs" || status=1
exit "$status"
