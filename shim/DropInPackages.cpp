// The plain pkg-config, pkgconf, pg_config, mysql_config and mariadb_config of the drop-in folder.
// openssl-sys runs the first for the host's own triple, librdkafka's configure for every target; pq-sys and
// mysqlclient-sys run the others. They are for the same target as a plain cc. Otherwise they exec the host's.
#include "CarryOut.h"
#include "Evidence.h"
#include "HostCc.h"
#include "Owner.h"
#include "Packages.h"
#include "PathSearch.h"
#include "Print.h"
#include "Sysroot.h"
#include "System.h"
#include "Text.h"
#include "ToolName.h"
#include "Tools.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace lambdacc {

// The target of the tool of ours in `value`, of CC or CXX; null if it names another program. A plain tool of
// the drop-in folder has the target of its --target=, unless that is the host's own triple without a ceiling.
static const Target *targetOfCompiler(StringRef value, StringRef host, const Session &session) {
  std::vector<StringRef> roles;
  for (const Tool &tool : tools())
    roles.push_back(tool.role);
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  bool isPlain = false;
  for (StringRef word : llvm::split(value, ' ')) { // also "ccache aarch64-unknown-linux-musl-gcc -O2"
    if (StringRef triple = word; isPlain && triple.consume_front("--target=")) {
      const Target *target =
          llvm::find_if(targets(), [&](const Target &row) { return isSpellingOf(triple, row); });
      bool isHosts = target == targets().end() || (target->triple == host && !triple.contains('.'));
      return isHosts ? nullptr : target;
    }
    std::string program = programName(word);
    llvm::Expected<ToolName> name = parseToolName(program, roles);
    bool isOurName = name || llvm::any_of(plainTools(), [&](const Tool &row) { return row.role == program; });
    std::string file = isOurName ? fileOf({session.settings.path, *fs}, word) : "";
    bool isOurs = !file.empty() && ownerOf(file, session.settings.executable) == Owner::Ours;
    if (name && isOurs)
      return findTarget(name->target.triple);
    consumeError(name.takeError());
    isPlain |= isOurs;
  }
  return nullptr;
}

static Guess guessFor(const Session &session) {
  llvm::SmallString<256> folder;
  (void)llvm::sys::fs::current_path(folder);
  std::string host = hostTriple(session);
  Evidence evidence;
  evidence.host = host;
  evidence.folder = folder;
  evidence.isQuery = true;
  const CargoVariables &cargo = session.cargo;
  if (cargo.runsBuildScript()) {
    evidence.places.push_back(cargo.outDir);
    if (cargo.target != cargo.host)
      evidence.buildScriptTarget = findTarget(cargo.target);
  } else {
    evidence.targetOfCc = targetOfCompiler(cargo.cc, host, session);
    if (!evidence.targetOfCc)
      evidence.targetOfCc = targetOfCompiler(cargo.cxx, host, session);
  }
  return guessTarget(evidence);
}

// The row of packageCommand() that has each, another name that the host's program may have, and the library
// of lambda-cc that the target's tool answers for.
static constexpr struct {
  llvm::StringLiteral role, package, other, library;
} rows[] = {
    {"pkg-config", "pkgconf", "pkgconf", ""},
    {"pkgconf", "pkgconf", "pkg-config", ""},
    {"pg_config", "libpq-dev", "pg_config", "pq"},
    {"mysql_config", "libmariadb-dev", "mariadb_config", "mariadb"},
    {"mariadb_config", "libmariadb-dev", "mysql_config", "mariadb"},
};

static const auto &rowOf(StringRef role) {
  return *llvm::find_if(rows, [&](const auto &row) { return row.role == role; });
}

static llvm::Expected<HostCc> findHosts(StringRef role, const Session &session) {
  const auto &row = rowOf(role);
  llvm::Expected<HostCc> host = findHostCc(session, role, row.package);
  if (host)
    return host;
  llvm::Expected<HostCc> other = findHostCc(session, row.other, row.package);
  if (!other)
    return (consumeError(other.takeError()), std::move(host));
  consumeError(host.takeError());
  return other;
}

static int runHosts(const Session &session, const HostCc &host, StringRef why) {
  std::vector<const char *> argv(session.argv);
  llvm::erase_if(argv, [](StringRef arg) { return arg == "-###"; });
  return carryOut(session, planHostCc(argv, host, why), isDryRun(session));
}

// Whether the target's tool can answer: pkg-config can without the libraries of lambda-cc, the others can't.
// If permissions hide these, it reports that.
static bool canAnswer(const Tool &tool, const Session &session, const Target &target) {
  StringRef library = rowOf(tool.role).library;
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  StringRef executable = session.settings.executable;
  return library.empty() || hasOwnArchive(librariesFolder(target, executable), library, *fs) ||
         errorToBool(findLibraries(target, executable, *fs).takeError());
}

int dropInPackages(const Tool &tool, const Session &session) {
  Guess guess = guessFor(session);
  if (!guess.target || !canAnswer(tool, session, *guess.target)) {
    llvm::Expected<HostCc> host = findHosts(tool.role, session);
    // mysqlclient-sys discards an error. With the host's answers its link fails, and shows advice.
    if (host)
      return runHosts(session, *host,
                      guess.target ? "the libraries of lambda-cc are not installed" : StringRef(guess.why));
    if (!guess.target)
      return report(session.prog, host.takeError());
    consumeError(host.takeError());
  }
  const Tool &targets = *llvm::find_if(tools(), [&](const Tool &row) { return row.role == tool.program; });
  Session targeted = session;
  targeted.chosen = *guess.target;
  targeted.notes.push_back({Note::Changed, tool.role.str(),
                            text("to {}-{}, since {}", {guess.target->triple, targets.role, guess.why})});
  return targets.run(targets, targeted);
}

} // namespace lambdacc
