//===- Package.h - The files that are deployed together ----------------------===//
//
// A function or a layer is a .zip, or the folder that becomes one. A zip is read by minizip. A file of it is
// unpacked into a temporary file, which takes no memory, and which has no name: nobody else can open it, and
// it is gone when we end, by a signal, too.
//
// A package may come from anywhere. Only regular files are opened, and what is unpacked has a bound.
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

class Package {
public:
  virtual ~Package() = default;
  /// The regular files, in the order of their paths. Links to them count under their own names; folders that
  /// are links do not.
  const std::vector<PackedFile> &files() const { return list; }
  /// The paths of what is neither a regular file nor a folder: a FIFO, a socket, a device.
  const std::vector<std::string> &specialFiles() const { return special; }
  /// How many bytes contents() may read of it in all.
  uint64_t most() const { return bound; }
  /// The first bytes of a file, at most 64; "" where it can't be read.
  virtual std::string start(size_t file) = 0;
  virtual llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> contents(size_t file) = 0;

protected:
  std::vector<PackedFile> list;
  std::vector<std::string> special;
  uint64_t bound = UINT64_MAX;
};

llvm::Expected<std::unique_ptr<Package>> openFolder(llvm::StringRef folder);

/// An error for what is no zip, is broken, or has files that share bytes, as zip bombs have.
llvm::Expected<std::unique_ptr<Package>> openZip(llvm::StringRef file);

/// What a regular file holds. An error for what can't be read, or would not end.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> readRegularFile(llvm::StringRef file);

} // namespace lambdacc

#endif
