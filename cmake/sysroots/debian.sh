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

# debian_places STATE: the places that this machine has lists of, each a URI and a suite. A new machine has none until its first
# update.
debian_places() {
  format='$(REPO_URI) $(RELEASE)'
  places=$(apt-get indextargets --format "$format" 'Created-By: Packages' 'Origin: Debian') || return 1
  if [ -z "$places" ]; then
    mkdir -p "$1/lists/partial"
    apt-get -o Dir::State::Lists="$1/lists" -o APT::Sandbox::User= -o Acquire::Languages=none --quiet=2 update >&2 || return 1
    places=$(apt-get -o Dir::State::Lists="$1/lists" indextargets --format "$format" 'Created-By: Packages' \
      'Origin: Debian')
  fi
  echo "$places" | sort -u
}

# use_lists STATE ARCHITECTURE PLACES: fetches lists for own_apt. A place is deb or deb-src, a URI and a suite, one a line.
use_lists() {
  state=$1 architecture=$2
  mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
  : >"$state/status"
  echo "$3" | sed 's| | [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] |; s|$| main|' >"$state/sources.list"
  own_apt apt-get --quiet=2 update >&2
}

debian_mirror() { # STATE
  debian_places "$1" | grep -v security | cut -d' ' -f1 | grep -m1 .
}
