// lambda-cc doctor: errors of a set-up, and what to do about them.
#include "Doctor.h"
#include "Failure.h"
#include "Formats.h"
#include "HostCc.h"
#include "Print.h"
#include "Report.h"
#include "TargetOptions.h"
#include "Today.h"
#include "Tools.h"
#include "Version.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace lambdacc {

static std::string asJson(const Session &session, llvm::ArrayRef<Finding> findings) {
  return inJson([&](llvm::json::OStream &json) {
    json.object([&] {
      json.attribute("version", LAMBDA_CC_VERSION);
      json.attribute("executable", llvm::json::fixUTF8(session.settings.executable));
      json.attributeArray("findings", [&] { writeFindings(json, findings); });
    });
  });
}

static constexpr Option reportOption = {.name = "--report",
                                        .help = "print what to send to who does not have this machine"};

static llvm::Expected<int> doctor(const Session &session, const Arguments &arguments) {
  if (arguments.has(reportOption.name) && wantsJson(arguments))
    return failUsage("'--report' with --format json", {"the report is text: leave out one of the two"});
  std::vector<std::string> names = namesInBin();
  llvm::append_range(names, namesInDropIn());
  llvm::SmallString<256> folder;
  (void)llvm::sys::fs::current_path(folder);
  std::string host = hostTriple(session);
  Setup setup = {.settings = session.settings,
                 .ceiling = session.ceiling,
                 .host = host,
                 .sysroots = LAMBDA_CC_SYSROOTS_DIGEST,
                 .libraries = LAMBDA_CC_LIBRARIES_DIGEST,
                 .names = {names.begin(), names.end()},
                 .environment = session.environment,
                 .folder = std::string(folder),
                 .cargoHome = session.cargoHome,
                 .today = today()};
  std::vector<Finding> findings = checkSetup(setup);
  if (arguments.has(reportOption.name)) {
    printAnswer(reportOn(setup, versionAndCommit(), findings));
    return hasError(findings);
  }
  std::string heading =
      "lambda-cc " LAMBDA_CC_VERSION ", " + printableLine(session.settings.executable) + "\n";
  printAnswer(wantsJson(arguments) ? asJson(session, findings) : heading + inText(findings));
  return hasError(findings);
}

static constexpr Option options[] = {textOrJsonOption, reportOption};
const Subcommand doctorCommand = {.name = "doctor",
                                  .help = "report what is wrong with this set-up, and what to do about it",
                                  .options = options,
                                  .run = doctor};

} // namespace lambdacc
