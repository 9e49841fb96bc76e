#include "Fit.h"
#include "PathSearch.h"
#include "Run.h"
#include "System.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

Job jobOf(StringRef role) {
  if (role == "ld" || role == "ld.lld")
    return Job::Link;
  if (llvm::is_contained({"gcc", "g++", "cc", "c++", "clang", "clang++"}, role))
    return Job::Compile;
  if (!role.consume_front("gcc-"))
    role.consume_front("llvm-");
  if (role == "ar")
    return Job::Archive;
  return role == "ranlib" ? Job::Index : role == "pkg-config" ? Job::FindPackages : Job::Other;
}

static StringRef nameOf(Job job) {
  switch (job) {
  case Job::Link:
    return "a linker";
  case Job::Compile:
    return "a compiler";
  case Job::Archive:
    return "an archiver";
  case Job::Index:
    return "a ranlib";
  case Job::FindPackages:
    return "a pkg-config";
  default:
    return "another tool";
  }
}

//===- Tools of ours --------------------------------------------------------===//

// The target in a tool's name, or null, and the role: gcc of x86_64-unknown-linux-gnu-2_17-gcc.
static std::pair<const Target *, StringRef> parseName(StringRef name) {
  for (const Target &target : targets())
    for (StringRef prefix : prefixes(target)) {
      StringRef rest = name;
      if (!rest.consume_front(prefix) || !rest.consume_front("-"))
        continue;
      return {&target, llvm::isDigit(rest.front()) ? rest.split('-').second : rest};
    }
  return {nullptr, name}; // a plain name of the drop-in folder, which finds the target
}

static Judged judgeOurs(StringRef file, Job job, const Target &target) {
  std::string name = programName(file);
  auto [named, role] = parseName(name);
  if (named && named->machine != target.machine)
    return {Fit::Fails, text("it is a tool for {}", {named->triple})};
  if (named && named->triple != target.triple)
    return {Fit::Unknown};
  bool does = jobOf(role) == job || (job == Job::Link && jobOf(role) == Job::Compile);
  if (!does)
    return {Fit::Fails, text("under this name lambda-cc is '{}', and not {}", {role, nameOf(job)})};
  return {Fit::Ours};
}

//===- Other programs -------------------------------------------------------===//

// What a program prints for `option`, or "" if it fails.
static std::string answerOf(StringRef program, llvm::ArrayRef<StringRef> args, StringRef option) {
  std::vector<StringRef> command(args.begin(), args.end());
  command.push_back(option);
  llvm::Expected<std::string> answer = outputOf(program, command);
  if (answer)
    return std::move(*answer);
  consumeError(answer.takeError());
  return "";
}

// A gcc is for one machine. A clang is for all: cc-rs passes --target to it, and flags can.
static Judged judgeCompiler(StringRef program, llvm::ArrayRef<StringRef> args, const Target &target) {
  std::string machine = StringRef(answerOf(program, args, "-dumpmachine")).trim().str();
  llvm::Triple::ArchType arch = llvm::Triple(machine).getArch();
  bool isOther = arch != llvm::Triple::UnknownArch && arch != target.arch;
  bool isFor32Bits = arch == llvm::Triple::x86 && target.arch == llvm::Triple::x86_64; // there is -m64
  if (!isOther || isFor32Bits || StringRef(answerOf(program, args, "--version")).contains("clang"))
    return {Fit::Unknown};
  return {Fit::Fails, text("it is for another machine: -dumpmachine prints {}", {machine})};
}

// GNU ld prints its emulations. ld.lld has those of all machines, and does not print them.
static Judged judgeForeignLinker(StringRef program, llvm::ArrayRef<StringRef> args, const Target &target) {
  Judged judged = judgeCompiler(program, args, target);
  if (judged.isCertain())
    return judged;
  std::string answer = answerOf(program, args, "-V");
  StringRef emulations = StringRef(answer).split("Supported emulations:").second;
  bool lacks = !emulations.empty() && llvm::none_of(llvm::split(emulations, '\n'), [&](StringRef line) {
    return line.trim() == target.emulation;
  });
  return lacks
             ? Judged{Fit::Fails, text("it is for other machines: -V does not print {}", {target.emulation})}
             : judged;
}

static Judged judgeForeign(StringRef program, llvm::ArrayRef<StringRef> args, Job job, const Target &target) {
  switch (job) {
  case Job::Link:
    return judgeForeignLinker(program, args, target);
  case Job::Compile:
    return judgeCompiler(program, args, target);
  case Job::Archive:
  case Job::Index:
    if (answerOf(program, args, "--version").empty())
      return {Fit::Fails, text("it is not {}: --version fails", {nameOf(job)})};
    return {Fit::Unknown};
  default:
    return {Fit::Unknown};
  }
}

Judged judgeProgram(const CheckContext &context, llvm::ArrayRef<StringRef> args, Job job,
                    const Target &target) {
  for (StringRef arg : args) // the first may be a cache
    if (isOurTool(context, arg))
      return judgeOurs(arg, job, target);
  if (args.empty())
    return {Fit::Missing};
  std::string program = fileOf(context.places(), args.front());
  if (program.empty() || !llvm::sys::fs::can_execute(program) || llvm::sys::fs::is_directory(program))
    return {Fit::Missing};
  return judgeForeign(program, args, job, target);
}

// Whether cc-rs finds the compiler of C without the linker: by a variable, or by a name on PATH.
static bool findsCompiler(const CheckContext &context, const Target &target) {
  return llvm::any_of(namesInCcRs("CC", target.triple),
                      [&](StringRef name) { return !context.variableOfBuildScripts(name).value.empty(); }) ||
         llvm::any_of(prefixes(target), [&](StringRef prefix) {
           return !findOnPath(context.places(), (prefix + "-gcc").str()).empty();
         });
}

Judged judgeLinker(const CheckContext &context, StringRef linker, const Target &target) {
  Judged judged = judgeProgram(context, {linker}, Job::Link, target);
  if (judged.fit == Fit::Ours && !StringRef(programName(linker)).ends_with("-gcc") &&
      !findsCompiler(context, target))
    return {Fit::Fails, "cc-rs derives the compiler of C only from a name that ends in -gcc"};
  return judged;
}

} // namespace lambdacc
