//===- CargoConfig.h - .cargo/config.toml, read and added to ----------------===//
//
// The file is a person's: what it says stays, to the byte, and lines are added to it. toml++ reads it, and
// reads the result again before anybody gets it.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SETUP_CARGOCONFIG_H
#define LAMBDA_CC_SETUP_CARGOCONFIG_H

#include "CallerVariables.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace lambdacc {

/// A string that a cargo configuration says.
struct ConfigValue {
  std::vector<std::string> key;   ///< {"target", "x86_64-unknown-linux-musl", "linker"}
  std::string value;              ///< of a list, as in rustflags, its strings with spaces between them
  std::vector<std::string> words; ///< the strings of a list; of a string what stands between its spaces
  unsigned line;
};

/// All strings of the tables target, env and build in `text`, which is the content of `file`. An error names
/// the line that is not TOML.
llvm::Expected<std::vector<ConfigValue>> readCargoConfig(llvm::StringRef file, llvm::StringRef text);

/// The folder of the installation of lambda-cc whose files `value` names, with a slash at its end, or "".
llvm::StringRef installationIn(llvm::StringRef value);

/// Whether `value` is, or names, something of lambda-cc in `installation`, a folder with a slash at its end.
/// That may be /usr or ~/.local, where most is others'.
bool isOf(llvm::StringRef installation, llvm::StringRef value);

/// A cargo configuration that was added to.
struct ConfigChange {
  std::string text; ///< the whole file
  std::vector<std::string>
      shown; ///< what changes, a line each: "+ " and a new line, "- " and the one whose place it
             ///< takes, or "  " and the one that it stands below; none where it says all already
  std::vector<ConfigValue> kept; ///< what it says otherwise, and goes on to say
};

/// Adds to `text`, the content of `file`, what `variables` say: a linker to the table of its target, others
/// to [env]. What an earlier time added, of another place or ceiling, makes room. Where it takes more than
/// that, the error has the lines.
llvm::Expected<ConfigChange> addToCargoConfig(llvm::StringRef file, llvm::StringRef text,
                                              llvm::ArrayRef<Variable> variables);

} // namespace lambdacc

#endif
