#include "Failure.h"

namespace lambdacc {

char Failure::ID = 0;

llvm::Error fail(std::string headline, std::vector<std::string> evidence) {
  return llvm::make_error<Failure>(std::move(headline), std::move(evidence), 1);
}

llvm::Error failUsage(std::string headline, std::vector<std::string> evidence) {
  return llvm::make_error<Failure>(std::move(headline), std::move(evidence), 2);
}

} // namespace lambdacc
