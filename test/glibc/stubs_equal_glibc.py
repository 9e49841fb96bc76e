"""stubs_equal_glibc.py ARCH STUBS REAL: compares the stubs in one folder with a real glibc in another."""

import collections
import sys

import dynsym


def together(exports):
    """The sets of data objects that lie at one address."""
    places = collections.defaultdict(set)
    for export, address in exports.items():
        if export.kind == "OBJECT":
            places[address].add(f"{export.name}@{export.version}")
    return {frozenset(names) for names in places.values()}


def main():
    arch, stubs, real = sys.argv[1:]
    stubs, real = dynsym.glibc(stubs, arch), dynsym.glibc(real, arch)
    differences = []
    for library in real:
        differences += [f"{library}: not in the stub: {export}" for export in real[library].keys() - stubs[library].keys()]
        differences += [f"{library}: only in the stub: {export}" for export in stubs[library].keys() - real[library].keys()]
        differences += [f"{library}: at one address in one of them only: {' '.join(sorted(names))}"
                        for names in together(real[library]) ^ together(stubs[library])]
    print("\n".join(sorted(differences)) or f"{sum(map(len, real.values()))} symbols are equal")
    return bool(differences)


sys.exit(main())
