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
std::string inWords(llvm::ArrayRef<std::string> words);

/// The one of `candidates` that takes the fewest edits to reach from `word`, if it is near enough to have
/// been meant; else "".
llvm::StringRef nearest(llvm::StringRef word, llvm::ArrayRef<llvm::StringRef> candidates);

/// `value`, and spaces up to `width`; never less than the whole of it.
std::string padded(llvm::StringRef value, unsigned width);

/// `word` as a POSIX shell reads it back unchanged, quoted only where it must be.
std::string quoteForShell(llvm::StringRef word);

} // namespace lambdacc

#endif
