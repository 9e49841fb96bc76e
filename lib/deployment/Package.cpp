#include "Package.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"
#include <minizip/unzip.h>

using llvm::StringRef;
namespace fs = llvm::sys::fs;

namespace lambdacc {

constexpr size_t startSize = 64;

Contents::~Contents() {
  if (!temporary.empty())
    (void)fs::remove(temporary);
}

static llvm::Error unreadable(StringRef file, StringRef why) {
  return fail(text("'{}' can't be read", {file}), {why.str()});
}

llvm::Expected<Contents> readRegularFile(StringRef file) {
  fs::file_status status;
  if (std::error_code error = fs::status(file, status))
    return unreadable(file, error.message());
  if (!fs::is_regular_file(status))
    return unreadable(file, "it is no regular file");
  auto buffer = llvm::MemoryBuffer::getFile(file, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!buffer)
    return unreadable(file, buffer.getError().message());
  return Contents(std::move(*buffer), "");
}

static void sortByPath(std::vector<PackedFile> &files) {
  llvm::sort(files, [](const PackedFile &a, const PackedFile &b) { return a.path < b.path; });
}

//===- A folder -------------------------------------------------------------===//

namespace {
class Folder : public Package {
public:
  explicit Folder(StringRef root) : root(root) {}

  std::error_code read() {
    std::error_code error;
    for (fs::recursive_directory_iterator it(root, error, /*follow_symlinks=*/false), end; it != end;
         it.increment(error)) {
      if (error)
        return error;
      fs::file_status status;
      if (fs::status(it->path(), status) || !fs::is_regular_file(status))
        continue;
      StringRef below = StringRef(it->path()).drop_front(root.size()).ltrim('/');
      list.push_back({below.str(), status.permissions() & fs::all_perms, status.getSize()});
    }
    sortByPath(list);
    return error;
  }

  std::string start(size_t file) override {
    auto slice =
        llvm::MemoryBuffer::getFileSlice(place(file), std::min<uint64_t>(startSize, list[file].size), 0);
    return slice ? (*slice)->getBuffer().str() : "";
  }

  llvm::Expected<Contents> contents(size_t file) override { return readRegularFile(place(file)); }

private:
  std::string place(size_t file) const { return root + "/" + list[file].path; }
  std::string root;
};
} // namespace

llvm::Expected<std::unique_ptr<Package>> openFolder(StringRef folder) {
  auto package = std::make_unique<Folder>(folder);
  if (std::error_code error = package->read())
    return unreadable(folder, error.message());
  return package;
}

//===- A zip ----------------------------------------------------------------===//

namespace {
class Zip : public Package {
public:
  explicit Zip(unzFile zip) : zip(zip) {}
  ~Zip() override { unzClose(zip); }

  // Whether the list of its files could be read.
  bool read() {
    int status = unzGoToFirstFile(zip);
    for (; status == UNZ_OK; status = unzGoToNextFile(zip)) {
      std::string name(longestName, '\0');
      unz_file_info64 info;
      if (unzGetCurrentFileInfo64(zip, &info, name.data(), name.size(), nullptr, 0, nullptr, 0) != UNZ_OK)
        return false;
      name.resize(std::min<size_t>(info.size_filename, longestName));
      unz64_file_pos position;
      if (unzGetFilePos64(zip, &position) != UNZ_OK)
        return false;
      if (StringRef(name).ends_with("/"))
        continue;
      found.push_back({{name, modeOf(info), info.uncompressed_size}, position});
    }
    llvm::sort(found, [](const Entry &a, const Entry &b) { return a.file.path < b.file.path; });
    for (const Entry &entry : found)
      list.push_back(entry.file);
    return status == UNZ_END_OF_LIST_OF_FILE;
  }

  std::string start(size_t file) override {
    std::string bytes;
    (void)unpack(file, [&](StringRef part) {
      bytes += part.take_front(startSize);
      return false;
    });
    return bytes;
  }

  llvm::Expected<Contents> contents(size_t file) override {
    llvm::SmallString<128> temporary;
    int descriptor;
    if (std::error_code error = fs::createTemporaryFile("lambda-cc", "unpacked", descriptor, temporary))
      return fail("no temporary file", {error.message()});
    llvm::raw_fd_ostream stream(descriptor, /*shouldClose=*/true);
    uint64_t size = 0;
    bool whole = unpack(file, [&](StringRef part) {
      size += part.size();
      stream << part;
      return size <= largestPackage && !stream.has_error();
    });
    stream.close();
    bool written = !stream.has_error();
    stream.clear_error();
    auto buffer = llvm::MemoryBuffer::getFile(temporary, /*IsText=*/false, /*RequiresNullTerminator=*/false);
    Contents unpacked(buffer ? std::move(*buffer) : llvm::MemoryBuffer::getMemBuffer(""),
                      std::string(temporary));
    if (!whole || !written || !buffer)
      return unreadable(list[file].path, size > largestPackage ? "it is larger than what Lambda takes"
                                         : written             ? "the zip is broken there"
                                                               : "there is no room to unpack it");
    return unpacked;
  }

private:
  struct Entry {
    PackedFile file;
    unz64_file_pos position;
  };
  static constexpr size_t longestName = 4096;

  // The upper half of the attributes is a mode where Unix made the file, which the upper byte of the version
  // says.
  static unsigned modeOf(const unz_file_info64 &info) {
    constexpr unsigned unixHost = 3, all = 0755;
    bool knows = (info.version >> 8) == unixHost;
    return knows ? (info.external_fa >> 16) & fs::all_perms : all;
  }

  // Hands the parts of a file to `take` until that has enough. Whether all went well to the end.
  bool unpack(size_t file, llvm::function_ref<bool(StringRef)> take) {
    if (unzGoToFilePos64(zip, &found[file].position) != UNZ_OK || unzOpenCurrentFile(zip) != UNZ_OK)
      return false;
    char part[1 << 16];
    int got;
    while ((got = unzReadCurrentFile(zip, part, sizeof part)) > 0)
      if (!take(StringRef(part, got)))
        break;
    bool closed = unzCloseCurrentFile(zip) == UNZ_OK; // tells of a wrong checksum
    return got == 0 && closed;
  }

  unzFile zip;
  std::vector<Entry> found;
};
} // namespace

llvm::Expected<std::unique_ptr<Package>> openZip(StringRef file) {
  unzFile zip = unzOpen64(file.str().c_str());
  if (!zip)
    return unreadable(file, "it is no zip, or a broken one");
  auto package = std::make_unique<Zip>(zip);
  if (!package->read())
    return unreadable(file, "the list of its files is broken");
  return package;
}

} // namespace lambdacc
