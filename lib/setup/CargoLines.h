//===- CargoLines.h - Our lines in a cargo configuration ---------------------===//
//
// For the files that add and remove lines.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SETUP_CARGOLINES_H
#define LAMBDA_CC_SETUP_CARGOLINES_H

#include "CargoToml.h"
#include <map>
#include <optional>

namespace lambdacc {

/// The place of a variable in a cargo configuration.
struct ConfigKey {
  std::vector<std::string> table; ///< {"target", "x86_64-unknown-linux-musl"} or {"env"}
  std::string name;
};
ConfigKey keyOf(const Variable &variable);

/// The table at `path` of `config`, or null.
const toml::table *tableAt(const toml::table &config, llvm::ArrayRef<std::string> path);

/// The lines of `content`, each with its line break.
std::vector<llvm::StringRef> linesOf(llvm::StringRef content);

/// A line with our mark.
struct MarkedLine {
  size_t number; ///< from 0
  ConfigKey key;
  std::string value;
  bool edited; ///< it is not as init writes it
};

/// All marked lines of `config` for `targets`. `lines` are those that `config` was parsed from.
std::vector<MarkedLine> markedLines(const toml::table &config, llvm::ArrayRef<llvm::StringRef> lines,
                                    llvm::ArrayRef<Target> targets);

/// The line of the header of the table at `path`, if it has one of its own: [table], not an inline table, and
/// not dotted keys. `isMarked` is set if that line ends with our mark and nothing follows it.
std::optional<size_t> headerLine(const toml::table &config, llvm::ArrayRef<llvm::StringRef> lines,
                                 llvm::ArrayRef<std::string> path, bool &isMarked);

/// The first line of a file that init created, or "".
llvm::StringRef commentFor(Created created);

/// What happens to lines, by their number.
struct LineEdits {
  std::map<size_t, std::optional<std::string>> instead; ///< a new line, or none: it is removed
  std::map<size_t, std::vector<std::string>> below;
  std::vector<std::string> atEnd;
};

/// `lines` after `edits`: text and shown. A file without a newline at its end stays one.
ConfigChange applyEdits(const LineEdits &edits, llvm::ArrayRef<llvm::StringRef> lines);

} // namespace lambdacc

#endif
