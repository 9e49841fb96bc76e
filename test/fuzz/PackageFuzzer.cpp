// A zip for `lambda-cc check`, and an input of a link: an archive, an object or a libc.a.
#include "Check.h"
#include "Inputs.h"
#include "Sysroot.h"
#include "llvm/Support/raw_ostream.h"

using namespace lambdacc;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  constexpr llvm::StringLiteral file = "fuzzed.zip";
  std::error_code failed;
  llvm::raw_fd_ostream stream(file, failed);
  stream << llvm::StringRef(reinterpret_cast<const char *>(data), size);
  stream.close();
  check(file, {/*machine=*/0, runtimes().vec()});
  consumeError(checkInputs({file}, targets().front(),
                           {"ld.lld", /*ofRustc=*/true, /*readsBitcode=*/true, /*llvm=*/19}));
  machineOf(file);
  findUser({file}, "symbol");
  llvm::vfs::InMemoryFileSystem fs;
  fs.addFile("/libc.a", /*ModificationTime=*/0,
             llvm::MemoryBuffer::getMemBuffer(llvm::StringRef(reinterpret_cast<const char *>(data), size), "",
                                              /*RequiresNullTerminator=*/false));
  bringsRelr({"/rcrt1.o"}, fs);
  return 0;
}
