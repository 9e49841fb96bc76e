// A compile is clang, or a GCC (GccPlan.h), with all paths and defaults set explicitly. There are two kinds
// of links:
//
// - ld.lld alone, with the caller's driver options translated for the linker.
// - the compiler's driver, if only it knows an option. Start objects and libraries are passed explicitly.
#include "Answers.h"
#include "CcRules.h"
#include "CpuFlags.h"
#include "GccPlan.h"
#include "Glibc.h"
#include "LinkPieces.h"
#include "LinkerCommand.h"
#include "OwnLibraries.h"
#include "Plan.h"
#include "ProfileRuntime.h"
#include "Refusals.h"
#include "SccacheProbe.h"
#include "System.h"
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

bool needsCompiler(const CcInvocation &cc) {
  return !isAnsweredByUs(cc) && (cc.step != Step::Link || cc.uses(Use::Source) || cc.uses(Use::Driver));
}

// Whether a cache can store the result: an object.
static bool isKept(const CcInvocation &cc) {
  return cc.has(OPT_c) && cc.uses(Use::Source) && !isAnsweredByUs(cc);
}

// The linker that the caller selects, or "".
static StringRef linkerName(const CcInvocation &cc) {
  StringRef path = cc.last(OPT_ld_path_EQ);
  return path.empty() ? cc.last(OPT_fuse_ld_EQ) : path;
}

// Whether rustc leaves LTO to the linker. The linker must then read bitcode of rustc's LLVM.
static bool hasRustBitcode(const CcInvocation &cc) {
  return llvm::any_of(cc.linkerArgs(),
                      [](StringRef arg) { return arg.ltrim('-').starts_with("plugin-opt"); });
}

static bool isUnwinder(const CcArg &arg) { return arg.option == OPT_l && arg.value() == "unwind"; }

// The folders in which rustc's link searches the unwinder for Rust's std.
static std::vector<StringRef> unwinderFolders(const CcInvocation &cc) {
  std::vector<StringRef> folders;
  if (isOfRustc(cc.linkables()) && llvm::any_of(cc.args, isUnwinder))
    for (const CcArg &arg : cc.args)
      if (arg.option == OPT_L && !isHostFolder(arg.value())) // a folder of the host is dropped
        folders.push_back(arg.value());
  return folders;
}

// Adds the libraries of a link that the linker makes alone. With clang's driver our ld adds its own.
static void addLibraryNeeds(const CcInvocation &cc, Needs &needs) {
  std::vector<StringRef> forLinker;
  for (const CcArg &arg : cc.args)
    if (arg.option == OPT_l || arg.option == OPT_L)
      forLinker.insert(forLinker.end(), {arg.option == OPT_l ? "-l" : "-L", arg.value()});
    else if (arg.option == OPT_Wl_COMMA || arg.option == OPT_Xlinker)
      llvm::append_range(forLinker, arg.values);
    else if (arg.option == OPT_static || arg.option == OPT_static_pie)
      forLinker.emplace_back("-static");
  addLibraryNeeds(parseLd(forLinker), needs);
}

Needs needsOf(const CcInvocation &cc) {
  Needs needs{.compiler = needsCompiler(cc),
              .version = needsLinker(cc) && !profileRuntime(cc).option.empty(),
              .cache = isKept(cc),
              .linker = needsLinker(cc),
              .linkerName = linkerName(cc),
              .rustBitcode = hasRustBitcode(cc),
              .inputs = cc.linkables(),
              .unwinderFolders = unwinderFolders(cc),
              .libraryFolders = queriesFolders(cc),
              .tools = queriedTools(cc),
              .files = queriedFiles(cc)};
  if (needs.linker && !needs.compiler)
    addLibraryNeeds(cc, needs);
  return needs;
}

// Options on the default libraries and start objects. Each link names them one by one instead.
static bool selectsDefaults(ID option) {
  constexpr ID options[] = {OPT_nostartfiles, OPT_nodefaultlibs, OPT_nostdlib, OPT_nolibc, OPT_nostdlibxx};
  return llvm::is_contained(options, option);
}
static constexpr llvm::StringLiteral defaultsReason = "start objects and libraries are named one by one";

