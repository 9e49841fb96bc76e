#include "CallerVariables.h"
#include "Glibc.h"
#include "OwnLibraries.h"
#include "Text.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

using llvm::StringRef;

namespace lambdacc {

// …/bin/<triple>-, with the ceiling if it differs from that of the plain name.
static std::string toolsOf(const Target &target, StringRef prefix) {
  return text("{}/bin/{}-", {prefix, namePrefix(target)});
}

std::vector<Variable> environmentFor(const Target &target, StringRef installation, System host) {
  std::string prefix = withSlashes(installation, host);
  std::string tool = toolsOf(target, prefix);
  auto program = [&](StringRef role) { return programFile(tool + role.str(), host); };
  std::string sysroot = text("{}/share/lambda-cc/sysroots/{}", {prefix, target.triple});
  std::string name = underscored(target.triple);

  // libclang finds its own headers, but without --sysroot it takes the host's C library for every target.
  std::vector<std::string> args = {"--start-no-unused-arguments", "--sysroot=" + sysroot,
                                   "--gcc-toolchain=" + sysroot,  "-stdlib=libc++",
                                   "-stdlib++-isystem",           sysroot + "/include/c++/v1"};
  if (target.isGlibc())
    args.insert(args.end(), {headerCeiling(target), "-idirafter",
                             sysroot + "/lib/" + target.glibc.getAsString() + "/include"});
  for (StringRef folder : ownLibraryFolders()) // libclang ignores those that are not installed
    args.insert(args.end(), {"-idirafter", text("{}/share/lambda-cc/libraries/{}/{}/include",
                                                {prefix, target.triple, folder})});
  args.push_back("--end-no-unused-arguments");
  std::string bindgen;
  for (const std::string &arg : args)
    bindgen += (bindgen.empty() ? "" : " ") + quoteForShell(arg);

  std::string ofTarget = "CARGO_TARGET_" + StringRef(name).upper();
  // cargo splits a runner and flags at spaces. The tool can be found on PATH instead.
  bool hasSpace = StringRef(prefix).find_first_of(" \t\r\n") != StringRef::npos;
  std::string runner = programFile((target.triple + "-run").str(), host);
  if (!hasSpace)
    runner = text("{}/bin/{}", {prefix, runner});
  // cc-rs derives the names of the compilers from a linker's that ends in -gcc, so it has no .exe.
  std::vector<Variable> variables = {
      {ofTarget + "_LINKER", tool + "gcc", "cargo", target.triple, "linker"},
      {"CC_" + name, program("gcc"), "cc-rs"},
      {"CXX_" + name, program("g++"), "cc-rs"},
      {"AR_" + name, program("ar"), "cc-rs"},
      {"RANLIB_" + name, program("ranlib"), "cc-rs"},
      {"CMAKE_TOOLCHAIN_FILE_" + name, text("{}/share/lambda-cc/cmake/{}.cmake", {prefix, target.triple}),
       "cmake-rs"},
      {"BINDGEN_EXTRA_CLANG_ARGS_" + name, bindgen, "bindgen"},
      {"PKG_CONFIG_" + name, program("pkg-config"), "pkg-config-rs"},
      // Both runtimes have their certificates there. Without it a vendored OpenSSL looks in its own prefix,
      // which is empty on Lambda.
      {StringRef(name).upper() + "_OPENSSL_CONFIG_DIR", "/etc/pki/tls", "openssl-sys"},
      {StringRef(name).upper() + "_OPENSSL_DIR",
       text("{}/share/lambda-cc/libraries/{}/openssl", {prefix, target.triple}), "openssl-sys"},
      {ofTarget + "_RUNNER", runner, "cargo", target.triple, "runner"},
  };
  if (!target.isGlibc() && !hasSpace)
    variables.push_back({ofTarget + "_RUSTFLAGS", "-Lnative=" + folderOfStaticCxx(target, prefix), "cargo",
                         target.triple, "rustflags"});
  return variables;
}

std::string folderOfStaticCxx(const Target &target, StringRef prefix) {
  return text("{}/share/lambda-cc/sysroots/{}/lib/static-stdc++", {prefix, target.triple});
}

bool isOpensslFolder(const Variable &variable) { return StringRef(variable.name).ends_with("_OPENSSL_DIR"); }

std::vector<Variable> usefulOf(std::vector<Variable> variables, const Target &target, const Facts &facts) {
  llvm::erase_if(variables, [&](const Variable &variable) {
    if (variable.key == "rustflags")
      return !facts.takesFlags;
    if (isOpensslFolder(variable))
      return !facts.needsOpensslFolder;
    bool isName = !StringRef(variable.value).contains('/');
    return variable.key == "runner" && (target.machine == facts.hostMachine || (isName && !facts.hasPath));
  });
  return variables;
}

std::vector<Variable> portableEnvironmentFor(const Target &target) {
  std::vector<Variable> variables = environmentFor(target, /*prefix=*/"", System::Linux);
  llvm::erase_if(variables,
                 [](const Variable &each) { return StringRef(each.value).contains("/share/lambda-cc/"); });
  for (Variable &variable : variables)
    if (StringRef name = variable.value; name.consume_front("/bin/"))
      variable.value = name.str();
  return variables;
}

std::vector<Variable> plainEnvironmentFor(const Target &target, StringRef prefix) {
  std::string tool = toolsOf(target, withSlashes(prefix));
  std::vector<Variable> variables;
  constexpr struct {
    StringRef name, role;
  } rows[] = {{"CC", "gcc"}, {"CXX", "g++"}, {"AR", "ar"},       {"RANLIB", "ranlib"},
              {"NM", "nm"},  {"LD", "ld"},   {"STRIP", "strip"}, {"PKG_CONFIG", "pkg-config"}};
  for (const auto &row : rows)
    variables.push_back({row.name.str(), programFile(tool + row.role.str()), "builds that ignore TARGET"});
  for (const auto &[name, program] : {std::pair("HOST_CC", "cc"), {"HOST_CXX", "c++"}, {"HOST_AR", "ar"}})
    variables.push_back({name, program, "cc-rs, for the host"});
  for (const auto &[name, value] : {std::pair("GOOS", "linux"),
                                    {"GOARCH", target.arch == llvm::Triple::aarch64 ? "arm64" : "amd64"},
                                    {"CGO_ENABLED", "1"}}) // Go turns it off where GOARCH is not the host's
    variables.push_back({name, value, "Go: cgo runs CC and CXX"});
  return variables;
}

std::vector<std::string> namesInCcRs(StringRef variable, StringRef triple) {
  return {(variable + "_" + triple).str(), underscored((variable + "_" + triple).str()),
          ("TARGET_" + variable).str(), variable.str()};
}

std::string withFirst(StringRef folder, StringRef path, char separator) {
  std::string result = folder.str();
  if (path.empty()) // an empty element would be the working directory
    return result;
  for (StringRef other : llvm::split(path, separator))
    if (other != folder)
      result += separator + other.str();
  return result;
}

// A line for each variable: `sentence` with the name, and the value as `quote` writes it.
static std::string inLines(llvm::ArrayRef<Variable> variables, StringRef sentence,
                           llvm::function_ref<std::string(StringRef)> quote) {
  std::string lines;
  for (const Variable &variable : variables)
    lines += text(sentence, {variable.name, quote(variable.value)});
  return lines;
}

// The sh of Git for Windows, and fish of MSYS2, have a colon between the folders of PATH, and C:\o is /c/o.
static std::string folderOfMsys(StringRef folder) {
  auto [drive, rest] = folder.split(':');
  return withSlashes(rest.empty() ? folder.str() : "/" + drive.lower() + rest.str(), System::Windows);
}

static std::string folderForUnixShell(const Environment &environment) {
  return environment.separator == ';' ? folderOfMsys(environment.dropIn) : environment.dropIn;
}

// PATH is changed when a shell reads the lines, which may be another than the one that runs env. A second
// time changes nothing.
static std::string forShell(const Environment &environment) {
  std::string folder = quoteForShell(folderForUnixShell(environment));
  return text("case \"${}:\" in {}:*) ;; *) export PATH={}\"${}\" ;; esac\n",
              {"{PATH-}", folder, folder, "{PATH:+:$PATH}"}) +
         inLines(environment.variables, "export {}={}\n", quoteForShell);
}

// `value` between single quotes, with `escape` before each of `special`.
static std::string quoted(StringRef value, StringRef special, char escape) {
  std::string out = "'";
  for (char c : value) {
    if (special.contains(c))
      out += escape;
    out += c;
  }
  return out + "'";
}

static std::string forFish(const Environment &environment) {
  auto quote = [](StringRef value) { return quoted(value, "\\'", '\\'); };
  std::string folder = quote(folderForUnixShell(environment));
  return text("test \"$PATH[1]\" = {}; or set -gx PATH {} $PATH\n", {folder, folder}) +
         inLines(environment.variables, "set -gx {} {}\n", quote);
}

static std::string forPowerShell(const Environment &environment) {
  auto quote = [](StringRef value) { return quoted(value, "'", '\''); };
  StringRef separator(&environment.separator, 1);
  std::string folder = quote(environment.dropIn + environment.separator);
  return text("if (-not ($env:PATH + '{}').StartsWith({}, 'Ordinal')) {} $env:PATH = {} + $env:PATH {}\n",
              {separator, folder, "{", folder, "}"}) +
         inLines(environment.variables, "$env:{} = {}\n", quote);
}

// For cmd's `for /f "delims=" %i in ('…') do @%i`, which replaces no %PATH% in a line. So it gets the whole
// PATH.
static std::string forCmd(const Environment &environment) {
  return text("set \"PATH={}\"\n", {environment.path}) +
         inLines(environment.variables, "set \"{}={}\"\n", [](StringRef value) { return value.str(); });
}

// The form of the file that GITHUB_ENV names. A value ends with its line. Folders of PATH have a file of
// their own (EnvCommand.cpp).
static std::string forGithub(const Environment &environment) {
  return inLines(environment.variables, "{}={}\n", [](StringRef value) { return value.str(); });
}

std::string quotedForToml(StringRef text) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  stream << llvm::json::Value(llvm::json::fixUTF8(text));
  return out;
}

