// cc and c++, and the old names for parts of clang's work: as, cpp.
#include "AsAndCpp.h"
#include "CarryOut.h"
#include "CpuFlags.h"
#include "Evidence.h"
#include "Failure.h"
#include "HostCc.h"
#include "JudgeCpu.h"
#include "Output.h"
#include "Print.h"
#include "ResponseFile.h"
#include "Text.h"
#include "Tools.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

static std::vector<StringRef> sourcesOf(const CcInvocation &invocation) {
  std::vector<StringRef> sources;
  for (const CcArg &arg : invocation.args)
    if (arg.use == Use::Source)
      sources.push_back(arg.value());
  return sources;
}

// clang reports an output that can't be written only at the end of a compile, a linker at the end of a link.
static llvm::Error checkOutputOf(const CcInvocation &invocation) {
  StringRef output = invocation.last(ccopt::OPT_o);
  bool writes = !invocation.has(ccopt::OPT_fsyntax_only) && !output.empty();
  return writes ? checkOutput(output) : llvm::Error::success();
}

// The CPU that rustc compiles for, if a build script compiles for the target.
static llvm::Expected<RustCpu> rustCpu(const Session &session) {
  const CargoVariables &cargo = session.cargo;
  llvm::Expected<FollowCpu> follow = parseFollowCpu(cargo.cpu);
  if (!follow)
    return follow.takeError();
  if (*follow == FollowCpu::Off || cargo.target.empty() || !isSpellingOf(cargo.target, session.target()))
    return RustCpu();
  return parseRustFlags(cargo.encodedFlags, cargo.flags);
}

// Judges the last -march= and -mcpu= of the caller, or else rustc's CPU. With both options clang's code for
// arm64 has what one of them has, in each order. Without a source the call is a query, such as -dumpmachine.
// A compile that succeeds must print nothing, because cc-rs takes any message for a refusal of the option. So
// this looks only for errors.
static std::vector<Finding> judgeCpu(const Session &session, const CcInvocation &invocation,
                                     const RustCpu &cpu) {
  if (sourcesOf(invocation).empty() || session.verify != Verify::Error)
    return {};
  const Runtime *runtime = session.runtime ? &*session.runtime : nullptr;
  std::vector<Finding> findings;
  bool isNamed = false;
  for (ccopt::ID option : {ccopt::OPT_march_EQ, ccopt::OPT_mcpu_EQ}) {
    const CcArg *last = nullptr;
    for (const CcArg &arg : invocation.args)
      if (arg.option == option)
        last = &arg;
    if (!last)
      continue;
    isNamed = true;
    llvm::append_range(findings, judgeCpuOption(last->spelling[0], session.target(),
                                                session.cargo.runsBuildScript(), runtime));
  }
  if (!isNamed)
    findings = judgeRustCpu(cpu, session.target(), runtime);
  applyVerify(session.verify, findings);
  return findings;
}

// Turns off what the CPU of a compile includes and the user's Managed Instances lack. Not in a CPU that a
// build script chooses: it does so to choose among several when the program runs.
static void fitCpu(Session &session, CcInvocation &invocation, RustCpu &cpu, llvm::StringSaver &saver) {
  const std::optional<Runtime> &runtime = session.runtime;
  if (!runtime || !runtime->cpu || runtime->cpu->arch != session.target().arch)
    return;
  CpuFloor floor = *runtime->cpu;
  StringRef name = runtime->name;
  bool ofScript = session.cargo.runsBuildScript() && invocation.has(ccopt::OPT_mcpu_EQ);
  if (!ofScript && !sourcesOf(invocation).empty())
    llvm::append_range(session.notes, turnOffBeyond(invocation, cpu, floor, name, saver));
}

// Whether the call links a program or a shared library.
static bool linksImage(const CcInvocation &invocation, const Plan &plan) {
  if (!plan.answer.empty() || !needsLinker(invocation) || invocation.has(ccopt::OPT_r))
    return false;
  return !plan.link || plan.link->product == Product::Image;
}

