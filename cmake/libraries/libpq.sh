#!/bin/sh
# libpq.sh TRIPLE SOURCE BUILD PREFIX: libpq.a, whole: its own objects, and those of libpgcommon and libpgport that it uses.
set -eu
. "$(dirname "$0")/common.sh"
openssl=$prefix/../openssl
in_copy

# Debian's and Amazon Linux's servers listen there, not in upstream's /tmp.
sed -i 's|"/tmp"|"/var/run/postgresql"|' src/include/pg_config_manual.h

# BISON and FLEX make the server's parsers, but configure ends without them. The version of Bison is the fourth field of what it prints.
# shellcheck disable=SC2086
./configure $cross --prefix=/usr --sysconfdir=/etc --with-ssl=openssl --without-readline --without-icu --without-zlib \
  --with-system-tzdata=/usr/share/zoneinfo CC="$tool-gcc" AR="$tool-ar" CFLAGS="$flags" CPPFLAGS="-I$openssl/include" \
  LDFLAGS="-L$openssl/lib" LIBS="-lssl -lcrypto -ldl -lpthread" BISON="echo 1 2 3 3" FLEX=true
# The server prints it, and it has the build folder.
sed -i 's|^#define CONFIGURE_ARGS .*|#define CONFIGURE_ARGS ""|' src/include/pg_config.h

mkdir -p "$prefix/include/libpq" "$prefix/include/postgresql/server/catalog" "$prefix/lib"
cp src/interfaces/libpq/libpq-fe.h src/interfaces/libpq/libpq-events.h src/include/postgres_ext.h src/include/pg_config.h \
  src/include/pg_config_os.h src/include/pg_config_manual.h "$prefix/include"
cp src/include/libpq/libpq-fs.h "$prefix/include/libpq"
# The OIDs of types. CMake's FindPostgreSQL searches for pg_type.h.
make -s -C src/include/catalog generated-headers
cp src/include/catalog/genbki.h src/include/catalog/pg_type.h src/include/catalog/pg_type_d.h "$prefix/include/postgresql/server/catalog"

# A program may have an OpenSSL of its own, 3.0 or newer, such as the crate openssl-src's, which has no engines.
sed -i 's|\(#define OPENSSL_API_COMPAT\) .*|\1 0x30000000L\n#define OPENSSL_NO_ENGINE 1|' src/include/pg_config.h
perl src/backend/utils/generate-errcodes.pl --outfile src/include/utils/errcodes.h src/backend/utils/errcodes.txt
make="make -s -j$jobs NO_GENERATED_HEADERS=1 SHLIB_PREREQS="
$make -C src/common libpgcommon_shlib.a
$make -C src/port libpgport_shlib.a
$make -C src/interfaces/libpq libpq.a
awk '/^[^#]/ { print $1 }' src/interfaces/libpq/exports.txt >exports
one_object "$prefix/lib/libpq.a" src/interfaces/libpq/libpq.a src/common/libpgcommon_shlib.a src/port/libpgport_shlib.a
write_pc libpq "PostgreSQL's client library" pq
