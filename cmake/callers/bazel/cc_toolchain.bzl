"""The toolchain of one target."""

load("@rules_cc//cc:action_names.bzl", "ACTION_NAMES")
load(
    "@rules_cc//cc:cc_toolchain_config_lib.bzl",
    "feature",
    "flag_group",
    "flag_set",
    "tool_path",
    "with_feature_set",
)
load("@rules_cc//cc:defs.bzl", "CcToolchainConfigInfo", "cc_common", "cc_toolchain")

_COMPILES = [
    ACTION_NAMES.assemble,
    ACTION_NAMES.preprocess_assemble,
    ACTION_NAMES.linkstamp_compile,
    ACTION_NAMES.c_compile,
    ACTION_NAMES.cpp_compile,
    ACTION_NAMES.cpp_header_parsing,
    ACTION_NAMES.cpp_module_compile,
    ACTION_NAMES.cpp_module_codegen,
    ACTION_NAMES.lto_backend,
]

_LINKS = [
    ACTION_NAMES.cpp_link_executable,
    ACTION_NAMES.cpp_link_dynamic_library,
    ACTION_NAMES.cpp_link_nodeps_dynamic_library,
]

def _machine_and_libc(target):
    parts = target.split("-")
    return parts[0], parts[-1]

def _flags(actions, flags, mode = None):
    return flag_set(
        actions = actions,
        flag_groups = [flag_group(flags = flags)],
        with_features = [with_feature_set(features = [mode])] if mode else [],
    )

def _config_impl(ctx):
    tools = ctx.attr.prefix + "/bin/" + ctx.attr.target + "-"
    machine, libc = _machine_and_libc(ctx.attr.target)
    compile_flags = feature(name = "default_compile_flags", enabled = True, flag_sets = [
        _flags(_COMPILES, ["-g"], "dbg"),
        _flags(_COMPILES, ["-g0", "-O2", "-DNDEBUG", "-ffunction-sections", "-fdata-sections"], "opt"),
        # The day of a build makes each output a new one.
        _flags(_COMPILES, ["-Wno-builtin-macro-redefined"] + ["-D__{}__=\"redacted\"".format(name) for name in ["DATE", "TIME", "TIMESTAMP"]]),
    ])
    link_flags = feature(name = "default_link_flags", enabled = True, flag_sets = [
        _flags(_LINKS, ["--driver-mode=g++"]),  # Bazel links C++ with gcc, too
        _flags(_LINKS, ["-Wl,--gc-sections"], "opt"),
    ])
    return cc_common.create_cc_toolchain_config_info(
        ctx = ctx,
        toolchain_identifier = "lambda-cc-" + ctx.attr.target,
        host_system_name = "local",
        target_system_name = ctx.attr.target,
        target_cpu = machine,
        target_libc = libc,
        compiler = "clang",
        abi_version = libc,
        abi_libc_version = libc,
        cxx_builtin_include_directories = [ctx.attr.prefix + "/share/lambda-cc", ctx.attr.clang + "/include"],
        tool_paths = [
            tool_path(name = name, path = tools + name)
            for name in ["ar", "cpp", "gcc", "ld", "nm", "objcopy", "objdump", "strip"]
        ] + [tool_path(name = name, path = "/bin/false") for name in ["dwp", "gcov"]],  # lambda-cc has neither
        features = [
            feature(name = "dbg"),
            feature(name = "opt"),
            feature(name = "supports_pic", enabled = True),
            # A program for musl is static.
            feature(name = "supports_dynamic_linker", enabled = libc == "gnu"),
            compile_flags,
            link_flags,
        ],
    )

_config = rule(
    implementation = _config_impl,
    attrs = {name: attr.string(mandatory = True) for name in ["target", "prefix", "clang"]},
    provides = [CcToolchainConfigInfo],
)

def lambda_cc_toolchain(name, prefix, clang):
    """A toolchain for the platform of a target.

    Args:
        name: the triple
        prefix: where lambda-cc is
        clang: the folder of clang's own headers
    """
    machine, libc = _machine_and_libc(name)
    _config(name = name + "-config", target = name, prefix = prefix, clang = clang)

    # The tools are not files of a repository: each machine that runs actions has them at this path.
    native.filegroup(name = name + "-files")
    groups = ["all", "ar", "as", "compiler", "dwp", "linker", "objcopy", "strip"]
    cc_toolchain(
        name = name + "-cc",
        toolchain_config = name + "-config",
        **{group + "_files": name + "-files" for group in groups}
    )
    native.toolchain(
        name = name,
        target_compatible_with = [
            Label("@platforms//cpu:" + machine),
            Label("@platforms//os:linux"),
            Label("//:" + libc),
        ],
        toolchain = name + "-cc",
        toolchain_type = "@bazel_tools//tools/cpp:toolchain_type",
    )
