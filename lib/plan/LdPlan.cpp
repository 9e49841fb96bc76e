#include "Failure.h"
#include "Folders.h"
#include "LinkPieces.h"
#include "LinkerCommand.h"
#include "MallocObject.h"
#include "OwnLibraries.h"
#include "ProfileRuntime.h"
#include "Refusals.h"
#include "Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {
using namespace ldopt;

void applyLinkerRules(const LdArg &arg, const LinkContext &context, Plan &plan,
                      llvm::function_ref<void(StringRef)> add) {
  LinkerDecision decision = decideForLinker(arg, context);
  if (decision.why.empty()) {
    llvm::for_each(arg.spelling, add);
    return;
  }
  std::string spelled = llvm::join(arg.spelling, " ");
  if (decision.args.empty())
    plan.note(Note::Dropped, spelled, decision.why);
  else
    plan.note(Note::Changed, spelled, "to " + llvm::join(decision.args, " ") + ", " + decision.why.str());
  llvm::for_each(decision.args, add);
}

std::optional<std::string> startObject(StringRef file, const Toolchain &toolchain, Plan &plan) {
  auto ours = toolchain.startObjects.find(file);
  if (ours == toolchain.startObjects.end())
    return std::nullopt;
  plan.note(Note::Changed, file, "to the sysroot's, since the caller's folder does not contain it");
  return ours->second;
}

void addSysrootLibraries(Plan &plan, const Toolchain &toolchain) {
  std::string options = "-L" + toolchain.libc;
  plan.add("-L" + toolchain.libc);
  if (toolchain.lib != toolchain.libc) {
    plan.add("-L" + toolchain.lib);
    options += " -L" + toolchain.lib;
  }
  plan.note(Note::Added, options, "the libraries of the sysroot, after the caller's");
}

// Adds the libraries of lambda-cc that the link names, and what a static link needs beside them. They come
// after all else: a linker takes the first folder that has a library, and from an archive only what is still
// undefined. A library that the caller brings has needs of its own: a shared one would take its needs from
// these archives.
static void addOwnLibraries(Plan &plan, bool isShared, const LinkContext &context,
                            const Toolchain &toolchain) {
  llvm::SmallVector<StringRef> needs;
  llvm::SetVector<StringRef> folders, archives;
  auto collect = [&](StringRef name) {
    const OwnLibrary *library = findOwnLibrary(name);
    if (!library)
      return StringRef();
    folders.insert(library->folder);
    archives.insert(library->name);
    return StringRef(library->needs);
  };
  for (StringRef name : toolchain.ownLibraries)
    for (StringRef need : llvm::split(collect(name), ' ')) {
      llvm::erase(needs, need); // behind all that need it: GNU ld reads an archive once
      needs.push_back(need);
    }
  if (folders.empty())
    return;
  std::vector<std::string> options;
  for (StringRef need : needs)
    collect(need);
  for (StringRef folder : folders)
    options.push_back(text("-L{}/{}/lib", {toolchain.libraries, folder}));
  if (isShared)
    for (StringRef archive : archives)
      options.push_back(text("--exclude-libs=lib{}.a", {archive}));
  options.insert(options.end(), {"--push-state", "--as-needed"});
  if (!context.isStatic) // the caller's -Bstatic can still apply, and glibc's libraries are shared
    options.emplace_back("-Bdynamic");
  for (StringRef need : needs)
    if (!need.empty())
      options.push_back(("-l" + need).str());
  if (context.linker == LinkerKind::Gnu) // it has read libc before these
    options.emplace_back("-lc");
  options.emplace_back("--pop-state");
  plan.note(Note::Added, llvm::join(options, " "),
            "the libraries of lambda-cc, and what they need, where the caller has none of the name");
  llvm::append_range(plan.command.args, options);
}

// Whether to pass the loader: GNU ld has a default for programs with shared libraries, ld.lld does not.
static bool needsLoader(const LdInvocation &ld, const Target &target) {
  for (ID option : {OPT_shared, OPT_static, OPT_no_dynamic_linker, OPT_dynamic_linker, OPT_I})
    if (ld.has(option))
      return false;
  return target.isGlibc() && !ld.isRelocatable() && (ld.has(OPT_l) || ld.has(OPT_pie));
}

