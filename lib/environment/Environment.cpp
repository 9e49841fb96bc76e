#include "Environment.h"
#include "Text.h"
#include <algorithm>

using llvm::StringRef;

namespace lambdacc {

// x86_64-unknown-linux-musl as the callers write it into a variable's name.
static std::string underscored(const Target &target) {
  std::string name = target.triple.str();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

std::vector<Variable> environmentFor(const Target &target, StringRef prefix) {
  bool plain = target.glibc == findTarget(target.triple)->glibc;
  std::string tool = text("{}/bin/{}-", {prefix, plain ? target.triple.str() : toolPrefix(target)});
  std::string sysroot = text("{}/share/lambda-cc/sysroots/{}", {prefix, target.triple});
  std::string name = underscored(target);

  // libclang finds its own headers, and takes the host's C library for every target unless it is told
  // (callers.md B2).
  std::vector<std::string> words = {"--start-no-unused-arguments", "--sysroot=" + sysroot,
                                    "--gcc-toolchain=" + sysroot,  "-stdlib=libc++",
                                    "-stdlib++-isystem",           sysroot + "/include/c++/v1"};
  if (target.isGlibc())
    words.insert(words.end(), {"-D__GLIBC_MINOR__=" + std::to_string(target.glibc.getMinor().value_or(0)),
                               "-idirafter", sysroot + "/lib/" + target.glibc.getAsString() + "/include"});
  words.push_back("--end-no-unused-arguments");
  std::string bindgen;
  for (const std::string &word : words)
    bindgen += (bindgen.empty() ? "" : " ") + quoteForShell(word);

  return {
      {"CARGO_TARGET_" + StringRef(name).upper() + "_LINKER", tool + "gcc", "cargo"},
      {"CC_" + name, tool + "gcc", "cc-rs"},
      {"CXX_" + name, tool + "g++", "cc-rs"},
      {"AR_" + name, tool + "ar", "cc-rs"},
      {"RANLIB_" + name, tool + "ranlib", "cc-rs"},
      {"CMAKE_TOOLCHAIN_FILE_" + name, text("{}/share/lambda-cc/cmake/{}.cmake", {prefix, target.triple}),
       "cmake-rs"},
      {"BINDGEN_EXTRA_CLANG_ARGS_" + name, bindgen, "bindgen"},
      {"PKG_CONFIG_" + name, tool + "pkg-config", "pkg-config-rs"},
  };
}

std::string asShell(llvm::ArrayRef<Variable> variables) {
  std::string lines;
  for (const Variable &variable : variables)
    lines += text("export {}={}\n", {variable.name, quoteForShell(variable.value)});
  return lines;
}

} // namespace lambdacc
