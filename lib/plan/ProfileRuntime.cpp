#include "ProfileRuntime.h"
#include "Failure.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
using namespace clang::driver::options;

namespace lambdacc {

namespace {
struct Row {
  ID on, off; ///< OPT_INVALID if nothing turns it off
  bool ofLlvm;
};
} // namespace

// Sources: ToolChain::needsProfileRT() and needsGCovInstrumentation() of clang's lib/Driver/ToolChain.cpp. A
// link with an option that is off again needs no library; addPGOAndCoverageFlags() in ToolChains/Clang.cpp
// has what turns one off.
static constexpr Row rows[] = {
    {OPT_fprofile_generate, OPT_fno_profile_generate, true},
    {OPT_fprofile_generate_EQ, OPT_fno_profile_generate, true},
    {OPT_fcs_profile_generate, OPT_fno_profile_generate, true},
    {OPT_fcs_profile_generate_EQ, OPT_fno_profile_generate, true},
    {OPT_fprofile_instr_generate, OPT_fno_profile_instr_generate, true},
    {OPT_fprofile_instr_generate_EQ, OPT_fno_profile_instr_generate, true},
    {OPT_fcreate_profile, OPT_INVALID, true},
    {OPT_forder_file_instrumentation, OPT_INVALID, true},
    {OPT_coverage, OPT_INVALID, false},
    {OPT_fprofile_arcs, OPT_fno_profile_arcs, false},
};

// An option of clang 20 and later, with or without =FOLDER behind it.
static bool countsCold(const CcArg &arg) {
  return arg.option == OPT_UNKNOWN &&
         arg.spelling[0].starts_with("-fprofile-generate-cold-function-coverage");
}

ProfileRuntime profileRuntime(const CcInvocation &cc) {
  if (cc.has(OPT_noprofilelib))
    return {};
  std::string on[std::size(rows)];
  ProfileRuntime cold;
  for (const CcArg &arg : cc.args) {
    if (arg.option == OPT_INPUT) // no row is for files, and a link can have 10,000
      continue;
    if (countsCold(arg))
      cold = {arg.spelling[0].str(), true};
    for (const auto &[row, option] : llvm::zip_equal(rows, on))
      if (arg.option == row.on)
        option = llvm::join(arg.spelling, " ");
      else if (arg.option == row.off)
        option.clear();
  }
  for (const auto &[row, option] : llvm::zip_equal(rows, on))
    if (!option.empty() && (row.ofLlvm || cold.option.empty()))
      return {option, row.ofLlvm};
  return cold;
}

// The clangs with the records of the sysroot's library, which is of LLVM 19: INSTR_PROF_RAW_VERSION in
// compiler-rt/include/profile/InstrProfData.inc is 8 in LLVM 16 and 17, 9 in 18, 10 in 19 to 22, 11 in 23.
// Measured with clang 16: the program crashes when it ends. gcov's format is the same in all of them.
constexpr unsigned oldestClangThatFits = 19, newestClangThatFits = 22;

llvm::Error refuseProfile(const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  ProfileRuntime runtime = profileRuntime(cc);
  if (runtime.option.empty())
    return llvm::Error::success();
  if (toolchain.gcc)
    return fail(
        text("no runtime library of '{}' for {}", {runtime.option, target.triple}),
        {"LAMBDA_CC_GCC chooses GCC, and the library of its counters, libgcov, is for the host's libc",
         "unset it for this build: the sysroot has the library of clang's counters"});
  unsigned major = toolchain.clangMajor;
  bool fits = major >= oldestClangThatFits && major <= newestClangThatFits;
  if (!major || fits || !runtime.ofLlvm)
    return llvm::Error::success();
  std::string oldest = std::to_string(oldestClangThatFits), newest = std::to_string(newestClangThatFits);
  return fail(
      text("'{}' needs clang {} to {}, and this is clang {}",
           {runtime.option, oldest, newest, std::to_string(major)}),
      {text("the runtime library is of LLVM {}: with other records of counters the program crashes, or "
            "writes a profile that nothing reads",
            {oldest}),
       "name such a clang in LAMBDA_CC_CLANG, or use --coverage, which each clang has alike"});
}

// <resource-dir>/lib/linux/libclang_rt.profile-x86_64.a, or <resource-dir>/lib/<triple>/libclang_rt.profile.a
bool isProfileRuntimeOfHost(StringRef file) {
  namespace path = llvm::sys::path;
  StringRef folder = path::parent_path(file);
  StringRef machine = path::filename(folder);
  return path::filename(file).starts_with("libclang_rt.profile") &&
         path::filename(path::parent_path(folder)) == "lib" &&
         (machine == "linux" || machine.contains("-linux-"));
}

} // namespace lambdacc
