#include "JudgeLink.h"
#include "Counters.h"
#include "Evidence.h"
#include "Folders.h"
#include "Inputs.h"
#include "Judge.h"
#include "JudgeCpu.h"
#include "LinkPieces.h"
#include "Origin.h"
#include "RegularFile.h"
#include "Relocations.h"
#include "Text.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

static std::vector<StringRef> views(llvm::ArrayRef<std::string> strings) {
  return {strings.begin(), strings.end()};
}

Libraries librariesOf(const LinkRequest &link) {
  Libraries libraries;
  libraries.files = views(link.inputs);
  libraries.folders = views(link.folders);
  libraries.hostFolders = views(link.hostFolders);
  for (const LinkRequest::Library &library : link.libraries)
    libraries.names.push_back({library.name, library.mayBeShared});
  return libraries;
}

// The runtimes that a program for `target` is judged for: the one that the user sets, or all that can run it.
static std::vector<const Runtime *> runtimesOf(const Target &target, const std::optional<Runtime> &set) {
  if (set)
    return {&*set};
  std::vector<const Runtime *> all;
  for (const Runtime &runtime : runtimes())
    if (!target.isGlibc() || target.glibc <= runtime.glibc)
      all.push_back(&runtime);
  return all;
}

//===- Libraries of the build -----------------------------------------------===//

// Whether `library` belongs to the same build as `output`, or to Rust: std, if it is linked as a shared
// library. Users deploy these with the program.
static bool isOfBuild(StringRef library, StringRef output) {
  if (!rustTriple(library).empty())
    return true;
  auto folderOf = [](StringRef file) {
    llvm::SmallString<256> folder(path::parent_path(file));
    (void)llvm::sys::fs::make_absolute(folder);
    return plainFolder(folder);
  };
  std::string folder = folderOf(library), own = folderOf(output);
  // cargo links in PROFILE/deps, since 1.100 in PROFILE/build/PACKAGE/HASH/out. Build scripts put their
  // libraries below PROFILE/build.
  StringRef profile = path::parent_path(own), build = path::parent_path(path::parent_path(profile));
  if (path::filename(own) == "out" && path::filename(build) == "build")
    profile = path::parent_path(build);
  return folder == own || folder == profile || StringRef(folder).starts_with((profile + "/build/").str());
}

// The sonames of the libraries that the build itself makes.
static llvm::StringSet<> ownSonames(const LinkRequest &link) {
  llvm::StringSet<> names;
  for (StringRef file : sharedLibraries(librariesOf(link))) {
    if (!isOfBuild(file, link.output))
      continue;
    names.insert(path::filename(file));
    std::unique_ptr<llvm::MemoryBuffer> contents = readRegular(file);
    if (llvm::Expected<Elf> elf = contents ? readElf(contents->getBuffer()) : Elf())
      names.insert(elf->soname);
    else
      consumeError(elf.takeError()); // not a valid shared library: not deployed
  }
  return names;
}

//===- The verdict ----------------------------------------------------------===//

// Whether the library of `finding` is needed by a path. The loader opens that path, and searches no rpath.
static bool isByPath(const Finding &finding) { return StringRef(finding.library).contains('/'); }

// Whether an error is only a warning: for shared libraries, which another system may load, and for a loader
// or library folder that the caller set explicitly.
static bool isDoubtful(const Finding &finding, const Elf &elf, const LinkRequest &link) {
  if (finding.check == "interpreter")
    return !link.loader.empty() && elf.interpreter == link.loader;
  bool brings = llvm::any_of(elf.folders, [](StringRef folder) { return placeOf(folder) == Place::Callers; });
  return finding.check == "library" && (!elf.executable || (brings && !isByPath(finding)));
}

// The CPU of rustc's objects; no name in a link of others. RUSTFLAGS set it, and -plugin-opt=mcpu= for
// bitcode that the linker compiles.
static RustCpu rustCpuOf(const LinkRequest &link, const LinkPolicy &policy) {
  if (!isOfRustc(views(link.inputs)))
    return {};
  RustCpu cpu = policy.cpu;
  if (cpu.name.empty() && !link.cpu.empty()) {
    cpu.name = link.cpu;
    cpu.variable = "-plugin-opt=mcpu";
  }
  return cpu;
}

