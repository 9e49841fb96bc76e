//===- Arguments.h - What a person says behind a command --------------------===//
//
// lambda-cc COMMAND [--option VALUE | --option=VALUE | --option]... [WORD]... [-- WORD...]
//
// The tables here are also what the help and the shells' completion are made of.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SHIM_COMMANDS_ARGUMENTS_H
#define LAMBDA_CC_SHIM_COMMANDS_ARGUMENTS_H

#include "Session.h"
#include <vector>

namespace lambdacc {

struct Option {
  llvm::StringLiteral name = "";  ///< "--target"
  llvm::StringLiteral value = ""; ///< what it takes, as the help calls it: "T"; "" for nothing
  llvm::StringLiteral help = "";
  std::vector<llvm::StringRef> (*values)() = nullptr; ///< the values that there are, where that is known
  bool others = false;                                ///< a value that is none of these may be one, too
};

struct Arguments {
  std::vector<std::pair<llvm::StringRef, llvm::StringRef>> options; ///< name and value, in their order
  std::vector<const char *> words;                                  ///< the others

  bool has(llvm::StringRef option) const;
  llvm::StringRef last(llvm::StringRef option) const; ///< its value, or ""
};

/// How many words a command takes.
enum class Words {
  None,
  Optional, ///< one, or none
  One,
  Many, ///< one or more
  Rest, ///< all from the first that is no option on, whatever they look like
};

/// A row of commands().
struct Subcommand {
  llvm::StringLiteral name = "";
  llvm::StringLiteral words = ""; ///< as the help calls them: "DIR"
  Words taken = Words::None;
  llvm::StringLiteral help = "";
  llvm::ArrayRef<Option> options = {};
  llvm::Expected<int> (*run)(const Session &session, const Arguments &arguments) = nullptr;
};

/// "exec [--target T] COMMAND...".
std::string usage(const Subcommand &command);

/// Takes `argv`, without the command's name, apart. An error is wrong usage.
llvm::Expected<Arguments> parseArguments(const Subcommand &command, llvm::ArrayRef<const char *> argv);

/// All commands, in the order of the help.
llvm::ArrayRef<Subcommand> commands();

/// Those that have a file of their own.
extern const Subcommand checkCommand, envCommand, execCommand, initCommand, installCommand, namesCommand,
    explainCommand, doctorCommand, targetsCommand, completeCommand, asCommand, versionCommand;

} // namespace lambdacc

#endif
