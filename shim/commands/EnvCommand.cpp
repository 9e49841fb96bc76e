// lambda-cc env and lambda-cc exec: the variables that callers look up, for a person's shell, for a CI
// runner, or for one command.
#include "Arguments.h"
#include "CallerVariables.h"
#include "Exec.h"
#include "Failure.h"
#include "Print.h"
#include "TargetOptions.h"
#include "Text.h"
#include "WholeFile.h"

using llvm::StringRef;

namespace lambdacc {

static constexpr Option plainOption = {"--plain", "",
                                       "CC, CXX and AR, too, for builds that ignore their TARGET"};
static std::vector<StringRef> formatNames() {
  std::vector<StringRef> names;
  for (const Format &format : formats())
    names.push_back(format.name);
  return names;
}
static constexpr Option formatOption = {"--format", "F", "what reads them", formatNames};

static llvm::Expected<std::vector<Variable>> variablesAskedFor(const Session &session,
                                                               const Arguments &arguments) {
  llvm::Expected<std::vector<Target>> asked = targetsAskedFor(session, arguments);
  if (!asked)
    return asked.takeError();
  std::vector<Variable> variables;
  for (const Target &target : *asked)
    llvm::append_range(variables, environmentFor(target, prefixOf(session)));
  if (!arguments.has(plainOption.name))
    return variables;
  if (asked->size() != 1)
    return failUsage("'--plain' for more than one target",
                     {"CC and AR can only be those of one: name it with --target"});
  llvm::append_range(variables, plainEnvironmentFor(asked->front(), prefixOf(session)));
  return variables;
}

//===- env ------------------------------------------------------------------===//

static const Format &formatAskedFor(const Arguments &arguments) {
  StringRef asked = arguments.has(formatOption.name) ? arguments.last(formatOption.name) : "sh";
  return *llvm::find_if(formats(), [&](const Format &format) { return format.name == asked; });
}

static llvm::Error cannotAppend(StringRef variable, StringRef file, llvm::Error error) {
  return fail(text("'{}' can't be written", {file}),
              {text("{} names it: {}", {variable, toString(std::move(error))})});
}

// Opens the file that `variable` names, to add to it.
static llvm::Expected<Appending> openForRunner(StringRef variable, StringRef file) {
  if (file.empty())
    return fail(text("{} is not set", {variable}),
                {"a GitHub runner names the file there that later steps take their variables from",
                 "elsewhere choose another --format: sh, fish, powershell, cargo or json"});
  llvm::Expected<Appending> opened = Appending::open(file.str());
  if (!opened)
    return cannotAppend(variable, file, opened.takeError());
  return opened;
}

// Both files are open before anything is written to one of them, and where one can't be, the other is as it
// was.
static llvm::Error tellRunner(const Session &session, StringRef lines) {
  if (prefixOf(session).contains('\n'))
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
  if (llvm::Error error = path->append((prefixOf(session) + "/bin\n").str())) {
    variables->undo();
    return cannotAppend("GITHUB_PATH", session.runner.path, std::move(error));
  }
  return llvm::Error::success();
}

static llvm::Expected<int> env(const Session &session, const Arguments &arguments) {
  llvm::Expected<std::vector<Variable>> variables = variablesAskedFor(session, arguments);
  if (!variables)
    return variables.takeError();
  const Format &format = formatAskedFor(arguments);
  std::string lines = format.write(*variables);
  if (format.name != "github")
    printAnswer(lines);
  else if (llvm::Error error = tellRunner(session, lines))
    return std::move(error);
  return 0;
}

//===- exec -----------------------------------------------------------------===//

static llvm::Expected<int> exec(const Session &session, const Arguments &arguments) {
  llvm::Expected<std::vector<Variable>> variables = variablesAskedFor(session, arguments);
  if (!variables)
    return variables.takeError();

  std::vector<std::pair<std::string, std::string>> set;
  for (Variable &variable : *variables)
    set.push_back({std::move(variable.name), std::move(variable.value)});
  return execProgram(arguments.words, session.settings.path, set, session.environment);
}

static constexpr Option envOptions[] = {targetOption, runtimeOption, plainOption, formatOption};
static constexpr Option execOptions[] = {targetOption, runtimeOption, plainOption};
const Subcommand envCommand = {.name = "env",
                               .help = "print what cc-rs, cmake, bindgen and others look up",
                               .options = envOptions,
                               .run = env};
const Subcommand execCommand = {.name = "exec",
                                .words = "COMMAND...",
                                .taken = Words::Rest,
                                .help = "run COMMAND with these variables",
                                .options = execOptions,
                                .run = exec};

} // namespace lambdacc
