#include "Counters.h"
#include "Elf.h"
#include "ElfBytes.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace lambdacc {

static bool hasCounters(StringRef contents) {
  return llvm::any_of(sectionsNamed(contents, "__llvm_prf_cnts"),
                      [](const llvm::object::ELF64LE::Shdr *section) { return section->sh_size != 0; });
}

// The library reads this variable, also in a stripped program. Another library for the counters, as that of
// the crate minicov, has functions with the names of LLVM's.
static bool hasLibrary(StringRef contents) {
  bool found = contents.contains("LLVM_PROFILE_FILE");
  if (!found)
    visitSymbols(contents, [&](StringRef name, bool defined) {
      found = defined && name.starts_with("__llvm_profile_get_");
      return !found;
    });
  return found;
}

std::vector<Finding> judgeCounters(StringRef file, StringRef contents) {
  if (!hasCounters(contents) || hasLibrary(contents))
    return {};
  return {
      {Finding::Warning,
       "counters",
       text("'{}' counts for a profile, and has no library to write the counters", {file}),
       {"add the option of the compiles, such as -fprofile-generate, to the link, and remove -noprofilelib",
        "rustc passes it as -C link-arg=-fprofile-generate; for ld it is -u __llvm_profile_runtime "
        "-lclang_rt.profile"}}};
}

} // namespace lambdacc
