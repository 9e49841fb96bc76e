#include "HostCc.h"
#include "CarryOut.h"
#include "Print.h"
#include "Run.h"
#include "Trail.h"
#include "llvm/TargetParser/Host.h"

using llvm::StringRef;

namespace lambdacc {

uint16_t hostMachine() {
  llvm::Triple host(llvm::sys::getProcessTriple());
  for (const Target &target : targets())
    if (target.arch == host.getArch())
      return target.machine;
  return 0;
}

llvm::Expected<HostCc> findHostCc(const Session &session, StringRef name, StringRef package) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  return findHostCc({session.settings.path, *fs, session.settings.executable, session.tried}, name, package);
}

int execHostCc(const Session &session, const HostCc &host, StringRef why, bool dryRun) {
  Plan plan = planHostCc(session.argv, host, why);
  if (session.explains)
    return carryOut(session, std::move(plan), /*dryRun=*/true);
  if (dryRun)
    printNotes(plan.notes); // the host's cc prints the rest of -### itself
  if (llvm::Error error = passOnTrail(session, plan.command))
    return report(session.prog, std::move(error));
  llvm::Expected<int> status = run(plan.command, session.environment);
  return status ? *status : report(session.prog, status.takeError());
}

} // namespace lambdacc
