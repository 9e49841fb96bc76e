// Measured with ld.lld 19.1.7, mold 1.10.1 and GNU ld 2.40: each row is an option of one linker that another
// rejects or warns about.
#include "LinkerRules.h"
#include "CcRules.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;
using llvm::Triple;

namespace lambdacc {
using namespace ldopt;

namespace {
enum Linkers : unsigned { Lld = 1, Mold = 2, Gnu = 4, Any = 7 };

struct Row {
  ID option;
  StringRef value; ///< only for this value of the option, if not ""
  unsigned linkers;
  StringRef instead; ///< the replacement, followed by the value if it ends in =; "" to drop it
  StringRef why;
};
} // namespace

// clang-format off
static constexpr Row rows[] = {
    // rustc passes it to a linker of the flavour ld.lld, because lld is four linkers in one
    // (docs/requirements.md R2).
    {OPT_flavor, "", Any, "", "the linker is always the GNU flavour"},

    // In GNU ld only.
    {OPT_require_defined, "", Lld, "--undefined=", "the nearest in ld.lld; it does not require a definition"},
    {OPT_Ttext_segment,   "", Lld | Mold, "--image-base=", "the other linkers' name for it"},
    {OPT_I,               "", Lld, "--dynamic-linker=", "ld.lld's name for it"},
    {OPT_i,               "", Lld | Mold, "-r", "the other name for it"},
    {OPT_Ur,              "", Lld | Mold, "-r", "-Ur also collects constructors, which .init_array replaced"},
    {OPT_call_shared,     "", Mold, "-Bdynamic", "mold's name for it"},
    {OPT_non_shared,      "", Mold, "-Bstatic", "mold's name for it"},
    {OPT_t,               "", Mold, "--trace", "mold's name for it"},
    {OPT_ld_generated_unwind_info,  "", Lld | Mold, "", "GNU ld only; the others write no unwind tables of their own"},
    {OPT_add_needed,                "", Lld | Mold, "", "GNU ld only; the others link only libraries that are named"},
    {OPT_accept_unknown_input_arch, "", Lld | Mold, "", "GNU ld only; an object of another machine never runs on Lambda"},
    {OPT_no_warn_execstack,         "", Lld, "", "ld.lld has no such warning: the stack is executable only with -z execstack"},
    {OPT_error_execstack,           "", Any, "", "GNU ld 2.42 only; the stack is executable only where the link sets it"},
    {OPT_error_rwx_segments,        "", Any, "", "GNU ld 2.42 only; the others make no such segments"},
    {OPT_warn_rwx_segments,         "", Lld | Mold, "", "GNU ld only; the others make no such segments"},
    {OPT_Bgroup,                    "", Lld | Mold, "", "GNU ld only; no loader on Lambda reads it"},
    {OPT_disable_multiple_abs_defs, "", Lld | Mold, "", "GNU ld only, for symbols read with --just-symbols"},
    {OPT_gc_keep_exported,          "", Lld | Mold, "", "GNU ld only; the others keep what is exported"},
    {OPT_reduce_memory_overheads,   "", Lld | Mold, "", "GNU ld only; it changes nothing in the output"},
    {OPT_split_by_file,             "", Lld | Mold, "", "GNU ld only, for formats with small sections"},
    {OPT_traditional_format,        "", Lld | Mold, "", "GNU ld only; the others have one format"},
    {OPT_ctf_variables,             "", Lld | Mold, "", "GNU ld only; nothing on Lambda reads CTF"},
    {OPT_spare_dynamic_tags,        "", Lld, "", "space for prelink, which is out of use"},
    {OPT_Y,                         "", Lld | Mold, "", "a Solaris option that GNU ld ignores"},
    {OPT_dp,                        "", Lld, "", "common symbols always get space in a program"},
    {OPT_warn_alternate_em,         "", Lld | Mold, "", "a warning that only GNU ld has"},
    {OPT_warn_constructors,         "", Lld, "", "a warning that only GNU ld has"},
    {OPT_warn_multiple_gp,          "", Lld | Mold, "", "a warning that only GNU ld has"},
    {OPT_warn_section_align,        "", Lld | Mold, "", "a warning that only GNU ld has"},
    {OPT_warn_textrel,              "", Lld, "", "ld.lld fails where this would warn"},
    {OPT_no_warn_search_mismatch,   "", Lld | Mold, "", "a warning that only GNU ld has"},
    {OPT_z, "unique-symbol",          Lld | Mold, "", "GNU ld only, for tools that distinguish local symbols by name"},
    {OPT_z, "ibt",                    Lld, "", "ld.lld marks the output if all inputs are marked"},
    {OPT_z, "ibtplt",                 Lld | Mold, "", "GNU ld only; no host of Lambda checks it"},
    {OPT_z, "indirect-extern-access", Lld | Mold, "", "GNU ld only; a mark for glibc 2.35 that changes no code"},

    // In ld.lld and GNU ld, not in mold.
    {OPT_w,                       "", Mold, "", "mold has no such option"},
    {OPT_d,                       "", Mold, "", "common symbols always get space in a program"},
    {OPT_g,                       "", Mold, "", "the others ignore it"},
    {OPT_G,                       "", Mold, "", "for machines with a small data section"},
    {OPT_cref,                    "", Mold, "", "mold has no such table"},
    {OPT_orphan_handling,         "", Mold, "", "mold reads no section layout, so it leaves no section out"},
    {OPT_print_memory_usage,      "", Mold, "", "mold reads no memory layout"},
    {OPT_check_sections,          "", Mold, "", "mold places sections itself, and they never overlap"},
    {OPT_force_group_allocation,  "", Mold, "", "mold always does it"},
    {OPT_no_warn_mismatch,        "", Mold, "", "mold has no such option"},
    {OPT_no_toc_optimize,         "", Mold | Gnu, "", "ld.lld only, for PowerPC"},
    {OPT_z, "nostart-stop-gc",    Mold, "", "mold has no such option"},
    {OPT_z, "start-stop-gc",      Mold, "", "mold has no such option"},
    {OPT_z, "global",             Mold, "", "mold has no such option"},
    {OPT_z, "rodynamic",          Mold | Gnu, "", "ld.lld only, for debuggers of Fuchsia"},
    {OPT_z, "nognustack",         Mold | Gnu, "", "ld.lld only, for systems other than Linux"},
    {OPT_z, "wxneeded",           Mold | Gnu, "", "ld.lld only, for OpenBSD"},

    // In ld.lld and mold, not in GNU ld.
    {OPT_rosegment,    "", Gnu, "-zseparate-code", "GNU ld's name for it"},
    {OPT_no_rosegment, "", Gnu, "-znoseparate-code", "GNU ld's name for it"},
    {OPT_image_base,   "", Gnu, "-Ttext-segment=", "GNU ld's name for it"},
    {OPT_pack_dyn_relocs, "relr", Gnu, "-zpack-relative-relocs", "GNU ld's name for it"},
    {OPT_pack_dyn_relocs, "none", Gnu, "", "it is GNU ld's default"},
    {OPT_build_id_eq, "fast", Mold | Gnu, "--build-id", "the others' name for it"},
    {OPT_Bsymbolic_non_weak_functions, "", Mold | Gnu, "-Bsymbolic-functions", "the nearest that the others have"},
    {OPT_call_graph_profile_sort,      "", Mold | Gnu, "", "ld.lld only; it orders functions and changes no code"},
    {OPT_fortran_common,    "", Mold | Gnu, "", "ld.lld only, for Fortran's common symbols in archives"},
    {OPT_mmap_output_file,  "", Mold | Gnu, "", "ld.lld only; it changes nothing in the output"},
    {OPT_color_diagnostics, "", Gnu, "", "GNU ld has no colours"},
    {OPT_gdb_index,         "", Gnu, "", "GNU ld writes no index; debuggers make their own"},
    {OPT_icf,               "", Gnu, "", "GNU ld folds no functions"},
    {OPT_lto_O,             "", Gnu, "", "GNU ld has no LTO for LLVM"},
    {OPT_thinlto,           "", Gnu, "", "GNU ld has no LTO for LLVM"},
    {OPT_plugin,            "", Gnu, "", "GNU ld has no LTO for LLVM"},
    {OPT_plugin_opt,        "", Gnu, "", "GNU ld has no LTO for LLVM"},
    {OPT_threads,           "", Gnu, "", "GNU ld has one thread"},

    // gcc of some distributions adds it; ld.lld does not know it (docs/requirements.md R35).
    {OPT_fix_cortex_a53_835769, "", Lld, "", "Lambda's arm processors are not Cortex-A53"},
};
// clang-format on

static unsigned bit(LinkerKind linker) {
  switch (linker) {
  case LinkerKind::Lld:
    return Lld;
  case LinkerKind::Mold:
    return Mold;
  case LinkerKind::Gnu:
    return Gnu;
  case LinkerKind::Other:
    return 0; // a linker of the user's choice: it gets the options as written
  }
  llvm_unreachable("all linkers are above");
}

// Whether a sysroot for glibc has this library only as a shared one.
static bool isPartOfGlibc(StringRef library) {
  constexpr StringRef names[] = {"c", "m", "pthread", "dl", "rt", "util", "resolv", "anl", "gcc_s"};
  return llvm::is_contained(names, library);
}

LinkerDecision decideForLinker(const LdArg &arg, const LinkContext &context) {
  if (arg.option == OPT_INPUT) // no row is for files, and a link can have 10,000
    return {};
  // rustc passes it before libraries that users want shared, also in static programs (docs/requirements.md
  // R14, R15). ld.lld would then prefer lib*.so, and write a DT_NEEDED into a program without a loader.
  if ((arg.option == OPT_Bdynamic || arg.option == OPT_call_shared) && context.isStatic)
    return {"a static program links no shared library", {}};
  if ((arg.option == OPT_dynamic_linker || arg.option == OPT_I) && context.isStatic)
    return {"a static program has no loader", {}};
  // A loader reads these relocations from glibc 2.36 on. A program with them must then need
  // GLIBC_ABI_DT_RELR.
  bool packs = (arg.option == OPT_z && arg.value == "pack-relative-relocs") ||
               (arg.option == OPT_pack_dyn_relocs && arg.value.ends_with("relr"));
  if (packs && context.target.isGlibc() && context.target.glibc < llvm::VersionTuple(2, 36))
    return {"the loader of this glibc does not apply them", {}};
  if ((arg.option == OPT_L || arg.option == OPT_library_path) && isHostFolder(arg.value))
    return {hostFolderReason, {}};
  // Build scripts pass the folder of -print-file-name=libstdc++.a with -L, and clang's driver passes it, too.
  // The caller's own libraries, and those of this ceiling, must come first.
  bool isFolder = arg.option == OPT_L || arg.option == OPT_library_path;
  if (isFolder && arg.value.starts_with(context.sysroot.str() + "/"))
    return {"the sysroot's folders are searched last, and only those of this ceiling", {}};
  // rustc 1.98 passes it for every aarch64 target. For another target, ld.lld and GNU ld reject it
  // (docs/requirements.md R35).
  bool isArm = context.target.arch == Triple::aarch64;
  if ((arg.option == OPT_fix_cortex_a53_843419 || arg.option == OPT_fix_cortex_a53_835769) && !isArm)
    return {"it is for arm processors", {}};

  // pkg-config --static puts them between -Bstatic and -Bdynamic. The caller's folders with an archive of
  // that name still come first.
  if (arg.namesLibrary() && !arg.shared && context.target.isGlibc() && !context.isStatic &&
      isPartOfGlibc(arg.value))
    return {"the sysroot has only the shared glibc", {"-Bdynamic", ("-l" + arg.value).str(), "-Bstatic"}};

  for (const Row &row : rows) {
    if (row.option != arg.option || !(row.linkers & bit(context.linker)) ||
        (!row.value.empty() && row.value != arg.value))
      continue;
    if (row.instead.empty())
      return {row.why, {}};
    return {row.why, {row.instead.ends_with("=") ? (row.instead + arg.value).str() : row.instead.str()}};
  }
  return {};
}

} // namespace lambdacc
