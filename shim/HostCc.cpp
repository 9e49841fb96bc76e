#include "HostCc.h"
#include "CarryOut.h"
#include "Elf.h"
#include "Evidence.h"
#include "Print.h"
#include "Providers.h"
#include "RegularFile.h"
#include "Run.h"
#include "Sysroot.h"
#include "System.h"
#include "Trail.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Host.h"

using llvm::StringRef;

namespace lambdacc {

uint16_t hostMachine() {
  if (!isOwnTripleHost())
    return 0;
  llvm::Triple host(llvm::sys::getProcessTriple());
  for (const Target &target : targets())
    if (target.arch == host.getArch())
      return target.machine;
  return 0;
}

// Our executable is static, and so the same for every libc. The host's shell is not: its loader shows the
// libc. A loader for programs of the other libc may be there, too, as gcompat's on Alpine.
static bool hasMusl() {
  std::unique_ptr<llvm::MemoryBuffer> shell = readRegular("/bin/sh");
  llvm::Expected<Elf> elf = readElf(shell ? shell->getBuffer() : "");
  if (!elf)
    return (consumeError(elf.takeError()), false);
  return llvm::sys::path::filename(elf->interpreter).starts_with("ld-musl-");
}

bool lacksPkgConfig(const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  return errorToBool(findPkgConfig({session.settings.path, *fs, session.settings.executable}).takeError());
}

bool needsOpensslFolder(const Session &session, const Target &target) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  llvm::Expected<std::string> libraries = findLibraries(target, session.settings.executable, *fs);
  return !errorToBool(libraries.takeError()) && !libraries->empty() && lacksPkgConfig(session);
}

StringRef systemTriple() {
  if (!isOwnTripleHost())
    return "";
  llvm::Triple::EnvironmentType libc = hasMusl() ? llvm::Triple::Musl : llvm::Triple::GNU;
  for (const Target &target : targets())
    if (target.machine == hostMachine() && target.libc == libc)
      return target.triple;
  return "";
}

std::string hostTriple(const Session &session) {
  for (StringRef folder : session.settings.path)
    if (StringRef triple = rustTriple(folder); !triple.empty())
      return triple.str();
  return session.cargo.runsBuildScript() ? session.cargo.host.str() : systemTriple().str();
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
