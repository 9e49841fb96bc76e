// A user's cargo configuration, a linker's messages, and text that is printed.
#include "CargoConfig.h"
#include "LinkAdvice.h"
#include "Text.h"

using namespace lambdacc;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  llvm::StringRef text(reinterpret_cast<const char *>(data), size);
  Variable linker{"CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_LINKER", "/a/bin/x86_64-unknown-linux-musl-gcc",
                  "cargo", "x86_64-unknown-linux-musl"};
  if (llvm::Expected<ConfigChange> change =
          addToCargoConfig("config.toml", text, {linker, {"CC_a", "b", "cc-rs"}})) {
    llvm::Expected<std::vector<ConfigValue>> again = readCargoConfig("config.toml", change->text);
    if (!again)
      abort(); // cargo must be able to read the file that init writes
  } else {
    consumeError(change.takeError());
  }
  std::string line = printableLine(text), command = shellCommand({text.str()});
  if (printableLine(line) != line || printableLine(command) != command)
    abort(); // the first call left something to escape
  auto none = [](llvm::StringRef) { return std::string(); };
  adviceOnLink({.messages = text,
                .inputs = {},
                .hostFolders = {},
                .triple = "x86_64-unknown-linux-musl",
                .musl = true,
                .otherMachine = none,
                .newerGlibc = none});
  return 0;
}
