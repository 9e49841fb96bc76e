#include "CallerVariables.h"
#include "llvm/ADT/STLExtras.h"
#include "gtest/gtest.h"

using namespace lambdacc;
using llvm::StringRef;

static std::string valueOf(const std::vector<Variable> &variables, StringRef name) {
  auto it = llvm::find_if(variables, [&](const Variable &each) { return each.name == name; });
  return it == variables.end() ? "" : it->value;
}

// cc-rs takes a value that is not a file for a command with arguments, so programs have their .exe. It
// derives others from a linker that ends in -gcc. bindgen reads a backslash as an escape, cargo splits at a
// space.
TEST(CallerVariables, OnWindows) {
  const Target &target = *findTarget("x86_64-unknown-linux-musl");
  std::vector<Variable> plain = environmentFor(target, "C:\\o", System::Windows);
  EXPECT_EQ(plain.front().value, "C:/o/bin/x86_64-unknown-linux-musl-gcc");
  struct {
    const char *name, *value;
  } rows[] = {
      {"CC_x86_64_unknown_linux_musl", "C:/o/bin/x86_64-unknown-linux-musl-gcc.exe"},
      {"CXX_x86_64_unknown_linux_musl", "C:/o/bin/x86_64-unknown-linux-musl-g++.exe"},
      {"AR_x86_64_unknown_linux_musl", "C:/o/bin/x86_64-unknown-linux-musl-ar.exe"},
      {"RANLIB_x86_64_unknown_linux_musl", "C:/o/bin/x86_64-unknown-linux-musl-ranlib.exe"},
      {"PKG_CONFIG_x86_64_unknown_linux_musl", "C:/o/bin/x86_64-unknown-linux-musl-pkg-config.exe"},
      {"CMAKE_TOOLCHAIN_FILE_x86_64_unknown_linux_musl",
       "C:/o/share/lambda-cc/cmake/x86_64-unknown-linux-musl.cmake"},
      {"CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_RUNNER", "C:/o/bin/x86_64-unknown-linux-musl-run.exe"},
  };
  for (const auto &row : rows)
    EXPECT_EQ(valueOf(plain, row.name), row.value) << row.name;
  std::string bindgen = valueOf(plain, "BINDGEN_EXTRA_CLANG_ARGS_x86_64_unknown_linux_musl");
  EXPECT_NE(bindgen.find("--sysroot=C:/o/share/lambda-cc/sysroots/x86_64-unknown-linux-musl "),
            std::string::npos);
  EXPECT_EQ(bindgen.find('\\'), std::string::npos);
  std::vector<Variable> spaced = environmentFor(target, "C:\\o x", System::Windows);
  EXPECT_EQ(valueOf(spaced, "CARGO_TARGET_X86_64_UNKNOWN_LINUX_MUSL_RUNNER"),
            "x86_64-unknown-linux-musl-run.exe");
}

// A configuration of a project is shared by people with different hosts. Windows adds .exe to a name.
TEST(CallerVariables, PortableNamesHaveNoSuffix) {
  for (const Target &target : targets())
    for (const Variable &variable : portableEnvironmentFor(target))
      EXPECT_FALSE(StringRef(variable.value).ends_with(".exe")) << variable.name;
}

// Folders of PATH have a semicolon between them, and in the shells of Unix a colon.
TEST(CallerVariables, FormatsOnWindows) {
  Environment environment = {{{"A", "C:/o x/bin/a.exe", ""}}, "C:\\o x\\d", "C:\\o x\\d;C:\\w", ';'};
  struct {
    StringRef format, text;
  } rows[] = {
      {"powershell", "if (-not ($env:PATH + ';').StartsWith('C:\\o x\\d;', 'Ordinal')) "
                     "{ $env:PATH = 'C:\\o x\\d;' + $env:PATH }\n$env:A = 'C:/o x/bin/a.exe'\n"},
      {"cmd", "set \"PATH=C:\\o x\\d;C:\\w\"\nset \"A=C:/o x/bin/a.exe\"\n"},
      {"sh", "case \"${PATH-}:\" in '/c/o x/d':*) ;; *) export PATH='/c/o x/d'\"${PATH:+:$PATH}\" ;; esac\n"
             "export A='C:/o x/bin/a.exe'\n"},
      {"fish", "test \"$PATH[1]\" = '/c/o x/d'; or set -gx PATH '/c/o x/d' $PATH\n"
               "set -gx A 'C:/o x/bin/a.exe'\n"},
  };
  for (const auto &row : rows) {
    const Format &format =
        *llvm::find_if(formats(), [&](const Format &each) { return each.name == row.format; });
    EXPECT_EQ(format.write(environment), row.text);
  }
}
