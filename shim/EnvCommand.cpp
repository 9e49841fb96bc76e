// lambda-cc env and lambda-cc exec: the variables that callers look up, for a person's shell, for a CI
// runner, or for one command.
#include "Arguments.h"
#include "Environment.h"
#include "Exec.h"
#include "Failure.h"
#include "Print.h"
#include "TargetOptions.h"
#include "Text.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/raw_ostream.h"

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

// Opens the file that `variable` names, to add to it.
static llvm::Expected<std::unique_ptr<llvm::raw_fd_ostream>> openForRunner(StringRef variable,
                                                                           StringRef file) {
  if (file.empty())
    return fail(text("{} is not set", {variable}),
                {"a GitHub runner names the file there that later steps take their variables from",
                 "elsewhere choose another --format: sh, fish, powershell, cargo or json"});
  std::error_code error;
  auto stream = std::make_unique<llvm::raw_fd_ostream>(file, error, llvm::sys::fs::CD_OpenAlways,
                                                       llvm::sys::fs::FA_Write, llvm::sys::fs::OF_Append);
  if (error)
    return fail(text("'{}' can't be written", {file}),
                {text("{} names it: {}", {variable, error.message()})});
  return stream;
}

// Both files are open before anything is written to one of them.
static llvm::Error tellRunner(const Session &session, StringRef lines) {
  auto variables = openForRunner("GITHUB_ENV", session.runner.env);
  if (!variables)
    return variables.takeError();
  auto path = openForRunner("GITHUB_PATH", session.runner.path);
  if (!path)
    return path.takeError();
  **variables << lines;
  **path << prefixOf(session) << "/bin\n";
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
  return becomeCommand(arguments.words, session.settings.path, set, session.environment);
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
