// cc, c++ and what clang does under older names: as, cpp.
#include "Answers.h"
#include "CheckLink.h"
#include "Failure.h"
#include "OldNames.h"
#include "Output.h"
#include "Print.h"
#include "ResponseFile.h"
#include "Text.h"
#include "Tools.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

// rustc leaves its LTO to the linker, which must then read what rustc's LLVM wrote.
static bool hasRustBitcode(const CcInvocation &invocation) {
  return llvm::any_of(invocation.linkerWords(),
                      [](StringRef word) { return word.ltrim('-').starts_with("plugin-opt"); });
}

static llvm::Error checkFiles(const CcInvocation &invocation, const Target &target,
                              const Toolchain &toolchain, bool rustBitcode) {
  StringRef output = invocation.last(ccopt::OPT_o);
  bool writes = !invocation.has(ccopt::OPT_fsyntax_only) && !output.empty();
  if (!needsLinker(invocation))
    return writes ? checkOutput(output) : llvm::Error::success();
  LdInvocation linker = parseLd(invocation.linkerWords());
  std::vector<StringRef> files = linker.inputs();
  for (const CcArg &arg : invocation.args)
    if (arg.use == Use::Source || arg.use == Use::Linkable)
      files.push_back(arg.value());
  return checkLink(output.empty() ? "a.out" : output, files, linker, target, toolchain, rustBitcode);
}

// The CPU that rustc was told, for a build script's compiles for its target.
static llvm::Expected<RustCpu> rustCpu(const Session &session) {
  const CargoVariables &cargo = session.cargo;
  if (!cargo.cpu.empty() && cargo.cpu != "auto" && cargo.cpu != "off")
    return fail(text("LAMBDA_CC_CPU is '{}'", {cargo.cpu}),
                {"auto compiles for the CPU that rustc was told, off for what the caller says alone"});
  if (cargo.cpu == "off" || cargo.target.empty() || !means(cargo.target, *session.target))
    return RustCpu();
  return parseRustFlags(cargo.encodedFlags, cargo.flags);
}

static int carryOutCc(const Session &session, ArrayRef<const char *> words, bool cxx,
                      llvm::StringSaver &saver, llvm::vfs::FileSystem &fs) {
  CcInvocation invocation = parseCc(words, cxx, saver);
  Needs needs{.clang = needsClang(invocation),
              .linker = needsLinker(invocation),
              .linkerName = linkerName(invocation),
              .rustBitcode = hasRustBitcode(invocation),
              .inputs = invocation.linkables(),
              .tools = toolsAskedFor(invocation)};
  llvm::Expected<Toolchain> toolchain = findToolchain(*session.target, needs, session.settings, fs);
  if (!toolchain)
    return report(session.prog, toolchain.takeError());
  llvm::Expected<RustCpu> cpu = needs.clang ? rustCpu(session) : RustCpu();
  if (!cpu)
    return report(session.prog, cpu.takeError());
  llvm::Expected<Plan> plan = planCc(invocation, *session.target, *toolchain, *cpu);

  // From here on it is known what would be run. What it reads and writes is looked at before.
  if (plan && plan->answer.empty() && !invocation.dryRun)
    if (llvm::Error error = checkFiles(invocation, *session.target, *toolchain, needs.rustBitcode))
      plan = std::move(error);
  return carryOut(session, std::move(plan), invocation.dryRun);
}

// " a b c", without what only asks us to print it.
static std::string inOneLine(ArrayRef<const char *> words) {
  std::string line;
  for (StringRef word : words)
    if (word != "-###")
      line += (" " + word).str();
  return line;
}

// Response files first: each tool reads them, under each of its names.
static int expandAndCarryOut(const Session &session, bool cxx,
                             llvm::SmallVector<const char *, 0> (*translate)(ArrayRef<const char *>,
                                                                             llvm::StringSaver &)) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  CallerWords words;
  if (llvm::Error error = words.read(session.argv, *fs))
    return report(session.prog, std::move(error));
  Session told = session;
  if (translate) {
    std::string asked = inOneLine(words.list);
    words.list = translate(words.list, words.saver);
    told.notes.push_back({Note::Changed, (session.prog + asked).str(),
                          "to cc's" + inOneLine(words.list) + ", since clang does its work"});
  }
  if (words.list.empty())
    return report(session.prog,
                  fail("no input files", {text("usage: {} [options] file...", {session.prog})}));
  return carryOutCc(told, words.list, cxx, words.saver, *fs);
}

int cc(const Tool &, const Session &session) { return expandAndCarryOut(session, /*cxx=*/false, nullptr); }
int cxx(const Tool &, const Session &session) { return expandAndCarryOut(session, /*cxx=*/true, nullptr); }
int as(const Tool &, const Session &session) {
  return expandAndCarryOut(session, /*cxx=*/false, ccWordsOfAs);
}
int cpp(const Tool &, const Session &session) {
  return expandAndCarryOut(session, /*cxx=*/false, ccWordsOfCpp);
}

} // namespace lambdacc
