//===- Text.h - Text with values in it ------------------------------------===//
//
// Messages are whole sentences, with {} for each value. Only Text.cpp includes fmt, so that its half megabyte
// of templates is compiled once.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_DIAG_TEXT_H
#define LAMBDA_CC_DIAG_TEXT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <initializer_list>
#include <string>

namespace lambdacc {

/// `sentence` with each {} replaced by the next of `values`. Asserts that their numbers match.
std::string text(llvm::StringRef sentence, std::initializer_list<llvm::StringRef> values);

/// "a, b and c".
std::string joinWithAnd(llvm::ArrayRef<std::string> names);

/// `name` with _ for each dash, as variables and Rust's files are named: "x86_64_unknown_linux_musl".
std::string underscored(llvm::StringRef name);

/// The candidate with the fewest edits from `name`, for "did you mean". "" if none is near enough.
llvm::StringRef nearest(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> candidates);

/// `value`, padded with spaces to `width`. Longer values are not cut.
std::string padded(llvm::StringRef value, unsigned width);

/// `arg` as a POSIX shell reads it back unchanged. Quoted only if necessary.
std::string quoteForShell(llvm::StringRef arg);

//===- Foreign text -----------------------------------------------------------===//
//
// A file name, a soname or a variable can contain line breaks and control characters. On a terminal, these
// move the cursor or set the title. In the log of a CI runner, `::error::` at the start of a line is a
// command. So are `##[…]` and `##vso[…]` anywhere in a line.

/// `line` as one line that is safe to print. Written as \xNN: unprintable characters (C0 and C1 controls,
/// bidirectional overrides, line separators), invalid UTF-8, and the start of a CI runner's command.
std::string printableLine(llvm::StringRef line);

/// A command line that is safe to print, and that a shell reads back unchanged. An argument that
/// printableLine() would change is written as $'…', which bash, zsh, ksh, busybox and POSIX 2024 support.
std::string shellCommand(llvm::ArrayRef<std::string> command);

/// `json` with an escape for each unprintable character. JSON itself requires escapes only below U+0020.
std::string printableJson(llvm::StringRef json);

} // namespace lambdacc

#endif
