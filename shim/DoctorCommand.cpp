// lambda-cc doctor: what is wrong with a set-up, and what to do about it.
#include "Doctor.h"
#include "Formats.h"
#include "HostCc.h"
#include "Print.h"
#include "TargetOptions.h"
#include "Tools.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using llvm::StringRef;

namespace lambdacc {

static StringRef nameOf(Finding::Severity severity) {
  switch (severity) {
  case Finding::Ok:
    return "ok";
  case Finding::Warning:
    return "warning";
  case Finding::Error:
    return "error";
  }
  llvm_unreachable("a finding without severity");
}

static std::string asText(const Session &session, llvm::ArrayRef<Finding> findings) {
  std::string out = "lambda-cc " LAMBDA_CC_VERSION ", " + session.settings.executable + "\n";
  for (const Finding &finding : findings) {
    out += (nameOf(finding.severity) + ": " + finding.what + "\n").str();
    for (const std::string &line : finding.advice)
      out += ">>> " + line + "\n";
  }
  return out;
}

static std::string asJson(const Session &session, llvm::ArrayRef<Finding> findings) {
  return inJson([&](llvm::json::OStream &json) {
    json.object([&] {
      json.attribute("version", LAMBDA_CC_VERSION);
      json.attribute("executable", llvm::json::fixUTF8(session.settings.executable));
      json.attributeArray("findings", [&] {
        for (const Finding &finding : findings)
          json.object([&] {
            json.attribute("check", finding.check);
            json.attribute("severity", nameOf(finding.severity));
            json.attribute("message", llvm::json::fixUTF8(finding.what));
            json.attributeArray("advice", [&] {
              for (const std::string &line : finding.advice)
                json.value(llvm::json::fixUTF8(line));
            });
          });
      });
    });
  });
}

static llvm::Expected<int> doctor(const Session &session, const Arguments &arguments) {
  std::vector<std::string> names = namesInBin();
  llvm::append_range(names, namesInDropIn());
  llvm::SmallString<256> folder;
  (void)llvm::sys::fs::current_path(folder);
  std::vector<Finding> findings = examine({.settings = session.settings,
                                           .ceiling = session.ceiling,
                                           .names = {names.begin(), names.end()},
                                           .environment = session.environment,
                                           .folder = std::string(folder)});
  printAnswer(asksForJson(arguments) ? asJson(session, findings) : asText(session, findings));
  return llvm::any_of(findings, [](const Finding &finding) { return finding.severity == Finding::Error; });
}

static constexpr Option options[] = {textOrJsonOption};
const Subcommand doctorCommand = {.name = "doctor",
                                  .help = "say what is wrong with this set-up, and what to do about it",
                                  .options = options,
                                  .run = doctor};

} // namespace lambdacc
