#include "Evidence.h"
#include "llvm/BinaryFormat/ELF.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;
using llvm::Triple;

namespace {
constexpr uint16_t x86 = llvm::ELF::EM_X86_64, arm = llvm::ELF::EM_AARCH64;
constexpr auto unknown = Triple::UnknownEnvironment;

// A call on a host with x86_64 and glibc.
struct Call {
  std::vector<StringRef> paths = {}, places = {};
  std::vector<ObjectEvidence> objects = {};
  const char *folder = "";
  const char *buildScriptTarget = ""; ///< the target of the build script
  const char *variable = "";          ///< CC or CXX, if it names the tool
  const char *target = "";            ///< from --target=
  bool isQuery = false;
  bool hostHasClang = false;
  const char *package = "";    ///< the crate of the build script
  const char *targetOfCc = ""; ///< the target of the tool of ours that CC names
  const char *host = "x86_64-unknown-linux-gnu";
};

Guess guessOf(const Call &call) {
  Evidence evidence;
  evidence.host = call.host;
  evidence.triple = call.target;
  evidence.paths = call.paths;
  evidence.places = call.places;
  evidence.folder = call.folder;
  evidence.objects = call.objects;
  evidence.isQuery = call.isQuery;
  evidence.hostHasClang = call.hostHasClang;
  evidence.buildScriptTarget = findTarget(call.buildScriptTarget);
  evidence.compilerVariable = call.variable;
  evidence.package = call.package;
  evidence.targetOfCc = findTarget(call.targetOfCc);
  return guessTarget(evidence);
}
} // namespace

