// LLVM's cl::ExpansionContext reads one dialect for all files and reports no chain of inclusion, so the walk
// is ours; its tokenizer of GNU's dialect is used.
#include "ResponseFile.h"
#include "Failure.h"
#include "RegularFile.h"
#include "Text.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using llvm::SmallVector;
using llvm::StringRef;

namespace lambdacc {

SmallVector<const char *, 0> splitRustcArguments(StringRef contents, llvm::StringSaver &saver) {
  SmallVector<const char *, 0> words;
  while (!contents.empty()) {
    auto [line, rest] = contents.split('\n');
    std::string word;
    for (size_t i = 0; i < line.size(); ++i) {
      bool escapes = line[i] == '\\' && i + 1 < line.size() && (line[i + 1] == '\\' || line[i + 1] == ' ');
      word += escapes ? line[++i] : line[i];
    }
    words.push_back(saver.save(word).data());
    contents = rest;
  }
  return words;
}

// Bytes, of all response files of a call: the largest links have one or two million. Files that include each
// other twice would take all memory.
constexpr uint64_t mostBytes = 16 << 20;

namespace {
struct Expansion {
  llvm::StringSaver &saver;
  llvm::vfs::FileSystem &fs;
  SmallVector<const char *, 0> words = {};
  SmallVector<std::string> open = {}; // the files that we are inside of, outermost first
  uint64_t left = mostBytes;
  bool tookStream = false;

  llvm::Error add(const char *word) {
    StringRef path(word);
    if (path.starts_with("-Wl,") && path.contains(",@"))
      return addForLinker(path);
    if (!path.consume_front("@") || path.empty()) {
      words.push_back(word);
      return llvm::Error::success();
    }

    llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> buffer = read(path);
    if (!buffer) {
      if (buffer.getError() == std::errc::no_such_file_or_directory && fs.exists(word)) {
        words.push_back(word);
        return llvm::Error::success();
      }
      return fail(text("no response file '{}'", {path}), {buffer.getError().message()});
    }
    std::string self = realPath(path);
    if (llvm::is_contained(open, self))
      return fail(text("the response file '{}' includes itself", {path}), {"by way of " + inWords(open)});

    open.push_back(self);
    for (const char *inner : tokenize(path, (*buffer)->getBuffer()))
      if (llvm::Error error = add(inner))
        return error;
    open.pop_back();
    return llvm::Error::success();
  }

  // The linker reads a response file that stands behind -Wl, itself. What is in it is a part of the link.
  llvm::Error addForLinker(StringRef word) {
    SmallVector<const char *, 0> before = std::move(words);
    words.clear();
    SmallVector<StringRef> parts;
    word.drop_front(strlen("-Wl,")).split(parts, ',');
    for (StringRef part : parts)
      if (!part.starts_with("@") || !fs.exists(part.drop_front()))
        words.push_back(saver.save(part).data());
      else if (llvm::Error error = add(saver.save(part).data()))
        return error;
    for (const char *inner : words) {
      before.push_back("-Xlinker");
      before.push_back(inner);
    }
    words = std::move(before);
    return llvm::Error::success();
  }

  // A shell's @<(…) and @/dev/stdin are streams, which can be read once. A regular file is known by its size.
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> read(StringRef path) {
    llvm::ErrorOr<llvm::vfs::Status> status = fs.status(path);
    if (!status)
      return status.getError();
    bool isStream = !status->isRegularFile() && !status->isDirectory();
    if (!isStream && status->getSize() > left)
      return std::make_error_code(std::errc::file_too_large);
    tookStream |= isStream;
    auto buffer = isStream ? readStream(path, left)
                           : fs.getBufferForFile(path, /*FileSize=*/-1, /*RequiresNullTerminator=*/false);
    if (buffer)
      left -= std::min<uint64_t>(left, (*buffer)->getBufferSize());
    return buffer;
  }

  SmallVector<const char *, 0> tokenize(StringRef path, StringRef contents) {
    if (llvm::sys::path::filename(path) == "linker-arguments")
      return splitRustcArguments(contents, saver);
    SmallVector<const char *, 0> inner;
    llvm::cl::TokenizeGNUCommandLine(contents, saver, inner);
    return inner;
  }

  std::string realPath(StringRef path) {
    SmallVector<char> real;
    return fs.getRealPath(path, real) ? path.str() : std::string(real.begin(), real.end());
  }
};
} // namespace

llvm::Error CallerWords::read(llvm::ArrayRef<const char *> argv, llvm::vfs::FileSystem &fs) {
  Expansion expansion{saver, fs};
  for (const char *word : argv)
    if (llvm::Error error = expansion.add(word))
      return error;
  list = std::move(expansion.words);
  tookStream = expansion.tookStream;
  return llvm::Error::success();
}

} // namespace lambdacc
