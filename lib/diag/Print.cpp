#include "Print.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

namespace lambdacc {

int report(llvm::StringRef prog, llvm::Error error) {
  int status = 1;
  handleAllErrors(
      std::move(error),
      [&](const Failure &failure) {
        llvm::WithColor::error(llvm::errs(), prog) << failure.headline << '\n';
        for (const std::string &line : failure.evidence)
          llvm::errs() << ">>> " << line << '\n';
        status = failure.status;
      },
      [&](const llvm::ErrorInfoBase &other) {
        llvm::WithColor::error(llvm::errs(), prog) << other.message() << '\n';
      });
  return status;
}

static llvm::StringRef verb(Note::Change change) {
  switch (change) {
  case Note::Added:
    return "added";
  case Note::Dropped:
    return "dropped";
  case Note::Changed:
    return "changed";
  }
  llvm_unreachable("a change without a verb");
}

void printNotes(llvm::ArrayRef<Note> notes) {
  for (const Note &note : notes)
    llvm::errs() << "# " << verb(note.change) << ' ' << note.what << ": " << note.why << '\n';
}

void printPlan(llvm::ArrayRef<Note> notes, llvm::ArrayRef<std::string> command) {
  printNotes(notes);
  llvm::ListSeparator space(" ");
  for (const std::string &word : command)
    llvm::errs() << space << quoteForShell(word);
  llvm::errs() << '\n';
}

void printAnswer(llvm::StringRef words) { llvm::outs() << words; }

} // namespace lambdacc