TEST(Evidence, ShowsTheTarget) {
  struct {
    Call call;
    const char *triple; ///< "" for the host
    const char *why;
  } rows[] = {
      {{}, "", "nothing shows a target"},

      // An explicit --target=.
      {{.target = "aarch64-linux-musl"},
       "aarch64-unknown-linux-musl",
       "the arguments contain --target=aarch64-linux-musl"},
      {{.target = "wasm32-wasi"}, "", "--target=wasm32-wasi is not a target of lambda-cc"},
      {{.places = {"target/debug/build/a-1/out/a.o"}, .target = "x86_64-unknown-linux-gnu"},
       "",
       "--target=x86_64-unknown-linux-gnu is the host\'s own triple"},
      {{.target = "x86_64-pc-linux-gnu", .isQuery = true},
       "",
       "--target=x86_64-pc-linux-gnu is the host\'s own triple"},
      {{.places = {"target/x86_64-unknown-linux-gnu/debug/build/a-1/out/a.o"},
        .target = "x86_64-unknown-linux-gnu"},
       "x86_64-unknown-linux-gnu",
       "the arguments contain --target=x86_64-unknown-linux-gnu"},
      {{.target = "x86_64-linux-gnu.2.17"},
       "x86_64-unknown-linux-gnu",
       "the arguments contain --target=x86_64-linux-gnu.2.17"},
      {{.target = "aarch64-unknown-linux-gnu"},
       "aarch64-unknown-linux-gnu",
       "the arguments contain --target=aarch64-unknown-linux-gnu"},

      // Links of rustc.
      {{.paths = {"a.o", "/r/lib/rustlib/aarch64-unknown-linux-musl/lib"}},
       "aarch64-unknown-linux-musl",
       "the arguments name Rust's libraries for aarch64-unknown-linux-musl"},
      {{.paths = {"/r/lib/rustlib/x86_64-unknown-linux-gnu/lib"},
        .buildScriptTarget = "aarch64-unknown-linux-musl",
        .variable = "CC"},
       "",
       "the arguments name Rust's libraries for x86_64-unknown-linux-gnu"},
      {{.paths = {"/t/x86_64-unknown-linux-gnu/debug/deps/a.o",
                  "/r/lib/rustlib/x86_64-unknown-linux-gnu/lib"}},
       "x86_64-unknown-linux-gnu",
       "/t/x86_64-unknown-linux-gnu/debug/deps/a.o lies in cargo's folder for the target"},
      {{.paths = {"/t/x86_64-unknown-linux-musl/release/deps/a.o"}},
       "x86_64-unknown-linux-musl",
       "/t/x86_64-unknown-linux-musl/release/deps/a.o lies in cargo's folder for the target"},
      // A link of cargo 1.100, of a std that cargo builds.
      {{.paths = {"/t/x86_64-unknown-linux-musl/release/build/a/0123456789abcdef/out/a.b-cgu.0.rcgu.o"}},
       "x86_64-unknown-linux-musl",
       "/t/x86_64-unknown-linux-musl/release/build/a/0123456789abcdef/out/a.b-cgu.0.rcgu.o lies in cargo's "
       "folder for the target"},

      // The OUT_DIR of a build script contains objects for the target and for the host, also for the host's
      // own triple.
      {{.places = {"/t/aarch64-unknown-linux-musl/debug/build/a-1/out/gen.o"},
        .buildScriptTarget = "aarch64-unknown-linux-musl"},
       "",
       "nothing shows a target"},
      {{.paths = {"/t/aarch64-unknown-linux-musl/debug/build/a-1/out/gen.o"},
        .objects = {{"/t/aarch64-unknown-linux-musl/debug/build/a-1/out/gen.o", x86, unknown, ""}},
        .buildScriptTarget = "aarch64-unknown-linux-musl"},
       "",
       "nothing shows a target"},
      {{.paths = {"/t/x86_64-unknown-linux-musl/debug/build/a/0123456789abcdef/out/gen.o"},
        .objects = {{"/t/x86_64-unknown-linux-musl/debug/build/a/0123456789abcdef/out/gen.o", x86, unknown,
                     ""}}},
       "",
       "nothing shows a target"},
      {{.paths = {"/t/x86_64-unknown-linux-musl/debug/build/a-1/out/gen.o"},
        .objects = {{"/t/x86_64-unknown-linux-musl/debug/build/a-1/out/gen.o", x86, unknown, ""}}},
       "",
       "nothing shows a target"},
      {{.places = {"gen.c"}, .folder = "/t/x86_64-unknown-linux-gnu/debug/build/a-1/out"},
       "x86_64-unknown-linux-gnu",
       "/t/x86_64-unknown-linux-gnu/debug/build/a-1/out lies in cargo's folder for the target"},

      // Objects.
      {{.objects = {{"a.o", arm, unknown, ""}}}, "aarch64-unknown-linux-musl", "a.o is for aarch64"},
      {{.objects = {{"a.o", arm, Triple::GNU, "__isoc99_sscanf"}}},
       "aarch64-unknown-linux-gnu",
       "a.o is for aarch64 and needs __isoc99_sscanf, of glibc's headers"},
      {{.objects = {{"/t/aarch64-unknown-linux-gnu/debug/build/a-1/out/a.o", arm, unknown, ""}}},
       "aarch64-unknown-linux-gnu",
       "/t/aarch64-unknown-linux-gnu/debug/build/a-1/out/a.o is for aarch64"},
      {{.objects = {{"a.o", arm, unknown, ""}}, .buildScriptTarget = "aarch64-unknown-linux-gnu"},
       "aarch64-unknown-linux-gnu",
       "a.o is for aarch64"},
      {{.objects = {{"liba.a(a.o)", x86, Triple::Musl, "setjmp"}}}, "", "nothing shows a target"},
      {{.objects = {{"b.o", x86, unknown, ""}, {"liba.a(a.o)", x86, Triple::Musl, "setjmp"}},
        .buildScriptTarget = "x86_64-unknown-linux-musl"},
       "x86_64-unknown-linux-musl",
       "liba.a(a.o) needs setjmp, of musl's headers"},
      {{.objects = {{"a.o", x86, Triple::GNU, "__ctype_b_loc"}},
        .buildScriptTarget = "x86_64-unknown-linux-musl",
        .variable = "CC"},
       "",
       "a.o needs __ctype_b_loc, of glibc's headers"},
      {{.objects = {{"a.o", llvm::ELF::EM_386, unknown, ""}}}, "", "a.o is for i386"},
      {{.objects = {{"", 0, unknown, ""}}}, "", "nothing shows a target"},
      {{.objects = {{"/t/x86_64-unknown-linux-musl/debug/build/a-1/out/a.o", x86, unknown, "", true}}},
       "x86_64-unknown-linux-musl",
       "/t/x86_64-unknown-linux-musl/debug/build/a-1/out/a.o was compiled by clang, and the "
       "host's compiler is not clang"},
      {{.objects = {{"/t/x86_64-unknown-linux-musl/debug/build/a-1/out/a.o", x86, unknown, "", true}},
        .hostHasClang = true},
       "",
       "nothing shows a target"},
      {{.objects = {{"a.o", x86, unknown, "", true}}}, "", "nothing shows a target"},
      {{.objects = {{"a.o", x86, unknown, "", true}},
        .folder = "/t/x86_64-unknown-linux-musl/debug/build/a-1/out"},
       "x86_64-unknown-linux-musl",
       "a.o was compiled by clang, and the host's compiler is not clang"},

      // CC of a build script.
      {{.places = {"a.c"}, .buildScriptTarget = "x86_64-unknown-linux-musl", .variable = "CC"},
       "x86_64-unknown-linux-musl",
       "CC names this compiler in a build script for x86_64-unknown-linux-musl"},
      {{.objects = {{"gen.o", x86, unknown, ""}},
        .buildScriptTarget = "aarch64-unknown-linux-musl",
        .variable = "CXX"},
       "",
       "nothing shows a target"},
      {{.places = {"a.c"}, .variable = "CC"}, "", "nothing shows a target"},

      // A crate that compiles with plain compilers.
      {{.places = {"a.c"}, .buildScriptTarget = "x86_64-unknown-linux-musl", .package = "rdkafka-sys"},
       "x86_64-unknown-linux-musl",
       "rdkafka-sys compiles for x86_64-unknown-linux-musl with plain compilers"},
      {{.places = {"a.c"}, .buildScriptTarget = "x86_64-unknown-linux-musl", .package = "other-sys"},
       "",
       "nothing shows a target"},
      {{.places = {"a.c"}, .package = "rdkafka-sys"}, "", "nothing shows a target"},

      // Queries.
      {{.buildScriptTarget = "aarch64-unknown-linux-musl", .isQuery = true},
       "aarch64-unknown-linux-musl",
       "a build script for aarch64-unknown-linux-musl runs this query"},
      {{.isQuery = true}, "", "nothing shows a target"},

      // pkg-config and others that find libraries. A build script for the host's own triple, and one of the
      // host.
      {{.places = {"/t/x86_64-unknown-linux-gnu/debug/build/a-1/out"}, .isQuery = true},
       "x86_64-unknown-linux-gnu",
       "/t/x86_64-unknown-linux-gnu/debug/build/a-1/out lies in cargo's folder for the target"},
      {{.places = {"/t/debug/build/a-1/out"}, .isQuery = true}, "", "nothing shows a target"},
      {{.isQuery = true, .targetOfCc = "aarch64-unknown-linux-musl"},
       "aarch64-unknown-linux-musl",
       "CC or CXX names a compiler for aarch64-unknown-linux-musl"},
  };
  for (const auto &row : rows) {
    Guess guess = guessOf(row.call);
    EXPECT_EQ(guess.target ? guess.target->triple.str() : "", row.triple) << row.why;
    EXPECT_EQ(guess.why, row.why);
  }
}

