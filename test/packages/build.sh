#!/bin/sh
# build.sh TARGET...: in a root, builds the example for each target into /target, with only the drop-in folder (DROP_IN) on PATH.
set -eu
cd /vendored/example/project
for target in "$@"; do
  set -- "$@" --target "$target"
  shift
done
PATH=$DROP_IN:$PATH CARGO_TARGET_DIR=/target cargo build --quiet --offline --locked "$@"
ls /target/*/*/fetch-page
