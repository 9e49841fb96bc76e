//===- LdOptions.td - The ld options that the tools read ------------------===//
//
// An option without a row reaches the linker as written. So does an option with a row, unless LinkerRules.cpp
// has a rule for it: its row is here so that its value is not taken for a file.
//
//===----------------------------------------------------------------------===//
include "llvm/Option/OptParser.td"

class F<string name> : Flag<["--", "-"], name>;
// --name VALUE, --name=VALUE
multiclass Eq<string name> {
  def NAME : Separate<["--", "-"], name>;
  def NAME#_eq : Joined<["--", "-"], name # "=">, Alias<!cast<Separate>(NAME)>;
}
// -nVALUE, -n VALUE
class S<string name> : JoinedOrSeparate<["-"], name>;

// --name VALUE, --name=VALUE. With one dash, every linker reads it as -o and its value.
multiclass EqO<string name> {
  def NAME : Separate<["--"], name>;
  def NAME#_eq : Joined<["--"], name # "=">, Alias<!cast<Separate>(NAME)>;
}

// Our own options. They do not reach a linker.
def hash_hash_hash : Flag<["-"], "###">; // print the link and do not make it
def lambda_cc_tool : Joined<["--"], "lambda-cc-tool=">;     // the tool that clang's driver links for
def lambda_cc_linker : Joined<["--"], "lambda-cc-linker=">; // the linker to use

// Options that the plan reads.
def o : S<"o">;
defm output : EqO<"output">;
def m : S<"m">;
def L : S<"L">;
defm library_path : Eq<"library-path">;
def shared : F<"shared">;
def relocatable : F<"relocatable">;
def r : Flag<["-"], "r">;
def pie : F<"pie">;
def static : F<"static">;
def no_dynamic_linker : F<"no-dynamic-linker">;
def push_state : F<"push-state">;
def pop_state : F<"pop-state">;
def Bstatic : F<"Bstatic">;
def dn : F<"dn">, Alias<Bstatic>;
def Bdynamic : F<"Bdynamic">;
def dy : F<"dy">, Alias<Bdynamic>;
def call_shared : F<"call_shared">; // -Bdynamic

// Queries, without a link.
def help : F<"help">;
def print_output_format : F<"print-output-format">;
def print_sysroot : F<"print-sysroot">;
def target_help : F<"target-help">;
def version : F<"version">;

// The output is not an ELF file of the target.
def lto_emit : Joined<["--", "-"], "lto-emit-">;
defm oformat : EqO<"oformat">;

// Options with values that are not files.
def A : Separate<["-"], "A">;
def c : Separate<["-"], "c">;
def dT : Separate<["-"], "dT">;
defm assert_ : Eq<"assert">;
defm call_graph_ordering_file : Eq<"call-graph-ordering-file">;
defm compress_debug_sections : Eq<"compress-debug-sections">;
defm default_script : Eq<"default-script">;
defm hash_style : Eq<"hash-style">;
defm opt_remarks_filename : EqO<"opt-remarks-filename">;
defm out_implib : EqO<"out-implib">;
defm print_symbol_order : Eq<"print-symbol-order">;
defm trace_symbol : Eq<"trace-symbol">;
defm why_extract : Eq<"why-extract">;
def e : S<"e">;
def f : Separate<["-"], "f">;
def F_ : Separate<["-"], "F">;
def h : S<"h">;
def I : Separate<["-"], "I">;
def l : S<"l">;
def R : S<"R">;
def T : S<"T">;
def u : S<"u">;
def y : S<"y">;
def Y : Separate<["-"], "Y">;
def z : S<"z">;
def b : Separate<["-"], "b">;
defm audit : Eq<"audit">;
defm chroot : Eq<"chroot">;
defm defsym : Eq<"defsym">;
defm dependency_file : Eq<"dependency-file">;
defm dynamic_linker : Eq<"dynamic-linker">;
defm dynamic_list : Eq<"dynamic-list">;
defm entry : Eq<"entry">;
defm exclude_libs : Eq<"exclude-libs">;
defm export_dynamic_symbol : Eq<"export-dynamic-symbol">;
defm export_dynamic_symbol_list : Eq<"export-dynamic-symbol-list">;
defm filter : Eq<"filter">;
defm fini : Eq<"fini">;
defm format : Eq<"format">;
defm image_base : Eq<"image-base">;
defm init : Eq<"init">;
defm just_symbols : Eq<"just-symbols">;
defm library : Eq<"library">;
defm Map : Eq<"Map">;
defm load_pass_plugin : EqO<"load-pass-plugin">;
defm mllvm : Eq<"mllvm">;
defm plugin : Eq<"plugin">;
defm plugin_opt : Eq<"plugin-opt">;
defm reproduce : Eq<"reproduce">;
defm retain_symbols_file : Eq<"retain-symbols-file">;
defm rpath : Eq<"rpath">;
defm rpath_link : Eq<"rpath-link">;
defm script : Eq<"script">;
defm section_start : Eq<"section-start">;
defm soname : Eq<"soname">;
defm sort_section : Eq<"sort-section">;
defm symbol_ordering_file : Eq<"symbol-ordering-file">;
defm sysroot : Eq<"sysroot">;
defm Tbss : Eq<"Tbss">;
defm Tdata : Eq<"Tdata">;
defm Ttext : Eq<"Ttext">;
defm undefined : Eq<"undefined">;
defm unresolved_symbols : Eq<"unresolved-symbols">;
defm version_script : Eq<"version-script">;
defm wrap : Eq<"wrap">;

