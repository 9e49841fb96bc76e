#include "ExecErrors.h"
#include "Failure.h"
#include "System.h"
#include "Text.h"

using llvm::StringRef;

namespace lambdacc {

llvm::Error programNotFound(StringRef name, llvm::ArrayRef<std::string> folders) {
  std::vector<std::string> evidence;
  if (!isPath(name))
    evidence.push_back("looked for it in PATH: " + joinFolders(folders));
  return llvm::make_error<Failure>(text("no program '{}'", {name}), std::move(evidence), noProgram);
}

llvm::Error cannotExecute(StringRef file, StringRef why, int status) {
  return llvm::make_error<Failure>(text("'{}' cannot be executed", {file}), std::vector{why.str()}, status);
}

} // namespace lambdacc
