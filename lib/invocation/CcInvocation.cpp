// clang's table has the arity of its options. The short table here has the use of options for which clang's
// groups do not give it.
#include "CcInvocation.h"
#include "OptionTable.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Support/Path.h"

using llvm::ArrayRef;
using llvm::StringRef;
using namespace llvm::opt; // for the names of flags and kinds in the generated table
using namespace clang::driver::options;

#undef PREFIX_UNION                 // parseCc() uses its own
#include "clang/Driver/Options.inc" // the prefixes
#undef PREFIX

static constexpr OptTable::Info rows[] = {
#define OPTION(...) OPTION_ROW(__VA_ARGS__),
#include "clang/Driver/Options.inc"
#undef OPTION
};

namespace lambdacc {

// Options with another use than their group. Most of -f and some of -m do not affect a link, but LTO,
// sanitizers and profiles do. An option in neither table nor group is for the driver.
// clang-format off
static constexpr struct { ID option; Use use; } uses[] = {
    {OPT_o, Use::Both}, {OPT_x, Use::Both}, {OPT__HASH_HASH_HASH, Use::Both}, {OPT_target, Use::Both},
    {OPT_target_legacy_spelling, Use::Both}, {OPT__sysroot_EQ, Use::Both}, {OPT_isysroot, Use::Both},
    {OPT_resource_dir, Use::Both}, {OPT_resource_dir_EQ, Use::Both}, {OPT_stdlib_EQ, Use::Both},
    {OPT_gcc_toolchain, Use::Both}, {OPT_gcc_install_dir_EQ, Use::Both}, {OPT_gcc_triple_EQ, Use::Both},
    {OPT_pthread, Use::Both}, {OPT_pipe, Use::Both}, {OPT_m64, Use::Both}, {OPT_m32, Use::Both}, {OPT_mx32, Use::Both},
    {OPT_Qunused_arguments, Use::Both}, {OPT_w, Use::Both}, {OPT_fuse_ld_EQ, Use::Link},

    {OPT_L, Use::Link}, {OPT_l, Use::Link}, {OPT_Wl_COMMA, Use::Link}, {OPT_Xlinker, Use::Link}, {OPT_z, Use::Link},
    {OPT_B, Use::Link}, {OPT_s, Use::Link}, {OPT_r, Use::Link}, {OPT_e, Use::Link}, {OPT_t, Use::Link},
    {OPT_T_Group, Use::Link}, {OPT_u, Use::Link}, {OPT_rdynamic, Use::Link}, {OPT_ld_path_EQ, Use::Link}, {OPT_rpath, Use::Link},
    {OPT_static, Use::Link}, {OPT_static_pie, Use::Link}, {OPT_shared, Use::Link}, {OPT_pie, Use::Link},
    {OPT_no_pie, Use::Link}, {OPT_nostartfiles, Use::Link}, {OPT_nodefaultlibs, Use::Link}, {OPT_nostdlib, Use::Link},
    {OPT_nolibc, Use::Link}, {OPT_nostdlibxx, Use::Link}, {OPT_static_libgcc, Use::Link}, {OPT_shared_libgcc, Use::Link},
    {OPT_static_libstdcxx, Use::Link}, {OPT_rtlib_EQ, Use::Link}, {OPT_unwindlib_EQ, Use::Link},

    {OPT_gz, Use::Driver}, {OPT_gz_EQ, Use::Driver}, // also compresses debug sections of the output

    {OPT_fPIC, Use::Compile}, {OPT_fpic, Use::Compile}, {OPT_fPIE, Use::Compile}, {OPT_fpie, Use::Compile},
    {OPT_fno_PIC, Use::Compile}, {OPT_fno_pic, Use::Compile}, {OPT_fno_PIE, Use::Compile}, {OPT_fno_pie, Use::Compile},
    {OPT_ffunction_sections, Use::Compile}, {OPT_fdata_sections, Use::Compile}, {OPT_fvisibility_EQ, Use::Compile},
    {OPT_fomit_frame_pointer, Use::Compile}, {OPT_fno_omit_frame_pointer, Use::Compile},
    {OPT_fexceptions, Use::Compile}, {OPT_fno_exceptions, Use::Compile}, {OPT_frtti, Use::Compile},
    {OPT_fno_rtti, Use::Compile}, {OPT_fstack_protector, Use::Compile}, {OPT_fstack_protector_strong, Use::Compile},
    {OPT_fno_stack_protector, Use::Compile}, {OPT_fno_strict_aliasing, Use::Compile}, {OPT_fcommon, Use::Compile},
    {OPT_fno_common, Use::Compile}, {OPT_fwrapv, Use::Compile}, {OPT_fno_plt, Use::Compile},
    {OPT_pg, Use::Compile}, // musl does not have gcrt1.o
};
// clang-format on

// Extensions of files that clang compiles. All other files are for the linker (clang's lib/Driver/Types.cpp).
static constexpr StringRef sourceEndings[] = {
    "c",  "C",  "cc",  "CC",  "cp",  "cpp",  "CPP", "cxx",  "CXX", "c++", "C++", "i",   "ii",  "m",   "mi",
    "mm", "M",  "mii", "h",   "H",   "hh",   "hpp", "hxx",  "s",   "S",   "asm", "ll",  "bc",  "ast", "pcm",
    "cl", "cu", "hip", "cui", "ixx", "cppm", "ccm", "cxxm", "f",   "F",   "f90", "F90", "for", "rs",  "iim",
};

static Use useOf(const llvm::opt::Arg &arg) {
  const llvm::opt::Option &option = arg.getOption();
  for (const auto &row : uses)
    if (option.matches(row.option))
      return row.use;
  if (option.matches(OPT_Action_Group))
    return Use::Both;
  if (option.matches(OPT_f_Group) || option.matches(OPT_f_clang_Group) || option.matches(OPT_cuda_Group))
    return Use::Driver;
  if (option.matches(OPT_CompileOnly_Group) || option.matches(OPT_pedantic_Group))
    return Use::Compile;
  return Use::Driver;
}

// Whether the steps end before the link. -M and -MM are not actions in clang's table, but imply -E. Nor is
// --analyze, which compiles nothing.
static bool endsBeforeLink(const llvm::opt::Arg &arg) {
  return arg.getOption().matches(OPT_Action_Group) || arg.getOption().matches(OPT_M) ||
         arg.getOption().matches(OPT_MM) || arg.getOption().matches(OPT__analyze);
}

static bool isQuery(const llvm::opt::Arg &arg) {
  return arg.getSpelling().starts_with("-print-") || arg.getSpelling().starts_with("--print-") ||
         arg.getOption().matches(OPT_dumpmachine) || arg.getOption().matches(OPT_dumpversion);
}

// Whether the file is a header: it is compiled to a file of its own, and nothing is linked.
static bool isHeader(StringRef file, StringRef language) {
  if (!language.empty() && language != "none")
    return language.ends_with("-header");
  constexpr StringRef endings[] = {".h", ".H", ".hh", ".hpp", ".hxx"};
  return llvm::is_contained(endings, llvm::sys::path::extension(file));
}

static bool isSource(StringRef file, StringRef language) {
  if (!language.empty() && language != "none")
    return true;
  return file == "-" || llvm::is_contained(sourceEndings, llvm::sys::path::extension(file).ltrim('.'));
}

// Turns options on the kind of output that are passed to the linker, such as -Wl,-pie, into options of cc,
// before the argument that contained them. The start objects depend on them.
static std::vector<CcArg> splitKindOptions(std::vector<CcArg> args) {
  constexpr struct {
    StringRef spelling;
    ID option;
  } kinds[] = {{"-pie", OPT_pie},        {"--pie", OPT_pie},      {"-no-pie", OPT_no_pie},
               {"--no-pie", OPT_no_pie}, {"-shared", OPT_shared}, {"--shared", OPT_shared}};
  std::vector<CcArg> split;
  split.reserve(args.size());
  for (CcArg &arg : args) {
    if (arg.option == OPT_Wl_COMMA || arg.option == OPT_Xlinker)
      llvm::erase_if(arg.values, [&](StringRef value) {
        auto kind = llvm::find_if(kinds, [&](const auto &row) { return row.spelling == value; });
        if (kind == std::end(kinds))
          return false;
        split.push_back({kind->option, Use::Link, {value}, {}});
        return true;
      });
    if (!arg.values.empty() || (arg.option != OPT_Wl_COMMA && arg.option != OPT_Xlinker))
      split.push_back(std::move(arg));
  }
  return split;
}

// gcc passes a joined -emain or -znow to the linker. clang 19 knows these forms only for Solaris.
static void readAsGcc(CcArg &arg) {
  if (arg.option != OPT_UNKNOWN || arg.spelling.size() != 1)
    return;
  for (auto [name, option] : {std::pair<StringRef, ID>{"-e", OPT_e}, {"-z", OPT_z}})
    if (StringRef value = arg.spelling[0]; value.consume_front(name) && !value.empty())
      arg = {option, Use::Link, arg.spelling, {value}};
}

// Whether clang runs gcc for the file: Fortran, Ada, and two obsolete languages (clang's lib/Driver/Types.cpp
// and ToolChains/Gnu.cpp).
static bool isForGcc(StringRef file, StringRef language) {
  constexpr StringRef languages[] = {"f95", "f95-cpp-input", "ada", "java", "treelang"};
  constexpr StringRef endings[] = {"f",   "F",   "f90", "F90", "f95", "F95", "f03", "F03",
                                   "f08", "F08", "for", "FOR", "fpp", "FPP", "adb", "ads"};
  if (!language.empty() && language != "none")
    return llvm::is_contained(languages, language);
  return llvm::is_contained(endings, llvm::sys::path::extension(file).ltrim('.'));
}

// A fast path: most files of a link have these extensions.
static bool isObject(StringRef file) {
  return file.ends_with(".o") || file.ends_with(".rlib") || file.ends_with(".a");
}

// clang's table also has the options of cl.exe, which can begin with a slash. They are excluded, because each
// absolute path would be looked up among them.
static constexpr llvm::StringLiteral prefixes[] = {"-", "--"};

CcInvocation parseCc(ArrayRef<const char *> argv, bool cxx, llvm::StringSaver &saver) {
  static const OptionTable table(rows, prefixes);
  unsigned missingIndex, missingCount;
  llvm::opt::InputArgList list =
      table.ParseArgs(argv, missingIndex, missingCount, llvm::opt::Visibility(ClangOption));
  // An option without its value can only be the last.
  size_t end = missingCount ? missingIndex : argv.size();

  CcInvocation cc{.cxx = cxx};
  bool compiles = false, queries = false;
  StringRef header;
  bool hasOtherFile = false;
  StringRef language;
  std::vector<const llvm::opt::Arg *> parsed(list.begin(), list.end());
  cc.args.reserve(parsed.size());
  auto addFile = [&](StringRef spelling, StringRef file) {
    if (language.empty() && isObject(file)) {
      hasOtherFile = true;
      cc.args.push_back({OPT_INPUT, Use::Linkable, {spelling}, {file}});
      return;
    }
    cc.args.push_back(
        {OPT_INPUT, isSource(file, language) ? Use::Source : Use::Linkable, {spelling}, {file}});
    if (!isHeader(file, language))
      hasOtherFile = true;
    else if (header.empty())
      header = file;
    if (cc.gccSource.empty() && isForGcc(file, language))
      cc.gccSource = file;
  };
  // LLVM's parser skips empty arguments. clang takes them for a file that does not exist.
  for (size_t index = 0; index < (parsed.empty() ? end : parsed[0]->getIndex()); ++index)
    addFile(argv[index], argv[index]);
  for (size_t i = 0; i < parsed.size(); ++i) {
    const llvm::opt::Arg &arg = *parsed[i];
    ID option = ID(arg.getOption().getID());
    if (option == OPT__DASH_DASH) { // all that follows are files; ./ keeps the next program from reading one
                                    // as an option
      for (StringRef file : arg.getValues())
        addFile(saver.save(file.starts_with("-") ? "./" + file : file), file);
      continue;
    }
    // A link can have 10,000 objects: skip the table for files.
    CcArg out{option, option == OPT_INPUT ? Use::Linkable : useOf(arg), {}, {}};
    for (const char *value : arg.getValues())
      out.values.push_back(saver.save(StringRef(value)));
    size_t next = i + 1 < parsed.size() ? parsed[i + 1]->getIndex() : end;
    for (size_t index = arg.getIndex(); index < next; ++index)
      out.spelling.push_back(argv[index]);

    if (out.option == OPT_INPUT) {
      addFile(out.spelling[0], out.value());
      cc.args.back().spelling = out.spelling; // includes empty arguments after it
      continue;
    }
    if (out.option == OPT_x)
      language = out.value();
    if (out.option == OPT_driver_mode) // another program's way to call one clang as both compilers
      cc.cxx = out.value() == "g++";
    compiles |= endsBeforeLink(arg);
    queries |= isQuery(arg);
    cc.dryRun |= out.option == OPT__HASH_HASH_HASH;
    cc.args.push_back(std::move(out));
  }
  for (size_t index = end; index < argv.size(); ++index)
    cc.args.push_back({OPT_UNKNOWN, Use::Driver, {argv[index]}, {}});

  bool hasInput = cc.uses(Use::Source) || cc.uses(Use::Linkable) || cc.has(OPT_l) || cc.has(OPT_Wl_COMMA) ||
                  cc.has(OPT_Xlinker);
  cc.missingValues = missingCount;
  if (!compiles && hasOtherFile)
    cc.headerInLink = header;
  compiles |= !header.empty();
  if (hasInput && !queries && !cc.missingValues)
    cc.step = compiles ? CcInvocation::Step::Compile : CcInvocation::Step::Link;
  if (cc.step == CcInvocation::Step::Link) {
    llvm::for_each(cc.args, readAsGcc);
    cc.args = splitKindOptions(std::move(cc.args));
  }
  return cc;
}

bool CcInvocation::has(ID option) const {
  return llvm::any_of(args, [&](const CcArg &arg) { return arg.option == option; });
}

bool CcInvocation::uses(Use use) const {
  return llvm::any_of(args, [&](const CcArg &arg) { return arg.use == use; });
}

StringRef CcInvocation::last(ID option) const {
  for (const CcArg &arg : llvm::reverse(args))
    if (arg.option == option)
      return arg.value();
  return "";
}

std::vector<StringRef> CcInvocation::linkerArgs() const {
  std::vector<StringRef> values;
  for (const CcArg &arg : args)
    if (arg.option == OPT_Wl_COMMA || arg.option == OPT_Xlinker)
      values.insert(values.end(), arg.values.begin(), arg.values.end());
  return values;
}

std::vector<StringRef> CcInvocation::linkables() const {
  std::vector<StringRef> files;
  for (const CcArg &arg : args)
    if (arg.use == Use::Linkable)
      files.push_back(arg.value());
  return files;
}

} // namespace lambdacc
