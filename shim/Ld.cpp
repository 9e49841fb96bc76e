#include "CheckLink.h"
#include "Failure.h"
#include "LdInvocation.h"
#include "Print.h"
#include "ResponseFile.h"
#include "Text.h"
#include "Tools.h"
#include "VerifyLink.h"

using llvm::StringRef;

namespace lambdacc {

int ld(const Tool &, const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  CallerWords words;
  if (llvm::Error error = words.read(session.argv, *fs))
    return report(session.prog, std::move(error));
  if (words.list.empty())
    return report(session.prog,
                  fail("no input files", {text("usage: {} [options] file...", {session.prog})}));

  LdInvocation invocation = parseLd(std::vector<StringRef>(words.list.begin(), words.list.end()));
  Needs needs{
      .linker = true, .rustBitcode = invocation.has(ldopt::OPT_plugin_opt), .inputs = invocation.inputs()};
  llvm::Expected<Toolchain> toolchain = findToolchain(session.target(), needs, session.settings, *fs);
  if (!toolchain)
    return report(session.prog, toolchain.takeError());
  llvm::Expected<Plan> plan = planLd(invocation, session.target(), *toolchain);

  if (plan && !invocation.dryRun() && !session.explains)
    if (llvm::Error error = checkLink(invocation.output(), /*sources=*/{}, invocation, session.target(),
                                      *toolchain, needs.rustBitcode))
      plan = std::move(error);
  bool makes = !needs.inputs.empty(); // else it asks: -v
  if (!plan || !makes || !isVerified(session, invocation.output()))
    return carryOut(session, std::move(plan), invocation.dryRun());
  return carryOut(session, std::move(plan), invocation.dryRun(), [&](const Finished &linker) {
    return endLink(session, {invocation.output(), invocation, toolchain->sysroot}, linker);
  });
}

} // namespace lambdacc
