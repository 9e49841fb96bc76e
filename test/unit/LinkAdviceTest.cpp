#include "LinkAdvice.h"
#include "ForeignSymbols.h"
#include "LinkerMessages.h"
#include "llvm/ADT/StringExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

static std::string advice(StringRef messages, bool musl = true, llvm::ArrayRef<CompilerChoice> compilers = {},
                          StringRef ofGccsLto = "") {
  auto newer = [](StringRef symbol) {
    return symbol == "statx" ? "2.28" : symbol == "__isoc23_strtol" ? "2.38" : "";
  };
  auto lto = [&] { return ofGccsLto.str(); };
  auto shared = [](StringRef name) { return name == "shared" ? "/l/libshared.so" : ""; };
  auto other = [](StringRef file) { return file == "libarm.a" ? "aarch64" : ""; };
  return llvm::join(adviceOnLink({.messages = messages,
                                  .inputs = {"/t/libpq_sys-0123456789abcdef.rlib"},
                                  .hostFolders = {"/usr/lib"},
                                  .triple = musl ? "x86_64-unknown-linux-musl" : "x86_64-unknown-linux-gnu",
                                  .musl = musl,
                                  .otherMachine = other,
                                  .newerGlibc = newer,
                                  .libraries = {"ssl", ":libz.a"},
                                  .ownLibraries = "/own",
                                  .compilers = compilers,
                                  .sharedLibrary = shared,
                                  .objectOfGccsLto = lto}),
                    "\n");
}

//===- Messages of linkers ---------------------------------------------------===//

// A symbol and its users: "f: a.o, lib.a(b.o)".
static std::string symbolsIn(StringRef messages) {
  std::string out;
  for (const UndefinedSymbol &symbol : readLinkerMessages(messages).symbols)
    out += (out.empty() ? "" : "; ") + symbol.name.str() + ": " + llvm::join(symbol.users, ", ");
  return out;
}

TEST(LinkerMessages, NameUsers) {
  struct {
    const char *what, *messages, *symbols;
  } rows[] = {
      {"ld.lld's",
       "ld.lld: error: undefined symbol: f\n>>> referenced by m.c\n>>>               m.o:(main)\n", "f: m.o"},
      {"with debug information",
       "ld.lld-19: error: undefined symbol: f\n>>> referenced by foo.c:2 (/tmp/adv/foo.c:2)\n>>>             "
       "  foo.o:(g) in archive ./libfoo.a\n",
       "f: ./libfoo.a(foo.o)"},
      {"without a source", "rust-lld: error: undefined symbol: f\n>>> referenced by a.o:(.text+0x1)\n",
       "f: a.o"},
      {"of several",
       "ld.lld: error: undefined symbol: f\n>>> referenced by m.c\n>>>               m.o:(main)\n>>> "
       "referenced by m.c\n>>>               m.o:(g)\n"
       ">>> referenced by n.c\n>>>               n.o:(g)\n>>> referenced 12 more times\n\nld.lld: error: "
       "undefined symbol: g\n>>> referenced by n.o:(g)\n",
       "f: m.o, n.o; g: n.o"},
      {"with what it guesses",
       "ld.lld: error: undefined symbol: std::allocator<char>::allocator()\n>>> referenced by cx.cc\n>>>     "
       "          cx.o:(g(int))\n"
       ">>> did you mean: std::allocator<int>::allocator()\n>>> defined in: b.o\n",
       "std::allocator<char>::allocator(): cx.o"},
      {"of LTO",
       "ld.lld: error: undefined symbol: f\n>>> referenced by lto.tmp:(main)\n>>> referenced by "
       "ld-temp.o:(main)\n",
       "f: "},
      {"of rustc",
       "rust-lld: error: undefined symbol: open64\n>>> referenced by main.rs:3 (src/main.rs:3)\n>>>          "
       "     old.o1.rcgu.o:(old::main::h0)\n",
       "open64: old.o1.rcgu.o"},
      {"mold's",
       "mold: error: undefined symbol: f\n>>> referenced by m.c\n>>>               m.o:(main)>>> referenced "
       "by foo.c\n>>>               libfoo.a(foo.o):(f)\n",
       "f: m.o, libfoo.a(foo.o)"},
      {"GNU ld's",
       "/usr/bin/ld.bfd: m.o: in function `main':\nm.c:(.text+0x34): undefined reference to `f'\n"
       "/usr/bin/ld.bfd: libfoo.a(foo.o): in function `f':\nfoo.c:(.text+0x1c): undefined reference to "
       "`g'\n/usr/bin/ld.bfd: foo.c:(.text+0x2e): undefined reference to `f'\n",
       "f: m.o, libfoo.a(foo.o); g: libfoo.a(foo.o)"},
      {"with debug information",
       "/usr/bin/ld: ./libfoog.a(foog.o): in function `f':\n/tmp/adv/foo.c:2: undefined reference to `g'\n",
       "g: ./libfoog.a(foog.o)"},
      {"an older one's",
       "libfoo.a(foo.o): In function `f':\nfoo.c:(.text+0x1c): undefined reference to `g'\n",
       "g: libfoo.a(foo.o)"},
      {"of data", "/usr/bin/ld.bfd: cx.o:(.data.rel.ro+0x10): undefined reference to `typeinfo for A'\n",
       "typeinfo for A: cx.o"},
      {"without a user", "ld.lld: error: undefined symbol: f\n", "f: "},
      {"without a name", "ld.lld: error: undefined symbol: \n>>> referenced by a.o:(f)\n", ""},
      {"of no error", ">>> referenced by a.o:(f)\n", ""},
      {"cut off", "undefined reference to `", ""},
  };
  for (const auto &row : rows)
    EXPECT_EQ(symbolsIn(row.messages), row.symbols) << row.what;
}

