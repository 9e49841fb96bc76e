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

// What a GCC prints that has one folder for its libraries, and none that a distribution names by a tuple.
static std::string oneFolder(const CcArg &, const Target &, const Toolchain &) { return "."; }
static std::string oneVariant(const CcArg &, const Target &, const Toolchain &) { return ".;"; }
static std::string noTuple(const CcArg &, const Target &, const Toolchain &) { return ""; }

struct Query {
  ID option;
  std::string (*answer)(const CcArg &query, const Target &target, const Toolchain &toolchain);
  StringRef why;
  StringRef name = ""; ///< without dashes, where clang's table has no name for the option

  bool isMadeBy(const CcArg &arg) const {
    return name.empty() ? arg.option == option : arg.spelling.front().ltrim('-') == name;
  }
};

static constexpr Query queries[] = {
    {OPT_print_prog_name_EQ, toolPath, "clang would print a path of the host"},
    {OPT_print_search_dirs, searchDirs, "clang would print its own folders"},
    {OPT_print_libgcc_file_name, compilerRuntime, "clang would print a path of the host"},
    {OPT_print_runtime_dir, runtimeFolder, "clang would print a path of the host"},
};

// clang answers the first two for --target and --sysroot. The others are in gcc/gcc.cc, and Debian's GCC has
// -m32 and -mx32, which no target has. CPython's configure fails if the tuple is of another libc than the
// triple.
static constexpr Query queriesForGcc[] = {
    {OPT_print_file_name_EQ, filePath, "gcc would print a path of the host"},
    {OPT_dumpmachine, triple, "gcc would print the triple of its own libc"},
    {OPT_print_multi_lib, oneVariant, "gcc would print the variants of its host"},
    {OPT_print_multi_directory, oneFolder, "gcc would print a folder of its host"},
    {OPT_print_multi_os_directory, oneFolder, "gcc would print a folder of its host"},
    {OPT_INVALID, noTuple, "gcc would print the tuple of its host's libc", "print-multiarch"},
};

static bool makesOneOf(const CcInvocation &cc, llvm::ArrayRef<Query> queries) {
  return llvm::any_of(queries, [&](const Query &query) {
    return llvm::any_of(cc.args, [&](const CcArg &arg) { return query.isMadeBy(arg); });
  });
}

bool isAnsweredByUs(const CcInvocation &cc) { return makesOneOf(cc, queries); }

bool isAnsweredForGcc(const CcInvocation &cc) { return makesOneOf(cc, queriesForGcc); }

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
      if (query.isMadeBy(arg) && plan.answer.empty()) {
        plan.answer = query.answer(arg, target, toolchain) + "\n";
        plan.note(Note::Changed, llvm::join(arg.spelling, " "),
                  "to lambda-cc's answer, since " + query.why.str());
      }
  return plan;
}

} // namespace lambdacc
