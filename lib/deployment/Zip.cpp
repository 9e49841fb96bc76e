#include "Zip.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include <cstring>
#include <minizip/zip.h>

using llvm::StringRef;

namespace lambdacc {

namespace {
// A file in memory, which minizip writes.
struct Output {
  std::string bytes;
  ZPOS64_T at = 0;
};
} // namespace

static Output &outputOf(voidpf opaque) { return *static_cast<Output *>(opaque); }

// minizip seeks back to complete what is before a file's contents.
static zlib_filefunc64_def functionsOf(Output &output) {
  zlib_filefunc64_def functions = {};
  functions.opaque = &output;
  functions.zopen64_file = [](voidpf opaque, const void *, int) { return opaque; };
  functions.zwrite_file = [](voidpf opaque, voidpf, const void *bytes, uLong size) {
    Output &output = outputOf(opaque);
    if (output.at + size > output.bytes.size())
      output.bytes.resize(output.at + size);
    memcpy(output.bytes.data() + output.at, bytes, size);
    output.at += size;
    return size;
  };
  functions.ztell64_file = [](voidpf opaque, voidpf) { return outputOf(opaque).at; };
  functions.zseek64_file = [](voidpf opaque, voidpf, ZPOS64_T offset, int) { // always from the start
    outputOf(opaque).at = offset;
    return 0L;
  };
  functions.zclose_file = [](voidpf, voidpf) { return 0; };
  functions.zerror_file = [](voidpf, voidpf) { return 0; };
  return functions;
}

static bool isAscii(StringRef path) {
  return llvm::all_of(path, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

static bool isUtf8(StringRef path) {
  const auto *begin = reinterpret_cast<const llvm::UTF8 *>(path.data());
  return llvm::isLegalUTF8String(&begin, begin + path.size());
}

// The parts are of one size, because deflate's output may depend on it.
static bool writeContents(zipFile zip, StringRef contents) {
  constexpr size_t part = 1 << 20;
  for (; !contents.empty(); contents = contents.drop_front(std::min(part, contents.size())))
    if (zipWriteInFileInZip(zip, contents.data(), std::min(part, contents.size())) != ZIP_OK)
      return false;
  return true;
}

static bool add(zipFile zip, const ZipEntry &entry) {
  constexpr uLong firstDay = 0x21 << 16;            // 1980-01-01 00:00:00
  constexpr uLong regularFile = 0100000;            // as Unix has it; Windows does not name it
  constexpr uLong madeBy = (3 << 8) | 20;           // Unix, so that the mode counts; version 2.0 of the form
  constexpr uLong namesAreUtf8 = 1 << 11;           // a flag
  constexpr int level = 6;                          // zlib's default
  constexpr uint64_t largestWithout64 = UINT32_MAX; // of the form without 64-bit sizes
  zip_fileinfo info = {};
  info.dosDate = firstDay;
  info.external_fa = (regularFile | entry.mode) << 16;
  uLong flags = !isAscii(entry.path) && isUtf8(entry.path) ? namesAreUtf8 : 0;
  std::string path = entry.path.str();
  return zipOpenNewFileInZip4_64(zip, path.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, level,
                                 /*raw=*/0, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0, madeBy,
                                 flags, /*zip64=*/entry.contents.size() >= largestWithout64) == ZIP_OK &&
         writeContents(zip, entry.contents) && zipCloseFileInZip(zip) == ZIP_OK;
}

llvm::Expected<std::string> zipOf(std::vector<ZipEntry> entries) {
  llvm::sort(entries, [](const ZipEntry &a, const ZipEntry &b) { return a.path < b.path; });
  Output output;
  zlib_filefunc64_def functions = functionsOf(output);
  zipFile zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  const ZipEntry *refused = nullptr;
  for (const ZipEntry &entry : entries)
    if (!refused && !add(zip, entry))
      refused = &entry;
  (void)zipClose(zip, nullptr);
  if (refused)
    return fail(text("'{}' can't be packed", {refused->path}), {"its path is too long for a zip"});
  return std::move(output.bytes);
}

} // namespace lambdacc
