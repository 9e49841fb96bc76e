#include "Refusals.h"
#include "CcRules.h"
#include "Failure.h"
#include "LinkPieces.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <set>

using llvm::StringRef;
using namespace clang::driver::options;

namespace lambdacc {

// An error for the first argument that does not fit the target.
static llvm::Error refuseByRule(const CcInvocation &cc, const Target &target) {
  for (const CcArg &arg : cc.args)
    if (Decision decision = decide(arg, target); decision.action == Action::Refuse)
      return refusal(arg, target, decision.why);
  return llvm::Error::success();
}

// clang's own message, under the name of the tool. clang itself would take one of our options for the value.
static llvm::Error refuseMissingValue(const CcInvocation &cc, const Target &) {
  if (!cc.missingValues)
    return llvm::Error::success();
  return fail(
      text("argument to '{}' is missing (expected {} value{})",
           {cc.args.back().spelling[0], std::to_string(cc.missingValues), cc.missingValues > 1 ? "s" : ""}));
}

// The message of gcc and clang. Otherwise, the start objects would be of one kind and the addresses of the
// other.
static llvm::Error refuseTwoKinds(const CcInvocation &cc, const Target &) {
  if (!cc.has(OPT_static_pie) || !cc.has(OPT_no_pie))
    return llvm::Error::success();
  return fail("cannot specify '-static-pie' along with '-no-pie'",
              {"rustc passes -no-pie for a program at a fixed address; -C relocation-model=pic makes a "
               "position-independent one"});
}

// The groups of the sanitizers that can trap, of clang 19 to 22 (clang/Basic/Sanitizers.def). vptr is of
// `undefined`, too, and cannot trap: clang leaves it out of a group that does.
static constexpr struct {
  StringRef name, members;
} sanitizerGroups[] = {
    {"all", "undefined integer nullability float-divide-by-zero bounds"},
    {"undefined",
     "alignment bool builtin array-bounds enum float-cast-overflow function integer-divide-by-zero "
     "nonnull-attribute null object-size pointer-overflow return returns-nonnull-attribute shift "
     "signed-integer-overflow unreachable vla-bound"},
    {"integer", "implicit-conversion integer-divide-by-zero shift signed-integer-overflow "
                "unsigned-integer-overflow unsigned-shift-base"},
    {"implicit-conversion", "implicit-integer-conversion implicit-bitfield-conversion"},
    {"implicit-integer-conversion", "implicit-integer-arithmetic-value-change "
                                    "implicit-unsigned-integer-truncation"},
    {"implicit-integer-arithmetic-value-change", "implicit-integer-sign-change "
                                                 "implicit-signed-integer-truncation"},
    {"implicit-integer-truncation",
     "implicit-unsigned-integer-truncation implicit-signed-integer-truncation"},
    {"nullability", "nullability-arg nullability-assign nullability-return"},
    {"bounds", "array-bounds local-bounds"},
    {"shift", "shift-base shift-exponent"},
};

// The members of the group `name`, or itself.
static std::vector<StringRef> sanitizersIn(StringRef name) {
  auto group = llvm::find_if(sanitizerGroups, [&](const auto &row) { return row.name == name; });
  if (group == std::end(sanitizerGroups))
    return {name};
  std::vector<StringRef> all;
  for (StringRef member : llvm::split(group->members, ' '))
    llvm::append_range(all, sanitizersIn(member));
  return all;
}

// The first sanitizer that is enabled at the end of the arguments and calls into a library. Those of
// -fsanitize-trap do not call one, wherever that option is among the arguments.
static std::string sanitizersWithRuntime(const CcInvocation &cc) {
  constexpr StringRef withoutRuntime[] = {"cfi",          "kcfi",           "shadow-call-stack",
                                          "local-bounds", "fuzzer-no-link", "memtag"};
  std::vector<std::pair<StringRef, StringRef>> on; // a sanitizer, and the name that enabled it
  std::set<StringRef> traps;
  auto forEach = [](const CcArg &arg, llvm::function_ref<void(StringRef each, StringRef name)> apply) {
    for (StringRef name : arg.values)
      for (StringRef each : sanitizersIn(name))
        apply(each, name);
  };
  for (const CcArg &arg : cc.args)
    if (arg.option == OPT_fsanitize_EQ)
      forEach(arg, [&](StringRef each, StringRef name) { on.push_back({each, name}); });
    else if (arg.option == OPT_fno_sanitize_EQ && llvm::is_contained(arg.values, "all"))
      on.clear();
    else if (arg.option == OPT_fno_sanitize_EQ)
      forEach(arg, [&](StringRef each, StringRef) {
        llvm::erase_if(on, [&](const auto &pair) { return pair.first == each; });
      });
    else if (arg.option == OPT_fsanitize_trap_EQ)
      forEach(arg, [&](StringRef each, StringRef) { traps.insert(each); });
    else if (arg.option == OPT_fno_sanitize_trap_EQ)
      forEach(arg, [&](StringRef each, StringRef) { traps.erase(each); });
  if (cc.has(OPT_fno_sanitize_link_runtime))
    return "";
  for (const auto &[each, name] : on)
    if (!traps.count(each) &&
        llvm::none_of(withoutRuntime, [&, &each = each](StringRef free) { return each.starts_with(free); }))
      return ("-fsanitize=" + name).str();
  return "";
}

// Counters without a library in the sysroot, and what turns them off again. That of -fprofile-generate
// and --coverage it has (ProfileRuntime.h).
static constexpr struct {
  ID on, off;
} counters[] = {
    {OPT_fmemory_profile, OPT_fno_memory_profile},
    {OPT_fmemory_profile_EQ, OPT_fno_memory_profile},
    {OPT_fxray_instrument, OPT_fno_xray_instrument},
    {OPT_p, OPT_INVALID},
    {OPT_pg, OPT_INVALID},
};

// The first of them that is on at the end of the arguments, or "".
static std::string countersWithRuntime(const CcInvocation &cc) {
  for (const auto &row : counters) {
    std::string option;
    for (const CcArg &arg : cc.args)
      if (arg.option == row.on)
        option = llvm::join(arg.spelling, " ");
      else if (arg.option == row.off)
        option.clear();
    if (!option.empty())
      return option;
  }
  return "";
}

// Instrumented code calls into libraries of clang, which exist only for its host.
static llvm::Error refuseInstrumented(const CcInvocation &cc, const Target &target) {
  std::string option = sanitizersWithRuntime(cc);
  if (option.empty() && !cc.has(OPT_noprofilelib))
    option = countersWithRuntime(cc);
  if (option.empty() || cc.has(OPT_r))
    return llvm::Error::success();
  return fail(text("no runtime library of '{}' for {}", {option, target.triple}),
              {"lambda-cc brings none, and that of another compiler is for its own host",
               "remove the option, or use the host's own compiler in a build for the host"});
}

// clang would search <triple>-gcc on PATH and find us, in an endless loop.
static llvm::Error refuseGccSource(const CcInvocation &cc, const Target &target) {
  if (cc.gccSource.empty())
    return llvm::Error::success();
  return fail(text("'{}' is in a language that clang does not compile", {cc.gccSource}),
              {text("compile it with another compiler for {}, and link the object", {target.triple})});
}

// The compiler makes the file of the header, and then links the other files by itself. lambda-cc plans a
// compile or a link. clang rejects such a call, too, if it has -o.
static llvm::Error refuseHeaderInLink(const CcInvocation &cc, const Target &) {
  if (cc.headerInLink.empty() || cc.step == CcInvocation::Step::Query)
    return llvm::Error::success();
  return fail(text("'{}' is a header among files to link", {cc.headerInLink}),
              {"a header is compiled to a file of its own, which no link reads",
               "leave it out, or compile it in a call of its own"});
}

// A libc inside a library writes to the thread of the program's libc (errno, thread-locals). Functions that
// do not use these work, but Rust's std uses them. Programs for musl are static and cannot load libraries.
llvm::Error refuseSharedRust(StringRef output, const Target &target) {
  return fail(
      text("nothing on Lambda can load '{}', a shared library of Rust for musl", {output}),
      {"programs for musl are static on Lambda, and all others use glibc",
       text("build it for {}-unknown-linux-gnu, or link it into a program: crate-type rlib or staticlib",
            {llvm::Triple::getArchTypeName(target.arch)})});
}

static std::vector<StringRef> allFiles(const CcInvocation &cc) {
  std::vector<StringRef> files = parseLd(cc.linkerArgs()).inputs();
  llvm::append_range(files, cc.linkables());
  return files;
}

static llvm::Error refuseShared(const CcInvocation &cc, const Target &target) {
  if (outputKind(cc, target) != OutputKind::Shared || target.isGlibc() || !isOfRustc(allFiles(cc)))
    return llvm::Error::success();
  StringRef output = cc.last(OPT_o);
  return refuseSharedRust(output.empty() ? "a.out" : output, target);
}

// Static glibc loads the shared glibc of exactly its own version for name lookup and character sets. Programs
// without libc may be static.
static llvm::Error refuseStaticGlibc(const CcInvocation &cc, const Target &target) {
  if (!target.isGlibc() || !isStatic(outputKind(cc, target)))
    return llvm::Error::success();
  if (cc.has(OPT_nostdlib) || cc.has(OPT_nolibc) || (cc.has(OPT_nodefaultlibs) && !isOfRustc(allFiles(cc))))
    return llvm::Error::success();
  return fail(
      text("no static glibc for '{}'", {cc.has(OPT_static) ? "-static" : "-static-pie"}),
      {"at run time, a static glibc loads the shared glibc of the same version, which Lambda does not have",
       text("build for {}-unknown-linux-musl: its programs are static and complete",
            {llvm::Triple::getArchTypeName(target.arch)}),
       "rustc passes it for -C target-feature=+crt-static: check RUSTFLAGS and cargo's config"});
}

// LLVM's own message is "Dynamic loading not supported", below the name of the file.
static llvm::Error cannotLoad(llvm::ArrayRef<StringRef> spelling, const Program &program, StringRef role,
                              StringRef variable) {
  return fail(text("the {} of lambda-cc does not load the plugin of '{}'", {role, llvm::join(spelling, " ")}),
              {text("{} is a static executable, which loads no plugins", {program.path}),
               text("set {} to the {} that the plugin was built for", {variable, role})});
}

// clang passes -load to LLVM after -mllvm, and has plugins of its own after -Xclang.
llvm::Error refusePlugins(const CcInvocation &cc, const Toolchain &toolchain) {
  if (!toolchain.loadsPlugins)
    for (const CcArg &arg : cc.args) {
      bool passesOn = arg.option == OPT_Xclang || arg.option == OPT_mllvm;
      if (arg.option == OPT_fplugin_EQ || arg.option == OPT_fpass_plugin_EQ ||
          (passesOn && (arg.value().starts_with("-load") || arg.value().starts_with("-fpass-plugin="))))
        return cannotLoad(arg.spelling, toolchain.clang, "clang", "LAMBDA_CC_CLANG");
    }
  return needsLinker(cc) ? refusePlugins(parseLd(cc.linkerArgs()), toolchain) : llvm::Error::success();
}

llvm::Error refusePlugins(const LdInvocation &ld, const Toolchain &toolchain) {
  if (!toolchain.linkerLoadsPlugins)
    for (const LdArg &arg : ld.args) {
      bool passesOn = arg.option == ldopt::OPT_mllvm || arg.option == ldopt::OPT_plugin_opt;
      if (arg.option == ldopt::OPT_load_pass_plugin || (passesOn && arg.value.starts_with("-load")))
        return cannotLoad(arg.spelling, toolchain.linker, "ld.lld", "LAMBDA_CC_LLD");
    }
  return llvm::Error::success();
}

llvm::Error refuseLeftOut(const CcInvocation &cc, const Toolchain &toolchain) {
  if (!toolchain.ownClang || !cc.has(OPT__analyze))
    return llvm::Error::success();
  return fail("the clang of lambda-cc does not analyze",
              {"clang's static analyzer is not in the package",
               "set LAMBDA_CC_CLANG to another clang for '--analyze'"});
}

llvm::Error refuse(const CcInvocation &cc, const Target &target) {
  constexpr llvm::Error (*always[])(const CcInvocation &, const Target &) = {
      refuseMissingValue, refuseGccSource, refuseHeaderInLink, refuseByRule};
  constexpr llvm::Error (*links[])(const CcInvocation &, const Target &) = {
      refuseTwoKinds, refuseShared, refuseStaticGlibc, refuseInstrumented};
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
