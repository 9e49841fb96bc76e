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

  Making making{invocation.output(), /*sources=*/{}, invocation, needs.rustBitcode};
  bool onlyTells = !plan || invocation.dryRun() || session.explains;
  bool makes = !needs.inputs.empty(); // else it asks: -v
  if (!onlyTells && makes && isVerified(session, making.output))
    return makeLink(session, std::move(*plan), making, *toolchain);
  if (!onlyTells)
    if (llvm::Error error = checkLink(making, session.target(), *toolchain))
      plan = std::move(error);
  return carryOut(session, std::move(plan), invocation.dryRun());
}

} // namespace lambdacc
