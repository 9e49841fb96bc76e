#include "Evidence.h"
#include "Text.h"

using llvm::StringRef;

namespace lambdacc {

static Guess byTriple(StringRef spelling) {
  for (const Target &target : targets())
    if (means(spelling, target))
      return {&target, text("--target={} says so", {spelling})};
  return {nullptr, text("--target={} is none of lambda-cc's", {spelling})};
}

// The triple in …/lib/rustlib/<triple>/…, or "".
static StringRef rustTriple(StringRef path) {
  constexpr StringRef mark = "/lib/rustlib/";
  size_t at = path.find(mark);
  return at == StringRef::npos ? "" : path.drop_front(at + mark.size()).split('/').first;
}

// Whether `path` lies in what cargo keeps for `target`: …/<triple>/<profile>/deps/… or …/build/….
static bool isCargoFolder(StringRef path, const Target &target) {
  auto [before, after] = path.split(("/" + target.triple + "/").str());
  StringRef kind = after.split('/').second.split('/').first;
  return kind == "deps" || kind == "build";
}

Guess guessTarget(const Evidence &evidence, uint16_t hostMachine) {
  if (!evidence.triple.empty())
    return byTriple(evidence.triple);

  for (StringRef path : evidence.paths)
    if (StringRef triple = rustTriple(path); !triple.empty())
      return {findTarget(triple), text("Rust's libraries for {} are named", {triple})};

  for (StringRef path : evidence.paths)
    for (const Target &target : targets())
      if (isCargoFolder(path, target))
        return {&target, text("{} lies in cargo's folder for the target", {path})};

  if (evidence.machine && evidence.machine != hostMachine)
    for (const Target &target : targets())
      if (target.machine == evidence.machine)
        return {&target, text("the first object is of {}", {machineName(evidence.machine)})};

  return {nullptr, "nothing speaks of a target"};
}

} // namespace lambdacc