// Their names begin like -e VALUE.
def eh_frame_hdr : F<"eh-frame-hdr">;
def emit_relocs : F<"emit-relocs">;
def enable_new_dtags : F<"enable-new-dtags">;
def error_limit : Joined<["--", "-"], "error-limit=">;
def export_dynamic : F<"export-dynamic">;

// The linker prints the path of its output.
def M : Flag<["-"], "M">;
def print_map : F<"print-map">, Alias<M>;

// Options that not every linker knows. lib/plan/LinkerRules.cpp has the rule for each.
def flavor : Separate<["-"], "flavor">;
def dp : Flag<["-"], "dp">;
def d : Flag<["-"], "d">;
def g : Flag<["-"], "g">;
def G : S<"G">;
def i : Flag<["-"], "i">;
def t : Flag<["-"], "t">;
def Ur : Flag<["-"], "Ur">;
def w : Flag<["-"], "w">;
def Bgroup : F<"Bgroup">;
def Bsymbolic_non_weak_functions : F<"Bsymbolic-non-weak-functions">;
def non_shared : F<"non_shared">;
def accept_unknown_input_arch : F<"accept-unknown-input-arch">;
def no_accept_unknown_input_arch : F<"no-accept-unknown-input-arch">, Alias<accept_unknown_input_arch>;
def add_needed : F<"add-needed">;
def copy_dt_needed_entries : F<"copy-dt-needed-entries">, Alias<add_needed>;
def build_id_eq : Joined<["--", "-"], "build-id=">;
def call_graph_profile_sort : Joined<["--", "-"], "call-graph-profile-sort">;
def no_call_graph_profile_sort : F<"no-call-graph-profile-sort">, Alias<call_graph_profile_sort>;
def check_sections : F<"check-sections">;
def no_check_sections : F<"no-check-sections">, Alias<check_sections>;
def color_diagnostics : Joined<["--", "-"], "color-diagnostics">;
def no_color_diagnostics : F<"no-color-diagnostics">, Alias<color_diagnostics>;
def cref : F<"cref">;
def ctf_variables : F<"ctf-variables">;
def no_ctf_variables : F<"no-ctf-variables">, Alias<ctf_variables>;
def ctf_share_types : Joined<["--", "-"], "ctf-share-types=">, Alias<ctf_variables>;
def disable_multiple_abs_defs : F<"disable-multiple-abs-defs">;
def error_execstack : F<"error-execstack">;
def no_error_execstack : F<"no-error-execstack">, Alias<error_execstack>;
def no_warn_execstack : F<"no-warn-execstack">;
def error_rwx_segments : F<"error-rwx-segments">;
def no_error_rwx_segments : F<"no-error-rwx-segments">, Alias<error_rwx_segments>;
def warn_rwx_segments : F<"warn-rwx-segments">;
def no_warn_rwx_segments : F<"no-warn-rwx-segments">, Alias<warn_rwx_segments>;
def fix_cortex_a53_843419 : F<"fix-cortex-a53-843419">;
def fix_cortex_a53_835769 : F<"fix-cortex-a53-835769">;
def force_group_allocation : F<"force-group-allocation">;
def fortran_common : F<"fortran-common">;
def no_fortran_common : F<"no-fortran-common">, Alias<fortran_common>;
def gc_keep_exported : F<"gc-keep-exported">;
def gdb_index : F<"gdb-index">;
def icf : Joined<["--", "-"], "icf=">;
def ld_generated_unwind_info : F<"ld-generated-unwind-info">;
def no_ld_generated_unwind_info : F<"no-ld-generated-unwind-info">, Alias<ld_generated_unwind_info>;
def lto_O : Joined<["--", "-"], "lto-O">;
def mmap_output_file : F<"mmap-output-file">;
def no_mmap_output_file : F<"no-mmap-output-file">, Alias<mmap_output_file>;
def no_toc_optimize : F<"no-toc-optimize">;
def no_warn_mismatch : F<"no-warn-mismatch">;
def no_warn_search_mismatch : F<"no-warn-search-mismatch">;
def orphan_handling : Joined<["--"], "orphan-handling=">;
def pack_dyn_relocs : Joined<["--", "-"], "pack-dyn-relocs=">;
def print_memory_usage : F<"print-memory-usage">;
def reduce_memory_overheads : F<"reduce-memory-overheads">;
defm require_defined : Eq<"require-defined">;
def rosegment : F<"rosegment">;
def no_rosegment : F<"no-rosegment">;
def spare_dynamic_tags : Joined<["--", "-"], "spare-dynamic-tags=">;
def split_by_file : Joined<["--", "-"], "split-by-file">;
def split_by_reloc : Joined<["--", "-"], "split-by-reloc">, Alias<split_by_file>;
def thinlto : Joined<["--", "-"], "thinlto-">;
def threads : Joined<["--", "-"], "threads=">;
def traditional_format : F<"traditional-format">;
defm Ttext_segment : Eq<"Ttext-segment">;
def warn_alternate_em : F<"warn-alternate-em">;
def warn_constructors : F<"warn-constructors">;
def warn_multiple_gp : F<"warn-multiple-gp">;
def warn_section_align : F<"warn-section-align">;
def warn_textrel : F<"warn-textrel">;
def no_warnings : F<"no-warnings">, Alias<w>;
