#include "Package.h"
#include "Failure.h"
#include "LinkTarget.h"
#include "RegularFile.h"
#include "System.h"
#include "Text.h"
#include "UnnamedFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <minizip/unzip.h>

using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace lambdacc {

constexpr size_t mostFiles = 1 << 18;
constexpr StringRef tooMany = "it has more than 262144 files";

static llvm::Error unreadable(StringRef file, StringRef why) {
  return fail(text("'{}' can't be read", {file}), {why.str()});
}

static llvm::Expected<int> openRegularFile(StringRef file) {
  llvm::ErrorOr<int> descriptor = openRegular(file);
  if (descriptor)
    return *descriptor;
  bool isOtherKind = descriptor.getError() == std::errc::not_supported;
  return unreadable(file, isOtherKind ? "it is not a regular file" : descriptor.getError().message());
}

llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> readRegularFile(StringRef file) {
  llvm::Expected<int> descriptor = openRegularFile(file);
  if (!descriptor)
    return descriptor.takeError();
  auto buffer = llvm::MemoryBuffer::getOpenFile(fs::convertFDToNativeFile(*descriptor), file, /*FileSize=*/-1,
                                                /*RequiresNullTerminator=*/false);
  closeFile(*descriptor);
  if (!buffer)
    return unreadable(file, buffer.getError().message());
  return std::move(*buffer);
}

uint64_t Package::unpackedSize() const {
  uint64_t size = 0;
  for (const PackedFile &file : list)
    size = llvm::SaturatingAdd(size, file.isLink ? 0 : file.size);
  return size;
}

static void sortByPath(std::vector<PackedFile> &files) {
  llvm::sort(files, [](const PackedFile &a, const PackedFile &b) { return a.path < b.path; });
}

// Sorts "lib" before "lib/a", and that before "lib-a".
static bool isBefore(StringRef a, StringRef b) {
  auto key = [](char c) { return c == '/' ? 0 : static_cast<unsigned char>(c) + 1; };
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
                                      [&](char x, char y) { return key(x) < key(y); });
}

std::vector<Clash> clashesOf(std::vector<std::string> paths) {
  std::vector<Clash> clashes;
  llvm::sort(paths, isBefore);
  for (size_t i = 1; i < paths.size(); ++i) {
    StringRef file = paths[i - 1], rest = paths[i];
    if (file.ends_with("/") || !rest.consume_front(file) || !(rest.empty() || rest.starts_with("/")))
      continue;
    if (!clashes.empty() && clashes.back().path == file) // a third one: a folder is worse than a file
      clashes.back().below = paths[i];
    else
      clashes.push_back({paths[i - 1], paths[i]});
  }
  return clashes;
}

//===- A folder -------------------------------------------------------------===//

namespace {
class Folder : public Package {
public:
  explicit Folder(StringRef root) : root(root) {}

  llvm::Error read() {
    std::vector<fs::UniqueID> chain;
    llvm::Error error = readFolder(root, chain);
    llvm::sort(special);
    sortByPath(list);
    return error;
  }

  std::string start(size_t file) override {
    llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> whole = contents(file);
    if (whole)
      return (*whole)->getBuffer().take_front(startSize).str();
    consumeError(whole.takeError());
    return "";
  }

  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> contents(size_t file) override {
    return readRegularFile(place(file));
  }

private:
  // `chain` has the folders that lead to this one. A link to one of them would never end.
  llvm::Error readFolder(const std::string &folder, std::vector<fs::UniqueID> &chain) {
    fs::UniqueID id;
    std::error_code error = fs::getUniqueID(folder, id);
    if (error)
      return unreadable(folder, error.message());
    if (llvm::is_contained(chain, id))
      return llvm::Error::success();
    chain.push_back(id);
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
      if (llvm::Error ofEntry = readEntry(withSlashes(it->path()), chain))
        return ofEntry;
    chain.pop_back();
    return error ? unreadable(folder, error.message()) : llvm::Error::success();
  }

