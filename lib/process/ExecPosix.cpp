#include "ChildArrays.h"
#include "Exec.h"
#include "ExecErrors.h"
#include "System.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <cerrno>
#include <cstring>
#include <unistd.h>

using llvm::StringRef;

namespace lambdacc {

static char *pointer(const char *arg) { return const_cast<char *>(arg); }

// glibc's execvp() runs a file without #! with /bin/sh, as POSIX requires. musl's does not, and our packages
// are linked with musl.
static int runOrErrno(const std::string &file, llvm::ArrayRef<const char *> argv, char **environment) {
  std::vector<char *> args = {pointer("/bin/sh"), pointer(argv.front())};
  llvm::append_range(args, llvm::map_range(argv.drop_front(), pointer));
  args.push_back(nullptr);
  (void)execve(file.c_str(), args.data() + 1, environment);
  if (errno != ENOEXEC)
    return errno;
  args[1] = pointer(file.c_str());
  (void)execve(args.front(), args.data(), environment);
  return errno;
}

static std::vector<std::string> filesToTry(StringRef name, llvm::ArrayRef<std::string> folders) {
  if (isPath(name))
    return {name.str()};
  std::vector<std::string> files;
  if (!name.empty())
    for (const std::string &folder : folders)
      files.push_back((folder.empty() ? "." : folder) + "/" + name.str());
  return files;
}

llvm::Error execProgram(llvm::ArrayRef<const char *> argv, llvm::ArrayRef<std::string> folders,
                        llvm::ArrayRef<std::pair<std::string, std::string>> variables, char **environment) {
  std::vector<std::string> values = childEnvironment(environment, variables);
  std::vector<char *> entries = pointers(values);
  std::string denied, dangling; // a later folder may have a program that runs
  for (const std::string &file : filesToTry(argv.front(), folders)) {
    int error = runOrErrno(file, argv, entries.data());
    if (error == EACCES)
      denied = denied.empty() ? file : denied;
    else if (error != ENOENT && error != ENOTDIR)
      return cannotExecute(file, strerror(error));
    else if (access(file.c_str(), F_OK) == 0)
      dangling = dangling.empty() ? file : dangling;
  }
  if (!denied.empty())
    return cannotExecute(denied, strerror(EACCES));
  if (!dangling.empty())
    return cannotExecute(dangling, "the interpreter in its first line, or its loader, does not exist",
                         noProgram);
  return programNotFound(argv.front(), folders);
}

} // namespace lambdacc
