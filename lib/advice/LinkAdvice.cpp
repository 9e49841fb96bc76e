#include "LinkAdvice.h"
#include "ForeignSymbols.h"
#include "LibraryAdvice.h"
#include "LinkerMessages.h"
#include "OwnLibraries.h"
#include "Text.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <utility>

using llvm::StringRef;

namespace lambdacc {

namespace {
// How the symbols of a library of C begin.
struct Symbols {
  llvm::StringLiteral prefix;
  llvm::StringLiteral library; ///< as -l names it
};
} // namespace

// clang-format off
static constexpr Symbols symbols[] = {
    {"PQ", "pq"}, {"mysql_", "mysqlclient"}, {"sqlite3_", "sqlite3"}, {"SQLAlloc", "odbc"},
    {"SSL_", "ssl"}, {"EVP_", "crypto"}, {"X509_", "crypto"}, {"BIO_", "crypto"}, {"OPENSSL_", "crypto"},
    {"inflate", "z"}, {"deflate", "z"}, {"BZ2_", "bz2"}, {"lzma_", "lzma"}, {"ZSTD_", "zstd"}, {"LZ4_", "lz4"},
    {"curl_", "curl"}, {"nghttp2_", "nghttp2"}, {"ssh_new", "ssh"}, {"libssh2_", "ssh2"}, {"git_", "git2"}, {"rd_kafka_", "rdkafka"},
    {"xmlFree", "xml2"}, {"XML_", "expat"}, {"pcre2_", "pcre2-8"}, {"onig_", "onig"}, {"lua_", "lua"}, {"Py_", "python3"}, {"PyObject_", "python3"},
    {"udev_", "udev"}, {"dbus_", "dbus-1"}, {"libusb_", "usb-1.0"}, {"sd_journal_", "systemd"}, {"sd_notify", "systemd"}, {"snd_", "asound"},
    {"FT_", "freetype"}, {"FcInit", "fontconfig"}, {"FcConfig", "fontconfig"}, {"FcPattern", "fontconfig"}, {"hb_", "harfbuzz"}, {"png_", "png16"}, {"jpeg_", "jpeg"}, {"WebP", "webp"},
    {"__gmp", "gmp"}, {"cblas_", "blas"}, {"GDAL", "gdal"}, {"GEOS", "geos"}, {"proj_", "proj"}, {"H5F", "hdf5"}, {"H5open", "hdf5"},
    {"sodium_", "sodium"}, {"crypto_secretbox", "sodium"}, {"crypto_box", "sodium"}, {"crypto_sign", "sodium"}, {"rocksdb_", "rocksdb"},
    // What gcc's and clang's own options call
    {"GOMP_", "gomp"}, {"omp_", "omp"}, {"__kmpc_", "omp"}, {"quadmath_", "quadmath"},
    {"__asan_", "asan"}, {"__ubsan_", "ubsan"}, {"__tsan_", "tsan"}, {"__lsan_", "lsan"}, {"__gcov_", "gcov"},
    // What gcc's objects call of libgcc, and compiler-rt 19 lacks: __builtin_clrsb, _Float16, __bf16, _Decimal64, -fsplit-stack and
    // -mcall-ms2sysv-xlogues; from GCC 14 on _BitInt, -fharden-control-flow-redundancy, -fstrub= and -ftrampoline-impl=heap
    {"__clrsb", "gcc"}, {"__mulhc3", "gcc"}, {"__divhc3", "gcc"}, {"__eqhf2", "gcc"}, {"__nehf2", "gcc"},
    {"__extendhfdf2", "gcc"}, {"__extendhfxf2", "gcc"}, {"__truncxfhf2", "gcc"},
    {"__fixhfti", "gcc"}, {"__fixunshfti", "gcc"}, {"__floattihf", "gcc"}, {"__floatuntihf", "gcc"}, {"__bid_", "gcc"},
    {"__trunchfbf2", "gcc"}, {"__trunctfbf2", "gcc"}, {"__truncxfbf2", "gcc"}, {"__floatdibf", "gcc"}, {"__floatundibf", "gcc"},
    {"__floattibf", "gcc"}, {"__floatuntibf", "gcc"}, {"__morestack", "gcc"}, {"__avx_savms64", "gcc"}, {"__sse_savms64", "gcc"},
    {"__mulbitint3", "gcc"}, {"__divmodbitint4", "gcc"}, {"__floatbitint", "gcc"}, {"__fixsfbitint", "gcc"}, {"__fixdfbitint", "gcc"},
    {"__fixxfbitint", "gcc"}, {"__fixtfbitint", "gcc"}, {"__hardcfr_", "gcc"}, {"__strub_", "gcc"}, {"__gcc_nested_func_ptr_", "gcc"},
    // Libraries of glibc's, apart from libc before 2.34
    {"pthread_", "pthread"}, {"sem_init", "pthread"}, {"sem_open", "pthread"}, {"sem_post", "pthread"}, {"sem_wait", "pthread"},
    {"dladdr", "dl"}, {"dlclose", "dl"}, {"dlerror", "dl"}, {"dlopen", "dl"}, {"dlsym", "dl"},
    {"shm_open", "rt"}, {"shm_unlink", "rt"}, {"mq_open", "rt"}, {"timer_create", "rt"}, {"openpty", "util"}, {"forkpty", "util"},
};
// clang-format on

//===- Libraries ------------------------------------------------------------===//

// The file by which a crate is in the link: libpq_sys-1a2b.rlib for "pq-sys 0.7 (diesel's postgres)".
static StringRef crateInLink(StringRef crates, llvm::ArrayRef<StringRef> inputs) {
  for (StringRef crate : llvm::split(crates, ", ")) {
    std::string name = underscored(crate.split(' ').first);
    for (StringRef input : inputs)
      if (!name.empty() && llvm::sys::path::filename(input).starts_with("lib" + name + "-"))
        return llvm::sys::path::filename(input);
  }
  return "";
}

static void adviseOnLibrary(StringRef name, const FailedLink &link, std::vector<std::string> &lines) {
  const LibraryAdvice *row = adviceOnLibrary(name);
  if (StringRef file = row ? crateInLink(row->crate, link.inputs) : ""; !file.empty())
    lines.push_back(text("-l{} is from {}", {name, file}));
  if (std::string how = link.ownLibraries.empty() ? howToInstall(name) : ""; !how.empty())
    lines.push_back(std::move(how));
  llvm::append_range(lines, cureFor(name));
  if (std::string file = link.sharedLibrary(name); !file.empty())
    lines.push_back(text("{} is a shared library, and this link is static: build lib{}.a for {}",
                         {file, name, link.triple}));
  else if (!row)
    lines.push_back(text(
        "-l{} is not in the sysroot: build it for this target, and name its folder with -L; cargo build -v "
        "shows which crate links it",
        {name}));
}

// They may have the libraries that are missing.
static void adviseOnHostFolders(const FailedLink &link, std::vector<std::string> &lines) {
  for (StringRef folder : link.hostFolders) {
    lines.push_back(text("-L{} was dropped: it is a folder of the host, not of the target", {folder}));
    if (std::string variable = link.variableNaming(folder); !variable.empty())
      lines.push_back(
          text("{} names that folder: unset it, or set it to a folder of the target", {variable}));
  }
}

//===- Compilers ------------------------------------------------------------===//

// CC_x86_64_unknown_linux_musl, which comes before CC in cc-rs.
static std::string variableOf(StringRef name, StringRef triple) {
  return underscored((name + "_" + triple).str());
}

std::string whoCompiled(StringRef triple, llvm::ArrayRef<CompilerChoice> compilers) {
  if (compilers.empty())
    return text(
        "build scripts compile with the compiler in {} or PATH: lambda-cc doctor shows what is wrong there",
        {variableOf("CC", triple)});
  std::vector<std::string> chosen, names;
  bool isForTarget = true; // each is a variable that `lambda-cc env` prints, or its spelling with dashes
  for (const CompilerChoice &each : compilers) {
    chosen.push_back(text("{}='{}'", {each.variable, each.value}));
    names.push_back(variableOf(StringRef(each.variable).contains("CXX") ? "CXX" : "CC", triple));
    isForTarget &= variableOf(each.variable, "") == names.back() + "_";
  }
  StringRef pronoun = compilers.size() == 1 ? "it" : "both";
  return text("build scripts compile with {}: remove {} from the environment or from cargo's [env], or set "
              "{} as lambda-cc env prints",
              {joinWithAnd(chosen), pronoun, isForTarget ? pronoun.str() : joinWithAnd(names)});
}

//===- Symbols --------------------------------------------------------------===//

static std::string libraryOf(StringRef symbol) {
  for (const Symbols &row : symbols)
    if (symbol.starts_with(row.prefix))
      return row.library.str();
  return "";
}

static bool isOfRust(StringRef file) { return file.contains(".rcgu.o"); }

// Until 0.2.146 the crate libc linked the functions for large files by names of glibc: open64. So Rust code
// can refer to them, without headers.
static bool isOldName(const UndefinedSymbol &symbol) {
  return symbol.name.ends_with("64") &&
         (symbol.users.empty() || llvm::any_of(symbol.users, [](StringRef file) { return isOfRust(file); }));
}

// The hashes of cargo and rustc have 16 digits.
static bool isHash(StringRef text) { return text.size() == 16 && llvm::all_of(text, llvm::isHexDigit); }

static bool consumeHash(StringRef &name) {
  auto [front, hash] = name.rsplit('-');
  if (!isHash(hash))
    return false;
  name = front;
  return true;
}

// The crate that brought a file: libfoo_sys-<hash>.rlib(a.o), …/build/foo-sys-<hash>/out/libfoo.a(a.o), or
// …/build/foo-sys/<hash>/out/libfoo.a(a.o), of cargo 1.100 and later.
static std::string crateOf(StringRef file) {
  StringRef archive = file.take_front(file.find('('));
  StringRef name = llvm::sys::path::filename(archive);
  if (name.consume_front("lib") && name.consume_back(".rlib") && consumeHash(name))
    return name.str();
  StringRef package, hash;
  for (StringRef part : llvm::split(archive.substr(archive.find("/build/")), '/')) {
    if (part == "out" && isHash(hash))
      return package.str();
    package = std::exchange(hash, part);
    if (consumeHash(part))
      return part.str();
  }
  return "";
}

namespace {
// Symbols with the same advice, and the files that refer to them.
struct Group {
  llvm::SmallSetVector<StringRef, 4> symbols;
  llvm::SetVector<StringRef> users; // of those messages that were read

