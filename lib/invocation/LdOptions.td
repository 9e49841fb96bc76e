//===- LdOptions.td - The ld options that the shim reads --------------------===//
//
// An option that is not here reaches the linker as it was written. So does one that is here without Ours or Drop: it
// is listed so that its value is not taken for a file.
//
//===----------------------------------------------------------------------===//
include "llvm/Option/OptParser.td"

def grp_ours : OptionGroup<"ours">, HelpText<"for the shim itself">;
def grp_drop : OptionGroup<"drop">, HelpText<"not passed on">;
class Ours<string help> { OptionGroup Group = grp_ours; string HelpText = help; }
class Drop<string why> { OptionGroup Group = grp_drop; string HelpText = why; }  // -### prints why

class F<string name> : Flag<["--", "-"], name>;
// --name VALUE, --name=VALUE
multiclass Eq<string name> {
  def NAME : Separate<["--", "-"], name>;
  def NAME#_eq : Joined<["--", "-"], name # "=">, Alias<!cast<Separate>(NAME)>;
}
// -nVALUE, -n VALUE
class S<string name> : JoinedOrSeparate<["-"], name>;

def hash_hash_hash : Flag<["-"], "###">, Ours<"print the link, do not do it">;

// What the plan asks for.
def o : S<"o">;
defm output : Eq<"output">;
def m : S<"m">;
def L : S<"L">;
defm library_path : Eq<"library-path">;
def shared : F<"shared">;
def relocatable : F<"relocatable">;
def r : Flag<["-"], "r">;
def pie : F<"pie">;
def static : F<"static">;
def no_dynamic_linker : F<"no-dynamic-linker">;
def Bdynamic : F<"Bdynamic">;
def dy : F<"dy">, Alias<Bdynamic>;
def call_shared : F<"call_shared">, Alias<Bdynamic>;

// Their values are no files.
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

// rustc says it to a linker of the flavour ld.lld, for an lld that is four linkers in one (callers.md R2).
def flavor : Separate<["-"], "flavor">, Drop<"this is GNU's flavour and no other">;

// GNU ld's alone. ld.lld 19 fails on each.
def no_ld_generated_unwind_info : F<"no-ld-generated-unwind-info">,
    Drop<"GNU ld only; ld.lld writes no unwind tables of its own">;
def ld_generated_unwind_info : F<"ld-generated-unwind-info">,
    Drop<"GNU ld only; ld.lld writes no unwind tables of its own">;
def copy_dt_needed_entries : F<"copy-dt-needed-entries">,
    Drop<"GNU ld only; ld.lld never links what a library needs in its place">;
def no_add_needed : F<"no-add-needed">,
    Drop<"GNU ld only, an old name of --no-copy-dt-needed-entries, which is what ld.lld does">;
def accept_unknown_input_arch : F<"accept-unknown-input-arch">,
    Drop<"GNU ld only; an object of another machine never runs on Lambda">;
