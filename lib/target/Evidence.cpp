#include "Evidence.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <utility>

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

static auto partsOf(StringRef file) { return llvm::make_range(path::begin(file), path::end(file)); }

StringRef rustTriple(StringRef file) {
  if (!file.contains("rustlib")) // fast, for the hundreds of inputs of a link
    return "";
  StringRef lib, rustlib;
  for (StringRef part : partsOf(file)) {
    if (lib == "lib" && rustlib == "rustlib")
      return part;
    lib = std::exchange(rustlib, part);
  }
  return "";
}

// The folder of cargo's for `target` that contains `file`: "deps" for …/<triple>/<profile>/deps/…, or "".
// Build scripts write to build, rustc to deps and examples. Since cargo 1.100 both write to
// build/<package>/<hash>/out, where only rustc's files have a name of rustc's.
static StringRef cargoFolder(StringRef file, const Target &target) {
  if (!file.contains(target.triple))
    return "";
  StringRef triple, profile;
  for (StringRef part : partsOf(file)) {
    if (triple == target.triple && (part == "deps" || part == "build" || part == "examples"))
      return part;
    triple = std::exchange(profile, part);
  }
  return "";
}

// Whether only rustc writes to the place of `file` in cargo's folder `folder`.
static bool isRustcs(StringRef file, StringRef folder) {
  return folder != "build" || file.ends_with(".rcgu.o") || file.ends_with(".rlib");
}

bool isInCargoFolder(StringRef path) {
  return llvm::any_of(targets(), [&](const Target &target) { return !cargoFolder(path, target).empty(); });
}

namespace {
struct Host {
  StringRef triple;
  uint16_t machine = 0; ///< of its objects; 0 for a system with another format of objects than ELF
  llvm::Triple::EnvironmentType libc = llvm::Triple::UnknownEnvironment;

  bool isTripleOf(const Target &target) const { return target.triple == triple; }
};
} // namespace

static Host hostOf(StringRef name) {
  llvm::Triple triple(name);
  uint16_t machine = triple.isOSLinux() ? machineFor(triple.getArch()) : 0;
  return machine ? Host{name, machine, triple.getEnvironment()} : Host{name};
}

// The path that shows that a call is for `target`, or "".
static StringRef pathFor(const Target &target, const Evidence &evidence, const Host &host) {
  bool isHost = host.isTripleOf(target);
  for (StringRef path : evidence.paths)
    if (StringRef folder = cargoFolder(path, target); !folder.empty() && (isHost || isRustcs(path, folder)))
      return path;
  for (StringRef path : evidence.places)
    if (isHost && !cargoFolder(path, target).empty())
      return path;
  return isHost && !cargoFolder(evidence.folder, target).empty() ? evidence.folder : "";
}

// Whether `object` is in cargo's folder for `target`.
static bool isInFolderOf(const Target &target, const ObjectEvidence &object, const Evidence &evidence) {
  bool isRelative = !path::is_absolute(object.file);
  return !cargoFolder(object.file, target).empty() ||
         (isRelative && !cargoFolder(evidence.folder, target).empty());
}

static Guess byTriple(const Evidence &evidence, const Host &host) {
  for (const Target &target : targets()) {
    if (!isSpellingOf(evidence.triple, target))
      continue;
    bool hasCeiling = evidence.triple.contains('.'); // clang does not accept a ceiling in a triple
    bool isHosts = host.isTripleOf(target) || evidence.triple == host.triple;
    if (isHosts && !hasCeiling && pathFor(target, evidence, host).empty())
      return {nullptr, text("--target={} is the host's own triple", {evidence.triple}), true,
              /*isOwnTriple=*/true};
    return {&target, text("the arguments contain --target={}", {evidence.triple})};
  }
  return {nullptr, text("--target={} is not a target of lambda-cc", {evidence.triple})};
}

// The target of `object`. If machine and libc match several: the one with a cargo folder that contains the
// object, else the build script's, else the first.
static const Target *targetOf(const ObjectEvidence &object, const Evidence &evidence) {
  std::vector<const Target *> candidates;
  for (const Target &target : targets())
    if (target.machine == object.machine &&
        (object.libc == llvm::Triple::UnknownEnvironment || object.libc == target.libc))
      candidates.push_back(&target);
  for (const Target *target : candidates)
    if (isInFolderOf(*target, object, evidence))
      return target;
  if (llvm::is_contained(candidates, evidence.buildScriptTarget))
    return evidence.buildScriptTarget;
  return candidates.empty() ? nullptr : candidates.front();
}

// The target with the host's machine but not the host's triple, if `object` is in its cargo folder or its
// build script runs; else null. Elsewhere, a link for the host must not fail because somebody declared a
// symbol with a name of another libc.
static const Target *otherTargetOfHost(const ObjectEvidence &object, const Evidence &evidence,
                                       const Host &host) {
  for (const Target &target : targets())
    if (target.machine == host.machine && !host.isTripleOf(target) &&
        (isInFolderOf(target, object, evidence) || evidence.buildScriptTarget == &target))
      return &target;
  return nullptr;
}

