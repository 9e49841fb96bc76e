// lambda-cc targets: the targets, on which runtimes their programs run, and how long AWS supports these.
#include "Formats.h"
#include "Glibc.h"
#include "Print.h"
#include "SupportDates.h"
#include "Sysroot.h"
#include "TargetOptions.h"
#include "Text.h"
#include "Today.h"

namespace lambdacc {

// A target in this installation.
namespace {
struct Row {
  Target target;
  std::string libc;
  std::vector<std::string> runtimes;
  std::optional<std::string> sysroot =
      {}; ///< its folder, "" if it is not installed; none if it can't be read
};
} // namespace

// A program for musl is static and runs on each runtime. Where the user sets an image or Managed Instances,
// its programs run there, as those of another architecture do not.
static std::vector<std::string> runtimesOf(const Target &target, const std::optional<Runtime> &set) {
  bool isBuiltFor = set && (!target.isGlibc() || target.glibc <= set->glibc) &&
                    (!set->cpu || set->cpu->arch == target.arch);
  if (isBuiltFor && (set->isImage() || set->cpu))
    return {set->name.str()};
  std::vector<std::string> names;
  for (const Runtime &runtime : runtimes())
    if (!target.isGlibc() || target.glibc <= runtime.glibc)
      names.push_back(runtime.name.str());
  return names;
}

static llvm::Expected<std::vector<Row>> rows(const Session &session) {
  llvm::Expected<std::optional<llvm::VersionTuple>> ceiling = ceilingOf(session.ceiling);
  if (!ceiling)
    return ceiling.takeError();
  llvm::Expected<std::optional<Runtime>> runtime = runtimeOf(session.ceiling);
  if (!runtime)
    return runtime.takeError();
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> fs = llvm::vfs::getRealFileSystem();
  std::vector<Row> all;
  for (Target target : targets()) {
    if (target.isGlibc())
      target.glibc = ceiling->value_or(target.glibc);
    Row row = {target, target.isGlibc() ? "glibc " + target.glibc.getAsString() : "musl",
               runtimesOf(target, *runtime)};
    llvm::Expected<std::string> sysroot = findInstalledSysroot(target, session.settings.executable, *fs);
    if (sysroot)
      row.sysroot = *sysroot;
    else
      consumeError(sysroot.takeError()); // `doctor` reports it
    all.push_back(std::move(row));
  }
  return all;
}

static llvm::StringRef stateOf(const Row &row) {
  if (!row.sysroot)
    return "can't be read";
  return row.sysroot->empty() ? "not installed" : "installed";
}

static std::string asText(llvm::ArrayRef<Row> rows) {
  std::string out;
  for (const Row &row : rows)
    out += text("{}{}{}  {}\n",
                {padded(row.target.triple, 30), padded(row.libc, 12), padded(stateOf(row), 13),
                 row.runtimes.empty() ? "none of Lambda's runtimes" : joinWithAnd(row.runtimes)});
  std::string day = today();
  for (const Runtime &runtime : runtimes())
    out += text("{}{}{}\n", {padded(runtime.name, 30), padded("glibc " + runtime.glibc.getAsString(), 12),
                             supportText(runtime, day)});
  return out;
}

static std::string asJson(llvm::ArrayRef<Row> rows) {
  return inJson([&](llvm::json::OStream &json) {
    json.array([&] {
      for (const Row &row : rows)
        json.object([&] {
          json.attribute("target", row.target.triple);
          json.attribute("libc", row.libc);
          json.attributeArray("runtimes", [&] {
            for (const std::string &runtime : row.runtimes)
              json.value(runtime);
          });
          json.attributeObject("supportEnds", [&] {
            for (const Runtime &runtime : runtimes())
              if (llvm::is_contained(row.runtimes, runtime.name.str()))
                json.attribute(runtime.name, runtime.support->ends);
          });
          if (row.sysroot && !row.sysroot->empty())
            json.attribute("sysroot", llvm::json::fixUTF8(*row.sysroot));
          else
            json.attribute("sysroot", nullptr);
        });
    });
  });
}

static llvm::Expected<int> targets(const Session &session, const Arguments &arguments) {
  llvm::Expected<std::vector<Row>> all = rows(session);
  if (!all)
    return all.takeError();
  printAnswer(wantsJson(arguments) ? asJson(*all) : asText(*all));
  return 0;
}

static constexpr Option options[] = {textOrJsonOption};
const Subcommand targetsCommand = {.name = "targets",
                                   .help = "print the targets: libc, whether installed, the runtimes that "
                                           "they run on",
                                   .options = options,
                                   .run = targets};

} // namespace lambdacc
