// lambda-cc is one executable with many names. This file maps each name to a tool; each tool has a file of
// its own.
#include "Main.h"
#include "Print.h"
#include "System.h"
#include "ToolName.h"
#include "Tools.h"
#include "llvm/ADT/STLExtras.h"

using namespace lambdacc;
using llvm::StringRef;

// clang-format off
static constexpr Tool table[] = {
    {"gcc",          cc,        ""},
    {"g++",          cxx,       ""},
    {"cc",           cc,        ""},
    {"c++",          cxx,       ""},
    {"clang",        cc,        ""},
    {"clang++",      cxx,       ""},
    {"cpp",          cpp,       ""},
    {"as",           as,        ""},
    {"ld",           ld,        ""},
    {"ld.lld",       ld,        ""},
    {"ar",           binutil,   "llvm-ar"},
    {"gcc-ar",       binutil,   "llvm-ar"},
    {"llvm-ar",      binutil,   "llvm-ar"},
    {"ranlib",       binutil,   "llvm-ranlib"},
    {"gcc-ranlib",   binutil,   "llvm-ranlib"},
    {"llvm-ranlib",  binutil,   "llvm-ranlib"},
    {"nm",           binutil,   "llvm-nm"},
    {"gcc-nm",       binutil,   "llvm-nm"},
    {"llvm-nm",      binutil,   "llvm-nm"},
    {"strip",        binutil,   "llvm-strip"},
    {"llvm-strip",   binutil,   "llvm-strip"},
    {"objcopy",      binutil,   "llvm-objcopy"},
    {"llvm-objcopy", binutil,   "llvm-objcopy"},
    {"objdump",      binutil,   "llvm-objdump"},
    {"llvm-objdump", binutil,   "llvm-objdump"},
    {"readelf",      binutil,   "llvm-readelf"},
    {"llvm-readelf", binutil,   "llvm-readelf"},
    {"addr2line",    binutil,   "llvm-addr2line"},
    {"llvm-addr2line", binutil, "llvm-addr2line"},
    {"size",         binutil,   "llvm-size"},
    {"llvm-size",    binutil,   "llvm-size"},
    {"strings",      binutil,   "llvm-strings"},
    {"llvm-strings", binutil,   "llvm-strings"},
    {"c++filt",      binutil,   "llvm-cxxfilt"},
    {"llvm-cxxfilt", binutil,   "llvm-cxxfilt"},
    {"pkg-config",   pkgConfig, ""},
    {"pg_config",    pgConfig,  ""},
    {"mysql_config", mysqlConfig, ""},
    {"mariadb_config", mysqlConfig, ""},
    {"run",          runner,    ""},
};
// clang-format on

// The plain tools of the drop-in folder. rustc runs cc, and for the host's own triple cc-rs runs cc and c++.
// People set CC to gcc or clang. bindgen runs clang for a target's folders of headers. cc-rs runs ar, and
// Makefiles ranlib, which a machine without a compiler does not have. Build scripts run pkg-config and the
// others that find libraries. cargo adds variables that crates need, and runs the next cargo on PATH.
// There is never a plain ld or as: the host's compilers look those up on PATH. clang-19 is left out, too: a
// program that looks for the newest clang-N would find all from 16 to 30.
static constexpr Tool plain[] = {
    {"cc", dropIn, ""},
    {"c++", dropIn, ""},
    {"gcc", dropIn, ""},
    {"g++", dropIn, ""},
    {"clang", dropIn, ""},
    {"clang++", dropIn, ""},
    {"ar", dropInAr, "llvm-ar"},
    {"ranlib", dropInAr, "llvm-ranlib"},
    {"pkg-config", dropInPackages, "pkg-config"},
    {"pkgconf", dropInPackages, "pkg-config"},
    {"pg_config", dropInPackages, "pg_config"},
    {"mysql_config", dropInPackages, "mysql_config"},
    {"mariadb_config", dropInPackages, "mariadb_config"},
    {"cargo", dropInCargo, ""},
};

llvm::ArrayRef<Tool> lambdacc::tools() { return table; }
llvm::ArrayRef<Tool> lambdacc::plainTools() { return plain; }

// A tool that neither compiles nor links must not fail for a wrong value of a variable that it does not use.
static bool readsSettings(const Tool &tool) {
  return !llvm::is_contained({binutil, pkgConfig, pgConfig, mysqlConfig, runner}, tool.run);
}

int lambdacc::runTool(Session session) {
  for (const Tool &tool : plain)
    if (session.prog == tool.role)
      return tool.run(tool, session);
  std::vector<StringRef> roles;
  for (const Tool &tool : table)
    roles.push_back(tool.role);
  llvm::Expected<ToolName> name = parseToolName(session.prog, roles);
  if (!name)
    return report(session.prog, name.takeError());
  const Tool &tool = *llvm::find_if(table, [&](const Tool &tool) { return tool.role == name->role; });
  session.chosen = name->target;
  if (readsSettings(tool))
    if (llvm::Error error = setTarget(session, name->target, name->hasCeiling))
      return report(session.prog, std::move(error));
  return tool.run(tool, session);
}

int lambdacc::run(int argc, char **argv, char **environment) {
  std::string prog = argc ? programName(argv[0]) : "lambda-cc";
  llvm::ArrayRef<const char *> args(argv + std::min(argc, 1), argv + argc);
  Session session = readSession(prog, argv[0], args, environment);
  return finish(prog, prog == "lambda-cc" ? lambdaCc(session) : runTool(std::move(session)));
}
