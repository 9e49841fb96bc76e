# debian.sh, to be sourced: gets Debian's packages from the mirror that this machine uses. It has package lists of its own, and
# does not change the machine's.

# own_apt COMMAND...: runs apt-get or apt-cache with the lists in $state.
own_apt() {
  tool=$1
  shift
  "$tool" -o Dir::Etc::SourceList="$state/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::State::Lists="$state/lists" \
    -o Dir::State::status="$state/status" -o Dir::Cache="$state/cache" -o APT::Sandbox::User= -o Acquire::Languages=none \
    -o APT::Architecture="$architecture" -o APT::Architectures="$architecture" "$@"
}

# debian_places STATE: prints the places that this machine has lists of, each a URI and a suite. A new machine has no lists
# before its first update; then they are fetched into STATE.
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

# use_lists STATE ARCHITECTURE PLACES: fetches lists for own_apt. Each line of PLACES is deb or deb-src, a URI and a suite.
use_lists() {
  state=$1 architecture=$2
  mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
  : >"$state/status"
  echo "$3" | sed 's| | [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] |; s|$| main|' >"$state/sources.list"
  own_apt apt-get --quiet=2 update >&2
}

# debian_mirror STATE: prints the URI of the machine's Debian mirror.
debian_mirror() {
  debian_places "$1" | grep -v security | cut -d' ' -f1 | grep -m1 .
}
