#include "MallocObject.h"
#include "LinkPieces.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {
using namespace ldopt;

bool namesMallocObject(const LdArg &arg) { return arg.namesLibrary() && arg.value == ":mimalloc.o"; }

// Whether `arg` is the libc of a static program: its archive, or a crate of Rust. For musl that of libc
// contains the archive, and no program with std lacks it.
static bool isLibc(const LdArg &arg) {
  if (arg.namesLibrary())
    return arg.value == "c" || arg.value == ":libc.a";
  StringRef file = llvm::sys::path::filename(arg.value);
  return arg.option == OPT_INPUT && (file == "libc.a" || file.starts_with("liblibc-"));
}

// Whether `arg` is an input, or an option on how the next inputs are read. Start objects must stay first.
static bool beginsInputs(const LdArg &arg) {
  if (arg.option == OPT_INPUT)
    return !isStartObject(arg.value);
  bool changesInputs = arg.option == OPT_b || arg.option == OPT_format ||
                       (arg.option == OPT_UNKNOWN && arg.spelling[0] == "--start-lib");
  return changesInputs || arg.namesLibrary();
}

// Why the link does not get the object. Empty if it does.
static StringRef whyNot(const LdInvocation &ld, const Target &target, Product product) {
  if (target.isGlibc())
    return "it is for musl, and glibc's malloc does not wait on one lock";
  if (ld.has(OPT_shared) || product != Product::Image)
    return "only a program gets another malloc";
  if (llvm::none_of(ld.args, isLibc))
    return "it needs a libc, and this link has none";
  return "";
}

MallocObject mallocObject(const LdInvocation &ld, const Target &target, const Toolchain &toolchain,
                          Plan &plan) {
  constexpr StringRef variable = "LAMBDA_CC_MALLOC=mimalloc";
  bool isNamed = false;
  if (!target.isGlibc() && !toolchain.bringsMallocObject)
    isNamed = llvm::any_of(ld.args, namesMallocObject);
  bool isChosen = toolchain.malloc == Malloc::Mimalloc;
  Product product = plan.link ? plan.link->product : Product::Nothing;
  if ((!isNamed && !isChosen) || product == Product::Nothing)
    return {};

  MallocObject object{.replacesName = isNamed};
  StringRef why = whyNot(ld, target, product);
  std::string path = toolchain.lib + "/mimalloc.o";
  for (const LdArg &arg : ld.args)
    if (isNamed && namesMallocObject(arg) && why.empty())
      plan.note(Note::Changed, llvm::join(arg.spelling, " "),
                "to " + path + ", the first input, so that nothing takes musl's malloc");
    else if (isNamed && namesMallocObject(arg))
      plan.note(Note::Dropped, llvm::join(arg.spelling, " "), why);
  if (!why.empty()) {
    if (isChosen)
      plan.note(Note::Dropped, variable, why);
    return object;
  }
  if (!isNamed)
    plan.note(Note::Added, path,
              (variable + " selects it; it is first, so that nothing takes musl's malloc").str());
  object.path = path;
  object.before = static_cast<size_t>(llvm::find_if(ld.args, beginsInputs) - ld.args.begin());
  return object;
}

} // namespace lambdacc
