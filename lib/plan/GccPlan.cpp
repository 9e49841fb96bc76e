#include "GccPlan.h"
#include "CcRules.h"
#include "CpuFlags.h"
#include "Failure.h"
#include "GccRules.h"
#include "Glibc.h"
#include "OwnLibraries.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
using namespace clang::driver::options;
using Step = lambdacc::CcInvocation::Step;

namespace lambdacc {

//===- What GCC does not compile --------------------------------------------===//

namespace {
enum class Language { C, Assembly, Cxx, Other };
} // namespace

// The language of a source file, as gcc chooses it: by -x, else by the file's extension.
static Language languageOf(StringRef file, StringRef chosen, bool cxx) {
  // clang-format off
  static constexpr struct { StringRef name; Language language; } names[] = {
      {"c", Language::C}, {"c-header", Language::C}, {"cpp-output", Language::C},
      {"assembler", Language::Assembly}, {"assembler-with-cpp", Language::Assembly},
      {"c++", Language::Cxx}, {"c++-header", Language::Cxx}, {"c++-cpp-output", Language::Cxx},
  }, endings[] = {
      {"c", Language::C}, {"h", Language::C}, {"i", Language::C}, {"", Language::C}, // - is standard input
      {"s", Language::Assembly}, {"S", Language::Assembly},
      {"C", Language::Cxx}, {"cc", Language::Cxx}, {"CC", Language::Cxx}, {"cp", Language::Cxx}, {"cpp", Language::Cxx},
      {"CPP", Language::Cxx}, {"cxx", Language::Cxx}, {"CXX", Language::Cxx}, {"c++", Language::Cxx}, {"C++", Language::Cxx},
      {"ii", Language::Cxx}, {"H", Language::Cxx}, {"hh", Language::Cxx}, {"hpp", Language::Cxx}, {"hxx", Language::Cxx},
  };
  // clang-format on
  bool byName = !chosen.empty() && chosen != "none";
  StringRef extension = llvm::sys::path::extension(file).ltrim('.');
  Language language = Language::Other;
  for (const auto &row : byName ? llvm::ArrayRef(names) : llvm::ArrayRef(endings))
    if (row.name == (byName ? chosen : extension))
      language = row.language;
  return language == Language::C && cxx && !byName ? Language::Cxx : language;
}

static llvm::Error refuseLanguage(const CcInvocation &cc, const Target &target, const Gcc &gcc) {
  StringRef chosen;
  for (const CcArg &arg : cc.args) {
    if (arg.option == OPT_x)
      chosen = arg.value();
    if (arg.use != Use::Source)
      continue;
    Language language = languageOf(arg.value(), chosen, cc.cxx);
    std::string cure = "unset LAMBDA_CC_GCC for this build, and clang compiles it";
    if (language == Language::Cxx)
      return fail(
          text("'{}' is C++, which lambda-cc does not compile with GCC {}",
               {arg.value(), std::to_string(gcc.major)}),
          {text("the C++ library of {} is LLVM's libc++, and GCC's own is for the host", {target.triple}),
           std::move(cure)});
    if (language == Language::Other)
      return fail(text("'{}' is in a language that lambda-cc does not compile with GCC", {arg.value()}),
                  {"with GCC it compiles C and assembly", std::move(cure)});
  }
  return llvm::Error::success();
}

static llvm::Error refuseOption(const CcInvocation &cc, const Target &target, const Gcc &gcc) {
  for (const CcArg &arg : cc.args)
    if (GccDecision decision = decideForGcc(arg, target, gcc); decision.isRefused)
      return fail(
          text("'{}' is an option of clang, and LAMBDA_CC_GCC chooses GCC", {llvm::join(arg.spelling, " ")}),
          {decision.why.str(), "remove it, or unset LAMBDA_CC_GCC"});
  return llvm::Error::success();
}

llvm::Error refuseForGcc(const CcInvocation &cc, const Target &target, const Gcc &gcc) {
  if (llvm::Error error = refuseOption(cc, target, gcc))
    return error;
  return refuseLanguage(cc, target, gcc);
}

//===- What GCC gets --------------------------------------------------------===//

// Distributions build GCC with other defaults for these, Ubuntu most of them. They come before the caller's
// arguments, which override them. -fhardened, of GCC 14, chooses some itself, but leaves out each that is
// among the arguments, and warns of it (finish_options in gcc/opts.cc).
static constexpr struct {
  StringRef option;
  llvm::Triple::ArchType arch; ///< UnknownArch for both
  bool hardens;                ///< -fhardened chooses it
  StringRef why;
} defaults[] = {
    {"-fPIE", llvm::Triple::UnknownArch, false, "clang's default, for a position-independent program"},
    {"-U_FORTIFY_SOURCE", llvm::Triple::UnknownArch, true, "the defaults of GCC differ by distribution"},
    {"-fno-stack-protector", llvm::Triple::UnknownArch, true, "the defaults of GCC differ by distribution"},
    {"-fno-stack-clash-protection", llvm::Triple::UnknownArch, true,
     "the defaults of GCC differ by distribution"},
    {"-fcf-protection=none", llvm::Triple::x86_64, true, "the defaults of GCC differ by distribution"},
    {"-march=x86-64", llvm::Triple::x86_64, false, "the defaults of GCC differ by distribution"},
    {"-mbranch-protection=none", llvm::Triple::aarch64, false, "the defaults of GCC differ by distribution"},
};

static bool isHardened(const CcInvocation &cc) {
  return llvm::any_of(cc.args, [](const CcArg &arg) { return arg.spelling.front() == "-fhardened"; });
}

// The first header that 2.17 lacks is <sys/random.h>: NEW_HEADERS in cmake/sysroots/glibc/headers.py. Older
// ceilings have no folder of such headers, and gcc warns of that with -Wmissing-include-dirs, which ring
// sets.
static const llvm::VersionTuple firstWithNewHeaders(2, 25);

// Below --sysroot= gcc still searches folders that were set when it was built: Debian's has
// /usr/aarch64-linux-gnu/include. So it searches none by itself, and gets each by name. They come behind the
// caller's -isystem, as a compiler's own folders do.
static void addHeaders(Plan &plan, const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  if (cc.has(OPT_nostdinc))
    return;
  plan.add("-nostdinc");
  plan.note(Note::Added, "-nostdinc", "gcc would search folders of the host");
  auto addLast = [&](const std::string &folder, StringRef why) {
    plan.add("-idirafter");
    plan.add(folder);
    plan.note(Note::Added, "-idirafter " + folder, why);
  };
  auto addOwn = [&] {
    if (cc.has(OPT_nobuiltininc))
      return;
    addLast(toolchain.gcc->include, "the headers that belong to this GCC");
    if (!toolchain.gcc->fixed.empty())
      addLast(toolchain.gcc->fixed, "the limits.h that belongs to this GCC");
  };
  auto addLibc = [&] {
    if (!cc.has(OPT_nostdlibinc))
      addLastHeaders(plan, toolchain.sysroot, "the headers of the target's libc");
  };
  // musl has all headers of C itself. glibc needs the compiler's stddef.h. clang has the same order.
  if (target.isGlibc()) {
    addOwn();
    addLibc();
  } else {
    addLibc();
    addOwn();
  }
  if (cc.has(OPT_nostdlibinc))
    return;
  if (target.isGlibc() && target.glibc >= firstWithNewHeaders)
    addLastHeaders(plan, toolchain.libc, "the headers that older versions of glibc lack");
  if (!toolchain.libraries.empty())
    for (StringRef folder : ownLibraryFolders())
      addLastHeaders(plan, toolchain.libraries + "/" + folder.str(),
                     "the headers of a library that lambda-cc brings, after the caller's");
}

void addGccOptions(Plan &plan, const CcInvocation &cc, const Target &target, const Toolchain &toolchain,
                   const RustCpu &cpu) {
  auto addOption = [&](llvm::Twine option, StringRef why) {
    plan.add(option.str());
    plan.note(Note::Added, option, why);
  };
  addOption("--sysroot=" + toolchain.sysroot, "for folders that begin with =");
  addHeaders(plan, cc, target, toolchain);
  if (cc.step == Step::Query)
    return;
  if (target.isGlibc())
    addOption(headerCeiling(target), "the headers declare what this glibc has");
  for (const auto &row : defaults)
    if ((row.arch == llvm::Triple::UnknownArch || row.arch == target.arch) &&
        !(row.hardens && isHardened(cc)))
      addOption(row.option, row.why);
  addCpu(plan, cc, cpu, target, toolchain);
}

// gcc accepts no linker by path. Its driver runs what gcc.specs names, and that is the value of -L: no other
// -L reaches gcc, because those of the caller are passed with -Xlinker.
void addGccLinkOptions(Plan &plan, const CcInvocation &cc, const Target &target, const Toolchain &toolchain,
                       const RustCpu &cpu) {
  addGccOptions(plan, cc, target, toolchain, cpu);
  for (const std::string &option : {"-specs=" + toolchain.gccSpecs, "-L" + toolchain.ownLd}) {
    plan.add(option);
    plan.note(Note::Added, option, "gcc's driver runs lambda-cc's ld, which makes and checks each link");
  }
}

std::vector<std::string> argsForCompiler(const CcArg &arg, const Target &target, const Toolchain &toolchain,
                                         Plan &plan) {
  std::vector<std::string> written(arg.spelling.begin(), arg.spelling.end());
  if (!toolchain.gcc)
    return written;
  GccDecision decision = decideForGcc(arg, target, *toolchain.gcc);
  if (decision.why.empty())
    return written;
  if (decision.args.empty())
    noteDropped(plan, arg, decision.why);
  else
    plan.note(Note::Changed, llvm::join(written, " "),
              "to " + llvm::join(decision.args, " ") + ", " + decision.why.str());
  return {decision.args.begin(), decision.args.end()};
}

} // namespace lambdacc
