#!/bin/sh
# goreleaser.sh FOLDER: builds FOLDER/bin/goreleaser with the Go of build/callers. go.mod and go.sum of callers/Inputs/goreleaser pin it and its
# modules: 2.16.0, since a module of 2.17 and 2.18 can't be downloaded. Its own gRPC does not compile with Go 1.27, so a newer one is pinned.
# For that time the modules and Go's cache take 4 GB in FOLDER.
set -eu
[ $# = 1 ] || { echo "goreleaser.sh: error: wants a folder" >&2; exit 2; }
mkdir -p "$1"
folder=$(cd "$1" && pwd)
root=$(cd "$(dirname "$0")/.." && pwd)
pins=$root/test/callers/Inputs/goreleaser

if ! cmp -s "$pins/go.sum" "$folder/complete"; then
  rm -rf "$folder/bin" "$folder/modules"
  CGO_ENABLED=0 GOCACHE=$folder/cache GOFLAGS=-modcacherw GOMODCACHE=$folder/modules GOTOOLCHAIN=local "$root/build/callers/bin/go" build \
    -C "$pins" -mod=readonly -trimpath -ldflags='-s -w' -o "$folder/bin/goreleaser" github.com/goreleaser/goreleaser/v2
  rm -rf "$folder/cache" "$folder/modules"
  cp "$pins/go.sum" "$folder/complete" # the next call finds it
fi
