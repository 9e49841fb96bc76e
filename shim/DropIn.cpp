// The plain cc, c++, clang and ar of the drop-in folder. They serve the target that their arguments speak of,
// and become the next of that name on PATH for the host: build scripts and proc-macros are linked as ever.
#include "Evidence.h"
#include "Failure.h"
#include "Glibc.h"
#include "HostCc.h"
#include "Inputs.h"
#include "Print.h"
#include "ResponseFile.h"
#include "Tools.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"

using llvm::StringRef;

namespace lambdacc {

static Evidence evidenceIn(const CcInvocation &invocation, StringRef folder) {
  Evidence evidence;
  for (const CcArg &arg : invocation.args) {
    if (arg.option == ccopt::OPT_target || arg.option == ccopt::OPT_target_legacy_spelling)
      evidence.triple = arg.value();
    if (arg.use == Use::Linkable || arg.option == ccopt::OPT_L)
      evidence.paths.push_back(arg.value());
    if (arg.use == Use::Source || arg.option == ccopt::OPT_o)
      evidence.places.push_back(arg.value());
  }
  evidence.places.push_back(folder);
  for (StringRef file : invocation.linkables())
    if (!evidence.machine)
      evidence.machine = machineOf(file);
  return evidence;
}

static bool isCxx(const Tool &tool) { return tool.role == "c++" || tool.role == "clang++"; }

static int becomeTarget(const Tool &tool, const Session &session, const Target &target, bool saysCeiling,
                        StringRef why) {
  Session targeted = session;
  if (llvm::Error error = setTarget(targeted, target, saysCeiling))
    return report(session.prog, std::move(error));
  targeted.notes.push_back({Note::Changed, tool.role.str(),
                            (llvm::Twine("to ") + target.triple + "-" + tool.role + ", since " + why).str()});
  return isCxx(tool) ? cxx(tool, targeted) : cc(tool, targeted);
}

// Where the host has no compiler, what is for the host can still be made: for the oldest glibc there is.
static int becomeHost(const Tool &tool, const Session &session, StringRef why, bool dryRun) {
  llvm::Expected<HostCc> host = findHostCc(session, tool.role);
  if (host)
    return becomeHostCc(session, *host, why, dryRun);
  for (const Target &row : targets()) {
    if (!row.isGlibc() || row.machine != hostMachine())
      continue;
    consumeError(host.takeError());
    Target oldest = row;
    oldest.glibc = ceilings().front();
    return becomeTarget(tool, session, oldest, /*saysCeiling=*/true,
                        (why + ", and the host has no " + tool.role).str());
  }
  return report(session.prog, host.takeError());
}

int dropIn(const Tool &tool, const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  CallerWords words;
  if (llvm::Error error = words.read(session.argv, *fs)) {
    consumeError(std::move(error)); // an @file that only the host's cc can make sense of
    return becomeHost(tool, session, "nothing speaks of a target", /*dryRun=*/false);
  }

  llvm::SmallString<256> folder;
  (void)llvm::sys::fs::current_path(folder);
  CcInvocation invocation = parseCc(words.list, /*cxx=*/isCxx(tool), words.saver);
  Guess guess = guessTarget(evidenceIn(invocation, folder), hostMachine());
  if (!guess.target)
    return becomeHost(tool, session, guess.why, invocation.dryRun);
  return becomeTarget(tool, session, *guess.target, /*saysCeiling=*/false, guess.why);
}

// An archive is the same for every target, so the host's ar will do, where there is one.
int dropInAr(const Tool &tool, const Session &session) {
  llvm::Expected<HostCc> host = findHostCc(session, tool.role);
  if (host)
    return becomeHostCc(session, *host, "archives are the same for every target", isDryRun(session));
  consumeError(host.takeError());
  return binutil(tool, session);
}

} // namespace lambdacc