static StringRef nameOf(llvm::Triple::EnvironmentType libc) {
  return libc == llvm::Triple::GNU ? "glibc" : "musl";
}

// The target that an object of the host's machine shows. An empty reason means none.
static Guess byHostObject(const ObjectEvidence &object, const Evidence &evidence, const Host &host) {
  const Target *other = otherTargetOfHost(object, evidence, host);
  bool isOther = other && object.libc == other->libc;
  bool isHosts = object.libc != llvm::Triple::UnknownEnvironment && object.libc == host.libc;
  if (isOther || isHosts)
    return {isOther ? other : nullptr,
            text("{} needs {}, of {}'s headers", {object.file, object.symbol, nameOf(object.libc)})};
  if (other && object.isFromClang && !evidence.hostHasClang)
    return {other, text("{} was compiled by clang, and the host's compiler is not clang", {object.file})};
  return {nullptr, ""};
}

static Guess byForeignObject(const ObjectEvidence &object, const Evidence &evidence) {
  std::string why = text("{} is for {}", {object.file, machineName(object.machine)});
  if (!object.symbol.empty())
    why += text(" and needs {}, of {}'s headers", {object.symbol, nameOf(object.libc)});
  return {targetOf(object, evidence), std::move(why)};
}

// Uses the first object that shows more than the host's machine.
static Guess byObject(const Evidence &evidence, const Host &host) {
  for (const ObjectEvidence &object : evidence.objects) {
    if (!object.machine)
      continue;
    Guess guess = object.machine == host.machine ? byHostObject(object, evidence, host)
                                                 : byForeignObject(object, evidence);
    if (!guess.why.empty())
      return guess;
  }
  return {nullptr, ""};
}

// Crates with a configure script that takes the plain compilers for those of the target.
constexpr StringRef plainForTarget[] = {
    "rdkafka-sys", // 4.10: librdkafka's own configure, mklove
};

Guess guessTarget(const Evidence &evidence) {
  Host host = hostOf(evidence.host);
  if (!evidence.triple.empty())
    return byTriple(evidence, host);

  for (StringRef path : evidence.paths) {
    StringRef triple = rustTriple(path);
    const Target *target = findTarget(triple);
    bool isHost = target && host.isTripleOf(*target);
    if (triple.empty() || (isHost && !pathFor(*target, evidence, host).empty()))
      continue;
    return {isHost ? nullptr : target, text("the arguments name Rust's libraries for {}", {triple})};
  }

  for (const Target &target : targets())
    if (StringRef path = pathFor(target, evidence, host); !path.empty())
      return {&target, text("{} lies in cargo's folder for the target", {path})};

  if (Guess guess = byObject(evidence, host); !guess.why.empty())
    return guess;

  if (const Target *target = evidence.buildScriptTarget) {
    auto isOfHost = [&](const ObjectEvidence &object) {
      return object.machine == host.machine && object.machine != target->machine;
    };
    if (!evidence.compilerVariable.empty() && llvm::none_of(evidence.objects, isOfHost))
      return {target,
              text("{} names this compiler in a build script for {}",
                   {evidence.compilerVariable, target->triple}),
              false};
    if (llvm::is_contained(plainForTarget, evidence.package) && llvm::none_of(evidence.objects, isOfHost))
      return {target, text("{} compiles for {} with plain compilers", {evidence.package, target->triple}),
              false};
    if (evidence.isQuery)
      return {target, text("a build script for {} runs this query", {target->triple})};
  }
  if (const Target *target = evidence.targetOfCc)
    return {target, text("CC or CXX names a compiler for {}", {target->triple})};
  return {nullptr, "nothing shows a target", false};
}

bool namesTool(StringRef value, StringRef name) {
  // C compilers with their C++ compilers.
  constexpr std::pair<StringRef, StringRef> pairs[] = {{"gcc", "g++"}, {"cc", "c++"}, {"clang", "clang++"}};
  auto isSame = [&](StringRef part) {
    return part == name || llvm::any_of(pairs, [&](const auto &pair) {
             return (part == pair.first && name == pair.second) ||
                    (part == pair.second && name == pair.first);
           });
  };
  llvm::SmallVector<StringRef> parts;
  llvm::SplitString(value, parts);
  return llvm::any_of(parts, isSame);
}

// lib<name>-<16 hex digits>.so. The file name of a cdylib does not have digits.
static bool isProcMacro(StringRef name) {
  if (!name.consume_front("lib") || !name.consume_back(".so"))
    return false;
  StringRef hash = name.rsplit('-').second;
  return hash.size() == 16 && hash.find_first_not_of("0123456789abcdef") == StringRef::npos;
}

bool isHostTool(StringRef output, llvm::ArrayRef<StringRef> files) {
  StringRef name = path::filename(output);
  bool isBuildScript = name.starts_with("build_script_");
  if (!isBuildScript && !isProcMacro(name))
    return false; // before the hundreds of inputs of a link
  bool ofRust = llvm::any_of(files, [](StringRef file) { return file.ends_with(".rlib"); });
  return ofRust && (isBuildScript || llvm::any_of(files, [](StringRef file) {
                      return path::filename(file).starts_with("libproc_macro-");
                    }));
}

} // namespace lambdacc
