//===- PrintedCommand.h - A command line as cargo prints it ------------------===//
//
// rustc prints the linker's command when a link fails, and with --print link-args. cc-rs prints the
// compiler's when a compile fails, and with CC_ENABLE_DEBUG_OUTPUT=1. Both quote each argument as Rust's
// Debug does, and write the variables that they set before the program.
//
// rustc shortens the command of a failed link (rustc_codegen_ssa/src/errors.rs, 1.95):
//
//   "<sysroot>/lib/…"                  a path in the sysroot of rustc
//   "…/lib/{libstd-*,libcore-*}.rlib"  libraries of one folder, those of the sysroot without their hashes
//   "<10 object files omitted>"        the objects of the crate
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_INVOCATION_PRINTEDCOMMAND_H
#define LAMBDA_CC_INVOCATION_PRINTEDCOMMAND_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <optional>
#include <string>
#include <vector>

namespace lambdacc {

struct PrintedCommand {
  /// A variable that is set before the program, or removed.
  struct Variable {
    std::string name;
    std::optional<std::string> value;
  };
  std::vector<std::string> words;     ///< the program and its arguments
  std::vector<Variable> variables;    ///< in their order; the last of a name counts
  bool hasOnlyTheseVariables = false; ///< env -i
  bool isCut = false;                 ///< the line ends inside the last argument
};

/// The command in a list of arguments. NAME=value and `env` with -i and -u may precede the program. Other
/// options of env are an error.
llvm::Expected<PrintedCommand> commandIn(llvm::ArrayRef<const char *> words);

/// The last command in `text`, the output of cargo, that runs a program for which `isTool` is true. Quoted
/// names in a sentence are not a command: that is at the start of a line, or after a colon, `cd "…" &&` or
/// variables, and its last argument ends the line.
std::optional<PrintedCommand> lastCommandIn(llvm::StringRef text,
                                            llvm::function_ref<bool(llvm::StringRef program)> isTool);

/// Whether a path is in "<sysroot>".
bool namesSysroot(llvm::ArrayRef<std::string> words);

/// Whether an argument replaces objects that rustc did not print.
bool isOmission(llvm::StringRef word);

/// The arguments with whole paths. An error names a library that is not in `sysroot`: another Rust printed
/// the line.
llvm::Expected<std::vector<std::string>> withWholePaths(llvm::ArrayRef<std::string> words,
                                                        llvm::StringRef sysroot, llvm::vfs::FileSystem &fs);

} // namespace lambdacc

#endif
