//===- Print.h - The only place that prints -------------------------------===//
//
// Text for a person is made safe to print, line by line (printableLine() in Text.h), because values in it
// come from anywhere. Only printAnswer() and printMessages() write bytes unchanged.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_DIAG_PRINT_H
#define LAMBDA_CC_DIAG_PRINT_H

#include "Note.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// Prints `error` to standard error under the name `prog`, and returns its exit status.
int report(llvm::StringRef prog, llvm::Error error);

/// A line `# changed option: reason` for each note, on standard error.
void printNotes(llvm::ArrayRef<Note> notes);

/// The output of -###: the notes, then the command, quoted for a shell. Goes to standard error, as in clang
/// and gcc.
void printPlan(llvm::ArrayRef<Note> notes, llvm::ArrayRef<std::string> command);

/// The output of `lambda-cc explain`, on standard output: what the tool `prog` changes, with the reasons.
/// Then the command that it runs, and the `linker` that this command runs, if any. If `command` is empty,
/// then the `answer` that the tool prints itself.
void printExplanation(llvm::StringRef prog, llvm::ArrayRef<Note> notes, llvm::ArrayRef<std::string> command,
                      llvm::StringRef linker, llvm::StringRef answer);

/// A warning of the tool `prog`, on standard error, in the same form as an error.
void printWarning(llvm::StringRef prog, llvm::StringRef headline, llvm::ArrayRef<std::string> evidence);

/// Writes the standard error of another program to ours, unchanged.
void printMessages(llvm::StringRef messages);

/// Prints `lines` with `>>> ` before each, on standard error, below another message.
void printAdvice(llvm::ArrayRef<std::string> lines);

/// Prints `lines` on standard output, for a person.
void printLines(llvm::ArrayRef<std::string> lines);

/// Writes `answer` to standard output unchanged, for a program that reads it.
void printAnswer(llvm::StringRef answer);

/// Flushes the output at the end of the tool `prog`, and returns its exit status: `status`, or 1 if output
/// could not be written. Reports the write error. Without this, the destructors of LLVM's streams end the
/// process with `LLVM ERROR: IO failure`.
int finish(llvm::StringRef prog, int status);

} // namespace lambdacc

#endif
