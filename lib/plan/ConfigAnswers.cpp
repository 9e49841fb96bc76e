#include "ConfigAnswers.h"
#include "Failure.h"
#include "OwnLibraries.h"
#include "Text.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lambdacc {

namespace {
struct Row {
  llvm::StringLiteral option;
  llvm::StringLiteral name; // before the value in pg_config's list; "" for mysql_config
  llvm::StringLiteral value;
};
} // namespace

// The options of PostgreSQL 18 and Connector/C 3.4. A value has names of valueOf() in braces. The folders are
// those of PostgreSQL's `make install`, also where a client needs nothing of them.
// clang-format off
static constexpr Row pgRows[] = {
    {"--bindir",            "BINDIR",            "{pq}/bin"},
    {"--docdir",            "DOCDIR",            "{pq}/share/doc"},
    {"--htmldir",           "HTMLDIR",           "{pq}/share/doc"},
    {"--includedir",        "INCLUDEDIR",        "{pq}/include"},
    {"--pkgincludedir",     "PKGINCLUDEDIR",     "{pq}/include/postgresql"},
    {"--includedir-server", "INCLUDEDIR-SERVER", "{pq}/include/postgresql/server"},
    {"--libdir",            "LIBDIR",            "{pq}/lib"},
    {"--pkglibdir",         "PKGLIBDIR",         "{pq}/lib/postgresql"},
    {"--localedir",         "LOCALEDIR",         "{pq}/share/locale"},
    {"--mandir",            "MANDIR",            "{pq}/share/man"},
    {"--sharedir",          "SHAREDIR",          "{pq}/share/postgresql"},
    {"--sysconfdir",        "SYSCONFDIR",        "{pq}/etc/postgresql"},
    {"--pgxs",              "PGXS",              "{pq}/lib/postgresql/pgxs/src/makefiles/pgxs.mk"},
    {"--configure",         "CONFIGURE",         "'--host={triple}' '--with-ssl=openssl'"},
    {"--cc",                "CC",                "{tools}-gcc"},
    {"--cppflags",          "CPPFLAGS",          "-I{pq}/include"},
    {"--cflags",            "CFLAGS",            "-O2"},
    {"--cflags_sl",         "CFLAGS_SL",         "-fPIC"},
    {"--ldflags",           "LDFLAGS",           "-L{pq}/lib"},
    {"--ldflags_ex",        "LDFLAGS_EX",        ""},
    {"--ldflags_sl",        "LDFLAGS_SL",        ""},
    {"--libs",              "LIBS",              "{pq needs}"},
    {"--version",           "VERSION",           "PostgreSQL {version}"},
};

// mysqlclient-sys panics for an argument in --libs that does not begin with -l, -L or -R. With
// MYSQLCLIENT_STATIC rustc looks for an archive of each -l in the folders of -L, so libraries of libc are left
// out: the linker adds them.
static constexpr Row mysqlRows[] = {
    {"--cflags",                 "", "-I{mariadb}/include/mariadb -I{mariadb}/include/mariadb/mysql"},
    {"--cxxflags",               "", "-I{mariadb}/include/mariadb -I{mariadb}/include/mariadb/mysql"},
    {"--include",                "", "-I{mariadb}/include/mariadb -I{mariadb}/include/mariadb/mysql"},
    {"--libs",                   "", "{mariadb libs}"},
    {"--libs_r",                 "", "{mariadb libs}"},
    {"--libs_sys",               "", "{mariadb needs}"},
    {"--version",                "", "{version}"},
    {"--cc_version",             "", "{client version}"},
    {"--socket",                 "", "{socket}"},
    {"--port",                   "", "{port}"},
    {"--plugindir",              "", "{mariadb}/lib/mariadb/plugin"},
    {"--variable=pkgincludedir", "", "{mariadb}/include/mariadb"},
    {"--variable=pkglibdir",     "", "{mariadb}/lib"},
    {"--variable=pkgplugindir",  "", "{mariadb}/lib/mariadb/plugin"},
};
// clang-format on

// The options of a link with `names`, each after the folder of its library. With `systems`, libraries of
// libc, too.
static std::string linkOptions(llvm::ArrayRef<StringRef> names, const ConfigValues &values, bool systems) {
  llvm::SetVector<StringRef> folders;
  std::vector<std::string> options;
  for (StringRef name : names) {
    const OwnLibrary *library = findOwnLibrary(name);
    if (library && folders.insert(library->folder))
      options.push_back(text("-L{}/{}/lib", {values.libraries, library->folder}));
    if (library || systems)
      options.push_back(("-l" + name).str());
  }
  return llvm::join(options, " ");
}

