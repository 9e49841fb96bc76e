#include "LinkPieces.h"
#include "ProfileRuntime.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
using namespace clang::driver::options;

namespace lambdacc {

namespace {
struct KindRow {
  OutputKind kind;
  std::vector<std::string> forLinker, forDriver, start, end;
  StringRef why;
};
} // namespace

// The kinds of output. Sources: musl, compiler-rt, and clang's lib/Driver/ToolChains/Gnu.cpp.
// clang-format off
static const KindRow &row(OutputKind kind) {
  static const KindRow rows[] = {
      {OutputKind::Pie,
       {"-pie"}, {"-pie"},
       {"Scrt1.o", "crti.o", "crtbeginS.o"}, {"crtendS.o", "crtn.o"},
       "a position-independent program"},
      {OutputKind::Fixed,
       {"-no-pie"}, {"-no-pie"},
       {"crt1.o", "crti.o", "crtbegin.o"}, {"crtend.o", "crtn.o"},
       "a program at a fixed address"},
      {OutputKind::StaticPie,
       {"-static", "-pie", "--no-dynamic-linker", "-z", "text"}, {"-static-pie"},
       {"rcrt1.o", "crti.o", "crtbeginS.o"}, {"crtendS.o", "crtn.o"},
       "a position-independent program that contains its libc; Lambda has no loader for musl"},
      {OutputKind::Static,
       {"-static"}, {"-static", "-no-pie"},
       {"crt1.o", "crti.o", "crtbegin.o"}, {"crtend.o", "crtn.o"},
       "a program at a fixed address that contains its libc; Lambda has no loader for musl"},
      {OutputKind::Shared,
       {"-shared"}, {"-shared"},
       {"crti.o", "crtbeginS.o"}, {"crtendS.o", "crtn.o"},
       "a shared library"},
      {OutputKind::Relocatable,
       {"-r"}, {"-r"}, {}, {},
       "a relocatable object"},
  };
  return *llvm::find_if(rows, [&](const KindRow &row) { return row.kind == kind; });
}
// clang-format on

// Distributions' clangs have different defaults for these. They are set, so that a link is the same with
// every clang and without one. They come before the caller's arguments, which override them.
static constexpr struct Common {
  StringRef option, why;
} commonOptions[] = {
    {"--eh-frame-hdr", "unwinders find functions with it"},
    {"--hash-style=gnu", "nothing on Lambda needs the older kind"},
    {"--build-id=none", "the defaults of clang differ by distribution"},
};

// Libraries with symbols that a shared library must not export.
// musl's libc is linked into shared libraries, because Lambda does not have it. If they exported it, malloc
// would come from the library that is loaded first. Each library has an option of its own: mold 1.10 hangs on
// a list.
// With glibc, this applies to the C++ library and the unwinder: the process can have another version with the
// same symbols.
static constexpr StringRef hiddenLibraries[] = {
    "libc.a",      "libc++.a",    "libc++abi.a", "libstdc++.a", "libsupc++.a",
    "libunwind.a", "libgcc_eh.a", "libgcc_s.a",  "libgcc.a",    "libclang_rt.builtins.a"};

bool selectsKind(ID option) {
  constexpr ID kinds[] = {OPT_static, OPT_static_pie, OPT_pie, OPT_no_pie, OPT_shared, OPT_r};
  return llvm::is_contained(kinds, option);
}

bool isOfRustc(llvm::ArrayRef<StringRef> files) {
  return llvm::any_of(files,
                      [](StringRef file) { return file.ends_with(".rlib") || file.ends_with(".rcgu.o"); });
}

bool isStartObject(StringRef file) {
  StringRef name = llvm::sys::path::filename(file);
  return name.ends_with(".o") && (name.starts_with("crt") || name.ends_with("crt1.o"));
}

OutputKind outputKind(const CcInvocation &cc, const Target &target) {
  if (cc.has(OPT_r))
    return OutputKind::Relocatable;
  if (cc.has(OPT_shared))
    return OutputKind::Shared;
  if (cc.has(OPT_static_pie))
    return OutputKind::StaticPie;
  // To clang and gcc, -static -pie is not a static PIE: -static wins.
  if (cc.has(OPT_static))
    return OutputKind::Static;
  for (const CcArg &arg : llvm::reverse(cc.args))
    if (arg.option == OPT_no_pie)
      return target.isGlibc() ? OutputKind::Fixed : OutputKind::Static;
    else if (arg.option == OPT_pie)
      break;
  return target.isGlibc() ? OutputKind::Pie : OutputKind::StaticPie;
}

static std::vector<std::string> startObjects(const Toolchain &toolchain,
                                             llvm::ArrayRef<std::string> objects) {
  std::vector<std::string> paths;
  for (const std::string &object : objects)
    paths.push_back(toolchain.startObject(object));
  return paths;
}

// A process needs a single unwinder. glibc's pthread_exit, Rust's shared std and other libraries unwind with
// libgcc_s.so.1, and crash in a frame of a program with a second unwinder. Both runtimes have libgcc_s.so.1.
// -static-libgcc avoids it.
static std::vector<std::string> glibcLibraries(const CcInvocation &cc, bool cxx) {
  std::vector<std::string> libraries = {"-Bdynamic"}; // the caller's -Bstatic can still apply
  if (cc.has(OPT_static_libgcc))
    libraries.insert(libraries.end(), {"-lunwind", "--push-state", "--as-needed", "-ldl", "-lpthread"});
  else // prefer the static builtins to libgcc_s
    libraries.insert(libraries.end(), {"-lclang_rt.builtins", "--push-state", "--as-needed", "-lgcc_s"});
  if (cxx) // before glibc 2.34, libc++ needs these separate libraries
    libraries.insert(libraries.end(), {"-lm", "-lpthread", "-lrt"});
  libraries.push_back("--pop-state");
  if (cc.has(OPT_pthread))
    libraries.push_back("-lpthread");
  return libraries;
}

// The libraries for a caller that does not pass -nodefaultlibs.
static std::vector<std::string> defaultLibraries(const CcInvocation &cc, const Target &target) {
  std::vector<std::string> libraries;
  bool cxx = cc.cxx && !cc.has(OPT_nostdlibxx);
  if (cxx)
    libraries.push_back("-lc++");
  if (cc.has(OPT_fopenmp)) // not in the sysroot; the caller can have it
    libraries.push_back("-lomp");
  if (target.isGlibc())
    llvm::append_range(libraries, glibcLibraries(cc, cxx));
  else
    libraries.push_back("-lunwind");
  if (!cc.has(OPT_nolibc))
    libraries.push_back("-lc");
  return libraries;
}

// Whether the linked start code reads DT_RELR and the linker writes it. GNU ld does so only for x86.
static bool packsRelocations(const LinkPieces &pieces, const Target &target, const Toolchain &toolchain) {
  bool isFromSysroot = !pieces.start.empty() || toolchain.startObjects.count("rcrt1.o"); // musl 1.2.5
  bool writes = toolchain.linkerKind == LinkerKind::Lld || toolchain.linkerKind == LinkerKind::Mold;
  return writes && !target.isGlibc() && (isFromSysroot || toolchain.bringsRelr);
}

// As clang's driver does, also with -nostdlib; libc comes after it. On Linux no code refers to the part that
// writes a .profraw, so -u does (emitRuntimeHook() in LLVM's InstrProfiling.cpp).
static void addProfileRuntime(LinkPieces &pieces, const CcInvocation &cc, const Toolchain &toolchain) {
  ProfileRuntime runtime = profileRuntime(cc);
  if (runtime.option.empty())
    return;
  std::string options = "-lclang_rt.profile";
  pieces.libraries.push_back(options);
  bool hasReadLibc = toolchain.linkerKind == LinkerKind::Gnu && cc.has(OPT_nodefaultlibs);
  if (hasReadLibc && isOfRustc(cc.linkables())) { // rustc names libc before
    pieces.libraries.emplace_back("-lc");
    options += " -lc";
  }
  if (runtime.ofLlvm) {
    pieces.common.emplace_back("-u__llvm_profile_runtime");
    options = "-u__llvm_profile_runtime " + options;
  }
  pieces.notes.push_back({Note::Added, options, "it writes the counters of " + runtime.option});
}

LinkPieces linkPieces(const CcInvocation &cc, const Target &target, const Toolchain &toolchain) {
  const KindRow &kind = row(outputKind(cc, target));
  LinkPieces pieces{kind.kind, kind.forLinker, kind.forDriver, {}, {}, {}, {}, {}};

  std::string spelled;
  for (const CcArg &arg : cc.args)
    if (selectsKind(arg.option))
      spelled += (spelled.empty() ? "" : " ") + llvm::join(arg.spelling, " ");
  std::string options = llvm::join(kind.forLinker, " ");
  StringRef why = isStatic(kind.kind) && target.isGlibc() ? "a program without a libc" : kind.why;
  if (spelled.empty())
    pieces.notes.push_back({Note::Added, options, why.str()});
  else if (spelled != options)
    pieces.notes.push_back({Note::Changed, spelled, "to " + options + ", " + why.str()});

  if (kind.kind == OutputKind::Shared) {
    for (StringRef library : hiddenLibraries)
      pieces.common.push_back(("--exclude-libs=" + library).str());
    pieces.notes.push_back(
        {Note::Added, llvm::join(pieces.common, " "), "the library does not export symbols of these"});
  }
  if (kind.kind == OutputKind::Pie || kind.kind == OutputKind::Fixed) {
    std::string loader = ("--dynamic-linker=" + target.interpreter).str();
    pieces.common.push_back(loader);
    pieces.notes.push_back({Note::Added, loader, "the path of the loader on Lambda"});
  }
  bool relocatable = kind.kind == OutputKind::Relocatable;
  if (!relocatable)
    for (const Common &row : commonOptions) {
      pieces.common.push_back(row.option.str());
      pieces.notes.push_back({Note::Added, row.option.str(), row.why.str()});
    }
  if (!relocatable && !cc.has(OPT_nostdlib) && !cc.has(OPT_nostartfiles)) {
    pieces.start = startObjects(toolchain, kind.start);
    pieces.end = startObjects(toolchain, kind.end);
    pieces.notes.push_back({Note::Added, llvm::join(kind.start, " ") + " … " + llvm::join(kind.end, " "),
                            "the start objects of the sysroot, since the caller passes none"});
  }

  if (kind.kind == OutputKind::StaticPie && packsRelocations(pieces, target, toolchain)) {
    pieces.common.insert(pieces.common.end(), {"-z", "pack-relative-relocs"});
    pieces.notes.push_back({Note::Added, "-z pack-relative-relocs",
                            "relocations need a tenth of the space; the musl that is linked applies them"});
  }

  if (relocatable)
    return pieces;
  addProfileRuntime(pieces, cc, toolchain);
  if (cc.has(OPT_nostdlib))
    return pieces;
  std::vector<std::string> libraries;
  if (!cc.has(OPT_nodefaultlibs))
    libraries = defaultLibraries(cc, target);
  // rustc always passes -nodefaultlibs and has compiler_builtins. That lacks functions for C: complex
  // numbers, __cpu_model, __int128 overflow. This library is an archive, so it adds only functions that are
  // still undefined.
  libraries.emplace_back("-lclang_rt.builtins");
  pieces.notes.push_back(
      {Note::Added, llvm::join(libraries, " "),
       cc.has(OPT_nodefaultlibs) ? "compiler functions that C code can call" : "the default libraries"});
  llvm::append_range(pieces.libraries, libraries);
  return pieces;
}

} // namespace lambdacc
