#!/bin/sh
# openssl.sh TRIPLE SOURCE BUILD PREFIX: libcrypto and libssl with all assembly, the legacy provider inside, and certificates and openssl.cnf
# where both runtimes of Lambda have them.
set -eu
. "$(dirname "$0")/common.sh"
in_copy
# no-module: a static program can't load the legacy provider. no-async: musl has no makecontext.
libc_options=
case $triple in *-musl) libc_options=no-async ;; esac
# Printed by OpenSSL_version(OPENSSL_BUILT_ON): the day of the release.
SOURCE_DATE_EPOCH=$(date -u -d "$(sed -n 's/^RELEASE_DATE="\(.*\)"$/\1/p' VERSION.dat)" +%s)
export SOURCE_DATE_EPOCH
# Without -ffile-prefix-map: OPENSSL_CFLAGS has the flags, and all paths are relative here.
# shellcheck disable=SC2086
./Configure "linux-$arch" CC="$tool-gcc" AR="$tool-ar" RANLIB="$tool-ranlib" CFLAGS="-O2 -fPIC -ffunction-sections -fdata-sections -include mark.h" \
  --prefix=/usr --libdir=lib --openssldir=/etc/pki/tls no-shared no-module no-tests no-apps no-docs no-afalgeng no-padlockeng \
  enable-ec_nistp_64_gcc_128 $libc_options
make -j"$jobs" build_libs
mkdir -p "$prefix/include/openssl" "$prefix/lib"
cp include/openssl/*.h "$prefix/include/openssl"
cp libcrypto.a libssl.a "$prefix/lib"
write_pc libcrypto "OpenSSL cryptography library" crypto
write_pc libssl "Secure Sockets Layer and cryptography libraries" ssl crypto
write_pc openssl "Secure Sockets Layer and cryptography libraries and tools" ssl crypto
