#include "ChildArrays.h"
#include "Exec.h"
#include "ExecErrors.h"
#include "Spawn.h"
#include "System.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

using llvm::StringRef;

namespace lambdacc {

// What Windows' own cmd tries behind a name, in this order. A name that has a suffix may be whole.
static std::vector<std::string> suffixesFor(StringRef name) {
  std::vector<std::string> suffixes;
  if (llvm::sys::path::has_extension(name))
    suffixes.emplace_back();
  std::string list = llvm::sys::Process::GetEnv("PATHEXT").value_or(".COM;.EXE;.BAT;.CMD");
  for (const std::string &suffix : splitFolders(list, System::Windows))
    suffixes.push_back(StringRef(suffix).lower());
  return suffixes;
}

// A name that the Microsoft Store makes, such as python.exe, starts a program and can't be opened: it has no
// type.
static bool isFile(StringRef path) {
  return llvm::sys::fs::exists(path) && !llvm::sys::fs::is_directory(path);
}

// The file of a program, or "". npm has a script `npx` for a Unix shell beside npx.cmd, and Windows starts
// only the second. So a name without a suffix is never the file itself, and the first folder that has one of
// them counts.
static std::string findFile(StringRef name, llvm::ArrayRef<std::string> folders) {
  std::vector<std::string> suffixes = suffixesFor(name);
  std::vector<std::string> prefixes = {""};
  if (!isPath(name))
    prefixes = {folders.begin(), folders.end()};
  for (const std::string &folder : prefixes)
    for (const std::string &suffix : suffixes) {
      llvm::SmallString<256> file(folder);
      llvm::sys::path::append(file, name + suffix);
      if (isFile(file))
        return std::string(file);
    }
  return "";
}

// A file or folder by its path that Windows does not start.
static bool isOther(StringRef name) { return isPath(name) && llvm::sys::fs::exists(name); }

// Windows runs such a file by cmd, which reads the command line again: the file's own name as cmd would
// search for it, and `%` and `"` as its own.
static bool isForCmd(StringRef file) {
  return file.ends_with_insensitive(".bat") || file.ends_with_insensitive(".cmd");
}

llvm::Error execProgram(llvm::ArrayRef<const char *> argv, llvm::ArrayRef<std::string> folders,
                        llvm::ArrayRef<std::pair<std::string, std::string>> variables, char **environment) {
  StringRef name = argv.front();
  std::string file = name.empty() ? "" : findFile(name, folders);
  if (file.empty() && isOther(name))
    return cannotExecute(name, "it is not a program of Windows");
  if (file.empty())
    return programNotFound(name, folders);
  std::vector<std::string> words(argv.begin(), argv.end());
  if (isForCmd(file)) {
    llvm::SmallString<256> native;
    llvm::sys::path::native(file, native, llvm::sys::path::Style::windows_backslash);
    words.front() = std::string(native);
    for (const std::string &word : llvm::drop_begin(words))
      if (StringRef(word).find_first_of("%\"") != StringRef::npos)
        return cannotExecute(file, text("cmd runs it, and would change the argument '{}'", {word}));
  }
  HeldSignals signals;
  Spawned spawned = spawnAndWait(file, words, childEnvironment(environment, variables),
                                 {signals, /*capturesErrors=*/false, [] {}});
  if (spawned.isTooLong)
    spawned.whyNot = "its command line is too long";
  if (!spawned.whyNot.empty())
    return cannotExecute(file, spawned.whyNot);
  llvm::sys::Process::Exit(spawned.end.status);
}

} // namespace lambdacc