void noteDropped(Plan &plan, const CcArg &arg, StringRef why) {
  plan.note(Note::Dropped, llvm::join(arg.spelling, " "), why);
}

//===- With a compiler ------------------------------------------------------===//

void addLastHeaders(Plan &plan, const std::string &folder, StringRef why) {
  plan.add("-idirafter");
  plan.add(folder + "/include");
  plan.note(Note::Added, "-idirafter " + folder + "/include", why);
}

// musl has no ifuncs, so the function that chooses a version of another is the one that is called. On aarch64
// clang 21 and 22 give it the features of the first version, and it ends with signal 4 on a CPU without them.
// For target_version clang 19 to 22 define it by another name than the one that is called. Our own has
// patches, cmake/llvm/patches/llvm/03-* and 04-*.
static bool lacksVersions(const Target &target, const Toolchain &toolchain) {
  return target.arch == llvm::Triple::aarch64 && !target.isGlibc() && !toolchain.ownClang;
}

// Without these options, clang --target=x86_64-unknown-linux-musl silently uses the host's headers, start
// objects and libraries. So everything that it would search is set. The bracket suppresses warnings on
// options that a step does not use: cc-rs takes any output on standard error for a failure.
static void addToolchainOptions(Plan &plan, const CcInvocation &cc, const Target &target,
                                const Toolchain &toolchain, const RustCpu &cpu) {
  StringRef sysroot = toolchain.sysroot;
  auto addOption = [&](llvm::Twine option, StringRef why) {
    plan.add(option.str());
    plan.note(Note::Added, option, why);
  };
  plan.add("--start-no-unused-arguments");
  addOption("--no-default-config", "a configuration file of the host's clang is for the host");
  if (cc.cxx && !cc.has(OPT_driver_mode))
    addOption("--driver-mode=g++", "the tool's name sets the language");
  addOption("--target=" + target.triple, "the tool's name sets the target");
  addOption("--sysroot=" + sysroot, "the only source of headers and libraries");
  addOption("--gcc-toolchain=" + sysroot,
            "it contains no gcc, so clang searches no folder of the host's gcc");
  if (!toolchain.resourceDir.empty())
    addOption("-resource-dir=" + toolchain.resourceDir, "the headers that belong to this clang");
  if (cc.step != Step::Compile) // a compile needs only the headers
    addOption("-stdlib=libc++", "the C++ library of the sysroot");
  addOption("-stdlib++-isystem" + sysroot + "/include/c++/v1", "its headers, not those beside clang");
  addOption("-rtlib=compiler-rt", "the compiler's runtime library in the sysroot");
  addOption("-unwindlib=libunwind", "each link passes its unwinder explicitly");
  bool cached = plan.command.program.path == toolchain.cache.path;
  if (!cached || cc.has(OPT_fno_integrated_as)) // with -B icecc compiles here
    addOption("-B" + toolchain.bin + "/" + target.triple + "-",
              "for as and objcopy of the target, if clang runs them");
  bool searchesSystem = !cc.has(OPT_nostdinc) && !cc.has(OPT_nostdlibinc);
  if (target.isGlibc()) {
    addOption(headerCeiling(target), "the headers declare what this glibc has");
    if (searchesSystem)
      addLastHeaders(plan, toolchain.libc, "the headers that older versions of glibc lack");
    // -print-file-name=include is a query of clang's own headers, and this folder has an include, too.
    if (!cached && !cc.last(OPT_print_file_name_EQ).starts_with("include"))
      addOption("-B" + toolchain.libc, "for queries of its files, such as -print-file-name");
  }
  if (searchesSystem && !toolchain.libraries.empty())
    for (StringRef folder : ownLibraryFolders())
      addLastHeaders(plan, toolchain.libraries + "/" + folder.str(),
                     "the headers of a library that lambda-cc brings, after the caller's");
  if (cc.has(OPT_print_file_name_EQ))
    for (const std::string &folder : toolchain.libraryFolders())
      addOption("-B" + folder, "the archives of a library that lambda-cc brings");
  if (!cached) { // sccache and icecc take no-gcc for a second source
    plan.add("-ccc-gcc-name");
    plan.add("no-gcc");
    plan.note(Note::Added, "-ccc-gcc-name no-gcc",
              "clang would run a gcc of PATH for languages that it lacks");
  }
  if (cc.step != Step::Query) {
    addCpu(plan, cc, cpu, target, toolchain);
    if (lacksVersions(target, toolchain))
      addOption("-mno-fmv", "one version of each function: without ifuncs clang doesn't choose correctly");
  }
  plan.add("--end-no-unused-arguments");
}