// A host with musl, as Alpine with rustup's Rust: the triple of its build scripts, procedural macros and host
// crates is that of a target.
TEST(Evidence, HostWithMusl) {
  constexpr const char *musl = "x86_64-unknown-linux-musl", *gnu = "x86_64-unknown-linux-gnu";
  constexpr const char *rust = "/r/lib/rustlib/x86_64-unknown-linux-musl/lib/libstd-1.rlib";
  constexpr const char *ofRust = "the arguments name Rust's libraries for x86_64-unknown-linux-musl";
  struct {
    Call call;
    const char *triple; ///< "" for the host
    std::string why;
  } rows[] = {
      // cargo writes to target/<triple> only with --target, build-dir or CARGO_TARGET_DIR included.
      {{.paths = {"/t/release/build/a-1/b.o", rust}, .host = musl}, "", ofRust},
      {{.paths = {"/t/release/deps/libpm.o", "/t/release/deps", rust}, .host = musl}, "", ofRust},
      {{.paths = {rust, "/t/x86_64-unknown-linux-musl/release/deps"}, .host = musl},
       musl,
       "/t/x86_64-unknown-linux-musl/release/deps lies in cargo's folder for the target"},
      {{.paths = {"/b/x86_64-unknown-linux-musl/debug/build/a/0123/out/a.o", rust}, .host = musl},
       musl,
       "/b/x86_64-unknown-linux-musl/debug/build/a/0123/out/a.o lies in cargo's folder for the target"},
      {{.paths = {"/r/lib/rustlib/x86_64-unknown-linux-gnu/lib"}, .host = musl},
       gnu,
       "the arguments name Rust's libraries for x86_64-unknown-linux-gnu"},
      {{.paths = {"/r/lib/rustlib/aarch64-unknown-linux-musl/lib"}, .host = musl},
       "aarch64-unknown-linux-musl",
       "the arguments name Rust's libraries for aarch64-unknown-linux-musl"},

      // cc-rs, which runs plain cc, and passes --target= to a clang.
      {{.places = {"a.c", "/t/release/build/a-1/out/a.o"}, .host = musl}, "", "nothing shows a target"},
      {{.places = {"a.c", "/t/x86_64-unknown-linux-musl/release/build/a-1/out/a.o"}, .host = musl},
       musl,
       "/t/x86_64-unknown-linux-musl/release/build/a-1/out/a.o lies in cargo's folder for the target"},
      {{.places = {"a.c"}, .target = musl, .host = musl},
       "",
       std::string("--target=") + musl + " is the host's own triple"},
      {{.places = {"/t/x86_64-unknown-linux-musl/release/build/a-1/out/a.o"}, .target = musl, .host = musl},
       musl,
       std::string("the arguments contain --target=") + musl},
      {{.target = gnu, .host = musl}, gnu, std::string("the arguments contain --target=") + gnu},

      // Objects.
      {{.objects = {{"a.o", x86, Triple::Musl, "setjmp"}}, .host = musl},
       "",
       "a.o needs setjmp, of musl's headers"},
      {{.objects = {{"a.o", x86, Triple::GNU, "__isoc99_sscanf"}}, .buildScriptTarget = gnu, .host = musl},
       gnu,
       "a.o needs __isoc99_sscanf, of glibc's headers"},
      {{.objects = {{"a.o", x86, Triple::GNU, "__isoc99_sscanf"}}, .host = musl},
       "",
       "nothing shows a target"},

      // Alpine's own Rust has another vendor in its triple: then no target has the host's.
      {{.paths = {"/usr/lib/rustlib/x86_64-alpine-linux-musl/lib"}, .host = "x86_64-alpine-linux-musl"},
       "",
       "the arguments name Rust's libraries for x86_64-alpine-linux-musl"},
      {{.paths = {rust}, .host = "x86_64-alpine-linux-musl"}, musl, ofRust},
      {{.target = "x86_64-alpine-linux-musl", .host = "x86_64-alpine-linux-musl"},
       "",
       "--target=x86_64-alpine-linux-musl is the host's own triple"},
      {{.target = musl, .host = "x86_64-alpine-linux-musl"},
       musl,
       std::string("the arguments contain --target=") + musl},

      // Objects of a Mac are not ELF.
      {{.objects = {{"a.o", arm, unknown, ""}}, .host = "aarch64-apple-darwin"},
       "aarch64-unknown-linux-musl",
       "a.o is for aarch64"},
      {{.paths = {"/r/lib/rustlib/aarch64-apple-darwin/lib"}, .host = "aarch64-apple-darwin"},
       "",
       "the arguments name Rust's libraries for aarch64-apple-darwin"},
  };
  for (const auto &row : rows) {
    Guess guess = guessOf(row.call);
    EXPECT_EQ(guess.target ? guess.target->triple.str() : "", row.triple) << row.why;
    EXPECT_EQ(guess.why, row.why);
  }
}