TEST(LinkerMessages, NameLibraries) {
  for (const char *message :
       {"ld.lld: error: unable to find library -lpq", "mold: fatal: library not found: pq",
        "/usr/bin/ld.bfd: cannot find -lpq: No such file or directory"})
    EXPECT_EQ(llvm::join(readLinkerMessages(message).libraries, ","), "pq") << message;
  for (const char *message :
       {"ld.lld: error: libarm.a(a.o) is incompatible with elf_x86_64",
        "ld.lld: error: libarm.a(a.o) is incompatible with aarch64linux",
        "mold: warning: libarm.a(a.o): skipping incompatible file aarch64",
        "/usr/bin/ld.bfd: skipping incompatible libarm.a(a.o) when searching for -larm"})
    EXPECT_EQ(llvm::join(readLinkerMessages(message).incompatible, ","), "libarm.a(a.o)") << message;
}

//===- Advice ----------------------------------------------------------------===//

// The variable that chose the compiler, where one is set.
TEST(LinkAdvice, NamesTheCompiler) {
  const StringRef message = "ld.lld: error: libarm.a(a.o) is incompatible with elf_x86_64\n";
  const std::string first = "libarm.a(a.o) is for aarch64\n";
  EXPECT_EQ(advice(message),
            first + "build scripts compile with the compiler in CC_x86_64_unknown_linux_musl or PATH:"
                    " lambda-cc doctor shows what is wrong there\n"
                    "a build script that runs cc itself passes --target=x86_64-unknown-linux-musl");
  EXPECT_EQ(advice(message, true, {{"CC", "gcc"}}),
            first + "build scripts compile with CC='gcc': remove it from the environment or from cargo's "
                    "[env], or set CC_x86_64_unknown_linux_musl as "
                    "lambda-cc env prints");
  for (const char *own : {"CC_x86_64_unknown_linux_musl", "CC_x86_64-unknown-linux-musl"})
    EXPECT_EQ(advice(message, true, {{own, "gcc"}}),
              first + "build scripts compile with " + own +
                  "='gcc': remove it from the environment or from cargo's [env], or set it as lambda-cc env "
                  "prints");
  EXPECT_EQ(advice(message, true, {{"TARGET_CC", "gcc"}, {"CXX", "g++"}}),
            first + "build scripts compile with TARGET_CC='gcc' and CXX='g++': remove both from the "
                    "environment or from cargo's [env], or set "
                    "CC_x86_64_unknown_linux_musl and CXX_x86_64_unknown_linux_musl as lambda-cc env prints");
}

