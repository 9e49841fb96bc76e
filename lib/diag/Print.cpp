#include "Print.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/WithColor.h"
#include "llvm/Support/raw_ostream.h"

namespace lambdacc {

// Prints each of `lines` on a line of its own, whatever characters it contains.
static void print(llvm::raw_ostream &os, llvm::StringRef before, llvm::ArrayRef<std::string> lines) {
  for (const std::string &line : lines)
    os << before << printableLine(line) << '\n';
}

int report(llvm::StringRef prog, llvm::Error error) {
  int status = 1;
  handleAllErrors(
      std::move(error),
      [&](const Failure &failure) {
        llvm::WithColor::error(llvm::errs(), printableLine(prog)) << printableLine(failure.headline) << '\n';
        printAdvice(failure.evidence);
        status = failure.status;
      },
      [&](const llvm::ErrorInfoBase &other) {
        llvm::WithColor::error(llvm::errs(), printableLine(prog)) << printableLine(other.message()) << '\n';
      });
  return status;
}

int finish(llvm::StringRef prog, int status) {
  llvm::outs().flush();
  if (std::error_code error = llvm::outs().error()) {
    llvm::outs().clear_error();
    int failed = report(prog, fail("standard output cannot be written", {error.message()}));
    status = status ? status : failed;
  }
  if (llvm::errs().has_error()) {
    llvm::errs().clear_error();
    status = status ? status : 1;
  }
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
  case Note::LeftOut:
    return "left out";
  }
  llvm_unreachable("a change without a verb");
}

void printNotes(llvm::ArrayRef<Note> notes) {
  for (const Note &note : notes)
    print(llvm::errs(), "# ", text("{} {}: {}", {verb(note.change), note.what, note.why}));
}

void printPlan(llvm::ArrayRef<Note> notes, llvm::ArrayRef<std::string> command) {
  printNotes(notes);
  llvm::errs() << shellCommand(command) << '\n';
}

void printExplanation(llvm::StringRef prog, llvm::ArrayRef<Note> notes, llvm::ArrayRef<std::string> command,
                      llvm::StringRef linker, llvm::StringRef answer) {
  constexpr llvm::StringLiteral does[] = {"adds", "drops", "changes",
                                          "leaves out"}; // in the order of Note::Change
  std::vector<std::string> lines = {(prog + (notes.empty() ? " changes nothing" : "")).str()};
  for (const Note &note : notes)
    lines.push_back(text("  {} {}: {}", {does[note.change], note.what, note.why}));
  lines.push_back(command.empty() ? "and prints:" : "and runs:");
  std::string last = command.empty() ? answer.rtrim().str() : shellCommand(command);
  for (llvm::StringRef line : llvm::split(last, '\n'))
    lines.push_back(("  " + line).str());
  if (!linker.empty())
    llvm::append_range(lines, std::vector<std::string>{"which runs the linker:", ("  " + linker).str()});
  printLines(lines);
}

// Write errors are cleared: the program that wrote these messages does not report them either.
void printMessages(llvm::StringRef messages) {
  llvm::errs() << messages;
  llvm::errs().flush();
  llvm::errs().clear_error();
}

void printAdvice(llvm::ArrayRef<std::string> lines) { print(llvm::errs(), ">>> ", lines); }

void printWarning(llvm::StringRef prog, llvm::StringRef headline, llvm::ArrayRef<std::string> evidence) {
  llvm::WithColor::warning(llvm::errs(), printableLine(prog)) << printableLine(headline) << '\n';
  printAdvice(evidence);
}

void printLines(llvm::ArrayRef<std::string> lines) { print(llvm::outs(), "", lines); }

void printAnswer(llvm::StringRef answer) { llvm::outs() << answer; }

} // namespace lambdacc
