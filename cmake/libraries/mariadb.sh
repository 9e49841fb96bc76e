#!/bin/sh
# mariadb.sh TRIPLE SOURCE BUILD PREFIX: MariaDB Connector/C, as libmariadb.a and libmysqlclient.a. All of its authentication plugins but
# that of Kerberos are inside: a static program can't load one.
set -eu
. "$(dirname "$0")/common.sh"
source=$source/libmariadb # of the server's source
# The toolchain file takes the compiler from this variable, if it is there: for glibc, that of the lowest ceiling.
case $triple in *-gnu) export "CC_$(echo "$triple" | tr - _)=$tool-gcc" ;; esac
plugins=
for plugin in CACHING_SHA2_PASSWORD CLIENT_ED25519 DIALOG MYSQL_CLEAR_PASSWORD SHA256_PASSWORD; do
  plugins="$plugins -DCLIENT_PLUGIN_$plugin=STATIC"
done
# OPENSSL_API_COMPAT: no call that OpenSSL 3 deprecated. A program may have an OpenSSL of its own, 3.0 or newer.
# The paths are those of Debian's package. No gssapi, curl and zstd: each needs another library.
# shellcheck disable=SC2086
cmake -S "$source" -B . -DCMAKE_TOOLCHAIN_FILE="$(dirname "$(command -v lambda-cc)")/../share/lambda-cc/cmake/$triple.cmake" \
  -DCMAKE_BUILD_TYPE=Release -DCMAKE_C_FLAGS="$flags -DOPENSSL_API_COMPAT=0x30000000L" -DCMAKE_C_FLAGS_RELEASE= \
  -DCMAKE_INSTALL_PREFIX=/usr -DINSTALL_PLUGINDIR=lib/mysql/plugin -DMARIADB_UNIX_ADDR=/run/mysqld/mysqld.sock \
  -DOPENSSL_ROOT_DIR="$prefix/../openssl" -DOPENSSL_USE_STATIC_LIBS=ON -DWITH_SSL=OPENSSL -DZLIB_ROOT="$prefix/../zlib" \
  -DWITH_EXTERNAL_ZLIB=ON -DWITH_CURL=OFF -DWITH_UNIT_TESTS=OFF -DCMAKE_COMPILE_WARNING_AS_ERROR=OFF \
  $plugins -DCLIENT_PLUGIN_AUTH_GSSAPI_CLIENT=OFF -DCLIENT_PLUGIN_REMOTE_IO=OFF -DCLIENT_PLUGIN_ZSTD=OFF
make -j"$jobs" mariadbclient
# The version script of the shared library has the names.
sed -n 's/^ *\([a-z0-9_]*\);$/\1/p' libmariadb/mariadbclient.def | sort -u >exports
one_object "$prefix/lib/libmariadb.a" libmariadb/libmariadbclient.a
cp "$prefix/lib/libmariadb.a" "$prefix/lib/libmysqlclient.a"
DESTDIR=$build/installed cmake -P include/cmake_install.cmake
mkdir -p "$prefix/include"
cp -R installed/usr/include/mariadb "$prefix/include/mariadb"
cp -R installed/usr/include/mariadb "$prefix/include/mysql"
for pc in libmariadb mariadb mysqlclient; do
  name=mariadb
  [ $pc != mysqlclient ] || name=mysqlclient
  write_pc $pc "MariaDB Connector/C" $name
  sed -i 's|^Cflags:.*|& -I${includedir}/mysql|' "$prefix/../pkgconfig/$pc.pc"
done