  llvm::Error readEntry(const std::string &file, std::vector<fs::UniqueID> &chain) {
    std::string below = StringRef(file).drop_front(root.size()).ltrim('/').str();
    fs::file_status status;
    if (std::error_code error = fs::status(file, status)) {
      std::string target = linkTarget(file);
      if (target.empty())
        return unreadable(file, error.message());
      dangling.push_back({std::move(below), std::move(target)});
      return llvm::Error::success();
    }
    if (fs::is_directory(status))
      return readFolder(file, chain);
    if (list.size() + special.size() == mostFiles)
      return unreadable(root, tooMany);
    if (fs::is_regular_file(status))
      list.push_back({std::move(below), modeOf(status), status.getSize()});
    else
      special.push_back(std::move(below));
    return llvm::Error::success();
  }

  // Where files have no modes, those that a zip made there gets.
  static unsigned modeOf(const fs::file_status &status) {
    constexpr unsigned all = 0755;
    return hasFileModes() ? unsigned(status.permissions()) & fs::all_perms : all;
  }
  std::string place(size_t file) const { return root + "/" + list[file].path; }
  std::string root;
};
} // namespace

llvm::Expected<std::unique_ptr<Package>> openFolder(StringRef folder) {
  auto package = std::make_unique<Folder>(folder);
  if (llvm::Error error = package->read())
    return std::move(error);
  return package;
}

//===- A zip ----------------------------------------------------------------===//

namespace {
class Zip : public Package {
public:
  Zip(StringRef name, unzFile zip) : name(name), zip(zip) { bound = largestPackage; }
  ~Zip() override { unzClose(zip); }

  // What is wrong with the list of its files, or "". Files that are packed into more than the `size` of the
  // zip share bytes: a small one can unpack to any size by that (CVE-2019-13232).
  StringRef read(uint64_t size) {
    uint64_t packed = 0;
    zipped = size;
    std::vector<std::string> paths;
    unz_global_info64 all;
    bool isEmpty = unzGetGlobalInfo64(zip, &all) == UNZ_OK && all.number_entry == 0;
    int status = isEmpty ? UNZ_END_OF_LIST_OF_FILE : unzGoToFirstFile(zip);
    for (; status == UNZ_OK; status = unzGoToNextFile(zip)) {
      std::string name(longestName, '\0');
      unz_file_info64 info;
      unz64_file_pos position;
      if (unzGetCurrentFileInfo64(zip, &info, name.data(), name.size(), nullptr, 0, nullptr, 0) != UNZ_OK ||
          unzGetFilePos64(zip, &position) != UNZ_OK)
        return "the list of its files is broken";
      name.resize(std::min<size_t>(info.size_filename, longestName));
      name = asUnpacked(name);
      packed = llvm::SaturatingAdd(packed, uint64_t(info.compressed_size));
      paths.push_back(name);
      if (StringRef(name).ends_with("/"))
        continue;
      if (found.size() + special.size() == mostFiles)
        return tooMany;
      if (unsigned type = typeOf(info); type && type != regularFile && type != symbolicLink)
        special.push_back(name);
      else
        found.push_back({{name, modeOf(info), info.uncompressed_size, whyNotUnpacked(info)},
                         position,
                         /*isLink=*/type == symbolicLink});
    }
    if (status != UNZ_END_OF_LIST_OF_FILE)
      return "the list of its files is broken";
    clashing = clashesOf(std::move(paths));
    llvm::sort(special);
    followLinks();
    if (found.size() > mostFiles)
      return tooMany;
    llvm::sort(found, [](const Entry &a, const Entry &b) { return a.file.path < b.file.path; });
    for (const Entry &entry : found)
      list.push_back(entry.file);
    return packed > size ? "files in it share bytes, as in a zip bomb" : "";
  }

  std::string start(size_t file) override {
    std::string bytes(startSize, '\0');
    int got = open(found[file]) ? unzReadCurrentFile(zip, bytes.data(), startSize) : 0;
    (void)unzCloseCurrentFile(zip);
    bytes.resize(std::max(got, 0));
    return bytes;
  }

  llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>> contents(size_t file) override {
    llvm::SmallString<128> folder;
    path::system_temp_directory(/*ErasedOnReboot=*/true, folder);
    llvm::ErrorOr<int> temporary = unnamedFile(folder);
    if (!temporary)
      return fail("no temporary file", {text("{}: {}", {folder, temporary.getError().message()})});
    llvm::raw_fd_ostream stream(*temporary, /*shouldClose=*/false);
    bool whole = unpack(file, stream);
    stream.flush();
    bool written = !stream.has_error();
    stream.clear_error();
    auto buffer = llvm::MemoryBuffer::getOpenFile(fs::convertFDToNativeFile(*temporary), list[file].path,
                                                  /*FileSize=*/-1, /*RequiresNullTerminator=*/false);
    closeFile(*temporary);
    if (!whole || !written || !buffer)
      return unreadable(text("{}:{}", {name, list[file].path}),
                        written ? "the zip is broken there" : "the disk has no room to unpack it");
    return std::move(*buffer);
  }

private:
  struct Entry {
    PackedFile file;
    unz64_file_pos position;
    bool isLink = false;
  };
  static constexpr size_t longestName = 4096;

  // "./a//b" is unpacked as "a/b". A name with ".." or from "/" on stays as it is.
  static std::string asUnpacked(const std::string &name) {
    llvm::SmallString<128> plain(name);
    path::remove_dots(plain, /*remove_dot_dot=*/false, path::Style::posix);
    return std::string(plain) + (StringRef(name).ends_with("/") ? "/" : "");
  }

  // If Unix made the file, as the upper byte of the version shows, the upper half of the attributes is its
  // type and its mode.
  static bool isFromUnix(const unz_file_info64 &info) {
    constexpr unsigned unixHost = 3;
    return (info.version >> 8) == unixHost;
  }
  static unsigned modeOf(const unz_file_info64 &info) {
    constexpr unsigned all = 0755;
    return isFromUnix(info) ? (info.external_fa >> 16) & fs::all_perms : all;
  }
  // As Unix has them; Windows does not name all of them.
  static constexpr unsigned typeMask = 0170000, regularFile = 0100000, symbolicLink = 0120000;
  static unsigned typeOf(const unz_file_info64 &info) {
    return isFromUnix(info) ? (info.external_fa >> 16) & typeMask : 0;
  }

  static std::string whyNotUnpacked(const unz_file_info64 &info) {
    constexpr uLong encrypted = 1, stored = 0, deflated = 8;
    if (info.flag & encrypted)
      return "it is encrypted: pack it without a password";
    if (info.compression_method != stored && info.compression_method != deflated)
      return text("it has the compression method {}: pack it with deflate, the default of zip",
                  {std::to_string(info.compression_method)});
    return "";
  }

  // The path to which the links in `file` lead, or "": none, or one outside of the package.
  static std::string resolve(StringRef file, const llvm::StringMap<std::string> &targets) {
    constexpr unsigned mostLinks = 40; // as Linux has it
    std::string whole = file.str();
    unsigned links = 0;
    for (size_t end = 0; end != std::string::npos && links <= mostLinks;) {
      end = whole.find('/', end + 1);
      auto link = targets.find(StringRef(whole).substr(0, end));
      if (link == targets.end())
        continue;
      bool isAbsolute = StringRef(link->second).starts_with("/");
      llvm::SmallString<128> next(isAbsolute ? "" : path::parent_path(link->first(), path::Style::posix));
      path::append(next, path::Style::posix, link->second,
                   end == std::string::npos ? "" : StringRef(whole).substr(end + 1));
      path::remove_dots(next, /*remove_dot_dot=*/true, path::Style::posix);
      whole = std::string(next);
      end = 0;
      ++links;
    }
    return links <= mostLinks ? whole : "";
  }

