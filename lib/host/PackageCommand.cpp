#include "PackageCommand.h"
#include "System.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include <cassert>

using llvm::StringRef;

namespace lambdacc {

namespace {
struct PackageRow {
  StringRef what;
  StringRef command[4]; // in the order of PackageManager
};
} // namespace

// LLVM 19 is the newest of Debian 12. Homebrew's llvm and winget's are newer, and have clang and
// llvm-ar; Homebrew has lld in a package of its own. A Mac's C compiler is Apple's. The names are Debian's.
// clang-format off
static constexpr PackageRow packages[] = {
    {"clang",   {"apt-get install clang-19", "apk add clang19", "brew install llvm",       "winget install LLVM.LLVM"}},
    {"lld",     {"apt-get install lld-19",   "apk add lld19",   "brew install lld",        "winget install LLVM.LLVM"}},
    {"llvm",    {"apt-get install llvm-19",  "apk add llvm19",  "brew install llvm",       "winget install LLVM.LLVM"}},
    {"pkgconf", {"apt-get install pkgconf",  "apk add pkgconf", "brew install pkgconf",    "winget install bloodrock.pkg-config-lite"}},
    {"gcc",     {"apt-get install gcc",      "apk add gcc",     "xcode-select --install",  "winget install BrechtSanders.WinLibs.POSIX.UCRT"}},
    {"libpq-dev", {"apt-get install libpq-dev", "apk add libpq-dev", "brew install libpq", "winget install PostgreSQL.PostgreSQL.17"}},
    {"libmariadb-dev", {"apt-get install libmariadb-dev", "apk add mariadb-connector-c-dev", "brew install mariadb-connector-c", "winget install MariaDB.Server"}},
    {"qemu-user-static", {"apt-get install qemu-user-static", "apk add qemu-aarch64 qemu-x86_64", "", ""}}, // runs on Linux only
    {"ccache",  {"apt-get install ccache",   "apk add ccache",  "brew install ccache",     "winget install Ccache.Ccache"}},
    {"sccache", {"apt-get install sccache",  "apk add sccache", "brew install sccache",    "winget install Mozilla.sccache"}},
    {"distcc",  {"apt-get install distcc",   "apk add distcc",  "brew install distcc",     ""}}, // no daemon runs on Windows
    {"icecc",   {"apt-get install icecc",    "",                "brew install icecream",   ""}},
};
// clang-format on

PackageManager packageManager() {
  switch (hostSystem()) {
  case System::Mac:
    return PackageManager::Brew;
  case System::Windows:
    return PackageManager::Winget;
  case System::Linux:
    break;
  }
  return llvm::sys::fs::exists("/etc/alpine-release") ? PackageManager::Apk : PackageManager::Apt;
}

std::string packageCommand(PackageManager manager, StringRef what) {
  const auto *row = llvm::find_if(packages, [&](const PackageRow &row) { return row.what == what; });
  assert(row != std::end(packages) && "not a row of packages");
  return row->command[static_cast<size_t>(manager)].str();
}

std::string packageCommand(StringRef what) { return packageCommand(packageManager(), what); }

} // namespace lambdacc