// Each row is a symbol that ld.lld reports as undefined in lib.a(a.o).
TEST(LinkAdvice, OnSymbols) {
  const std::string
      musl = " was compiled against them, and this links musl\nbuild scripts compile with the compiler in "
             "CC_x86_64_unknown_linux_musl or PATH: lambda-cc doctor shows what is wrong there",
      glibc = " was compiled against them, and this links an older glibc\nbuild scripts compile with the "
              "compiler in "
              "CC_x86_64_unknown_linux_gnu or PATH: lambda-cc doctor shows what is wrong there",
      libgcc = " looks like one of libgcc\ninstead of gcc: compile without LAMBDA_CC_GCC, with the clang of "
               "this target; without _Decimal64 and options that only GCC has",
      counter = " is of the library for clang's counters: add ",
      gcov = counter + "--coverage to the link, which is -C link-arg=--coverage for rustc",
      profile = counter + "-fprofile-generate to the link, which is -C link-arg=-fprofile-generate for rustc",
      libgcov = "__gcov_init looks like one of libgcov\ninstead of gcov: compile with the clang of this "
                "target, and link with --coverage: GCC has its own counters";
  struct {
    const char *symbol;
    std::string onMusl, onGlibc = "";
  } rows[] = {
      {"__isoc23_strtol", "__isoc23_strtol is of the headers of glibc 2.38: lib.a(a.o)" + musl,
       "__isoc23_strtol is of the headers of glibc 2.38: lib.a(a.o)" + glibc},
      {"__isoc23_", ""},
      {"__fprintf_chk", "__fprintf_chk is of the headers of glibc with _FORTIFY_SOURCE: lib.a(a.o)" + musl,
       "__fprintf_chk is of the headers of a newer glibc with _FORTIFY_SOURCE: lib.a(a.o)" + glibc},
      {"__open64_2", "__open64_2 is of the headers of glibc with _FORTIFY_SOURCE: lib.a(a.o)" + musl},
      {"__stack_chk_fail", ""},
      {"my_chk", ""},
      {"__isoc99_sscanf", "__isoc99_sscanf is of the headers of glibc: lib.a(a.o)" + musl},
      {"__pow_finite",
       "__pow_finite is of the headers of a glibc before 2.31 with -ffast-math: lib.a(a.o)" + musl,
       "__pow_finite is of the headers of a glibc before 2.31 with -ffast-math: lib.a(a.o)" + glibc},
      {"stat64", "stat64 is of the headers of glibc, or of a musl before 1.2.4: lib.a(a.o)" + musl},
      {"bigint64", ""},
      {"__res_init", "__res_init is of the headers of glibc: lib.a(a.o)" + musl},
      {"__libc_single_threaded", "__libc_single_threaded is of the headers of glibc: lib.a(a.o)" + musl},
      {"__cxa_thread_atexit_impl", "__cxa_thread_atexit_impl is of the headers of glibc: lib.a(a.o)" + musl},
      {"gnu_get_libc_version", "gnu_get_libc_version is of glibc, and musl does not have it; lib.a(a.o) uses "
                               "it: a configure script that runs for "
                               "x86_64-unknown-linux-musl does without"},
      {"arc4random_buf", "arc4random_buf is of glibc 2.36, and musl does not have it; lib.a(a.o) uses "
                         "it: getrandom and getentropy are in both"},
      {"memset_explicit", "",
       "memset_explicit is of glibc 2.43, and the ceilings do not have it; lib.a(a.o) uses it: do without, "
       "or "
       "define it"},
      {"statx",
       "statx came with glibc 2.28, above the ceiling: raise that (LAMBDA_CC_GLIBC=2.28), or do without it",
       "statx came with glibc 2.28, above the ceiling: raise that (LAMBDA_CC_GLIBC=2.28), or do without it"},
      {"SQLogger", ""},
      {"__clrsbdi2", "__clrsbdi2" + libgcc, "__clrsbdi2" + libgcc},
      {"__extendhfdf2", "__extendhfdf2" + libgcc, "__extendhfdf2" + libgcc},
      {"__divhc3", "__divhc3" + libgcc, "__divhc3" + libgcc},
      {"__bid_adddd3", "__bid_adddd3" + libgcc, "__bid_adddd3" + libgcc},
      {"__mulbitint3", "__mulbitint3" + libgcc, "__mulbitint3" + libgcc},
      {"__hardcfr_check", "__hardcfr_check" + libgcc, "__hardcfr_check" + libgcc},
      {"__strub_update", "__strub_update" + libgcc, "__strub_update" + libgcc},
      {"__gcc_nested_func_ptr_created", "__gcc_nested_func_ptr_created" + libgcc,
       "__gcc_nested_func_ptr_created" + libgcc},
      {"__floattibf", "__floattibf" + libgcc, "__floattibf" + libgcc},
      {"__morestack", "__morestack" + libgcc, "__morestack" + libgcc},
      {"__extendhfsf2", ""}, // in compiler-rt
      {"llvm_gcov_init", "llvm_gcov_init" + gcov, "llvm_gcov_init" + gcov},
      {"llvm_gcda_end_file", "llvm_gcda_end_file" + gcov, "llvm_gcda_end_file" + gcov},
      {"__gcov_dump", "__gcov_dump" + gcov, "__gcov_dump" + gcov},
      {"__llvm_profile_instrument_memop", "__llvm_profile_instrument_memop" + profile,
       "__llvm_profile_instrument_memop" + profile},
      {"__gcov_init", libgcov, libgcov}, // GCC's
  };
  for (const auto &row : rows) {
    std::string message = (llvm::Twine("ld.lld: error: undefined symbol: ") + row.symbol +
                           "\n>>> referenced by a.o:(f) in archive lib.a\n")
                              .str();
    EXPECT_EQ(advice(message), row.onMusl) << row.symbol;
    EXPECT_EQ(advice(message, /*musl=*/false), row.onGlibc) << row.symbol;
  }
}

