// lambda-cc as and lambda-cc explain: run or explain the tool that an argument names.
#include "Arguments.h"
#include "Failure.h"
#include "PrintedCommand.h"
#include "RegularFile.h"
#include "RustSysroot.h"
#include "System.h"
#include "Text.h"
#include "Tools.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

// The session of the tool that the first argument names, with the other arguments. `program` is its
// programName().
static Session toolSession(const Session &session, llvm::ArrayRef<const char *> args, StringRef program) {
  Session tool = session;
  tool.prog = program;
  tool.argv = args.drop_front();
  return tool;
}

// For names that cannot be links: scripts of `install --copy`, and of a wheel (cmake/release/wheel.py).
static llvm::Expected<int> runAs(const Session &session, const Arguments &arguments) {
  std::string program = programName(arguments.positionals.front());
  return runTool(toolSession(session, arguments.positionals, program));
}

//===- explain --------------------------------------------------------------===//

constexpr StringRef wholeLink = "cargo rustc … -- --print link-args prints the linker's whole command";
constexpr StringRef wholeCompile = "CC_ENABLE_DEBUG_OUTPUT=1 cargo build -vv prints the compiles of cc-rs";

static std::vector<std::string> allNames() {
  std::vector<std::string> names = namesInBin();
  llvm::append_range(names, namesInDropIn());
  return names;
}

// The command to explain: the arguments, or the last one in the output of cargo on standard input.
static llvm::Expected<PrintedCommand> commandOf(const Arguments &arguments,
                                                llvm::ArrayRef<std::string> names) {
  if (StringRef(arguments.positionals.front()) != "-")
    return commandIn(arguments.positionals);
  if (arguments.positionals.size() > 1)
    return failUsage(text("unexpected argument '{}'", {arguments.positionals[1]}),
                     {"with '-', the command is read from standard input"});
  constexpr uint64_t most = 64 << 20;
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>> output = readStandardInput(most);
  if (!output)
    return fail("standard input can't be read", {output.getError().message()});
  std::optional<PrintedCommand> command = lastCommandIn((*output)->getBuffer(), [&](StringRef program) {
    std::string name = programName(program);
    return name != "cargo" && llvm::is_contained(names, name); // a cargo there is what cargo ran
  });
  if (!command)
    return fail("standard input has no command of a tool of lambda-cc",
                {"cargo prints the command of a link that failed", wholeLink.str(), wholeCompile.str()});
  return std::move(*command);
}

static llvm::Error notATool(StringRef name, llvm::ArrayRef<std::string> names) {
  std::vector<std::string> evidence = {"lambda-cc names lists them"};
  if (name == "rustc")
    evidence = {"it runs the linker: cargo prints the command of a link that failed", wholeLink.str()};
  else if (StringRef best = nearest(name, std::vector<StringRef>(names.begin(), names.end())); !best.empty())
    evidence.push_back(text("did you mean '{}'?", {best}));
  return failUsage(text("'{}' is not a tool of lambda-cc", {name}), std::move(evidence));
}

// The paths that rustc shortened are needed: the linker and the start objects depend on them.
static llvm::Error completePaths(PrintedCommand &command, const Session &session) {
  std::string sysroot;
  if (namesSysroot(command.words)) {
    llvm::Expected<std::string> found = sysrootOfRust(session.settings.path);
    if (!found)
      return found.takeError();
    if (found->empty())
      return fail("rustc shortened this command, and without a rustc '<sysroot>' is not known",
                  {"looked for it in PATH: " + joinFolders(session.settings.path), wholeLink.str()});
    sysroot = std::move(*found);
  }
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  llvm::Expected<std::vector<std::string>> whole = withWholePaths(command.words, sysroot, *fs);
  if (!whole)
    return llvm::handleErrors(whole.takeError(), [](std::unique_ptr<Failure> failure) -> llvm::Error {
      failure->evidence.push_back(wholeLink.str());
      return llvm::Error(std::move(failure));
    });
  command.words = std::move(*whole);
  return llvm::Error::success();
}

// The variables that the command runs with: those of `environment`, with its own.
static std::vector<std::string> environmentOf(const PrintedCommand &command, char **environment) {
  std::vector<std::string> variables;
  for (; !command.hasOnlyTheseVariables && *environment; ++environment)
    variables.push_back(*environment);
  for (const auto &[name, value] : command.variables) {
    llvm::erase_if(variables,
                   [&, &name = name](StringRef each) { return isSameVariable(each.split('=').first, name); });
    if (value)
      variables.push_back(text("{}={}", {name, *value}));
  }
  return variables;
}

static llvm::Expected<int> explain(const Session &session, const Arguments &arguments) {
  std::vector<std::string> names = allNames();
  llvm::Expected<PrintedCommand> command = commandOf(arguments, names);
  if (!command)
    return command.takeError();
  if (command->words.empty())
    return failUsage("no tool to explain", {"usage: lambda-cc " + usage(explainCommand)});
  std::string program = programName(command->words.front());
  if (!llvm::is_contained(names, program))
    return notATool(program, names);
  if (llvm::Error error = completePaths(*command, session))
    return std::move(error);

  std::vector<const char *> args;
  std::vector<Note> notes;
  for (const std::string &arg : llvm::ArrayRef(command->words).drop_back(command->isCut))
    if (isOmission(arg))
      notes.push_back({Note::Dropped, arg, ("rustc did not print them; " + wholeLink).str()});
    else
      args.push_back(arg.c_str());
  if (command->isCut)
    notes.push_back({Note::Dropped, command->words.back(), "the line ends inside this argument"});

  std::vector<std::string> variables = environmentOf(*command, session.environment);
  std::vector<char *> environment;
  for (std::string &variable : variables)
    environment.push_back(variable.data());
  environment.push_back(nullptr);
  Session tool = toolSession(readSession("", session.argv0.data(), {}, environment.data()), args, program);
  tool.notes = std::move(notes);
  tool.explains = true;
  return runTool(std::move(tool));
}

const Subcommand asCommand = {.name = "as",
                              .positionals = "TOOL ARGS...",
                              .count = Positionals::Rest,
                              .help = "run TOOL, if it can't be called by its name",
                              .run = runAs};
const Subcommand explainCommand = {.name = "explain",
                                   .positionals = "TOOL ARGS... | -",
                                   .count = Positionals::Rest,
                                   .help = "print what TOOL would do with ARGS, and why",
                                   .run = explain};

} // namespace lambdacc
