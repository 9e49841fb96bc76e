#!/bin/sh
# build.sh TARGET...: in a root, the example for each target, with nothing but the drop-in folder on PATH, into /target.
# DROP_IN says which that is.
set -eu
cd /vendored/example/project
for target in "$@"; do
  set -- "$@" --target "$target"
  shift
done
PATH=$DROP_IN:$PATH CARGO_TARGET_DIR=/target cargo build --quiet --offline --locked "$@"
ls /target/*/*/fetch-page
