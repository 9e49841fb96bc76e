#include "Stage.h"
#include "Elf.h"
#include "Failure.h"
#include "JudgeLink.h"
#include "RegularFile.h"
#include "Replace.h"
#include "System.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/BinaryFormat/Magic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace lambdacc {

// Whether the linker prints the output's name into `file` where it cannot be corrected afterwards: on
// standard output, or in a file that the linker names itself. GNU ld does so for -Map=FOLDER and -Map=%.map.
static bool isPrinted(StringRef file) {
  fs::file_status status;
  bool isOther = !fs::status(file, status) && !is_regular_file(status);
  return file == "-" || file.contains('%') || isOther;
}

// Whether an input can be a linker script that names the output with OUTPUT(file). This has an effect only
// without -o.
static bool mayChooseName(const LinkRequest &link) {
  if (link.outputArgs)
    return false;
  return link.hasScript || llvm::any_of(link.inputs, [](StringRef file) {
           std::unique_ptr<llvm::MemoryBuffer> contents = readRegular(file);
           return contents && llvm::identify_magic(contents->getBuffer()) == llvm::file_magic::unknown;
         });
}

Stage::Stage(const LinkRequest &link) : link(link), target(link.output) {
  std::error_code error = fs::status(link.output, before, /*follow=*/false);
  if (!error && is_symlink_file(before)) {
    llvm::SmallString<256> real;
    if (!fs::real_path(link.output, real) && fs::is_regular_file(real))
      target = std::string(real);
    (void)fs::status(target, before); // /dev/stdout links to a pipe
    return;
  }
  bool isFree = error == std::errc::no_such_file_or_directory || (!error && is_regular_file(before));
  StringRef name = path::filename(link.output);
  scriptNames = mayChooseName(link);
  if (!isFree || link.output == "-" || name.empty() || llvm::any_of(link.filesNamingOutput, isPrinted) ||
      scriptNames)
    return;
  llvm::SmallString<256> unique;
  fs::createUniquePath(".lambda-cc-%%%%%%%%", unique, /*MakeAbsolute=*/false);
  std::string made = beside(unique);
  constexpr size_t ofLinkers = 32; // bytes, for the temporary names of ld.lld and mold
  if (made.size() + name.size() + ofLinkers > mostPathBytes() ||
      fs::create_directory(made, /*IgnoreExisting=*/false, fs::owner_all))
    return;
  folder = made;
  token = std::string(unique) + "/";
  staged = beside(token + name.str());
}

Stage::~Stage() {
  if (!folder.empty())
    (void)fs::remove_directories(folder);
}

// `name` in the folder of the output, with the folder in the caller's spelling.
std::string Stage::beside(StringRef name) const {
  StringRef output = link.output;
  return (output.drop_back(path::filename(output).size()) + name).str();
}

// Always two arguments, -o and the name, even if the caller wrote -oout or --output=out.
Command Stage::redirect(Command command) const {
  if (folder.empty())
    return command;
  auto at = command.args.begin() + static_cast<ptrdiff_t>(link.outputAt);
  at = command.args.erase(at, at + static_cast<ptrdiff_t>(link.outputArgs));
  command.args.insert(at, {"-o", staged});
  return command;
}

// The file that a linker writes if it is not redirected. ld.lld replaces a symbolic link by a file, mold
// writes to the link's target.
std::string Stage::place() const {
  fs::file_status now;
  bool isFile = !fs::status(link.output, now, /*follow=*/false) && is_regular_file(now);
  return isFile ? link.output : target;
}

// Whether the linker wrote to the output itself. A user's wrapper script can pass its own -o.
bool Stage::wroteInPlace() const {
  fs::file_status now;
  if (fs::status(place(), now, /*follow=*/false) || !is_regular_file(now))
    return false;
  bool isSame = is_regular_file(before) && fs::equivalent(before, now) &&
                before.getLastModificationTime() == now.getLastModificationTime() &&
                before.getSize() == now.getSize();
  return !isSame;
}

