// pkg-config for a target: the host's program, with the packages of the target and of the caller.
#include "CarryOut.h"
#include "Failure.h"
#include "Folders.h"
#include "LibraryAdvice.h"
#include "Packages.h"
#include "Print.h"
#include "Sysroot.h"
#include "System.h"
#include "Text.h"
#include "Tools.h"
#include "Trail.h"
#include "llvm/ADT/StringExtras.h"
#include <utility>

using llvm::StringRef;

namespace lambdacc {

namespace {
struct Package {
  StringRef name;
  bool hasVersion; // the caller requires certain versions
};
} // namespace

// Whether one of `names` is an option in `argv`, with its value behind a = or without one.
static bool hasAny(llvm::ArrayRef<const char *> argv, llvm::ArrayRef<StringRef> names) {
  return llvm::any_of(argv, [&](StringRef arg) { return llvm::is_contained(names, arg.split('=').first); });
}

// Each compares the version of all packages, and prints nothing.
static constexpr StringRef comparisons[] = {"--atleast-version", "--exact-version", "--max-version"};

// Options with a value that may be the next argument.
static constexpr StringRef withValue[] = {
    "--atleast-version", "--exact-version",   "--max-version", "--atleast-pkgconfig-version",
    "--variable",        "--define-variable", "--with-path",   "--relocate"};

// The packages among pkg-config's arguments. "zlib >= 1.2" may be one argument or three.
static std::vector<Package> packagesIn(llvm::ArrayRef<const char *> argv) {
  std::vector<Package> packages;
  bool allHaveVersion = hasAny(argv, comparisons);
  bool isVersion = false, isValue = false;
  for (StringRef arg : argv) {
    if (std::exchange(isValue, !isValue && llvm::is_contained(withValue, arg)))
      continue;
    for (StringRef part : llvm::split(arg, ' ')) {
      bool isOperator = part.find_first_not_of("<>=!") == StringRef::npos;
      if (!isVersion && !isOperator && !part.starts_with("-"))
        packages.push_back({part, allHaveVersion});
      isVersion = !part.empty() && isOperator;
      if (isVersion && !packages.empty())
        packages.back().hasVersion = true;
    }
  }
  return packages;
}

// Whether the caller only queries if there is a package, and wants no error message.
static bool isQuiet(llvm::ArrayRef<const char *> argv) {
  bool isQuery = hasAny(argv, comparisons) || hasAny(argv, {"--exists", "--uninstalled"});
  return hasAny(argv, {"--silence-errors"}) ||
         (isQuery && !hasAny(argv, {"--print-errors", "--errors-to-stdout"}));
}

static TargetPackages findPackages(StringRef sysroot, StringRef libraries, llvm::vfs::FileSystem &fs) {
  TargetPackages packages;
  for (StringRef parent : {"lib", "share"}) {
    packages.sysroot.push_back(text("{}/{}/pkgconfig", {sysroot, parent}));
    packages.sysrootHasAny |= fs.exists(packages.sysroot.back());
  }
  if (!libraries.empty())
    packages.libraries = text("{}/pkgconfig", {libraries});
  return packages;
}

namespace {
// The files that describe a package. Each is "" if there is none.
struct PackageFiles {
  std::string before; // in the caller's folders or in the sysroot, which are searched first
  std::string own;    // among the libraries of lambda-cc, without one before it
  std::string host;   // in a folder of the host's, which planPkgConfig() drops
};
} // namespace

static PackageFiles filesOf(const Session &session, const TargetPackages &targets, StringRef package,
                            llvm::vfs::FileSystem &fs) {
  std::vector<std::string> before, dropped;
  for (StringRef path : {session.packages.path, session.packages.libdir})
    for (std::string &folder : splitFolders(path))
      (isHostPkgConfig(folder) ? dropped : before).push_back(std::move(folder));
  llvm::append_range(before, targets.sysroot);
  PackageFiles files = {findPackage(before, package, fs), "", findPackage(dropped, package, fs)};
  if (files.before.empty() && !targets.libraries.empty())
    files.own = findPackage(targets.libraries, package, fs);
  return files;
}

// An error if OPENSSL_STATIC=0 demands a shared OpenSSL. openssl-sys applies it to a folder that it was
// given, and the pkg-config crate passes --static for any value, so the variable would have no effect.
static llvm::Error refuseShared(const Session &session, const TargetPackages &targets,
                                llvm::vfs::FileSystem &fs) {
  std::string variable = demandsSharedOpenssl(session);
  if (variable.empty())
    return llvm::Error::success();
  for (const Package &package : packagesIn(session.argv)) {
    std::string library = libraryOfPackage(package.name);
    std::string file = filesOf(session, targets, package.name, fs).own;
    if ((library != "ssl" && library != "crypto") || file.empty())
      continue;
    std::vector<std::string> evidence = {file, text("unset {} to link it", {variable})};
    if (session.target().isGlibc())
      evidence.push_back("or add the folder of a shared OpenSSL's openssl.pc to PKG_CONFIG_PATH_" +
                         underscored(session.target().triple));
    else
      evidence.push_back("a program for musl is static and links no shared library");
    return fail(text("{}=0 demands a shared OpenSSL, and that of lambda-cc is static", {variable}),
                std::move(evidence));
  }
  return llvm::Error::success();
}

// Adds advice to a failed pkg-config. The build scripts of openssl-sys, libudev-sys and twenty others stop
// there, and never run a linker.
static int advise(const Session &session, const TargetPackages &targets, llvm::vfs::FileSystem &fs,
                  int status) {
  if (status == 0 || isQuiet(session.argv))
    return status;
  std::vector<std::string> lines;
  auto add = [&](std::string line) { // once: the pkg-config crate names a package again with its version
    if (!llvm::is_contained(lines, line))
      lines.push_back(std::move(line));
  };
  for (const Package &package : packagesIn(session.argv)) {
    std::string library = libraryOfPackage(package.name);
    PackageFiles files = filesOf(session, targets, package.name, fs);
    if (!files.own.empty() && !package.hasVersion) // another package failed
      continue;
    if (!files.own.empty())
      add(text("lambda-cc brings {} {}: {}", {package.name, versionOfPackage(files.own), files.own}));
    std::vector<std::string> cure = cureFor(library);
    if (std::string how = howToInstall(library); targets.libraries.empty() && !how.empty())
      cure.push_back(std::move(how));
    if (files.before.empty() && files.own.empty()) {
      StringRef triple = session.target().triple;
      if (!files.host.empty())
        add(text("{} is a package of the host, and not for {}", {files.host, triple}));
      if (cure.empty() && !package.name.contains('/')) // a path names a file
        cure = {text("lambda-cc has no package {}: build it for {}", {package.name, triple}),
                text("then add the folder of its {}.pc to PKG_CONFIG_PATH_{}, or outside of cargo to "
                     "PKG_CONFIG_PATH",
                     {package.name, underscored(triple)})};
    }
    for (std::string &line : cure)
      add(std::move(line));
  }
  printAdvice(lines);
  return status;
}

int pkgConfig(const Tool &, const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  llvm::Expected<std::string> sysroot = findSysroot(session.target(), session.settings.executable, *fs);
  if (!sysroot)
    return report(session.prog, sysroot.takeError());
  llvm::Expected<std::string> libraries = findLibraries(session.target(), session.settings.executable, *fs);
  if (!libraries)
    return report(session.prog, libraries.takeError());
  TargetPackages targets = findPackages(*sysroot, *libraries, *fs);
  if (llvm::Error error = refuseShared(session, targets, *fs)) {
    if (!isQuiet(session.argv))
      return report(session.prog, std::move(error));
    consumeError(std::move(error));
    return 1;
  }
  llvm::Expected<Program> program = findPkgConfig({session.settings.path, *fs, session.settings.executable});
  if (!program)
    return advise(session, targets, *fs, report(session.prog, program.takeError()));
  llvm::Expected<Plan> plan = planPkgConfig(session.argv, *program, targets, session.packages);
  if (std::optional<int> status = printIfShown(session, plan, isDryRun(session)))
    return *status;
  if (llvm::Error error = passOnTrail(session, plan->command))
    return report(session.prog, std::move(error));
  return advise(session, targets, *fs, waitFor(session, plan->command));
}

} // namespace lambdacc
