#include "Session.h"
#include "HostVariables.h"
#include "Print.h"
#include "Run.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include <cstdlib>

using llvm::StringRef;

namespace lambdacc {

static StringRef variable(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

static std::vector<std::string> folders(StringRef path) {
  llvm::SmallVector<StringRef> parts;
  path.split(parts, ':', /*MaxSplit=*/-1, /*KeepEmpty=*/false);
  return {parts.begin(), parts.end()};
}

Session readSession(StringRef prog, const char *argv0, llvm::ArrayRef<const char *> argv,
                    char **environment) {
  Session session{.prog = prog, .argv = argv, .environment = environment};
  static char here; // an address in this executable, for systems without /proc
  session.settings.executable = llvm::sys::fs::getMainExecutable(argv0, &here);
  session.settings.path = folders(variable("PATH"));
  session.settings.clang = variable("LAMBDA_CC_CLANG");
  session.settings.lld = variable("LAMBDA_CC_LLD");
  session.settings.cache = variable("LAMBDA_CC_CACHE");
  session.cargo = {.target = variable("TARGET"),
                   .encodedFlags = variable("CARGO_ENCODED_RUSTFLAGS"),
                   .flags = variable("RUSTFLAGS"),
                   .host = variable("HOST"),
                   .cpu = variable("LAMBDA_CC_CPU")};
  session.verifyVariable = variable("LAMBDA_CC_VERIFY");
  session.ceiling = {.glibc = variable("LAMBDA_CC_GLIBC"), .runtime = variable("LAMBDA_CC_RUNTIME")};
  session.packages = {.path = variable("PKG_CONFIG_PATH"), .libdir = variable("PKG_CONFIG_LIBDIR")};
  session.tried = variable("LAMBDA_CC_TRIED");
  session.runner = {.env = variable("GITHUB_ENV"), .path = variable("GITHUB_PATH")};
  for (const HostVariable &row : hostVariables())
    if (getenv(row.name.data()))
      session.hostVariables.push_back(row.name);
  return session;
}

llvm::Error setTarget(Session &session, const Target &target, bool saysCeiling) {
  Target chosen = target;
  if (!saysCeiling && target.isGlibc()) {
    llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(session.ceiling);
    if (!ceiling)
      return ceiling.takeError();
    chosen.glibc = ceiling->value_or(target.glibc);
  }
  llvm::Expected<Verify> verify = parseVerify(session.verifyVariable);
  if (!verify)
    return verify.takeError();
  session.chosen = chosen;
  session.verify = *verify;
  return llvm::Error::success();
}

int carryOut(const Session &session, llvm::Expected<Plan> plan, bool dryRun, const Around &around) {
  if (!plan)
    return report(session.prog, plan.takeError());
  bool answers = !plan->answer.empty();
  if (!answers)
    dropHostVariables(*plan, session.hostVariables);
  if (session.explains) {
    std::vector<Note> notes = session.notes;
    llvm::append_range(notes, plan->notes);
    printExplanation(session.prog, notes, answers ? std::vector<std::string>() : plan->command.argv(),
                     plan->answer);
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
  if (dryRun || answers)
    return 0;
  if (around.afterwards) {
    llvm::Expected<Finished> end =
        runAndWait(plan->command, session.environment, around.isHeard ? around.isHeard : [] { return true; });
    return end ? around.afterwards(*end) : report(session.prog, end.takeError());
  }
  llvm::Expected<int> status = run(plan->command, session.environment);
  return status ? *status : report(session.prog, status.takeError());
}

} // namespace lambdacc
