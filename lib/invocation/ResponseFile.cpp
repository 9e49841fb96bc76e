// LLVM's cl::ExpansionContext reads all files in one dialect and does not report the chain of inclusion. So
// the recursion is our own, with LLVM's tokenizer for GNU's dialect.
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

SmallVector<const char *, 0> splitRustcArguments(StringRef contents, llvm::StringSaver &saver, System host) {
  SmallVector<const char *, 0> args;
  bool isForLld = host == System::Windows && contents.starts_with("\"");
  StringRef escaped = isForLld ? "\"" : "\\ ";
  while (!contents.empty()) {
    auto [line, rest] = contents.split('\n');
    if (isForLld && line.consume_front("\""))
      line.consume_back("\"");
    std::string arg;
    for (size_t i = 0; i < line.size(); ++i) {
      bool escapes = line[i] == '\\' && i + 1 < line.size() && escaped.contains(line[i + 1]);
      arg += escapes ? line[++i] : line[i];
    }
    args.push_back(saver.save(arg).data());
    contents = rest;
  }
  return args;
}

// Limit in bytes for all response files of a call. The largest links have one or two million. Without a
// limit, two files that include each other twice would take all memory.
constexpr uint64_t mostBytes = 16 << 20;

namespace {
struct Expansion {
  llvm::StringSaver &saver;
  llvm::vfs::FileSystem &fs;
  SmallVector<const char *, 0> args = {};
  SmallVector<std::string> open = {}; // the chain of open files, outermost first
  uint64_t left = mostBytes;
  bool hasStream = false;

  llvm::Error add(const char *arg) {
    StringRef path(arg);
    if (path.starts_with("-Wl,") && path.contains(",@"))
      return addForLinker(path);
    if (!path.consume_front("@") || path.empty()) {
      args.push_back(arg);
      return llvm::Error::success();
    }

    llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> buffer = read(path);
    if (!buffer) {
      if (buffer.getError() == std::errc::no_such_file_or_directory) { // a value can begin with @, or a file
        args.push_back(arg);
        return llvm::Error::success();
      }
      return fail(text("the response file '{}' cannot be read", {path}), {buffer.getError().message()});
    }
    std::string self = realPath(path);
    if (llvm::is_contained(open, self))
      return fail(text("the response file '{}' includes itself", {path}), {"through " + joinWithAnd(open)});

    open.push_back(self);
    for (const char *inner : tokenize(path, (*buffer)->getBuffer()))
      if (llvm::Error error = add(inner))
        return error;
    open.pop_back();
    return llvm::Error::success();
  }

  // The linker itself would read a response file after -Wl,. It is expanded here, because its contents are
  // part of the link.
  llvm::Error addForLinker(StringRef arg) {
    SmallVector<const char *, 0> before = std::move(args);
    args.clear();
    SmallVector<StringRef> parts;
    arg.drop_front(strlen("-Wl,")).split(parts, ',');
    for (StringRef part : parts)
      if (!part.starts_with("@") || !fs.exists(part.drop_front()))
        args.push_back(saver.save(part).data());
      else if (llvm::Error error = add(saver.save(part).data()))
        return error;
    for (const char *inner : args) {
      before.push_back("-Xlinker");
      before.push_back(inner);
    }
    args = std::move(before);
    return llvm::Error::success();
  }

  // A shell's @<(…) and @/dev/stdin are streams, and can be read only once. Only regular files have a size.
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> read(StringRef path) {
    llvm::ErrorOr<llvm::vfs::Status> status = fs.status(path);
    if (!status)
      return status.getError();
    bool isStream = !status->isRegularFile() && !status->isDirectory();
    if (!isStream && status->getSize() > left)
      return std::make_error_code(std::errc::file_too_large);
    hasStream |= isStream;
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

llvm::Error ExpandedArgs::expand(llvm::ArrayRef<const char *> args, llvm::vfs::FileSystem &fs) {
  Expansion expansion{saver, fs};
  for (const char *arg : args)
    if (llvm::Error error = expansion.add(arg))
      return error;
  argv = std::move(expansion.args);
  hasStream = expansion.hasStream;
  return llvm::Error::success();
}

} // namespace lambdacc
