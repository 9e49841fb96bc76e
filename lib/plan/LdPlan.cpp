#include "CcRules.h"
#include "Plan.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {
using namespace ldopt;

StringRef dropReason(const LdArg &arg, bool isStatic) {
  if (!arg.dropped.empty())
    return arg.dropped;
  // rustc writes it before the libraries that its user wants shared, static program or not (callers.md R14,
  // R15). lld would then look for lib*.so first, and put a DT_NEEDED into a program that has no loader.
  if (arg.option == OPT_Bdynamic && isStatic)
    return "a static program takes no shared library";
  if ((arg.option == OPT_L || arg.option == OPT_library_path) && isHostFolder(arg.value))
    return hostFolderReason;
  return "";
}

Plan planLd(const LdInvocation &ld, const Target &target, const Toolchain &toolchain) {
  Plan plan;
  plan.command.program = toolchain.linker;
  bool isStatic = !ld.has(OPT_shared) && (ld.has(OPT_static) || ld.has(OPT_no_dynamic_linker));

  if (!ld.has(OPT_m)) {
    plan.add("-m");
    plan.add(target.emulation.str());
    plan.note(Note::Added, "-m " + target.emulation, "the target, where no object says it");
  }

  if (!ld.has(OPT_sysroot)) {
    plan.add("--sysroot=" + toolchain.sysroot);
    plan.note(Note::Added, "--sysroot=" + toolchain.sysroot, "what = stands for in -L and linker scripts");
  }
  for (const LdArg &arg : ld.args) {
    std::string words = llvm::join(arg.words, " ");
    if (arg.option == OPT_hash_hash_hash)
      continue;
    if (StringRef why = dropReason(arg, isStatic); !why.empty()) {
      plan.note(Note::Dropped, words, why);
      continue;
    }
    if (auto ours = toolchain.startObjects.find(arg.value.str());
        arg.option == OPT_INPUT && ours != toolchain.startObjects.end()) {
      plan.note(Note::Changed, words, "to the sysroot's, since the caller's folder has none");
      plan.add(ours->second);
      continue;
    }
    for (StringRef word : arg.words)
      plan.add(word.str());
  }

  if (!ld.has(OPT_r) && !ld.has(OPT_relocatable) && !ld.lacksValue) {
    llvm::SmallString<256> lib(toolchain.sysroot);
    llvm::sys::path::append(lib, "lib");
    plan.add(("-L" + lib).str());
    plan.note(Note::Added, "-L" + lib, "the libraries of the sysroot, after the caller's");
  }
  return plan;
}

} // namespace lambdacc
