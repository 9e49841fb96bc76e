#include "CallerVariables.h"
#include "Glibc.h"
#include "Text.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"
#include <algorithm>

using llvm::StringRef;

namespace lambdacc {

// x86_64-unknown-linux-musl as the callers write it into a variable's name.
static std::string underscored(const Target &target) {
  std::string name = target.triple.str();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

// …/bin/<triple>-, with the ceiling where it is not the one that the plain name stands for.
static std::string toolsOf(const Target &target, StringRef prefix) {
  bool plain = target.glibc == findTarget(target.triple)->glibc;
  return text("{}/bin/{}-", {prefix, plain ? target.triple.str() : toolPrefix(target)});
}

std::vector<Variable> environmentFor(const Target &target, StringRef prefix) {
  std::string tool = toolsOf(target, prefix);
  std::string sysroot = text("{}/share/lambda-cc/sysroots/{}", {prefix, target.triple});
  std::string name = underscored(target);

  // libclang finds its own headers, and takes the host's C library for every target unless it is told
  // (requirements.md B2).
  std::vector<std::string> words = {"--start-no-unused-arguments", "--sysroot=" + sysroot,
                                    "--gcc-toolchain=" + sysroot,  "-stdlib=libc++",
                                    "-stdlib++-isystem",           sysroot + "/include/c++/v1"};
  if (target.isGlibc())
    words.insert(words.end(), {headerCeiling(target), "-idirafter",
                               sysroot + "/lib/" + target.glibc.getAsString() + "/include"});
  words.push_back("--end-no-unused-arguments");
  std::string bindgen;
  for (const std::string &word : words)
    bindgen += (bindgen.empty() ? "" : " ") + quoteForShell(word);

  return {
      {"CARGO_TARGET_" + StringRef(name).upper() + "_LINKER", tool + "gcc", "cargo", target.triple},
      {"CC_" + name, tool + "gcc", "cc-rs"},
      {"CXX_" + name, tool + "g++", "cc-rs"},
      {"AR_" + name, tool + "ar", "cc-rs"},
      {"RANLIB_" + name, tool + "ranlib", "cc-rs"},
      {"CMAKE_TOOLCHAIN_FILE_" + name, text("{}/share/lambda-cc/cmake/{}.cmake", {prefix, target.triple}),
       "cmake-rs"},
      {"BINDGEN_EXTRA_CLANG_ARGS_" + name, bindgen, "bindgen"},
      {"PKG_CONFIG_" + name, tool + "pkg-config", "pkg-config-rs"},
      // Where both runtimes have their certificates: a vendored OpenSSL looks into a folder that is empty.
      {StringRef(name).upper() + "_OPENSSL_CONFIG_DIR", "/etc/pki/tls", "openssl-sys"},
  };
}

std::vector<Variable> plainEnvironmentFor(const Target &target, StringRef prefix) {
  std::string tool = toolsOf(target, prefix);
  std::vector<Variable> variables;
  constexpr struct {
    StringRef name, role;
  } rows[] = {{"CC", "gcc"}, {"CXX", "g++"}, {"AR", "ar"},       {"RANLIB", "ranlib"},
              {"NM", "nm"},  {"LD", "ld"},   {"STRIP", "strip"}, {"PKG_CONFIG", "pkg-config"}};
  for (const auto &row : rows)
    variables.push_back({row.name.str(), tool + row.role.str(), "builds that ignore TARGET"});
  for (const auto &[name, program] : {std::pair("HOST_CC", "cc"), {"HOST_CXX", "c++"}, {"HOST_AR", "ar"}})
    variables.push_back({name, program, "cc-rs, for the host"});
  return variables;
}

// A line for each: `sentence` with its name and its value, as `quote` writes that.
static std::string inLines(llvm::ArrayRef<Variable> variables, StringRef sentence,
                           llvm::function_ref<std::string(StringRef)> quote) {
  std::string lines;
  for (const Variable &variable : variables)
    lines += text(sentence, {variable.name, quote(variable.value)});
  return lines;
}

static std::string forShell(llvm::ArrayRef<Variable> variables) {
  return inLines(variables, "export {}={}\n", quoteForShell);
}

// `word` between single quotes, with `escape` before each of `special`.
static std::string quoted(StringRef word, StringRef special, char escape) {
  std::string out = "'";
  for (char c : word) {
    if (special.contains(c))
      out += escape;
    out += c;
  }
  return out + "'";
}

static std::string forFish(llvm::ArrayRef<Variable> variables) {
  return inLines(variables, "set -gx {} {}\n", [](StringRef value) { return quoted(value, "\\'", '\\'); });
}

static std::string forPowerShell(llvm::ArrayRef<Variable> variables) {
  return inLines(variables, "$env:{} = {}\n", [](StringRef value) { return quoted(value, "'", '\''); });
}

// The form of the file that GITHUB_ENV names. A value ends with its line.
static std::string forGithub(llvm::ArrayRef<Variable> variables) {
  return inLines(variables, "{}={}\n", [](StringRef value) { return value.str(); });
}

std::string quotedForToml(StringRef word) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  stream << llvm::json::Value(llvm::json::fixUTF8(word));
  return out;
}

// .cargo/config.toml. cargo's own variables say what its tables do, so the linker is one of a table.
static std::string forCargo(llvm::ArrayRef<Variable> variables) {
  std::string tables, environment;
  for (const Variable &variable : variables)
    if (variable.linkerOf.empty())
      environment += text("{} = {}\n", {variable.name, quotedForToml(variable.value)});
    else
      tables += text("[target.{}]\nlinker = {}\n\n", {variable.linkerOf, quotedForToml(variable.value)});
  return tables + "[env]\n" + environment;
}

static std::string forProgram(llvm::ArrayRef<Variable> variables) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  llvm::json::OStream json(stream, /*IndentSize=*/2);
  json.object([&] {
    for (const Variable &variable : variables)
      json.attribute(variable.name, llvm::json::fixUTF8(variable.value));
  });
  stream << "\n";
  return printableJson(out);
}

llvm::ArrayRef<Format> formats() {
  static constexpr Format table[] = {
      {"sh", forShell},      {"fish", forFish},   {"powershell", forPowerShell},
      {"github", forGithub}, {"cargo", forCargo}, {"json", forProgram},
  };
  return table;
}

} // namespace lambdacc
