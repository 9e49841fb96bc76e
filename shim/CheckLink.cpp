#include "CheckLink.h"
#include "Inputs.h"
#include "Output.h"

using llvm::StringRef;

namespace lambdacc {

llvm::Error checkLink(StringRef output, llvm::ArrayRef<StringRef> files, const LdInvocation &options,
                      const Target &target, const Toolchain &toolchain, bool rustBitcode) {
  if (files.empty())
    return llvm::Error::success();
  if (llvm::Error error = checkOutput(output))
    return error;
  removeStale(output, files);
  // -b binary takes a file for bytes, whatever they are.
  if (options.has(ldopt::OPT_b) || options.has(ldopt::OPT_format))
    return llvm::Error::success();
  // GNU's linkers and mold read it with a plugin, which clang names to them and rustc does not.
  bool needsPlugin = toolchain.linkerKind == LinkerKind::Gnu || toolchain.linkerKind == LinkerKind::Mold;
  return checkInputs(files, target, {toolchain.linker.path, rustBitcode, !needsPlugin, toolchain.linkerLlvm});
}

} // namespace lambdacc
