#!/usr/bin/env python3
"""manifests.py BUILD URL: writes lambda-cc.rb, a formula for Homebrew, and lambda-cc.json, a manifest for Scoop, into the folder BUILD.
They have the names and the sums of the packages in BUILD/release-*, which people download from the folder URL."""

import glob
import hashlib
import json
import os
import re
import sys

SUMMARY = "C and C++ compiler and linker for Rust on AWS Lambda"

# brew's style: components in this order, two spaces. on_arm and on_intel choose the package.
FORMULA = """class LambdaCc < Formula
  desc "%(summary)s"
  homepage "%(url)s"
  version "%(version)s"
  license "Apache-2.0"

  depends_on "lld"
  depends_on "llvm"
  depends_on macos: :big_sur

  on_arm do
    url "%(url)s/%(arm)s"
    sha256 "%(arm_sum)s"
  end
  on_intel do
    url "%(url)s/%(intel)s"
    sha256 "%(intel_sum)s"
  end

  def install
    prefix.install Dir["*"]
  end

  def caveats
    <<~EOS
      Put the drop-in folder first on PATH before a build for AWS Lambda:
        export PATH="#{opt_libexec}/lambda-cc/drop-in:$PATH"
    EOS
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/lambda-cc --version")
  end
end
"""


def package(build, host, end):
    """The path of the only package for `host` with this end."""
    found = glob.glob(os.path.join(build, f"release-{host}", f"lambda-cc-*{end}"))
    if len(found) != 1:
        sys.exit(f"manifests.py: error: not one package for {host} in {build}/release-{host}\n>>> sh cmake/release.sh")
    return found[0]


def sum_of(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def main():
    build, url = sys.argv[1], sys.argv[2].rstrip("/")
    arm, intel = (package(build, f"macos-{machine}", ".tar.xz") for machine in ("arm64", "x86_64"))
    windows = package(build, "windows-x86_64", ".zip")
    version = re.fullmatch(r"lambda-cc-(.*)-windows-x86_64\.zip", os.path.basename(windows))[1]
    with open(os.path.join(build, "lambda-cc.rb"), "w", encoding="utf-8") as file:
        file.write(FORMULA % {
            "summary": SUMMARY, "url": url, "version": version, "arm": os.path.basename(arm), "arm_sum": sum_of(arm),
            "intel": os.path.basename(intel), "intel_sum": sum_of(intel)})
    manifest = {
        "version": version,
        "description": SUMMARY,
        "homepage": url,
        "license": "Apache-2.0",
        "notes": "Put $dir\\libexec\\lambda-cc\\drop-in first on PATH before a build for AWS Lambda.",
        "suggest": {"clang, ld.lld and llvm-ar": "llvm"},
        "architecture": {"64bit": {"url": f"{url}/{os.path.basename(windows)}", "hash": sum_of(windows)}},
        "extract_dir": f"lambda-cc-{version}-windows-x86_64",
        "env_add_path": "bin",
    }
    with open(os.path.join(build, "lambda-cc.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file, indent=4)
        file.write("\n")


if __name__ == "__main__":
    main()
