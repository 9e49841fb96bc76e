// pg_config and mysql_config for a target. The real ones of PostgreSQL and MariaDB run on the target alone.
// So lambda-cc answers for the libraries that it brings.
#include "CarryOut.h"
#include "ConfigAnswers.h"
#include "Failure.h"
#include "LibraryAdvice.h"
#include "Packages.h"
#include "Print.h"
#include "Sysroot.h"
#include "Text.h"
#include "Tools.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

// The folder of the target's libraries, or an error if they don't include -l`name`.
static llvm::Expected<std::string> librariesWith(const Session &session, StringRef name) {
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  std::string libraries = librariesFolder(session.target(), session.settings.executable);
  if (hasOwnArchive(libraries, name, *fs))
    return libraries;
  if (llvm::Error error = findLibraries(session.target(), session.settings.executable, *fs).takeError())
    return std::move(error);
  std::vector<std::string> evidence = {text("looked for {} in {}", {ownArchive(name), libraries})};
  llvm::append_range(evidence, cureFor(name));
  evidence.push_back(howToInstall(name));
  return fail(text("no lib{} for '{}'", {name, session.target().triple}), std::move(evidence));
}

int pgConfig(const Tool &, const Session &session) {
  llvm::Expected<std::string> libraries = librariesWith(session, "pq");
  if (!libraries)
    return report(session.prog, libraries.takeError());
  ConfigValues values = {.triple = session.target().triple.str(),
                         .tools = namePrefix(session.target()),
                         .libraries = *libraries,
                         .version = versionOfPackage(*libraries + "/pkgconfig/libpq.pc")};
  return carryOut(session, planPgConfig(session.argv, values), isDryRun(session));
}

int mysqlConfig(const Tool &, const Session &session) {
  llvm::Expected<std::string> libraries = librariesWith(session, "mariadb");
  if (!libraries)
    return report(session.prog, libraries.takeError());
  std::string header = *libraries + "/mariadb/include/mariadb/mariadb_version.h";
  ConfigValues values = {.triple = session.target().triple.str(),
                         .tools = namePrefix(session.target()),
                         .libraries = *libraries,
                         .version = macroIn(header, "MARIADB_CLIENT_VERSION_STR"),
                         .clientVersion = macroIn(header, "MARIADB_PACKAGE_VERSION"),
                         .socket = macroIn(header, "MARIADB_UNIX_ADDR"),
                         .port = macroIn(header, "MARIADB_PORT")};
  return carryOut(session, planMysqlConfig(session.argv, values), isDryRun(session));
}

} // namespace lambdacc
