// A compile is clang with its surroundings pinned. A link is ld.lld, told in its own words what the caller
// told a driver; or clang's driver, pinned, with the start objects and libraries spelled out, where only it
// knows what to do.
#include "Answers.h"
#include "CcRules.h"
#include "CpuFlags.h"
#include "Glibc.h"
#include "LinkPieces.h"
#include "LinkerCommand.h"
#include "Plan.h"
#include "Refusals.h"
#include "SccacheProbe.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
using namespace clang::driver::options;
using Step = lambdacc::CcInvocation::Step;

namespace lambdacc {

std::vector<std::string> Command::argv() const {
  std::vector<std::string> argv = {program.path};
  argv.insert(argv.end(), program.prefix.begin(), program.prefix.end());
  argv.insert(argv.end(), args.begin(), args.end());
  return argv;
}

bool needsClang(const CcInvocation &cc) {
  return !isAnsweredByUs(cc) && (cc.step != Step::Link || cc.uses(Use::Source) || cc.uses(Use::Driver));
}

// Whether it compiles to what a cache keeps: an object.
static bool isKept(const CcInvocation &cc) {
  return cc.has(OPT_c) && cc.uses(Use::Source) && !isAnsweredByUs(cc);
}

// The linker that the caller asks for, or "".
static StringRef linkerName(const CcInvocation &cc) {
  StringRef path = cc.last(OPT_ld_path_EQ);
  return path.empty() ? cc.last(OPT_fuse_ld_EQ) : path;
}

// rustc leaves its LTO to the linker, which must then read what rustc's LLVM wrote.
static bool hasRustBitcode(const CcInvocation &cc) {
  return llvm::any_of(cc.linkerArgs(),
                      [](StringRef arg) { return arg.ltrim('-').starts_with("plugin-opt"); });
}

static bool isUnwinder(const CcArg &arg) { return arg.option == OPT_l && arg.value() == "unwind"; }

// Where a link of rustc's looks for the unwinder that Rust's std asks for.
static std::vector<StringRef> unwinderFolders(const CcInvocation &cc) {
  std::vector<StringRef> folders;
  if (isOfRustc(cc.linkables()) && llvm::any_of(cc.args, isUnwinder))
    for (const CcArg &arg : cc.args)
      if (arg.option == OPT_L && !isHostFolder(arg.value())) // that of the host's is left out
        folders.push_back(arg.value());
  return folders;
}

Needs needsOf(const CcInvocation &cc) {
  return {.clang = needsClang(cc),
          .cache = isKept(cc),
          .linker = needsLinker(cc),
          .linkerName = linkerName(cc),
          .rustBitcode = hasRustBitcode(cc),
          .inputs = cc.linkables(),
          .unwinderFolders = unwinderFolders(cc),
          .tools = queriedTools(cc)};
}

// Options on what a driver adds by itself. Each link names all of it, in one way.
static bool selectsDefaults(ID option) {
  constexpr ID options[] = {OPT_nostartfiles, OPT_nodefaultlibs, OPT_nostdlib, OPT_nolibc, OPT_nostdlibxx};
  return llvm::is_contained(options, option);
}
static constexpr llvm::StringLiteral defaultsReason = "start objects and libraries are named one by one";

static void noteDropped(Plan &plan, const CcArg &arg, StringRef why) {
  plan.note(Note::Dropped, llvm::join(arg.spelling, " "), why);
}

//===- With clang -----------------------------------------------------------===//

// Bare clang --target=x86_64-unknown-linux-musl takes the host's headers, start objects and libraries without
// a word, so everything that it would look for is said. The bracket keeps clang from complaining of what a
// step has no use for: cc-rs takes any word on standard error for a "no".
static void addToolchainOptions(Plan &plan, const CcInvocation &cc, const Target &target,
                                const Toolchain &toolchain, const RustCpu &cpu) {
  StringRef sysroot = toolchain.sysroot;
  auto addOption = [&](llvm::Twine option, StringRef why) {
    plan.add(option.str());
    plan.note(Note::Added, option, why);
  };
  plan.add("--start-no-unused-arguments");
  addOption("--no-default-config", "a configuration file of the host's clang is for the host");
  if (cc.cxx)
    addOption("--driver-mode=g++", "the name of the tool says C++");
  addOption("--target=" + target.triple, "the name of the tool says the target");
  addOption("--sysroot=" + sysroot, "headers and libraries come from here, and from nowhere else");
  addOption("--gcc-toolchain=" + sysroot,
            "there is no gcc in it, so no folder of the host's gcc is searched");
  if (!toolchain.resourceDir.empty())
    addOption("-resource-dir=" + toolchain.resourceDir, "the headers that belong to this clang");
  if (cc.step != Step::Compile) // for that the folder of its headers is all
    addOption("-stdlib=libc++", "the C++ library of the sysroot");
  addOption("-stdlib++-isystem" + sysroot + "/include/c++/v1", "its headers, not those beside clang");
  addOption("-rtlib=compiler-rt", "the functions that compiled code calls are in the sysroot");
  addOption("-unwindlib=libunwind", "a link names its unwinder itself");
  addOption("-B" + toolchain.bin + "/" + target.triple + "-",
            "as and objcopy of the target, where clang runs them");
  if (target.isGlibc()) {
    addOption(headerCeiling(target), "the headers declare what this glibc has");
    if (!cc.has(OPT_nostdinc) && !cc.has(OPT_nostdlibinc)) {
      plan.add("-idirafter");
      plan.add(toolchain.libc + "/include");
      plan.note(Note::Added, "-idirafter " + toolchain.libc + "/include", "the headers that older ones lack");
    }
    addOption("-B" + toolchain.libc, "its start objects and libraries, for who asks where they are");
  }
  if (plan.command.program.path != toolchain.cache.path) { // sccache takes no-gcc for a second source
    plan.add("-ccc-gcc-name");
    plan.add("no-gcc");
    plan.note(Note::Added, "-ccc-gcc-name no-gcc",
              "clang would run a gcc of PATH for languages that it hasn't");
  }
  if (cc.step != Step::Query)
    addCpu(plan, cc, cpu, target);
  plan.add("--end-no-unused-arguments");
}

// All that decides what is compiled stands among clang's arguments, and so in the cache's key.
static Program throughCache(Plan &plan, const Toolchain &toolchain) {
  if (!toolchain.cache.found())
    return toolchain.clang;
  if (!toolchain.clang.prefix.empty() && llvm::sys::path::filename(toolchain.cache.path) == "sccache") {
    plan.note(Note::Dropped, toolchain.cache.path,
              "it asks a compiler of two words, as zig's is, by the first");
    return toolchain.clang;
  }
  Program cache = toolchain.cache;
  cache.prefix.push_back(toolchain.clang.path);
  llvm::append_range(cache.prefix, toolchain.clang.prefix);
  plan.note(Note::Added, cache.path, "LAMBDA_CC_CACHE asks for it");
  return cache;
}

static Plan planCompile(const CcInvocation &cc, const Target &target, const Toolchain &toolchain,
                        const RustCpu &cpu) {
  Plan plan;
  plan.command.program = throughCache(plan, toolchain);
  addToolchainOptions(plan, cc, target, toolchain, cpu);
  if (isSccacheProbe(cc))
    addIdentity(plan);
  for (const CcArg &arg : cc.args) {
    Decision decision = decide(arg, target);
    if (decision.action == Action::Drop)
      noteDropped(plan, arg, decision.why);
    else if (arg.use == Use::Link && cc.step == Step::Compile)
      noteDropped(plan, arg, "nothing is linked");
    else if (decision.action == Action::Pass)
      for (StringRef part : arg.spelling)
        plan.add(part.str());
  }
  return plan;
}

//===- Links ----------------------------------------------------------------===//

namespace {
/// Who reads a part of a link.
enum class Reader {
  Driver, ///< what compiles, or says how: -O2, -flto, a.c
  Linker, ///< what clang's driver would only hand on: -L x, -Wl,x, -s
  Either, ///< both know it by the same name: a.o, -o x
};

struct LinkToken {
  Reader reader;
  std::string text;
};

/// A part of what the caller says of a link, in its place.
struct LinkPart {
  Reader reader;
  LdArg arg; ///< of the driver's, only the words
};
} // namespace

// The linker's own words for `arg`; none where only a driver reads it.
static std::vector<std::string> argsForLinker(const CcArg &arg) {
  // clang has long names for some, such as --library-directory=, which no linker knows.
  constexpr struct {
    ID option;
    StringRef name;
    bool always; ///< its name is not the linker's in any spelling
  } names[] = {{OPT_L, "-L", false}, {OPT_l, "-l", false}, {OPT_o, "-o", false}, {OPT_u, "-u", false},
               {OPT_e, "-e", false}, {OPT_T, "-T", false}, {OPT_z, "-z", true},  {OPT_rpath, "-rpath", true}};
  if (arg.option == OPT_Wl_COMMA || arg.option == OPT_Xlinker)
    return {arg.values.begin(), arg.values.end()};
  if (arg.option == OPT_rdynamic)
    return {"--export-dynamic"};
  for (const auto &row : names)
    if (row.option == arg.option && (row.always || !arg.spelling[0].starts_with(row.name)))
      return {row.name.str(), arg.value().str()};
  if (arg.use == Use::Link || arg.use == Use::Linkable || arg.option == OPT_o)
    return {arg.spelling.begin(), arg.spelling.end()};
  return {};
}

// What the caller says of the link, word for word in its order, without what the plan says itself.
static std::vector<LinkToken> linkTokens(const CcInvocation &cc, const Target &target,
                                         const Toolchain &toolchain, Plan &plan) {
  std::vector<LinkToken> tokens;
  bool ofRustc = isOfRustc(cc.linkables());
  bool linkerAlone = !needsClang(cc);
  for (const CcArg &arg : cc.args) {
    Decision decision = decide(arg, target);
    if (decision.action == Action::Drop || selectsDefaults(arg.option)) {
      noteDropped(plan, arg, decision.action == Action::Drop ? decision.why : StringRef(defaultsReason));
      continue;
    }
    if (decision.action == Action::Ours || selectsKind(arg.option))
      continue;
    std::vector<std::string> forLinker = argsForLinker(arg);
    // rustc names the shared one by itself.
    if (arg.option == OPT_l && arg.value() == "gcc_s" && target.isGlibc() && cc.has(OPT_static_libgcc)) {
      forLinker = {"-lunwind"};
      plan.note(Note::Changed, llvm::join(arg.spelling, " "),
                "to -lunwind, since -static-libgcc asks for a static one");
    }
    // Rust's std for musl brings one with all that its developers may have it print: 30 KB of each program.
    if (isUnwinder(arg) && !target.isGlibc() && ofRustc && !toolchain.bringsUnwinder) {
      forLinker = {toolchain.lib + "/libunwind.a"};
      plan.note(Note::Changed, llvm::join(arg.spelling, " "),
                "to the sysroot's, which is the same without what is printed of it: half as large");
    }
    if (arg.option == OPT_rdynamic)
      plan.note(Note::Changed, "-rdynamic", "to --export-dynamic, the linker's name for it");
    bool either = arg.use == Use::Linkable || arg.option == OPT_o;
    for (std::string &text : forLinker)
      tokens.push_back({either ? Reader::Either : Reader::Linker, std::move(text)});
    if (!forLinker.empty())
      continue;
    if (linkerAlone)
      noteDropped(plan, arg,
                  arg.option == OPT_pthread && target.isGlibc() ? "-lpthread says it to the linker"
                  : arg.option == OPT_pthread                   ? "musl has its threads in libc"
                  : arg.option == OPT_m64                       ? "-m says it to the linker"
                                                                : "a link of objects has no use of it");
    else
      for (StringRef part : arg.spelling)
        tokens.push_back({Reader::Driver, part.str()});
  }
  return tokens;
}

// The linker's words are read as one row: an option and its value may come in two places.
static std::vector<LinkPart> partsOf(llvm::ArrayRef<LinkToken> tokens) {
  std::vector<StringRef> forLinker;
  for (const LinkToken &token : tokens)
    if (token.reader != Reader::Driver)
      forLinker.push_back(token.text);
  LdInvocation ld = parseLd(forLinker);
  std::vector<LinkPart> parts;
  auto next = ld.args.begin();
  size_t left = 0; // arguments of the last part that are still to come
  for (const LinkToken &token : tokens)
    if (token.reader == Reader::Driver) {
      parts.push_back({Reader::Driver, {ldopt::OPT_UNKNOWN, {token.text}, ""}});
    } else if (left == 0) {
      left = next->spelling.size() - 1;
      parts.push_back({token.reader, *next++});
    } else {
      --left;
    }
  return parts;
}

// clang's driver hands on what stands behind -Xlinker, whatever it has inside.
static void addForLinker(Plan &plan, std::string arg, StringRef why = "") {
  if (!why.empty())
    plan.note(Note::Added, arg, why);
  plan.add("-Xlinker");
  plan.add(std::move(arg));
}

static Plan planDriverLink(const CcInvocation &cc, const Target &target, const Toolchain &toolchain,
                           const RustCpu &cpu) {
  Plan plan;
  plan.command.program = toolchain.clang;
  addToolchainOptions(plan, cc, target, toolchain, cpu);
  for (StringRef runtime : {"-fno-sanitize-link-runtime", "-noprofilelib"})
    plan.add(runtime.str());
  plan.note(Note::Added, "-fno-sanitize-link-runtime -noprofilelib",
            "clang has these libraries for its own host");
  plan.add("--ld-path=" + toolchain.ownLd);
  plan.note(Note::Added, "--ld-path=" + toolchain.ownLd, "every link is made, and looked at, by our ld");
  addForLinker(plan, "--lambda-cc-tool=" + cc.tool.str(), "who is named in messages");
  addForLinker(plan, "--lambda-cc-linker=" + toolchain.linker.path, "the linker that our ld runs");

  LinkPieces pieces = linkPieces(cc, target, toolchain);
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
  std::vector<LinkToken> tokens = linkTokens(cc, target, toolchain, plan);
  LinkContext context{target, toolchain.linkerKind, isStatic(pieces.kind), toolchain.sysroot};
  for (const LinkPart &part : partsOf(tokens)) {
    if (part.reader == Reader::Linker)
      for (std::string &arg : applyLinkerRules(part.arg, context, plan))
        addForLinker(plan, std::move(arg));
    else if (std::optional<std::string> ours = startObject(part.arg.spelling[0], toolchain, plan))
      plan.add(*ours);
    else
      for (StringRef spelled : part.arg.spelling)
        plan.add(spelled.str());
  }
  if (cc.has(OPT_x)) {
    plan.add("-x");
    plan.add("none");
    plan.note(Note::Added, "-x none", "what follows is of no language");
  }
  for (const std::string &arg : pieces.libraries)
    plan.add(StringRef(arg).starts_with("-l") ? arg : "-Wl," + arg);
  llvm::append_range(plan.command.args, pieces.end);
  if (pieces.kind != OutputKind::Relocatable)
    addSysrootLibraries(plan, toolchain);
  return plan;
}

// All is the linker's, so it is a link as ld is asked for it.
static Plan planDirectLink(const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  Plan driver; // its notes: what was left out between the driver's words and the linker's
  LinkPieces pieces = linkPieces(cc, target, toolchain);
  llvm::append_range(driver.notes, pieces.notes);

  std::vector<LinkToken> tokens = linkTokens(cc, target, toolchain, driver);
  LdInvocation ld{{}};
  auto add = [&](llvm::ArrayRef<std::string> part) {
    llvm::append_range(ld.args, parseLd(std::vector<StringRef>(part.begin(), part.end())).args);
  };
  add(pieces.kindForLinker);
  add(pieces.common);
  add(pieces.start);
  size_t before = ld.args.size();
  for (LinkPart &part : partsOf(tokens))
    ld.args.push_back(std::move(part.arg));
  LdInvocation callers{{ld.args.begin() + static_cast<ptrdiff_t>(before), ld.args.end()}};
  add(pieces.libraries);
  add(pieces.end);
  markShared(ld.args);

  Plan plan = planLinker(ld, target, toolchain);
  if (plan.link && requestOf(callers).product ==
                       Product::Nothing) // start objects alone are no link: cc -Wl,-v is a question
    plan.link->product = Product::Nothing;
  plan.notes.insert(plan.notes.begin(), driver.notes.begin(), driver.notes.end());
  return plan;
}

llvm::Expected<Plan> planCc(const CcInvocation &cc, const Target &target, const Toolchain &toolchain,
                            const RustCpu &cpu) {
  if (llvm::Error error = refuse(cc, target))
    return std::move(error);
  if (isAnsweredByUs(cc))
    return planAnswer(cc, toolchain);
  if (cc.step != Step::Link)
    return planCompile(cc, target, toolchain, cpu);
  return needsClang(cc) ? planDriverLink(cc, target, toolchain, cpu) : planDirectLink(cc, target, toolchain);
}

} // namespace lambdacc