static const Runtime *runtimeOf(const LinkPolicy &policy) {
  return policy.runtime ? &*policy.runtime : nullptr;
}

static Finding notOfTarget(const LinkRequest &link, const Target &target, llvm::Error why) {
  std::string kind = toString(std::move(why));
  return {Finding::Error,
          "kind",
          text("'{}' is {}, not a program or library of {}", {link.output, kind, target.triple}),
          {"an option of the link causes that: -m, --oformat or a linker script"}};
}

static std::vector<Finding> judgeObject(const LinkRequest &link, StringRef contents, const Target &target) {
  if (isObjectOf(contents, target))
    return {};
  return {notOfTarget(link, target, llvm::createStringError("an object of another machine"))};
}

static std::vector<Finding> judgeImage(const LinkRequest &link, StringRef contents, const Target &target,
                                       const LinkPolicy &policy) {
  llvm::Expected<Elf> elf = readElf(contents);
  if (!elf)
    return {notOfTarget(link, target, elf.takeError())};
  llvm::StringSet<> own;
  bool searched = false; // most programs use no such library, and then nothing is searched
  auto isDeployed = [&](StringRef soname) {
    if (!searched)
      own = ownSonames(link);
    searched = true;
    return own.contains(soname);
  };
  std::vector<StringRef> inputs = views(link.inputs);
  auto userOf = [&](StringRef symbol) { return findUser(inputs, symbol); };
  auto ifuncOf = [&](StringRef symbol) { return findIfunc(filesOf(librariesOf(link)), symbol); };
  Destination destination{.machine = target.machine,
                          .runtimes = runtimesOf(target, policy.runtime),
                          .isDeployed = isDeployed,
                          .userOf = userOf,
                          .ifuncOf = ifuncOf};
  if (policy.onlyCorrect)
    return judgeCorrectness(link.output, *elf, destination);
  std::vector<Finding> findings = judgeForLambda(link.output, *elf, destination);
  llvm::append_range(
      findings, judgeRustCode(link.output, contents, rustCpuOf(link, policy), target, runtimeOf(policy)));
  llvm::erase_if(findings, [](const Finding &finding) { return finding.severity == Finding::Note; });
  for (Finding &finding : findings)
    if (isDoubtful(finding, *elf, link))
      finding.severity = Finding::Warning;
  llvm::append_range(findings, judgeCounters(link.output, contents));
  return findings;
}

// Adjusts severities to the policy, and adds how to override it.
static void applyPolicy(const LinkPolicy &policy, std::vector<Finding> &findings) {
  if (policy.verify == Verify::Error)
    for (Finding &finding : findings)
      if (finding.severity == Finding::Error && finding.check == "library" && !isByPath(finding))
        finding.advice.push_back("if the zip contains it in lib/, link with -Wl,-rpath,$ORIGIN/lib");
  applyVerify(policy.verify, findings);
  if (policy.onlyCorrect) // an accepted link prints nothing
    llvm::erase_if(findings, [](const Finding &finding) { return finding.severity != Finding::Error; });
}

std::vector<Finding> judgeInputs(const LinkRequest &link, const Target &target, const LinkPolicy &policy) {
  if (policy.verify == Verify::Off || policy.isProbe || link.product != Product::Image)
    return {};
  std::vector<Finding> findings = judgeOrigins(librariesOf(link), target, policy.compilers);
  if (!policy.onlyCorrect)
    llvm::append_range(findings, judgeRustCpu(rustCpuOf(link, policy), target, runtimeOf(policy)));
  applyPolicy(policy, findings);
  return findings;
}

std::vector<Finding> judgeOutput(const LinkRequest &link, StringRef contents, const Target &target,
                                 const LinkPolicy &policy) {
  std::vector<Finding> findings;
  bool isElf = link.product == Product::Image || link.product == Product::Object;
  if (policy.verify == Verify::Off || !isElf)
    return findings;
  findings = link.product == Product::Object ? judgeObject(link, contents, target)
                                             : judgeImage(link, contents, target, policy);
  applyPolicy(policy, findings);
  return findings;
}

} // namespace lambdacc
