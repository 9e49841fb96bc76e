#include "ExecErrors.h"
#include "Failure.h"
#include "System.h"
#include "Text.h"
#include "llvm/BinaryFormat/ELF.h"
#include "llvm/Support/Endian.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"

using llvm::StringRef;

namespace lambdacc {

llvm::Error programNotFound(StringRef name, llvm::ArrayRef<std::string> folders) {
  std::vector<std::string> evidence;
  if (!isPath(name))
    evidence.push_back("looked for it in PATH: " + joinFolders(folders));
  return llvm::make_error<Failure>(text("no program '{}'", {name}), std::move(evidence), noProgram);
}

// The machines that lambda-cc has packages for.
static StringRef nameOfMachine(unsigned machine) {
  switch (machine) {
  case llvm::ELF::EM_X86_64:
    return "x86_64";
  case llvm::ELF::EM_AARCH64:
    return "aarch64";
  default:
    return "another machine";
  }
}

// The first bytes of `file`. A FIFO is not opened: that waits for its writer.
static std::string headerOf(StringRef file, uint64_t most) {
  llvm::sys::fs::file_status status;
  if (llvm::sys::fs::status(file, status) || !is_regular_file(status))
    return "";
  auto content = llvm::MemoryBuffer::getFileSlice(file, std::min(most, status.getSize()), /*Offset=*/0);
  return content ? (*content)->getBuffer().str() : "";
}

std::string foreignMachine(StringRef file) {
  constexpr size_t machineAt = 18; // e_machine
  std::string header = headerOf(file, machineAt + 2);
  llvm::Triple own(llvm::sys::getProcessTriple());
  if (header.size() < machineAt + 2 || !StringRef(header).starts_with(llvm::ELF::ElfMagic) ||
      !own.isOSLinux())
    return "";
  StringRef name = nameOfMachine(llvm::support::endian::read16le(header.data() + machineAt));
  return name == own.getArchName() ? ""
                                   : text("it is for {}, and lambda-cc for {}: install one for this machine",
                                          {name, own.getArchName()});
}

llvm::Error cannotExecute(StringRef file, StringRef why, int status) {
  return llvm::make_error<Failure>(text("'{}' cannot be executed", {file}), std::vector{why.str()}, status);
}

} // namespace lambdacc
