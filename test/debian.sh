# debian.sh, to be sourced: unpacks Debian's packages for tests, by cmake/sysroots/debian.sh.
. "$here/../cmake/sysroots/debian.sh"

# unpack_debian STATE MACHINE SUITE PACKAGE...: unpacks packages for a machine in $state/root. STATE keeps the lists meanwhile.
unpack_debian() {
  case $2 in x86_64) architecture=amd64 ;; aarch64) architecture=arm64 ;; esac
  command -v apt-get >/dev/null || return 1
  mirror=${mirror:-$(debian_mirror "$1/machine")} || return 1
  use_lists "$1/$3-$architecture" "$architecture" "deb $mirror $3" || return 1
  shift 3
  (cd "$state" && own_apt apt-get --quiet=2 download "$@" >&2) || return 1
  for package in "$state"/*.deb; do
    dpkg-deb -x "$package" "$state/root" || return 1
  done
}
