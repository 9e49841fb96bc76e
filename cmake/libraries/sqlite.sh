#!/bin/sh
# sqlite.sh TRIPLE SOURCE BUILD PREFIX: with the features of Debian's library, the mathematical functions, and what libsqlite3-sys enables
# in its own copy.
set -eu
. "$(dirname "$0")/common.sh"
in_copy
features="-DSQLITE_THREADSAFE=1 -DSQLITE_USE_URI=1 -DSQLITE_SOUNDEX=1 -DSQLITE_ALLOW_ROWID_IN_VIEW -DSQLITE_LIKE_DOESNT_MATCH_BLOBS
  -DSQLITE_STRICT_SUBTYPE=1 -DSQLITE_MAX_VARIABLE_NUMBER=250000 -DSQLITE_MAX_SCHEMA_RETRY=25"
for feature in API_ARMOR COLUMN_METADATA DBPAGE_VTAB DBSTAT_VTAB FTS3 FTS3_PARENTHESIS FTS4 FTS5 GEOPOLY JSON1 LOAD_EXTENSION MATH_FUNCTIONS \
  MEMORY_MANAGEMENT PREUPDATE_HOOK RTREE SESSION STAT4 STMTVTAB UNLOCK_NOTIFY UPDATE_DELETE_LIMIT; do
  features="$features -DSQLITE_ENABLE_$feature"
done
# Functions that both libcs have at the lowest ceiling. SQLite's own configure checks them for its programs.
for name in FDATASYNC GMTIME_R ISNAN LOCALTIME_R NANOSLEEP USLEEP; do
  features="$features -DHAVE_$name=1"
done
# The parser depends on the features, too, and configure takes them from CFLAGS.
# shellcheck disable=SC2086
./configure $cross CC="$tool-gcc" AR="$tool-ar" RANLIB="$tool-ranlib" CFLAGS="$flags $(echo $features)" --disable-shared --disable-tcl \
  --disable-readline
make BCC="$host_cc" sqlite3.c sqlite3.h
# shellcheck disable=SC2086
"$tool-gcc" $flags $features -pthread -c sqlite3.c -o sqlite3.o
mkdir -p "$prefix/include" "$prefix/lib"
"$tool-ar" rcs "$prefix/lib/libsqlite3.a" sqlite3.o
cp sqlite3.h src/sqlite3ext.h "$prefix/include"
write_pc sqlite3 "SQL database engine" sqlite3