TEST(LinkAdvice, OnGccsLto) {
  StringRef message = "ld.lld: error: undefined symbol: f\n>>> referenced by a.o:(main)\n";
  EXPECT_EQ(advice(message, true, {}, "lib.a(f.o)"),
            "lib.a(f.o) has nothing but code for GCC's LTO, which no linker here reads: compile it without "
            "-flto, or with -ffat-lto-objects");
  EXPECT_EQ(advice("ld.lld: error: cannot open a.o\n", true, {}, "lib.a(f.o)"), "");
}

TEST(LinkAdvice, NamesCrates) {
  struct {
    const char *file, *reason;
  } rows[] = {
      {"/t/deps/libfoo_sys-0123456789abcdef.rlib(a.o)",
       "/t/deps/libfoo_sys-0123456789abcdef.rlib(a.o) of the crate foo_sys"},
      {"/t/release/build/foo-sys-0123456789abcdef/out/libfoo.a(a.o)",
       "/t/release/build/foo-sys-0123456789abcdef/out/libfoo.a(a.o) of the crate foo-sys"},
      {"/t/release/build/foo-sys/0123456789abcdef/out/libfoo.a(a.o)",
       "/t/release/build/foo-sys/0123456789abcdef/out/libfoo.a(a.o) of the crate foo-sys"},
      {"/t/build/foo/libfoo.a(a.o)", "/t/build/foo/libfoo.a(a.o)"},
      {"/build/0123456789abcdef/libfoo.a(a.o)", "/build/0123456789abcdef/libfoo.a(a.o)"},
      {"libfoo-0123456789abcdeg.rlib(a.o)", "libfoo-0123456789abcdeg.rlib(a.o)"},
      {"a.o", "a.o"},
  };
  for (const auto &row : rows)
    EXPECT_EQ(advice((llvm::Twine("mold: error: undefined symbol: __isoc23_strtol\n>>> referenced by ") +
                      row.file + ":(f)\n")
                         .str())
                  .find((llvm::Twine("__isoc23_strtol is of the headers of glibc 2.38: ") + row.reason +
                         " was compiled")
                            .str()),
              0U)
        << row.file;
}

