#include "OpenSslVersions.h"
#include "Failure.h"
#include "Objects.h"
#include "OwnLibraries.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

// The name among `ownLibraries` of one that needs OpenSSL or is a part of it; "" if there is none.
static StringRef userOfOpenSsl(llvm::ArrayRef<std::string> ownLibraries) {
  for (StringRef name : ownLibraries)
    if (const OwnLibrary *library = findOwnLibrary(name);
        library->folder == "openssl" || library->needs.contains("crypto"))
      return library->name;
  return "";
}

// rustc and OpenSSL's own build put more before the name: libcrypto-lib-cversion.o.
static bool isVersionOf(StringRef member) { return member.ends_with("cversion.o"); }

// The version in crypto/cversion.c's object: "OpenSSL 3.5.9 8 Sep 2026". "" if `file` does not have OpenSSL.
static std::string versionIn(StringRef file) {
  std::string version;
  bool isThere = visitObjectStarts(file, [](StringRef member, StringRef) { return isVersionOf(member); });
  if (!isThere)
    return "";
  visitObjects(file, [&](StringRef member, StringRef contents) {
    if (!isVersionOf(member))
      return false;
    constexpr StringRef mark = "OpenSSL ";
    for (size_t at = contents.find(mark); at != StringRef::npos; at = contents.find(mark, at + 1)) {
      StringRef number = contents.substr(at + mark.size());
      number = number.take_while([](char c) { return llvm::isAlnum(c) || c == '.'; });
      if (llvm::isDigit(number.empty() ? ' ' : number[0]) && number.contains('.')) {
        version = number.str();
        return true;
      }
    }
    return false;
  });
  return version;
}

llvm::Error checkOpenSsl(llvm::ArrayRef<std::string> ownLibraries, const Libraries &libraries) {
  StringRef user = userOfOpenSsl(ownLibraries);
  if (user.empty())
    return llvm::Error::success();
  for (const std::string &path : filesOf(libraries)) {
    StringRef file = path;
    std::string version = file.ends_with(".rlib") || file.ends_with(".a") ? versionIn(file) : "";
    if (!version.empty() && !StringRef(version).starts_with("3."))
      return fail(
          text("the link would mix OpenSSL {} with lambda-cc's OpenSSL 3", {version}),
          {text("{} has OpenSSL {}", {file, version}),
           text("-l{} is lambda-cc's, which is compiled for OpenSSL 3", {user}),
           "update the crate that builds OpenSSL to one with OpenSSL 3, or remove its feature vendored, "
           "so that both use lambda-cc's"});
  }
  return llvm::Error::success();
}

} // namespace lambdacc
