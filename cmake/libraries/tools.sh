#!/bin/sh
# tools.sh LAMBDA_CC SYSROOTS CALLERS PREFIX: makes PREFIX an installation of LAMBDA_CC with SYSROOTS and the toolchain files in CALLERS, and
# without libraries: what is built with it finds no library that is not named.
set -eu
lambda_cc=$1 sysroots=$2 callers=$3 prefix=$4
mkdir -p "$prefix/bin" "$prefix/share/lambda-cc"
# A copy: through a link it would search the sysroots beside the link's target.
cmp -s "$lambda_cc" "$prefix/bin/lambda-cc" ||
  { cp "$lambda_cc" "$prefix/bin/lambda-cc.part" && mv "$prefix/bin/lambda-cc.part" "$prefix/bin/lambda-cc"; }
for name in $("$lambda_cc" names); do
  [ -e "$prefix/bin/$name" ] || ln -sf lambda-cc "$prefix/bin/$name"
done
ln -sfn "$sysroots" "$prefix/share/lambda-cc/sysroots"
cp -R "$callers/." "$prefix/share/lambda-cc"
