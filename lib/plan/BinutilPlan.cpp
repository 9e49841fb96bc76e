#include "Folders.h"
#include "Plan.h"
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
  plan.command.program = host.program;
  plan.command.args.assign(argv.begin(), argv.end());
  plan.command.set.push_back({"PATH", host.path});
  plan.note(Note::Changed, llvm::sys::path::filename(host.program.path),
            text("to the host's, {}, since {}", {host.program.path, why}));
  return plan;
}

static bool isHostPackages(StringRef folder) {
  std::string plain = plainFolder(folder);
  return llvm::sys::path::filename(plain) == "pkgconfig" && isHostFolder(llvm::sys::path::parent_path(plain));
}

// The folders of the caller's own packages: `folders` without those of the host. pkg-config-rs passes
// PKG_CONFIG_PATH_<triple> on as PKG_CONFIG_PATH; otherwise that variable comes from the host's shell
// (docs/requirements.md PK2).
static std::vector<std::string> ownPackages(Plan &plan, StringRef folders, StringRef variable) {
  std::vector<std::string> own;
  for (StringRef folder : llvm::split(folders, ':'))
    if (isHostPackages(folder))
      plan.note(Note::Dropped, folder + " of " + variable, "packages of the host are not for the target");
    else if (!folder.empty())
      own.push_back(folder.str());
  return own;
}

Plan planPkgConfig(llvm::ArrayRef<const char *> argv, const Program &program, StringRef sysroot,
                   const PackagePaths &callers) {
  Plan plan = planBinutil(argv, program);
  std::vector<std::string> path = ownPackages(plan, callers.path, "PKG_CONFIG_PATH");
  if (!callers.path.empty())
    plan.command.set.push_back({"PKG_CONFIG_PATH", llvm::join(path, ":")});
  std::vector<std::string> libdir = ownPackages(plan, callers.libdir, "PKG_CONFIG_LIBDIR");
  std::string folders = llvm::join(libdir, ":");
  for (StringRef parent : {"lib", "share"}) {
    llvm::SmallString<256> folder(sysroot);
    llvm::sys::path::append(folder, parent, "pkgconfig");
    folders += (folders.empty() ? "" : ":") + folder.str().str();
  }
  plan.command.set.push_back({"PKG_CONFIG_LIBDIR", folders});
  plan.note(Note::Added, "PKG_CONFIG_LIBDIR=" + folders, "packages of the host are not for the target");
  // Packages of a sysroot contain paths relative to its root. Packages of the caller contain their final
  // paths, which --define-prefix, as well as PKG_CONFIG_SYSROOT_DIR, would change. The first derives them
  // from folder names.
  if (path.empty() && libdir.empty()) {
    plan.command.args.insert(plan.command.args.begin(), "--define-prefix");
    plan.note(Note::Added, "--define-prefix", "paths in the sysroot's packages are relative to its root");
  }
  return plan;
}

} // namespace lambdacc
