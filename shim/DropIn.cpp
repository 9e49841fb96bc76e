// The plain cc, c++, gcc, g++, clang, clang++ and ar of the drop-in folder. They compile for the target that
// their arguments show. For the host they exec the next program of that name on PATH, so that build scripts
// and proc-macros are linked as before.
#include "Evidence.h"
#include "Failure.h"
#include "Glibc.h"
#include "HostCc.h"
#include "Origin.h"
#include "Print.h"
#include "ResponseFile.h"
#include "System.h"
#include "Tools.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

// Whether the call only queries the compiler: it has no input, or an empty one, as OpenSSL's -dM -E -x c
// /dev/null. Standard input is an input like others, except with -dM (print the macros) and -v (print the
// folders of headers).
static bool isQuery(const CcInvocation &invocation) {
  bool printsSettings = invocation.has(ccopt::OPT_dM) || invocation.has(ccopt::OPT_v);
  return llvm::none_of(invocation.args, [&](const CcArg &arg) {
    return arg.use == Use::Linkable ||
           (arg.use == Use::Source && arg.value() != "/dev/null" && (arg.value() != "-" || !printsSettings));
  });
}

static Evidence evidenceIn(const Tool &tool, const Session &session, const CcInvocation &invocation,
                           StringRef folder, StringRef host) {
  Evidence evidence;
  evidence.host = host;
  // A link of objects is for the target of the objects: its output's folder does not count.
  bool compiles = invocation.uses(Use::Source) || !invocation.uses(Use::Linkable);
  for (const CcArg &arg : invocation.args) {
    if (arg.option == ccopt::OPT_target || arg.option == ccopt::OPT_target_legacy_spelling)
      evidence.triple = arg.value();
    if (arg.use == Use::Linkable || arg.option == ccopt::OPT_L)
      evidence.paths.push_back(arg.value());
    if (arg.use == Use::Source || (compiles && arg.option == ccopt::OPT_o))
      evidence.places.push_back(arg.value());
  }
  // libz-sys links a program to /dev/null to find out whether there is a -lz. Only the build script's OUT_DIR
  // shows the target.
  if (compiles && session.cargo.runsBuildScript())
    evidence.places.push_back(session.cargo.outDir);
  evidence.folder = folder;
  evidence.isQuery = isQuery(invocation);
  if (session.cargo.runsBuildScript() && session.cargo.target != session.cargo.host)
    evidence.buildScriptTarget = findTarget(session.cargo.target);
  evidence.package = session.cargo.package;
  if (namesTool(session.cargo.cc, tool.role))
    evidence.compilerVariable = "CC";
  else if (namesTool(session.cargo.cxx, tool.role))
    evidence.compilerVariable = "CXX";
  return evidence;
}

// The evidence of a link's objects, needed if the arguments don't show the target. A few are enough: a link
// that rustc does not run is small, and its objects have one target. Only libraries in cargo's folders count.
// The system's are the host's, and are found whatever the target is.
static std::vector<ObjectEvidence> objectsOf(const CcInvocation &invocation) {
  constexpr size_t most = 32;
  std::vector<StringRef> folders;
  for (const CcArg &arg : invocation.args)
    if (arg.option == ccopt::OPT_L && isInCargoFolder(arg.value()))
      folders.push_back(arg.value());
  std::vector<ObjectEvidence> objects;
  for (const CcArg &arg : invocation.args) {
    if (objects.size() == most)
      break;
    if (arg.use == Use::Linkable)
      objects.push_back(originOf(arg.value()));
    else if (arg.option == ccopt::OPT_l)
      objects.push_back(originOfLibrary(arg.value(), folders));
  }
  for (StringRef file : parseLd(invocation.linkerArgs()).inputs()) // -Wl,--whole-archive,a.a
    if (objects.size() < most)
      objects.push_back(originOf(file));
  return objects;
}

static bool isCxx(const Tool &tool) { return tool.role.ends_with("++"); }

// The host's compiler with the tool's name. Debian's clang-19 has no plain clang: then `clang-19` is taken.
// Else the host's cc, with which rustc links programs for the host.
static llvm::Expected<HostCc> findHostCompiler(const Tool &tool, const Session &session) {
  llvm::Expected<HostCc> host = findHostCc(session, tool.role);
  if (host)
    return host;
  std::vector<std::string> names;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  if (llvm::Expected<Program> clang =
          findClangOnPath({session.settings.path, *fs, session.settings.executable});
      !clang)
    consumeError(clang.takeError());
  else if (StringRef name = llvm::sys::path::filename(clang->path);
           tool.role.starts_with("clang") && name.consume_front("clang-"))
    names.push_back((tool.role + "-" + name).str());
  names.emplace_back(isCxx(tool) ? "c++" : "cc");
  for (const std::string &name : names)
    if (llvm::Expected<HostCc> other = findHostCc(session, name)) {
      consumeError(host.takeError());
      return other;
    } else {
      consumeError(other.takeError());
    }
  return host;
}

