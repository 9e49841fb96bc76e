// A compile is clang with its surroundings pinned. A link is ld.lld, told in its own words what the caller
// told a driver; or clang's driver, pinned, with the start objects and libraries spelled out, where only it
// knows what to do.
#include "CcRules.h"
#include "LinkPieces.h"
#include "Plan.h"
#include "llvm/ADT/DenseSet.h"
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

// Options on what a driver adds by itself. Each link names all of it, in one way.
static bool saysWhatToBring(ID option) {
  constexpr ID options[] = {OPT_nostartfiles, OPT_nodefaultlibs, OPT_nostdlib, OPT_nolibc, OPT_nostdlibxx};
  return llvm::is_contained(options, option);
}
static constexpr llvm::StringLiteral saidAlready = "start objects and libraries are named one by one";

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

namespace {
/// What the linker must not see of what stands behind -Wl, and -Xlinker. The caller's strings are told apart
/// by their address.
struct DroppedWords {
  llvm::DenseSet<const char *> words;
  bool holds(StringRef word) const { return words.contains(word.data()); }
};
} // namespace

static DroppedWords droppedWords(const CcInvocation &cc, OutputKind kind, Plan &plan) {
  DroppedWords dropped;
  bool isStatic = kind == OutputKind::Static || kind == OutputKind::StaticPie;
  for (const LdArg &arg : parseLd(cc.linkerWords()).args) {
    StringRef why = dropReason(arg, isStatic);
    if (why.empty())
      continue;
    plan.note(Note::Dropped, llvm::join(arg.words, " "), why);
    for (StringRef word : arg.words)
      dropped.words.insert(word.data());
  }
  return dropped;
}

// The caller's words; where the linker must not see one of them, the others behind -Xlinker.
static std::vector<std::string> wordsForDriver(const CcArg &arg, const DroppedWords &dropped, Plan &plan) {
  if (arg.option == OPT_rdynamic) {
    // clang takes it back for a static program, but a backtrace by dlsym or a plugin host wants what it says.
    plan.note(Note::Changed, "-rdynamic", "to --export-dynamic, the linker's name for it");
    return {"-Wl,--export-dynamic"};
  }
  bool forLinker = arg.option == OPT_Wl_COMMA || arg.option == OPT_Xlinker;
  if (!forLinker || llvm::none_of(arg.values, [&](StringRef word) { return dropped.holds(word); }))
    return {arg.words.begin(), arg.words.end()};
  std::vector<std::string> kept;
  for (StringRef word : arg.values) {
    if (dropped.holds(word))
      continue;
    kept.push_back("-Xlinker");
    kept.push_back(word.str());
  }
  return kept;
}

static Plan planDriverLink(const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  Plan plan;
  plan.command.program = toolchain.clang;
  pin(plan, cc, target, toolchain);
  plan.add("--ld-path=" + toolchain.linkerForDriver);
  plan.note(Note::Added, "--ld-path=" + toolchain.linkerForDriver, "clang would take the host's ld");
  if (toolchain.linkerForDriver != toolchain.linker.path) {
    plan.command.set.push_back({"LAMBDA_CC_LLD", toolchain.linker.path});
    plan.note(Note::Added, "LAMBDA_CC_LLD=" + toolchain.linker.path,
              "the linker that our ld is to run for clang");
  }

  LinkPieces pieces = linkPieces(cc, toolchain.sysroot);
  llvm::append_range(plan.notes, pieces.notes);
  plan.add("--start-no-unused-arguments"); // a link has no use of -no-pie beside -static
  llvm::append_range(plan.command.args, pieces.kindForDriver);
  plan.add("--end-no-unused-arguments");
  if (pieces.kind != OutputKind::Relocatable) {
    plan.add("-nostartfiles");
    plan.add("-nodefaultlibs");
    plan.note(Note::Added, "-nostartfiles -nodefaultlibs", "they are named by their paths");
    plan.add("-Wl," + llvm::join(pieces.common, ","));
  }
  llvm::append_range(plan.command.args, pieces.start);

  DroppedWords dropped = droppedWords(cc, pieces.kind, plan);
  for (const CcArg &arg : cc.args) {
    Verdict verdict = judge(arg, target);
    if (verdict.action == Action::Drop || saysWhatToBring(arg.option)) {
      noteDropped(plan, arg, verdict.action == Action::Drop ? verdict.why : StringRef(saidAlready));
      continue;
    }
    if (verdict.action == Action::Ours || saysKind(arg.option))
      continue;
    auto ours = toolchain.startObjects.find(arg.value().str());
    if (arg.use == Use::Linkable && ours != toolchain.startObjects.end()) {
      plan.note(Note::Changed, arg.value(), "to the sysroot's, since the caller's folder has none");
      plan.add(ours->second);
      continue;
    }
    llvm::append_range(plan.command.args, wordsForDriver(arg, dropped, plan));
  }

  if (cc.has(OPT_x)) {
    plan.add("-x");
    plan.add("none");
    plan.note(Note::Added, "-x none", "what follows is of no language");
  }
  llvm::append_range(plan.command.args, pieces.libraries);
  llvm::append_range(plan.command.args, pieces.end);
  if (pieces.kind != OutputKind::Relocatable) {
    plan.add("-L" + in(toolchain.sysroot, "lib"));
    plan.note(Note::Added, "-L" + toolchain.sysroot + "/lib",
              "the libraries of the sysroot, after the caller's");
  }
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
  default:
    break;
  }
  if (saysWhatToBring(arg.option)) {
    noteDropped(plan, arg, saidAlready);
    return {};
  }
  bool forLinker = arg.use == Use::Link || arg.use == Use::Linkable || arg.option == OPT_o;
  if (!forLinker) {
    noteDropped(plan, arg, "a link of objects has no use of it");
    return {};
  }
  // clang has long names for some, such as --library-directory=, which no linker knows.
  constexpr struct {
    ID option;
    StringRef name;
  } names[] = {{OPT_L, "-L"}, {OPT_l, "-l"}, {OPT_o, "-o"}, {OPT_u, "-u"}, {OPT_e, "-e"}, {OPT_T, "-T"}};
  for (const auto &row : names)
    if (row.option == arg.option && !arg.words[0].starts_with(row.name))
      return {row.name.str(), arg.value().str()};
  for (StringRef word : arg.words)
    words.push_back(word.str());
  return words;
}

static Plan planDirectLink(const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  Plan driver; // its notes: what was left out between the driver's words and the linker's
  LinkPieces pieces = linkPieces(cc, toolchain.sysroot);
  llvm::append_range(driver.notes, pieces.notes);

  std::vector<std::string> words = pieces.kindForLinker;
  llvm::append_range(words, pieces.common);
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
