// The cargo of the drop-in folder. Some crates look for a target's tools and libraries only by a variable:
// the pkg-config crate, bindgen, the cmake crate. This cargo adds such variables, and execs the next cargo on
// PATH. For the host's own triple it adds nothing: what is built for the host reads the same variables.
#include "CargoArguments.h"
#include "CargoConfigs.h"
#include "Exec.h"
#include "Failure.h"
#include "HostCc.h"
#include "PathSearch.h"
#include "Print.h"
#include "Switches.h"
#include "TargetOptions.h"
#include "Text.h"
#include "Tools.h"
#include "Trail.h"
#include "llvm/Support/FileSystem.h"

using llvm::StringRef;

namespace lambdacc {

namespace {
struct Decision {
  std::vector<std::pair<std::string, std::string>> set; ///< variables for cargo
  std::vector<Note> notes;                              ///< for `lambda-cc explain`
};
} // namespace

static Decision addNothing(std::string why) {
  return {{}, {{Note::LeftOut, "all variables", std::move(why)}}};
}

static CargoConfigs configsOf(const Session &session, const CargoArguments &arguments,
                              llvm::vfs::FileSystem &fs) {
  llvm::SmallString<256> folder; // cargo does not use PWD, which may name it through a link
  (void)llvm::sys::fs::real_path(arguments.folder.empty() ? "." : arguments.folder, folder);
  CargoConfigs configs = readCargoConfigs(folder, session.cargoHome, fs);
  for (StringRef argument : arguments.configs)
    addConfigArgument(configs, argument, folder, fs);
  return configs;
}

// Whether PATH has the compiler of `target` by a name that cc-rs derives from the target. The drop-in folder
// has these names, except x86_64-linux-gnu-gcc: on a host with glibc that is the name of its own compiler. A
// host with musl has no such compiler, and builds for that target, too.
static bool isNamedOnPath(const Target &target, const Target *host, const Places &places) {
  if (!host || host->isGlibc() || !target.isGlibc() || target.machine != host->machine)
    return true;
  return llvm::any_of(target.aliases, [&](StringRef alias) {
    return !alias.empty() && !findOnPath(places, (alias + "-gcc").str()).empty();
  });
}

namespace {
/// What decides for all targets.
struct Machine {
  const Places &places;
  const Target *host;  ///< with the host's own triple, or null
  bool lacksPkgConfig; ///< and so openssl-sys needs the folder of our OpenSSL
};
} // namespace

// The variables of `target` that have a use with what is installed.
static std::vector<Variable> variablesOf(const Session &session, const Target &target,
                                         const Machine &machine) {
  llvm::vfs::FileSystem &fs = machine.places.fs;
  std::string prefix = prefixOf(session);
  if (!fs.exists(text("{}/share/lambda-cc/sysroots/{}", {prefix, target.triple})))
    return {};
  Facts facts = {.hostMachine = hostMachine(),
                 .takesFlags = fs.exists(folderOfStaticCxx(target, prefix) + "/libstdc++.a"),
                 .needsOpensslFolder = machine.lacksPkgConfig};
  std::vector<Variable> variables = usefulOf(environmentFor(target, prefix), target, facts);
  bool isNamed = isNamedOnPath(target, machine.host, machine.places);
  llvm::erase_if(variables, [&](const Variable &variable) {
    if (variable.reader == "cc-rs" && isNamed)
      return true;
    return StringRef(variable.value).starts_with(prefix) && !fs.exists(variable.value);
  });
  return variables;
}

static bool isOurTool(StringRef program, const Places &places) {
  std::string file = fileOf(places, program);
  return !file.empty() && isLambdaCc(realPath(file, places.fs), places);
}

static Decision decide(const Session &session, const Places &places) {
  CargoArguments arguments = parseCargoArguments(session.argv);
  if (std::string why = ownToolchainOf(arguments, session.cargoLambdaCompiler); !why.empty())
    return addNothing(std::move(why));
  CargoConfigs configs = configsOf(session, arguments, places.fs);
  if (!configs.errors.empty())
    return addNothing(configs.errors.front().what);
  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(session.ceiling);
  if (!ceiling) // the tools report it, if the build runs one
    return (consumeError(ceiling.takeError()), addNothing("LAMBDA_CC_GLIBC or LAMBDA_CC_RUNTIME is wrong"));

  std::vector<SetName> inEnvironment;
  for (char **entry = session.environment; *entry; ++entry) {
    auto [name, value] = StringRef(*entry).split('=');
    inEnvironment.push_back({name.str(), value.str(), "the environment"});
  }
  Decision decision;
  Machine machine = {places, hostTarget(session), lacksPkgConfig(session)};
  for (const Target &row : targets()) {
    if (&row == machine.host)
      continue;
    Target target = row;
    if (target.isGlibc())
      target.glibc = ceiling->value_or(target.glibc);
    std::vector<SetName> set = setFor(target, configs);
    llvm::append_range(set, inEnvironment);
    Additions additions = additionsFor(target, variablesOf(session, target, machine), set,
                                       [&](StringRef program) { return isOurTool(program, places); });
    for (Variable &added : additions.added) {
      decision.notes.push_back(
          {Note::Added, added.name + "=" + added.value, text("{} reads it", {added.reader})});
      decision.set.emplace_back(std::move(added.name), std::move(added.value));
    }
    for (LeftOut &leftOut : additions.leftOut) {
      // The user's flags replace ours, so a crate with static=stdc++ needs ours among them.
      const Variable &variable = leftOut.variable;
      decision.notes.push_back({Note::LeftOut,
                                variable.name + (variable.key == "rustflags" ? "=" + variable.value : ""),
                                std::move(leftOut.why)});
    }
  }
  return decision;
}

int dropInCargo(const Tool &, const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  CargoTrail trail = parseCargoTrail(session.cargoTried);
  Places places = {session.settings.path, *fs, session.settings.executable, trail.tried};
  llvm::Expected<NextCargo> cargo = findNextCargo(places, session.argv0);
  if (!cargo)
    return report(session.prog, cargo.takeError());
  llvm::Expected<CargoVariablesAdded> adds = parseCargo(session.cargoVariable);
  if (!adds)
    return report(session.prog, adds.takeError());
  Decision decision =
      *adds == CargoVariablesAdded::Off ? addNothing("LAMBDA_CC_CARGO is off") : decide(session, places);
  std::vector<const char *> argv = {cargo->program.c_str()}; // rustup's cargo reads its name from this
  llvm::append_range(argv, session.argv);
  if (session.explains) {
    std::vector<Note> notes = session.notes;
    llvm::append_range(notes, decision.notes);
    printExplanation(session.prog, notes, std::vector<std::string>(argv.begin(), argv.end()), "", "");
    return 0;
  }
  llvm::Expected<std::string> tried = passOnCargoTrail(trail, *cargo);
  if (!tried)
    return report(session.prog, tried.takeError());
  decision.set.emplace_back("LAMBDA_CC_CARGO_TRIED", std::move(*tried));
  return report(session.prog, execProgram(argv, {}, decision.set, session.environment));
}

} // namespace lambdacc
