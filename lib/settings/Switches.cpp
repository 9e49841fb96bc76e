#include "Switches.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/StringSwitch.h"
#include <optional>

using llvm::StringRef;

namespace lambdacc {

llvm::Expected<Verify> parseVerify(StringRef value) {
  std::optional<Verify> verify = llvm::StringSwitch<std::optional<Verify>>(value)
                                     .Cases("", "error", Verify::Error)
                                     .Case("warn", Verify::Warn)
                                     .Case("off", Verify::Off)
                                     .Default(std::nullopt);
  if (verify)
    return *verify;
  return fail(text("LAMBDA_CC_VERIFY is '{}'", {value}),
              {"error fails the link of what Lambda would reject, warn only says so, off does not look"});
}

} // namespace lambdacc
