#include "LinkRequest.h"
#include "Folders.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace lambdacc {
using namespace ldopt;

// Of ld.lld 19, mold 1.10 and GNU ld 2.40. -v and -V print a version and link what is there.
static bool asksOnly(ID option) {
  return option == OPT_version || option == OPT_help || option == OPT_target_help ||
         option == OPT_print_sysroot || option == OPT_print_output_format;
}

// clang says -plugin-opt=emit-asm for -S, emit-llvm for -emit-llvm and thinlto-index-only for the distributed
// kind.
static bool isOfLto(const LdArg &arg) {
  StringRef value = arg.value;
  return arg.option == OPT_lto_emit || (arg.option == OPT_thinlto && value.starts_with("index-only")) ||
         (arg.option == OPT_plugin_opt &&
          (value.starts_with("emit-") || value.starts_with("thinlto-index-only")));
}

static Product productOf(const LdInvocation &ld) {
  auto any = [&](bool (*holds)(const LdArg &)) { return llvm::any_of(ld.args, holds); };
  bool hasNothing = ld.inputs().empty() && !ld.has(OPT_l) && !ld.has(OPT_library);
  if (hasNothing || any([](const LdArg &arg) { return asksOnly(arg.option); }))
    return Product::Nothing;
  if (any(isOfLto))
    return Product::OfLto;
  if (ld.has(OPT_oformat))
    return Product::Bytes;
  bool relocatable = ld.has(OPT_r) || ld.has(OPT_relocatable) || ld.has(OPT_i) || ld.has(OPT_Ur);
  return relocatable ? Product::Object : Product::Image;
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
      link.naming.push_back(value.str());
      break;
    case OPT_plugin_opt:
      link.rustBitcode = true;
      if (value.consume_front("mcpu=") && link.cpu.empty())
        link.cpu = value;
      break;
    case OPT_b:
    case OPT_format:
      link.takesBytes = true;
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