std::string Stage::written() const {
  if (link.output == "-")
    return link.output;
  if (!folder.empty() && fs::exists(staged))
    return staged;
  bool isDevice = fs::exists(target) && !fs::is_regular_file(target);
  return isDevice || wroteInPlace() ? link.output : "";
}

std::string Stage::withOutputName(StringRef text) const {
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

// The files beside the output. A failed link can have written them, too.
llvm::Error Stage::moveSideFiles() {
  llvm::Error errors = llvm::Error::success();
  auto note = [&](StringRef file, std::error_code error) {
    if (error)
      errors = joinErrors(std::move(errors), fail(text("'{}' cannot be written", {file}), {error.message()}));
  };
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    std::string own = beside(path::filename(it->path()));
    if (it->path() != staged)
      note(own, fs::rename(it->path(), own));
  }
  for (StringRef file : link.filesNamingOutput) {
    std::string contents = readSmallFile(file, /*limit=*/64 << 20);
    if (!StringRef(contents).contains(token))
      continue;
    // In place, as linkers write it: links, its mode and other names of it stay, and its folder may forbid
    // new files.
    llvm::raw_fd_ostream out(file, error);
    if (!error) {
      out << withOutputName(contents);
      out.close();
      error = out.error();
      out.clear_error();
    }
    note(file, error);
  }
  return errors;
}

llvm::Error Stage::accept() {
  if (folder.empty())
    return llvm::Error::success();
  if (llvm::Error error = moveSideFiles())
    return error;
  if (!fs::exists(staged))
    return llvm::Error::success();
  if (!replaceFile(staged, link.output))
    return llvm::Error::success();
  if (isHeldOpen(link.output))
    return fail(text("'{}' cannot be written", {link.output}),
                {"a program has it open, as an antivirus or a debugger can",
                 "close that program, or exclude the folder from its scans"});
  // In a sticky folder, or if the output is a mount point, only the file itself can be written.
  std::error_code error = fs::copy_file(staged, link.output);
  return error ? fail(text("'{}' cannot be written", {link.output}), {error.message()})
               : llvm::Error::success();
}

// Whether the file at the output's path can be the result of an earlier link: a program, or a library if the
// link makes a library, or an object if it makes an object.
bool Stage::isStale() const {
  std::unique_ptr<llvm::MemoryBuffer> contents = readRegular(place());
  if (!contents)
    return false;
  if (link.product == Product::Object)
    return llvm::identify_magic(contents->getBuffer()) == llvm::file_magic::elf_relocatable;
  llvm::Expected<Elf> elf = readElf(contents->getBuffer());
  if (!elf)
    return (consumeError(elf.takeError()), false); // not the output of a linker
  return link.product == Product::Image && elf->executable == !link.isShared;
}

bool Stage::isInput(const fs::file_status &file) const {
  std::vector<std::string> files = filesOf(librariesOf(link));
  llvm::append_range(files, link.otherInputs);
  return llvm::any_of(files, [&](const std::string &each) {
    fs::file_status input;
    return !fs::status(each, input) && fs::equivalent(file, input);
  });
}

void Stage::discard() {
  bool isWritten = !written().empty(); // then a successful link would have replaced the file
  if (!folder.empty()) {
    (void)fs::remove(staged);
    consumeError(moveSideFiles()); // the failed link has its own error
  }
  // Of a symbolic link that the linker did not write through, the link alone: ld.lld would have replaced it.
  std::string file = isWritten ? place() : link.output;
  fs::file_status now;
  if (fs::status(file, now) || !is_regular_file(now) || !(isWritten || isStale()) || isInput(now))
    return;
  if (!fs::remove(file) || fs::is_symlink_file(file))
    return;
  int descriptor; // its folder is not writable
  if (!fs::openFileForWrite(file, descriptor, fs::CD_OpenExisting)) {
    (void)fs::resize_file(descriptor, 0);
    closeFile(descriptor);
  }
}

} // namespace lambdacc
