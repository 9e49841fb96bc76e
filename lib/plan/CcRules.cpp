#include "CcRules.h"
#include "Failure.h"
#include "Glibc.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;
using namespace clang::driver::options;

namespace lambdacc {

// clang-format off
static constexpr Rule rules[] = {
    {OPT__HASH_HASH_HASH,        Action::Ours,   ""},
    {OPT_target,                 Action::Target, "the tool's name sets the target"},
    {OPT_target_legacy_spelling, Action::Target, "the tool's name sets the target"},
    {OPT_m32,                    Action::Refuse, "Lambda runs 64-bit programs only"},
    {OPT_mx32,                   Action::Refuse, "Lambda runs 64-bit programs only"},
    {OPT_m16,                    Action::Refuse, "Lambda runs 64-bit programs only"},
    {OPT_mbig_endian,            Action::Refuse, "Lambda's machines are little-endian"},

    // The paths of headers, libraries and programs are fixed. Callers cannot change them.
    {OPT__sysroot_EQ,            Action::Drop,   "the target has its own sysroot"},
    {OPT_isysroot,               Action::Drop,   "the target has its own sysroot"},
    {OPT_resource_dir,           Action::Drop,   "the headers of the clang that was found are used"},
    {OPT_resource_dir_EQ,        Action::Drop,   "the headers of the clang that was found are used"},
    {OPT_gcc_toolchain,          Action::Drop,   "the sysroot needs no gcc"},
    {OPT_gcc_install_dir_EQ,     Action::Drop,   "the sysroot needs no gcc"},
    {OPT_gcc_triple_EQ,          Action::Drop,   "the sysroot needs no gcc"},
    {OPT_stdlib_EQ,              Action::Drop,   "the C++ library of the sysroot is libc++"},
    {OPT_rtlib_EQ,               Action::Drop,   "the sysroot has compiler-rt"},
    {OPT_unwindlib_EQ,           Action::Drop,   "the sysroot has LLVM's libunwind"},
    {OPT_static_libgcc,          Action::Unwinder, "all runtime libraries of the sysroot are static"},
    {OPT_shared_libgcc,          Action::Unwinder, "all runtime libraries of the sysroot are static"},
    {OPT_static_libstdcxx,       Action::Drop,   "all runtime libraries of the sysroot are static"},
    // rustc 1.90 and later pass -fuse-ld=lld -B<rustlib>/gcc-ld if the tool's name does not end in -gcc.
    {OPT_fuse_ld_EQ,             Action::Drop,   "lambda-cc runs the linker, and ld.lld in place of GNU ld, which links only for the host"},
    {OPT_ld_path_EQ,             Action::Drop,   "the linker is run by its path"},
    {OPT_B,                      Action::Drop,   "programs and start objects are passed by path"},

    {OPT_I,                      Action::NotOfHost, hostFolderReason},
    {OPT_isystem,                Action::NotOfHost, hostFolderReason},
    {OPT_iquote,                 Action::NotOfHost, hostFolderReason},
    {OPT_cxx_isystem,            Action::NotOfHost, hostFolderReason},
    {OPT_stdlibxx_isystem,       Action::NotOfHost, hostFolderReason},
    {OPT_isystem_after,          Action::NotOfHost, hostFolderReason},
    {OPT_idirafter,              Action::NotOfHost, hostFolderReason},
};
// clang-format on

// Whether --target=`spelling` is `target`, with its ceiling if the spelling has one: x86_64-linux-gnu.2.17.
static bool isNameOf(StringRef spelling, const Target &target) {
  if (!isSpellingOf(spelling, target))
    return false;
  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingBehind(spelling, target);
  if (!ceiling)
    return (consumeError(ceiling.takeError()), false);
  return ceiling->value_or(target.glibc) == target.glibc;
}

Decision decide(const CcArg &arg, const Target &target) {
  if (arg.option == OPT_INPUT) // no row is for files, and a link can have 10,000
    return {Action::Pass, ""};
  for (const Rule &rule : rules) {
    if (rule.option != arg.option)
      continue;
    switch (rule.action) {
    case Action::NotOfHost:
      return {isHostFolder(arg.value()) ? Action::Drop : Action::Pass, rule.why};
    case Action::Unwinder:
      return {Action::Drop,
              target.isGlibc() ? StringRef("the link passes its unwinder explicitly") : StringRef(rule.why)};
    case Action::Target:
      return {isNameOf(arg.value(), target) ? Action::Drop : Action::Refuse, rule.why};
    default:
      return {rule.action, rule.why};
    }
  }
  return {Action::Pass, ""};
}

llvm::Error refusal(const CcArg &arg, const Target &target, StringRef why) {
  std::string spelled = llvm::join(arg.spelling, " ");
  if (arg.option != OPT_target && arg.option != OPT_target_legacy_spelling)
    return fail(text("'{}' does not fit {}", {spelled, target.triple}), {why.str()});
  std::vector<std::string> evidence = {why.str()};
  for (Target other : targets()) {
    if (!isSpellingOf(arg.value(), other))
      continue;
    llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingBehind(arg.value(), other);
    if (!ceiling)
      return ceiling.takeError();
    other.glibc = ceiling->value_or(other.glibc);
    evidence.push_back(text("run {}-gcc for that target", {namePrefix(other)}));
  }
  return fail(text("'{}' does not match the target of this tool, {}", {spelled, namePrefix(target)}),
              std::move(evidence));
}

} // namespace lambdacc
