#include "LinkRequest.h"
#include "Folders.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace lambdacc {
using namespace ldopt;

// Options of ld.lld 19, mold 1.10 and GNU ld 2.40 that only print. -v and -V print a version and link any
// inputs. LLVM prints the answers to -mllvm and -plugin-opt.
static bool isQuery(const LdArg &arg) {
  constexpr ID queries[] = {OPT_version, OPT_help, OPT_target_help, OPT_print_sysroot,
                            OPT_print_output_format};
  StringRef value = arg.value.ltrim('-');
  bool isForLlvm = arg.option == OPT_mllvm || arg.option == OPT_plugin_opt;
  return llvm::is_contained(queries, arg.option) ||
         (isForLlvm && (value == "version" || value == "help" || value.starts_with("help-")));
}

// clang passes -plugin-opt=emit-asm for -S, emit-llvm for -emit-llvm, and thinlto-index-only for distributed
// ThinLTO.
static bool isOfLto(const LdArg &arg) {
  StringRef value = arg.value;
  return arg.option == OPT_lto_emit || (arg.option == OPT_thinlto && value.starts_with("index-only")) ||
         (arg.option == OPT_plugin_opt &&
          (value.starts_with("emit-") || value.starts_with("thinlto-index-only")));
}

Product productOf(const LdInvocation &ld) {
  bool hasNothing =
      ld.inputs().empty() && !ld.has(OPT_l) && !ld.has(OPT_library) && !ld.has(OPT_T) && !ld.has(OPT_script);
  if (hasNothing || llvm::any_of(ld.args, isQuery))
    return Product::Nothing;
  if (llvm::any_of(ld.args, isOfLto))
    return Product::OfLto;
  for (const LdArg &arg : llvm::reverse(ld.args))
    if (arg.option == OPT_oformat) {
      if (!arg.value.starts_with("elf") && arg.value != "default")
        return Product::Bytes;
      break;
    }
  return ld.isRelocatable() ? Product::Object : Product::Image;
}

LinkRequest requestOf(const LdInvocation &ld) {
  LinkRequest link;
  link.product = productOf(ld);
  link.output = ld.output();
  for (const LdArg &arg : ld.args) {
    StringRef value = arg.value;
    switch (arg.option) {
    case OPT_INPUT:
      link.inputs.push_back(value.str());
      break;
    case OPT_L:
    case OPT_library_path:
      (isHostFolder(value) ? link.hostFolders : link.folders).push_back(value.str());
      break;
    case OPT_l:
    case OPT_library:
      link.libraries.push_back({value.str(), arg.shared});
      break;
    case OPT_dependency_file:
    case OPT_Map:
      link.filesNamingOutput.push_back(value.str());
      break;
    case OPT_M:
      link.filesNamingOutput.push_back("-");
      break;
    case OPT_T:
    case OPT_script:
    case OPT_dT:
    case OPT_default_script:
      link.hasScript = true;
      link.otherInputs.push_back(value.str());
      break;
    case OPT_R:
    case OPT_just_symbols:
    case OPT_version_script:
    case OPT_dynamic_list:
      link.otherInputs.push_back(value.str());
      break;
    case OPT_shared:
      link.isShared = true;
      break;
    case OPT_plugin_opt:
      link.ltoInLinker = true;
      if (value.consume_front("mcpu=") && link.cpu.empty())
        link.cpu = value;
      break;
    case OPT_b:
    case OPT_format:
      link.hasBinaryInputs = true;
      break;
    case OPT_dynamic_linker:
    case OPT_I:
      link.loader = value;
      break;
    default:
      break;
    }
  }
  return link;
}

} // namespace lambdacc
