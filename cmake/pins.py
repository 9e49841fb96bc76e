#!/usr/bin/env python3
"""pins.py: prints each pin of cmake/*/sources.txt: its newest version in Debian's suites, and the security fixes that it lacks.

The fixes are the CVEs that debian/changelog names in the entries after the pinned version. Those that have a patch in
cmake/*/patches are marked. The package lists come from the machine's Debian mirror, as those of fetch.sh do (sysroots/debian.sh).
"""

import argparse
import functools
import glob
import os
import re
import subprocess
import sys
import tarfile
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SUITES = ["stable", "stable-security", "testing", "sid"]
MOST_ROWS, MOST_CVES = 12, 8  # linux has hundreds


class Failed(Exception):
    """One headline, and lines of evidence and advice."""


def debian(command, *args, folder=None):
    """Runs a shell command that may use the functions of debian.sh, and returns its result."""
    return subprocess.run(["sh", "-c", f'. "$0"; {command}', os.path.join(HERE, "sysroots", "debian.sh"), *args], cwd=folder, check=False,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True)


class Suite:
    """The source packages of a suite, with package lists of its own in the folder `state`."""

    def __init__(self, name, uri, state):
        self.name, self.state = name, state
        lists = debian('use_lists "$@"', state, "amd64", f"deb-src {uri} {name}")
        # apt-get update may succeed without a network. Then there are no lists.
        if lists.returncode or not glob.glob(os.path.join(glob.escape(state), "lists", "*_Sources*")):
            raise Failed(f"the package lists of Debian's {name} can't be fetched", f"from {uri}", *lists.stderr.splitlines()[-1:])

    def apt(self, *args, folder=None):
        return debian('state=$1 architecture=amd64; shift; own_apt "$@"', self.state, *args, folder=folder)

    def newest(self, package):
        """The newest version of a source package, or None."""
        versions, of = [], None
        for line in self.apt("apt-cache", "showsrc", package).stdout.splitlines():
            key, _, value = line.partition(": ")
            if key == "Package":
                of = value
            elif key == "Version" and of == package:
                versions.append(value)
        return max(versions, key=functools.cmp_to_key(compare), default=None)

    def changelog(self, package, version):
        """The text of debian/changelog, or None if the mirror does not have the source."""
        with tempfile.TemporaryDirectory() as folder:
            self.apt("apt-get", "--quiet=2", "source", "--download-only", "--diff-only", f"{package}={version}", folder=folder)
            for file in glob.glob(os.path.join(folder, "*.debian.tar.*")):
                with tarfile.open(file) as archive:
                    return archive.extractfile("debian/changelog").read().decode(errors="replace")
        return None


@functools.lru_cache(None)
def compare(one, other):
    """Less than 0, 0 or more, as Debian orders two versions."""
    def holds(relation):
        return subprocess.run(["dpkg", "--compare-versions", one, relation, other], check=False).returncode == 0
    return -1 if holds("lt") else int(holds("gt"))


def upstream(version):
    """A version without Debian's epoch and revision."""
    return version.split(":", 1)[-1].rsplit("-", 1)[0]


def entries(changelog):
    """(version, CVEs) of each entry, the newest first."""
    found = []
    for line in changelog.splitlines():
        if head := re.match(r"\S+ \(([^)]+)\) ", line):
            found.append((head[1], []))
        elif found:
            found[-1][1].extend(re.findall(r"CVE-\d{4}-\d{4,}", line))
    return found


def fixes_since(pinned, changelog):
    """The entries with CVEs that are newer than Debian's first package of the pinned version."""
    every = entries(changelog)
    same = [index for index, (version, _) in enumerate(every) if upstream(version) == pinned]
    newer = every[:same[-1]] if same else [entry for entry in every if compare(upstream(entry[0]), pinned) > 0]
    return [(version, cves) for version, cves in newer if cves]


def pins(sources):
    """(name, version, source package) of each source that Debian has."""
    with open(sources, encoding="utf-8") as file:
        rows = [line.split() for line in file if line.strip() and not line.startswith("#")]
    return [(row[0], row[1], row[5]) for row in rows if row[2] == "debian"]


def patched(sources, name):
    """The CVEs that the patches of a source name, in order."""
    found = []
    for patch in sorted(glob.glob(os.path.join(glob.escape(os.path.dirname(sources)), "patches", name, "*.patch"))):
        with open(patch, encoding="utf-8") as file:
            found += re.findall(r"^CVE: (\S+)$", file.read(), flags=re.M)
    return list(dict.fromkeys(found))


def block(name, pinned, versions, changelogs, ours):
    """The lines of one pin. `changelogs` has the text of each version, None where the mirror lacks it."""
    lines = [f"{name} {pinned}"]
    lines += [f"  {suite:<16} {version or 'none'}" for suite, version in versions.items()]
    fixed_in = {}  # a CVE, and the oldest version that names it
    for changelog in changelogs.values():
        for version, cves in fixes_since(pinned, changelog or ""):
            for cve in cves:
                if cve not in fixed_in or compare(version, fixed_in[cve]) < 0:
                    fixed_in[cve] = version
    of_version = {}
    for cve, version in fixed_in.items():
        of_version.setdefault(version, []).append(cve + (" (patched)" if cve in ours else ""))
    newest_first = sorted(of_version, key=functools.cmp_to_key(compare), reverse=True)
    lines.append(f"  security fixes since:{'' if newest_first else ' unknown' if None in changelogs.values() else ' none'}")
    for version in newest_first[:MOST_ROWS]:
        cves = of_version[version]
        lines.append(f"    {version}: {', '.join(cves[:MOST_CVES])}{f', and {len(cves) - MOST_CVES} more' if cves[MOST_CVES:] else ''}")
    if newest_first[MOST_ROWS:]:
        lines.append(f"    versions before these, with fixes: {len(newest_first) - MOST_ROWS}")
    if others := [cve for cve in ours if cve not in fixed_in]:
        lines.append(f"  patched, and not named by Debian: {', '.join(others)}")
    lines += [f"  the mirror lacks the changelog of {version}" for version, changelog in changelogs.items() if changelog is None]
    return lines


def suites(folder):
    places = debian('debian_places "$1"', os.path.join(folder, "machine"))
    uris = [line.split()[0] for line in places.stdout.splitlines()]
    mirror = [uri for uri in uris if "security" not in uri]
    security = [uri for uri in uris if "security" in uri]
    if places.returncode or not mirror or not security:
        raise Failed("apt-get names no Debian mirror with a security archive", *places.stderr.splitlines()[-1:], "run this on Debian, with a network")
    return [Suite(name, (security if "security" in name else mirror)[0], os.path.join(folder, name)) for name in SUITES]


def main():
    argparse.ArgumentParser(description="Prints the newest versions and the security fixes of all pinned sources.").parse_args()
    with tempfile.TemporaryDirectory() as folder:
        every = suites(folder)
        for sources in sorted(glob.glob(os.path.join(glob.escape(HERE), "*", "sources.txt"))):
            for name, pinned, package in pins(sources):
                versions = {suite.name: suite.newest(package) for suite in every}
                changelogs = {}
                for suite in every:
                    version = versions[suite.name]
                    if version and changelogs.get(version) is None:
                        changelogs[version] = suite.changelog(package, version)
                print("\n".join(block(name, pinned, versions, changelogs, patched(sources, name))))


if __name__ == "__main__":
    try:
        main()
    except Failed as error:
        print("\n>>> ".join([f"pins.py: error: {error.args[0]}", *error.args[1:]]), file=sys.stderr)
        sys.exit(1)
