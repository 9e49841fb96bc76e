// The plain cc of the drop-in folder. It serves the target that its arguments speak of, and becomes the next
// cc on PATH for the host: build scripts and proc-macros are linked as ever.
#include "Evidence.h"
#include "Failure.h"
#include "Inputs.h"
#include "Print.h"
#include "ResponseFile.h"
#include "Run.h"
#include "Tools.h"
#include "llvm/TargetParser/Host.h"

using llvm::StringRef;

namespace lambdacc {

static uint16_t hostMachine() {
  llvm::Triple host(llvm::sys::getProcessTriple());
  for (const Target &target : targets())
    if (target.arch == host.getArch())
      return target.machine;
  return 0;
}

static Evidence evidenceIn(const CcInvocation &invocation) {
  Evidence evidence;
  for (const CcArg &arg : invocation.args) {
    if (arg.option == ccopt::OPT_target || arg.option == ccopt::OPT_target_legacy_spelling)
      evidence.triple = arg.value();
    if (arg.use == Use::Linkable || arg.option == ccopt::OPT_L)
      evidence.paths.push_back(arg.value());
  }
  for (StringRef file : invocation.linkables())
    if (!evidence.machine)
      evidence.machine = machineOf(file);
  return evidence;
}

static int becomeHostCc(const Session &session, StringRef why, bool dryRun) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  llvm::Expected<HostCc> host = findHostCc({session.settings.path, *fs, session.settings.executable});
  if (!host)
    return report(session.prog, host.takeError());
  Plan plan = planHostCc(session.argv, *host, why);
  if (dryRun)
    printNotes(plan.notes); // the host's cc answers the rest of -### itself
  llvm::Expected<int> status = run(plan.command, session.environment);
  return status ? *status : report(session.prog, status.takeError());
}

int dropIn(const Tool &tool, const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  CallerWords words;
  if (llvm::Error error = words.read(session.argv, *fs)) {
    consumeError(std::move(error)); // an @file that only the host's cc can make sense of
    return becomeHostCc(session, "nothing speaks of a target", /*dryRun=*/false);
  }

  CcInvocation invocation = parseCc(words.list, /*cxx=*/false, words.saver);
  Guess guess = guessTarget(evidenceIn(invocation), hostMachine());
  if (!guess.target)
    return becomeHostCc(session, guess.why, invocation.dryRun);
  Session targeted = session;
  targeted.target = guess.target;
  targeted.notes.push_back(
      {Note::Changed, "cc", ("to " + guess.target->triple + "-cc, since " + guess.why).str()});
  return cc(tool, targeted);
}

} // namespace lambdacc
