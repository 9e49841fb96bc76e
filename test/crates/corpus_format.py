"""lit's format of the corpus: each program is a test for each target, crates/ring-017/x86_64-unknown-linux-musl.

Without `--param targets=all`, for those that its Cargo.toml names as `gate`: together they have each mechanism once.
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
                said = tomllib.load(file)["package"]["metadata"]["corpus"]
            everything = lit_config.params.get("targets") == "all"
            for target in said.get("targets", config.triples) if everything else said["gate"]:
                yield lit.Test.Test(suite, (*path, program, target), config)

    def execute(self, test, lit_config):
        *_, program, target = test.path_in_suite
        done = subprocess.run([*test.config.corpus, program, target], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
                              check=False)
        return (lit.Test.FAIL if done.returncode else lit.Test.PASS), done.stdout