// cc-rs gives this name to the source with which it tries a flag.
static bool isFlagProbe(StringRef file) { return llvm::sys::path::stem(file) == "flag_check"; }

static bool isNamedAsC(StringRef file) { return file.ends_with(".c"); }

static bool hasSource(const CcInvocation &cc, llvm::function_ref<bool(StringRef)> matches) {
  return llvm::any_of(cc.args,
                      [&](const CcArg &arg) { return arg.use == Use::Source && matches(arg.value()); });
}

// The reason why the compiler does not run through `cache`, or "".
static StringRef whyNotThrough(StringRef cache, const CcInvocation &cc, const Toolchain &toolchain) {
  if (!toolchain.clang.prefix.empty() && cache != "ccache")
    return toolchain.loadsPlugins ? "it would run 'zig' alone, and zig's clang is 'zig clang'"
                                  : "it would run 'llvm' alone, and its clang is 'llvm clang'";
  bool sends = cache == "distcc" || cache == "icecc";
  if (sends && hasSource(cc, isFlagProbe))
    return "for cc-rs any output of this compile means 'no', also a message that no other machine answers";
  bool goesByName = cache == "sccache" || cache == "icecc";
  if (goesByName && cc.cxx && hasSource(cc, isNamedAsC))
    return "it takes the language from the file's name, and would compile this one as C";
  return "";
}

// Everything that affects the compiled code is in the compiler's arguments, and so in the cache's key.
static Program throughCache(Plan &plan, const CcInvocation &cc, const Toolchain &toolchain) {
  if (!toolchain.cache.found())
    return toolchain.compiler();
  StringRef why = whyNotThrough(programName(toolchain.cache.path), cc, toolchain);
  if (!why.empty()) {
    plan.note(Note::Dropped, toolchain.cache.path, why);
    return toolchain.compiler();
  }
  Program cache = toolchain.cache;
  cache.prefix.push_back(toolchain.compiler().path);
  llvm::append_range(cache.prefix, toolchain.compiler().prefix);
  plan.note(Note::Added, cache.path, "LAMBDA_CC_CACHE selects it");
  return cache;
}

static Plan planCompile(const CcInvocation &cc, const Target &target, const Toolchain &toolchain,
                        const RustCpu &cpu) {
  Plan plan;
  plan.command.program = throughCache(plan, cc, toolchain);
  if (toolchain.gcc)
    addGccOptions(plan, cc, target, toolchain, cpu);
  else
    addToolchainOptions(plan, cc, target, toolchain, cpu);
  if (isSccacheProbe(cc))
    addIdentity(plan, toolchain);
  for (const CcArg &arg : cc.args) {
    Decision decision = decide(arg, target);
    if (decision.action == Action::Drop) {
      noteDropped(plan, arg, decision.why);
      if (isHostPackage(arg.value()))
        plan.droppedPackages.push_back(arg.value().str());
    } else if (arg.use == Use::Link && cc.step == Step::Compile)
      noteDropped(plan, arg, "nothing is linked");
    else if (decision.action == Action::Pass)
      llvm::append_range(plan.command.args, argsForCompiler(arg, target, toolchain, plan));
  }
  if (!plan.droppedPackages.empty()) // its messages are read
    plan.command.onTerminal = {toolchain.gcc ? "-fdiagnostics-color=always" : "-fcolor-diagnostics"};
  return plan;
}

