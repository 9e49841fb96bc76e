#include "Answers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;
using namespace clang::driver::options;

namespace lambdacc {

// The path of the queried tool. A tool that we do not have is printed as queried, as in clang and gcc.
static std::string toolPath(const CcArg &query, const Target &, const Toolchain &toolchain) {
  auto tool = toolchain.tools.find(query.value().str());
  return tool == toolchain.tools.end() ? query.value().str() : tool->second;
}

// The libraries that lambda-cc brings are last: Meson looks for archives in these folders.
static std::string searchDirs(const CcArg &, const Target &, const Toolchain &toolchain) {
  std::vector<std::string> folders = {toolchain.libc};
  if (toolchain.lib != toolchain.libc)
    folders.push_back(toolchain.lib);
  llvm::append_range(folders, toolchain.libraryFolders());
  return "programs: =" + toolchain.bin + "\nlibraries: =" + llvm::join(folders, ":");
}

static std::string compilerRuntime(const CcArg &, const Target &, const Toolchain &toolchain) {
  return toolchain.lib + "/libclang_rt.builtins.a";
}

static std::string runtimeFolder(const CcArg &, const Target &, const Toolchain &toolchain) {
  return toolchain.lib;
}

// A file that is not there is printed as queried, as in clang and gcc.
static std::string filePath(const CcArg &query, const Target &, const Toolchain &toolchain) {
  auto file = toolchain.files.find(query.value().str());
  return file == toolchain.files.end() ? query.value().str() : file->second;
}

static std::string triple(const CcArg &, const Target &target, const Toolchain &) {
  return target.triple.str();
}

struct Query {
  ID option;
  std::string (*answer)(const CcArg &query, const Target &target, const Toolchain &toolchain);
  StringRef why;
};

static constexpr Query queries[] = {
    {OPT_print_prog_name_EQ, toolPath, "clang would print a path of the host"},
    {OPT_print_search_dirs, searchDirs, "clang would print its own folders"},
    {OPT_print_libgcc_file_name, compilerRuntime, "clang would print a path of the host"},
    {OPT_print_runtime_dir, runtimeFolder, "clang would print a path of the host"},
};

// clang answers these for --target and --sysroot.
static constexpr Query queriesForGcc[] = {
    {OPT_print_file_name_EQ, filePath, "gcc would print a path of the host"},
    {OPT_dumpmachine, triple, "gcc would print the triple of its own libc"},
};

bool isAnsweredByUs(const CcInvocation &cc) {
  return llvm::any_of(queries, [&](const Query &query) { return cc.has(query.option); });
}

bool isAnsweredForGcc(const CcInvocation &cc) {
  return llvm::any_of(queriesForGcc, [&](const Query &query) { return cc.has(query.option); });
}

bool queriesFolders(const CcInvocation &cc) { return cc.has(OPT_print_search_dirs); }

std::vector<StringRef> queriedTools(const CcInvocation &cc) {
  std::vector<StringRef> tools;
  for (const CcArg &arg : cc.args)
    if (arg.option == OPT_print_prog_name_EQ)
      tools.push_back(arg.value());
  return tools;
}

std::vector<StringRef> queriedFiles(const CcInvocation &cc) {
  std::vector<StringRef> files;
  for (const CcArg &arg : cc.args)
    if (arg.option == OPT_print_file_name_EQ)
      files.push_back(arg.value());
  return files;
}

Plan planAnswer(const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  Plan plan;
  std::vector<Query> all(std::begin(queries), std::end(queries));
  if (toolchain.gcc)
    llvm::append_range(all, queriesForGcc);
  for (const Query &query : all)
    for (const CcArg &arg : cc.args)
      if (arg.option == query.option && plan.answer.empty()) {
        plan.answer = query.answer(arg, target, toolchain) + "\n";
        plan.note(Note::Changed, llvm::join(arg.spelling, " "),
                  "to lambda-cc's answer, since " + query.why.str());
      }
  return plan;
}

} // namespace lambdacc
