//===- LinkRequest.h - What a link is ---------------------------------------===//
//
// What is looked at before a link, written by it, and judged after it. The linker's options decide: the last
// -o wins, behind -Wl, too. It owns its strings, so that a test can make one by hand.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_PLAN_LINKREQUEST_H
#define LAMBDA_CC_PLAN_LINKREQUEST_H

#include "LdInvocation.h"
#include <string>
#include <vector>

namespace lambdacc {

/// What a link leaves as its output.
enum class Product {
  Image,  ///< a program or a shared library
  Object, ///< an object made of objects: -r
  Bytes,  ///< no ELF file: --oformat=binary
  OfLto,  ///< assembly, bitcode or an index, in the output or beside it, if there is bitcode among the inputs
  Nothing, ///< it is a question: --version
};

struct LinkRequest {
  struct Library {
    std::string name; ///< after -l: "pq", ":libpq.so.5"
    bool mayBeShared; ///< -Bstatic doesn't hold
  };

  Product product = Product::Image;
  std::string output = "a.out";
  std::vector<std::string> inputs = {};
  std::vector<Library> libraries = {};
  std::vector<std::string> folders = {};           ///< of libraries, the caller's own
  std::vector<std::string> hostFolders = {};       ///< the same, but the host's own: the link is without them
  std::vector<std::string> otherInputs = {};       ///< files that options name: scripts, -R, --just-symbols
  std::vector<std::string> filesNamingOutput = {}; ///< files that name the output: --dependency-file, -Map
  std::string cpu = {};         ///< for which rustc has the linker compile its bitcode, or ""
  bool isShared = false;        ///< -shared
  bool hasScript = false;       ///< -T: it may name inputs and the output itself
  bool hasBinaryInputs = false; ///< -b binary: inputs are bytes, whatever they are
  bool ltoInLinker = false;     ///< bitcode is compiled by the linker: rustc says how, or clang
  std::string loader = {};      ///< of --dynamic-linker, or ""

  /// Where the command names the output: the first of these words, and how many there are. None where it
  /// means a.out.
  size_t outputAt = 0, outputArgs = 0;
};

/// All but where the command names the output.
LinkRequest requestOf(const LdInvocation &ld);

} // namespace lambdacc

#endif