//===- Links ----------------------------------------------------------------===//

namespace {
/// Which program reads a part of a link.
enum class Reader {
  Driver, ///< sources, and options for compiling: -O2, -flto, a.c
  Linker, ///< what clang's driver would only pass on: -L x, -Wl,x, -s
  Either, ///< the same for both: a.o, -o x
};

struct LinkToken {
  Reader reader;
  StringRef text; ///< ends with a null character
};

/// A parsed part of the link's command line, in its original position.
struct LinkPart {
  Reader reader;
  LdArg arg; ///< for the driver, only its spelling is set
};
} // namespace

// The linker's spelling of `arg`. Empty if only a driver reads it.
static llvm::SmallVector<StringRef, 2> argsForLinker(const CcArg &arg) {
  // clang has other long names for some of them, such as --library-directory=.
  constexpr struct {
    ID option;
    StringRef name;
    bool always; ///< no spelling of it is valid for the linker
  } names[] = {{OPT_L, "-L", false}, {OPT_l, "-l", false}, {OPT_o, "-o", false}, {OPT_u, "-u", false},
               {OPT_e, "-e", false}, {OPT_T, "-T", false}, {OPT_z, "-z", true},  {OPT_rpath, "-rpath", true}};
  if (arg.option == OPT_Wl_COMMA || arg.option == OPT_Xlinker)
    return arg.values;
  if (arg.option == OPT_rdynamic)
    return {"--export-dynamic"};
  for (const auto &row : names)
    if (row.option == arg.option && (row.always || !arg.spelling[0].starts_with(row.name)))
      return {row.name, arg.value()};
  if (arg.use == Use::Link || arg.use == Use::Linkable || arg.option == OPT_o)
    return arg.spelling;
  return {};
}

// The caller's part of the link in its original order, without what the plan itself sets. New strings are
// stored in `saver`.
static std::vector<LinkToken> linkTokens(const CcInvocation &cc, const Target &target,
                                         const Toolchain &toolchain, Plan &plan, llvm::StringSaver &saver) {
  std::vector<LinkToken> tokens;
  bool ofRustc = isOfRustc(cc.linkables());
  bool linkerAlone = !needsCompiler(cc);
  for (const CcArg &arg : cc.args) {
    Decision decision = decide(arg, target);
    if (decision.action == Action::Drop || selectsDefaults(arg.option)) {
      noteDropped(plan, arg, decision.action == Action::Drop ? decision.why : StringRef(defaultsReason));
      continue;
    }
    if (decision.action == Action::Ours || selectsKind(arg.option))
      continue;
    llvm::SmallVector<StringRef, 2> forLinker = argsForLinker(arg);
    // rustc itself passes the shared one.
    if (arg.option == OPT_l && arg.value() == "gcc_s" && target.isGlibc() && cc.has(OPT_static_libgcc)) {
      forLinker = {"-lunwind"};
      plan.note(Note::Changed, llvm::join(arg.spelling, " "),
                "to -lunwind, since -static-libgcc selects a static unwinder");
    }
    // Rust's std for musl has an unwinder with all its debug output: 30 KB of each program.
    if (isUnwinder(arg) && !target.isGlibc() && ofRustc && !toolchain.bringsUnwinder) {
      forLinker = {saver.save(toolchain.lib + "/libunwind.a")};
      plan.note(Note::Changed, llvm::join(arg.spelling, " "),
                "to the sysroot's, which is half as large: it has no debug output");
    }
    if (arg.option == OPT_rdynamic)
      plan.note(Note::Changed, "-rdynamic", "to --export-dynamic, the linker's name for it");
    bool either = arg.use == Use::Linkable || arg.option == OPT_o;
    for (StringRef text : forLinker)
      tokens.push_back({either ? Reader::Either : Reader::Linker, text});
    if (!forLinker.empty())
      continue;
    // With -nodefaultlibs clang warns of a -pthread that it compiles nothing with.
    bool isUnused = arg.option == OPT_pthread && !cc.uses(Use::Source);
    if (linkerAlone || isUnused)
      noteDropped(plan, arg,
                  arg.option == OPT_pthread && target.isGlibc() ? "the linker gets -lpthread instead"
                  : arg.option == OPT_pthread                   ? "musl's libc contains threads"
                  : arg.option == OPT_m64                       ? "the linker gets -m instead"
                                                                : "a link of objects does not need it");
    else
      for (const std::string &part : argsForCompiler(arg, target, toolchain, plan))
        tokens.push_back({Reader::Driver, saver.save(part)});
  }
  return tokens;
}

