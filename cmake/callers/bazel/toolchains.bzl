"""Makes the toolchains of this installation. Only a repository rule can know where that is, and which clang its tools run."""

load(":targets.bzl", "TARGETS")

def _impl(repository):
    here = repository.path(Label("//:BUILD.bazel")).realpath
    prefix = here.dirname.dirname.dirname.dirname  # from <prefix>/share/lambda-cc/bazel/BUILD.bazel

    # The headers of clang's own are in dependency files, too, and Bazel refuses those that it does not know.
    clang = repository.execute(["{}/bin/{}-gcc".format(prefix, TARGETS[0]), "-print-resource-dir"])
    if clang.return_code:
        fail(clang.stderr)
    repository.file("BUILD.bazel", "\n".join(
        ['load("{}", "lambda_cc_toolchain")\n'.format(Label("//:cc_toolchain.bzl"))] +
        ['lambda_cc_toolchain(name = "{}", prefix = "{}", clang = "{}")'.format(target, prefix, clang.stdout.strip()) for target in TARGETS],
    ) + "\n")

lambda_cc_toolchains = repository_rule(implementation = _impl, environ = ["LAMBDA_CC_CLANG", "PATH"], local = True)

def register_lambda_cc_toolchains():
    """For WORKSPACE. MODULE.bazel of this folder does the same."""
    lambda_cc_toolchains(name = "lambda_cc_toolchains")
    native.register_toolchains("@lambda_cc_toolchains//:all")