// Symbols of the same kind share a line. The libc crate uses such names without headers.
TEST(LinkAdvice, GroupsSymbols) {
  EXPECT_EQ(
      advice("ld.lld: error: undefined symbol: __a_chk\n>>> referenced by a.o:(f)\nld.lld: error: "
             "undefined symbol: __b_chk\n>>> referenced by b.o:(f)\n"
             "ld.lld: error: undefined symbol: __c_chk\nld.lld: error: undefined symbol: __d_chk\n>>> "
             "referenced by c.o:(f)\n"),
      "__a_chk, __b_chk, __c_chk and 1 more are of the headers of glibc with _FORTIFY_SOURCE: a.o, b.o "
      "and c.o were compiled against them, and this links musl\n"
      "build scripts compile with the compiler in CC_x86_64_unknown_linux_musl or PATH: lambda-cc doctor "
      "shows what is wrong there");
  EXPECT_EQ(
      advice("rust-lld: error: undefined symbol: open64\n>>> referenced by lib.rs:1 (src/lib.rs:1)\n>>>      "
             "         std-1.std.2-cgu.0.rcgu.o:(f) in archive /l/libstd-1.rlib\n"),
      "open64 is a name that musl gave up in 1.2.4: cargo update -p libc, to 0.2.146 or newer");
  EXPECT_EQ(advice("ld.lld: error: undefined symbol: open64\n"),
            "open64 is a name that musl gave up in 1.2.4: cargo update -p libc, to 0.2.146 or newer");
}

// Most configure scripts install both kinds, and a link for musl takes archives alone.
TEST(LinkAdvice, OnSharedLibraries) {
  EXPECT_EQ(advice("ld.lld: error: unable to find library -lshared\n"),
            "/l/libshared.so is a shared library, and this link is static: build libshared.a for "
            "x86_64-unknown-linux-musl\n"
            "-L/usr/lib was dropped: it is a folder of the host, not of the target");
}

TEST(LinkAdvice, OnLibrariesFirst) {
  EXPECT_EQ(
      advice("ld.lld: error: unable to find library -lnothing\nld.lld: error: undefined symbol: __a_chk\n"),
      "-lnothing is not in the sysroot: build it for this target, and name its folder with -L; cargo build "
      "-v shows which crate links it\n"
      "-L/usr/lib was dropped: it is a folder of the host, not of the target");
  EXPECT_EQ(advice("ld.lld: error: libarm.a(a.o) is incompatible with elf_x86_64\nld.lld: error: unable to "
                   "find library -lnothing\n"),
            "libarm.a(a.o) is for aarch64\nbuild scripts compile with the compiler in "
            "CC_x86_64_unknown_linux_musl or "
            "PATH: lambda-cc doctor shows what is wrong there\n"
            "a build script that runs cc itself passes --target=x86_64-unknown-linux-musl");
}

// The link does not name the library, or names it and it is another version, which lacks the symbol.
TEST(LinkAdvice, OnOwnLibraries) {
  EXPECT_TRUE(StringRef(advice("ld.lld: error: undefined symbol: PQconnectdb\n"))
                  .starts_with("PQconnectdb looks like one of libpq\n"
                               "lambda-cc has libpq: add -lpq to the link\n"
                               "pq is needed by "));
  EXPECT_TRUE(StringRef(advice("ld.lld: error: undefined symbol: SSL_library_init\n"))
                  .starts_with("SSL_library_init looks like one of libssl\n"
                               "ssl is needed by "));
  EXPECT_TRUE(StringRef(advice("ld.lld: error: undefined symbol: inflate\n"))
                  .starts_with("inflate looks like one of libz\n"
                               "z is needed by "));
}

