#include "Print.h"
#include "Failure.h"
#include "Text.h"
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

int finish(llvm::StringRef prog, int status) {
  llvm::outs().flush();
  if (std::error_code error = llvm::outs().error()) {
    llvm::outs().clear_error();
    int failed = report(prog, fail("standard output can't be written", {error.message()}));
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
  }
  llvm_unreachable("a change without a verb");
}

void printNotes(llvm::ArrayRef<Note> notes) {
  for (const Note &note : notes)
    llvm::errs() << "# " << verb(note.change) << ' ' << note.what << ": " << note.why << '\n';
}

static std::string inOneLine(llvm::ArrayRef<std::string> command) {
  std::string line;
  for (const std::string &word : command)
    line += (line.empty() ? "" : " ") + quoteForShell(word);
  return line;
}

void printPlan(llvm::ArrayRef<Note> notes, llvm::ArrayRef<std::string> command) {
  printNotes(notes);
  llvm::errs() << inOneLine(command) << '\n';
}

void printExplanation(llvm::StringRef prog, llvm::ArrayRef<Note> notes, llvm::ArrayRef<std::string> command,
                      llvm::StringRef answer) {
  constexpr llvm::StringLiteral does[] = {"adds", "drops", "changes"}; // in the order of Note::Change
  llvm::outs() << prog << (notes.empty() ? " changes nothing" : "") << '\n';
  for (const Note &note : notes)
    llvm::outs() << "  " << does[note.change] << ' ' << note.what << ": " << note.why << '\n';
  if (command.empty())
    llvm::outs() << "and answers by itself\n  " << answer.rtrim() << '\n';
  else
    llvm::outs() << "and becomes\n  " << inOneLine(command) << '\n';
}

void printMessages(llvm::StringRef messages) { llvm::errs() << messages; }

void printAdvice(llvm::ArrayRef<std::string> lines) {
  for (const std::string &line : lines)
    llvm::errs() << ">>> " << line << '\n';
}

void printWarning(llvm::StringRef prog, llvm::StringRef headline, llvm::ArrayRef<std::string> evidence) {
  llvm::WithColor::warning(llvm::errs(), prog) << headline << '\n';
  for (const std::string &line : evidence)
    llvm::errs() << ">>> " << line << '\n';
}

void printAnswer(llvm::StringRef words) { llvm::outs() << words; }

} // namespace lambdacc
