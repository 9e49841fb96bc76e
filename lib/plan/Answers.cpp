#include "Answers.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;
using namespace clang::driver::options;

namespace lambdacc {

// A tool that we have none of is printed as it was asked for, as clang and gcc do.
static std::string toolPath(const CcArg &question, const Toolchain &toolchain) {
  auto tool = toolchain.tools.find(question.value().str());
  return tool == toolchain.tools.end() ? question.value().str() : tool->second;
}

static std::string searchDirs(const CcArg &, const Toolchain &toolchain) {
  return "programs: =" + toolchain.bin + "\nlibraries: =" + toolchain.libc +
         (toolchain.lib == toolchain.libc ? "" : ":" + toolchain.lib);
}

static std::string compilerRuntime(const CcArg &, const Toolchain &toolchain) {
  return toolchain.lib + "/libclang_rt.builtins.a";
}

static std::string runtimeFolder(const CcArg &, const Toolchain &toolchain) { return toolchain.lib; }

static constexpr struct Question {
  ID option;
  std::string (*answer)(const CcArg &question, const Toolchain &toolchain);
  StringRef why;
} questions[] = {
    {OPT_print_prog_name_EQ, toolPath, "clang would name the host's"},
    {OPT_print_search_dirs, searchDirs, "clang would name its own folders"},
    {OPT_print_libgcc_file_name, compilerRuntime, "clang would name the host's"},
    {OPT_print_runtime_dir, runtimeFolder, "clang would name the host's"},
};

bool asksUs(const CcInvocation &cc) {
  return llvm::any_of(questions, [&](const Question &question) { return cc.has(question.option); });
}

std::vector<StringRef> toolsAskedFor(const CcInvocation &cc) {
  std::vector<StringRef> tools;
  for (const CcArg &arg : cc.args)
    if (arg.option == OPT_print_prog_name_EQ)
      tools.push_back(arg.value());
  return tools;
}

Plan planAnswer(const CcInvocation &cc, const Toolchain &toolchain) {
  Plan plan;
  for (const Question &question : questions)
    for (const CcArg &arg : cc.args)
      if (arg.option == question.option && plan.answer.empty()) {
        plan.answer = question.answer(arg, toolchain) + "\n";
        plan.note(Note::Changed, llvm::join(arg.words, " "),
                  "to an answer of ours, since " + question.why.str());
      }
  return plan;
}

} // namespace lambdacc
