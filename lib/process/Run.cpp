#include "Run.h"
#include "ChildArrays.h"
#include "ExecErrors.h"
#include "Failure.h"
#include "Quoting.h"
#include "Spawn.h"
#include "Text.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

namespace lambdacc {

namespace {
/// A response file for a command.
struct ResponseFile {
  llvm::SmallString<128> path;
  bool named; ///< it has a name, and must be removed after the command
};
} // namespace

static llvm::Expected<ResponseFile> writeResponseFile(const Command &command) {
  ResponseFile response = {{}, /*named=*/false};
  int descriptor = memoryFile(response.path);
  if (descriptor < 0) {
    response.named = true;
    if (std::error_code error =
            llvm::sys::fs::createTemporaryFile("lambda-cc", "rsp", descriptor, response.path))
      return fail("the temporary file for a long command line cannot be created", {error.message()});
  }
  llvm::raw_fd_ostream file(descriptor, /*shouldClose=*/response.named);
  Quoting quoting = quotingFor(command.program);
  for (const std::string &arg : command.args)
    file << quoted(arg, quoting) << '\n';
  file.flush();
  if (!file.has_error())
    return response;
  std::string why = file.error().message();
  file.clear_error();
  if (response.named)
    (void)llvm::sys::fs::remove(response.path);
  return fail(text("'{}' cannot be written", {response.path}), {why});
}

// Runs a command with a response file, because its command line is too long.
static llvm::Expected<Spawned> spawnByFile(const Command &command, std::vector<std::string> argv,
                                           const std::vector<std::string> &variables,
                                           const WaitOptions &options) {
  llvm::Expected<ResponseFile> file = writeResponseFile(command);
  if (!file)
    return file.takeError();
  argv.resize(argv.size() - command.args.size());
  argv.push_back(("@" + file->path).str());
  Spawned spawned = spawnAndWait(command.program.path, argv, variables, options);
  if (file->named)
    (void)llvm::sys::fs::remove(file->path);
  return spawned;
}

// The system's reason is "Exec format error". The file is read only now: what runs is not looked at.
static llvm::Error cannotRun(const Command &command, const std::string &why) {
  std::vector<std::string> evidence = {why};
  if (std::string machine = foreignMachine(command.program.path); !machine.empty())
    evidence.push_back(std::move(machine));
  return fail(text("'{}' cannot be executed", {command.program.path}), std::move(evidence));
}

static llvm::Expected<Finished> runToEnd(const Command &command, std::vector<std::string> argv,
                                         const std::vector<std::string> &variables,
                                         const WaitOptions &options) {
  llvm::Expected<Spawned> spawned = spawnAndWait(command.program.path, argv, variables, options);
  if (spawned && spawned->isTooLong)
    spawned = spawnByFile(command, std::move(argv), variables, options);
  if (!spawned)
    return spawned.takeError();
  if (!spawned->whyNot.empty())
    return cannotRun(command, spawned->whyNot);
  return Finished{spawned->end, std::move(spawned->errors)};
}

llvm::Expected<int> run(const Command &command, char **environment) {
  std::vector<std::string> argv = command.argv();
  std::vector<std::string> variables = childEnvironment(environment, command.set, command.unset);
  if (std::string why = replaceProcess(command.program.path, argv, variables); !why.empty())
    return cannotRun(command, why);
  llvm::Expected<Finished> waited = [&] {
    HeldSignals signals;
    return runToEnd(command, std::move(argv), variables, {signals, /*capturesErrors=*/false, [] {}});
  }();
  if (!waited)
    return waited.takeError();
  if (waited->end.signal)
    raiseSignal(waited->end.signal);
  return waited->end.status;
}

llvm::Expected<Finished> runAndWait(const Command &command, char **environment, HeldSignals &signals,
                                    llvm::function_ref<void()> meanwhile) {
  std::vector<std::string> argv = command.argv();
  std::vector<std::string> variables = childEnvironment(environment, command.set, command.unset);
  if (llvm::sys::Process::StandardErrIsDisplayed())
    argv.insert(argv.end() - static_cast<ptrdiff_t>(command.args.size()), command.onTerminal.begin(),
                command.onTerminal.end());
  return runToEnd(command, std::move(argv), variables, {signals, /*capturesErrors=*/true, meanwhile});
}

} // namespace lambdacc
