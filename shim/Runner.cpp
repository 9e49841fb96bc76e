// <triple>-run PROGRAM ARGS...: runs a program of a target. cargo calls it for `cargo run` and `cargo test`,
// as the runner of a target for another machine than the host's.
#include "ExecErrors.h"
#include "Failure.h"
#include "HostCc.h"
#include "PackageCommand.h"
#include "PathSearch.h"
#include "Print.h"
#include "Run.h"
#include "System.h"
#include "Text.h"
#include "Tools.h"
#include "llvm/Support/FileSystem.h"

using llvm::StringRef;

namespace lambdacc {

// Where qemu-user looks for the libraries of a program: in QEMU_LD_PREFIX, else in the folder that Debian
// builds it with, else in the root. Debian's cross libraries in /usr/aarch64-linux-gnu are not searched:
// pthread_create() hangs with them (qemu 7.2, libc6-arm64-cross 2.36).
static bool hasLibraries(const Session &session, StringRef machine) {
  const Target &target = session.target();
  return !target.isGlibc() || session.hasQemuPrefix || llvm::sys::fs::exists(target.interpreter) ||
         llvm::sys::fs::exists(text("/etc/qemu-binfmt/{}", {machine}));
}

static llvm::Error noLibraries(const Session &session) {
  return fail(text("no glibc to run '{}' with", {session.argv.front()}),
              {text("a program for {} loads its libraries from {} and the folders beside it",
                    {session.target().triple, session.target().interpreter}),
               "set QEMU_LD_PREFIX to a folder that has them, such as the root of an image of Lambda's",
               "or run it for the musl target, which needs none"});
}

// qemu prints nothing about a file that it can't run.
static llvm::Error checkProgram(StringRef program, const Places &places) {
  std::string file = isPath(program) ? program.str() : ("./" + program).str();
  if (!places.fs.exists(file))
    return programNotFound(file, {});
  std::vector<std::string> why = whyNoneExecuted(places, file);
  return why.empty() ? llvm::Error::success() : cannotExecute(program, why.front());
}

int runner(const Tool &, const Session &session) {
  if (session.argv.empty())
    return report(session.prog,
                  failUsage("no program to run", {"usage: " + session.prog.str() + " PROGRAM ARGS..."}));
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  Places places = {session.settings.path, *fs, session.settings.executable};
  Command command{.program = {session.argv.front()}, .args = {}, .unset = {}, .set = {}};
  command.args.assign(session.argv.begin() + 1, session.argv.end());

  if (!session.explains)
    if (llvm::Error error = checkProgram(session.argv.front(), places))
      return report(session.prog, std::move(error));
  std::string machine = machineName(session.target().machine);
  Program emulator;
  if (session.target().machine != hostMachine()) {
    if (!hasLibraries(session, machine))
      return report(session.prog, noLibraries(session));
    emulator = findEmulator(places, machine);
    if (emulator.found())
      command.program = {emulator.path, {session.argv.front()}};
  }
  if (session.explains) {
    printExplanation(session.prog, session.notes, command.argv(), "", "");
    return 0;
  }
  llvm::Expected<int> status = run(command, session.environment); // the kernel may know an emulator
  if (status)
    return *status;
  if (emulator.found() || session.target().machine == hostMachine())
    return report(session.prog, status.takeError());
  consumeError(status.takeError());
  std::string advice = isOwnTripleHost()
                           ? text("install it ({})", {packageCommand("qemu-user-static")})
                           : text("{} runs no programs for Linux: use a container", {systemName()});
  std::string alone = "qemu-" + machine + "-static", plain = "qemu-" + machine;
  return report(session.prog, nothingFound(places, text("no qemu to run '{}' with", {session.argv.front()}),
                                           {{alone, plain}}, {}, advice));
}

} // namespace lambdacc
