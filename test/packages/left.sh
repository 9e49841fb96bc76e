#!/bin/sh
# left.sh: in a root, prints the path of each file that our package left after it was removed. Rust's folders with the names of the targets
# are not ours.
set -eu
find / -xdev '(' -name '*lambda-cc*' -o -name '*-unknown-linux-*' ')' ! -path '/packages*' ! -path '/target*' ! -path '/vendored*' \
  ! -path '/usr/lib/rustlib*' ! -path '/usr/lib/*/rustlib*'
