#include "ChildArrays.h"
#include "Exec.h"
#include "ExecErrors.h"
#include "Spawn.h"
#include "System.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/Program.h"

using llvm::StringRef;

namespace lambdacc {

// The file of a program: with one of the suffixes in PATHEXT, if it has none.
static std::string findFile(StringRef name, llvm::ArrayRef<std::string> folders) {
  std::vector<StringRef> places(folders.begin(), folders.end());
  StringRef folder = llvm::sys::path::parent_path(name);
  if (isPath(name))
    places = {folder.empty() ? "." : folder};
  llvm::ErrorOr<std::string> file =
      llvm::sys::findProgramByName(isPath(name) ? llvm::sys::path::filename(name) : name, places);
  return file ? *file : "";
}

llvm::Error execProgram(llvm::ArrayRef<const char *> argv, llvm::ArrayRef<std::string> folders,
                        llvm::ArrayRef<std::pair<std::string, std::string>> variables, char **environment) {
  StringRef name = argv.front();
  std::string file = name.empty() ? "" : findFile(name, folders);
  if (file.empty())
    return programNotFound(name, folders);
  HeldSignals signals;
  Spawned spawned = spawnAndWait(file, {argv.begin(), argv.end()}, childEnvironment(environment, variables),
                                 {signals, /*capturesErrors=*/false, [] {}});
  if (spawned.isTooLong)
    spawned.whyNot = "its command line is too long";
  if (!spawned.whyNot.empty())
    return cannotExecute(file, spawned.whyNot);
  llvm::sys::Process::Exit(spawned.end.status);
}

} // namespace lambdacc
