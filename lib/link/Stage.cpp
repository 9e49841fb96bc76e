#include "Stage.h"
#include "Failure.h"
#include "RegularFile.h"
#include "Text.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/Path.h"
#include <climits>

using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace lambdacc {

Stage::Stage(const LinkRequest &link) : link(link) {
  std::error_code error = fs::status(link.output, before, /*follow=*/false);
  bool isFree = error == std::errc::no_such_file_or_directory || (!error && is_regular_file(before));
  StringRef name = path::filename(link.output);
  if (!isFree || link.output == "-" || name.empty())
    return;
  llvm::SmallString<256> unique;
  fs::createUniquePath(".lambda-cc-%%%%%%%%", unique, /*MakeAbsolute=*/false);
  std::string parent = StringRef(link.output).drop_back(name.size()).str();
  std::string made = parent + std::string(unique);
  constexpr size_t ofLinkers = 32; // bytes: ld.lld and mold write to another name, too
  if (made.size() + name.size() + ofLinkers > PATH_MAX ||
      fs::create_directory(made, /*IgnoreExisting=*/false, fs::owner_all))
    return;
  folder = made;
  token = std::string(unique) + "/";
  staged = parent + token + name.str();
}

Stage::~Stage() {
  if (!folder.empty())
    (void)fs::remove(folder);
}

// A word of its own, whatever the caller's spelling: -oout, --output=out.
Command Stage::redirect(Command command) const {
  if (folder.empty())
    return command;
  auto at = command.args.begin() + static_cast<ptrdiff_t>(link.outputAt);
  at = command.args.erase(at, at + static_cast<ptrdiff_t>(link.outputWords));
  command.args.insert(at, {"-o", staged});
  return command;
}

// A linker that is a script of somebody's may have a name of its own for the output.
bool Stage::wroteInPlace() const {
  fs::file_status now;
  if (fs::status(link.output, now, /*follow=*/false) || !is_regular_file(now))
    return false;
  bool isSame = is_regular_file(before) && fs::equivalent(before, now) &&
                before.getLastModificationTime() == now.getLastModificationTime() &&
                before.getSize() == now.getSize();
  return !isSame;
}

std::string Stage::written() const {
  if (!folder.empty() && fs::exists(staged))
    return staged;
  bool inPlace = folder.empty() ? fs::exists(link.output) : wroteInPlace();
  return inPlace ? link.output : "";
}

std::string Stage::withOwnName(StringRef text) const {
  if (token.empty())
    return text.str();
  std::string out;
  for (;;) {
    auto [before, after] = text.split(token);
    out += before;
    if (before.size() == text.size())
      return out;
    text = after;
  }
}

// Those are written at any time, also by a link that fails.
void Stage::moveOthers() {
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    StringRef name = path::filename(it->path());
    if (it->path() != staged)
      (void)fs::rename(it->path(),
                       StringRef(link.output).drop_back(path::filename(link.output).size()) + name);
  }
  for (const std::string &file : link.naming) {
    std::string contents = readSmallFile(file, /*limit=*/64 << 20);
    if (StringRef(contents).contains(token))
      llvm::consumeError(llvm::writeToOutput(file, [&](llvm::raw_ostream &out) {
        out << withOwnName(contents);
        return llvm::Error::success();
      }));
  }
}

llvm::Error Stage::accept() {
  if (folder.empty())
    return llvm::Error::success();
  moveOthers();
  if (!fs::exists(staged))
    return llvm::Error::success();
  // ext4 writes a file out to the disk that is renamed over another one: 2 to 6 ms for 5 MB.
  (void)fs::remove(link.output);
  std::error_code error = fs::rename(staged, link.output);
  return error ? fail(text("'{}' can't be written", {link.output}), {error.message()})
               : llvm::Error::success();
}

// Whether the file under the output's name is what an earlier link can have left.
bool Stage::isStale() const {
  std::unique_ptr<llvm::MemoryBuffer> contents = readRegular(link.output);
  using Kind = llvm::file_magic;
  Kind kind = contents ? llvm::identify_magic(contents->getBuffer()) : Kind();
  if (link.product == Product::Object)
    return kind == Kind::elf_relocatable;
  return link.product == Product::Image && (kind == Kind::elf_executable || kind == Kind::elf_shared_object);
}

void Stage::discard() {
  bool replaces = !written().empty(); // the linker would have written over whatever was there
  if (!folder.empty()) {
    (void)fs::remove(staged);
    moveOthers();
  }
  fs::file_status now;
  if (fs::status(link.output, now, /*follow=*/false) || !is_regular_file(now) || !(replaces || isStale()))
    return;
  std::vector<std::string> files = link.inputs;
  for (const LinkRequest::Library &library : link.libraries)
    for (const std::string &each : link.folders)
      for (StringRef ending : {".so", ".a"})
        files.push_back((each + "/lib" + library.name + ending).str());
  for (const std::string &file : files) {
    fs::file_status other;
    if (!fs::status(file, other) && fs::equivalent(now, other))
      return; // the linker says what it thinks of that
  }
  (void)fs::remove(link.output);
}

} // namespace lambdacc
