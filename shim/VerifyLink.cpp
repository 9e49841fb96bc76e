#include "VerifyLink.h"
#include "CheckLink.h"
#include "Failure.h"
#include "Inputs.h"
#include "Judge.h"
#include "JudgeCpu.h"
#include "LinkAdvice.h"
#include "LinkPieces.h"
#include "Output.h"
#include "Print.h"
#include "Text.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace path = llvm::sys::path;

namespace lambdacc {

// What autoconf, CMake and Meson call what they only try.
static bool isProbe(StringRef output) {
  constexpr StringRef stems[] = {"conftest",
                                 "output",
                                 "testfile",
                                 "sanitycheckc",
                                 "sanitycheckcpp",
                                 "sanitycheckc_cross",
                                 "sanitycheckcpp_cross"};
  StringRef name = path::filename(output);
  return name.starts_with("cmTC_") ||
         (llvm::is_contained(stems, path::stem(name)) && (name == "conftest" || name.contains('.')));
}

bool isVerified(const Session &session, StringRef output) {
  return session.verify != Verify::Off && !session.explains && !session.cargo.runsBuildScript() &&
         !isProbe(output);
}

// The runtimes that a program for `target` is for.
static std::vector<const Runtime *> runtimesOf(const Target &target) {
  std::vector<const Runtime *> all;
  for (const Runtime &runtime : runtimes())
    if (!target.isGlibc() || target.glibc <= runtime.glibc)
      all.push_back(&runtime);
  return all;
}

// Whether a library is of the same build as `output`, or Rust's own: who asks for shared crates means to
// bring them.
static bool isOfBuild(StringRef library, StringRef output) {
  if (library.contains("/lib/rustlib/"))
    return true;
  llvm::SmallString<256> folder(path::parent_path(library)), own(path::parent_path(output));
  for (llvm::SmallString<256> *each : {&folder, &own}) {
    (void)llvm::sys::fs::make_absolute(*each);
    path::remove_dots(*each, /*remove_dot_dot=*/true);
  }
  // cargo links in PROFILE/deps, and build scripts put their libraries below PROFILE/build.
  StringRef profile = path::parent_path(own);
  return folder == own || folder == profile || StringRef(folder).starts_with((profile + "/build/").str());
}

// The names by which programs ask for the libraries that the build itself makes.
static llvm::StringSet<> ownSonames(const LdInvocation &link, StringRef output) {
  llvm::StringSet<> names;
  for (StringRef file : sharedLibraries(librariesOf(link))) {
    if (!isOfBuild(file, output))
      continue;
    names.insert(path::filename(file));
    std::unique_ptr<llvm::MemoryBuffer> contents = readRegular(file);
    if (llvm::Expected<Elf> elf = contents ? readElf(contents->getBuffer()) : Elf())
      names.insert(elf->soname);
    else
      consumeError(elf.takeError());
  }
  return names;
}

// What is certain of a program is not of a library, which another system may load; and what the caller says
// himself is his own word: a loader, or where on Lambda the libraries lie that he brings.
static bool isDoubtful(const Finding &finding, const Elf &elf, const LdInvocation &link) {
  if (finding.check == "interpreter")
    return link.has(ldopt::OPT_dynamic_linker) || link.has(ldopt::OPT_I);
  bool brings = llvm::any_of(elf.folders, [](StringRef folder) {
    return folder.starts_with("$ORIGIN") || folder.starts_with("/opt/") || folder.starts_with("/var/task");
  });
  return finding.check == "library" && (!elf.executable || brings);
}

bool tell(const Session &session, std::vector<Finding> findings) {
  bool rejected = false;
  for (Finding &finding : findings) {
    bool isError = finding.severity == Finding::Error && session.verify != Verify::Warn;
    rejected |= isError;
    if (!isError) {
      printWarning(session.prog, finding.what, finding.advice);
      continue;
    }
    if (finding.check == "library")
      finding.advice.push_back("-Wl,-rpath,$ORIGIN/lib says that it comes along");
    finding.advice.push_back("LAMBDA_CC_VERIFY=warn lets it pass");
    report(session.prog, fail(std::move(finding.what), std::move(finding.advice)));
  }
  return rejected;
}

// rustc's objects are of the CPU that RUSTFLAGS says, and what its LTO leaves to the linker of that which it
// says to the linker.
static std::vector<Finding> judgeRust(const Session &session, const LdInvocation &link) {
  if (!isOfRustc(link.inputs()))
    return {};
  RustCpu cpu = parseRustFlags(session.cargo.encodedFlags, session.cargo.flags);
  for (const LdArg &arg : link.args)
    if (StringRef value = arg.value; arg.option == ldopt::OPT_plugin_opt && value.consume_front("mcpu="))
      if (cpu.name.empty()) {
        cpu.name = value.str();
        cpu.variable = "-plugin-opt=mcpu";
      }
  return judgeRustCpu(cpu, session.target());
}

static int verifyLink(const Session &session, StringRef output, const LdInvocation &link) {
  std::unique_ptr<llvm::MemoryBuffer> contents = readRegular(output);
  if (!contents)
    return 0;
  llvm::Expected<Elf> elf = readElf(contents->getBuffer());
  if (!elf) {
    consumeError(elf.takeError()); // of -r, --oformat and the like
    return 0;
  }
  const Target &target = session.target();
  llvm::StringSet<> own;
  bool looked = false; // most programs need none, and then nothing is searched
  auto comesAlong = [&](StringRef soname) {
    if (!looked)
      own = ownSonames(link, output);
    looked = true;
    return own.contains(soname);
  };
  auto wantedBy = [&](StringRef symbol) { return wants(link.inputs(), symbol); };
  std::vector<Finding> findings =
      judge(output, *elf, {target.machine, runtimesOf(target), comesAlong, wantedBy});
  for (Finding &finding : findings)
    if (isDoubtful(finding, *elf, link))
      finding.severity = Finding::Warning;
  llvm::append_range(findings, judgeRust(session, link));
  bool rejected = tell(session, std::move(findings));
  if (rejected)
    removeStale(output, /*inputs=*/{});
  return rejected;
}

//===- A link that failed ---------------------------------------------------===//

// The version that glibc brought `symbol` in, if no library of the ceiling has it: the newest stubs know.
static std::string newerGlibc(const Target &target, StringRef sysroot, StringRef symbol) {
  if (!target.isGlibc())
    return "";
  llvm::SmallString<256> newest(sysroot);
  path::append(newest, "lib", ceilings().back().getAsString());
  for (StringRef library : {"libc.so.6", "libm.so.6", "libpthread.so.0", "librt.so.1", "libresolv.so.2"}) {
    llvm::SmallString<256> file(newest);
    path::append(file, library);
    std::unique_ptr<llvm::MemoryBuffer> contents = readRegular(file);
    std::string name = contents ? versionOf(symbol, contents->getBuffer()) : "";
    StringRef version = name;
    llvm::VersionTuple brought;
    if (version.consume_front("GLIBC_") && !brought.tryParse(version) && brought > target.glibc)
      return version.str();
  }
  return "";
}

static void advise(const Session &session, const Making &making, const Toolchain &toolchain,
                   StringRef messages) {
  const Target &target = session.target();
  auto newer = [&](StringRef symbol) { return newerGlibc(target, toolchain.sysroot, symbol); };
  auto other = [&](StringRef file) {
    uint16_t machine = machineOf(file);
    return machine && machine != target.machine ? machineName(machine) : "";
  };
  printAdvice(adviceOnLink({.messages = messages,
                            .inputs = making.link.inputs(),
                            .hostFolders = librariesOf(making.link).hostFolders,
                            .triple = target.triple,
                            .musl = !target.isGlibc(),
                            .otherMachine = other,
                            .newerGlibc = newer}));
}

int makeLink(const Session &session, Plan plan, const Making &making, const Toolchain &toolchain) {
  if (llvm::Error error = prepareLink(making, session.target()))
    return report(session.prog, std::move(error));
  int refused = 0;
  auto isHeard = [&] {
    if (llvm::Error error = checkFiles(making, session.target(), toolchain))
      refused = report(session.prog, std::move(error));
    return !refused;
  };
  if (making.rustBitcode && !isHeard()) // a linker that is a little older may read it without a word
    return refused;
  auto afterwards = [&](const Finished &linker) {
    if (linker.status != 0 && !refused && linker.errors.empty()) // mold 1.10 can fail without a word
      (void)isHeard();
    if (refused) {
      removeStale(making.output, making.files()); // of a linker that only warned
      return refused;
    }
    if (linker.status == 0)
      return verifyLink(session, making.output, making.link);
    advise(session, making, toolchain, linker.errors);
    return linker.status;
  };
  return carryOut(session, std::move(plan), /*dryRun=*/false, {isHeard, afterwards});
}

} // namespace lambdacc