// Parses the tokens for the linker as one list: an option and its value can be in two places.
static LdInvocation parseForLinker(llvm::ArrayRef<LinkToken> tokens) {
  std::vector<StringRef> forLinker;
  for (const LinkToken &token : tokens)
    if (token.reader != Reader::Driver)
      forLinker.push_back(token.text);
  return parseLd(forLinker);
}

static std::vector<LinkPart> partsOf(llvm::ArrayRef<LinkToken> tokens) {
  LdInvocation ld = parseForLinker(tokens);
  std::vector<LinkPart> parts;
  auto next = ld.args.begin();
  size_t left = 0; // arguments of the last part that follow
  for (const LinkToken &token : tokens)
    if (token.reader == Reader::Driver) {
      parts.push_back({Reader::Driver, {ldopt::OPT_UNKNOWN, {token.text}, ""}});
    } else if (left == 0) {
      left = next->spelling.size() - 1;
      parts.push_back({token.reader, std::move(*next++)});
    } else {
      --left;
    }
  return parts;
}

// clang's driver passes on the argument after -Xlinker unchanged, even with commas.
static void addForLinker(Plan &plan, StringRef arg, StringRef why = "") {
  if (!why.empty())
    plan.note(Note::Added, arg, why);
  plan.add("-Xlinker");
  plan.add(arg.str());
}

static void addClangLinkOptions(Plan &plan, const CcInvocation &cc, const Target &target,
                                const Toolchain &toolchain, const RustCpu &cpu) {
  addToolchainOptions(plan, cc, target, toolchain, cpu);
  for (StringRef runtime : {"-fno-sanitize-link-runtime", "-noprofilelib"})
    plan.add(runtime.str());
  plan.note(Note::Added, "-fno-sanitize-link-runtime -noprofilelib",
            "clang has these libraries only for its own host, and the plan names those of the sysroot");
  plan.add("--ld-path=" + toolchain.ownLd);
  plan.note(Note::Added, "--ld-path=" + toolchain.ownLd, "lambda-cc's ld makes and checks each link");
}

// The kind of output. gcc.specs passes on what is for the linker, and nothing else.
static void addKind(Plan &plan, const LinkPieces &pieces, const Toolchain &toolchain) {
  if (toolchain.gcc) {
    for (const std::string &arg : pieces.kindForLinker)
      addForLinker(plan, arg);
  } else {
    plan.add("--start-no-unused-arguments"); // -no-pie has no effect beside -static
    llvm::append_range(plan.command.args, pieces.kindForDriver);
    plan.add("--end-no-unused-arguments");
  }
  if (pieces.kind == OutputKind::Relocatable)
    return;
  if (!toolchain.gcc) {
    plan.add("-nostartfiles");
    plan.add("-nodefaultlibs");
    plan.note(Note::Added, "-nostartfiles -nodefaultlibs", "these are passed by path");
  }
  plan.add("-Wl," + llvm::join(pieces.common, ","));
}