  // A link to a file is listed with its own path, and is otherwise that file. A link to a folder leads to the
  // files there, but not to those of a folder in which the link is.
  void followLinks() {
    llvm::StringMap<size_t> files;
    llvm::StringMap<std::string> targets;
    std::vector<Entry> links, all;
    for (Entry &entry : found) {
      bool isLink = entry.isLink && entry.file.whyNotUnpacked.empty();
      if (isLink)
        targets[entry.file.path] = targetOf(entry);
      else
        files[entry.file.path] = all.size();
      (isLink ? links : all).push_back(std::move(entry));
    }
    auto add = [&](const Entry &file, std::string place) {
      all.push_back(file);
      all.back().file.path = std::move(place);
      all.back().file.isLink = true;
    };
    std::vector<std::pair<std::string, std::string>> folders; // a link, and where it leads to
    for (const Entry &link : links) {
      std::string target = resolve(link.file.path, targets);
      if (auto file = files.find(target); file != files.end())
        add(Entry(all[file->second]), link.file.path);
      else
        folders.emplace_back(link.file.path, std::move(target));
    }
    llvm::sort(all, [](const Entry &a, const Entry &b) { return a.file.path < b.file.path; });
    size_t known = all.size();
    for (const auto &[place, target] : folders) {
      std::string folder = target + "/";
      auto isBefore = [](const Entry &entry, StringRef start) { return entry.file.path < start; };
      llvm::ArrayRef<Entry> sorted = llvm::ArrayRef(all).take_front(known);
      size_t first = llvm::lower_bound(sorted, StringRef(folder), isBefore) - sorted.begin();
      auto isIn = [&](size_t i) { return i < known && StringRef(all[i].file.path).starts_with(folder); };
      if (target.empty() || !isIn(first))
        dangling.push_back({place, targets[place]});
      else if (!StringRef(place).starts_with(folder))
        for (size_t i = first; isIn(i) && all.size() <= mostFiles; ++i)
          add(Entry(all[i]), place + all[i].file.path.substr(target.size()));
    }
    found = std::move(all);
  }

  std::string targetOf(const Entry &link) {
    char target[longestName];
    int got = open(link) ? unzReadCurrentFile(zip, target, sizeof target) : 0;
    (void)unzCloseCurrentFile(zip);
    return {target, static_cast<size_t>(std::max(got, 0))};
  }

  bool open(const Entry &entry) {
    return unzGoToFilePos64(zip, &entry.position) == UNZ_OK && unzOpenCurrentFile(zip) == UNZ_OK;
  }

  // Whether all went well to the end, with as many bytes as the list has. minizip unpacks no more than the
  // size in the list.
  bool unpack(size_t file, llvm::raw_fd_ostream &stream) {
    if (!open(found[file]))
      return false;
    char part[1 << 16];
    int got;
    uint64_t bytes = 0;
    while ((got = unzReadCurrentFile(zip, part, sizeof part)) > 0 && !stream.has_error()) {
      stream.write(part, got);
      bytes += got;
    }
    // Closing fails for a wrong checksum, which minizip compares only if there were as many bytes as listed.
    bool closed = unzCloseCurrentFile(zip) == UNZ_OK;
    return got == 0 && closed && bytes == found[file].file.size;
  }

  std::string name;
  unzFile zip;
  std::vector<Entry> found;
};
} // namespace

// minizip opens files by name. This makes it use `file`, which is open.
static unzFile openByMinizip(FILE *file) {
  zlib_filefunc64_def functions;
  fill_fopen64_filefunc(&functions);
  functions.opaque = file;
  functions.zopen64_file = [](voidpf opaque, const void *, int) { return opaque; };
  return unzOpen2_64("", &functions); // closes `file` unless it is a zip
}

llvm::Expected<std::unique_ptr<Package>> openZip(StringRef file) {
  llvm::Expected<int> descriptor = openRegularFile(file);
  if (!descriptor)
    return descriptor.takeError();
  fs::file_status status;
  (void)fs::status(*descriptor, status);
  FILE *stream = fdopen(*descriptor, "rb");
  unzFile zip = stream ? openByMinizip(stream) : nullptr;
  if (!zip)
    return unreadable(file, "it is not a zip, or it is broken");
  auto package = std::make_unique<Zip>(file, zip);
  if (StringRef why = package->read(status.getSize()); !why.empty())
    return unreadable(file, why);
  return package;
}

} // namespace lambdacc
