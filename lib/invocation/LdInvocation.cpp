#include "LdInvocation.h"
#include "OptionTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Option/ArgList.h"

using llvm::StringRef;
using namespace llvm::opt; // for the names of flags and kinds in the generated table

#include "LdOptions.inc" // the prefixes

namespace lambdacc {
using namespace ldopt;

#undef PREFIX
#undef PREFIX_UNION
static constexpr OptTable::Info rows[] = {
#define OPTION(...) OPTION_ROW(__VA_ARGS__),
#include "LdOptions.inc"
#undef OPTION
};

// -Bstatic and -Bdynamic apply to the libraries after them.
void markShared(std::vector<LdArg> &args) {
  bool shared = true;
  std::vector<bool> pushed;
  for (LdArg &arg : args) {
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
    default:
      break;
    }
    arg.shared = shared;
  }
}

LdInvocation parseLd(llvm::ArrayRef<StringRef> argv) {
  static const OptionTable table(rows, prefixUnion);
  std::vector<const char *> pointers;
  pointers.reserve(argv.size());
  for (StringRef arg : argv)
    pointers.push_back(arg.data());

  unsigned missingIndex, missingCount;
  llvm::opt::InputArgList list = table.ParseArgs(pointers, missingIndex, missingCount);
  std::vector<const llvm::opt::Arg *> parsed(list.begin(), list.end());
  size_t end = missingCount ? missingIndex : argv.size();

  LdInvocation ld;
  ld.args.reserve(parsed.size());
  ld.lacksValue = missingCount != 0;
  // LLVM's parser skips empty arguments.
  for (StringRef arg : argv.take_front(parsed.empty() ? end : parsed[0]->getIndex()))
    ld.args.push_back({OPT_UNKNOWN, {arg}, ""});
  for (size_t i = 0; i < parsed.size(); ++i) {
    const llvm::opt::Arg &arg = *parsed[i];
    LdArg out{ID(arg.getOption().getID()), {}, arg.getNumValues() ? arg.getValue() : ""};
    size_t next = i + 1 < parsed.size() ? parsed[i + 1]->getIndex() : end;
    out.spelling.append(argv.begin() + arg.getIndex(), argv.begin() + next);
    ld.args.push_back(std::move(out));
  }
  for (StringRef arg : argv.drop_front(end))
    ld.args.push_back({OPT_UNKNOWN, {arg}, ""});
  markShared(ld.args);
  return ld;
}

bool LdInvocation::has(ID option) const {
  return llvm::any_of(args, [&](const LdArg &arg) { return arg.option == option; });
}

bool LdInvocation::isRelocatable() const {
  return has(OPT_r) || has(OPT_relocatable) || has(OPT_i) || has(OPT_Ur);
}

StringRef LdInvocation::output() const {
  for (const LdArg &arg : llvm::reverse(args))
    if (arg.option == OPT_o || arg.option == OPT_output)
      return arg.value;
  return "a.out";
}

std::vector<StringRef> LdInvocation::inputs() const {
  std::vector<StringRef> files;
  for (const LdArg &arg : args)
    if (arg.option == OPT_INPUT)
      files.push_back(arg.value);
  return files;
}

} // namespace lambdacc
