//===- Formats.h - Answers for a person and for a program -------------------===//
#ifndef LAMBDA_CC_SHIM_FORMATS_H
#define LAMBDA_CC_SHIM_FORMATS_H

#include "Arguments.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace lambdacc {

inline std::vector<llvm::StringRef> textOrJson() { return {"text", "json"}; }
inline constexpr Option textOrJsonOption = {
    .name = "--format", .value = "F", .help = "for a person or for a program", .values = textOrJson};
inline bool asksForJson(const Arguments &arguments) {
  return arguments.last(textOrJsonOption.name) == "json";
}

/// What `write` writes, as lines.
inline std::string inJson(llvm::function_ref<void(llvm::json::OStream &)> write) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  llvm::json::OStream json(stream, /*IndentSize=*/2);
  write(json);
  stream << "\n";
  return out;
}

} // namespace lambdacc

#endif
