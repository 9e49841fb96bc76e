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

// Whether `path` lies in what cargo keeps for `target`: …/<triple>/<profile>/deps/…, …/build/… or
// …/examples/….
static bool isCargoFolder(StringRef path, const Target &target) {
  for (size_t at = path.find(target.triple); at != StringRef::npos; at = path.find(target.triple, at + 1)) {
    StringRef after = path.drop_front(at + target.triple.size());
    StringRef kind = after.ltrim('/').split('/').second.split('/').first;
    bool isFolder = (at == 0 || path[at - 1] == '/') && after.starts_with("/");
    if (isFolder && (kind == "deps" || kind == "build" || kind == "examples"))
      return true;
  }
  return false;
}

Guess guessTarget(const Evidence &evidence, uint16_t hostMachine) {
  if (!evidence.triple.empty())
    return byTriple(evidence.triple);

  auto isHosts = [&](const Target &target) { return target.isGlibc() && target.machine == hostMachine; };
  auto inCargoFolder = [&](const Target &target) -> StringRef {
    for (StringRef path : evidence.paths)
      if (isCargoFolder(path, target))
        return path;
    for (StringRef path : evidence.places)
      if (isHosts(target) && isCargoFolder(path, target))
        return path;
    return "";
  };

  for (StringRef path : evidence.paths) {
    StringRef triple = rustTriple(path);
    const Target *target = findTarget(triple);
    if (triple.empty() || (target && isHosts(*target) && !inCargoFolder(*target).empty()))
      continue;
    return {target && isHosts(*target) ? nullptr : target,
            text("Rust's libraries for {} are named", {triple})};
  }

  for (const Target &target : targets())
    if (StringRef path = inCargoFolder(target); !path.empty())
      return {&target, text("{} lies in cargo's folder for the target", {path})};

  if (evidence.machine && evidence.machine != hostMachine)
    for (const Target &target : targets())
      if (target.machine == evidence.machine)
        return {&target, text("the first object is of {}", {machineName(evidence.machine)})};

  return {nullptr, "nothing speaks of a target"};
}

// lib<name>-<16 digits>.so: a cdylib has no digits.
static bool isProcMacro(StringRef name) {
  if (!name.consume_front("lib") || !name.consume_back(".so"))
    return false;
  StringRef hash = name.rsplit('-').second;
  return hash.size() == 16 && hash.find_first_not_of("0123456789abcdef") == StringRef::npos;
}

bool isHostTool(StringRef output, llvm::ArrayRef<StringRef> files) {
  auto nameOf = [](StringRef path) { return path.rsplit('/').second; };
  bool ofRust = llvm::any_of(files, [](StringRef file) { return file.ends_with(".rlib"); });
  bool usesProcMacros =
      llvm::any_of(files, [&](StringRef file) { return nameOf(file).starts_with("libproc_macro-"); });
  return ofRust &&
         (nameOf(output).starts_with("build_script_") || (usesProcMacros && isProcMacro(nameOf(output))));
}

} // namespace lambdacc
