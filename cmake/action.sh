#!/usr/bin/env bash
# action.sh: installs a package of lambda-cc on a runner of GitHub's, and configures the steps that follow. action.yml calls it, and describes
# VERSION, URL, SHA256, TARGETS and GLIBC. The runner sets RUNNER_OS, RUNNER_ARCH, RUNNER_TEMP and RUNNER_TOOL_CACHE.
#
# macOS and Windows run it, too: by bash 3.2, without sha256sum, by Git's bash.
set -euo pipefail

die() { # HEADLINE ADVICE: a command of the runner shows it with the job. %0A is the end of a line.
  echo "::error title=lambda-cc::$1%0A>>> $2"
  exit 1
}

[[ $VERSION =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || die "the input version is '$VERSION'" "write it as 0.1.0, the version in the package's name"
[[ $GLIBC =~ ^(2\.[0-9]+)?$ ]] || die "the input glibc is '$GLIBC'" "write it as 2.17, or leave it out"
SHA256=$(echo $SHA256) # one line
for sum in $SHA256 none; do
  [[ $sum =~ ^([0-9a-f]{64}|none)$ ]] || die "the input sha256 has '$sum'" "write 64 hexadecimal digits, as sha256sum does"
done

name=lambda-cc-$VERSION
case $RUNNER_OS-$RUNNER_ARCH in
  Linux-X64) package=$name-x86_64.tar.xz ;;
  Linux-ARM64) package=$name-aarch64.tar.xz ;;
  macOS-ARM64) package=$name-macos-arm64.tar.xz ;;
  macOS-X64) package=$name-macos-x86_64.tar.xz ;;
  Windows-X64) package=$name-windows-x86_64.zip ;;
  *) die "lambda-cc has no package for $RUNNER_OS on $RUNNER_ARCH" "use Linux, macOS or Windows on x86_64, or Linux or macOS on arm64" ;;
esac

# By standard input: sha256sum marks a name that has a backslash, as those of Windows do.
sum_of() { { sha256sum <"$1" 2>/dev/null || shasum -a 256 <"$1"; } | cut -d ' ' -f 1; }

# A runner of one's own keeps the folder from job to job. It has the sum of its package.
folder=$RUNNER_TOOL_CACHE/lambda-cc/$VERSION/$RUNNER_ARCH
if ! [[ -e $folder/sha256 && " $SHA256 " == *" $(cat "$folder/sha256") "* ]]; then
  part=$(mktemp -d "$RUNNER_TEMP/lambda-cc.XXXXXX")
  trap 'rm -rf "$part"' EXIT
  curl --fail --silent --show-error --location --retry 3 --output "$part/$package" "${URL%/}/$package" ||
    die "$package can't be downloaded" "curl prints why: check the inputs url and version"
  sum=$(sum_of "$part/$package")
  [[ " $SHA256 " == *" $sum "* ]] || die "$package has another checksum than the input sha256" "it has $sum"
  case $package in
    *.zip) unzip -q "$part/$package" -d "$part" ;;
    *) tar -xJf "$part/$package" -C "$part" ;;
  esac
  rm "$part/$package"
  mv "$part"/lambda-cc-* "$part/whole"
  echo "$sum" >"$part/whole/sha256"
  rm -rf "$folder"
  mkdir -p "$(dirname "$folder")"
  mv "$part/whole" "$folder"
fi

options=()
for target in $TARGETS; do
  options+=(--target "$target")
  # Go and others need no std.
  ! command -v rustup >/dev/null || rustup target add "${target%%.*}"
done
[ -z "$GLIBC" ] || export LAMBDA_CC_GLIBC=$GLIBC
"$folder/bin/lambda-cc" env --format github ${options[@]+"${options[@]}"}
[ -z "$GLIBC" ] || echo "LAMBDA_CC_GLIBC=$GLIBC" >>"$GITHUB_ENV"
echo "path=$folder" >>"$GITHUB_OUTPUT"