std::string cargoHeader(StringRef name) { return text("[{}]{}", {name, cargoMark}); }

std::string cargoLine(StringRef key, StringRef value) {
  return text("{} = {}{}", {key, quotedForToml(value), cargoMark});
}

std::string cargoLine(const Variable &variable) {
  if (variable.key == "rustflags")
    return text("{} = [{}]{}", {variable.key, quotedForToml(variable.value), cargoMark});
  return cargoLine(variable.key.empty() ? StringRef(variable.name) : variable.key, variable.value);
}

// .cargo/config.toml. A linker is a key of cargo's own tables. PATH is left out: a value there would replace
// the caller's PATH.
static std::string forCargo(const Environment &environment) {
  std::string variables;
  llvm::MapVector<StringRef, std::string> tables; // by the triple
  for (const Variable &variable : environment.variables)
    (variable.key.empty() ? variables : tables[variable.targetOf]) += cargoLine(variable) + "\n";
  std::string out;
  for (const auto &[triple, lines] : tables)
    out += text("{}\n{}\n", {cargoHeader(("target." + triple).str()), lines});
  return out + cargoHeader("env") + "\n" + variables;
}

// A program that reads JSON replaces whole variables, so it gets the whole PATH.
static std::string forProgram(const Environment &environment) {
  std::string out;
  llvm::raw_string_ostream stream(out);
  llvm::json::OStream json(stream, /*IndentSize=*/2);
  json.object([&] {
    json.attribute("PATH", llvm::json::fixUTF8(environment.path));
    for (const Variable &variable : environment.variables)
      json.attribute(variable.name, llvm::json::fixUTF8(variable.value));
  });
  stream << "\n";
  return printableJson(out);
}

llvm::ArrayRef<Format> formats() {
  static constexpr Format table[] = {
      {"sh", forShell},      {"fish", forFish},   {"powershell", forPowerShell}, {"cmd", forCmd},
      {"github", forGithub}, {"cargo", forCargo}, {"json", forProgram},
  };
  return table;
}

} // namespace lambdacc