// Objects are read only if they can change the result: links for the host stay fast.
TEST(Evidence, ReadsObjectsIfUndecided) {
  EXPECT_FALSE(guessOf({}).ofArguments);
  EXPECT_FALSE(guessOf({.buildScriptTarget = "x86_64-unknown-linux-musl", .variable = "CC"}).ofArguments);
  EXPECT_TRUE(guessOf({.target = "x86_64-linux-musl"}).ofArguments);
  EXPECT_TRUE(guessOf({.paths = {"/r/lib/rustlib/x86_64-unknown-linux-gnu/lib"}}).ofArguments);
}

TEST(Evidence, FoldersNameRust) {
  EXPECT_EQ(rustTriple("/r/lib/rustlib/x86_64-unknown-linux-musl/bin"), "x86_64-unknown-linux-musl");
  EXPECT_EQ(rustTriple("/usr/lib/rustlib/x86_64-alpine-linux-musl/bin/self-contained"),
            "x86_64-alpine-linux-musl");
  EXPECT_EQ(rustTriple("/usr/bin"), "");
}

TEST(Evidence, VariablesNameTools) {
  struct {
    const char *value, *name;
    bool names;
  } rows[] = {
      {"gcc", "gcc", true},
      {"gcc", "g++", true},
      {"g++", "gcc", true},
      {"ccache gcc", "gcc", true},
      {"clang -m64", "clang", true},
      {"clang", "clang++", true},
      {"cc", "c++", true},
      {"gcc", "cc", false},
      {"/usr/bin/gcc", "gcc", false},
      {"clang-19", "clang", false},
      {"", "cc", false},
  };
  for (const auto &row : rows)
    EXPECT_EQ(namesTool(row.value, row.name), row.names) << row.value << " " << row.name;
}

