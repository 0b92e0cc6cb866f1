#!/bin/sh
# Builds proctor and opens it. Arguments go to the program:
#     ./run.sh                    build what is needed, open the program
#     ./run.sh exams              any command of the program
#     ./run.sh --yes              install missing packages without asking
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
# shellcheck source=tools/setup.sh
. "$here/tools/setup.sh"

yes=0
if [ "${1-}" = --yes ]; then
    yes=1
    shift
fi

build=$here/build
program=$build/src/cli/proctor

need_build_tools
install_missing "$yes"
configure "$build" --buildtype=release -Dtests=false
if [ -x "$program" ]; then
    ninja -C "$build" >"$build/run.log" 2>&1 || {
        cat "$build/run.log" >&2
        exit 3
    }
else
    echo 'Building proctor (once, less than a minute) ...'
    ninja -C "$build"
fi

# The questions of this tree, unless others are named.
PROCTOR_DATA=${PROCTOR_DATA-$here/questions}
export PROCTOR_DATA
exec "$program" "$@"
