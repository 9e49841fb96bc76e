#include "CheckLink.h"
#include "CcRules.h"
#include "Inputs.h"
#include "Libraries.h"
#include "Output.h"

using llvm::StringRef;

namespace lambdacc {

// -Bstatic and -Bdynamic hold for the libraries that follow.
Libraries librariesOf(const LdInvocation &link) {
  using namespace ldopt;
  Libraries libraries;
  bool shared = true;
  std::vector<bool> pushed;
  for (const LdArg &arg : link.args) {
    switch (arg.option) {
    case OPT_static:
    case OPT_Bstatic:
    case OPT_non_shared:
      shared = false;
      break;
    case OPT_Bdynamic:
    case OPT_call_shared:
      shared = true;
      break;
    case OPT_push_state:
      pushed.push_back(shared);
      break;
    case OPT_pop_state:
      if (!pushed.empty()) {
        shared = pushed.back();
        pushed.pop_back();
      }
      break;
    case OPT_INPUT:
      libraries.files.push_back(arg.value);
      break;
    case OPT_L:
    case OPT_library_path:
      (isHostFolder(arg.value) ? libraries.hostFolders : libraries.folders).push_back(arg.value);
      break;
    case OPT_l:
    case OPT_library:
      libraries.names.push_back({arg.value, shared});
      break;
    default:
      break;
    }
  }
  return libraries;
}

std::vector<StringRef> Making::files() const {
  std::vector<StringRef> files = link.inputs();
  files.insert(files.end(), sources.begin(), sources.end());
  return files;
}

// -b binary takes a file for bytes, whatever they are.
static bool takesBytes(const LdInvocation &link) {
  return link.has(ldopt::OPT_b) || link.has(ldopt::OPT_format);
}

llvm::Error checkFiles(const Making &making, const Target &target, const Toolchain &toolchain) {
  if (takesBytes(making.link))
    return llvm::Error::success();
  // GNU's linkers and mold read it with a plugin, which clang names to them and rustc does not.
  bool needsPlugin = toolchain.linkerKind == LinkerKind::Gnu || toolchain.linkerKind == LinkerKind::Mold;
  return checkInputs(making.files(), target,
                     {toolchain.linker.path, making.rustBitcode, !needsPlugin, toolchain.linkerLlvm});
}

llvm::Error prepareLink(const Making &making, const Target &target) {
  if (llvm::Error error = checkOutput(making.output))
    return error;
  removeStale(making.output, making.files());
  bool hasVersions = target.isGlibc() && !takesBytes(making.link);
  return hasVersions ? checkLibraries(librariesOf(making.link), target) : llvm::Error::success();
}

llvm::Error checkLink(const Making &making, const Target &target, const Toolchain &toolchain) {
  if (making.files().empty())
    return llvm::Error::success();
  if (llvm::Error error = prepareLink(making, target))
    return error;
  return checkFiles(making, target, toolchain);
}

} // namespace lambdacc