Plan planLinker(const LdInvocation &ld, const Target &target, const Toolchain &toolchain) {
  Plan plan;
  plan.command.program = toolchain.linker;
  bool isStatic = !ld.has(OPT_shared) && (ld.has(OPT_static) || ld.has(OPT_no_dynamic_linker));
  if (toolchain.linkerKind == LinkerKind::Lld || toolchain.linkerKind == LinkerKind::Mold)
    plan.command.onTerminal = {"--color-diagnostics=always"};
  LinkContext context{target, toolchain.linkerKind, isStatic, toolchain.sysroot};

  if (!ld.has(OPT_m)) {
    plan.add("-m");
    plan.add(target.emulation.str());
    plan.note(Note::Added, "-m " + target.emulation, "the emulation of the target");
  }
  if (!ld.has(OPT_sysroot)) {
    plan.add("--sysroot=" + toolchain.sysroot);
    plan.note(Note::Added, "--sysroot=" + toolchain.sysroot, "what = stands for in -L and linker scripts");
  }
  if (needsLoader(ld, target)) {
    plan.add(("--dynamic-linker=" + target.interpreter).str());
    plan.note(Note::Added, "--dynamic-linker=" + target.interpreter, "the path of the loader on Lambda");
  }
  // GNU ld's default. librdkafka's script has names that its library does not define.
  if (ld.has(OPT_version_script) && toolchain.linkerKind == LinkerKind::Lld) {
    plan.add("--undefined-version");
    plan.note(Note::Added, "--undefined-version", "a version script may have names that nothing defines");
  }
  plan.link = requestOf(ld);
  llvm::erase_if(plan.link->folders, [&](StringRef folder) {
    return folder.starts_with(toolchain.sysroot + "/");
  }); // clang passes them
  MallocObject malloc = mallocObject(ld, target, toolchain, plan);
  for (size_t i = 0; i < ld.args.size(); ++i) {
    const LdArg &arg = ld.args[i];
    if (i == malloc.before && !malloc.path.empty())
      plan.add(malloc.path);
    if (malloc.replacesName && namesMallocObject(arg))
      continue;
    if (arg.option == OPT_hash_hash_hash || arg.option == OPT_lambda_cc_tool ||
        arg.option == OPT_lambda_cc_linker)
      continue;
    if (arg.option == OPT_o || arg.option == OPT_output) {
      plan.link->outputAt = plan.command.args.size();
      plan.link->outputArgs = arg.spelling.size();
    }
    std::optional<std::string> ours =
        arg.option == OPT_INPUT ? startObject(arg.value, toolchain, plan) : std::nullopt;
    if (ours)
      plan.add(*ours);
    else
      applyLinkerRules(arg, context, plan, [&](StringRef each) { plan.add(each.str()); });
  }
  if (!ld.isRelocatable() && !ld.lacksValue) {
    addSysrootLibraries(plan, toolchain);
    addOwnLibraries(plan, ld.has(OPT_shared), context, toolchain);
  }
  return plan;
}

// Whether the program would lack start objects. rustc relies on a driver for them if it does not use its own
// (-C link-self-contained=no, -C target-feature=-crt-static), even if its linker is not a driver. ld.lld then
// makes a program that starts at address 0.
static bool lacksEntry(const LdInvocation &ld) {
  bool isProgram = !ld.has(OPT_shared) && !ld.isRelocatable();
  bool setsEntry = ld.has(OPT_e) || ld.has(OPT_entry) || ld.has(OPT_T) || ld.has(OPT_script);
  return isProgram && !setsEntry && isOfRustc(ld.inputs()) && llvm::none_of(ld.inputs(), isStartObject);
}

void addLibraryNeeds(const LdInvocation &ld, Needs &needs) {
  for (const LdArg &arg : ld.args)
    if (arg.namesLibrary() && findOwnLibrary(arg.value))
      needs.libraries.push_back({arg.value, arg.shared});
    else if (namesMallocObject(arg))
      needs.mallocObject = true;
    else if ((arg.option == OPT_L || arg.option == OPT_library_path) && !isHostFolder(arg.value))
      needs.folders.push_back(arg.value);
}

Needs needsOf(const LdInvocation &ld) {
  Needs needs{.linker = true, .rustBitcode = ld.has(OPT_plugin_opt), .inputs = ld.inputs()};
  addLibraryNeeds(ld, needs);
  for (const LdArg &arg : ld.args)
    if (arg.option == OPT_lambda_cc_linker)
      needs.linkerName = arg.value;
  return needs;
}

// Whether clang's driver, which links for our cc, added the file. -lclang_rt.profile is in the arguments, if
// the link needs it.
static bool isOfHost(const LdArg &arg) {
  return arg.option == OPT_INPUT && isProfileRuntimeOfHost(arg.value);
}

llvm::Expected<Plan> planLd(const LdInvocation &ld, const Target &target, const Toolchain &toolchain) {
  if (ld.has(OPT_shared) && isOfRustc(ld.inputs()) && !target.isGlibc())
    return refuseSharedRust(ld.output(), target);
  // For cc, the start objects are in the arguments, unless its caller disabled them.
  if (!ld.has(OPT_lambda_cc_tool) && lacksEntry(ld))
    return fail(text("'{}' would have no entry point", {ld.output()}),
                {"rustc passes no start objects, and ld adds none; gcc does",
                 text("set {}-gcc as the linker", {target.triple})});
  if (llvm::Error error = refusePlugins(ld, toolchain))
    return std::move(error);
  if (!ld.has(OPT_lambda_cc_tool) || llvm::none_of(ld.args, isOfHost))
    return planLinker(ld, target, toolchain);
  LdInvocation others = ld;
  llvm::erase_if(others.args, isOfHost);
  Plan plan = planLinker(others, target, toolchain);
  for (const LdArg &arg : ld.args)
    if (isOfHost(arg))
      plan.note(Note::Dropped, arg.value,
                "clang adds it for its own host; the sysroot has it for the target");
  return plan;
}

} // namespace lambdacc
