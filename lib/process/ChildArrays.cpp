#include "ChildArrays.h"
#include "System.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"

using llvm::StringRef;

namespace lambdacc {

std::vector<char *> pointers(const std::vector<std::string> &strings) {
  std::vector<char *> out;
  for (const std::string &string : strings)
    out.push_back(const_cast<char *>(string.c_str()));
  out.push_back(nullptr);
  return out;
}

std::vector<std::string> childEnvironment(char **environment,
                                          llvm::ArrayRef<std::pair<std::string, std::string>> set,
                                          llvm::ArrayRef<std::string> unset) {
  std::vector<std::string> out;
  for (char **entry = environment; *entry; ++entry) {
    StringRef name = StringRef(*entry).split('=').first;
    bool isReplaced =
        llvm::any_of(set, [&](const auto &variable) { return isSameVariable(name, variable.first); }) ||
        llvm::any_of(unset, [&](StringRef other) { return isSameVariable(name, other); });
    if (!isReplaced)
      out.push_back(*entry);
  }
  for (const auto &[name, value] : set)
    out.push_back((llvm::Twine(name) + "=" + value).str());
  return out;
}

} // namespace lambdacc
