#include "HostVariables.h"

namespace lambdacc {

// clang-format off
static constexpr HostVariable table[] = {
    {"CPATH",                    "it adds header folders of the host"},
    {"C_INCLUDE_PATH",           "it adds header folders of the host"},
    {"CPLUS_INCLUDE_PATH",       "it adds header folders of the host"},
    {"OBJC_INCLUDE_PATH",        "it adds header folders of the host"},
    {"LIBRARY_PATH",             "it adds library folders of the host"},
    {"COMPILER_PATH",            "it adds program folders of the host"},
    {"GCC_EXEC_PREFIX",          "it moves the search for libraries to the host's gcc"},
    {"LD_RUN_PATH",              "it adds an rpath to folders of the build machine"},
    {"SDKROOT",                  "it names another sysroot"},
    {"MACOSX_DEPLOYMENT_TARGET", "it is a version of macOS, not of the target"},
    {"DEVELOPER_DIR",            "it selects Apple's tools and SDKs"},
    {"CCC_OVERRIDE_OPTIONS",     "it edits clang's command line"},
    {"CLANG_CONFIG_FILE_USER_DIR",   "it adds options to clang's command line"},
    {"CLANG_CONFIG_FILE_SYSTEM_DIR", "it adds options to clang's command line"},
    // "Environment Variables Affecting GCC" in GCC's manual, and -fcompare-debug there; GCC 10 to 15.
    {"GCC_COMPARE_DEBUG",        "gcc compiles each file twice, and fails if they differ"},
    {"DEPENDENCIES_OUTPUT",      "gcc writes a file that no argument names"},
    {"SUNPRO_DEPENDENCIES",      "gcc writes a file that no argument names"},
    // cargo sets it for build scripts, to folders with libraries of the target (docs/requirements.md G18).
    {"LD_LIBRARY_PATH",          "libraries that a build script made must not be loaded into the compiler"},
};
// clang-format on

llvm::ArrayRef<HostVariable> hostVariables() { return table; }

void dropHostVariables(Plan &plan, llvm::ArrayRef<llvm::StringRef> present) {
  if (plan.isHosts)
    return;
  for (const HostVariable &variable : table) {
    if (!llvm::is_contained(present, variable.name))
      continue;
    plan.note(Note::Dropped, variable.name, variable.why);
    plan.command.unset.push_back(variable.name.str());
  }
}

} // namespace lambdacc
