"""For MODULE.bazel of this folder."""

load(":toolchains.bzl", "lambda_cc_toolchains")

def _impl(_module):
    lambda_cc_toolchains(name = "lambda_cc_toolchains")

toolchains = module_extension(implementation = _impl)