  void add(const UndefinedSymbol &symbol) {
    symbols.insert(symbol.name);
    for (const std::string &user : symbol.users)
      users.insert(user);
  }
};
} // namespace

static std::string someOf(llvm::ArrayRef<std::string> words) {
  constexpr size_t most = 3;
  std::vector<std::string> some = words.take_front(most).vec();
  if (words.size() > most)
    some.push_back(std::to_string(words.size() - most) + " more");
  return joinWithAnd(some);
}

static std::string symbolsIn(const Group &group) {
  std::vector<std::string> names;
  for (StringRef symbol : group.symbols)
    names.push_back(symbol.str());
  return someOf(names);
}

// "libfoo.a(a.o) of the crate foo-sys", or "an object" if the linker named none.
static std::string usersIn(const Group &group) {
  std::vector<std::string> users;
  for (StringRef user : group.users)
    if (std::string crate = crateOf(user); crate.empty())
      users.push_back(user.str());
    else
      users.push_back(text("{} of the crate {}", {user, crate}));
  return users.empty() ? "an object" : someOf(users);
}

static std::string adviceOnForeign(const ForeignSymbol &row, const Group &group, const FailedLink &link) {
  bool isOne = group.symbols.size() == 1;
  StringRef is = isOne ? "is" : "are";
  if (row.kind == Foreign::Header)
    return text("{} {} of the headers of {}: {} {} compiled against them, and this links {}",
                {symbolsIn(group), is, row.origin, usersIn(group), group.users.size() > 1 ? "were" : "was",
                 link.musl ? "musl" : "an older glibc"});
  StringRef it = isOne ? "it" : "them";
  std::string cure = row.cure.empty()
                         ? text("a configure script that runs for {} does without", {link.triple})
                         : row.cure.str();
  return text("{} {} of {}, and {} not have {}; {} {} {}: {}",
              {symbolsIn(group), is, row.origin, link.musl ? "musl does" : "the ceilings do", it,
               usersIn(group), group.users.size() > 1 ? "use" : "uses", it, cure});
}

static void adviseOnCxx(const Group &gnu, const Group &llvm, const Group &any, const FailedLink &link,
                        std::vector<std::string> &lines) {
  std::string variable = variableOf("CXX", link.triple);
  if (!gnu.symbols.empty())
    lines.push_back(text("{} {} compiled against GNU's libstdc++, and this links LLVM's libc++: compile with "
                         "the g++ of this target ({})",
                         {usersIn(gnu), gnu.users.size() > 1 ? "were" : "was", variable}));
  else if (!any.symbols.empty())
    lines.push_back(
        text("{} {} of the library of C++, which this link lacks: link with {}-g++, or with -lc++",
             {symbolsIn(any), any.symbols.size() == 1 ? "is" : "are", link.triple}));
  else if (!llvm.symbols.empty())
    lines.push_back(text("{} {} compiled against another libc++ than the sysroot's: compile with the g++ of "
                         "this target ({})",
                         {usersIn(llvm), llvm.users.size() > 1 ? "were" : "was", variable}));
}

// The option that brings the library of the counter `symbol` into a link; "" for another symbol. GCC's
// counters need others of __gcov_.
static StringRef optionOfCounter(StringRef symbol) {
  for (StringRef prefix : {"llvm_gcov_", "llvm_gcda_", "__gcov_dump", "__gcov_reset"})
    if (symbol.starts_with(prefix))
      return "--coverage";
  return symbol.starts_with("__llvm_profile_") ? "-fprofile-generate" : "";
}

static std::string adviceOnCounters(StringRef option, const Group &group, const FailedLink &link) {
  bool ofRustc =
      llvm::any_of(link.inputs, [](StringRef file) { return file.ends_with(".rlib") || isOfRust(file); });
  return text("{} {} of the library for clang's counters: add {} to the link{}",
              {symbolsIn(group), group.symbols.size() == 1 ? "is" : "are", option,
               ofRustc ? ", which is -C link-arg=" + option.str() + " for rustc" : ""});
}

// How to get a library that lambda-cc brings and the link does not name; "" for another.
static std::string howToLink(StringRef name, const FailedLink &link) {
  if (link.ownLibraries.empty())
    return howToInstall(name);
  bool isNamed = llvm::any_of(link.libraries, [&](StringRef library) {
    return library == name || library == (":lib" + name + ".a").str();
  });
  return findOwnLibrary(name) && !isNamed ? text("lambda-cc has lib{}: add -l{} to the link", {name, name})
                                          : "";
}

static void adviseOnSymbols(const LinkerMessages &lacking, const FailedLink &link,
                            std::vector<std::string> &lines) {
  Group old, gnu, llvm, any;
  llvm::MapVector<const ForeignSymbol *, Group> foreign;
  llvm::MapVector<StringRef, Group> counters;
  llvm::SmallVector<std::string> libraries;
  for (const UndefinedSymbol &symbol : lacking.symbols) {
    const ForeignSymbol *row = findForeign(symbol.name, link.musl);
    CxxLibrary cxx = cxxLibraryOf(symbol.name);
    // A name that headers make shows with which headers the object was compiled: raising the ceiling is not
    // the cure.
    bool ofHeaders = row && row->kind == Foreign::Header;
    if (std::string version = ofHeaders ? "" : link.newerGlibc(symbol.name); !version.empty()) {
      lines.push_back(
          text("{} came with glibc {}, above the ceiling: raise that (LAMBDA_CC_GLIBC={}), or do without it",
               {symbol.name, version, version}));
    } else if (row && link.musl && isOldName(symbol)) {
      old.add(symbol);
    } else if (row) {
      foreign[row].add(symbol);
    } else if (cxx != CxxLibrary::None) {
      (cxx == CxxLibrary::Gnu ? gnu : cxx == CxxLibrary::Llvm ? llvm : any).add(symbol);
    } else if (StringRef option = optionOfCounter(symbol.name); !option.empty()) {
      counters[option].add(symbol);
    } else if (std::string library = libraryOf(symbol.name);
               !library.empty() && !llvm::is_contained(libraries, library)) {
      libraries.push_back(library);
      lines.push_back(text("{} looks like one of lib{}", {symbol.name, library}));
      if (std::string how = howToLink(library, link); !how.empty())
        lines.push_back(std::move(how));
      llvm::append_range(lines, cureFor(library));
    }
  }
  if (!old.symbols.empty())
    lines.push_back(text("{} is a name that musl gave up in 1.2.4: cargo update -p libc, to 0.2.146 or newer",
                         {old.symbols.front()}));
  for (const auto &[option, group] : counters)
    lines.push_back(adviceOnCounters(option, group, link));
  bool byHeaders = false;
  for (const auto &[row, group] : foreign) {
    lines.push_back(adviceOnForeign(*row, group, link));
    byHeaders |= row->kind == Foreign::Header;
  }
  if (byHeaders)
    lines.push_back(whoCompiled(link.triple, link.compilers));
  adviseOnCxx(gnu, llvm, any, link, lines);
}

//===- Duplicates -----------------------------------------------------------===//

// mimalloc.o of the sysroot, and another malloc: one of the program, or of an archive that it uses for
// another function. The linker reports each function of the family.
static void adviseOnMallocs(const LinkerMessages &read, const FailedLink &link,
                            std::vector<std::string> &lines) {
  bool isNamed = llvm::is_contained(link.libraries, ":mimalloc.o");
  for (const DuplicateSymbol &symbol : read.duplicates) {
    StringRef own, other;
    for (StringRef file : symbol.files)
      (StringRef(file).ends_with((link.triple + "/lib/mimalloc.o").str()) ? own : other) = file;
    if (own.empty() || other.empty())
      continue;
    std::string crate = crateOf(other);
    lines.push_back(text("the link has mimalloc.o of lambda-cc, and {}{}, which defines {}, too: a program "
                         "has one malloc",
                         {other, crate.empty() ? "" : " of the crate " + crate, symbol.name}));
    lines.push_back(isNamed ? "remove -l:mimalloc.o from the link to keep the other"
                            : "set LAMBDA_CC_MALLOC=libc for this link to keep the other");
    return;
  }
}

// A crate that brings a library, as one with the feature bundled, beside a library of lambda-cc. The linker
// takes the crate's. If that lacks a function, it takes an object of the other, too.
static void adviseOnDuplicates(const LinkerMessages &read, const FailedLink &link,
                               std::vector<std::string> &lines) {
  llvm::SmallVector<StringRef> advised;
  for (const DuplicateSymbol &symbol : read.duplicates) {
    StringRef own, other;
    for (StringRef file : symbol.files)
      (file.starts_with((link.ownLibraries + "/").str()) ? own : other) = file;
    StringRef library = llvm::sys::path::filename(own.take_front(own.find('(')));
    if (link.ownLibraries.empty() || own.empty() || other.empty() || llvm::is_contained(advised, library))
      continue;
    advised.push_back(library);
    std::string crate = crateOf(other);
    lines.push_back(text("the link has {} of lambda-cc, and {}{}, which defines the same functions",
                         {library, other, crate.empty() ? "" : " of the crate " + crate}));
    lines.push_back(text("remove one: the feature of the crate that builds the library (bundled, vendored), "
                         "or -l{}",
                         {libraryName(library)}));
  }
}

//===- Machines -------------------------------------------------------------===//

// The file of lib.a(member.o) is lib.a.
static void adviseOnMachines(const LinkerMessages &lacking, const FailedLink &link,
                             std::vector<std::string> &lines) {
  for (StringRef named : lacking.incompatible)
    if (std::string machine = link.otherMachine(named.split('(').first); !machine.empty())
      lines.push_back(text("{} is for {}", {named, machine}));
  if (lines.empty())
    return;
  lines.push_back(whoCompiled(link.triple, link.compilers));
  // The cc of the drop-in folder compiles for the host where no argument shows a target.
  if (link.compilers.empty())
    lines.push_back(text("a build script that runs cc itself passes --target={}", {link.triple}));
}

std::vector<std::string> adviceOnLink(const FailedLink &link) {
  LinkerMessages lacking = readLinkerMessages(link.messages);
  std::vector<std::string> lines;
  adviseOnMachines(lacking, link, lines);
  if (!lines.empty())
    return lines; // the other errors follow from it
  if (std::string object = lacking.symbols.empty() ? "" : link.objectOfGccsLto(); !object.empty())
    lines.push_back(text("{} has nothing but code for GCC's LTO, which no linker here reads: compile it "
                         "without -flto, or with -ffat-lto-objects",
                         {object}));
  for (StringRef library : lacking.libraries)
    adviseOnLibrary(library, link, lines);
  if (lacking.libraries.empty())
    adviseOnSymbols(lacking, link, lines);
  else // the missing symbols follow from it
    adviseOnHostFolders(link, lines);
  adviseOnDuplicates(lacking, link, lines);
  adviseOnMallocs(lacking, link, lines);
  return lines;
}

} // namespace lambdacc
