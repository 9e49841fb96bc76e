#include "Finding.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ErrorHandling.h"

namespace lambdacc {

Finding asFinding(llvm::StringRef check, llvm::Error error) {
  Finding finding{Finding::Error, check, "", {}};
  handleAllErrors(
      std::move(error),
      [&](Failure &failure) {
        finding.what = std::move(failure.headline);
        finding.advice = std::move(failure.evidence);
      },
      [&](const llvm::ErrorInfoBase &other) { finding.what = other.message(); });
  return finding;
}

llvm::StringRef nameOf(Finding::Severity severity) {
  switch (severity) {
  case Finding::Ok:
    return "ok";
  case Finding::Note:
    return "note";
  case Finding::Warning:
    return "warning";
  case Finding::Error:
    return "error";
  }
  llvm_unreachable("a finding without severity");
}

std::string inText(llvm::ArrayRef<Finding> findings) {
  std::string out;
  for (const Finding &finding : findings) {
    out += nameOf(finding.severity).str() + ": " + printableLine(finding.what) + "\n";
    for (const std::string &line : finding.advice)
      out += ">>> " + printableLine(line) + "\n";
  }
  return out;
}

bool hasError(llvm::ArrayRef<Finding> findings) {
  return llvm::any_of(findings, [](const Finding &finding) { return finding.severity == Finding::Error; });
}

} // namespace lambdacc
