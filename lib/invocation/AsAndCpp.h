//===- AsAndCpp.h - as and cpp, which are cc today --------------------------===//
//
// clang is the assembler and the preprocessor too. These say in cc's words what was said to GNU's as and cpp.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_INVOCATION_ASANDCPP_H
#define LAMBDA_CC_INVOCATION_ASANDCPP_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/StringSaver.h"

namespace lambdacc {

/// as [options] [file...] assembles, without preprocessing, what may be standard input, to a.out.
llvm::SmallVector<const char *, 0> translateAs(llvm::ArrayRef<const char *> argv, llvm::StringSaver &saver);

/// cpp [options] [input [output]] preprocesses what may be standard input, to standard output.
llvm::SmallVector<const char *, 0> translateCpp(llvm::ArrayRef<const char *> argv, llvm::StringSaver &saver);

} // namespace lambdacc

#endif
