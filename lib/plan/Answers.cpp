#include "Answers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;
using namespace clang::driver::options;

namespace lambdacc {

// The path of the queried tool. A tool that we do not have is printed as queried, as in clang and gcc.
static std::string toolPath(const CcArg &query, const Toolchain &toolchain) {
  auto tool = toolchain.tools.find(query.value().str());
  return tool == toolchain.tools.end() ? query.value().str() : tool->second;
}

// The libraries that lambda-cc brings are last: Meson looks for archives in these folders.
static std::string searchDirs(const CcArg &, const Toolchain &toolchain) {
  std::vector<std::string> folders = {toolchain.libc};
  if (toolchain.lib != toolchain.libc)
    folders.push_back(toolchain.lib);
  llvm::append_range(folders, toolchain.libraryFolders());
  return "programs: =" + toolchain.bin + "\nlibraries: =" + llvm::join(folders, ":");
}

static std::string compilerRuntime(const CcArg &, const Toolchain &toolchain) {
  return toolchain.lib + "/libclang_rt.builtins.a";
}

static std::string runtimeFolder(const CcArg &, const Toolchain &toolchain) { return toolchain.lib; }

static constexpr struct Query {
  ID option;
  std::string (*answer)(const CcArg &query, const Toolchain &toolchain);
  StringRef why;
} queries[] = {
    {OPT_print_prog_name_EQ, toolPath, "clang would print a path of the host"},
    {OPT_print_search_dirs, searchDirs, "clang would print its own folders"},
    {OPT_print_libgcc_file_name, compilerRuntime, "clang would print a path of the host"},
    {OPT_print_runtime_dir, runtimeFolder, "clang would print a path of the host"},
};

bool isAnsweredByUs(const CcInvocation &cc) {
  return llvm::any_of(queries, [&](const Query &query) { return cc.has(query.option); });
}

bool queriesFolders(const CcInvocation &cc) { return cc.has(OPT_print_search_dirs); }

std::vector<StringRef> queriedTools(const CcInvocation &cc) {
  std::vector<StringRef> tools;
  for (const CcArg &arg : cc.args)
    if (arg.option == OPT_print_prog_name_EQ)
      tools.push_back(arg.value());
  return tools;
}

Plan planAnswer(const CcInvocation &cc, const Toolchain &toolchain) {
  Plan plan;
  for (const Query &query : queries)
    for (const CcArg &arg : cc.args)
      if (arg.option == query.option && plan.answer.empty()) {
        plan.answer = query.answer(arg, toolchain) + "\n";
        plan.note(Note::Changed, llvm::join(arg.spelling, " "),
                  "to lambda-cc's answer, since " + query.why.str());
      }
  return plan;
}

} // namespace lambdacc
