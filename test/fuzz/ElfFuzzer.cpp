// The parts of lib/verify that read a file of any origin.
#include "Bitcode.h"
#include "Judge.h"
#include "Remarks.h"

using namespace lambdacc;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  llvm::StringRef contents(reinterpret_cast<const char *>(data), size);
  std::vector<const Runtime *> all;
  for (const Runtime &runtime : runtimes())
    all.push_back(&runtime);
  if (llvm::Expected<Elf> elf = readElf(contents))
    judgeForLambda("file", *elf, {/*machine=*/0, all, [](llvm::StringRef) { return false; }});
  else
    consumeError(elf.takeError());
  remarks("file", contents);
  versionOf("statx", contents);
  bitcodeProducer(contents);
  return 0;
}