static Plan planDriverLink(const CcInvocation &cc, const Target &target, const Toolchain &toolchain,
                           const RustCpu &cpu) {
  Plan plan;
  plan.command.program = toolchain.compiler();
  if (toolchain.gcc)
    addGccLinkOptions(plan, cc, target, toolchain, cpu);
  else
    addClangLinkOptions(plan, cc, target, toolchain, cpu);
  addForLinker(plan, "--lambda-cc-tool=" + cc.tool.str(), "the tool's name in messages");
  plan.linker = toolchain.linker.path;
  addForLinker(plan, "--lambda-cc-linker=" + toolchain.linker.path, "the linker that lambda-cc's ld runs");

  LinkPieces pieces = linkPieces(cc, target, toolchain);
  llvm::append_range(plan.notes, pieces.notes);
  addKind(plan, pieces, toolchain);
  llvm::append_range(plan.command.args, pieces.start);
  llvm::BumpPtrAllocator allocator;
  llvm::StringSaver saver(allocator);
  std::vector<LinkToken> tokens = linkTokens(cc, target, toolchain, plan, saver);
  LinkContext context{target, toolchain.linkerKind, isStatic(pieces.kind), toolchain.sysroot};
  for (const LinkPart &part : partsOf(tokens)) {
    if (part.reader == Reader::Linker)
      applyLinkerRules(part.arg, context, plan, [&](StringRef arg) { addForLinker(plan, arg); });
    else if (std::optional<std::string> ours = startObject(part.arg.spelling[0], toolchain, plan))
      plan.add(*ours);
    else
      for (StringRef spelled : part.arg.spelling)
        plan.add(spelled.str());
  }
  if (cc.has(OPT_x)) {
    plan.add("-x");
    plan.add("none");
    plan.note(Note::Added, "-x none", "the next arguments are not source files");
  }
  for (const std::string &arg : pieces.libraries)
    plan.add(StringRef(arg).starts_with("-l") ? arg : "-Wl," + arg);
  llvm::append_range(plan.command.args, pieces.end);
  if (pieces.kind != OutputKind::Relocatable && !toolchain.gcc) // our ld adds them, too
    addSysrootLibraries(plan, toolchain);
  return plan;
}

// All arguments are for the linker: plans the link as ld would.
static Plan planDirectLink(const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  Plan driver; // only for its notes: what was dropped from the driver's arguments
  LinkPieces pieces = linkPieces(cc, target, toolchain);
  llvm::append_range(driver.notes, pieces.notes);

  llvm::BumpPtrAllocator allocator;
  llvm::StringSaver saver(allocator);
  LdInvocation callers = parseForLinker(linkTokens(cc, target, toolchain, driver, saver));
  // Start objects alone are not a link: cc -Wl,-v is a query.
  bool makesNothing = productOf(callers) == Product::Nothing;

  LdInvocation ld{{}};
  auto add = [&](llvm::ArrayRef<std::string> part) {
    llvm::append_range(ld.args, parseLd(std::vector<StringRef>(part.begin(), part.end())).args);
  };
  add(pieces.kindForLinker);
  add(pieces.common);
  add(pieces.start);
  llvm::move(callers.args, std::back_inserter(ld.args));
  add(pieces.libraries);
  add(pieces.end);
  markShared(ld.args);

  Plan plan = planLinker(ld, target, toolchain);
  if (plan.link && makesNothing)
    plan.link->product = Product::Nothing;
  plan.notes.insert(plan.notes.begin(), driver.notes.begin(), driver.notes.end());
  return plan;
}

llvm::Expected<Plan> planCc(const CcInvocation &cc, const Target &target, const Toolchain &toolchain,
                            const RustCpu &cpu) {
  if (llvm::Error error = refuse(cc, target))
    return std::move(error);
  if (isAnsweredByUs(cc) || (toolchain.gcc && isAnsweredForGcc(cc)))
    return planAnswer(cc, target, toolchain);
  if (toolchain.gcc)
    if (llvm::Error error = refuseForGcc(cc, target, *toolchain.gcc))
      return std::move(error);
  if (llvm::Error error = refusePlugins(cc, toolchain))
    return std::move(error);
  if (llvm::Error error = refuseLeftOut(cc, toolchain))
    return std::move(error);
  if (needsLinker(cc) && !cc.has(OPT_r))
    if (llvm::Error error = refuseProfile(cc, target, toolchain))
      return std::move(error);
  if (cc.step != Step::Link)
    return planCompile(cc, target, toolchain, cpu);
  return needsCompiler(cc) ? planDriverLink(cc, target, toolchain, cpu)
                           : planDirectLink(cc, target, toolchain);
}

} // namespace lambdacc
