//===- Print.h - The only place that prints ---------------------------------===//
//
// What is printed for a person is safe to print, line by line (Text.h, printableLine): values in it come from
// anywhere. printAnswer() alone prints bytes as they are, for a program that reads them.
//
//===----------------------------------------------------------------------===//
#ifndef LAMBDA_CC_DIAG_PRINT_H
#define LAMBDA_CC_DIAG_PRINT_H

#include "Note.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"

namespace lambdacc {

/// Prints `error` to standard error as the tool `prog`, and returns the exit status that it asks for.
int report(llvm::StringRef prog, llvm::Error error);

/// A line `# changed option: reason` for each note, on standard error.
void printNotes(llvm::ArrayRef<Note> notes);

/// The answer to -###, on standard error as clang's and gcc's: the notes, then the command, quoted for
/// a shell.
void printPlan(llvm::ArrayRef<Note> notes, llvm::ArrayRef<std::string> command);

/// The answer to `lambda-cc explain`, on standard output: what of its words the tool `prog` changes, with the
/// reasons, and then the command that it becomes, or what it answers by itself.
void printExplanation(llvm::StringRef prog, llvm::ArrayRef<Note> notes, llvm::ArrayRef<std::string> command,
                      llvm::StringRef answer);

/// A warning of the tool `prog`, on standard error, in the form of an error.
void printWarning(llvm::StringRef prog, llvm::StringRef headline, llvm::ArrayRef<std::string> evidence);

/// What another program wrote to its standard error, as it is.
void printMessages(llvm::StringRef messages);

/// `lines` below another program's message, on standard error.
void printAdvice(llvm::ArrayRef<std::string> lines);

/// `lines` on standard output, for a person.
void printLines(llvm::ArrayRef<std::string> lines);

/// `answer` on standard output, unchanged: what a program reads.
void printAnswer(llvm::StringRef answer);

/// The exit status of the tool `prog`, which is done with `status`. Output that could not be written is an
/// error (1). Reports it if it can; LLVM's own streams would end us by `LLVM ERROR: IO failure`.
int finish(llvm::StringRef prog, int status);

} // namespace lambdacc

#endif
