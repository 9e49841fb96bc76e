#include "CarryOut.h"
#include "Evidence.h"
#include "Failure.h"
#include "HeaderAdvice.h"
#include "HostVariables.h"
#include "JudgeCpu.h"
#include "JudgeRuntime.h"
#include "Link.h"
#include "Print.h"
#include "Probe.h"
#include "Signals.h"
#include "Text.h"
#include "Trail.h"

using llvm::StringRef;

namespace lambdacc {

void printFindings(const Session &session, llvm::ArrayRef<Finding> findings) {
  for (const Finding &finding : findings)
    if (finding.severity == Finding::Error)
      report(session.prog, fail(finding.what, finding.advice));
    else
      printWarning(session.prog, finding.what, finding.advice);
}

std::vector<Finding> judgePlace(const Session &session, StringRef output, llvm::ArrayRef<StringRef> inputs) {
  if (!session.deployedTo || session.cargo.runsBuildScript() || isProbe(output) || isHostTool(output, inputs))
    return {};
  std::vector<Finding> findings;
  if (std::optional<Finding> finding = judgeRuntime(session.target(), *session.deployedTo))
    findings.push_back(std::move(*finding));
  applyVerify(session.verify, findings);
  return findings;
}

std::optional<int> printIfShown(const Session &session, llvm::Expected<Plan> &plan, bool dryRun) {
  if (!plan)
    return report(session.prog, plan.takeError());
  bool answers = !plan->answer.empty();
  if (!answers)
    dropHostVariables(*plan, session.hostVariables);
  if (session.explains) {
    std::vector<Note> notes = session.notes;
    llvm::append_range(notes, plan->notes);
    printExplanation(session.prog, notes, answers ? std::vector<std::string>() : plan->command.argv(),
                     plan->linker, plan->answer);
    return 0;
  }
  if (dryRun) {
    printNotes(session.notes);
    if (!answers)
      printPlan(plan->notes, plan->command.argv());
    else
      printNotes(plan->notes);
  }
  if (answers)
    printAnswer(plan->answer);
  return dryRun || answers ? std::optional(0) : std::nullopt;
}

// Ends as `program` did: by its signal, or with its exit status.
static int endBy(const Session &session, StringRef program, const Ended &end) {
  if (std::string crash = nameOfCrash(end.signal); !crash.empty())
    report(session.prog, fail(text("'{}' crashed: {}", {program, crash}),
                              {"memory is short, or the file is damaged or for another CPU",
                               "lambda-cc doctor shows whether it runs here"}));
  if (end.signal)
    raiseSignal(end.signal);
  return end.status;
}

// `advise` gets the messages of the command, and returns lines to print below them if it failed.
static int waitFor(const Session &session, const Command &command,
                   llvm::function_ref<std::vector<std::string>(StringRef)> advise) {
  llvm::Expected<Finished> finished = [&] {
    HeldSignals signals;
    return runAndWait(command, session.environment, signals);
  }();
  if (!finished)
    return report(session.prog, finished.takeError());
  printMessages(finished->errors);
  if (finished->end.status)
    printAdvice(advise(finished->errors));
  return endBy(session, command.program.path, finished->end);
}

int waitFor(const Session &session, const Command &command) {
  return waitFor(session, command, [](StringRef) { return std::vector<std::string>(); });
}

static LinkPolicy policyOf(const Session &session, StringRef output, FindCompilers compilers,
                           FindVariable variableNaming) {
  return {.verify = session.verify,
          .onlyCorrect = session.cargo.runsBuildScript() || isProbe(output),
          .isProbe = isProbe(output),
          .cpu = parseRustFlags(session.cargo.encodedFlags, session.cargo.flags),
          .runtime = session.runtime,
          .compilers = compilers,
          .variableNaming = variableNaming};
}

static int carryOutLink(const Session &session, const LinkRequest &link, Command command,
                        const Toolchain &toolchain) {
  auto compilers = [&session] { return otherCompilers(session); };
  auto naming = [&session](StringRef folder) { return variableNaming(session, folder); };
  LinkPolicy policy = policyOf(session, link.output, compilers, naming);
  std::string linker = command.program.path;
  llvm::Expected<LinkResult> result =
      makeLink(link, std::move(command), session.target(), toolchain, policy, session.environment);
  if (!result)
    return report(session.prog, result.takeError());
  printMessages(result->messages);
  printAdvice(result->advice);
  printFindings(session, result->findings);
  return endBy(session, linker, result->end);
}

int carryOut(const Session &session, llvm::Expected<Plan> plan, bool dryRun, const Toolchain *toolchain) {
  if (std::optional<int> status = printIfShown(session, plan, dryRun))
    return *status;
  if (llvm::Error error = passOnTrail(session, plan->command))
    return report(session.prog, std::move(error));
  const std::optional<LinkRequest> &link = plan->link;
  if (toolchain && link && link->product != Product::Nothing)
    return carryOutLink(session, *link, std::move(plan->command), *toolchain);
  if (!plan->droppedPackages.empty())
    return waitFor(session, plan->command,
                   [&](StringRef messages) { return adviceOnHeaders(messages, plan->droppedPackages); });
  llvm::Expected<int> status = run(plan->command, session.environment);
  return status ? *status : report(session.prog, status.takeError());
}

} // namespace lambdacc
