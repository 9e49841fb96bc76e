// cc, c++ and what clang does under older names: as, cpp.
#include "Failure.h"
#include "Inputs.h"
#include "OldNames.h"
#include "Output.h"
#include "Print.h"
#include "ResponseFile.h"
#include "Text.h"
#include "Tools.h"

using llvm::ArrayRef;
using llvm::StringRef;

namespace lambdacc {

static int compile(const Session &session, ArrayRef<const char *> words, bool cxx, llvm::StringSaver &saver,
                   llvm::vfs::FileSystem &fs) {
  CcInvocation invocation = parseCc(words, cxx, saver);
  Needs needs{.clang = needsClang(invocation),
              .linker = needsLinker(invocation),
              .linkerName = linkerName(invocation),
              .inputs = invocation.linkables()};
  llvm::Expected<Toolchain> toolchain = findToolchain(*session.target, needs, session.settings, fs);
  if (!toolchain)
    return report(session.prog, toolchain.takeError());
  llvm::Expected<Plan> plan = planCc(invocation, *session.target, *toolchain);

  // From here on it is known what would be run. What it reads and writes is looked at before.
  StringRef output = invocation.last(ccopt::OPT_o);
  if (output.empty() && needs.linker)
    output = "a.out";
  if (plan && !invocation.dryRun && !output.empty())
    if (llvm::Error error = checkOutput(output))
      plan = std::move(error);
  if (plan && !invocation.dryRun && needs.linker)
    if (llvm::Error error = checkInputs(needs.inputs, *session.target))
      plan = std::move(error);
  return carryOut(session, std::move(plan), invocation.dryRun);
}

// Response files first: each tool reads them, under each of its names.
static int compile(const Session &session, bool cxx,
                   llvm::SmallVector<const char *, 0> (*translate)(ArrayRef<const char *>,
                                                                   llvm::StringSaver &)) {
  llvm::BumpPtrAllocator memory;
  llvm::StringSaver saver(memory);
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  llvm::Expected<llvm::SmallVector<const char *, 0>> words = expandResponseFiles(session.argv, saver, *fs);
  if (!words)
    return report(session.prog, words.takeError());
  if (translate)
    words = translate(*words, saver);
  else if (words->empty())
    return report(session.prog,
                  fail("no input files", {text("usage: {} [options] file...", {session.prog})}));
  return compile(session, *words, cxx, saver, *fs);
}

int cc(const Tool &, const Session &session) { return compile(session, /*cxx=*/false, nullptr); }
int cxx(const Tool &, const Session &session) { return compile(session, /*cxx=*/true, nullptr); }
int as(const Tool &, const Session &session) { return compile(session, /*cxx=*/false, ccWordsOfAs); }
int cpp(const Tool &, const Session &session) { return compile(session, /*cxx=*/false, ccWordsOfCpp); }

} // namespace lambdacc
