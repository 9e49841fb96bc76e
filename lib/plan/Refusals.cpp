#include "Refusals.h"
#include "CcRules.h"
#include "Failure.h"
#include "LinkPieces.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;
using namespace clang::driver::options;

namespace lambdacc {

// An error for the first argument that the tool is not for.
static llvm::Error refuseByRule(const CcInvocation &cc, const Target &target) {
  for (const CcArg &arg : cc.args)
    if (Verdict verdict = judge(arg, target); verdict.action == Action::Refuse)
      return refusal(arg, target, verdict.why);
  return llvm::Error::success();
}

// clang's own words, under the name of the tool: a word of ours that followed would be taken for the value.
static llvm::Error refuseMissingValue(const CcInvocation &cc, const Target &) {
  if (!cc.missingValues)
    return llvm::Error::success();
  return fail(
      text("argument to '{}' is missing (expected {} value{})",
           {cc.args.back().words[0], std::to_string(cc.missingValues), cc.missingValues > 1 ? "s" : ""}));
}

// What gcc and clang say of it: the start objects are those of the one, the addresses those of the other.
static llvm::Error refuseTwoKinds(const CcInvocation &cc, const Target &) {
  if (!cc.has(OPT_static_pie) || !cc.has(OPT_no_pie))
    return llvm::Error::success();
  return fail(
      "cannot specify '-static-pie' along with '-no-pie'",
      {"rustc says -no-pie for a program at a fixed address: -C relocation-model=pic makes the other kind"});
}

// Instrumented code calls into libraries of clang's, which it has for its own host.
static llvm::Error refuseInstrumented(const CcInvocation &cc, const Target &target) {
  bool traps = cc.has(OPT_fsanitize_trap) || cc.has(OPT_fsanitize_trap_EQ);
  constexpr StringRef withoutRuntime[] = {"cfi", "kcfi", "safe-stack", "shadow-call-stack", "bounds"};
  for (const CcArg &arg : cc.args) {
    bool needsRuntime =
        arg.option == OPT_fsanitize_EQ && !traps &&
        llvm::any_of(arg.values, [&](StringRef value) { return !llvm::is_contained(withoutRuntime, value); });
    if (needsRuntime || arg.option == OPT_coverage || arg.option == OPT_fprofile_instr_generate ||
        arg.option == OPT_fprofile_generate)
      return fail(text("no runtime library of '{}' for {}", {llvm::join(arg.words, " "), target.triple}),
                  {"clang has one for the machine that it runs on, whose libc is another",
                   "leave it out of this link, and use it in a build for the host"});
  }
  return llvm::Error::success();
}

// clang looks <triple>-gcc up on PATH, which is us, without an end.
static llvm::Error refuseGccSource(const CcInvocation &cc, const Target &target) {
  if (cc.gccSource.empty())
    return llvm::Error::success();
  return fail(
      text("'{}' is Fortran or Ada, and clang compiles neither", {cc.gccSource}),
      {text("compile it with a compiler that makes objects for {}, and link those", {target.triple})});
}

// A second libc inside a library writes to the first one's thread (errno, thread-locals): functions that
// touch neither work, and Rust's std touches both. A program for musl is static, and loads nothing at all.
static llvm::Error refuseSharedRust(const CcInvocation &cc, const Target &target) {
  if (!isOfRustc(cc.linkables()) || outputKind(cc) != OutputKind::Shared)
    return llvm::Error::success();
  return fail(
      text("nothing on Lambda can load '{}', a shared library of Rust for musl", {cc.last(OPT_o)}),
      {"programs for musl are static there, and all others have glibc",
       text("build it for {}-unknown-linux-gnu, or link it into a program: crate-type rlib or staticlib",
            {llvm::Triple::getArchTypeName(target.arch)})});
}

llvm::Error refuse(const CcInvocation &cc, const Target &target) {
  constexpr llvm::Error (*always[])(const CcInvocation &, const Target &) = {refuseMissingValue,
                                                                             refuseGccSource, refuseByRule};
  constexpr llvm::Error (*links[])(const CcInvocation &, const Target &) = {refuseTwoKinds, refuseSharedRust,
                                                                            refuseInstrumented};
  for (auto *refusal : always)
    if (llvm::Error error = refusal(cc, target))
      return error;
  if (needsLinker(cc))
    for (auto *refusal : links)
      if (llvm::Error error = refusal(cc, target))
        return error;
  return llvm::Error::success();
}

} // namespace lambdacc
