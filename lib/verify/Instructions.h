//===- Instructions.h - Instructions that a finished file has ---------------===//
//
// Only those of features that includedBeyond() returns: a compiler never writes them by itself, and each has
// bits that nothing else has. A file that has them may still run everywhere: its code may check the CPU
// before.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_VERIFY_INSTRUCTIONS_H
#define LAMBDA_CC_VERIFY_INSTRUCTIONS_H

#include "llvm/ADT/StringRef.h"

namespace lambdacc {

/// The first instruction of `feature`, in clang's spelling, in an executable segment of `contents`, an ELF
/// file for aarch64: "sm4e" of "sm4". "" if there is none.
llvm::StringRef findInstruction(llvm::StringRef feature, llvm::StringRef contents);

} // namespace lambdacc

#endif
