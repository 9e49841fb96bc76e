#!/bin/sh
# wine.sh STATE PATH COMMAND...: runs a program of Windows. STATE is the folder for wine's own files, which all tests share; the first call
# makes it. The folders of PATH, which is a list with colons as on Linux, come before those of Windows. Variables pass to the program.
#
# A start of wine takes seconds where its services have ended. So they go on for a minute after the last program.
set -eu
WINEPREFIX=$1 path=$2
shift 2
# wine prints messages of its own among those of the program. Its .NET and its browser offer a download.
export WINEPREFIX WINEDEBUG=-all WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe="
wine=/usr/lib/wine/wine64

mkdir -p "$WINEPREFIX"
make_state() (
  flock 9
  [ ! -e "$WINEPREFIX/complete" ] || exit 0
  /usr/lib/wine/wineserver64 -p60
  "$wine" wineboot -i
  "$wine" winecfg -v win10 # wine's own default is Windows 7
  "$wine" reg add 'HKCU\Software\Wine\Drivers' /v Graphics /d null /f # there is no screen
  touch "$WINEPREFIX/complete"
) >"$WINEPREFIX.log" 2>&1 9>"$WINEPREFIX.lock"

[ -e "$WINEPREFIX/complete" ] || make_state || { cat "$WINEPREFIX.log" >&2; exit 1; }
# The first program starts the services, which keep its standard streams open: not those that a test waits for. The server fails if it runs.
! /usr/lib/wine/wineserver64 -p60 >/dev/null 2>&1 </dev/null || "$wine" wineboot >/dev/null 2>&1 </dev/null

# wine reads the folders before those of Windows from this variable. Z: is the root of the machine.
[ -z "$path" ] || export WINEPATH="Z:$(echo "$path" | sed 's/:/;Z:/g; s/\//\\/g')"
exec "$wine" "$@"
