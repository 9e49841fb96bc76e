//===- LinkRequest.h - The inputs and outputs of a link -------------------===//
//
// Describes what is checked before a link, written by it, and checked after it. It is made from the linker's
// options: the last -o wins, also one from -Wl,. It owns its strings, so that a test can make one by hand.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_LINKREQUEST_H
#define LAMBDA_CC_PLAN_LINKREQUEST_H

#include "LdInvocation.h"
#include <string>
#include <vector>

namespace lambdacc {

/// The kind of file that a link writes.
enum class Product {
  Image,   ///< a program or a shared library
  Object,  ///< a relocatable object: -r
  Bytes,   ///< another format than ELF: --oformat=binary
  OfLto,   ///< if there is bitcode: assembly, bitcode or an index, in the output or beside it
  Nothing, ///< no file, for a query: --version
};

struct LinkRequest {
  struct Library {
    std::string name; ///< after -l: "pq", ":libpq.so.5"
    bool mayBeShared; ///< not after -Bstatic
  };

  Product product = Product::Image;
  std::string output = "a.out";
  std::vector<std::string> inputs = {};
  std::vector<Library> libraries = {};
  std::vector<std::string> folders = {};     ///< library folders of the caller
  std::vector<std::string> hostFolders = {}; ///< library folders of the host, which the link does not use
  std::vector<std::string> otherInputs = {}; ///< files from options: scripts, -R, --just-symbols
  /// Files that will contain the output's name: --dependency-file, -Map.
  std::vector<std::string> filesNamingOutput = {};
  std::string cpu = {};         ///< for bitcode that the linker compiles for rustc, or ""
  bool isShared = false;        ///< -shared
  bool hasScript = false;       ///< -T: a script can name inputs and the output
  bool hasBinaryInputs = false; ///< -b binary: inputs can be any bytes
  bool ltoInLinker = false;     ///< the linker compiles bitcode, with options from rustc or clang
  std::string loader = {};      ///< from --dynamic-linker, or ""

  /// The position of the output in the command's arguments: the index of the first, and their number. 0
  /// arguments if the output is the default, a.out.
  size_t outputAt = 0, outputArgs = 0;
};

/// The kind of file that `ld` writes.
Product productOf(const LdInvocation &ld);

/// The request of `ld`, without the position of the output.
LinkRequest requestOf(const LdInvocation &ld);

} // namespace lambdacc

#endif