// Whether `program` is clang, by its name or the name that it links to: Debian's cc may be GCC or clang.
static bool isClang(StringRef program) {
  llvm::SmallString<256> real;
  return llvm::sys::path::filename(program).contains("clang") || llvm::sys::fs::real_path(program, real) ||
         llvm::sys::path::filename(real).contains("clang");
}

// Whether the host's program of the tool's name is clang, or unknown.
static bool hasClang(const Tool &tool, const Session &session) {
  llvm::Expected<HostCc> host = findHostCompiler(tool, session);
  if (!host)
    return (consumeError(host.takeError()), true);
  return isClang(host->program.path);
}

static int runForTarget(const Tool &tool, const Session &session, const Target &target, bool hasCeiling,
                        StringRef why) {
  Session targeted = session;
  if (llvm::Error error = setTarget(targeted, target, hasCeiling))
    return report(session.prog, std::move(error));
  targeted.notes.push_back({Note::Changed, tool.role.str(),
                            (llvm::Twine("to ") + target.triple + "-" + tool.role + ", since " + why).str()});
  return isCxx(tool) ? cxx(tool, targeted) : cc(tool, targeted);
}

// GCC does not have --target=. A caller that our tool answered as clang passes the host's own triple, for
// which GCC compiles anyway.
static std::vector<const char *> withoutTarget(llvm::ArrayRef<const char *> argv) {
  std::vector<const char *> args(argv);
  llvm::erase_if(args, [](StringRef arg) { return arg.starts_with("--target="); });
  return args;
}

// The target for programs that run on a host without a compiler: that of its own triple, with the oldest
// ceiling of glibc. None for a shared library on a host with musl: ours are for a libc that is linked into
// them.
static std::optional<Target> targetForHost(const Session &session, const CcInvocation &invocation) {
  const Target *own = findTarget(hostTriple(session));
  if (!own || (!own->isGlibc() && invocation.has(ccopt::OPT_shared)))
    return std::nullopt;
  Target oldest = *own;
  if (own->isGlibc())
    oldest.glibc = ceilings().front();
  return oldest;
}

static int runForHost(const Tool &tool, const Session &session, const Guess &guess,
                      const CcInvocation &invocation) {
  llvm::Expected<HostCc> host = findHostCompiler(tool, session);
  if (host) {
    Session hosts = session;
    std::vector<const char *> argv = withoutTarget(session.argv);
    if (guess.isOwnTriple && !isClang(host->program.path))
      hosts.argv = argv;
    return execHostCc(hosts, *host, guess.why, invocation.dryRun);
  }
  if (std::optional<Target> target = targetForHost(session, invocation)) {
    consumeError(host.takeError());
    return runForTarget(tool, session, *target, /*hasCeiling=*/true,
                        (guess.why + ", and the host has no " + tool.role).str());
  }
  return report(session.prog, host.takeError());
}

int dropIn(const Tool &tool, const Session &caller) {
  Session session = caller;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  ExpandedArgs expanded;
  if (llvm::Error error = expanded.expand(session.argv, *fs)) {
    consumeError(std::move(error)); // only the host's cc may understand this @file
    return runForHost(tool, session, {nullptr, "nothing shows a target"}, {});
  }

  if (expanded.hasStream) // the program that runs next would find the stream empty
    session.argv = expanded.argv;

  llvm::SmallString<256> folder;
  (void)llvm::sys::fs::current_path(folder);
  CcInvocation invocation = parseCc(expanded.argv, /*cxx=*/isCxx(tool), expanded.saver);
  std::string host = hostTriple(session);
  Evidence evidence = evidenceIn(tool, session, invocation, folder, host);
  Guess guess = guessTarget(evidence);
  if (!guess.ofArguments && invocation.step == CcInvocation::Step::Link) {
    evidence.objects = objectsOf(invocation);
    evidence.hostHasClang = hasClang(tool, session);
    guess = guessTarget(evidence);
  }
  if (!guess.target)
    return runForHost(tool, session, guess, invocation);
  Target target = *guess.target;
  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingBehind(evidence.triple, target);
  if (!ceiling)
    return report(session.prog, ceiling.takeError());
  target.glibc = ceiling->value_or(target.glibc);
  return runForTarget(tool, session, target, /*hasCeiling=*/ceiling->has_value(), guess.why);
}

// Whether one of the arguments of ar is an object for Linux, or an archive of such.
static bool namesElf(const Session &session) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  ExpandedArgs expanded;
  consumeError(expanded.expand(session.argv, *fs)); // ar reports it
  return llvm::any_of(expanded.argv, [](StringRef arg) { return originOf(arg).machine != 0; });
}

// An archive has the same form for every target, so the host's ar and ranlib are used if there are any. But
// Apple's make an empty archive of ELF objects, without a message.
int dropInAr(const Tool &tool, const Session &session) {
  if (!isOwnTripleHost() && namesElf(session))
    return binutil(tool, session);
  llvm::Expected<HostCc> host = findHostCc(session, tool.role);
  if (host)
    return execHostCc(session, *host, "archives are the same for every target", isDryRun(session));
  consumeError(host.takeError());
  return binutil(tool, session);
}

} // namespace lambdacc