// The libraries that `name` needs beside itself.
static llvm::SmallVector<StringRef> needsOf(StringRef name) {
  llvm::SmallVector<StringRef> needs;
  if (const OwnLibrary *library = findOwnLibrary(name))
    llvm::SplitString(library->needs, needs);
  return needs;
}

// The value of a name between braces: one of `values`, or "pq" for the folder of that library.
static std::string valueOf(StringRef name, const ConfigValues &values) {
  const std::pair<StringRef, StringRef> rows[] = {
      {"triple", values.triple},   {"tools", values.tools},
      {"version", values.version}, {"client version", values.clientVersion},
      {"socket", values.socket},   {"port", values.port},
  };
  for (const auto &[row, value] : rows)
    if (row == name)
      return value.str();
  auto [library, what] = name.split(' ');
  llvm::SmallVector<StringRef> names = needsOf(library);
  if (what == "needs")
    return linkOptions(names, values, /*systems=*/true);
  if (what == "libs") {
    names.insert(names.begin(), library);
    return linkOptions(names, values, /*systems=*/false);
  }
  const OwnLibrary *own = findOwnLibrary(library);
  assert(own && "a value names no library of libraries.txt");
  return text("{}/{}", {values.libraries, own->folder});
}

static std::string answerOf(const Row &row, const ConfigValues &values) {
  std::string answer;
  for (StringRef rest = row.value; !rest.empty();) {
    auto [plain, marked] = rest.split('{');
    auto [name, after] = marked.split('}');
    answer += plain;
    if (!name.empty())
      answer += valueOf(name, values);
    rest = after;
  }
  return answer;
}

static llvm::Error unknownOption(StringRef option, StringRef program, llvm::ArrayRef<Row> rows) {
  std::vector<StringRef> options;
  for (const Row &row : rows)
    options.push_back(row.option);
  std::vector<std::string> evidence = {"there are " +
                                       joinWithAnd(std::vector<std::string>(options.begin(), options.end()))};
  if (StringRef best = nearest(option, options); !best.empty())
    evidence.push_back(text("did you mean '{}'?", {best}));
  return fail(text("{} does not have '{}'", {program, option}), std::move(evidence));
}

// A line for each of `argv`, as both programs answer several options.
static llvm::Error answerOptions(Plan &plan, llvm::ArrayRef<StringRef> argv, StringRef program,
                                 llvm::ArrayRef<Row> rows, const ConfigValues &values) {
  for (StringRef arg : argv) {
    const Row *row = llvm::find_if(rows, [&](const Row &row) { return row.option == arg; });
    if (row == rows.end())
      return unknownOption(arg, program, rows);
    plan.answer += answerOf(*row, values) + "\n";
  }
  return llvm::Error::success();
}

// The options of the call: without -###, which is ours.
static std::vector<StringRef> optionsIn(llvm::ArrayRef<const char *> argv) {
  std::vector<StringRef> options(argv.begin(), argv.end());
  llvm::erase(options, StringRef("-###"));
  return options;
}

llvm::Expected<Plan> planPgConfig(llvm::ArrayRef<const char *> argv, const ConfigValues &values) {
  Plan plan;
  std::vector<StringRef> options = optionsIn(argv);
  for (const Row &row : pgRows)
    if (options.empty())
      plan.answer += text("{} = {}\n", {row.name, answerOf(row, values)});
    else if (llvm::is_contained(options, "--help") || llvm::is_contained(options, "-?"))
      plan.answer += text("  {}\n", {row.option});
  if (plan.answer.empty())
    if (llvm::Error error = answerOptions(plan, options, "pg_config", pgRows, values))
      return std::move(error);
  return plan;
}

llvm::Expected<Plan> planMysqlConfig(llvm::ArrayRef<const char *> argv, const ConfigValues &values) {
  Plan plan;
  std::vector<StringRef> options = optionsIn(argv);
  if (options.empty() || llvm::is_contained(options, "--help")) {
    for (const Row &row : mysqlRows)
      plan.answer += text("  {} [{}]\n", {padded(row.option, 24), answerOf(row, values)});
    return plan;
  }
  if (llvm::Error error = answerOptions(plan, options, "mysql_config", mysqlRows, values))
    return std::move(error);
  return plan;
}

} // namespace lambdacc
