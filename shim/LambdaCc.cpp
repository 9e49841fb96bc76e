// The command for people: what it is, and what there is.
#include "Failure.h"
#include "Print.h"
#include "Text.h"
#include "Tools.h"

using llvm::StringRef;

namespace lambdacc {

// What cmake/Install.cmake makes its links from: every name that the table of tools gives rise to.
static std::string toolNames() {
  std::string names;
  for (const Target &target : targets())
    for (StringRef prefix : prefixes(target))
      for (const Tool &tool : tools())
        names += (prefix + "-" + tool.role + "\n").str();
  return names;
}

static std::string targetNames() {
  std::string names;
  for (const Target &target : targets())
    names += (target.triple + "\n").str();
  return names;
}

static std::string version() { return "lambda-cc " LAMBDA_CC_VERSION "\n"; }

static std::string help();

namespace {
struct Answer {
  StringRef name;
  StringRef help;
  std::string (*text)();
};
} // namespace

// clang-format off
static constexpr Answer answers[] = {
    {"targets",   "print the targets, one a line",                 targetNames},
    {"names",     "print the names of all tools, one a line",      toolNames},
    {"--version", "print the version",                             version},
    {"--help",    "print this",                                    help},
};
// clang-format on

static std::string help() {
  std::string out =
      "lambda-cc is cc, ld and ar for AWS Lambda, under names such as x86_64-unknown-linux-musl-gcc.\n"
      "What one of them would do, and why: add -### to its arguments.\n\n"
      "usage: lambda-cc COMMAND\n";
  for (const Answer &answer : answers)
    out += text("  {}{}{}\n", {answer.name, std::string(12 - answer.name.size(), ' '), answer.help});
  return out;
}

int lambdaCc(StringRef prog, llvm::ArrayRef<const char *> argv) {
  if (argv.size() == 1)
    for (const Answer &answer : answers)
      if (answer.name == argv[0]) {
        printAnswer(answer.text());
        return 0;
      }
  StringRef asked = argv.empty() ? "" : argv[0];
  return report(prog, failUsage(asked.empty() ? "no command" : text("no command '{}'", {asked}),
                                {"lambda-cc --help lists what there is"}));
}

} // namespace lambdacc
