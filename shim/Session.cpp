#include "Session.h"
#include "CallerVariables.h"
#include "Folders.h"
#include "HostVariables.h"
#include "Owner.h"
#include "PathSearch.h"
#include "System.h"
#include "Text.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/TargetParser/Triple.h"
#include <cstring>
#include <optional>

using llvm::StringRef;

namespace lambdacc {

// The value of a variable, or none if it is not set. Reads `environment` and not that of the process, because
// `lambda-cc explain` makes the session of a command with other variables.
static std::optional<StringRef> valueIn(char **environment, StringRef wanted) {
  for (; *environment; ++environment) {
    // The length of the others, which may be long, does not matter.
    StringRef start(*environment, strnlen(*environment, wanted.size() + 1));
    if (start.size() > wanted.size() && start.back() == '=' && isSameVariable(start.drop_back(), wanted))
      return *environment + start.size();
  }
  return std::nullopt;
}

namespace {
struct Set {
  std::string name;
  StringRef value;
};
} // namespace

// The variable that cc-rs reads CC, or CXX, from for a target.
static Set variableFor(StringRef triple, StringRef name, char **environment) {
  for (const std::string &each : namesInCcRs(name, triple))
    if (StringRef value = valueIn(environment, each).value_or(""); !value.empty())
      return {each, value};
  return {};
}

static bool namesOurTool(StringRef value, const Settings &settings) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  return llvm::any_of(llvm::split(value, ' '), [&](StringRef word) {
    std::string file = fileOf({settings.path, *fs}, word);
    return !file.empty() && ownerOf(file, settings.executable) == Owner::Ours;
  });
}

// A computer's name, such as ip-10-0-3-7, may have dashes, too, but it does not begin with an architecture.
static bool isTriple(StringRef name) {
  return name.contains('-') && llvm::Triple(name).getArch() != llvm::Triple::UnknownArch;
}

bool CargoVariables::runsBuildScript() const { return isTriple(target) && isTriple(host); }

Session readSession(StringRef prog, const char *argv0, llvm::ArrayRef<const char *> argv,
                    char **environment) {
  Session session{.prog = prog, .argv0 = argv0 ? argv0 : "", .argv = argv, .environment = environment};
  auto variable = [&](StringRef name) { return valueIn(environment, name).value_or(""); };
  static char here; // an address in this executable: getMainExecutable() uses it without /proc
  session.settings.executable = llvm::sys::fs::getMainExecutable(argv0, &here);
  session.path = variable("PATH");
  session.settings.path = splitFolders(session.path);
  session.settings.clang = variable("LAMBDA_CC_CLANG");
  session.settings.lld = variable("LAMBDA_CC_LLD");
  session.settings.gcc = variable("LAMBDA_CC_GCC");
  session.settings.cache = variable("LAMBDA_CC_CACHE");
  session.settings.malloc = variable("LAMBDA_CC_MALLOC");
  session.cargo = {.target = variable("TARGET"),
                   .encodedFlags = variable("CARGO_ENCODED_RUSTFLAGS"),
                   .flags = variable("RUSTFLAGS"),
                   .host = variable("HOST"),
                   .outDir = variable("OUT_DIR"),
                   .cpu = variable("LAMBDA_CC_CPU"),
                   .package = variable("CARGO_PKG_NAME")};
  session.verifyVariable = variable("LAMBDA_CC_VERIFY");
  session.cargo.cc = variableFor(session.cargo.target, "CC", environment).value;
  session.cargo.cxx = variableFor(session.cargo.target, "CXX", environment).value;
  session.ceiling = {.glibc = variable("LAMBDA_CC_GLIBC"), .runtime = variable("LAMBDA_CC_RUNTIME")};
  session.packages = {.path = variable("PKG_CONFIG_PATH"), .libdir = variable("PKG_CONFIG_LIBDIR")};
  session.tried = variable("LAMBDA_CC_TRIED");
  session.cargoTried = variable("LAMBDA_CC_CARGO_TRIED");
  session.cargoVariable = variable("LAMBDA_CC_CARGO");
  session.cargoLambdaCompiler = variable("CARGO_LAMBDA_COMPILER");
  session.hasQemuPrefix = !variable("QEMU_LD_PREFIX").empty();
  session.runner = {.env = variable("GITHUB_ENV"), .path = variable("GITHUB_PATH")};
  session.cargoHome = variable("CARGO_HOME").str();
  if (StringRef home = variable(homeVariable()); session.cargoHome.empty() && !home.empty())
    session.cargoHome = joinPath(home, {".cargo"}).str();
  for (const HostVariable &row : hostVariables())
    if (valueIn(environment, row.name))
      session.hostVariables.push_back(row.name);
  return session;
}

llvm::Error setTarget(Session &session, const Target &target, bool hasCeiling) {
  Target chosen = target;
  if (!hasCeiling && target.isGlibc()) {
    llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(session.ceiling);
    if (!ceiling)
      return ceiling.takeError();
    chosen.glibc = ceiling->value_or(target.glibc);
  }
  llvm::Expected<Verify> verify = parseVerify(session.verifyVariable);
  if (!verify)
    return verify.takeError();
  llvm::Expected<std::optional<Runtime>> runtime = runtimeOf(session.ceiling);
  if (runtime)
    session.runtime = session.deployedTo = *runtime;
  else if (!hasCeiling)
    return runtime.takeError();
  else // the ceiling in the name of the tool counts, and the variable is not read
    consumeError(runtime.takeError());
  if (session.runtime && chosen.isGlibc() && session.runtime->glibc < chosen.glibc)
    session.runtime.reset();
  session.chosen = chosen;
  session.verify = *verify;
  return llvm::Error::success();
}

std::string demandsSharedOpenssl(const Session &session) {
  std::string prefix = underscored(session.target().triple.upper() + "_");
  for (const std::string &name : {prefix + "OPENSSL_STATIC", std::string("OPENSSL_STATIC")})
    if (std::optional<StringRef> value = valueIn(session.environment, name)) // openssl-sys reads the first
      return *value == "0" ? name : "";
  return "";
}

std::string variableNaming(const Session &session, StringRef folder) {
  std::string plain = plainFolder(folder);
  for (char **each = session.environment; *each; ++each) {
    auto [name, value] = StringRef(*each).split('=');
    bool isFolder = name.contains("_DIR") && !value.empty();
    if (isFolder &&
        (plainFolder(value) == plain || plainFolder(value) == llvm::sys::path::parent_path(plain)))
      return *each;
  }
  return "";
}

std::vector<CompilerChoice> otherCompilers(const Session &session) {
  std::vector<CompilerChoice> others;
  for (StringRef name : {"CC", "CXX"})
    if (Set set = variableFor(session.target().triple, name, session.environment);
        !set.value.empty() && !namesOurTool(set.value, session.settings))
      others.push_back({std::move(set.name), set.value.str()});
  return others;
}

} // namespace lambdacc