//===- C++ ------------------------------------------------------------------===//

TEST(ForeignSymbols, LibraryOfCxx) {
  struct {
    const char *symbol;
    CxxLibrary library;
  } rows[] = {
      {"std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char>>::size() const",
       CxxLibrary::Gnu},
      {"_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_createERmm", CxxLibrary::Gnu},
      {"std::runtime_error::runtime_error(std::__cxx11::basic_string<char> const&)", CxxLibrary::Gnu},
      {"std::cout", CxxLibrary::Gnu},
      {"std::ios_base::Init::Init()", CxxLibrary::Gnu},
      {"std::__throw_length_error(char const*)", CxxLibrary::Gnu},
      {"vtable for std::thread::_State", CxxLibrary::Gnu},
      {"__gnu_cxx::__verbose_terminate_handler()", CxxLibrary::Gnu},
      {"std::basic_ostream<char>& std::operator<<<char>(std::basic_ostream<char>&)", CxxLibrary::Gnu},
      {"std::__1::cout", CxxLibrary::Llvm},
      {"_ZNSt3__14coutE", CxxLibrary::Llvm},
      {"_ZNKSt3__18ios_base6getlocEv", CxxLibrary::Llvm},
      {"_ZTVNSt3__113basic_filebufIcNS_11char_traitsIcEEEE", CxxLibrary::Llvm},
      {"vtable for std::__1::basic_filebuf<char, std::__1::char_traits<char>>", CxxLibrary::Llvm},
      {"std::__1::basic_ostream<char>& std::__1::operator<<<std::__1::char_traits<char>>(int)",
       CxxLibrary::Llvm},
      {"app::report(std::__1::vector<int, std::__1::allocator<int>>)", CxxLibrary::None},
      {"std::__1::vector<int> (anonymous namespace)::all<std::__1::less<int>>(int)", CxxLibrary::None},
      {"_ZN3app6reportENSt3__16vectorIiNS0_9allocatorIiEEEE", CxxLibrary::None},
      {"std::runtime_error::runtime_error(std::__1::basic_string<char> const&)", CxxLibrary::Llvm},
      {"operator new(unsigned long)", CxxLibrary::Any},
      {"_Znwm", CxxLibrary::Any},
      {"__cxa_throw", CxxLibrary::Any},
      {"__gxx_personality_v0", CxxLibrary::Any},
      {"vtable for __cxxabiv1::__class_type_info", CxxLibrary::Any},
      {"_ZTVN10__cxxabiv117__class_type_infoE", CxxLibrary::Any},
      {"typeinfo for std::runtime_error", CxxLibrary::Any},
      {"std::terminate()", CxxLibrary::Any},
      {"mine::std::f()", CxxLibrary::None},
      {"PQconnectdb", CxxLibrary::None},
      {"_ZN4mine1fEv", CxxLibrary::None},
      {"", CxxLibrary::None},
  };
  for (const auto &row : rows)
    EXPECT_EQ(cxxLibraryOf(row.symbol), row.library) << row.symbol;
}

TEST(LinkAdvice, OnCxx) {
  auto lacking = [](StringRef symbol) {
    return ("ld.lld: error: undefined symbol: " + symbol + "\n>>> referenced by a.o:(f)\n").str();
  };
  std::string gnu = lacking("std::cout"),
              llvm = lacking("std::__1::__hash_memory(void const*, unsigned long)"),
              any = lacking("operator new(unsigned long)");
  const char *ofGnu = "a.o was compiled against GNU's libstdc++, and this links LLVM's libc++: compile with "
                      "the g++ of this target (CXX_x86_64_unknown_linux_musl)",
             *lacks = "operator new(unsigned long) is of the library of C++, which this link lacks: link "
                      "with x86_64-unknown-linux-musl-g++, or with -lc++";
  EXPECT_EQ(advice(gnu), ofGnu);
  EXPECT_EQ(advice(gnu + any), ofGnu);
  EXPECT_EQ(advice(any), lacks);
  EXPECT_EQ(advice(llvm + any), lacks);
  EXPECT_EQ(advice(llvm), "a.o was compiled against another libc++ than the sysroot's: compile with the g++ "
                          "of this target (CXX_x86_64_unknown_linux_musl)");
}

