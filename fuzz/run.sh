#!/bin/sh
# Runs a fuzz target for some seconds, with AddressSanitizer and UBSan:
#     fuzz/run.sh [bank|exam|canonical] [SECONDS]
# Ends with 0 when nothing was found; what was found lies in build-fuzz/found.
set -eu
cd "$(dirname "$0")/.."

target=${1-bank}
seconds=${2-600}
build="build-fuzz"

if [ ! -f "$build/build.ninja" ]; then
    CC=clang meson setup "$build" -Dfuzzers=true -Dtests=false \
        --buildtype=debugoptimized -Db_sanitize=address,undefined \
        -Db_lundef=false -Dc_args=-fsanitize=fuzzer-no-link
fi
ninja -C "$build" "fuzz/fuzz_$target"
mkdir -p "$build/found" "$build/corpus-$target"
dictionary=''
if [ "$target" != canonical ]; then
    dictionary='-dict=fuzz/yaml.dict'
fi
# shellcheck disable=SC2086 # no dictionary is no argument
"$build/fuzz/fuzz_$target" $dictionary -max_total_time="$seconds" \
    -artifact_prefix="$build/found/" "$build/corpus-$target" \
    "tests/corpus/$target"