// cargo's file names: build_script_build-<hash>, lib<name>-<hash>.so for a procedural macro, lib<name>.so for
// a cdylib.
TEST(Evidence, HostTools) {
  std::vector<StringRef> rust = {"a.o", "/r/libstd-1.rlib"},
                         macro = {"a.o", "/r/libstd-1.rlib", "/r/libproc_macro-9a3b.rlib"};
  EXPECT_TRUE(isHostTool("/t/debug/build/a-1/build_script_build-0123456789abcdef", rust));
  EXPECT_TRUE(isHostTool("/t/debug/build/a-1/build_script_main-0123456789abcdef", rust));
  EXPECT_FALSE(isHostTool("/t/debug/build/a-1/build_script_build-0123456789abcdef", {"a.o"}));
  EXPECT_TRUE(isHostTool("/t/debug/deps/libpm-0123456789abcdef.so", macro));
  EXPECT_FALSE(isHostTool("/t/debug/deps/libpm-0123456789abcdef.so", rust));
  EXPECT_FALSE(isHostTool("/t/debug/deps/libpm.so", macro));
  EXPECT_FALSE(isHostTool("/t/debug/deps/libpm-0123456789abcdeg.so", macro));
  EXPECT_FALSE(isHostTool("/t/debug/deps/pm-0123456789abcdef", macro));
}
