//===- Arguments.h - The arguments of a command -----------------------------===//
//
// lambda-cc COMMAND [--option VALUE | --option=VALUE | --option]... [ARGUMENT]... [-- ARGUMENT...]
//
// The help and the shells' completion are made from the same tables.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SHIM_COMMANDS_ARGUMENTS_H
#define LAMBDA_CC_SHIM_COMMANDS_ARGUMENTS_H

#include "Session.h"
#include <vector>

namespace lambdacc {

struct Option {
  llvm::StringLiteral name = "";  ///< "--target"
  llvm::StringLiteral value = ""; ///< the name of its value in the help: "T"; "" if it takes none
  llvm::StringLiteral help = "";
  std::vector<llvm::StringRef> (*values)() = nullptr; ///< its values, if they can be listed
  bool others = false;                                ///< other values are valid, too
};

struct Arguments {
  std::vector<std::pair<llvm::StringRef, llvm::StringRef>> options; ///< name and value, in the caller's order
  std::vector<const char *> positionals;                            ///< the others

  bool has(llvm::StringRef option) const;
  llvm::StringRef last(llvm::StringRef option) const; ///< its value, or ""
};

/// How many arguments a command takes beside its options.
enum class Positionals {
  None,
  Optional, ///< one, or none
  One,
  Many, ///< one or more
  Rest, ///< all arguments from the first that is not an option, also those that begin with a dash
};

/// A row of commands().
struct Subcommand {
  llvm::StringLiteral name = "";
  llvm::StringLiteral positionals = ""; ///< their name in the help: "DIR"
  Positionals count = Positionals::None;
  llvm::StringLiteral help = "";
  llvm::ArrayRef<Option> options = {};
  llvm::Expected<int> (*run)(const Session &session, const Arguments &arguments) = nullptr;
};

/// "exec [--target T] COMMAND...".
std::string usage(const Subcommand &command);

/// Parses `argv`, which is without the command's name. An error is wrong usage.
llvm::Expected<Arguments> parseArguments(const Subcommand &command, llvm::ArrayRef<const char *> argv);

/// All commands, in the order of the help.
llvm::ArrayRef<Subcommand> commands();

/// The rows that other files define.
extern const Subcommand checkCommand, envCommand, execCommand, initCommand, installCommand, namesCommand,
    explainCommand, doctorCommand, targetsCommand, packCommand, completeCommand, asCommand, versionCommand;

} // namespace lambdacc

#endif
