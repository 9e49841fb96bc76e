#include "Glibc.h"
#include "Failure.h"
#include "RuntimeName.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;
using llvm::VersionTuple;

namespace lambdacc {

// The newest is the end of the ABI lists that the sysroots are made of. Below the oldest they are wrong:
// functions moved from librt to libc in 2.17.
static constexpr unsigned oldest = 17, newest = 41;

llvm::SmallVector<VersionTuple, 25> ceilings() {
  llvm::SmallVector<VersionTuple, 25> all;
  for (unsigned minor = oldest; minor <= newest; ++minor)
    all.push_back(VersionTuple(2, minor));
  return all;
}

std::string headerCeiling(const Target &target) {
  return "-D__GLIBC_MINOR__=" + std::to_string(target.glibc.getMinor().value_or(0));
}

static std::vector<std::string> ofRuntimes() {
  std::vector<std::string> evidence;
  for (const Runtime &runtime : runtimes())
    evidence.push_back(text("{} has glibc {}", {runtime.name, runtime.glibc.getAsString()}));
  return evidence;
}

static std::vector<std::string> known() {
  std::vector<std::string> evidence = ofRuntimes();
  evidence.insert(evidence.begin(),
                  text("use 2.{} to 2.{}", {std::to_string(oldest), std::to_string(newest)}));
  return evidence;
}

llvm::Expected<VersionTuple> parseCeiling(StringRef spelling) {
  for (VersionTuple ceiling : ceilings())
    if (ceiling.getAsString() == spelling)
      return ceiling;
  return fail(text("no glibc '{}' to build for", {spelling}), known());
}

llvm::Expected<std::optional<VersionTuple>> parseCeilingToken(StringRef token) {
  for (const Runtime &runtime : runtimes())
    if (runtime.token == token)
      return runtime.glibc;
  if (token.empty() || token.find_first_not_of("0123456789_") != StringRef::npos)
    return std::nullopt;
  auto [major, minor] = token.split('_');
  llvm::Expected<VersionTuple> version = parseCeiling((major + "." + minor).str());
  if (!version)
    return version.takeError();
  return *version;
}

llvm::Expected<std::optional<VersionTuple>> ceilingBehind(StringRef triple, const Target &target) {
  StringRef version = triple.rsplit('-').second.drop_while([](char c) { return llvm::isAlpha(c); });
  version.consume_front(".");
  if (version.empty() || !target.isGlibc())
    return std::nullopt;
  llvm::Expected<VersionTuple> ceiling = parseCeiling(version);
  if (!ceiling)
    return ceiling.takeError();
  return *ceiling;
}

llvm::Expected<std::optional<Runtime>> runtimeOf(const CeilingSettings &settings) {
  if (settings.runtime.empty())
    return std::nullopt;
  std::optional<Runtime> runtime = findRuntime(settings.runtime);
  if (!runtime)
    return fail(text("'{}' is not a value of LAMBDA_CC_RUNTIME", {settings.runtime}),
                whyNoRuntime(settings.runtime));
  return runtime;
}

llvm::Expected<std::optional<VersionTuple>> ceilingOf(const CeilingSettings &settings) {
  llvm::Expected<std::optional<Runtime>> runtime = runtimeOf(settings);
  if (!runtime)
    return runtime.takeError();
  std::optional<VersionTuple> ceiling;
  if (std::optional<Runtime> set = *runtime; set && !set->glibc.empty())
    ceiling = set->glibc;
  if (settings.glibc.empty())
    return ceiling;
  llvm::Expected<VersionTuple> version = parseCeiling(settings.glibc);
  if (!version)
    return fail(text("'{}' is not a value of LAMBDA_CC_GLIBC", {settings.glibc}),
                (consumeError(version.takeError()), known()));
  if (ceiling && *version > *ceiling)
    return fail(text("LAMBDA_CC_GLIBC is {}, but {} has glibc {}",
                     {settings.glibc, settings.runtime, ceiling->getAsString()}),
                {"LAMBDA_CC_RUNTIME sets where the program runs: unset it, or lower LAMBDA_CC_GLIBC"});
  return *version;
}

} // namespace lambdacc
