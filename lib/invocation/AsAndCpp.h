//===- AsAndCpp.h - as and cpp, as calls of cc ----------------------------===//
//
// clang is also the assembler and the preprocessor. These functions translate the arguments of GNU as and cpp
// to those of cc.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_INVOCATION_ASANDCPP_H
#define LAMBDA_CC_INVOCATION_ASANDCPP_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/StringSaver.h"

namespace lambdacc {

/// as [options] [file...]: assembles files or standard input, without preprocessing, to a.out.
llvm::SmallVector<const char *, 0> translateAs(llvm::ArrayRef<const char *> argv, llvm::StringSaver &saver);

/// cpp [options] [input [output]]: preprocesses a file or standard input to standard output.
llvm::SmallVector<const char *, 0> translateCpp(llvm::ArrayRef<const char *> argv, llvm::StringSaver &saver);

} // namespace lambdacc

#endif
