//===- CargoConfig.h - .cargo/config.toml: read, added to, undone ------------===//
//
// The file is a person's. Lines are added to it and removed from it as text, so that all else stays as it is,
// byte for byte. toml++ reads the file before, and the result after.
//
// Each line of ours ends with a mark (cargoMark), which is how later runs find it. A line with the mark that
// is not exactly as we write it was edited: it is the person's, and stays.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SETUP_CARGOCONFIG_H
#define LAMBDA_CC_SETUP_CARGOCONFIG_H

#include "CallerVariables.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace lambdacc {

/// A string in a cargo configuration.
struct ConfigValue {
  std::vector<std::string> key;  ///< {"target", "x86_64-unknown-linux-musl", "linker"}
  std::string value;             ///< of a list, as in rustflags: its strings, with spaces between them
  std::vector<std::string> args; ///< the strings of a list; the parts of a string, split at spaces
  unsigned line;
  bool isList = false;   ///< cargo joins those of several configurations
  bool isForced = false; ///< a variable of [env] with `force = true`, which replaces one of the environment
};

/// A configuration of cargo.
struct ConfigFile {
  std::string file;
  std::vector<ConfigValue> values;
};

/// All strings of the tables target, env and build in `text`, the content of `file`. An error names the line
/// that is not TOML.
llvm::Expected<std::vector<ConfigValue>> readCargoConfig(llvm::StringRef file, llvm::StringRef text);

/// A file that `include` of a configuration names: cargo 1.95 reads it first, so that this one replaces it.
struct ConfigInclude {
  std::string path; ///< relative to the folder of the configuration
  bool isOptional;  ///< it may be missing
  unsigned line;
};

/// All of `include` in `text`, in their order. An error names what cargo does not accept.
llvm::Expected<std::vector<ConfigInclude>> readIncludes(llvm::StringRef file, llvm::StringRef text);

/// If `value` names files of an installation of lambda-cc: its folder, with a slash at the end. Else "".
std::string installationIn(llvm::StringRef value, System host = hostSystem());

/// Whether `value` is or names a file of lambda-cc in `installation`, a folder with a slash at its end. That
/// folder may be /usr or ~/.local, where most files are not ours.
bool isOf(llvm::StringRef installation, llvm::StringRef value, System host = hostSystem());

/// What init has created beside lines. The first line of the file records it, so that undo removes it again.
enum class Created { Nothing, File, FileAndFolder };

/// A key that has another value than ours, and keeps it.
struct KeptValue {
  ConfigValue set;
  std::string includedFile; ///< the file of `include` that sets it, or "" for the configuration itself
};

/// A cargo configuration after a change.
struct ConfigChange {
  std::string text; ///< the whole file
  /// The changed lines: "+ " and a new line, "- " and one that is removed, "  " and the one above new lines.
  /// Empty if nothing changes.
  std::vector<std::string> shown;
  /// Keys of others, and lines of ours that were edited. The lines are those before the change.
  std::vector<KeptValue> kept;
  std::vector<unsigned> lineAfter; ///< for each line before the change, from 0: its number in `text`, from 1
  Created created = Created::Nothing; ///< for undo: what it leaves empty, and init has created
};

/// Adds `variables` to `text`, the content of `file`: a linker to the table of its target, others to [env].
/// Lines of ours for the same targets are updated. What a file of `included` sets stays: a line in `file`
/// would replace it. `created` is what the caller creates for it. If the file can't take lines, the error has
/// them.
llvm::Expected<ConfigChange> addToCargoConfig(llvm::StringRef file, llvm::StringRef text,
                                              llvm::ArrayRef<Variable> variables,
                                              Created created = Created::Nothing,
                                              llvm::ArrayRef<ConfigFile> included = {});

/// Removes our lines for `wanted` targets, as if they were never added.
llvm::Expected<ConfigChange> removeFromCargoConfig(llvm::StringRef file, llvm::StringRef text,
                                                   llvm::ArrayRef<Target> wanted);

} // namespace lambdacc

#endif
