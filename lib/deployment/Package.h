//===- Package.h - The files that are deployed together ----------------------===//
//
// A function or a layer is a .zip, or the folder that is packed. minizip reads a zip. A file of it is
// unpacked into a temporary file without a name: it takes no memory, no other process can open it, and it is
// removed when this process ends, also by a signal.
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

/// Lambda's limit for a function with its layers, unpacked, in bytes (CodeSizeUnzipped of its API).
constexpr uint64_t largestPackage = 250u << 20;

/// The largest zip that the API takes in a request, in bytes (CodeSizeZipped). A larger one is uploaded to
/// S3.
constexpr uint64_t largestUpload = 50u << 20;

/// How many bytes Package::start() returns at most.
constexpr size_t startSize = 64;

struct PackedFile {
  std::string path;                ///< below the root, with slashes: "lib/libpq.so.5"
  unsigned mode;                   ///< its permissions; 0755 if unknown: a zip from Windows has none
  uint64_t size;                   ///< in bytes, unpacked
  std::string whyNotUnpacked = {}; ///< why Lambda, and contents(), can't unpack it; "" if they can
  bool isLink = false;             ///< in a zip: the rest is of the file that it leads to
};

/// A symbolic link to what is not a file of the package.
struct DanglingLink {
  std::string path, target;
};

/// A path that is a file and, as `below` shows, a folder. If `below` is `path` itself, there are two such
/// files.
struct Clash {
  std::string path, below;
};

/// The clashes of `paths`, of which folders end with a slash.
std::vector<Clash> clashesOf(std::vector<std::string> paths);

class Package {
public:
  virtual ~Package() = default;
  /// The regular files, in the order of their paths. Links to them count under their own names, and files of
  /// a folder under those of links to it.
  const std::vector<PackedFile> &files() const { return list; }
  /// The paths of other files: FIFOs, sockets, devices.
  const std::vector<std::string> &specialFiles() const { return special; }
  const std::vector<DanglingLink> &danglingLinks() const { return dangling; }
  /// Only a zip has them.
  const std::vector<Clash> &clashes() const { return clashing; }
  /// The size of the zip in bytes; 0 for a folder.
  uint64_t zippedSize() const { return zipped; }
  /// The size of all files in bytes, unpacked. Links of a zip take no room; those in a folder are packed as
  /// files.
  uint64_t unpackedSize() const;
  /// The bytes that contents() may read in all.
  uint64_t most() const { return bound; }
  /// The first bytes of a file, at most startSize; "" if it can't be read.
  virtual std::string start(size_t file) = 0;
  virtual llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> contents(size_t file) = 0;

protected:
  std::vector<PackedFile> list;
  std::vector<std::string> special;
  std::vector<DanglingLink> dangling;
  std::vector<Clash> clashing;
  uint64_t zipped = 0;
  uint64_t bound = UINT64_MAX;
};

llvm::Expected<std::unique_ptr<Package>> openFolder(llvm::StringRef folder);

/// An error if `file` is not a zip, is broken, or has files that share bytes, as zip bombs do.
llvm::Expected<std::unique_ptr<Package>> openZip(llvm::StringRef file);

/// The contents of a regular file. An error for other files: a FIFO or a device may not end.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> readRegularFile(llvm::StringRef file);

} // namespace lambdacc

#endif
