#include "Plan.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

Plan planBinutil(llvm::ArrayRef<const char *> argv, const Program &program) {
  Plan plan;
  plan.command.program = program;
  for (StringRef word : argv)
    if (word != "-###")
      plan.add(word.str());
  return plan;
}

Plan planHostCc(llvm::ArrayRef<const char *> argv, const HostCc &host, StringRef why) {
  Plan plan;
  plan.command.program = host.program;
  plan.command.args.assign(argv.begin(), argv.end());
  plan.command.set.push_back({"PATH", host.path});
  plan.note(Note::Changed, "cc", text("to the host's, {}, since {}", {host.program.path, why}));
  return plan;
}

// pkg-config-rs hands PKG_CONFIG_PATH_<triple> on as PKG_CONFIG_PATH, or what the host's shell has
// (callers.md PK2).
static void keepOwnPackages(Plan &plan, StringRef searchPath) {
  std::vector<std::string> kept;
  for (StringRef folder : llvm::split(searchPath, ':')) {
    bool isHosts =
        folder.starts_with("/usr/") || folder.starts_with("/lib/") || folder.starts_with("/lib64/");
    if (isHosts)
      plan.note(Note::Dropped, folder + " of PKG_CONFIG_PATH",
                "the host's packages are none of the target's");
    else if (!folder.empty())
      kept.push_back(folder.str());
  }
  if (!searchPath.empty())
    plan.command.set.push_back({"PKG_CONFIG_PATH", llvm::join(kept, ":")});
}

Plan planPkgConfig(llvm::ArrayRef<const char *> argv, const Program &program, StringRef sysroot,
                   StringRef searchPath) {
  Plan plan = planBinutil(argv, program);
  keepOwnPackages(plan, searchPath);
  std::string folders;
  for (StringRef parent : {"lib", "share"}) {
    llvm::SmallString<256> folder(sysroot);
    llvm::sys::path::append(folder, parent, "pkgconfig");
    folders += (folders.empty() ? "" : ":") + folder.str().str();
  }
  plan.command.set.push_back({"PKG_CONFIG_LIBDIR", folders});
  plan.command.args.insert(plan.command.args.begin(), "--define-prefix");
  plan.note(Note::Added, "PKG_CONFIG_LIBDIR=" + folders, "the host's packages are none of the target's");
  // With PKG_CONFIG_SYSROOT_DIR the paths of a caller's own package would get the sysroot put in front of
  // them, too.
  plan.note(Note::Added, "--define-prefix", "a package's paths start where its file lies");
  return plan;
}

} // namespace lambdacc
