#include "CarryOut.h"
#include "Failure.h"
#include "Print.h"
#include "ResponseFile.h"
#include "Signals.h"
#include "Text.h"
#include "Tools.h"

using llvm::StringRef;

namespace lambdacc {

// If clang's driver links, it runs our ld. Messages then name the tool that the caller ran.
static Session onBehalf(const Session &session, const LdInvocation &ld) {
  Session tool = session;
  for (const LdArg &arg : ld.args)
    if (arg.option == ldopt::OPT_lambda_cc_tool)
      tool.prog = arg.value;
  return tool;
}

// For a link of clang's driver, our cc has judged that.
static std::vector<Finding> judgePlace(const Session &session, const LdInvocation &ld, const Plan &plan) {
  const std::optional<LinkRequest> &link = plan.link;
  if (!link || link->product != Product::Image || ld.has(ldopt::OPT_lambda_cc_tool))
    return {};
  return judgePlace(session, link->output, ld.inputs());
}

int ld(const Tool &, const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  ExpandedArgs expanded;
  if (llvm::Error error = expanded.expand(session.argv, *fs))
    return report(session.prog, std::move(error));
  if (expanded.argv.empty())
    return report(session.prog,
                  fail("no input files", {text("usage: {} [options] file...", {session.prog})}));

  LdInvocation invocation = parseLd(std::vector<StringRef>(expanded.argv.begin(), expanded.argv.end()));
  Session tool = onBehalf(session, invocation);
  if (invocation.has(ldopt::OPT_lambda_cc_tool))
    endWithParent();
  llvm::Expected<Toolchain> toolchain = findToolchain(tool.target(), needsOf(invocation), tool.settings, *fs);
  if (!toolchain)
    return report(tool.prog, toolchain.takeError());
  llvm::Expected<Plan> plan = planLd(invocation, tool.target(), *toolchain);
  std::vector<Finding> findings = plan ? judgePlace(tool, invocation, *plan) : std::vector<Finding>();
  printFindings(tool, findings);
  if (hasError(findings))
    return 1;
  return carryOut(tool, std::move(plan), invocation.dryRun(), &*toolchain);
}

} // namespace lambdacc
