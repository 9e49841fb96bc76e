"""lit's test format for the corpus: each program is a test for each of its targets, such as crates/ring-017/x86_64-unknown-linux-musl.

A test that ends in .gcc compiles the C of the program with GCC: crates/ring-016/aarch64-unknown-linux-musl.gcc.

With `--param targets=all` the targets are all that the program can be built for. Else they are those of `gate` in its Cargo.toml, which
together use each mechanism once; `gcc` has those with GCC.
"""
import os
import subprocess
import tomllib

import lit.Test
import lit.formats


class Corpus(lit.formats.TestFormat):
    def getTestsInDirectory(self, suite, path, lit_config, config):
        source = suite.getSourcePath(path)
        for program in sorted(os.listdir(source)):
            manifest = os.path.join(source, program, "Cargo.toml")
            if not os.path.exists(manifest):
                continue
            with open(manifest, "rb") as file:
                metadata = tomllib.load(file)["package"]["metadata"]["corpus"]
            everything = lit_config.params.get("targets") == "all"
            for target in metadata.get("targets", config.triples) if everything else metadata["gate"]:
                yield lit.Test.Test(suite, (*path, program, target), config)
            for target in metadata.get("targets", config.triples) if everything and "gcc" in metadata else metadata.get("gcc", []):
                yield lit.Test.Test(suite, (*path, program, f"{target}.gcc"), config)

    def execute(self, test, lit_config):
        *_, program, target = test.path_in_suite
        gcc = ["--gcc"] if target.endswith(".gcc") else []
        done = subprocess.run([*test.config.corpus, *gcc, program, target.removesuffix(".gcc")], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, errors="replace", check=False)
        return (lit.Test.FAIL if done.returncode else lit.Test.PASS), done.stdout
