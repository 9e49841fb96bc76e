//===- Arguments.h - What a person says behind a command --------------------===//
//
// lambda-cc COMMAND [--option VALUE | --option=VALUE | --option]... [WORD]... [-- WORD...]
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_SHIM_ARGUMENTS_H
#define LAMBDA_CC_SHIM_ARGUMENTS_H

#include "Session.h"
#include <vector>

namespace lambdacc {

struct Option {
  llvm::StringLiteral name;  ///< "--target"
  llvm::StringLiteral value; ///< what it takes, as the help calls it: "T"; "" for nothing
  llvm::StringLiteral help;
};

struct Arguments {
  std::vector<std::pair<llvm::StringRef, llvm::StringRef>> options; ///< name and value, in their order
  std::vector<const char *> words; ///< from the first that is no option, or behind --

  bool has(llvm::StringRef option) const;
  llvm::StringRef last(llvm::StringRef option) const; ///< its value, or ""
};

/// A row of commands[].
struct Subcommand {
  llvm::StringLiteral name;
  llvm::StringLiteral
      words; ///< what follows its options, as the help calls it: "-- COMMAND..."; "" for nothing
  llvm::StringLiteral help;
  llvm::ArrayRef<Option> options;
  llvm::Expected<int> (*run)(const Session &session, const Arguments &arguments);
};

/// "env [--target T] [--format F]".
std::string usage(const Subcommand &command);

/// Takes `argv`, without the command's name, apart. An error is wrong usage.
llvm::Expected<Arguments> parseArguments(const Subcommand &command, llvm::ArrayRef<const char *> argv);

/// Commands that have a file of their own.
extern const Subcommand envCommand, execCommand;

} // namespace lambdacc

#endif
