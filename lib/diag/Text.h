//===- Text.h - Text with values in it --------------------------------------===//
//
// Messages are written as whole sentences with {} where a value stands. This is the one door to fmt, so that
// its half megabyte of templates is compiled once.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_DIAG_TEXT_H
#define LAMBDA_CC_DIAG_TEXT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <initializer_list>
#include <string>

namespace lambdacc {

/// `sentence` with each {} replaced by the next of `values`. A wrong number of values is a mistake of ours:
/// asserts.
std::string text(llvm::StringRef sentence, std::initializer_list<llvm::StringRef> values);

/// "a, b and c".
std::string joinWithAnd(llvm::ArrayRef<std::string> names);

/// The one of `candidates` that takes the fewest edits to reach from `word`, if it is near enough to have
/// been meant; else "".
llvm::StringRef nearest(llvm::StringRef name, llvm::ArrayRef<llvm::StringRef> candidates);

/// `value`, and spaces up to `width`; never less than the whole of it.
std::string padded(llvm::StringRef value, unsigned width);

/// `word` as a POSIX shell reads it back unchanged, quoted only where it must be.
std::string quoteForShell(llvm::StringRef arg);

//===- Foreign text -----------------------------------------------------------===//
//
// A file name, a soname or a variable can hold line breaks and control characters. On a terminal these move
// the cursor or set the title. In the log of a CI runner, `::error::` at the start of a line is a command,
// and so are `##[…]` and `##vso[…]` within one.

/// `line` as one line that is safe to print: each byte of what is not printable (C0 and C1 controls,
/// bidirectional overrides, line separators), of what is not UTF-8, and of what starts a runner's command, is
/// \xNN.
std::string printableLine(llvm::StringRef line);

/// A command line that is safe to print, and that a shell reads back unchanged. A word with what
/// printableLine() changes is in $'…', which bash, zsh, ksh, busybox and POSIX 2024 have.
std::string shellCommand(llvm::ArrayRef<std::string> command);

/// `json` with an escape for each character that is not printable. JSON itself asks for that only below
/// U+0020.
std::string printableJson(llvm::StringRef json);

} // namespace lambdacc

#endif
