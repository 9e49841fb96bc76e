#include "Report.h"
#include "Checks.h"
#include "HostVariables.h"
#include "OwnVariables.h"
#include "PathSearch.h"
#include "Run.h"
#include "System.h"
#include "SystemVersion.h"
#include "Text.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Regex.h"
#include "llvm/TargetParser/Host.h"
#include "llvm/TargetParser/Triple.h"

using llvm::StringRef;

namespace lambdacc {

//===- The home -------------------------------------------------------------===//

// A character that continues a name: /home/adam is not in /home/ada.
static bool isOfName(char c) { return llvm::isAlnum(c) || StringRef("_-.").contains(c) || (c & 0x80); }

// Any text can come before the path, as in -L/home/ada/lib.
std::string withoutHome(StringRef text, StringRef home) {
  std::string folder = withSlashes(home.rtrim("/\\"), System::Windows);
  if (folder.empty() || folder.back() == ':') // it is / or C:\, or not set
    return text.str();
  std::string plain = withSlashes(text, System::Windows);
  std::string result;
  size_t from = 0;
  while (from < text.size()) {
    StringRef rest = StringRef(plain).substr(from);
    bool isHome = rest.consume_front_insensitive(folder) && (rest.empty() || !isOfName(rest.front()));
    result += isHome ? '~' : text[from];
    from += isHome ? folder.size() : 1;
  }
  return result;
}

//===- Programs -------------------------------------------------------------===//

// What `program` prints for `args`: the line with its version, and the host of a rustc. Not always the first
// line: llvm-ar's names LLVM.
static std::string versionOf(StringRef program, llvm::ArrayRef<StringRef> args) {
  std::vector<StringRef> command = {program};
  command.insert(command.end(), args.begin(), args.end());
  llvm::Expected<std::string> output = outputOf(program, command);
  if (!output) {
    Finding failed = asFinding("", output.takeError());
    failed.advice.insert(failed.advice.begin(), failed.what);
    return llvm::join(failed.advice, ", ");
  }
  static const llvm::Regex version("[0-9]\\.[0-9]");
  std::string found;
  for (StringRef line : llvm::split(*output, '\n'))
    if ((found.empty() && version.match(line)) || line.starts_with("host: "))
      found += (found.empty() ? "" : ", ") + line.trim().str();
  return found.empty() ? "prints no version" : found;
}

static std::string lineOf(StringRef role, llvm::Expected<Program> program) {
  if (!program)
    return text("{}: {}", {role, toString(program.takeError())});
  std::vector<StringRef> args(program->prefix.begin(), program->prefix.end());
  args.push_back("--version");
  return text("{}: {}: {}", {role, program->path, versionOf(program->path, args)});
}

// The programs that the tools run, and those that run the tools.
static void addPrograms(std::vector<std::string> &lines, const CheckContext &context) {
  const Settings &settings = context.setup.settings;
  Places places = context.places();
  std::vector<StringRef> rust;
  if (!context.rustLibraries.empty())
    rust.push_back(context.rustLibraries);
  lines.push_back(lineOf("clang", findClang(places, settings.clang)));
  for (const auto &[role, gcc] : gccsOfMachines(places, settings.gcc))
    lines.push_back(gcc ? lineOf(role, *gcc) : text("{}: none", {role}));
  lines.push_back(lineOf("ld.lld", findLinker(places, settings.lld, rust, /*preferRust=*/false)));
  lines.push_back(lineOf("llvm-ar", findBinutil(places, "llvm-ar")));

  static constexpr struct {
    llvm::StringLiteral name;
    StringRef args[2];
  } callers[] = {{"rustc", {"-vV"}},
                 {"cargo", {"--version"}},
                 {"rustup", {"--version"}},
                 {"cargo-lambda", {"lambda", "--version"}},
                 {"cmake", {"--version"}}};
  for (const auto &row : callers) {
    std::string file = findOtherOnPath(places, row.name);
    llvm::ArrayRef<StringRef> args(row.args);
    if (args.back().empty())
      args = args.drop_back();
    lines.push_back(text("{}: {}", {row.name, file.empty() ? "none" : file + ": " + versionOf(file, args)}));
  }
  // Without Apple's Command Line Tools /usr/bin/cc opens a dialog when it is run.
  std::string cc = findOtherOnPath(places, "cc");
  lines.push_back("cc: " + (cc.empty() ? "none" : cc));
}

//===- The environment ------------------------------------------------------===//

// The variables of others that change a build, by name.
static llvm::StringSet<> namesOfOthers(StringRef prefix) {
  llvm::StringSet<> names;
  for (const HostVariable &row : hostVariables())
    names.insert(row.name);
  for (StringRef name : {"CARGO_BUILD_TARGET", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS", "RUSTUP_TOOLCHAIN"})
    names.insert(name);
  for (const Target &target : targets()) {
    for (const Variable &variable : environmentFor(target, prefix))
      names.insert(variable.name);
    for (StringRef variable : {"CC", "CXX", "AR", "CFLAGS", "CXXFLAGS"})
      for (const std::string &name : namesInCcRs(variable, target.triple))
        names.insert(name);
  }
  return names;
}

static void addVariables(std::vector<std::string> &lines, const CheckContext &context) {
  for (const OwnVariable &row : ownVariables())
    if (context.isSet(row.name))
      lines.push_back(text("{}={}", {row.name, context.variable(row.name)}));
  llvm::StringSet<> names = namesOfOthers(prefixOf(context.setup));
  std::vector<std::string> set;
  for (char **entry = context.setup.environment; *entry; ++entry)
    if (StringRef name = StringRef(*entry).split('=').first; names.contains(name))
      set.push_back(name.str());
  llvm::sort(set);
  if (!set.empty())
    lines.push_back("also set: " + joinWithAnd(set));
  lines.push_back("PATH:");
  for (const std::string &folder : context.setup.settings.path)
    lines.push_back(text("  {}{}", {folder, context.fs->exists(folder) ? "" : " (does not exist)"}));
}

std::string reportOn(const Setup &setup, StringRef version, std::vector<Finding> findings) {
  CheckContext context{.setup = setup, .check = ""};
  findRust(context);
  llvm::Triple process(llvm::sys::getProcessTriple());
  std::vector<std::string> lines = {
      text("lambda-cc {} for {} on {}: {}",
           {version, systemName(), process.getArchName(), setup.settings.executable}),
      text("system: {}, {}", {systemVersion(), kernelVersion()})};
  addPrograms(lines, context);
  addVariables(lines, context);

  // The executable's path has no links, so the home may appear without its links, too.
  std::vector<std::string> homes;
  for (StringRef name : {"HOME", "USERPROFILE"})
    if (StringRef home = context.variable(name); !home.empty()) {
      homes.push_back(std::string(realPath(home, *context.fs)));
      homes.push_back(home.str());
    }
  auto hide = [&](std::string &line) {
    for (const std::string &home : homes)
      line = withoutHome(line, home);
  };
  std::string report = "```text\n";
  for (std::string &line : lines) {
    hide(line);
    report += printableLine(line) + "\n";
  }
  for (Finding &finding : findings) {
    hide(finding.what);
    llvm::for_each(finding.advice, hide);
  }
  return report + inText(findings) + "```\n";
}

} // namespace lambdacc
