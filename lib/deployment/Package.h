//===- Package.h - The files that are deployed together ----------------------===//
//
// A function or a layer is a .zip, or the folder that becomes one. A zip is read by minizip; what a file of
// it holds is unpacked into a temporary file, so that its size is nobody's memory.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_DEPLOYMENT_PACKAGE_H
#define LAMBDA_CC_DEPLOYMENT_PACKAGE_H

#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"
#include <memory>
#include <string>
#include <vector>

namespace lambdacc {

/// What Lambda takes of a function with its layers, unpacked, in bytes.
constexpr uint64_t largestPackage = 250u << 20;

struct PackedFile {
  std::string path; ///< below the root, with slashes: "lib/libpq.so.5"
  unsigned mode;    ///< its permissions; 0755 where nobody knows: a zip from Windows has none
  uint64_t size;    ///< in bytes, unpacked
};

/// What a file holds, for as long as this lives.
class Contents {
public:
  Contents(std::unique_ptr<llvm::MemoryBuffer> buffer, std::string temporary)
      : buffer(std::move(buffer)), temporary(std::move(temporary)) {}
  ~Contents();
  Contents(Contents &&) = default;
  llvm::StringRef bytes() const { return buffer->getBuffer(); }

private:
  std::unique_ptr<llvm::MemoryBuffer> buffer;
  std::string temporary; ///< a file to be removed, or ""
};

class Package {
public:
  virtual ~Package() = default;
  /// The regular files, in the order of their paths. Links to them count under their own names; folders that
  /// are links do not.
  const std::vector<PackedFile> &files() const { return list; }
  /// The first bytes of a file, at most 64; "" where it can't be read.
  virtual std::string start(size_t file) = 0;
  virtual llvm::Expected<Contents> contents(size_t file) = 0;

protected:
  std::vector<PackedFile> list;
};

llvm::Expected<std::unique_ptr<Package>> openFolder(llvm::StringRef folder);

/// An error for what is no zip, or is broken.
llvm::Expected<std::unique_ptr<Package>> openZip(llvm::StringRef file);

/// What a regular file holds. An error for what can't be read, or would not end.
llvm::Expected<Contents> readRegularFile(llvm::StringRef file);

} // namespace lambdacc

#endif