//===- Duplicates ------------------------------------------------------------===//

// A crate with the feature bundled, and a library of lambda-cc.
TEST(LinkAdvice, NamesBothCopies) {
  const char *messages[] = {
      "ld.lld-19: error: duplicate symbol: sqlite3_open\n>>> defined at sqlite3.c\n"
      ">>>            a-sqlite3.o:(sqlite3_open) in archive /t/liblibsqlite3_sys-0123456789abcdef.rlib\n"
      ">>> defined at sqlite3.c\n>>>            sqlite3.o:(.text+0x0) in archive "
      "/own/sqlite/lib/libsqlite3.a\n",
      "mold: error: duplicate symbol: /own/sqlite/lib/libsqlite3.a(sqlite3.o): "
      "/t/liblibsqlite3_sys-0123456789abcdef.rlib(a-sqlite3.o): sqlite3_open\n",
      "/usr/bin/ld.bfd: /own/sqlite/lib/libsqlite3.a(sqlite3.o): in function `sqlite3_open':\n"
      "sqlite3.c:(.text+0x0): multiple definition of `sqlite3_open'; "
      "/t/liblibsqlite3_sys-0123456789abcdef.rlib(a-sqlite3.o):sqlite3.c:(.text+0x10): first defined here\n",
  };
  for (const char *message : messages)
    EXPECT_EQ(
        advice(message),
        "the link has libsqlite3.a of lambda-cc, and "
        "/t/liblibsqlite3_sys-0123456789abcdef.rlib(a-sqlite3.o) of the crate libsqlite3_sys, which "
        "defines the same functions\n"
        "remove one: the feature of the crate that builds the library (bundled, vendored), or -lsqlite3")
        << message;
  EXPECT_EQ(advice("mold: error: duplicate symbol: b.a(b.o): a.a(a.o): f\n"), "");
}

// mimalloc.o of lambda-cc, and a crate with another malloc.
TEST(LinkAdvice, NamesBothMallocs) {
  const char *messages[] = {
      "ld.lld: error: duplicate symbol: malloc\n>>> defined at malloc.c\n"
      ">>>            /s/x86_64-unknown-linux-musl/lib/mimalloc.o:(malloc)\n"
      ">>> defined at jemalloc.c\n"
      ">>>            jemalloc.o:(.text+0x0) in archive /t/libtikv_jemalloc_sys-0123456789abcdef.rlib\n"
      "\nld.lld: error: duplicate symbol: free\n>>> defined at malloc.c\n"
      ">>>            /s/x86_64-unknown-linux-musl/lib/mimalloc.o:(free)\n"
      ">>> defined at jemalloc.c\n"
      ">>>            jemalloc.o:(.text+0x9) in archive /t/libtikv_jemalloc_sys-0123456789abcdef.rlib\n",
      "mold: error: duplicate symbol: /t/libtikv_jemalloc_sys-0123456789abcdef.rlib(jemalloc.o): "
      "/s/x86_64-unknown-linux-musl/lib/mimalloc.o: malloc\n",
      "/usr/bin/ld.bfd: /t/libtikv_jemalloc_sys-0123456789abcdef.rlib(jemalloc.o): in function `malloc':\n"
      "jemalloc.c:(.text+0x0): multiple definition of `malloc'; "
      "/s/x86_64-unknown-linux-musl/lib/mimalloc.o:malloc.c:(.text.malloc+0x0): first defined here\n",
  };
  for (const char *message : messages)
    EXPECT_EQ(
        advice(message),
        "the link has mimalloc.o of lambda-cc, and "
        "/t/libtikv_jemalloc_sys-0123456789abcdef.rlib(jemalloc.o) of the crate tikv_jemalloc_sys, which "
        "defines malloc, too: a program has one malloc\n"
        "set LAMBDA_CC_MALLOC=libc for this link to keep the other")
        << message;
}