static int carryOutCc(Session session, ArrayRef<const char *> args, bool cxx, llvm::StringSaver &saver,
                      llvm::vfs::FileSystem &fs) {
  CcInvocation invocation = parseCc(args, cxx, saver);
  invocation.tool = session.prog;
  if (isHostTool(invocation.last(ccopt::OPT_o), invocation.linkables()) &&
      session.target().triple == hostTriple(session)) {
    llvm::Expected<HostCc> host = findHostCc(session, cxx ? "c++" : "cc");
    if (host)
      return execHostCc(session, *host, "it is a build script or procedural macro, which runs on the host",
                        invocation.dryRun);
    consumeError(host.takeError()); // without a host compiler: our program runs on the host, too
  }
  Needs needs = needsOf(invocation);
  llvm::Expected<Toolchain> toolchain = findToolchain(session.target(), needs, session.settings, fs);
  if (!toolchain)
    return report(session.prog, toolchain.takeError());
  llvm::Expected<RustCpu> cpu = needs.compiler ? rustCpu(session) : RustCpu();
  if (!cpu)
    return report(session.prog, cpu.takeError());
  std::vector<Finding> findings = judgeCpu(session, invocation, *cpu); // as the caller wrote it
  fitCpu(session, invocation, *cpu, saver);
  llvm::Expected<Plan> plan = planCc(invocation, session.target(), *toolchain, *cpu);

  bool compiles = plan && plan->answer.empty() && needs.compiler;
  if (!compiles)
    findings.clear();
  if (plan && linksImage(invocation, *plan))
    llvm::append_range(findings, judgePlace(session, invocation.last(ccopt::OPT_o), invocation.linkables()));
  printFindings(session, findings);
  if (hasError(findings))
    return 1;
  if (compiles && !invocation.dryRun && !session.explains)
    if (llvm::Error error = checkOutputOf(invocation))
      plan = std::move(error);
  return carryOut(session, std::move(plan), invocation.dryRun, &*toolchain);
}

// " a b c", without -###, which only makes us print the plan.
static std::string joinArgs(ArrayRef<const char *> args) {
  std::string line;
  for (StringRef arg : args)
    if (arg != "-###")
      line += (" " + arg).str();
  return line;
}

// Expands response files first: each of these tools reads them, under each of its names. Then `translate`
// turns the options of as and cpp into those of cc.
static int expandAndCarryOut(const Session &session, bool cxx,
                             llvm::SmallVector<const char *, 0> (*translate)(ArrayRef<const char *>,
                                                                             llvm::StringSaver &)) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  ExpandedArgs expanded;
  if (llvm::Error error = expanded.expand(session.argv, *fs))
    return report(session.prog, std::move(error));
  Session named = session;
  if (translate) {
    std::string before = joinArgs(expanded.argv);
    expanded.argv = translate(expanded.argv, expanded.saver);
    named.notes.push_back({Note::Changed, (session.prog + before).str(),
                           "to cc's" + joinArgs(expanded.argv) + ", since the compiler does its work"});
  }
  if (expanded.argv.empty())
    return report(session.prog,
                  fail("no input files", {text("usage: {} [options] file...", {session.prog})}));
  return carryOutCc(std::move(named), expanded.argv, cxx, expanded.saver, *fs);
}

int cc(const Tool &, const Session &session) { return expandAndCarryOut(session, /*cxx=*/false, nullptr); }
int cxx(const Tool &, const Session &session) { return expandAndCarryOut(session, /*cxx=*/true, nullptr); }
int as(const Tool &, const Session &session) {
  return expandAndCarryOut(session, /*cxx=*/false, translateAs);
}
int cpp(const Tool &, const Session &session) {
  return expandAndCarryOut(session, /*cxx=*/false, translateCpp);
}

} // namespace lambdacc
