//===- Formats.h - Answers for a person and for a program -------------------===//
#ifndef LAMBDA_CC_SHIM_COMMANDS_FORMATS_H
#define LAMBDA_CC_SHIM_COMMANDS_FORMATS_H

#include "Arguments.h"
#include "Finding.h"
#include "Text.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace lambdacc {

inline std::vector<llvm::StringRef> textOrJson() { return {"text", "json"}; }
inline constexpr Option textOrJsonOption = {
    .name = "--format", .value = "F", .help = "for a person or for a program", .values = textOrJson};
inline bool wantsJson(const Arguments &arguments) { return arguments.last(textOrJsonOption.name) == "json"; }

/// What `write` writes, as lines.
inline std::string inJson(llvm::function_ref<void(llvm::json::OStream &)> write) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  llvm::json::OStream json(stream, /*IndentSize=*/2);
  write(json);
  stream << "\n";
  return printableJson(out);
}

/// An object for each, as elements of an array that is open.
inline void writeFindings(llvm::json::OStream &json, llvm::ArrayRef<Finding> findings) {
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
}

/// "0.1.0 (15fc288a)": the version, and the commit if it is known. VersionCommand.cpp has it.
std::string versionAndCommit();

} // namespace lambdacc

#endif
