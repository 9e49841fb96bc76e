#include "Folders.h"
#include "Plan.h"
#include "System.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

Plan planBinutil(llvm::ArrayRef<const char *> argv, const Program &program) {
  Plan plan;
  plan.command.program = program;
  for (StringRef arg : argv)
    if (arg != "-###")
      plan.add(arg.str());
  return plan;
}

Plan planHostCc(llvm::ArrayRef<const char *> argv, const HostCc &host, StringRef why) {
  Plan plan;
  plan.isHosts = true;
  plan.command.program = host.program;
  plan.command.args.assign(argv.begin(), argv.end());
  plan.command.set.push_back({"PATH", host.path});
  plan.note(Note::Changed, llvm::sys::path::filename(host.program.path),
            text("to the host's, {}, since {}", {host.program.path, why}));
  return plan;
}

// The folders of the caller's own packages: `folders` without those of the host. pkg-config-rs passes
// PKG_CONFIG_PATH_<triple> on as PKG_CONFIG_PATH; otherwise that variable comes from the host's shell
// (docs/requirements.md PK2).
static std::vector<std::string> ownPackages(Plan &plan, StringRef folders, StringRef variable) {
  std::vector<std::string> own;
  for (StringRef folder : splitFolders(folders))
    if (isHostPkgConfig(folder))
      plan.note(Note::Dropped, folder + " of " + variable, "packages of the host are not for the target");
    else
      own.push_back(folder.str());
  return own;
}

// --define-prefix takes the prefix of a package from the path of its folder, if that is named pkgconfig.
// Spelled like this, a folder has another name, so its packages keep the prefix that they contain.
// pkgconf 1.8 to 3.0 and pkg-config 0.29 compare the last name of the path as it is written.
static std::string withOwnPrefixes(StringRef folder) { return (folder + "/.").str(); }

Plan planPkgConfig(llvm::ArrayRef<const char *> argv, const Program &program, const TargetPackages &targets,
                   const PackagePaths &callers) {
  Plan plan = planBinutil(argv, program);
  std::vector<std::string> path = ownPackages(plan, callers.path, "PKG_CONFIG_PATH");
  std::vector<std::string> libdir = ownPackages(plan, callers.libdir, "PKG_CONFIG_LIBDIR");
  std::vector<std::string> libraries;
  if (!targets.libraries.empty())
    libraries.push_back(targets.libraries);
  // The packages of a sysroot contain paths relative to its root: they were built to be installed there. All
  // others contain their final paths, or derive them from ${pcfiledir}.
  if (targets.sysrootHasAny) {
    for (std::vector<std::string> *folders : {&path, &libdir, &libraries})
      llvm::transform(*folders, folders->begin(), withOwnPrefixes);
    plan.command.args.insert(plan.command.args.begin(), "--define-prefix");
    plan.note(Note::Added, "--define-prefix", "paths in the sysroot's packages are relative to its root");
  }
  if (!callers.path.empty())
    plan.command.set.push_back({"PKG_CONFIG_PATH", joinFolders(path)});
  llvm::append_range(libdir, targets.sysroot);
  llvm::append_range(libdir, libraries);
  std::string folders = joinFolders(libdir);
  plan.command.set.push_back({"PKG_CONFIG_LIBDIR", folders});
  plan.note(Note::Added, "PKG_CONFIG_LIBDIR=" + folders, "packages of the host are not for the target");
  return plan;
}

} // namespace lambdacc
