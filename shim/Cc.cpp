// cc, c++ and what clang does under older names: as, cpp.
#include "Answers.h"
#include "CheckLink.h"
#include "Evidence.h"
#include "Failure.h"
#include "HostCc.h"
#include "JudgeCpu.h"
#include "OldNames.h"
#include "Output.h"
#include "Print.h"
#include "ResponseFile.h"
#include "Text.h"
#include "Tools.h"
#include "VerifyLink.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

// rustc leaves its LTO to the linker, which must then read what rustc's LLVM wrote.
static bool hasRustBitcode(const CcInvocation &invocation) {
  return llvm::any_of(invocation.linkerWords(),
                      [](StringRef word) { return word.ltrim('-').starts_with("plugin-opt"); });
}

static std::vector<StringRef> sourcesOf(const CcInvocation &invocation) {
  std::vector<StringRef> sources;
  for (const CcArg &arg : invocation.args)
    if (arg.use == Use::Source)
      sources.push_back(arg.value());
  return sources;
}

static llvm::Error checkCompile(const CcInvocation &invocation) {
  StringRef output = invocation.last(ccopt::OPT_o);
  bool writes = !invocation.has(ccopt::OPT_fsyntax_only) && !output.empty();
  return writes ? checkOutput(output) : llvm::Error::success();
}

// The CPU that rustc was told, for a build script's compiles for its target.
static llvm::Expected<RustCpu> rustCpu(const Session &session) {
  const CargoVariables &cargo = session.cargo;
  if (llvm::Error error = checkCpuSetting(cargo.cpu))
    return std::move(error);
  if (cargo.cpu == "off" || cargo.target.empty() || !means(cargo.target, session.target()))
    return RustCpu();
  return parseRustFlags(cargo.encodedFlags, cargo.flags);
}

// What is compiled is for the last CPU that the caller says, or else for rustc's. Without a source it is a
// question, such as -dumpmachine.
static std::vector<Finding> judgeCpu(const Session &session, const CcInvocation &invocation,
                                     const RustCpu &cpu) {
  if (sourcesOf(invocation).empty())
    return {};
  const CcArg *said = nullptr;
  for (const CcArg &arg : invocation.args)
    if (arg.option == ccopt::OPT_march_EQ || arg.option == ccopt::OPT_mcpu_EQ)
      said = &arg;
  if (!said)
    return judgeRustCpu(cpu, session.target());
  std::vector<Finding> findings = judgeCpuOption(said->words[0], session.target());
  // OpenBLAS compiles its kernels for each CPU, and chooses among them while it runs. Nobody can choose the
  // machine that builds.
  if (session.cargo.runsBuildScript() && !StringRef(said->words[0]).contains("=native"))
    for (Finding &finding : findings)
      finding.severity = Finding::Warning;
  return findings;
}

static int carryOutCc(const Session &session, ArrayRef<const char *> words, bool cxx,
                      llvm::StringSaver &saver, llvm::vfs::FileSystem &fs) {
  CcInvocation invocation = parseCc(words, cxx, saver);
  std::vector<StringRef> files = invocation.linkables();
  if (session.target().isGlibc() && session.target().machine == hostMachine() &&
      isHostTool(invocation.last(ccopt::OPT_o), files)) {
    llvm::Expected<HostCc> host = findHostCc(session, cxx ? "c++" : "cc");
    if (host)
      return becomeHostCc(session, *host, "rustc links what cargo runs on it", invocation.dryRun);
    consumeError(host.takeError()); // without one, a program of ours runs there as well
  }
  Needs needs{.clang = needsClang(invocation),
              .cache = isKept(invocation),
              .linker = needsLinker(invocation),
              .linkerName = linkerName(invocation),
              .rustBitcode = hasRustBitcode(invocation),
              .inputs = std::move(files),
              .tools = toolsAskedFor(invocation)};
  llvm::Expected<Toolchain> toolchain = findToolchain(session.target(), needs, session.settings, fs);
  if (!toolchain)
    return report(session.prog, toolchain.takeError());
  llvm::Expected<RustCpu> cpu = needs.clang ? rustCpu(session) : RustCpu();
  if (!cpu)
    return report(session.prog, cpu.takeError());
  llvm::Expected<Plan> plan = planCc(invocation, session.target(), *toolchain, *cpu);

  if (plan && plan->answer.empty() && needs.clang && session.verify != Verify::Off &&
      tell(session, judgeCpu(session, invocation, *cpu)))
    return 1;
  if (!plan || !plan->answer.empty() || invocation.dryRun || session.explains)
    return carryOut(session, std::move(plan), invocation.dryRun);

  // From here on it is known what is run. What it reads and writes is looked at before.
  const std::vector<std::string> linkWords = plan->link;
  LdInvocation link;
  if (needs.linker)
    link = parseLd(std::vector<StringRef>(linkWords.begin(), linkWords.end()));
  std::vector<StringRef> sources = sourcesOf(invocation);
  Making making{invocation.has(ccopt::OPT_o) ? invocation.last(ccopt::OPT_o) : "a.out", sources, link,
                needs.rustBitcode};
  bool makes = needs.linker && !(needs.inputs.empty() && sources.empty()); // else it asks: -v
  if (makes && isVerified(session, making.output))
    return makeLink(session, std::move(*plan), making, *toolchain);
  if (llvm::Error error =
          needs.linker ? checkLink(making, session.target(), *toolchain) : checkCompile(invocation))
    plan = std::move(error);
  return carryOut(session, std::move(plan), /*dryRun=*/false);
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
