# debian.sh, to be sourced: Debian's packages from the mirror that this machine uses, with lists of our own: the machine's are not
# changed.

# own_apt COMMAND...: apt-get or apt-cache with the lists in $state.
own_apt() {
  tool=$1
  shift
  "$tool" -o Dir::Etc::SourceList="$state/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists="$state/lists" \
    -o Dir::State::status="$state/status" -o Dir::Cache="$state/cache" -o APT::Sandbox::User= -o Acquire::Languages=none \
    -o APT::Architecture="$architecture" -o APT::Architectures="$architecture" "$@"
}

# The places that this machine has lists of, each a URI and a suite. A new machine has none until its first update.
debian_places() {
  apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' 'Origin: Debian' "$@" 2>/dev/null | sort -u
}

# use_lists STATE ARCHITECTURE PLACE...: fetches lists for own_apt. A place is deb or deb-src, a URI and a suite.
use_lists() {
  state=$1 architecture=$2
  shift 2
  mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
  : >"$state/status"
  printf '%s main\n' "$@" | sed 's| | [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] |' >"$state/sources.list"
  own_apt apt-get --quiet=2 update >&2
}

# The mirror, without the places for security.
debian_mirror() { # STATE
  places=$(debian_places)
  if [ -z "$places" ]; then
    mkdir -p "$1/lists/partial"
    apt-get -o Dir::State::Lists="$1/lists" -o APT::Sandbox::User= -o Acquire::Languages=none --quiet=2 update >&2 || return 1
    places=$(debian_places -o Dir::State::Lists="$1/lists")
  fi
  echo "$places" | grep -v security | cut -d' ' -f1 | grep -m1 .
}
