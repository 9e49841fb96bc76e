// lambda-cc env and lambda-cc exec: the variables that callers look up, and PATH with the drop-in folder
// first. env prints them for a person's shell or a CI runner, exec sets them for one command.
#include "Arguments.h"
#include "CallerVariables.h"
#include "Exec.h"
#include "Failure.h"
#include "HostCc.h"
#include "Print.h"
#include "RuntimeName.h"
#include "System.h"
#include "TargetOptions.h"
#include "Text.h"
#include "WholeFile.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

static constexpr Option plainOption = {"--plain", "",
                                       "also CC, CXX and AR, for builds that ignore their TARGET"};
static std::vector<StringRef> formatNames() {
  std::vector<StringRef> names;
  for (const Format &format : formats())
    names.push_back(format.name);
  return names;
}
static constexpr Option formatOption = {"--format", "F", "the program that reads the output", formatNames};

static llvm::Expected<Environment> requestedEnvironment(const Session &session, const Arguments &arguments) {
  llvm::Expected<std::vector<Target>> requested = requestedTargets(session, arguments);
  if (!requested)
    return requested.takeError();
  std::string prefix = prefixOf(session), dropIn = withNativeSeparators(dropInOf(session));
  constexpr char separator = llvm::sys::EnvPathSeparator;
  if (StringRef(dropIn).contains(separator))
    return fail(text("'{}' has a {} in its name", {prefix, separator == ':' ? "colon" : "semicolon"}),
                {"PATH can't name its folders; move the installation"});
  Environment environment = {{}, dropIn, withFirst(dropIn, session.path)};
  for (const Target &target : *requested) {
    Facts facts = {.hostMachine = hostMachine(), .needsOpensslFolder = needsOpensslFolder(session, target)};
    llvm::append_range(environment.variables, usefulOf(environmentFor(target, prefix), target, facts));
  }
  if (std::optional<Runtime> runtime = findRuntime(arguments.last(runtimeOption.name));
      runtime && needsVariable(*runtime))
    environment.variables.push_back({"LAMBDA_CC_RUNTIME", runtime->name.str(), "our tools"});
  if (!arguments.has(plainOption.name))
    return environment;
  if (requested->size() != 1)
    return failUsage("'--plain' for more than one target",
                     {"CC and AR can name the tools of one only: choose it with --target"});
  llvm::append_range(environment.variables, plainEnvironmentFor(requested->front(), prefix));
  return environment;
}

//===- env ------------------------------------------------------------------===//

static const Format &requestedFormat(const Arguments &arguments) {
  StringRef name = arguments.has(formatOption.name) ? arguments.last(formatOption.name) : "sh";
  return *llvm::find_if(formats(), [&](const Format &format) { return format.name == name; });
}

static llvm::Error cannotAppend(StringRef variable, StringRef file, llvm::Error error) {
  return fail(text("'{}' can't be written", {file}),
              {text("{} names it: {}", {variable, toString(std::move(error))})});
}

// Opens the file that `variable` names, to add to it.
static llvm::Expected<Appending> openForRunner(StringRef variable, StringRef file) {
  if (file.empty())
    return fail(text("{} is not set", {variable}),
                {"a GitHub runner sets it to the file that later steps take their variables from",
                 "elsewhere choose another --format: sh, fish, powershell, cmd, cargo or json"});
  llvm::Expected<Appending> opened = Appending::open(file.str());
  if (!opened)
    return cannotAppend(variable, file, opened.takeError());
  return opened;
}

// Both files are opened before anything is written. If one can't be written, the other stays as it was. The
// runner takes a folder out of its list before it adds it, so a second time does no harm.
static llvm::Error writeForRunner(const Session &session, StringRef lines, StringRef folder) {
  if (folder.contains('\n'))
    return fail(text("'{}' has a newline in its name", {prefixOf(session)}),
                {"a line of GITHUB_PATH ends there, and so does a value of GITHUB_ENV"});
  llvm::Expected<Appending> variables = openForRunner("GITHUB_ENV", session.runner.env);
  if (!variables)
    return variables.takeError();
  llvm::Expected<Appending> path = openForRunner("GITHUB_PATH", session.runner.path);
  if (!path)
    return path.takeError();
  if (llvm::Error error = variables->append(lines))
    return cannotAppend("GITHUB_ENV", session.runner.env, std::move(error));
  if (llvm::Error error = path->append((folder + "\n").str())) {
    variables->undo();
    return cannotAppend("GITHUB_PATH", session.runner.path, std::move(error));
  }
  return llvm::Error::success();
}

static llvm::Expected<int> env(const Session &session, const Arguments &arguments) {
  llvm::Expected<Environment> environment = requestedEnvironment(session, arguments);
  if (!environment)
    return environment.takeError();
  const Format &format = requestedFormat(arguments);
  std::string lines = format.write(*environment);
  if (format.name != "github")
    printAnswer(lines);
  else if (llvm::Error error = writeForRunner(session, lines, environment->dropIn))
    return std::move(error);
  return 0;
}

//===- exec -----------------------------------------------------------------===//

static llvm::Expected<int> exec(const Session &session, const Arguments &arguments) {
  llvm::Expected<Environment> environment = requestedEnvironment(session, arguments);
  if (!environment)
    return environment.takeError();

  std::vector<std::pair<std::string, std::string>> set = {{"PATH", environment->path}};
  for (Variable &variable : environment->variables)
    set.push_back({std::move(variable.name), std::move(variable.value)});
  std::vector<std::string> folders; // the child's, with the empty ones
  for (StringRef folder : llvm::split(environment->path, environment->separator))
    folders.push_back(folder.str());
  return execProgram(arguments.positionals, folders, set, session.environment);
}

static constexpr Option envOptions[] = {targetOption, runtimeOption, plainOption, formatOption};
static constexpr Option execOptions[] = {targetOption, runtimeOption, plainOption};
const Subcommand envCommand = {.name = "env",
                               .help = "print what cargo, cc-rs, cmake and bindgen look up, and PATH",
                               .options = envOptions,
                               .run = env};
const Subcommand execCommand = {.name = "exec",
                                .positionals = "COMMAND...",
                                .count = Positionals::Rest,
                                .help = "run COMMAND with these variables and this PATH",
                                .options = execOptions,
                                .run = exec};

} // namespace lambdacc
