// A compile is clang with its surroundings pinned. A link is ld.lld, told in its own words what the caller
// told a driver; or clang's driver, pinned, with the start objects and libraries spelled out, where only it
// knows what to do.
#include "CcRules.h"
#include "LinkPieces.h"
#include "Plan.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
using namespace clang::driver::options;
using Step = lambdacc::CcInvocation::Step;

namespace lambdacc {

std::vector<std::string> Command::argv() const {
  std::vector<std::string> words = {program.argv0};
  words.insert(words.end(), program.prefix.begin(), program.prefix.end());
  words.insert(words.end(), args.begin(), args.end());
  return words;
}

bool needsClang(const CcInvocation &cc) {
  return cc.step != Step::Link || cc.uses(Use::Source) || cc.uses(Use::Driver);
}

StringRef linkerName(const CcInvocation &cc) {
  StringRef path = cc.last(OPT_ld_path_EQ);
  return path.empty() ? cc.last(OPT_fuse_ld_EQ) : path;
}

static std::string in(StringRef folder, StringRef path) { return (folder + "/" + path).str(); }

// An error for the first argument that the tool is not for.
static llvm::Error refuse(const CcInvocation &cc, const Target &target) {
  for (const CcArg &arg : cc.args)
    if (Verdict verdict = judge(arg, target); verdict.action == Action::Refuse)
      return refusal(arg, target, verdict.why);
  return llvm::Error::success();
}

static void noteDropped(Plan &plan, const CcArg &arg, StringRef why) {
  plan.note(Note::Dropped, llvm::join(arg.words, " "), why);
}

//===- With clang -----------------------------------------------------------===//

// Bare clang --target=x86_64-unknown-linux-musl takes the host's headers, start objects and libraries without
// a word, so everything that it would look for is said. The bracket keeps clang from complaining of what a
// step has no use for: cc-rs takes any word on standard error for a "no".
static void pin(Plan &plan, const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  StringRef sysroot = toolchain.sysroot;
  auto pinned = [&](llvm::Twine word, StringRef why) {
    plan.add(word.str());
    plan.note(Note::Added, word, why);
  };
  plan.add("--start-no-unused-arguments");
  pinned("--no-default-config", "a configuration file of the host's clang is for the host");
  if (cc.cxx)
    pinned("--driver-mode=g++", "the name of the tool says C++");
  pinned("--target=" + target.triple, "the name of the tool says the target");
  pinned("--sysroot=" + sysroot, "headers and libraries come from here, and from nowhere else");
  pinned("--gcc-toolchain=" + sysroot, "there is no gcc in it, so no folder of the host's gcc is searched");
  if (!toolchain.resourceDir.empty())
    pinned("-resource-dir=" + toolchain.resourceDir, "the headers that belong to this clang");
  pinned("-stdlib=libc++", "the C++ library of the sysroot");
  plan.add("-stdlib++-isystem");
  plan.add(in(sysroot, "include/c++/v1"));
  plan.note(Note::Added, "-stdlib++-isystem " + sysroot + "/include/c++/v1",
            "its headers, not those beside clang");
  pinned("-rtlib=compiler-rt", "the functions that compiled code calls are in the sysroot");
  pinned("-unwindlib=libunwind", "the unwinder is in the sysroot");
  plan.add("--end-no-unused-arguments");
}

static Plan planCompile(const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  Plan plan;
  plan.command.program = toolchain.clang;
  pin(plan, cc, target, toolchain);
  for (const CcArg &arg : cc.args) {
    Verdict verdict = judge(arg, target);
    if (verdict.action == Action::Drop)
      noteDropped(plan, arg, verdict.why);
    else if (arg.use == Use::Link && cc.step == Step::Compile)
      noteDropped(plan, arg, "nothing is linked");
    else if (verdict.action == Action::Pass)
      for (StringRef word : arg.words)
        plan.add(word.str());
  }
  return plan;
}

// The caller's words, or, where the linker must not see one of them, the others behind -Xlinker.
static std::vector<std::string> wordsForDriver(const CcArg &arg, OutputKind kind, Plan &plan) {
  std::vector<std::string> words(arg.words.begin(), arg.words.end());
  if (arg.option != OPT_Wl_COMMA && arg.option != OPT_Xlinker)
    return words;

  bool isStatic = kind == OutputKind::Static || kind == OutputKind::StaticPie;
  std::vector<std::string> kept;
  bool drops = false;
  for (const LdArg &inner : parseLd(arg.values).args) {
    StringRef why = dropReason(inner, isStatic);
    if (!why.empty()) {
      plan.note(Note::Dropped, llvm::join(inner.words, " "), why);
      drops = true;
      continue;
    }
    for (StringRef word : inner.words) {
      kept.push_back("-Xlinker");
      kept.push_back(word.str());
    }
  }
  return drops ? kept : words;
}

static Plan planDriverLink(const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  Plan plan;
  plan.command.program = toolchain.clang;
  pin(plan, cc, target, toolchain);
  plan.add("--ld-path=" + toolchain.linkerForDriver);
  plan.note(Note::Added, "--ld-path=" + toolchain.linkerForDriver, "clang would take the host's ld");

  LinkPieces pieces = linkPieces(cc, toolchain.sysroot);
  llvm::append_range(plan.notes, pieces.notes);
  llvm::append_range(plan.command.args, pieces.kindForDriver);
  if (pieces.kind != OutputKind::Relocatable) {
    plan.add("-nostartfiles"); // ours are named below
    plan.add("-nodefaultlibs");
    plan.add("-Wl,--eh-frame-hdr");
    plan.note(Note::Added, "--eh-frame-hdr", "unwinding looks functions up in it");
  }
  llvm::append_range(plan.command.args, pieces.start);

  for (const CcArg &arg : cc.args) {
    Verdict verdict = judge(arg, target);
    if (verdict.action == Action::Drop) {
      noteDropped(plan, arg, verdict.why);
      continue;
    }
    // Said above, in one way that all clangs understand.
    constexpr ID said[] = {OPT_nostartfiles, OPT_nodefaultlibs, OPT_nostdlib, OPT_nolibc, OPT_nostdlibxx};
    if (verdict.action == Action::Ours || saysKind(arg.option) || llvm::is_contained(said, arg.option))
      continue;
    auto ours = toolchain.startObjects.find(arg.value().str());
    if (arg.use == Use::Linkable && ours != toolchain.startObjects.end()) {
      plan.note(Note::Changed, arg.value(), "to the sysroot's, since the caller's folder has none");
      plan.add(ours->second);
      continue;
    }
    llvm::append_range(plan.command.args, wordsForDriver(arg, pieces.kind, plan));
  }

  if (cc.has(OPT_x)) {
    plan.add("-x");
    plan.add("none"); // what follows is of no language
  }
  llvm::append_range(plan.command.args, pieces.libraries);
  llvm::append_range(plan.command.args, pieces.end);
  if (pieces.kind != OutputKind::Relocatable)
    plan.add("-L" + in(toolchain.sysroot, "lib"));
  return plan;
}

//===- With ld.lld alone ----------------------------------------------------===//

// What `arg` is in the linker's own words; none where a driver alone reads it.
static std::vector<std::string> linkerWords(const CcArg &arg, Plan &plan) {
  std::vector<std::string> words;
  switch (arg.option) {
  case OPT_Wl_COMMA:
  case OPT_Xlinker:
    for (StringRef value : arg.values)
      words.push_back(value.str());
    return words;
  case OPT_rdynamic:
    plan.note(Note::Changed, "-rdynamic", "to --export-dynamic, the linker's name for it");
    return {"--export-dynamic"};
  case OPT_z:
    return {"-z", arg.value().str()};
  case OPT_rpath:
    return {"-rpath", arg.value().str()};
  case OPT_pthread:
    noteDropped(plan, arg, "musl has its threads in libc");
    return {};
  case OPT_m64:
    noteDropped(plan, arg, "-m says it to the linker");
    return {};
  case OPT_nostartfiles:
  case OPT_nodefaultlibs:
  case OPT_nostdlib:
  case OPT_nolibc:
  case OPT_nostdlibxx:
    noteDropped(plan, arg, "ld adds nothing by itself");
    return {};
  default:
    break;
  }
  bool forLinker = arg.use == Use::Link || arg.use == Use::Linkable || arg.option == OPT_o;
  if (!forLinker) {
    noteDropped(plan, arg, "a link of objects has no use of it");
    return {};
  }
  for (StringRef word : arg.words)
    words.push_back(word.str());
  return words;
}

static Plan planDirectLink(const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  Plan driver; // its notes: what was left out between the driver's words and the linker's
  LinkPieces pieces = linkPieces(cc, toolchain.sysroot);
  llvm::append_range(driver.notes, pieces.notes);

  std::vector<std::string> words = pieces.kindForLinker;
  if (pieces.kind != OutputKind::Relocatable) {
    words.push_back("--eh-frame-hdr");
    driver.note(Note::Added, "--eh-frame-hdr", "unwinding looks functions up in it");
  }
  llvm::append_range(words, pieces.start);
  for (const CcArg &arg : cc.args) {
    Verdict verdict = judge(arg, target);
    if (verdict.action == Action::Drop)
      noteDropped(driver, arg, verdict.why);
    else if (verdict.action == Action::Pass && !saysKind(arg.option))
      llvm::append_range(words, linkerWords(arg, driver));
  }
  llvm::append_range(words, pieces.libraries);
  llvm::append_range(words, pieces.end);

  // From here on it is a link as ld is asked for it.
  Plan plan = planLd(parseLd(std::vector<StringRef>(words.begin(), words.end())), target, toolchain);
  plan.notes.insert(plan.notes.begin(), driver.notes.begin(), driver.notes.end());
  return plan;
}

llvm::Expected<Plan> planCc(const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  if (llvm::Error error = refuse(cc, target))
    return std::move(error);
  if (cc.step != Step::Link)
    return planCompile(cc, target, toolchain);
  return needsClang(cc) ? planDriverLink(cc, target, toolchain) : planDirectLink(cc, target, toolchain);
}

} // namespace lambdacc
